//! A line of text that somebody is typing: cursor by grapheme and display width, paste, undo.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::{
    buffer::Buffer,
    layout::Position,
    layout::Rect,
    style::{Modifier, Style},
};
use tui_input::InputRequest;
use unicode_segmentation::UnicodeSegmentation;

use super::paint;
use crate::display;

/// What stands for a line end where there is one line only.
const LINE_END: &str = "⏎";

/// What changed the text last; typing on is one undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Typed,
    Deleted,
    Pasted,
}

/// One line being typed, with its cursor. Text of several lines shows with signs for its line ends.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    inner: tui_input::Input,
    /// The first grapheme that shows.
    first: usize,
    before: Vec<tui_input::Input>,
    deed: Option<Deed>,
    /// Whether the text was only proposed, so that what is typed takes its place.
    proposed: bool,
    drawn: Option<Position>,
    area: Rect,
}

impl Line {
    /// A text with the cursor at its end.
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self {
            inner: tui_input::Input::new(text.into()),
            ..Self::default()
        }
    }

    /// A text that is only proposed: what is typed takes its place, unless the cursor moves first.
    pub(super) fn proposing(text: impl Into<String>) -> Self {
        Self {
            proposed: true,
            ..Self::new(text)
        }
    }

    /// From now on the text is only proposed.
    pub(super) fn propose(&mut self) {
        self.proposed = !self.text().is_empty();
    }

    /// What is typed.
    pub(super) fn text(&self) -> &str {
        self.inner.value()
    }

    /// How many bytes stand before the cursor.
    pub(super) fn byte(&self) -> usize {
        let chars = self.text().char_indices();
        chars
            .map(|(at, _)| at)
            .nth(self.inner.cursor())
            .unwrap_or(self.text().len())
    }

    /// Puts the cursor after so many bytes.
    pub(super) fn go_to(&mut self, byte: usize) {
        let chars = self.text()[..byte.min(self.text().len())].chars().count();
        self.inner.handle(InputRequest::SetCursor(chars));
        (self.deed, self.proposed) = (None, false);
    }

    /// Another text, which can be taken back.
    pub(super) fn replace(&mut self, text: impl Into<String>) {
        self.keep(Deed::Pasted);
        self.inner = tui_input::Input::new(text.into());
    }

    /// Takes a key; whether the text is another one now.
    pub(super) fn typed(&mut self, key: KeyEvent) -> bool {
        use InputRequest as R;
        let held = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        let request = match (key.code, held.is_empty()) {
            (KeyCode::Char(c), true) => {
                let fits = display::unfit(c.encode_utf8(&mut [0; 4])).is_none();
                if fits {
                    self.keep(Deed::Typed);
                    self.give_way();
                    self.inner.handle(R::InsertChar(c));
                }
                return fits;
            }
            (KeyCode::Left, true) => R::GoToPrevChar,
            (KeyCode::Right, true) => R::GoToNextChar,
            (KeyCode::Left, false) => R::GoToPrevWord,
            (KeyCode::Right, false) => R::GoToNextWord,
            (KeyCode::Home, _) => R::GoToStart,
            (KeyCode::End, _) => R::GoToEnd,
            (KeyCode::Backspace, true) => R::DeletePrevChar,
            (KeyCode::Delete, true) => R::DeleteNextChar,
            (KeyCode::Backspace | KeyCode::Char('w'), false) => R::DeletePrevWord,
            _ => return false,
        };
        match request {
            R::DeletePrevChar | R::DeleteNextChar | R::DeletePrevWord => self.keep(Deed::Deleted),
            _ => self.deed = None,
        }
        if self.proposed && matches!(request, R::DeletePrevChar | R::DeleteNextChar) {
            self.give_way();
            return true;
        }
        self.proposed = false;
        self.inner
            .handle(request)
            .is_some_and(|changed| changed.value)
    }

    /// Pasted text on one line: line ends and tabs become spaces.
    pub(super) fn pasted(&mut self, text: &str) {
        let fit = display::fit(text);
        self.paste(&fit.trim_end().replace(['\n', '\t'], " "));
    }

    /// Pasted text comes in at the cursor, whole, without what may not come into a visit.
    pub(super) fn paste(&mut self, text: &str) {
        self.keep(Deed::Pasted);
        self.give_way();
        let at = self.byte();
        let (before, after) = self.text().split_at(at);
        let before = format!("{before}{}", display::fit(text));
        let cursor = before.chars().count();
        self.inner = tui_input::Input::new(before + after).with_cursor(cursor);
    }

    /// What was only proposed goes once something is typed.
    fn give_way(&mut self) {
        if std::mem::take(&mut self.proposed) {
            self.inner = tui_input::Input::default();
        }
    }

    /// Remembers the text as it was, once for each run of typing.
    fn keep(&mut self, deed: Deed) {
        if self.deed != Some(deed) || deed == Deed::Pasted {
            self.before.push(self.inner.clone());
        }
        self.deed = Some(deed);
    }

    /// Whether something can be taken back.
    pub(super) const fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Takes the last run of typing, or the last paste, back; says whether there was one.
    pub(super) fn undo(&mut self) -> bool {
        self.deed = None;
        let before = self.before.pop();
        let undone = before.is_some();
        self.inner = before.unwrap_or_else(|| std::mem::take(&mut self.inner));
        undone
    }

    /// Draws the text into one row, scrolled so that the cursor shows.
    pub(super) fn draw(&mut self, area: Rect, buf: &mut Buffer, style: Style) {
        let (before, _) = self.text().split_at(self.byte());
        let cursor = before.graphemes(true).count();
        let cells: Vec<String> = self.text().graphemes(true).map(shown).collect();
        let width_of = |cells: &[String]| cells.iter().map(|cell| display::width(cell)).sum();
        let room = usize::from(area.width).saturating_sub(1);
        self.first = self.first.min(cursor);
        while self.first < cursor {
            let used: usize = width_of(&cells[self.first..cursor]);
            if used <= room {
                break;
            }
            self.first += 1;
        }
        // What was scrolled away comes back when there is room for it.
        while self.first > 0 && width_of(&cells[self.first - 1..]) <= room {
            self.first -= 1;
        }
        let text = cells[self.first..].concat();
        let used = paint::text(buf, (area.x, area.y), area.width, &text, style);
        if self.proposed {
            let proposed = Rect {
                width: used,
                ..area
            };
            paint::mark(buf, proposed, Style::new().add_modifier(Modifier::REVERSED));
        }
        let before = display::width(&display::safe(&cells[self.first..cursor].concat()));
        let x = u16::try_from(before).unwrap_or(area.width);
        let x = area.x + x.min(area.width.saturating_sub(1));
        self.drawn = Some(Position::new(x, area.y));
        self.area = area;
    }

    /// Where the cursor was drawn.
    pub(super) const fn cursor(&self) -> Option<Position> {
        self.drawn
    }

    /// Puts the cursor where the mouse pressed, if that was where the line was drawn.
    pub(super) fn pressed(&mut self, at: Position) {
        if !self.area.contains(at) {
            return;
        }
        let column = usize::from(at.x - self.area.x);
        let mut used = 0;
        let mut byte = 0;
        for (nth, grapheme) in self.text().graphemes(true).enumerate() {
            if nth >= self.first {
                used += display::width(&shown(grapheme));
                if used > column {
                    break;
                }
            }
            byte += grapheme.len();
        }
        self.go_to(byte);
    }
}

fn shown(grapheme: &str) -> String {
    if grapheme == "\n" {
        LINE_END.to_owned()
    } else {
        grapheme.to_owned()
    }
}

#[cfg(test)]
mod tests;
