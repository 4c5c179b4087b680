//! Texts of rows below each other, each column as wide as its widest text.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use crate::{display, tui::paint};

/// The columns between two columns.
const GAP: u16 = 2;

/// The texts of all rows; the last column takes what the others leave.
pub(in crate::tui) struct Columns<const N: usize> {
    rows: Vec<[String; N]>,
    widths: [u16; N],
}

impl<const N: usize> Columns<N> {
    /// These rows.
    pub(in crate::tui) fn of(rows: impl Iterator<Item = [String; N]>) -> Self {
        let rows: Vec<[String; N]> = rows.collect();
        let widths = std::array::from_fn(|nth| {
            let widths = rows.iter().map(|row| display::width(&row[nth]));
            u16::try_from(widths.max().unwrap_or(0)).unwrap_or(u16::MAX)
        });
        Self { rows, widths }
    }

    /// How many rows there are.
    pub(in crate::tui) const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Draws a row. A column in which nothing stands takes no room.
    pub(in crate::tui) fn draw(&self, nth: usize, area: Rect, buf: &mut Buffer, style: Style) {
        let mut x = area.x + 1;
        for (text, width) in self.rows[nth].iter().zip(self.widths) {
            let room = area.right().saturating_sub(x.saturating_add(1)).min(width);
            paint::text(buf, (x, area.y), room, text, style);
            let gap = if width > 0 { GAP } else { 0 };
            x = x.saturating_add(width).saturating_add(gap);
        }
    }
}
