//! A list that one narrows down by typing: the line above, the entries below, keys and mouse.

use crossterm::event::KeyEvent;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    action::Action,
    line::Line,
    list::{Scroll, step},
    paint,
    styles::Styles,
    view::Click,
};

/// What is typed, and which entry is selected; the entries themselves are the view's.
#[derive(Debug, Default)]
pub(super) struct Finder {
    line: Line,
    selected: usize,
    scroll: Scroll,
    rows: Vec<(Rect, usize)>,
    page: usize,
}

impl Finder {
    /// Selects an entry to begin with.
    pub(super) const fn select(&mut self, at: usize) {
        self.selected = at;
    }

    /// Types nothing, or something else.
    pub(super) fn replace(&mut self, text: &str) {
        self.line = Line::new(text);
        self.selected = 0;
    }

    /// The entry that was drawn at a place of the screen.
    pub(super) fn entry_at(&self, at: Position) -> Option<usize> {
        let row = self.rows.iter().find(|(area, _)| area.contains(at));
        row.map(|(_, row)| *row)
    }

    /// What is typed.
    pub(super) fn text(&self) -> &str {
        self.line.text()
    }

    /// The entry that is selected.
    pub(super) const fn selected(&self) -> usize {
        self.selected
    }

    /// Where the cursor is.
    pub(super) const fn cursor(&self) -> Option<Position> {
        self.line.cursor()
    }

    /// Takes a key; whether other entries are looked for now.
    pub(super) fn typed(&mut self, key: KeyEvent) -> bool {
        let changed = self.line.typed(key);
        if changed {
            self.selected = 0;
        }
        changed
    }

    /// Takes pasted text.
    pub(super) fn pasted(&mut self, text: &str) {
        self.line.pasted(text);
        self.selected = 0;
    }

    /// Moves the selection among `len` entries, if the action asks for that.
    pub(super) fn moved(&mut self, action: Action, len: usize) -> bool {
        let page = self.page.max(1).cast_signed();
        let by = match action {
            Action::Up => -1,
            Action::Down => 1,
            Action::PageUp => -page,
            Action::PageDown => page,
            _ => return false,
        };
        self.selected = step(self.selected, by, len);
        true
    }

    /// Whether an action does something while there are `len` entries.
    pub(super) const fn available(action: Action, len: usize) -> bool {
        match action {
            Action::Close => true,
            Action::Choose | Action::Up | Action::Down | Action::PageUp | Action::PageDown => {
                len > 0
            }
            _ => false,
        }
    }

    /// Takes the mouse; whether the selected entry is chosen by it.
    pub(super) fn clicked(&mut self, click: Click, at: Position, len: usize) -> bool {
        match click {
            Click::WheelUp => self.selected = step(self.selected, -1, len),
            Click::WheelDown => self.selected = step(self.selected, 1, len),
            Click::Press | Click::Double => {
                if let Some(row) = self.entry_at(at) {
                    self.selected = row;
                    return click == Click::Double;
                }
                self.line.pressed(at);
            }
        }
        false
    }

    /// Draws frame, line and entries.
    pub(super) fn draw(
        &mut self,
        area: Rect,
        buf: &mut Buffer,
        title: &str,
        styles: &Styles,
        entries: &Entries<'_>,
    ) {
        paint::clear(buf, area);
        let inner = paint::frame(buf, area, title, true, styles);
        let sign = paint::text(buf, (inner.x + 1, inner.y), 2, "› ", styles.dim);
        let line = Rect {
            x: inner.x + 1 + sign,
            width: inner.width.saturating_sub(2 + sign),
            height: 1,
            ..inner
        };
        self.line.draw(line, buf, styles.plain);
        let list = Rect {
            y: inner.y + 2,
            height: inner.height.saturating_sub(2),
            ..inner
        };
        self.rows.clear();
        self.page = usize::from(list.height / 2);
        self.selected = self.selected.min(entries.len.saturating_sub(1));
        self.scroll
            .follow(self.selected, entries.len, list.height, entries.height);
        let mut y = list.y;
        for at in self.scroll.top..entries.len {
            let height = (entries.height)(at);
            let row = Rect { y, height, ..list };
            if row.bottom() > list.bottom() {
                break;
            }
            (entries.draw)(at, row, buf);
            if at == self.selected {
                let first = Rect { height: 1, ..row };
                paint::mark(buf, first, styles.selected);
            }
            self.rows.push((row, at));
            y = row.bottom();
        }
    }
}

/// The entries to draw.
pub(super) struct Entries<'a> {
    /// How many there are.
    pub(super) len: usize,
    /// How many rows one has.
    pub(super) height: &'a dyn Fn(usize) -> u16,
    /// Draws one.
    pub(super) draw: &'a dyn Fn(usize, Rect, &mut Buffer),
}
