//! A list of entries of which one is selected: what keys and the mouse do to it, and how it is drawn.

mod columns;
mod scroll;
mod selection;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{action::Action, paint, places::Places, styles::Styles, view::Click};

pub(super) use columns::Columns;
pub(super) use scroll::Scroll;
pub(super) use selection::Selection;

/// Which entry is selected, and where the entries were drawn; the entries themselves are the view's.
#[derive(Debug, Clone, Default)]
pub(super) struct List {
    at: usize,
    scroll: Scroll,
    /// The entries that showed when it was last drawn, without their headings.
    drawn: Places<usize>,
}

/// The entries to draw.
pub(super) struct Entries<'a> {
    /// How many there are.
    pub(super) len: usize,
    /// How many rows one has, without its heading.
    pub(super) rows: &'a dyn Fn(usize) -> u16,
    /// What stands above one, where it is the first of a part.
    pub(super) heading: &'a dyn Fn(usize) -> Option<&'static str>,
    /// Draws one. Where there is no room for all of its rows, its area has fewer.
    pub(super) draw: &'a dyn Fn(usize, Rect, &mut Buffer),
    /// Whether the list has the focus.
    pub(super) focused: bool,
}

impl<'a> Entries<'a> {
    /// Entries of one row, in the list with the focus.
    pub(super) fn new(len: usize, draw: &'a dyn Fn(usize, Rect, &mut Buffer)) -> Self {
        Self {
            len,
            rows: &|_| 1,
            heading: &|_| None,
            draw,
            focused: true,
        }
    }
}

impl List {
    /// Which entry is selected.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// Selects an entry of so many; the last, where there are not as many.
    pub(super) fn go_to(&mut self, at: usize, len: usize) {
        self.at = at.min(len.saturating_sub(1));
    }

    /// Moves the selection among so many entries, if the action asks for that.
    pub(super) fn moved(&mut self, action: Action, len: usize) -> bool {
        let by = way(action, self.drawn.len().max(1).cast_signed());
        if let Some(by) = by {
            self.at = step(self.at, by, len);
        }
        by.is_some()
    }

    /// The entry that was drawn at a place of the screen, if it is among so many.
    fn entry_at(&self, at: Position, len: usize) -> Option<usize> {
        self.drawn.at(at).filter(|entry| *entry < len)
    }

    /// Takes the mouse: the wheel moves the selection, and an entry that is pressed is selected. How
    /// it was pressed is returned.
    pub(super) fn clicked(&mut self, click: Click, at: Position, len: usize) -> Option<Click> {
        match click {
            Click::WheelUp => self.at = step(self.at, -1, len),
            Click::WheelDown => self.at = step(self.at, 1, len),
            Click::Press | Click::Double => {
                self.at = self.entry_at(at, len)?;
                return Some(click);
            }
        }
        None
    }

    /// Draws the entries that show, and marks the selected one.
    pub(super) fn draw(
        &mut self,
        area: Rect,
        buf: &mut Buffer,
        styles: &Styles,
        entries: &Entries<'_>,
    ) {
        self.drawn.clear();
        self.go_to(self.at, entries.len);
        let rows = |at: usize| (entries.rows)(at) + u16::from((entries.heading)(at).is_some());
        self.scroll.follow(self.at, entries.len, area.height, rows);
        let mut y = area.y;
        for at in self.scroll.top..entries.len {
            if let Some(heading) = (entries.heading)(at).filter(|_| y < area.bottom()) {
                let width = area.width.saturating_sub(1);
                paint::text(buf, (area.x + 1, y), width, heading, styles.heading);
                y += 1;
            }
            if y >= area.bottom() {
                break;
            }
            let height = (entries.rows)(at).min(area.bottom() - y);
            let entry = Rect { y, height, ..area };
            (entries.draw)(at, entry, buf);
            if at == self.at {
                let first = Rect { height: 1, ..entry };
                paint::mark(buf, first, styles.selection(entries.focused));
            }
            self.drawn.put(entry, at);
            y = entry.bottom();
        }
    }
}

