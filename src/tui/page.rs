//! Scrolling text that is read, not edited.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{action::Action, paint, styles::Styles, view::Click};

/// How far a text is scrolled, and how much of it showed when it was last drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Page {
    top: usize,
    lines: usize,
    rows: usize,
}

impl Page {
    /// The first line that shows, for a text of so many lines in so many rows.
    pub(super) fn fit(&mut self, lines: usize, rows: u16) -> usize {
        (self.lines, self.rows) = (lines, rows.into());
        self.top = self.top.min(self.last());
        self.top
    }

    fn last(self) -> usize {
        self.lines.saturating_sub(self.rows)
    }

    /// Where an action leads, if it scrolls.
    fn target(self, action: Action) -> Option<usize> {
        let page = self.rows.saturating_sub(1);
        let target = match action {
            Action::Up => self.top.saturating_sub(1),
            Action::Down => self.top + 1,
            Action::PageUp => self.top.saturating_sub(page),
            Action::PageDown => self.top + page,
            Action::First => 0,
            Action::Last => self.last(),
            _ => return None,
        };
        Some(target.min(self.last()))
    }

    /// Whether an action would scroll.
    pub(super) fn can(self, action: Action) -> bool {
        self.target(action).is_some_and(|target| target != self.top)
    }

    /// Scrolls, if the action asks for that.
    pub(super) fn moved(&mut self, action: Action) -> bool {
        let target = self.target(action);
        self.top = target.unwrap_or(self.top);
        target.is_some()
    }

    /// Takes the wheel.
    pub(super) fn clicked(&mut self, click: Click) {
        match click {
            Click::WheelUp => self.moved(Action::Up),
            Click::WheelDown => self.moved(Action::Down),
            Click::Press | Click::Double => false,
        };
    }

    /// Draws so much of a text as shows within a frame.
    pub(super) fn draw<T: AsRef<str>>(
        &mut self,
        frame: Rect,
        inner: Rect,
        buf: &mut Buffer,
        lines: Vec<(T, Style)>,
        styles: &Styles,
    ) {
        let top = self.fit(lines.len(), inner.height);
        paint::lines(buf, inner, lines.into_iter().skip(top));
        self.draw_more(frame, buf, styles);
    }

    /// Signs in the frame that there is more above or below.
    pub(super) fn draw_more(self, area: Rect, buf: &mut Buffer, styles: &Styles) {
        let x = area.right().saturating_sub(5);
        if self.top > 0 {
            paint::text(buf, (x, area.y), 3, " ↑ ", styles.strong);
        }
        if self.top < self.last() {
            let y = area.bottom().saturating_sub(1);
            paint::text(buf, (x, y), 3, " ↓ ", styles.strong);
        }
    }

    /// The same signs at the right of one row, for text that has no frame.
    pub(super) fn draw_more_in(self, row: Rect, buf: &mut Buffer, styles: &Styles) {
        let signs = match (self.top > 0, self.top < self.last()) {
            (false, false) => return,
            (true, false) => " ↑ ",
            (false, true) => " ↓ ",
            (true, true) => " ↑ ↓ ",
        };
        paint::right(buf, row, signs, styles.strong);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_scrolls_from_the_first_line_to_the_last() {
        let mut page = Page::default();
        assert_eq!(page.fit(30, 10), 0);
        assert!(page.can(Action::Down) && !page.can(Action::Up));
        for (action, top) in [
            (Action::Down, 1),
            (Action::PageDown, 10),
            (Action::Last, 20),
            (Action::Down, 20),
            (Action::PageUp, 11),
            (Action::First, 0),
            (Action::Up, 0),
        ] {
            assert!(page.moved(action));
            assert_eq!(page.fit(30, 10), top, "{action:?}");
        }
        assert!(!page.moved(Action::Add), "that does not scroll");
    }

    #[test]
    fn a_text_that_fits_does_not_scroll() {
        let mut page = Page::default();
        page.fit(30, 10);
        page.moved(Action::Last);
        assert_eq!(page.fit(8, 10), 0);
        assert!(!page.can(Action::Down) && !page.can(Action::Last));
    }
}
