//! The repository of the visit: how it stands, what was committed, and what can be done there.

mod can;
mod lines;

pub(in crate::tui) use can::can;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    say,
    session::{Session, repository::Task},
    tui::{
        action::Action,
        keymap::Context,
        line::Line,
        page::Page,
        paint,
        view::{Answer, Asked, Click, Effect, GitOrder, Reply, Request, Scene, View},
        views::{
            ask::Ask,
            conflicts::Conflicts,
            form::{Prose, of_part},
        },
    },
    words::{Lang, Said},
};

/// The columns and rows of the box.
const SIZE: (u16, u16) = (92, 22);
/// What a message that is being written is kept as.
const PART: &str = "commit";

const MESSAGE: Said = Said::new(
    "Nachricht des Commits",
    "Message of the commit",
    "Message du commit",
);
/// Why it is asked for although something else was wanted.
const FIRST: Said = Said::new(
    "Änderungen erst in einen Commit, dann holen: Nachricht des Commits",
    "Commit your changes first, then the pull: Message of the commit",
    "Modifications à valider avant la récupération\u{a0}: Message du commit",
);

/// The repository of the visit.
#[derive(Default)]
pub(in crate::tui) struct Git {
    page: Page,
    /// Whether what is on the other side is to be got once the visit is committed.
    then_pull: bool,
}

/// Whether an action is one on the repository.
pub(in crate::tui) const fn is_own(action: Action) -> bool {
    matches!(
        action,
        Action::Git
            | Action::GitCommit
            | Action::GitPull
            | Action::GitPush
            | Action::GitAbort
            | Action::GitStop
    )
}

fn give_up(lang: Lang) -> String {
    say!(
        lang,
        "Zusammenführung abbrechen? Alles wird wie vor dem Holen; was seither am Besuch geändert wurde, bleibt nur in einer Sicherung.",
        "Abort the merge? Everything becomes as before the pull; what was changed in the visit since stays in a backup only.",
        "Abandonner la fusion\u{a0}? Tout redevient comme avant la récupération\u{a0}; les modifications faites depuis dans la visite ne restent que dans une sauvegarde."
    )
}

/// Carries an action on the repository out, over the visit.
pub(in crate::tui) fn perform(action: Action, scene: &Scene<'_>) -> Reply {
    let mut view = Git::default();
    let first = view.act(action, scene);
    let made = scene.session.and_then(Session::made);
    let look = order(Asked::Look { all: true, made }, scene);
    let mut requests = vec![Request::open(view)];
    requests.extend(look);
    if let Reply::Done(more) = first {
        requests.extend(more);
    }
    Reply::Done(requests)
}

/// Asks something of the repository of the open visit.
fn order(asked: Asked, scene: &Scene<'_>) -> Option<Request> {
    let session = scene.session?;
    Some(Request::Run(Effect::Git(GitOrder {
        path: session.file().to_owned(),
        saver: session.saver().cloned(),
        asked,
    })))
}

fn tasks(tasks: Vec<Task>, scene: &Scene<'_>) -> Reply {
    Reply::Done(order(Asked::Tasks(tasks), scene).into_iter().collect())
}

impl Git {
    /// Asks for the message of a commit.
    fn write(&mut self, then_pull: bool, scene: &Scene<'_>) -> Reply {
        let Some(session) = scene.session else {
            return Reply::Pass;
        };
        self.then_pull = then_pull;
        let title = if then_pull { FIRST } else { MESSAGE };
        let title = title.get(scene.lang()).to_owned();
        let line = Line::new(session.message());
        let prose = Prose::new(title, of_part(PART.to_owned()), line);
        match can::question(scene) {
            Some(question) => {
                let ask = Ask::then(question, vec![Request::open(prose)]);
                Reply::open(ask)
            }
            None => Reply::open(prose),
        }
    }

    /// Concludes what was begun, once the officer has said that it is settled where only they know.
    fn conclude(scene: &Scene<'_>) -> Reply {
        let conclude = |knowingly| vec![Task::Conclude { knowingly }];
        match can::question(scene) {
            Some(question) => {
                let on_yes = order(Asked::Tasks(conclude(true)), scene).into_iter();
                Reply::open(Ask::then(question, on_yes.collect()))
            }
            None => tasks(conclude(false), scene),
        }
    }

    fn commit(&self, message: &str, scene: &Scene<'_>) -> Reply {
        let Some(session) = scene.session else {
            return Reply::Pass;
        };
        if message.trim().is_empty() {
            return Reply::one(Request::Fail(say!(
                scene.lang(),
                "Ein Commit braucht eine Nachricht; es wurde keiner angelegt",
                "A commit needs a message; none was made",
                "Un commit a besoin d’un message\u{a0}; aucun n’a été créé"
            )));
        }
        let commit = Task::Commit {
            message: message.to_owned(),
            made: session.history().made(),
        };
        let pull = self.then_pull.then_some(Task::Pull);
        tasks(std::iter::once(commit).chain(pull).collect(), scene)
    }
}

fn has_conflicts(scene: &Scene<'_>) -> bool {
    let visit = scene.visit();
    visit.is_some_and(|visit| !visit.conflicts.is_empty())
}

impl View for Git {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Git, Context::Move]
    }

    fn place(&self, screen: Rect) -> Rect {
        paint::middle(screen, SIZE.0, SIZE.1)
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        paint::clear(buf, area);
        let inner = paint::frame(buf, area, "git", true, scene.styles);
        let width = inner.width.saturating_sub(2);
        let lines = lines::lines(scene, width.into());
        self.page.draw(area, inner, buf, lines, scene.styles);
    }

    fn available(&self, action: Action, scene: &Scene<'_>) -> bool {
        match action {
            Action::Close => true,
            Action::Git => false,
            Action::Conflicts => has_conflicts(scene),
            other => self.page.can(other) || can(other, scene),
        }
    }

    fn offers(&self, action: Action, scene: &Scene<'_>) -> bool {
        action != Action::Conflicts || has_conflicts(scene)
    }

    fn why_not(&self, action: Action, scene: &Scene<'_>) -> Option<String> {
        can::why_not(action, scene)
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        let state = scene
            .session
            .and_then(|session| session.repository().state());
        let has_changes = state.is_some_and(|state| !state.changed.is_empty());
        match action {
            Action::GitCommit if state.is_some_and(|state| state.doing.is_some()) => {
                Self::conclude(scene)
            }
            Action::GitCommit => self.write(false, scene),
            // What came in could not be merged into what is in no commit.
            Action::GitPull if has_changes => self.write(true, scene),
            Action::GitPull => tasks(vec![Task::Pull], scene),
            Action::GitPush => tasks(vec![Task::Push], scene),
            Action::GitAbort => {
                let on_yes = order(Asked::Tasks(vec![Task::Abort]), scene).into_iter();
                let ask = Ask::then(give_up(scene.lang()), on_yes.collect());
                Reply::open(ask)
            }
            Action::GitStop => Reply::Done(order(Asked::Stop, scene).into_iter().collect()),
            Action::Conflicts => Reply::Done(vec![
                Request::Close(None),
                Request::open(Conflicts::default()),
            ]),
            other if self.page.moved(other) => Reply::nothing(),
            _ => Reply::Pass,
        }
    }

    fn clicked(&mut self, click: Click, _: Position, _: &Scene<'_>) -> Reply {
        self.page.clicked(click);
        Reply::nothing()
    }

    fn answered(&mut self, answer: Answer, scene: &Scene<'_>) -> Reply {
        match answer {
            Answer::Text(message) => self.commit(&message, scene),
            _ => Reply::Pass,
        }
    }
}
