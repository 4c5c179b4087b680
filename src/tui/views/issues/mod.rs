//! The issues of the visit, the newest first, with what changed in the selected one and what was
//! exported of it.

mod changes;
mod draw;
mod make;

use std::sync::Arc;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    session::ListedIssue,
    tui::{
        action::Action,
        keymap::Context,
        list::{Scroll, step, way},
        view::{Answer, Click, Effect, Reply, Request, Scene, View},
    },
};
pub(super) use changes::{Changes, draw_lines, lines};
pub(super) use draw::draw_more;
pub(in crate::tui) use make::make_issue;

/// The issues of the visit.
#[derive(Default)]
pub(in crate::tui) struct Issues {
    /// What there is, or why that cannot be said; none until it has been read.
    listed: Option<Arc<Result<Vec<ListedIssue>, String>>>,
    at: usize,
    scroll: Scroll,
    page: usize,
    rows: Vec<(Rect, usize)>,
}

impl Issues {
    /// Opens the list and asks for what is in it.
    pub(in crate::tui) fn open(scene: &Scene<'_>) -> Reply {
        let open = Request::Open(Box::new(Self::default()));
        Reply::Done(std::iter::once(open).chain(ask(scene)).collect())
    }

    fn all(&self) -> &[ListedIssue] {
        let listed = self.listed.as_deref();
        listed
            .and_then(|listed| listed.as_deref().ok())
            .unwrap_or_default()
    }

    fn selected(&self) -> Option<&ListedIssue> {
        let selected = self.all().get(self.at);
        selected.filter(|listed| !listed.is_nothing())
    }

    fn go(&mut self, by: isize) -> Reply {
        self.at = step(self.at, by, self.all().len());
        Reply::nothing()
    }

    /// Shows all that changed in the selected one.
    fn read(&self, scene: &Scene<'_>) -> Reply {
        let (Some(selected), Some(visit)) = (self.selected(), scene.visit()) else {
            return Reply::Pass;
        };
        let changes = Changes::of(selected, visit, scene.lang());
        Reply::one(Request::Open(Box::new(changes)))
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
        draw::draw(self, area, buf, scene);
    }

    fn available(&self, action: Action, scene: &Scene<'_>) -> bool {
        match action {
            Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last
            | Action::Detail => self.selected().is_some(),
            Action::Issue => scene.session.is_some(),
            _ => false,
        }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        let page = self.page.max(1).cast_signed();
        if let Some(by) = way(action, page) {
            return self.go(by);
        }
        match action {
            Action::Detail => self.read(scene),
            Action::Issue => make_issue(scene),
            _ => Reply::Pass,
        }
    }

    fn clicked(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        match click {
            Click::WheelUp => return self.go(-1),
            Click::WheelDown => return self.go(1),
            Click::Press | Click::Double => {}
        }
        let row = self.rows.iter().find(|(area, _)| area.contains(at));
        let Some((_, row)) = row else {
            return Reply::nothing();
        };
        self.at = *row;
        if click == Click::Double {
            return self.read(scene);
        }
        Reply::nothing()
    }

    fn answered(&mut self, answer: Answer, scene: &Scene<'_>) -> Reply {
        match answer {
            Answer::Issues(listed) => {
                self.listed = Some(listed);
                self.go(0)
            }
            Answer::Issued => Reply::Done(ask(scene).into_iter().collect()),
            _ => Reply::Pass,
        }
    }
}
