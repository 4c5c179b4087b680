//! What a form says of a field: its value as it shows, what it means, and how it is used.

use super::{field::Field, input, records};
use crate::{
    model::{
        Kind, Shape,
        value::{cells, elements, wordings},
    },
    say,
    tui::{action::Action, keymap::Context, view::Scene},
    words::{Lang, shared},
};

/// What a record of a kind is called where something is done with it; only French has an article
/// there.
pub(super) const fn with_article(kind: Kind, lang: Lang) -> &'static str {
    match (lang, kind) {
        (Lang::Fr, Kind::Visit) => "la visite",
        (Lang::Fr, Kind::Item) => "le point du programme",
        (Lang::Fr, Kind::Participant) => "la fiche de la personne",
        (Lang::Fr, Kind::Letter) => "le document de partenariat",
        (Lang::Fr, Kind::Place) => "le lieu",
        (Lang::Fr, Kind::Vehicle) => "le véhicule",
        (Lang::Fr, Kind::Task) => "la tâche",
        _ => kind.label().get(lang),
    }
}

/// A field's value as it shows.
pub(super) fn said(field: &Field, focused: bool, lang: Lang) -> String {
    let text = field.text();
    match field.info.shape {
        Shape::Flag => {
            let (sign, word) = if input::is_yes(text) {
                ("x", shared::YES)
            } else {
                (" ", shared::NO)
            };
            format!("[{sign}] {}", word.get(lang))
        }
        Shape::Choice(choices) => {
            let chosen = choices.get(input::position(choices, text));
            let label = chosen.map_or("", |choice| choice.label.get(lang));
            if focused {
                format!("‹ {label} ›")
            } else {
                label.to_owned()
            }
        }
        Shape::Rows(_) => {
            let first = text.lines().next().map(|line| {
                let cells = cells(line).into_iter().map(|cell| wordings::split(&cell).0);
                let said: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
                said.join(" · ")
            });
            match (first, text.lines().count()) {
                (None, _) => "–".to_owned(),
                (Some(first), 1) => first,
                (Some(first), rows) => format!("{rows}: {first} …"),
            }
        }
        Shape::Ref(_) | Shape::Refs(_) | Shape::Zone if text.is_empty() => "–".to_owned(),
        Shape::Ref(_) | Shape::Refs(_) => {
            let names = records::names(field.info.shape, text);
            let names = names
                .into_iter()
                .map(|name| records::without_prefix(name, lang));
            names.collect::<Vec<_>>().join("; ")
        }
        Shape::List if !focused => {
            let main = elements(text).map(|element| wordings::split(element).0);
            main.collect::<Vec<_>>().join("; ")
        }
        _ => text.replace('\n', "⏎"),
    }
}

/// What the visit holds by now of what is typed here.
pub(super) fn by_now(theirs: &str, lang: Lang) -> String {
    let theirs = match theirs.replace('\n', " ") {
        empty if empty.is_empty() => "–".to_owned(),
        theirs => theirs,
    };
    say!(
        lang,
        "inzwischen: {theirs}",
        "by now: {theirs}",
        "désormais\u{a0}: {theirs}"
    )
}

/// What a field means, with an example, and how it is used where that is not typing.
pub(super) fn meaning(field: &Field, scene: &Scene<'_>) -> String {
    let lang = scene.lang();
    let open = scene.key(Context::Form, Action::Choose);
    let hint = field.info.hint.get(lang);
    let opens = matches!(
        field.info.shape,
        Shape::Rows(_) | Shape::Lines | Shape::Prose
    );
    if scene.is_reading() && !opens {
        return format!("{hint}.");
    }
    let how = match field.info.shape {
        Shape::Choice(_) => say!(
            lang,
            "←/→ wechselt; Tippen sucht in der Liste",
            "←/→ changes it; typing searches the list",
            "←/→ change la valeur\u{a0}; la saisie cherche dans la liste"
        ),
        Shape::Flag => say!(
            lang,
            "Leertaste schaltet um",
            "Space switches it",
            "Espace bascule"
        ),
        Shape::Ref(_) | Shape::Zone => say!(
            lang,
            "Tippen sucht; Entf leert das Feld",
            "Typing searches; Del empties it",
            "La saisie cherche\u{a0}; Suppr vide le champ"
        ),
        Shape::Refs(_) => say!(
            lang,
            "Tippen sucht, auch mehrere; Entf nimmt den letzten heraus",
            "Typing searches, also for several; Del takes the last out",
            "La saisie cherche, plusieurs possibles\u{a0}; Suppr retire le dernier"
        ),
        Shape::Rows(_) => say!(
            lang,
            "{open} öffnet die Liste",
            "{open} opens the list",
            "{open} ouvre la liste"
        ),
        Shape::Lines | Shape::Prose => say!(
            lang,
            "{open} öffnet ein großes Feld",
            "{open} opens a large field",
            "{open} ouvre un grand champ"
        ),
        Shape::Attendance => say!(
            lang,
            "{open} öffnet die Liste aller",
            "{open} opens the list of everyone",
            "{open} ouvre la liste de tous"
        ),
        _ => {
            let example = field.info.example;
            say!(
                lang,
                "Beispiel: {example}",
                "Example: {example}",
                "Exemple\u{a0}: {example}"
            )
        }
    };
    format!("{hint}.\n{how}")
}
