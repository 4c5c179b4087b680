//! What two sides changed differently, one conflict after another, each settled with a key.
//!
//! ```text
//! ┌ Conflict 1 of 3 ───────────────────────────┐
//! │ record: field                              │  what it is about, and why it is one
//! ├ before ──────┬ our version ─┬ other version┤  one under the other where there is no room
//! └──────────────┴──────────────┴──────────────┘
//! ```

mod draw;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    model::{Conflict, Version},
    plan,
    session::Session,
    tui::{
        action::Action,
        keymap::Context,
        list::step,
        page::Page,
        places::Places,
        view::{Click, Reply, Request, Scene, View},
    },
};

/// The open conflicts of the visit.
#[derive(Default)]
pub(in crate::tui) struct Conflicts {
    /// Which one shows; by what it is, so that it stays when another is settled.
    shown: Option<Conflict>,
    at: usize,
    page: Page,
    /// Those that were open before something was taken back or done again, so that the one which
    /// comes back of it can be shown.
    before: Option<Vec<Conflict>>,
    /// Where each version was drawn, for the mouse.
    places: Places<Version>,
}

impl Conflicts {
    /// The conflict that shows: the same as before, else the one that came into its place.
    fn current<'a>(&self, scene: &Scene<'a>) -> Option<(usize, &'a Conflict)> {
        let all = &scene.visit()?.conflicts;
        let same = self.shown.as_ref();
        let same = same.and_then(|shown| all.iter().position(|own| own == shown));
        let at = same.unwrap_or(self.at).min(all.len().checked_sub(1)?);
        Some((at, &all[at]))
    }

    fn go(&mut self, by: isize, scene: &Scene<'_>) -> Reply {
        let at = self.current(scene).map_or(0, |(at, _)| at);
        let all = scene.visit().map(|visit| &visit.conflicts[..]);
        let all = all.unwrap_or_default();
        self.at = step(at, by, all.len());
        self.shown = all.get(self.at).cloned();
        self.page = Page::default();
        Reply::nothing()
    }

    fn settle(&mut self, version: Option<Version>, scene: &Scene<'_>) -> Reply {
        let (Some(visit), Some((at, conflict))) = (scene.visit(), self.current(scene)) else {
            return Reply::Pass;
        };
        (self.at, self.page) = (at, Page::default());
        let is_swapped = is_swapped(conflict, scene);
        let of_file = |of: Version| if is_swapped { of.swapped() } else { of };
        let settled = plan::settle(visit, conflict, version.map(of_file), scene.lang());
        Reply::one(Request::plan(settled, scene.lang()))
    }

    fn remember(&mut self, request: Request, scene: &Scene<'_>) -> Reply {
        self.before = scene.visit().map(|visit| visit.conflicts.to_vec());
        Reply::one(request)
    }

    /// The version that an action takes.
    const fn taken(action: Action) -> Option<Version> {
        match action {
            Action::TakeBase => Some(Version::Base),
            Action::TakeOurs => Some(Version::Ours),
            Action::TakeTheirs => Some(Version::Theirs),
            _ => None,
        }
    }
}

/// Whether what the file calls the other version is the officer's own.
fn is_swapped(conflict: &Conflict, scene: &Scene<'_>) -> bool {
    let history = scene.session.map(Session::history);
    history.is_some_and(|history| history.made_theirs(conflict))
}

impl View for Conflicts {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Conflicts, Context::Move]
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        draw::draw(self, area, buf, scene);
    }

    fn available(&self, action: Action, scene: &Scene<'_>) -> bool {
        let count = scene.visit().map_or(0, |visit| visit.conflicts.len());
        match action {
            Action::TakeBase | Action::TakeOurs | Action::TakeTheirs | Action::LeaveAsIs => {
                count > 0
            }
            Action::NextConflict | Action::PrevConflict => count > 1,
            Action::Undo => scene.can_undo(),
            Action::Redo => scene.can_redo(),
            other => self.page.can(other),
        }
    }

    fn offers(&self, action: Action, scene: &Scene<'_>) -> bool {
        match action {
            Action::TakeBase
            | Action::TakeOurs
            | Action::TakeTheirs
            | Action::LeaveAsIs
            | Action::NextConflict => self.available(action, scene),
            _ => true,
        }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        if let Some(version) = Self::taken(action) {
            return self.settle(Some(version), scene);
        }
        match action {
            Action::LeaveAsIs => self.settle(None, scene),
            Action::NextConflict => self.go(1, scene),
            Action::PrevConflict => self.go(-1, scene),
            Action::Undo => self.remember(Request::Undo, scene),
            Action::Redo => self.remember(Request::Redo, scene),
            other if self.page.moved(other) => Reply::nothing(),
            _ => Reply::Pass,
        }
    }

    fn clicked(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        self.page.clicked(click);
        match (click, self.places.at(at)) {
            (Click::Double, Some(version)) => self.settle(Some(version), scene),
            _ => Reply::nothing(),
        }
    }

    fn changed(&mut self, scene: &Scene<'_>) {
        if let (Some(before), Some(visit)) = (self.before.take(), scene.visit()) {
            let back = visit.conflicts.iter().find(|own| !before.contains(own));
            self.shown = back.cloned().or(self.shown.take());
        }
        let current = self.current(scene);
        self.at = current.map_or(self.at, |(at, _)| at);
        self.shown = current.map(|(_, conflict)| conflict.clone());
    }
}
