//! A list to pick from, as a view: how it looks, and what keys and the mouse do.

use crossterm::event::KeyEvent;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{Pick, Row};
use crate::{
    tui::{
        action::Action,
        keymap::Context,
        list::Entries,
        paint,
        view::{Click, Reply, Request, Scene, View},
    },
    words,
};

/// The columns of the box.
const WIDTH: u16 = 72;
/// The most rows of the box.
const ROWS: u16 = 20;

impl Pick {
    fn draw_row(&self, row: Row, typed: &str, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        let (lang, styles) = (scene.lang(), scene.styles);
        let place = (area.x + 1, area.y);
        let width = area.width.saturating_sub(2);
        match row {
            Row::Choice(at) => {
                let choice = &self.choices[at];
                let mark = match &self.several {
                    Some(several) if several.contains(&choice.id) => "[x] ",
                    Some(_) => "[ ] ",
                    None => "",
                };
                let text = format!("{mark}{}  ", choice.text);
                let parts = [(text.as_str(), styles.plain), (&choice.note, styles.dim)];
                paint::row(buf, place, width, &parts);
            }
            Row::Make(at) => {
                let label = self.makings[at].label.get(lang);
                let typed = words::quoted(typed, lang);
                paint::text(
                    buf,
                    place,
                    width,
                    &format!("+ {label} {typed}"),
                    styles.good,
                );
            }
        }
    }
}

impl View for Pick {
    fn contexts(&self) -> &'static [Context] {
        match self.several {
            Some(_) => &[Context::PickSeveral, Context::Find],
            None => &[Context::Find],
        }
    }

    fn place(&self, screen: Rect) -> Rect {
        let most = self.choices.len() + self.makings.len() + 4;
        let rows = u16::try_from(most).unwrap_or(ROWS).clamp(8, ROWS);
        paint::middle(screen, WIDTH, rows)
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        let mut finder = std::mem::take(&mut self.finder);
        let typed = finder.text().trim().to_owned();
        let draw = |at: usize, area: Rect, buf: &mut Buffer| {
            self.draw_row(self.rows[at], &typed, area, buf, scene);
        };
        let entries = Entries::new(self.rows.len(), &draw);
        finder.draw(area, buf, &self.title, &entries, scene);
        self.finder = finder;
    }

    fn cursor(&self) -> Option<Position> {
        self.finder.cursor()
    }

    fn types(&self) -> bool {
        true
    }

    fn available(&self, action: Action, _: &Scene<'_>) -> bool {
        match action {
            Action::Toggle => self.several.is_some() && !self.rows.is_empty(),
            Action::Accept => self.several.is_some(),
            Action::Choose => self.several.is_some() || !self.rows.is_empty(),
            Action::Up | Action::Down | Action::PageUp | Action::PageDown | Action::Close => true,
            _ => false,
        }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        if self.finder.moved(action, self.rows.len()) {
            return Reply::nothing();
        }
        match action {
            Action::Toggle => {
                self.toggle();
                Reply::nothing()
            }
            Action::Accept | Action::Choose => self.accept(scene),
            Action::Close => Reply::one(Request::Close(None)),
            _ => Reply::Pass,
        }
    }

    fn typed(&mut self, key: KeyEvent, _: &Scene<'_>) -> Reply {
        if self.finder.typed(key) {
            self.look();
        }
        Reply::nothing()
    }

    fn pasted(&mut self, text: &str, _: &Scene<'_>) -> Reply {
        self.finder.pasted(text);
        self.look();
        Reply::nothing()
    }

    fn clicked(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        match self.finder.clicked(click, at, self.rows.len()) {
            Some(Click::Press) if self.several.is_none() => self.accept(scene),
            Some(Click::Press) => {
                self.toggle();
                Reply::nothing()
            }
            _ => Reply::nothing(),
        }
    }
}
