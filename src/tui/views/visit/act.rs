//! What can be done in the visit: moving about, and asking `plan` for changes.

use std::path::PathBuf;

use ratatui::layout::Position;

use super::{Pane, Tab, VisitView, change};
use crate::{
    model::Visit,
    plan, say,
    session::{Saving, Session},
    tui::{
        action::Action,
        list::{moves, step},
        view::{Click, Effect, Reply, Request, Scene},
        views,
    },
    words::Lang,
};

impl VisitView {
    /// Whether an action does something here and now.
    pub(super) fn can(&self, action: Action, scene: &Scene<'_>) -> bool {
        if scene.session.is_none() {
            return false;
        }
        let chosen = self.selection().id().is_some();
        match action {
            Action::Remove => chosen,
            Action::NextPane
            | Action::PrevPane
            | Action::Detail
            | Action::Search
            | Action::Export
            | Action::Issue
            | Action::Issues
            | Action::Backups
            | Action::Records
            | Action::Conflicts => true,
            Action::Unlock => scene.is_reading(),
            Action::WriteBack => !scene.is_reading(),
            Action::NextDay | Action::PrevDay => Self::tabs(scene).len() > 1,
            git if views::git::is_own(git) => views::git::can(git, scene),
            Action::Undo => scene.can_undo(),
            Action::Redo => scene.can_redo(),
            other => moves(other) && chosen || change::can(self, other, scene),
        }
    }

    /// Carries an action out.
    pub(super) fn perform(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        let ids = self.ids(self.pane, scene);
        if self.selections[self.pane as usize].moved(action, &ids) {
            return Reply::nothing();
        }
        match action {
            Action::NextPane => self.turn(1),
            Action::PrevPane => self.turn(Pane::ALL.len() - 1),
            Action::NextDay => self.turn_day(1, scene),
            Action::PrevDay => self.turn_day(-1, scene),
            Action::Detail => {
                self.detail = !self.detail;
                Reply::nothing()
            }
            Action::Export => self.export(scene),
            Action::Issue => views::make_issue(scene),
            Action::Issues => views::Issues::open(scene),
            git if views::git::is_own(git) => views::git::perform(git, scene),
            Action::Backups => scene.session.map_or(Reply::Pass, |session| {
                views::Backups::open(session.file(), scene)
            }),
            Action::Search => Reply::open(views::Search::default()),
            Action::Conflicts => Reply::open(views::Conflicts::default()),
            Action::Records => Reply::open(views::Records::new()),
            Action::Unlock => {
                let file = session_file(scene).into_iter();
                Reply::Done(file.map(Effect::OpenToWrite).map(Request::Run).collect())
            }
            Action::WriteBack => scene
                .session
                .map_or(Reply::Pass, |session| write_back(session, scene.lang())),
            Action::Undo => Reply::one(Request::Undo),
            Action::Redo => Reply::one(Request::Redo),
            Action::Remove => {
                self.on_selected(scene, |visit, id| plan::remove(visit, id, scene.lang()))
            }
            other => change::perform(self, other, scene),
        }
    }

    /// Shows the paper of the day at hand.
    fn export(&self, scene: &Scene<'_>) -> Reply {
        let day = match self.tab(scene) {
            Tab::Day(day) => Some(day),
            Tab::Unplaced => None,
        };
        let lang = scene.visit().map_or(scene.lang(), Visit::main_lang);
        let mut requests = vec![Request::open(views::Export::new(day, lang))];
        let file = session_file(scene);
        requests.extend(file.map(|path| Request::Run(Effect::Desk(path))));
        Reply::Done(requests)
    }

    /// Asks `plan` for something with the selected record.
    fn on_selected(
        &self,
        scene: &Scene<'_>,
        ask: impl FnOnce(&Visit, &str) -> Result<crate::edit::Transaction, plan::Refusal>,
    ) -> Reply {
        let (Some(visit), Some(id)) = (scene.visit(), self.selection().id()) else {
            return Reply::Pass;
        };
        Reply::one(Request::plan(ask(visit, id), scene.lang()))
    }

    fn turn(&mut self, by: usize) -> Reply {
        self.pane = Pane::ALL[(self.pane as usize + by) % Pane::ALL.len()];
        Reply::nothing()
    }

    fn turn_day(&mut self, by: isize, scene: &Scene<'_>) -> Reply {
        let tabs = Self::tabs(scene);
        let now = self.tab(scene);
        let at = tabs.iter().position(|tab| *tab == now).unwrap_or(0);
        self.tab = tabs.get(step(at, by, tabs.len())).copied();
        self.settle(scene);
        Reply::nothing()
    }

    /// Takes what the mouse did.
    pub(super) fn pointed(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        if let Some(tab) = self.tabs.pressed(click, at) {
            self.tab = Some(tab);
            self.settle(scene);
            return Reply::nothing();
        }
        let under =
            |pane: &Pane| self.areas.panes[*pane as usize].is_some_and(|area| area.contains(at));
        let Some(pane) = Pane::ALL.into_iter().find(under) else {
            return Reply::Pass;
        };
        self.pane = pane;
        let ids = self.ids(pane, scene);
        match self.selections[pane as usize].clicked(click, at, &ids) {
            Some(Click::Double) if self.can(Action::Edit, scene) => {
                self.perform(Action::Edit, scene)
            }
            _ => Reply::nothing(),
        }
    }
}

/// Puts what is here back into a file that is lost; else says how saving stands, to whoever is used
/// to asking for it.
fn write_back(session: &Session, lang: Lang) -> Reply {
    if session.spoilt().is_some() {
        return views::writing_back(session, vec![Request::WriteBack], lang);
    }
    Reply::one(match session.saving() {
        Saving::Failed(said) => Request::Fail(said.clone()),
        Saving::Saved | Saving::Pending => Request::Tell(say!(
            lang,
            "Jede Änderung wird von selbst gespeichert",
            "Every change is saved by itself",
            "Chaque modification est enregistrée d’elle-même"
        )),
    })
}

/// The file of the open visit.
fn session_file(scene: &Scene<'_>) -> Option<PathBuf> {
    scene.session.map(|session| session.file().to_owned())
}
