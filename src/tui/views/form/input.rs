//! What keys, pastes and the mouse do to the field with the focus, by its shape.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Position;

use super::Form;
use crate::{
    display,
    model::{Shape, field::Choice, value::elements},
    tui::view::{Click, Reply, Scene},
    words::{Lang, shared},
};

/// Whether a flag's text says yes.
pub(super) fn is_yes(text: &str) -> bool {
    let text = text.trim();
    Lang::ALL.iter().any(|lang| shared::YES.get(*lang) == text) || text == "yes"
}

impl Form {
    /// A key that no binding took.
    pub(super) fn type_in(&mut self, key: KeyEvent, scene: &Scene<'_>) -> Reply {
        let field = self.focused();
        if field.is_line() {
            let changed = field.line().typed(key);
            return if changed {
                self.changed_here(scene)
            } else {
                Reply::nothing()
            };
        }
        let held = KeyModifiers::CONTROL | KeyModifiers::ALT;
        let shape = field.info.shape;
        match (key.code, shape) {
            (KeyCode::Left, Shape::Choice(choices)) => self.cycle(choices, false, scene),
            (KeyCode::Right, Shape::Choice(choices)) => self.cycle(choices, true, scene),
            (KeyCode::Char(' ') | KeyCode::Left | KeyCode::Right, Shape::Flag) => {
                let yes = !is_yes(self.focused().text());
                self.set_flag(yes, scene)
            }
            (KeyCode::Backspace | KeyCode::Delete, Shape::Rows(_)) => Reply::nothing(),
            (KeyCode::Backspace | KeyCode::Delete, _) => self.take_last(scene),
            (KeyCode::Char(c), Shape::Flag) => self.answer_flag(c, scene),
            (KeyCode::Char(' '), _) => self.choose("", scene),
            (KeyCode::Char(c), _) if !key.modifiers.intersects(held) => {
                self.choose(c.encode_utf8(&mut [0; 4]), scene)
            }
            _ => Reply::nothing(),
        }
    }

    fn answer_flag(&mut self, c: char, scene: &Scene<'_>) -> Reply {
        let begins = |word: crate::words::Said| {
            let mut langs = Lang::ALL.iter();
            langs.any(|lang| word.get(*lang).starts_with(c.to_ascii_lowercase()))
        };
        match (begins(shared::YES), begins(shared::NO)) {
            (true, _) => self.set_flag(true, scene),
            (_, true) => self.set_flag(false, scene),
            _ => Reply::nothing(),
        }
    }

    pub(super) fn set_flag(&mut self, yes: bool, scene: &Scene<'_>) -> Reply {
        if scene.is_reading() {
            return Reply::nothing();
        }
        // What was empty before is empty again, so that nothing counts as changed.
        let text = match (yes, self.focused().was_empty()) {
            (true, _) => shared::YES.get(scene.lang()),
            (false, true) => "",
            (false, false) => shared::NO.get(scene.lang()),
        };
        self.focused().line().replace(text);
        self.changed_here(scene)
    }

    /// The next or previous of a fixed list.
    fn cycle(&mut self, choices: &'static [Choice], forwards: bool, scene: &Scene<'_>) -> Reply {
        if scene.is_reading() {
            return Reply::nothing();
        }
        let now = self.focused().text();
        let at = position(choices, now);
        let len = choices.len().max(1);
        let next = (at + if forwards { 1 } else { len - 1 }) % len;
        if let Some(choice) = choices.get(next) {
            self.focused()
                .line()
                .replace(choice.label.get(scene.lang()));
        }
        self.changed_here(scene)
    }

    /// Empties the field; of several names only the last goes.
    fn take_last(&mut self, scene: &Scene<'_>) -> Reply {
        let field = self.focused();
        let mut names: Vec<String> = match field.info.shape {
            Shape::Refs(_) => elements(field.text()).map(str::to_owned).collect(),
            _ => Vec::new(),
        };
        names.pop();
        field.line().replace(names.join("; "));
        self.changed_here(scene)
    }

    /// Pasted text comes in as text.
    pub(super) fn paste(&mut self, text: &str, scene: &Scene<'_>) -> Reply {
        let field = self.focused();
        match field.info.shape {
            Shape::Lines | Shape::Prose => field.line().paste(text),
            Shape::List if text.trim().contains('\n') => {
                let fit = display::fit(text);
                let lines: Vec<&str> = fit.lines().map(str::trim).collect();
                field.line().paste(&lines.join("; "));
            }
            _ if field.is_line() => field.line().pasted(text),
            Shape::Flag | Shape::Rows(_) => return Reply::nothing(),
            _ => return self.choose(display::fit(text).trim(), scene),
        }
        self.changed_here(scene)
    }

    /// What the mouse did.
    pub(super) fn point(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        match click {
            Click::WheelUp => return self.go(-1),
            Click::WheelDown => return self.go(1),
            Click::Press | Click::Double => {}
        }
        let Some(field) = self.drawn.rows.at(at) else {
            return Reply::nothing();
        };
        let had_focus = self.focus == field;
        self.go_to(field);
        let field = self.focused();
        if field.is_line() {
            field.line().pressed(at);
            return if click == Click::Double {
                self.choose("", scene)
            } else {
                Reply::nothing()
            };
        }
        match (field.info.shape, had_focus) {
            (Shape::Flag, true) => {
                let yes = !is_yes(field.text());
                self.set_flag(yes, scene)
            }
            (_, true) => self.choose("", scene),
            (_, false) => Reply::nothing(),
        }
    }
}

/// Which entry of a fixed list a text names; the first, where it names none.
pub(super) fn position(choices: &[Choice], text: &str) -> usize {
    let text = text.trim();
    choices
        .iter()
        .position(|choice| {
            choice.token == text || Lang::ALL.iter().any(|lang| choice.label.get(*lang) == text)
        })
        .unwrap_or(0)
}
