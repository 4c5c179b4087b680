//! A line of text that somebody is typing.

use crossterm::event::{Event, KeyEvent};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};
use tui_input::{Input, InputRequest, backend::crossterm::to_input_request};
use unicode_segmentation::UnicodeSegmentation;

use super::paint;
use crate::display;

/// One line being typed, with its cursor.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    input: Input,
    cursor: Option<Position>,
}

impl Line {
    /// What is typed.
    pub(super) fn text(&self) -> &str {
        self.input.value()
    }

    /// Takes a key; whether the text is another one now.
    pub(super) fn typed(&mut self, key: KeyEvent) -> bool {
        let Some(request) = to_input_request(&Event::Key(key)) else {
            return false;
        };
        if let InputRequest::InsertChar(c) = request
            && display::unfit(c.encode_utf8(&mut [0; 4])).is_some()
        {
            return false;
        }
        self.input
            .handle(request)
            .is_some_and(|changed| changed.value)
    }

    /// Takes pasted text; line ends and tabs become spaces.
    pub(super) fn pasted(&mut self, text: &str) {
        let fit = display::fit(text);
        let one_line = fit.trim_end().replace(['\n', '\t'], " ");
        let mut whole: String = self.text().chars().take(self.input.cursor()).collect();
        let rest: String = self.text().chars().skip(self.input.cursor()).collect();
        whole.push_str(&one_line);
        let cursor = whole.chars().count();
        whole.push_str(&rest);
        self.input = Input::new(whole).with_cursor(cursor);
    }

    /// Draws the line so that its cursor shows.
    pub(super) fn draw(&mut self, area: Rect, buf: &mut Buffer, style: Style) {
        let text = self.input.value();
        let before: String = text.chars().take(self.input.cursor()).collect();
        let room = usize::from(area.width.saturating_sub(1));
        let shown_width = |text: &str| display::width(&display::safe(text));
        let mut hidden = 0;
        for grapheme in before.graphemes(true) {
            if shown_width(&before[hidden..]) <= room {
                break;
            }
            hidden += grapheme.len();
        }
        let column = u16::try_from(shown_width(&before[hidden..])).unwrap_or(0);
        paint::text(buf, (area.x, area.y), area.width, &text[hidden..], style);
        self.cursor = Some(Position::new(area.x + column, area.y));
    }

    /// Where the cursor was drawn.
    pub(super) const fn cursor(&self) -> Option<Position> {
        self.cursor
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyCode, KeyModifiers};

    fn key(code: KeyCode) -> KeyEvent {
        KeyEvent::new(code, KeyModifiers::NONE)
    }

    fn pasted(text: &str) -> Line {
        let mut line = Line::default();
        line.pasted(text);
        line
    }

    fn drawn(line: &mut Line, width: u16) -> (String, u16) {
        let area = Rect::new(0, 0, width, 1);
        let mut buf = Buffer::empty(area);
        line.draw(area, &mut buf, Style::new());
        let text = buf.content.iter().map(ratatui::buffer::Cell::symbol);
        (text.collect(), line.cursor().unwrap().x)
    }

    #[test]
    fn what_is_typed_and_pasted_is_text() {
        let mut line = pasted("ab");
        assert!(line.typed(key(KeyCode::Char('c'))));
        assert!(!line.typed(key(KeyCode::Left)), "only the cursor moved");
        assert!(!line.typed(key(KeyCode::Char('\u{202e}'))));
        line.pasted("x\ny\u{1b}\r\n");
        assert_eq!(line.text(), "abx yc");
    }

    #[test]
    fn the_cursor_always_shows() {
        let mut line = pasted("Jan-Wellem-Saal");
        assert_eq!(
            drawn(&mut line, 20),
            ("Jan-Wellem-Saal     ".to_owned(), 15)
        );
        assert_eq!(drawn(&mut line, 8), ("em-Saal ".to_owned(), 7));
        line.typed(key(KeyCode::Home));
        assert_eq!(drawn(&mut line, 8), ("Jan-Wel…".to_owned(), 0));
    }
}
