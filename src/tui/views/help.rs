//! Help: every key of the place one is in, what it does, and whether it works now.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    display, say,
    tui::{
        action::Action,
        keymap::Context,
        page::Page,
        paint, reading,
        view::{Click, Reply, Scene, View},
    },
};

/// The widest that help needs to be read well.
const WIDTH: u16 = 96;

/// One line of help.
#[derive(Debug, PartialEq, Eq)]
enum Row {
    Heading(&'static str),
    Key {
        keys: String,
        hint: &'static str,
        works: bool,
    },
}

/// The keys of the view below.
pub(in crate::tui) struct Help {
    rows: Vec<Row>,
    page: Page,
}

impl Help {
    /// The keys of a view, given its contexts, whether it types, and what works in it.
    pub(in crate::tui) fn of(
        view: &dyn View,
        works: impl Fn(Action) -> bool,
        scene: &Scene<'_>,
    ) -> Self {
        let lang = scene.lang();
        let contexts = view.all_contexts();
        let mut rows = Vec::new();
        let mut place = None;
        for reach in scene.keymap.reachable(&contexts, view.types()) {
            let action = reach.binding.action;
            if place.replace(reach.context) != Some(reach.context) {
                rows.push(Row::Heading(reach.context.label().get(lang)));
            }
            let keys: Vec<String> = reach.keys.iter().map(|key| key.shown(lang)).collect();
            rows.push(Row::Key {
                keys: keys.join("  "),
                hint: reading::hint(action, scene.is_reading()).get(lang),
                works: works(action),
            });
        }
        Self {
            rows,
            page: Page::default(),
        }
    }

    /// The columns of the keys, and of the hints, in a frame of this width.
    fn columns(&self, width: u16) -> (u16, u16) {
        let widest = self.rows.iter().map(|row| match row {
            Row::Heading(_) => 0,
            Row::Key { keys, .. } => display::width(keys),
        });
        let keys = u16::try_from(widest.max().unwrap_or(0)).unwrap_or(0) + 3;
        (keys, width.saturating_sub(keys + 4))
    }
}

/// A line as it is drawn: a heading, or a part of what a key does.
struct Line<'a> {
    keys: &'a str,
    text: String,
    heading: bool,
    works: bool,
}

/// The rows broken into lines, where the hints have so many columns.
fn lines(rows: &[Row], cols: usize) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for row in rows {
        match row {
            Row::Heading(text) => {
                let blank = (!lines.is_empty()).then(String::new);
                let heading = blank.into_iter().chain([(*text).to_owned()]);
                lines.extend(heading.map(|text| Line {
                    keys: "",
                    text,
                    heading: true,
                    works: true,
                }));
            }
            Row::Key { keys, hint, works } => {
                let wrapped = display::wrap(hint, cols).into_iter().enumerate();
                lines.extend(wrapped.map(|(nth, text)| Line {
                    keys: if nth == 0 { keys } else { "" },
                    text,
                    heading: false,
                    works: *works,
                }));
            }
        }
    }
    lines
}

impl View for Help {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Read, Context::Move]
    }

    fn place(&self, screen: Rect) -> Rect {
        let (_, cols) = self.columns(WIDTH.min(screen.width));
        let rows = lines(&self.rows, cols.into()).len() + 2;
        paint::middle(screen, WIDTH, u16::try_from(rows).unwrap_or(u16::MAX))
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        let styles = scene.styles;
        paint::clear(buf, area);
        let title = say!(
            scene.lang(),
            "Hilfe: alle Tasten an dieser Stelle",
            "Help: all keys of this place",
            "Aide\u{a0}: toutes les touches d’ici"
        );
        let inner = paint::frame(buf, area, &title, true, styles);
        let (keys, cols) = self.columns(area.width);
        let lines = lines(&self.rows, cols.into());
        let top = self.page.fit(lines.len(), inner.height);
        for (y, line) in (inner.y..inner.bottom()).zip(&lines[top..]) {
            let x = inner.x + 1;
            if line.heading {
                paint::text(buf, (x, y), inner.width - 1, &line.text, styles.heading);
                continue;
            }
            let (key, hint) = if line.works {
                (styles.strong, styles.plain)
            } else {
                (styles.dim, styles.dim)
            };
            paint::text(buf, (x, y), keys, line.keys, key);
            paint::text(buf, (x + keys, y), cols, &line.text, hint);
        }
        self.page.draw_more(area, buf, styles);
    }

    fn available(&self, action: Action, _scene: &Scene<'_>) -> bool {
        action == Action::Close || self.page.can(action)
    }

    fn act(&mut self, action: Action, _scene: &Scene<'_>) -> Reply {
        if self.page.moved(action) {
            Reply::nothing()
        } else {
            Reply::Pass
        }
    }

    fn clicked(&mut self, click: Click, _at: Position, _scene: &Scene<'_>) -> Reply {
        self.page.clicked(click);
        Reply::nothing()
    }
}
