//! What an earlier run of the program left: said, and taken over, kept or let go as one wishes.

use chrono::{DateTime, Utc};

use super::{
    changes::Changes,
    pick::{Choice, Pick},
};
use crate::{
    display,
    edit::{Transaction, apply},
    model::Kind,
    plan::{self, Edit, Refusal},
    say,
    session::{Told, change_count, differences},
    tui::view::{Effect, Left, Request, Scene, View},
    words::{Lang, Speak, quoted, time},
};

/// What one may do with it.
const TAKE: &str = "take";
const SHOW: &str = "show";
const LATER: &str = "later";
const DISCARD: &str = "discard";

/// What was left, where it is, and a view that asks what is to become of it.
pub(in crate::tui) fn ask_about(left: Left, scene: &Scene<'_>) -> (String, Box<dyn View>) {
    let (title, told) = said(&left, scene);
    let differs = differs(&left, scene);
    let pick =
        Pick::new(title, choices(&left, differs.len(), scene.lang())).then(move |picked, scene| {
            match picked.first().map(String::as_str) {
                Some(TAKE) => take_over(&left, scene),
                Some(SHOW) => show(&left, scene),
                Some(DISCARD) => vec![Request::Run(Effect::Discard(left.kept.clone()))],
                _ => Vec::new(),
            }
        });
    (told, Box::new(pick))
}

/// What would be otherwise in the visit: the version that was not saved, or what was typed.
fn differs(left: &Left, scene: &Scene<'_>) -> Vec<Told> {
    let Some(visit) = scene.visit() else {
        return Vec::new();
    };
    let typed = || {
        let typed = left.typed.as_deref()?;
        let transaction = transaction(&left.kept.about.part, typed, scene)?.ok()?;
        let mut after = visit.clone();
        apply(&mut after, &transaction).ok()?;
        Some(after)
    };
    let version = left.version.as_deref().cloned().or_else(typed);
    version.map_or_else(Vec::new, |version| {
        differences(visit, &version, scene.lang())
    })
}

/// All that differs, over the question, which waits below.
fn show(left: &Left, scene: &Scene<'_>) -> Vec<Request> {
    let (title, _) = said(left, scene);
    let changes = Changes::new(title, differs(left, scene));
    let (_, again) = ask_about(left.clone(), scene);
    vec![Request::Open(again), Request::Open(Box::new(changes))]
}

/// What it is, and the sentence that says since when and where.
fn said(left: &Left, scene: &Scene<'_>) -> (String, String) {
    let lang = scene.lang();
    let since = DateTime::<Utc>::from(left.kept.since).naive_utc();
    let since = time::stamp(
        scene
            .visit()
            .map_or(since, |visit| visit.zone().local(since)),
        lang,
    );
    let path = quoted(&display::safe(&left.kept.path.to_string_lossy()), lang);
    if left.typed.is_some() {
        let title = say!(
            lang,
            "Offenes Formular",
            "A form that was open",
            "Formulaire resté ouvert"
        );
        let told = say!(
            lang,
            "Ein Formular dieses Besuchs war noch offen ({since}). Was darin stand, liegt in {path}",
            "A form of this visit was still open ({since}). What was in it is in {path}",
            "Un formulaire de cette visite était encore ouvert ({since}). Son contenu est dans {path}"
        );
        return (title, told);
    }
    let title = say!(
        lang,
        "Nicht gespeicherter Stand",
        "A version that was not saved",
        "Version non enregistrée"
    );
    let told = say!(
        lang,
        "Ein Stand dieses Besuchs ließ sich nicht speichern ({since}). Er liegt in {path}",
        "A version of this visit could not be saved ({since}). It is in {path}",
        "Une version de cette visite n’a pas pu être enregistrée ({since}). Elle est dans {path}"
    );
    (title, told)
}

