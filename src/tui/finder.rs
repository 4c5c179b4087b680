//! A list that one narrows down by typing: the line above, the entries below, keys and mouse.

use crossterm::event::KeyEvent;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    action::Action,
    line::Line,
    list::{Entries, List},
    paint,
    view::{Click, Scene},
};
use crate::words::Said;

const NOTHING_FOUND: Said = Said::new("Nichts gefunden", "Nothing found", "Aucun résultat");

/// What is typed, and which entry is selected; the entries themselves are the view's.
#[derive(Debug, Default)]
pub(super) struct Finder {
    line: Line,
    list: List,
}

impl Finder {
    /// Selects an entry to begin with.
    pub(super) fn select(&mut self, at: usize) {
        self.list.go_to(at, usize::MAX);
    }

    /// Types nothing, or something else.
    pub(super) fn replace(&mut self, text: &str) {
        self.line = Line::new(text);
        self.select(0);
    }

    /// What is typed.
    pub(super) fn text(&self) -> &str {
        self.line.text()
    }

    /// The entry that is selected.
    pub(super) const fn selected(&self) -> usize {
        self.list.at()
    }

    /// Where the cursor is.
    pub(super) const fn cursor(&self) -> Option<Position> {
        self.line.cursor()
    }

    /// Takes a key; whether other entries are looked for now.
    pub(super) fn typed(&mut self, key: KeyEvent) -> bool {
        let changed = self.line.typed(key);
        if changed {
            self.select(0);
        }
        changed
    }

    /// Takes pasted text.
    pub(super) fn pasted(&mut self, text: &str) {
        self.line.pasted(text);
        self.select(0);
    }

    /// Moves the selection among `len` entries, if the action asks for that.
    pub(super) fn moved(&mut self, action: Action, len: usize) -> bool {
        self.list.moved(action, len)
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

    /// Takes the mouse: how an entry was pressed, which is selected now.
    pub(super) fn clicked(&mut self, click: Click, at: Position, len: usize) -> Option<Click> {
        let pressed = self.list.clicked(click, at, len);
        if pressed.is_none() && matches!(click, Click::Press | Click::Double) {
            self.line.pressed(at);
        }
        pressed
    }

    /// Draws frame, line and entries; where none fits what is typed, that is said.
    pub(super) fn draw(
        &mut self,
        area: Rect,
        buf: &mut Buffer,
        title: &str,
        entries: &Entries<'_>,
        scene: &Scene<'_>,
    ) {
        let styles = scene.styles;
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
        self.list.draw(list, buf, styles, entries);
        if entries.len == 0 && !self.text().trim().is_empty() {
            let text = NOTHING_FOUND.get(scene.lang());
            paint::text(buf, (list.x + 1, list.y), line.width, text, styles.dim);
        }
    }
}
