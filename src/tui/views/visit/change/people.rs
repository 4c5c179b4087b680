//! Naming people who were N. N.

use crate::{
    model::{
        Name, Visit,
        participant::UNNAMED,
        value::{Entry, Reading},
    },
    plan, say,
    tui::{
        view::{Request, Scene},
        views::prompt::Prompt,
    },
    words::{Lang, Speak, list},
};

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
    Request::Open(Box::new(prompt))
}
