//! A list of versions of the visit, and below it what is told of the selected one.
//!
//! ```text
//! ┏ Backups ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃ 12.11.2024, 14:00   18 KiB   4 changes   ┃
//! ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
//! ┌ 12.11.2024, 14:00 ───────────────────────┐
//! │ what would change          ⏎ read all    │
//! └──────────────────────────────────────────┘
//! ```

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
};

use super::changes;
use crate::{
    say,
    session::Told,
    tui::{
        action::Action,
        keymap::Context,
        list::{Columns, Entries, List},
        paint,
        view::Scene,
    },
};

/// The fewest rows of the list.
const LEAST_ROWS: u16 = 6;

/// What is to be drawn.
pub(super) struct Overview<const N: usize> {
    /// Where one is; its key for the detail opens all that is told.
    pub(super) context: Context,
    /// What stands above the list.
    pub(super) title: String,
    /// The rows of the list, or what stands in their place.
    pub(super) rows: Result<Columns<N>, (String, Style)>,
    /// What the selected one is called, and what is told of it.
    pub(super) selected: Option<(String, Vec<Told>)>,
}

impl<const N: usize> Overview<N> {
    /// Draws it; the list is as high as it needs to be, but no higher than what is told.
    pub(super) fn draw(&self, list: &mut List, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        paint::clear(buf, area);
        let wanted = self.rows.as_ref().map_or(0, Columns::len);
        let wanted = u16::try_from(wanted).unwrap_or(u16::MAX);
        let height = wanted.clamp(LEAST_ROWS, (area.height / 2).max(LEAST_ROWS)) + 2;
        let parts = Layout::vertical([Constraint::Length(height), Constraint::Fill(1)]);
        let [above, below] = parts.areas(area);
        let inner = paint::frame(buf, above, &self.title, true, scene.styles);
        match &self.rows {
            Err((text, style)) => paint::wrapped(buf, inner, text, *style),
            Ok(rows) => {
                let draw = |at: usize, row: Rect, buf: &mut Buffer| {
                    rows.draw(at, row, buf, scene.styles.plain);
                };
                let entries = Entries::new(rows.len(), &draw);
                list.draw(inner, buf, scene.styles, &entries);
            }
        }
        if let Some((title, told)) = self.selected.as_ref().filter(|_| below.height > 2) {
            self.draw_told(title, told, below, buf, scene);
        }
    }

    /// What is told; where it does not fit, a sign says that there is more, and which key shows it.
    fn draw_told(
        &self,
        title: &str,
        told: &[Told],
        area: Rect,
        buf: &mut Buffer,
        scene: &Scene<'_>,
    ) {
        let inner = paint::frame(buf, area, title, false, scene.styles);
        let lines = changes::styled(told, inner.width, scene.styles);
        let fits = lines.len() <= inner.height.into();
        paint::lines(buf, inner, lines);
        if fits {
            return;
        }
        let key = scene.key(self.context, Action::Detail);
        let more = say!(
            scene.lang(),
            " {key} alles lesen ",
            " {key} read all ",
            " {key} tout lire "
        );
        let foot = Rect {
            y: area.bottom() - 1,
            height: 1,
            width: area.width - 2,
            ..area
        };
        paint::right(buf, foot, &more, scene.styles.strong);
    }
}
