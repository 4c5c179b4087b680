//! What can be done in the library.

use ratatui::layout::Position;

use super::{
    Library, Row, deleted,
    new_visit::{NewVisit, ask_first_day},
};
use crate::tui::{
    action::Action,
    line::Line,
    list::moves,
    view::{Click, Effect, Moving, Reply, Request, Scene},
    views::{Backups, discarding},
};

impl Library {
    /// Whether an action does something here and now.
    pub(super) fn can(&self, action: Action, _scene: &Scene<'_>) -> bool {
        let chosen = self.row().is_some();
        match action {
            Action::Choose | Action::Open | Action::Remove => chosen,
            Action::Archive | Action::Backups => self.row().is_some_and(|row| row.kept.is_none()),
            Action::Add | Action::ShowArchive => true,
            Action::Template => {
                let content = self.row().and_then(|row| row.content.as_ref().ok());
                content.is_some_and(|summary| summary.first.is_some())
            }
            Action::Undo => self.undo,
            Action::Deleted => !self.deleted.is_empty(),
            Action::Filter => !self.rows().is_empty(),
            Action::Close => self.typing || !self.filter.text().is_empty(),
            other => moves(other) && chosen,
        }
    }

    /// Carries an action out.
    pub(super) fn perform(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        if self.list.moved(action, self.found.len()) {
            self.keep();
            return Reply::nothing();
        }
        match action {
            Action::Choose | Action::Open => self.on_selected(|row| match &row.kept {
                Some(kept) => Effect::TakeUp(kept.clone()),
                None => Effect::Open(row.path.clone()),
            }),
            Action::Archive => self.moving(Moving::Archive),
            Action::Remove => match self.row().and_then(|row| row.kept.as_ref()) {
                Some(kept) => Reply::open(discarding(kept, Vec::new(), scene.lang())),
                None => self.moving(Moving::Trash),
            },
            Action::Backups => self
                .row()
                .map_or(Reply::Pass, |row| Backups::open(&row.path, scene)),
            Action::Add => Reply::open(NewVisit::new()),
            Action::Template => self.row().map_or(Reply::Pass, |row| {
                Reply::one(ask_first_day(row.path.clone(), scene))
            }),
            Action::Undo => Reply::one(Request::Run(Effect::Restore)),
            Action::Deleted => Reply::open(deleted::pick(&self.deleted, scene)),
            Action::ShowArchive => {
                self.with_archive = !self.with_archive;
                let archive = self.with_archive;
                Reply::one(Request::Run(Effect::List { archive }))
            }
            Action::Filter => {
                self.typing = true;
                Reply::nothing()
            }
            Action::Close => self.end_search(),
            _ => Reply::Pass,
        }
    }

    /// Ends typing first, and lets the filter go next.
    fn end_search(&mut self) -> Reply {
        if !std::mem::take(&mut self.typing) {
            self.filter = Line::default();
            self.look();
        }
        Reply::nothing()
    }

    fn moving(&mut self, moving: Moving) -> Reply {
        // Before it is listed anew, too, it can be taken back.
        self.undo = true;
        self.on_selected(|row| Effect::Move {
            moving,
            path: row.path.clone(),
            asked: false,
        })
    }

    fn on_selected(&self, effect: impl FnOnce(&Row) -> Effect) -> Reply {
        self.row()
            .map_or(Reply::Pass, |row| Reply::one(Request::Run(effect(row))))
    }

    /// Takes what the mouse did.
    pub(super) fn pointed(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        let pressed = self.list.clicked(click, at, self.found.len());
        self.keep();
        match pressed {
            Some(Click::Double) => self.perform(Action::Open, scene),
            _ => Reply::nothing(),
        }
    }
}