/// The index that a step leads to, within a list.
pub(super) fn step(selected: usize, by: isize, len: usize) -> usize {
    selected
        .saturating_add_signed(by)
        .min(len.saturating_sub(1))
}

/// Whether an action moves in a list.
pub(super) const fn moves(action: Action) -> bool {
    way(action, 1).is_some()
}

/// How many entries an action leads on, if it moves in a list; a page has so many entries.
const fn way(action: Action, page: isize) -> Option<isize> {
    Some(match action {
        Action::Up => -1,
        Action::Down => 1,
        Action::PageUp => -page,
        Action::PageDown => page,
        Action::First => isize::MIN,
        Action::Last => isize::MAX,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Theme;

    /// A list of entries of two rows in parts of three, drawn in eight rows.
    fn drawn(list: &mut List, len: usize) -> Vec<String> {
        let area = Rect::new(0, 0, 9, 8);
        let mut buf = Buffer::empty(area);
        let draw = |at: usize, area: Rect, buf: &mut Buffer| {
            for row in area.rows() {
                let style = ratatui::style::Style::new();
                paint::text(buf, (row.x + 1, row.y), 8, &format!("entry {at}"), style);
            }
        };
        let entries = Entries {
            rows: &|_| 2,
            heading: &|at| at.is_multiple_of(3).then_some("part"),
            ..Entries::new(len, &draw)
        };
        list.draw(area, &mut buf, &Styles::of(Theme::Plain), &entries);
        let row = |area: Rect| {
            area.columns()
                .map(|cell| buf[cell.as_position()].symbol())
                .collect()
        };
        area.rows()
            .map(row)
            .map(|text: String| text.trim().to_owned())
            .collect()
    }

    #[test]
    fn entries_stand_below_the_heading_of_their_part_and_the_last_may_be_cut() {
        let mut list = List::default();
        let first = [
            "part", "entry 0", "entry 0", "entry 1", "entry 1", "entry 2", "entry 2", "part",
        ];
        assert_eq!(drawn(&mut list, 9), first);
        assert!(list.moved(Action::Last, 9));
        let lowest = [
            "part", "entry 6", "entry 6", "entry 7", "entry 7", "entry 8", "entry 8", "",
        ];
        assert_eq!(drawn(&mut list, 9), lowest);
    }

    #[test]
    fn a_page_is_what_shows_and_nothing_leads_out_of_the_list() {
        let mut list = List::default();
        drawn(&mut list, 9);
        for (action, at) in [
            (Action::PageDown, 3),
            (Action::Down, 4),
            (Action::Up, 3),
            (Action::Last, 8),
            (Action::Down, 8),
            (Action::First, 0),
            (Action::PageUp, 0),
        ] {
            assert!(moves(action) && list.moved(action, 9), "{action:?}");
            assert_eq!(list.at(), at, "{action:?}");
        }
        assert!(!moves(Action::Add) && !list.moved(Action::Add, 9));
    }

    #[test]
    fn an_entry_is_pressed_on_each_of_its_rows_and_a_heading_on_none() {
        let mut list = List::default();
        drawn(&mut list, 9);
        for (click, y, pressed, at) in [
            (Click::Press, 4, Some(Click::Press), 1),
            (Click::Double, 6, Some(Click::Double), 2),
            (Click::Press, 0, None, 2),
            (Click::Press, 7, None, 2),
            (Click::WheelUp, 0, None, 1),
            (Click::WheelDown, 0, None, 2),
        ] {
            let place = Position::new(3, y);
            assert_eq!(list.clicked(click, place, 9), pressed, "{click:?} {y}");
            assert_eq!(list.at(), at, "{click:?} {y}");
        }
        // The entries have gone since they were drawn.
        assert_eq!(list.clicked(Click::Press, Position::new(3, 4), 1), None);
    }
}
