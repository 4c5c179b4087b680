//! A form as a view: which actions it takes, and what they do.

use crossterm::event::KeyEvent;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{Form, draw};
use crate::tui::{
    action::Action,
    keymap::Context,
    paint,
    view::{Answer, Click, Reply, Scene, View},
};

impl View for Form {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Form]
    }

    fn place(&self, screen: Rect) -> Rect {
        let rows = self.visible().len() + usize::from(draw::AROUND);
        paint::middle(screen, draw::WIDTH, u16::try_from(rows).unwrap_or(u16::MAX))
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        self.draw_in(area, buf, scene);
    }

    fn cursor(&self) -> Option<Position> {
        self.drawn.cursor
    }

    fn types(&self) -> bool {
        true
    }

    fn available(&self, action: Action, _: &Scene<'_>) -> bool {
        match action {
            Action::Accept
            | Action::Close
            | Action::NextField
            | Action::PrevField
            | Action::PageUp
            | Action::PageDown
            | Action::Choose => true,
            Action::NextLang => self.fields[self.focus].wordings().len() > 1,
            Action::MoreFields => !self.usual.is_empty(),
            Action::Undo => self.fields[self.focus].shown().line.can_undo(),
            _ => false,
        }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        let page = self.drawn.page.max(1).cast_signed();
        match action {
            Action::NextField => self.go(1),
            Action::PrevField => self.go(-1),
            Action::PageDown => self.go(page),
            Action::PageUp => self.go(-page),
            Action::Choose => self.choose("", scene),
            Action::NextLang => {
                self.focused().next_lang();
                self.read(scene);
                Reply::nothing()
            }
            Action::MoreFields => {
                self.all = !self.all;
                let visible = self.visible();
                if !visible.contains(&self.focus) {
                    self.go_to(visible.first().copied().unwrap_or(0));
                }
                Reply::nothing()
            }
            Action::Undo => {
                self.focused().line().undo();
                self.changed_here(scene)
            }
            Action::Accept => self.accept(scene),
            Action::Close => self.close(scene),
            _ => Reply::Pass,
        }
    }

    fn typed(&mut self, key: KeyEvent, scene: &Scene<'_>) -> Reply {
        self.type_in(key, scene)
    }

    fn pasted(&mut self, text: &str, scene: &Scene<'_>) -> Reply {
        self.paste(text, scene)
    }

    fn clicked(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        self.point(click, at, scene)
    }

    fn answered(&mut self, answer: Answer, scene: &Scene<'_>) -> Reply {
        match answer {
            Answer::Text(text) => {
                self.put(&text, scene);
                self.changed_here(scene)
            }
            _ => Reply::Pass,
        }
    }

    fn changed(&mut self, scene: &Scene<'_>) {
        if let Some(visit) = scene.visit() {
            self.source.refresh(&mut self.fields, visit, scene.lang());
            self.keeps();
        }
        self.read(scene);
        self.told_gone(scene);
    }
}
