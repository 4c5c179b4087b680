//! What a visit that is open for reading only refuses, decided here for every view: which actions
//! do not work, which keys write nothing, and which requests are not carried out.

use crossterm::event::{KeyCode, KeyEvent};

use super::{
    action::Action,
    keymap::Context,
    view::{Asked, Effect, GitOrder, Request, Scene, View},
};
use crate::{
    say,
    session::ReadOnly,
    words::{Said, Speak},
};

/// Where text is typed that becomes part of the visit.
const FORMS: [Context; 4] = [
    Context::Form,
    Context::Prose,
    Context::Rows,
    Context::Attendance,
];

/// Whether an action is refused in the view on top.
pub(super) fn refuses(action: Action, top: &dyn View, scene: &Scene<'_>) -> bool {
    scene.is_reading() && changes(action, is_form(top))
}

/// Whether the visit is open for reading only, and may be opened for writing.
pub(super) fn can_end(scene: &Scene<'_>) -> bool {
    scene.is_reading() && closed(scene).is_none()
}

/// Why the visit may not be written, where it is not just a matter of wanting to.
fn closed<'a>(scene: &Scene<'a>) -> Option<&'a ReadOnly> {
    let why = scene.session?.read_only();
    why.filter(|why| matches!(why, ReadOnly::Closed(_)))
}

/// A word or two for an action: what would change something is looked at.
pub(super) const fn label(action: Action, reading: bool) -> Said {
    match action {
        Action::Edit if reading => Said::new("ansehen", "view", "consulter"),
        _ => action.label(),
    }
}

/// What an action does, said of a visit that is open for reading only or not.
pub(super) const fn hint(action: Action, reading: bool) -> Said {
    match action {
        Action::Edit if reading => Said::new(
            "Auswahl ansehen",
            "View the selection",
            "Consulter la sélection",
        ),
        _ => action.hint(),
    }
}

/// Whether what is typed or pasted is refused in the view on top.
pub(super) fn refuses_text(top: &dyn View, scene: &Scene<'_>) -> bool {
    scene.is_reading() && is_form(top)
}

/// Whether a key that no binding took is refused in the view on top; moving about is not.
pub(super) fn refuses_key(key: KeyEvent, top: &dyn View, scene: &Scene<'_>) -> bool {
    let writes = matches!(
        key.code,
        KeyCode::Char(_) | KeyCode::Backspace | KeyCode::Delete | KeyCode::Enter
    );
    writes && refuses_text(top, scene)
}

/// Whether a request is refused, whatever view it comes from.
pub(super) fn refuses_request(request: &Request, scene: &Scene<'_>) -> bool {
    scene.is_reading()
        && match request {
            Request::Commit(transaction) => !transaction.is_empty(),
            Request::Undo
            | Request::Redo
            | Request::WriteBack
            | Request::Run(
                Effect::Issue { .. }
                | Effect::RestoreBackup { .. }
                | Effect::Git(GitOrder {
                    asked: Asked::Tasks(_),
                    ..
                }),
            ) => true,
            _ => false,
        }
}

/// Why it is refused, and what helps: a key where it is only a matter of wanting to.
pub(super) fn refusal(scene: &Scene<'_>) -> String {
    let lang = scene.lang();
    if let Some(closed) = closed(scene) {
        return closed.say(lang);
    }
    let why = scene.session.and_then(|session| session.read_only());
    let why = why.map_or_else(String::new, |why| why.say(lang));
    let key = scene.key(Context::Visit, Action::Unlock);
    say!(
        lang,
        "{why} {key} im Besuch öffnet ihn zum Schreiben.",
        "{why} {key} in the visit opens it for writing.",
        "{why} {key} dans la visite l’ouvre en écriture."
    )
}

fn is_form(top: &dyn View) -> bool {
    top.contexts().iter().any(|own| FORMS.contains(own))
}

