//! What an earlier run of the program left: said, and taken over, kept or let go as one wishes.

mod alone;
mod discarding;

use chrono::NaiveDateTime;

use super::{
    changes::Changes,
    form::{Form, lost, not_again, removed},
    pick::{Choice, Pick},
};
use discarding::discarding_over;

use crate::{
    merge::{Merged, merge},
    model::{Kind, Visit},
    plan, say,
    session::{Session, Told, change_count, differences, to_settle},
    store,
    tui::view::{Effect, Left, Request, Scene, View},
    words::{Lang, capitalised, labelled, time},
};

pub(in crate::tui) use alone::ask_about_alone;
pub(in crate::tui) use discarding::discarding;

/// What one may do with it.
const TAKE: &str = "take";
const BESIDE: &str = "beside";
const SHOW: &str = "show";
const LATER: &str = "later";
const DISCARD: &str = "discard";

/// What was left, where it is, and a view that asks what is to become of it.
pub(in crate::tui) fn ask_about(left: Left, scene: &Scene<'_>) -> (String, Box<dyn View>) {
    let (title, told) = said(&left, scene);
    let pick = Pick::new(title, choices(&left, scene)).then(move |picked, scene| {
        match picked.first().map(String::as_str) {
            Some(TAKE) => take_over(&left, scene),
            Some(BESIDE) => vec![Request::Run(Effect::Recover(left.kept.clone()))],
            Some(SHOW) => show(&left, scene),
            Some(DISCARD) => {
                let (_, again) = ask_about(left.clone(), scene);
                discarding_over(&left.kept, Request::Open(again), scene.lang())
            }
            _ => Vec::new(),
        }
    });
    (told, Box::new(pick))
}

/// What the visit becomes with the version that was not saved, where the two can be merged. What
/// was not saved is ours and stands where it is in conflict.
fn merged(left: &Left, visit: &Visit) -> Option<Merged> {
    let (version, base) = (left.version.as_deref()?, left.base.as_deref()?);
    merge(base, version, visit).ok()
}

/// The form in which it was typed, as it goes on.
fn form(left: &Left, scene: &Scene<'_>) -> Option<Form> {
    Form::resumed(&left.kept.about.part, left.typed.as_ref()?, scene)
}

/// What would be otherwise in the visit: with the version that was not saved, or what was typed.
fn differs(left: &Left, scene: &Scene<'_>) -> Vec<Told> {
    let Some(visit) = scene.visit() else {
        return Vec::new();
    };
    let typed = || form(left, scene)?.would_be(scene);
    let merged = merged(left, visit).map(|merged| merged.visit);
    let version = merged.or_else(|| left.version.as_deref().cloned());
    let version = version.or_else(typed);
    version.map_or_else(Vec::new, |version| {
        differences(visit, &version, scene.lang())
    })
}

/// All that differs, over the question, which waits below.
fn show(left: &Left, scene: &Scene<'_>) -> Vec<Request> {
    let (title, _) = said(left, scene);
    let changes = Changes::new(title, differs(left, scene));
    let (_, again) = ask_about(left.clone(), scene);
    vec![Request::Open(again), Request::open(changes)]
}

/// When it was kept.
fn since(left: &Left, scene: &Scene<'_>) -> NaiveDateTime {
    scene.settings.local(left.kept.since)
}

