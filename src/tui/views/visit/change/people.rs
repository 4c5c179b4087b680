//! Naming people who were N. N.

use std::path::PathBuf;

use crate::{
    model::{
        Name, Visit,
        participant::UNNAMED,
        value::{Entry, Reading},
    },
    plan, say,
    session::{self, Erasure},
    tui::{
        view::{Effect, Reply, Request, Scene},
        views::{ask::Ask, prompt::Prompt},
    },
    words::{Lang, Speak, list, quoted},
};

/// How many copies a question names; the report names them all.
const NAMED: usize = 4;

/// Has it looked which copies there are of the visit of a person who is to be erased.
pub(super) fn erase(id: &str, scene: &Scene<'_>) -> Reply {
    let Some(session) = scene.session else {
        return Reply::Pass;
    };
    let visit = session.visit();
    let Some(person) = visit.participants.get(id) else {
        return Reply::Pass;
    };
    let erasure = Erasure::of(session.file(), visit, person);
    Reply::one(Request::Run(Effect::Copies(Box::new(erasure))))
}

/// Asks whether a person is to be erased everywhere, these `copies` of the visit among it.
pub(in crate::tui::views::visit) fn ask_to_erase(
    erasure: Erasure,
    copies: &[PathBuf],
    scene: &Scene<'_>,
) -> Reply {
    let (Some(session), lang) = (scene.session, scene.lang()) else {
        return Reply::Pass;
    };
    let (visit, id) = (session.visit(), erasure.person.as_str());
    let Some(person) = visit.participants.get(id) else {
        return Reply::Pass;
    };
    let who = quoted(&person.name_in_list(lang), lang);
    let mut question = say!(
        lang,
        "Daten von {who} endgültig löschen: im Besuch und seinen Kopien, in allen Fassungen, Sicherungen und im Papierkorb? Das lässt sich nicht rückgängig machen, auch nichts davor.",
        "Erase {who} for good: in the visit and its copies, every issue, the backups and the trash? Neither this nor anything before it can be undone.",
        "Effacer définitivement les données de {who}\u{a0}: dans la visite et ses copies, toutes ses versions, les sauvegardes et la corbeille\u{a0}? Ni ceci ni ce qui précède ne pourra être annulé."
    );
    if !copies.is_empty() {
        question = format!("{question}\n{}", session::copies_said(copies, NAMED, lang));
    }
    let on_yes = vec![
        Request::Commit(plan::erase(visit, id, &erasure.traces)),
        Request::Run(Effect::Erase {
            erasure: Box::new(erasure),
            saver: session.saver().cloned(),
        }),
    ];
    Reply::open(Ask::then(question, on_yes))
}

/// The names that were typed, separated by commas or semicolons.
fn names(text: &str, scene: &Scene<'_>) -> Result<Vec<Name>, String> {
    let lang = scene.lang();
    let visit = scene.visit().ok_or_else(String::new)?;
    let asker = scene.asker();
    let mut reading = Reading {
        visit,
        lang,
        near: asker.today,
        today: asker.today,
        side: crate::model::Side::default(),
        subject: "",
        made: Vec::new(),
    };
    let typed = text
        .split([',', ';'])
        .map(str::trim)
        .filter(|name| !name.is_empty());
    typed
        .map(|text| {
            let mut name = Name::default();
            name.read(text, &mut reading)
                .map_err(|error| error.say(lang))?;
            Ok(name)
        })
        .collect()
}

pub(super) fn name_people(visit: &Visit, id: String, lang: Lang) -> Request {
    let unnamed = visit.participants.get(id.as_str()).map_or_else(
        || UNNAMED.get(lang).to_owned(),
        |person| person.name_in_list(lang),
    );
    let title = say!(
        lang,
        "Namen für {unnamed}, mit Komma getrennt",
        "Names for {unnamed}, separated by commas",
        "Noms pour {unnamed}, séparés par des virgules"
    );
    let prompt = Prompt::new(title, "")
        .checked(|text, scene| {
            let names = names(text, scene)?;
            let full: Vec<String> = names.iter().map(Name::full).collect();
            Ok(list(&full, scene.lang()))
        })
        .then(move |text, scene| {
            let names = names(text, scene)?;
            let visit = scene.visit().ok_or_else(String::new)?;
            let planned = plan::name_people(visit, &id, &names, scene.lang());
            let transaction = planned.map_err(|refusal| refusal.say(scene.lang()))?;
            Ok(vec![Request::Commit(transaction)])
        });
    Request::open(prompt)
}
