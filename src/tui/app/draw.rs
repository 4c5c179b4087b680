//! Drawing the whole screen: the views from the lowest up, and the footer of the one on top.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    style::Style,
};

use super::{super::paint, App, footer};
use crate::{display, say};

/// The smallest screen that can be worked with.
const LEAST: (u16, u16) = (60, 15);

impl App {
    /// Draws everything; returns where the cursor is to be.
    pub fn draw(&mut self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.screen = area;
        if area.width < LEAST.0 || area.height < LEAST.1 {
            self.draw_too_small(area, buf);
            return None;
        }
        let parts = Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]);
        let [body, foot] = parts.areas(area);
        let notice = self
            .notice()
            .map(|notice| (notice.text.clone(), notice.is_error()));
        let (scene, layers) = self.stage();
        for layer in layers.iter_mut() {
            let place = layer.place(body);
            layer.draw(place, buf, &scene);
        }
        // What stays until it is read hides no key that can be pressed meanwhile.
        match notice {
            Some((text, false)) => draw_notice(body.height, foot, buf, &text, scene.styles.strong),
            Some((text, true)) => {
                let above = Rect {
                    y: foot.y - 1,
                    ..foot
                };
                draw_notice(body.height, above, buf, &text, scene.styles.error);
                footer::draw(foot, buf, layers, &scene);
            }
            None => footer::draw(foot, buf, layers, &scene),
        }
        layers.top()?.cursor()
    }

    fn draw_too_small(&self, area: Rect, buf: &mut Buffer) {
        let (lang, (cols, rows)) = (self.lang(), LEAST);
        let text = say!(
            lang,
            "Bitte das Fenster vergrößern: mindestens {cols} × {rows}",
            "Please enlarge the window: at least {cols} × {rows}",
            "Agrandissez la fenêtre\u{a0}: au moins {cols} × {rows}"
        );
        let lines = display::wrap(&text, area.width.into());
        for (row, line) in area.rows().zip(lines) {
            paint::text(buf, (row.x, row.y), row.width, &line, Style::new());
        }
    }
}

/// A message may be longer than a line: it takes as many rows as it needs.
fn draw_notice(room: u16, foot: Rect, buf: &mut Buffer, text: &str, style: Style) {
    let lines = display::wrap(
        &display::safe_lines(text),
        usize::from(foot.width.saturating_sub(2)),
    );
    let rows = u16::try_from(lines.len()).unwrap_or(1);
    let rows = rows.clamp(1, room / 2);
    let area = Rect {
        y: foot.bottom() - rows,
        height: rows,
        ..foot
    };
    paint::clear(buf, area);
    paint::lines(buf, area, lines.into_iter().map(|line| (line, style)));
}
