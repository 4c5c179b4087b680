//! The issues of the visit, the newest first, with what changed in the selected one and what was
//! exported of it.

mod draw;
mod make;

use std::sync::Arc;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    session::{ListedIssue, draft_name, issue_said},
    tui::{
        action::Action,
        keymap::Context,
        list::{List, moves},
        view::{Answer, Click, Effect, Reply, Request, Scene, View},
        views::changes::Changes,
    },
};
pub(in crate::tui) use make::make_issue;

/// The issues of the visit.
#[derive(Default)]
pub(in crate::tui) struct Issues {
    /// What there is, or why that cannot be said; none until it has been read.
    listed: Option<Arc<Result<Vec<ListedIssue>, String>>>,
    list: List,
}

impl Issues {
    /// Opens the list and asks for what is in it.
    pub(in crate::tui) fn open(scene: &Scene<'_>) -> Reply {
        let open = Request::open(Self::default());
        Reply::Done(std::iter::once(open).chain(ask(scene)).collect())
    }

    fn all(&self) -> &[ListedIssue] {
        let listed = self.listed.as_deref();
        listed
            .and_then(|listed| listed.as_deref().ok())
            .unwrap_or_default()
    }

    fn selected(&self) -> Option<&ListedIssue> {
        let selected = self.all().get(self.list.at());
        selected.filter(|listed| !listed.is_nothing())
    }

    /// Shows all that changed in the selected one.
    fn read(&self, scene: &Scene<'_>) -> Reply {
        let (Some(selected), Some(visit)) = (self.selected(), scene.visit()) else {
            return Reply::Pass;
        };
        let lang = scene.lang();
        let title = selected.issue.as_ref().map_or_else(
            || draft_name(selected.since, lang),
            |issue| issue_said(issue, lang),
        );
        let changes = Changes::new(title, selected.told(visit, lang));
        Reply::open(changes)
    }
}

/// Asks for the issues of the open visit.
fn ask(scene: &Scene<'_>) -> Option<Request> {
    let session = scene.session?;
    Some(Request::Run(Effect::Issues {
        path: session.file().to_owned(),
        visit: session.shared(),
    }))
}

impl View for Issues {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Issues, Context::Move]
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        draw::overview(self, scene).draw(&mut self.list, area, buf, scene);
    }

    fn available(&self, action: Action, scene: &Scene<'_>) -> bool {
        match action {
            Action::Detail => self.selected().is_some(),
            Action::Issue => scene.session.is_some(),
            other => moves(other) && self.selected().is_some(),
        }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        if self.list.moved(action, self.all().len()) {
            return Reply::nothing();
        }
        match action {
            Action::Detail => self.read(scene),
            Action::Issue => make_issue(scene),
            _ => Reply::Pass,
        }
    }

    fn clicked(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        match self.list.clicked(click, at, self.all().len()) {
            Some(Click::Double) => self.read(scene),
            _ => Reply::nothing(),
        }
    }

    fn answered(&mut self, answer: Answer, scene: &Scene<'_>) -> Reply {
        match answer {
            Answer::Issues(listed) => {
                self.listed = Some(listed);
                self.list.go_to(self.list.at(), self.all().len());
                Reply::nothing()
            }
            Answer::Issued => Reply::Done(ask(scene).into_iter().collect()),
            _ => Reply::Pass,
        }
    }
}