/// Whether an action changes the visit; some do so only in a form. To open a record's form changes
/// nothing.
const fn changes(action: Action, in_form: bool) -> bool {
    match action {
        Action::Accept | Action::Toggle | Action::Optional => in_form,
        Action::Add
        | Action::Remove
        | Action::Duplicate
        | Action::Erase
        | Action::Undo
        | Action::Redo
        | Action::WriteBack
        | Action::Issue
        | Action::EditVisit
        | Action::Done
        | Action::Move
        | Action::Later
        | Action::Earlier
        | Action::LaterFive
        | Action::EarlierFive
        | Action::ShiftLater
        | Action::ShiftEarlier
        | Action::Shift
        | Action::MakeRoom
        | Action::SwapUp
        | Action::SwapDown
        | Action::DuplicateDay
        | Action::Attendance
        | Action::Fix
        | Action::Confirm
        | Action::RankUp
        | Action::RankDown
        | Action::RankByRule
        | Action::NamePeople
        | Action::Step
        | Action::Renew
        | Action::AddSignatory
        | Action::Restore
        | Action::TakeBase
        | Action::TakeOurs
        | Action::TakeTheirs
        | Action::LeaveAsIs
        | Action::GitCommit
        | Action::GitPull
        | Action::GitPush
        | Action::GitAbort => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::{
        session::{Company, ReadOnly, Session, Settings, repository::Task},
        store,
        tui::{app::App, keymap::Keymap},
        words::Lang,
    };

    /// A sample that is open for reading only, after these actions.
    fn after(actions: &[Action]) -> App {
        let settings = Settings::under(Path::new("/nowhere"));
        let path = PathBuf::from("assets/samples/duesseldorf-marrakesch-2024.ron");
        let visit = store::open(&path).unwrap().visit;
        let company = Company {
            reading: Some(ReadOnly::Asked),
            ..Company::default()
        };
        let mut app = App::new(settings, Keymap::built_in());
        app.show(Session::new(visit, path, None).in_company(company));
        for action in actions {
            app.act(*action);
        }
        app
    }

    fn is_refused(app: &App) -> bool {
        app.notice()
            .is_some_and(|notice| notice.text.contains("opens it for writing"))
    }

    #[test]
    fn what_works_is_done_what_is_dimmed_is_refused_and_nothing_changes() {
        let places: [&[Action]; 6] = [
            &[Action::NextDay],
            &[Action::NextPane],
            &[Action::PrevPane],
            &[Action::Records, Action::PrevPane],
            &[Action::NextDay, Action::Edit],
            &[Action::PrevPane, Action::Edit],
        ];
        for place in places {
            let mut refused = Vec::new();
            for action in Action::ALL {
                let mut app = after(place);
                let before = app.session().unwrap().shared();
                let (scene, layers) = app.stage();
                let works = layers.works(*action, &scene);
                app.act(*action);
                assert!(
                    !(works && is_refused(&app)),
                    "{action:?} is offered at {place:?}, and refused"
                );
                if is_refused(&app) {
                    refused.push(*action);
                }
                if let Some(session) = app.session() {
                    assert_eq!(session.visit(), &*before, "{action:?} at {place:?}");
                }
            }
            assert!(refused.contains(&Action::Add), "{place:?}: {refused:?}");
        }
    }

    fn asked(asked: Asked) -> Request {
        Request::Run(Effect::Git(GitOrder {
            path: PathBuf::from("visit.ron"),
            saver: None,
            asked,
        }))
    }

    #[test]
    fn a_request_that_changes_is_refused_wherever_it_comes_from() {
        let mut app = after(&[]);
        let (scene, _) = app.stage();
        let id = scene
            .visit()
            .unwrap()
            .items
            .iter()
            .next()
            .unwrap()
            .id
            .to_string();
        let planned = crate::plan::remove(scene.visit().unwrap(), &id, Lang::En).unwrap();
        for (request, refused) in [
            (Request::Commit(planned), true),
            (Request::Undo, true),
            (Request::Redo, true),
            (Request::WriteBack, true),
            (Request::Tell(String::new()), false),
            (Request::Run(Effect::Quit), false),
            (asked(Asked::Tasks(vec![Task::Pull])), true),
            (
                asked(Asked::Look {
                    all: true,
                    made: None,
                }),
                false,
            ),
        ] {
            assert_eq!(refuses_request(&request, &scene), refused);
        }
    }
}
