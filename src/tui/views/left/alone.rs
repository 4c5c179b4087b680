//! What was typed in a form whose visit cannot be opened any more: to be read, copied or let go.

use super::{DISCARD, LATER, SHOW, discard, discarding::discarding_over, later};
use crate::{
    model::Kind,
    say,
    session::Told,
    store::{self, Draft, Kept},
    tui::{
        view::{Effect, Request, Scene, View},
        views::{
            changes::Changes,
            form::{Typed, typed},
            pick::{Choice, Pick},
        },
    },
    words::{Lang, capitalised, date, labelled},
};

const COPY: &str = "copy";

/// Where it is and why its visit cannot be opened, and a view that asks what is to become of it.
pub(in crate::tui) fn ask_about_alone(
    kept: Kept,
    draft: Draft,
    why: &str,
    scene: &Scene<'_>,
) -> (String, Box<dyn View>) {
    let lang = scene.lang();
    let title = say!(
        lang,
        "Formular ohne Besuch",
        "A form without its visit",
        "Formulaire sans sa visite"
    );
    let told = told(&kept, why, scene);
    let choices = choices(lang);
    let again = (draft.clone(), why.to_owned());
    let pick = Pick::new(title.clone(), choices).then(move |picked, scene| {
        let lines = || lines(&kept.about.part, &draft.typed, scene.lang());
        match picked.first().map(String::as_str) {
            Some(SHOW) => {
                let (draft, why) = again.clone();
                let (_, below) = ask_about_alone(kept.clone(), draft, &why, scene);
                let (heading, lines) = lines();
                let entries = lines.into_iter().map(Told::Entry);
                let all = std::iter::once(Told::Heading(heading)).chain(entries);
                let shown = Changes::new(title.clone(), all.collect());
                vec![Request::Open(below), Request::open(shown)]
            }
            Some(COPY) => {
                let (heading, lines) = lines();
                let text = format!("{heading}\n{}\n", lines.join("\n"));
                vec![Request::Run(Effect::Copy(text))]
            }
            Some(DISCARD) => {
                let (draft, why) = again.clone();
                let (_, below) = ask_about_alone(kept.clone(), draft, &why, scene);
                discarding_over(&kept, Request::Open(below), scene.lang())
            }
            _ => Vec::new(),
        }
    });
    (told, Box::new(pick))
}

fn told(kept: &Kept, why: &str, scene: &Scene<'_>) -> String {
    let lang = scene.lang();
    let day = date::numeric(scene.settings.local(kept.since).date(), lang);
    let file = store::shown(&kept.about.visit, lang);
    let path = store::shown(&kept.path, lang);
    say!(
        lang,
        "Ein Formular war noch offen ({day}), doch {file} ist nicht zu öffnen: {why}. Was darin stand, liegt in {path}",
        "A form was still open ({day}), but {file} cannot be opened: {why}. What was in it is in {path}",
        "Un formulaire était encore ouvert ({day}), mais {file} ne s’ouvre pas\u{a0}: {why}. Son contenu est dans {path}"
    )
}

fn choices(lang: Lang) -> Vec<Choice> {
    let show = say!(
        lang,
        "Zeigen, was darin stand",
        "Show what was in it",
        "Montrer son contenu"
    );
    let copy = say!(
        lang,
        "In die Zwischenablage kopieren",
        "Copy it to the clipboard",
        "Le copier dans le presse-papiers"
    );
    let own = [Choice::new(SHOW, show), Choice::new(COPY, copy)];
    let others = [
        Choice::new(LATER, later(lang)),
        Choice::new(DISCARD, discard(lang)),
    ];
    own.into_iter().chain(others).collect()
}

/// Of what the form was, and a line for each field that was typed in.
fn lines(part: &str, text: &str, lang: Lang) -> (String, Vec<String>) {
    let Some((of, edits)) = typed(part, text) else {
        return (part.to_owned(), text.lines().map(str::to_owned).collect());
    };
    let named = |kind: Kind, id: &str| format!("{} {id}", kind.label().get(lang));
    let (kind, heading) = match of {
        Typed::New(kind) => (Some(kind), kind.label().get(lang).to_owned()),
        Typed::Of(id) | Typed::Move(id) => {
            let token = part.split(' ').next().unwrap_or_default();
            let kind = Kind::ALL.iter().copied().find(|own| own.token() == token);
            (
                kind,
                kind.map_or_else(|| id.to_owned(), |kind| named(kind, id)),
            )
        }
    };
    let fields = kind.map_or(&[][..], Kind::fields);
    let lines = edits.iter().map(|edit| {
        let field = fields.iter().find(|info| info.key == edit.key);
        let label = field.map_or(edit.key.as_str(), |info| info.label.get(lang));
        labelled(label, &edit.text, lang)
    });
    (capitalised(&heading), lines.collect())
}