/// What it is, and the sentence that says since when and where.
fn said(left: &Left, scene: &Scene<'_>) -> (String, String) {
    let lang = scene.lang();
    let since = time::stamp_within(since(left, scene), lang);
    let path = store::shown(&left.kept.path, lang);
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
        let Some(gone) = form_gone(left, scene) else {
            return (title, told);
        };
        let title = labelled(&title, &gone, lang);
        let gone = match form(left, scene) {
            Some(form) if is_of_somebody_gone(&form, scene) => not_again(&gone, lang),
            _ => gone,
        };
        return (title, format!("{gone}. {told}"));
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

/// That the record of the form is gone.
fn form_gone(left: &Left, scene: &Scene<'_>) -> Option<String> {
    match form(left, scene) {
        Some(form) => form.gone(scene).map(|gone| removed(gone, scene)),
        None => lost(&left.kept.about.part, scene),
    }
}

/// Whether it is the form of a person who was removed, perhaps erased, and is not to come back.
fn is_of_somebody_gone(form: &Form, scene: &Scene<'_>) -> bool {
    let gone = form.gone(scene);
    gone.is_some_and(|gone| gone.kind() == Kind::Participant)
}

/// What one may do with it. A form is taken over where it was that of a record, a version where it
/// is known what it was made from.
fn choices(left: &Left, scene: &Scene<'_>) -> Vec<Choice> {
    let lang = scene.lang();
    let take = match &left.typed {
        Some(_) if form_gone(left, scene).is_some() => say!(
            lang,
            "Im Formular wieder anlegen",
            "Make it again in the form",
            "Le recréer dans le formulaire"
        ),
        Some(_) => say!(
            lang,
            "Im Formular weiterschreiben",
            "Go on in the form",
            "Continuer dans le formulaire"
        ),
        None => say!(
            lang,
            "In den Besuch übernehmen",
            "Take it over into the visit",
            "La reprendre dans la visite"
        ),
    };
    let beside = say!(
        lang,
        "Als eigene Datei daneben öffnen",
        "Open it as a file of its own beside this one",
        "L’ouvrir dans un fichier à part, à côté"
    );
    let show = say!(
        lang,
        "Zeigen, was anders ist",
        "Show what differs",
        "Montrer ce qui diffère"
    );
    let take = taking(left, scene).map(|note| Choice::new(TAKE, take).noted(note));
    let differences = differs(left, scene).len();
    let show =
        (differences > 0).then(|| Choice::new(SHOW, show).noted(change_count(differences, lang)));
    let beside = left.typed.is_none().then(|| Choice::new(BESIDE, beside));
    let others = [
        Choice::new(LATER, later(lang)),
        Choice::new(DISCARD, discard(lang)),
    ];
    let (first, second) = match take {
        Some(take) => (Some(take), beside),
        None => (beside, None),
    };
    let offered = first.into_iter().chain(show).chain(second);
    offered.chain(others).collect()
}

fn later(lang: Lang) -> String {
    say!(
        lang,
        "Liegen lassen und später entscheiden",
        "Leave it there and decide later",
        "Laisser en place et décider plus tard"
    )
}

fn discard(lang: Lang) -> String {
    say!(lang, "Verwerfen", "Discard it", "L’abandonner")
}

/// What is said beside taking it over: what was typed, or what would then be to settle. None where
/// it cannot be taken over.
fn taking(left: &Left, scene: &Scene<'_>) -> Option<String> {
    if left.typed.is_some() {
        // What is open for reading only takes nothing in.
        let form = form(left, scene).filter(|_| !scene.is_reading())?;
        if is_of_somebody_gone(&form, scene) {
            return None;
        }
        return Some(form.typed_said(scene).join(", "));
    }
    let merged = merged(left, scene.visit()?)?;
    Some(match merged.raised {
        0 => String::new(),
        n => to_settle(n, scene.lang()),
    })
}

/// Why what was left cannot be brought into this visit.
fn of_another_visit(lang: Lang) -> String {
    say!(
        lang,
        "Nicht übernommen: In dieser Datei liegt inzwischen ein anderer Besuch. Öffnen Sie den nicht \
         gespeicherten Stand als eigene Datei.",
        "Not taken over: this file holds another visit by now. Open the version that was not saved as \
         a file of its own.",
        "Non reprise\u{a0}: ce fichier contient à présent une autre visite. Ouvrez la version non \
         enregistrée dans un fichier à part."
    )
}

fn take_over(left: &Left, scene: &Scene<'_>) -> Vec<Request> {
    let lang = scene.lang();
    let taken_over = || {
        Request::Run(Effect::TakenOver {
            kept: left.kept.clone(),
            saver: scene.session.and_then(Session::saver).cloned(),
        })
    };
    if left.typed.is_some() {
        let Some(form) = form(left, scene) else {
            return vec![Request::Fail(said(left, scene).1)];
        };
        return vec![form.kept(), Request::open(form), taken_over()];
    }
    let merged = scene
        .visit()
        .zip(scene.visit().and_then(|visit| merged(left, visit)));
    let Some((visit, merged)) = merged else {
        return Vec::new();
    };
    let since = time::moment(since(left, scene), lang);
    let Some(transaction) = plan::recover(visit, &merged.visit, &since) else {
        return vec![Request::Fail(of_another_visit(lang))];
    };
    let told =
        (merged.raised > 0).then(|| Request::Fail(capitalised(&to_settle(merged.raised, lang))));
    let commit = Request::Commit(transaction);
    [commit]
        .into_iter()
        .chain(told)
        .chain([taken_over()])
        .collect()
}
