//! Asking for the note of an issue that is to be made.

use crate::{
    paper::Remark,
    say,
    session::{issue_name, issue_said},
    store::{Issue, IssueError},
    tui::{
        view::{Effect, Reply, Request, Scene},
        views::prompt::Prompt,
    },
    words::Speak,
};

/// Asks for the note of the next issue, unless that would be the newest one again.
pub(in crate::tui) fn make_issue(scene: &Scene<'_>) -> Reply {
    let Some(session) = scene.session else {
        return Reply::Pass;
    };
    let lang = scene.lang();
    let number = match session.newest_issue() {
        Some((issue, true)) => {
            let refusal = IssueError::Unchanged(issue.clone());
            return Reply::one(Request::Fail(refusal.say(lang)));
        }
        Some((issue, false)) => issue.number.saturating_add(1),
        None => 1,
    };
    let name = issue_name(number, lang);
    let title = say!(
        lang,
        "{name}: Vermerk, etwa an wen sie geht",
        "{name}: a note, such as whom it goes to",
        "{name}\u{a0}: note, p. ex. à qui elle est remise"
    );
    let prompt = Prompt::new(title, "")
        .checked(move |note, scene| Ok(understood(number, note, scene)))
        .then(|note, scene| Ok(made(note, scene).into_iter().collect()));
    Reply::open(prompt)
}

/// "Fassung 2, Stand: 11.11.2024, 14:00 Uhr", and what should be settled before.
fn understood(number: u32, note: &str, scene: &Scene<'_>) -> String {
    let zone = scene
        .visit()
        .map_or(crate::model::Zone::UTC, crate::model::Visit::zone);
    let issue = Issue {
        number,
        at: scene.settings.now.in_zone(zone),
        note: note.to_owned(),
        erased: Vec::new(),
    };
    let said = issue_said(&issue, scene.lang());
    match scene.visit().map_or(0, |visit| visit.conflicts.len()) {
        0 => said,
        open => format!("{said}. {}", Remark::OpenConflicts(open).say(scene.lang())),
    }
}

fn made(note: &str, scene: &Scene<'_>) -> Option<Request> {
    let session = scene.session?;
    Some(Request::Run(Effect::Issue {
        path: session.file().to_owned(),
        visit: session.shared(),
        saver: session.saver().cloned(),
        note: note.to_owned(),
    }))
}