/// What one may do with it; what was typed can be taken over where it was the form of a record.
fn choices(left: &Left, differences: usize, lang: Lang) -> Vec<Choice> {
    let take = match &left.typed {
        None => Some(say!(
            lang,
            "Als eigene Datei daneben öffnen",
            "Open it as a file of its own beside this one",
            "L’ouvrir dans un fichier à part, à côté"
        )),
        Some(typed) => edits(&left.kept.about.part, typed).map(|_| {
            say!(
                lang,
                "In den Besuch übernehmen",
                "Take it over into the visit",
                "Le reprendre dans la visite"
            )
        }),
    };
    let note = left
        .typed
        .as_deref()
        .unwrap_or_default()
        .replace('\n', ", ");
    let later = say!(
        lang,
        "Liegen lassen und später entscheiden",
        "Leave it there and decide later",
        "Le laisser et décider plus tard"
    );
    let discard = say!(lang, "Verwerfen", "Discard it", "L’abandonner");
    let take = take.map(|text| Choice::new(TAKE, text).noted(note));
    let show = (differences > 0).then(|| {
        let text = say!(
            lang,
            "Zeigen, was anders ist",
            "Show what differs",
            "Montrer ce qui diffère"
        );
        Choice::new(SHOW, text).noted(change_count(differences, lang))
    });
    let others = [Choice::new(LATER, later), Choice::new(DISCARD, discard)];
    take.into_iter().chain(show).chain(others).collect()
}

fn take_over(left: &Left, scene: &Scene<'_>) -> Vec<Request> {
    let Some(typed) = &left.typed else {
        return vec![Request::Run(Effect::Recover(left.kept.clone()))];
    };
    match transaction(&left.kept.about.part, typed, scene) {
        Some(Ok(transaction)) => vec![
            Request::Commit(transaction),
            Request::Run(Effect::Discard(left.kept.clone())),
        ],
        Some(Err(refusal)) => vec![Request::Fail(refusal.say(scene.lang()))],
        None => Vec::new(),
    }
}

/// What a form would have done with what was typed in it.
fn transaction(part: &str, typed: &str, scene: &Scene<'_>) -> Option<Result<Transaction, Refusal>> {
    let (kind, id, edits) = edits(part, typed)?;
    let (visit, asker) = (scene.visit()?, scene.asker());
    Some(if id == NEW {
        plan::add(visit, kind, &edits, asker).map(|(transaction, _)| transaction)
    } else {
        plan::set(visit, id, &edits, asker)
    })
}

/// In place of an id: a record that is not made yet.
const NEW: &str = "new";

/// The keys that were changed in the form of a record; none where the form was of something else.
fn edits<'a>(part: &'a str, typed: &str) -> Option<(Kind, &'a str, Vec<Edit>)> {
    let (kind, id) = part.split_once(' ')?;
    let kind = Kind::ALL.iter().find(|own| own.token() == kind)?;
    let edits: Option<Vec<Edit>> = typed.lines().map(edit).collect();
    (!id.contains(' ')).then_some((*kind, id, edits?))
}

/// One `key=value`, in which `\n` is a line end and `\\` a backslash.
fn edit(line: &str) -> Option<Edit> {
    let (key, value) = line.split_once('=')?;
    let mut text = String::new();
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' if signs.next() == Some('n') => text.push('\n'),
            other => text.push(other),
        }
    }
    Some(Edit::set(key, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_kept_is_read_back() {
        let typed = "title=Empfang\nnote=a\\nb\\\\c\nroom=";
        let (kind, id, edits) = edits("item signing-m3qp", typed).unwrap();
        assert_eq!((kind, id), (Kind::Item, "signing-m3qp"));
        assert_eq!(
            edits,
            [
                Edit::set("title", "Empfang"),
                Edit::set("note", "a\nb\\c"),
                Edit::set("room", ""),
            ]
        );
    }

    #[test]
    fn what_is_no_form_of_a_record_is_not_taken_for_one() {
        for (part, typed) in [
            ("item signing-m3qp note", "ein langer Text"),
            ("letter parties row", "body=x"),
            ("item", "title=x"),
            ("ghost x", "title=x"),
            ("item x", "ohne Gleichheitszeichen"),
        ] {
            assert!(edits(part, typed).is_none(), "{part}: {typed}");
        }
    }
}
