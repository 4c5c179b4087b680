//! What can be done in the repository of the visit, and where something cannot, why not.

use crate::{
    model::View,
    say,
    session::{
        Saving, Session,
        repository::{Standing, named, open_said},
    },
    store::git::{Doing, State, Why},
    tui::{action::Action, keymap::Context, view::Scene},
    words::{Lang, Said, Speak, capitalised, count, plural, shared},
};

/// Whether an action on the repository does something here and now.
pub(in crate::tui) fn can(action: Action, scene: &Scene<'_>) -> bool {
    let Some(session) = scene.session else {
        return false;
    };
    let repository = session.repository();
    let working = repository.working();
    match (action, repository.standing()) {
        // Whoever is faster than the first look waits for it in the view.
        (Action::Git, Standing::Unknown) => true,
        (_, Standing::Unknown | Standing::Outside) => false,
        (Action::Git, _) => true,
        (Action::GitStop, _) => working.is_some_and(|(aim, _)| aim.can_stop()),
        (_, Standing::Barred(_)) => false,
        (_, Standing::Inside(state)) => working.is_none() && can_in(action, state, session),
    }
}

fn can_in(action: Action, state: &State, session: &Session) -> bool {
    let is_free = state.doing.is_none() && state.branch.is_some();
    match action {
        Action::GitCommit if state.doing.is_some() => is_settled(session),
        // What came back from a stash and could not be merged would be taken for settled.
        Action::GitCommit | Action::GitPull if session.repository().unmerged().is_some() => false,
        Action::GitCommit => !state.changed.is_empty() || session.saving() != &Saving::Saved,
        Action::GitPull => is_free && state.upstream.is_some(),
        Action::GitPush => is_free && (state.ahead > 0 || state.upstream.is_none()),
        Action::GitAbort => state.doing == Some(Doing::Merging),
        _ => false,
    }
}

/// Whether nothing is left to be settled in this visit; what is open elsewhere is said on concluding.
fn is_settled(session: &Session) -> bool {
    session.visit().conflicts.is_empty() && session.repository().unmerged().is_none()
}

/// Why an action on the repository does nothing here and now, and what to do first; none where that
/// goes without saying.
pub(super) fn why_not(action: Action, scene: &Scene<'_>) -> Option<String> {
    let lang = scene.lang();
    let session = scene.session?;
    let repository = session.repository();
    let asks = matches!(
        action,
        Action::GitCommit | Action::GitPull | Action::GitPush | Action::GitAbort
    );
    if !asks || can(action, scene) {
        return None;
    }
    if repository.working().is_some() {
        return Some(say!(
            lang,
            "git arbeitet noch. Bitte warten, bis es fertig ist.",
            "git is still at work. Please wait until it is done.",
            "git travaille encore. Attendez qu’il ait terminé."
        ));
    }
    let state = repository.state()?;
    let why = |why: Why| Some(why.said().get(lang).to_owned());
    match action {
        Action::GitCommit if repository.unmerged().is_some() => {
            repository.unmerged().map(|error| error.say(lang))
        }
        Action::GitCommit if state.doing.is_some() => Some(unsettled(session, state, scene)),
        Action::GitCommit => why(Why::Nothing),
        Action::GitAbort => Some(match state.doing {
            Some(doing) => super::lines::giving_up(doing, &state.root, scene),
            None => say!(
                lang,
                "Es gibt nichts abzubrechen: Es ist keine Zusammenführung offen",
                "There is nothing to abort: no merge is open",
                "Il n’y a rien à abandonner\u{a0}: aucune fusion n’est en cours"
            ),
        }),
        _ if state.doing.is_some() => state.doing.map(|doing| unfinished(doing, lang)),
        Action::GitPull if repository.unmerged().is_some() => {
            repository.unmerged().map(|error| error.say(lang))
        }
        _ if state.branch.is_none() => why(Why::NoBranch),
        Action::GitPull => why(Why::NoUpstream),
        _ => Some(say!(
            lang,
            "Es gibt nichts zu senden: Jeder Commit ist schon auf der Gegenstelle",
            "There is nothing to push: the other side has every commit already",
            "Il n’y a rien à envoyer\u{a0}: le serveur distant a déjà tous les commits"
        )),
    }
}

/// What the officer has to say yes to before the visit is committed as it is; none if nothing is in
/// question.
pub(super) fn question(scene: &Scene<'_>) -> Option<String> {
    let lang = scene.lang();
    let session = scene.session?;
    let visit = session.visit();
    if let Some(error) = session.repository().one_sided() {
        let said = error.say(lang);
        return Some(say!(
            lang,
            "{said} Trotzdem so in den Commit?",
            "{said} Commit it like this all the same?",
            "{said} Valider quand même ainsi\u{a0}?"
        ));
    }
    if visit.conflicts.is_empty() {
        return None;
    }
    let open = visit.conflicts.len();
    let what = named(&visit.conflicts, View { visit, lang });
    let [is_open, would_go] =
        [&IS_OPEN, &WOULD_GO].map(|said| plural(open, said[0], said[1], lang));
    let open = count(open, shared::CONFLICT, shared::CONFLICTS, lang);
    Some(say!(
        lang,
        "{open} {is_open} und {would_go} mit in den Commit: {what}. Trotzdem?",
        "{open} {is_open} and {would_go}: {what}. Commit all the same?",
        "{open} {is_open} et {would_go}\u{a0}: {what}. Valider quand même\u{a0}?"
    ))
}

const IS_OPEN: [Said; 2] = [
    Said::new("ist offen", "is open", "est ouvert"),
    Said::new("sind offen", "are open", "sont ouverts"),
];
const WOULD_GO: [Said; 2] = [
    Said::new("käme", "would be committed", "serait validé"),
    Said::new("kämen", "would be committed", "seraient validés"),
];

/// That something was begun that has to be concluded or given up first.
fn unfinished(doing: Doing, lang: Lang) -> String {
    let begun = capitalised(open_said(doing).get(lang));
    say!(
        lang,
        "{begun}. Bitte erst abschließen oder abbrechen.",
        "{begun}. Please conclude or abort it first.",
        "{begun}. Terminez d’abord l’opération ou abandonnez-la."
    )
}

/// That what was begun cannot be concluded before the conflicts of the visit are settled.
fn unsettled(session: &Session, state: &State, scene: &Scene<'_>) -> String {
    let lang = scene.lang();
    let open = session.visit().conflicts.len();
    let open = count(open, shared::CONFLICT, shared::CONFLICTS, lang);
    let begun = state.doing.map_or("", |doing| open_said(doing).get(lang));
    let begun = capitalised(begun);
    let settle = scene.key(Context::Git, Action::Conflicts);
    let commit = scene.key(Context::Git, Action::GitCommit);
    say!(
        lang,
        "{begun}. In diesem Besuch ist noch zu entscheiden: {open} (Taste {settle}). Danach schließt Taste {commit} ab.",
        "{begun}. First settle {open} in this visit (key {settle}), then conclude with {commit}.",
        "{begun}. Réglez d’abord {open} dans cette visite (touche {settle}), puis terminez avec {commit}."
    )
}
