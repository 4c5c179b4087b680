//! Drawing the whole screen: the views from the lowest up, and the footer of the one on top.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    action::Action,
    app::{App, works},
    keymap::Context,
    paint,
    view::{Scene, View},
};
use crate::{display, say};

/// The smallest screen that can be worked with.
const LEAST: (u16, u16) = (60, 15);

impl App {
    /// Draws everything; returns where the cursor is to be.
    pub fn draw(&mut self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.screen = area;
        if area.width < LEAST.0 || area.height < LEAST.1 {
            let (lang, (cols, rows)) = (self.lang(), LEAST);
            let text = say!(
                lang,
                "Bitte das Fenster vergrößern: mindestens {cols} × {rows}",
                "Please enlarge the window: at least {cols} × {rows}",
                "Agrandissez la fenêtre\u{a0}: au moins {cols} × {rows}"
            );
            for (y, line) in (area.y..area.bottom()).zip(display::wrap(&text, area.width.into())) {
                paint::text(
                    buf,
                    (area.x, y),
                    area.width,
                    &line,
                    ratatui::style::Style::new(),
                );
            }
            return None;
        }
        let body = Rect {
            height: area.height - 1,
            ..area
        };
        let foot = Rect {
            y: area.bottom() - 1,
            height: 1,
            ..area
        };
        let notice = self
            .notice()
            .map(|notice| (notice.text.clone(), notice.until.is_none()));
        let (scene, layers) = self.stage();
        for layer in layers.iter_mut() {
            let place = layer.place(body);
            layer.draw(place, buf, &scene);
        }
        let top = layers.last()?;
        match notice {
            Some((text, is_error)) => {
                let style = if is_error {
                    scene.styles.error
                } else {
                    scene.styles.strong
                };
                draw_notice(body, foot, buf, &text, style);
            }
            None => draw_footer(foot, buf, layers, &scene),
        }
        top.cursor()
    }

    /// The action whose hint in the footer is at this place.
    pub(super) fn footer_action(&mut self, at: Position) -> Option<Action> {
        if self.screen.height == 0 || at.y + 1 != self.screen.bottom() || self.notice().is_some() {
            return None;
        }
        let width = self.screen.width;
        let (scene, layers) = self.stage();
        let hint = hints(layers, &scene, width)
            .into_iter()
            .find(|hint| hint.covers(at.x))?;
        Some(hint.action)
    }
}

/// A message may be longer than a line: it takes as many rows as it needs.
fn draw_notice(body: Rect, foot: Rect, buf: &mut Buffer, text: &str, style: ratatui::style::Style) {
    let lines = display::wrap(
        &display::safe(text),
        usize::from(foot.width.saturating_sub(2)),
    );
    let rows = u16::try_from(lines.len()).unwrap_or(1);
    let rows = rows.clamp(1, body.height / 2);
    let area = Rect {
        y: foot.bottom() - rows,
        height: rows,
        ..foot
    };
    paint::clear(buf, area);
    for (y, line) in (area.y..area.bottom()).zip(&lines) {
        paint::text(buf, (area.x + 1, y), area.width - 1, line, style);
    }
}

/// One hint of the footer: the key, what it does, and where it stands.
struct Hint {
    action: Action,
    key: String,
    label: &'static str,
    x: u16,
    width: u16,
    works: bool,
}

impl Hint {
    const fn covers(&self, x: u16) -> bool {
        self.x <= x && x < self.x + self.width
    }
}

/// The hints that fit into one row; help, the last, always does.
fn hints(layers: &[Box<dyn View>], scene: &Scene<'_>, width: u16) -> Vec<Hint> {
    let Some(top) = layers.last() else {
        return Vec::new();
    };
    let lang = scene.lang();
    let mut contexts = top.contexts().to_vec();
    contexts.push(Context::Global);
    let all: Vec<Hint> = scene
        .keymap
        .reachable(&contexts, top.types())
        .into_iter()
        .filter(|reach| reach.binding.foot)
        .filter_map(|reach| {
            let action = reach.binding.action;
            let (key, label) = (reach.shown(lang), action.label().get(lang));
            let width = u16::try_from(display::width(&key) + 1 + display::width(label)).ok()?;
            Some(Hint {
                action,
                key,
                label,
                x: 0,
                width,
                works: works(layers, action, scene),
            })
        })
        .collect();
    let is_help = |hint: &Hint| hint.action == Action::Help;
    let reserved = all
        .iter()
        .find(|hint| is_help(hint))
        .map_or(0, |hint| hint.width + 2);
    let mut x = 1;
    let mut fitting = Vec::new();
    for mut hint in all {
        let room = if is_help(&hint) {
            width
        } else {
            width.saturating_sub(reserved)
        };
        if x + hint.width <= room
            && !fitting
                .iter()
                .any(|other: &Hint| other.action == hint.action)
        {
            hint.x = x;
            x += hint.width + 2;
            fitting.push(hint);
        }
    }
    fitting
}

fn draw_footer(foot: Rect, buf: &mut Buffer, layers: &[Box<dyn View>], scene: &Scene<'_>) {
    let styles = scene.styles;
    for hint in hints(layers, scene, foot.width) {
        let (key, label) = if hint.works {
            (styles.strong, styles.plain)
        } else {
            (styles.dim, styles.dim)
        };
        let parts = [(hint.key.as_str(), key), (" ", label), (hint.label, label)];
        paint::row(buf, (foot.x + hint.x, foot.y), hint.width, &parts);
    }
}
