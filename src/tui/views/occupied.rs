//! A visit that somebody else has open: said who and since when, and opened as one wishes.

use super::pick::{Choice, Pick};
use crate::{
    say,
    session::{Session, company},
    tui::{
        action::Action,
        view::{Effect, Request, Scene, View},
    },
    words::Lang,
};

/// What one may do.
const READ: &str = "read";
const WRITE: &str = "write";
const BACK: &str = "back";

/// Who has the visit open, and a view that asks how it is to be opened here. Until that is answered
/// it is open for reading only.
pub(in crate::tui) fn ask_how(session: &Session, scene: &Scene<'_>) -> (String, Box<dyn View>) {
    let lang = scene.lang();
    let told = company::told(session.others(), scene.settings);
    let told = say!(
        lang,
        "{told} Wenn Sie trotzdem öffnen, werden alle Änderungen beim Speichern zusammengeführt; \
         nichts wird überschrieben.",
        "{told} If you open it anyway, all changes are merged when they are saved; nothing is \
         overwritten.",
        "{told} Si vous l’ouvrez quand même, toutes les modifications sont fusionnées à \
         l’enregistrement\u{a0}; rien n’est écrasé."
    );
    let file = session.file().to_owned();
    let pick = Pick::new(title(session, scene), choices(lang)).then(move |picked, _| match picked
        .first()
        .map(String::as_str)
    {
        Some(WRITE) => vec![Request::Run(Effect::OpenToWrite(file.clone()))],
        Some(BACK) => vec![Request::Act(Action::Library)],
        _ => Vec::new(),
    });
    (told, Box::new(pick))
}

fn title(session: &Session, scene: &Scene<'_>) -> String {
    let lang = scene.lang();
    let Some(first) = session.others().first() else {
        return String::new();
    };
    let who = company::called(first, lang);
    let since = company::since(first.holder.since, scene.settings);
    match (session.others().len(), first.certain) {
        (1, true) => say!(
            lang,
            "Geöffnet bei {who} {since}",
            "{who} has it open, {since}",
            "Ouverte par {who} {since}"
        ),
        (1, false) => say!(
            lang,
            "Vielleicht geöffnet bei {who} {since}",
            "{who} perhaps has it open, {since}",
            "Peut-être ouverte par {who} {since}"
        ),
        (several, _) => say!(
            lang,
            "An {several} anderen Stellen geöffnet",
            "Open in {several} other places",
            "Ouverte à {several} autres endroits"
        ),
    }
}

fn choices(lang: Lang) -> Vec<Choice> {
    let choice = |id, text: String, note: String| Choice::new(id, text).noted(note);
    vec![
        choice(
            READ,
            say!(lang, "Nur lesen", "Only read", "Lecture seule"),
            say!(
                lang,
                "ansehen, exportieren, kopieren",
                "look, export, copy",
                "consulter, exporter, copier"
            ),
        ),
        choice(
            WRITE,
            say!(lang, "Trotzdem öffnen", "Open anyway", "Ouvrir quand même"),
            say!(
                lang,
                "Änderungen werden zusammengeführt",
                "changes are merged",
                "les modifications sont fusionnées"
            ),
        ),
        choice(
            BACK,
            say!(lang, "Zurück", "Back", "Retour"),
            say!(
                lang,
                "zur Bibliothek",
                "to the library",
                "à la bibliothèque"
            ),
        ),
    ]
}
