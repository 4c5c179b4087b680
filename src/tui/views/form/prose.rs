//! A field of several lines, in a layer of its own.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};
use unicode_segmentation::UnicodeSegmentation;

use super::{
    draft::Keep,
    give_up,
    wrap::{Row, rows},
};
use crate::{
    display,
    tui::{
        action::Action,
        keymap::Context,
        line::Line,
        list::Scroll,
        paint,
        view::{Answer, Click, Reply, Request, Scene, View},
        views::ask::Ask,
    },
};

/// The columns and rows of the box.
const SIZE: (u16, u16) = (92, 20);

/// Text of several lines; accepted, the view below hears it.
pub(in crate::tui::views) struct Prose {
    title: String,
    keep: Keep,
    line: Line,
    first: String,
    scroll: Scroll,
    area: Rect,
    cursor: Option<Position>,
}

impl Prose {
    pub(in crate::tui::views) fn new(title: String, keep: Keep, line: Line) -> Self {
        Self {
            title,
            keep,
            first: line.text().to_owned(),
            line,
            scroll: Scroll::default(),
            area: Rect::default(),
            cursor: None,
        }
    }

    fn rows(&self) -> Vec<Row> {
        rows(self.line.text(), usize::from(self.area.width.max(2)) - 1)
    }

    fn kept(&self) -> Reply {
        Reply::one((self.keep)(Some(self.line.text())))
    }

    /// The row of the cursor, and its column.
    fn place(&self, rows: &[Row]) -> (usize, usize) {
        let byte = self.line.byte();
        let row = rows.iter().rposition(|row| row.from <= byte).unwrap_or(0);
        let before = rows
            .get(row)
            .map_or("", |row| &self.line.text()[row.from..byte]);
        (row, display::width(before))
    }

    /// Puts the cursor into a row, as near to a column as it can be.
    fn go_to(&mut self, row: usize, column: usize) {
        let rows = self.rows();
        let Some(row) = rows.get(row.min(rows.len().saturating_sub(1))) else {
            return;
        };
        let text = &self.line.text()[row.from..row.to];
        let mut byte = row.from;
        let mut used = 0;
        for grapheme in text.graphemes(true) {
            used += display::width(grapheme);
            if used > column {
                break;
            }
            byte += grapheme.len();
        }
        self.line.go_to(byte);
    }

    /// Moves the cursor by rows, or to an end of its row.
    fn moved(&mut self, key: KeyCode) -> bool {
        let rows = self.rows();
        let (row, column) = self.place(&rows);
        let page = usize::from(self.area.height.saturating_sub(1)).max(1);
        match key {
            KeyCode::Up => self.go_to(row.saturating_sub(1), column),
            KeyCode::Down => self.go_to(row + 1, column),
            KeyCode::PageUp => self.go_to(row.saturating_sub(page), column),
            KeyCode::PageDown => self.go_to(row + page, column),
            KeyCode::Home => self.go_to(row, 0),
            KeyCode::End => self.go_to(row, usize::MAX),
            _ => return false,
        }
        true
    }
}

impl View for Prose {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Prose]
    }

    fn place(&self, screen: Rect) -> Rect {
        let height = SIZE.1.min(screen.height.saturating_sub(2));
        paint::middle(screen, SIZE.0.min(screen.width.saturating_sub(4)), height)
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        let styles = scene.styles;
        paint::clear(buf, area);
        let inner = paint::frame(buf, area, &self.title, true, styles);
        self.area = Rect {
            x: inner.x + 1,
            width: inner.width.saturating_sub(2),
            ..inner
        };
        let rows = self.rows();
        let (row, column) = self.place(&rows);
        self.scroll.follow(row, rows.len(), self.area.height, |_| 1);
        let shown = rows.iter().enumerate().skip(self.scroll.top);
        for (y, (nth, own)) in (self.area.y..self.area.bottom()).zip(shown) {
            let text = &self.line.text()[own.from..own.to];
            paint::text(buf, (self.area.x, y), self.area.width, text, styles.plain);
            if nth == row {
                let x = u16::try_from(column).unwrap_or(0).min(self.area.width - 1);
                self.cursor = Some(Position::new(self.area.x + x, y));
            }
        }
    }

    fn cursor(&self) -> Option<Position> {
        self.cursor
    }

    fn types(&self) -> bool {
        true
    }

    fn available(&self, action: Action, _: &Scene<'_>) -> bool {
        match action {
            Action::Accept | Action::Close => true,
            Action::Undo => self.line.can_undo(),
            _ => false,
        }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        match action {
            Action::Accept => {
                let text = self.line.text().trim_end().to_owned();
                Reply::Done(vec![
                    (self.keep)(None),
                    Request::Close(Some(Answer::Text(text))),
                ])
            }
            Action::Close if self.line.text() == self.first => Reply::one(Request::Close(None)),
            Action::Close => {
                let on_yes = vec![(self.keep)(None), Request::Close(None)];
                let ask = Ask::then(give_up(scene.lang()), on_yes);
                Reply::open(ask)
            }
            Action::Undo => {
                self.line.undo();
                self.kept()
            }
            _ => Reply::Pass,
        }
    }

    fn typed(&mut self, key: KeyEvent, _: &Scene<'_>) -> Reply {
        if self.moved(key.code) {
            return Reply::nothing();
        }
        let changed = if key.code == KeyCode::Enter {
            self.line.paste("\n");
            true
        } else {
            self.line.typed(key)
        };
        if changed {
            self.kept()
        } else {
            Reply::nothing()
        }
    }

    fn pasted(&mut self, text: &str, _: &Scene<'_>) -> Reply {
        self.line.paste(text);
        self.kept()
    }

    fn clicked(&mut self, click: Click, at: Position, _: &Scene<'_>) -> Reply {
        match click {
            Click::WheelUp => drop(self.moved(KeyCode::Up)),
            Click::WheelDown => drop(self.moved(KeyCode::Down)),
            Click::Press | Click::Double if self.area.contains(at) => {
                let row = self.scroll.top + usize::from(at.y - self.area.y);
                self.go_to(row, usize::from(at.x - self.area.x));
            }
            Click::Press | Click::Double => {}
        }
        Reply::nothing()
    }
}
