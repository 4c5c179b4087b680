//! Taking a letter a step further, and adding who signs it.

use chrono::NaiveDate;

use crate::{
    model::{Id, Item, LetterState, Visit, Who, letter::Signatory, precedence, programme},
    plan, say,
    tui::{
        action::Action,
        view::{Request, Scene},
        views::{
            pick::{Choice, Making, Pick},
            prompt::Prompt,
        },
    },
    words::{Lang, Said, Speak, date, entry},
};

/// Which step a letter takes; then when.
pub(super) fn step(visit: &Visit, id: String, scene: &Scene<'_>) -> Request {
    let lang = scene.lang();
    let letter = visit.letters.get(id.as_str());
    let allowed = letter.map_or(&[][..], plan::allowed_steps);
    let choices = allowed
        .iter()
        .map(|state| Choice::new(state.token(), state.label().get(lang)))
        .collect();
    let now = letter.map_or_else(LetterState::default, |letter| letter.steps.state());
    let now = now.label().get(lang);
    let title = say!(
        lang,
        "Nächster Schritt (bisher: {now})",
        "Next step (so far: {now})",
        "Étape suivante (actuellement\u{a0}: {now})"
    );
    // What is about to be signed is picked with one key.
    let first = allowed.iter().find(|state| **state == LetterState::Signed);
    let pick = Pick::new(title, choices)
        .at(first.map_or("", |state| state.token()))
        .then(move |picked, scene| {
            let state = allowed.iter().find(|state| picked == [state.token()]);
            let (Some(visit), Some(state)) = (scene.visit(), state) else {
                return Vec::new();
            };
            vec![step_date(visit, id.clone(), *state, scene)]
        });
    Request::open(pick)
}

/// The day that a step is likely to have: that of the signing, else today.
fn likely_day(visit: &Visit, letter: &str, state: LetterState, scene: &Scene<'_>) -> NaiveDate {
    let signs = |item: &&Item| {
        item.letter
            .as_ref()
            .is_some_and(|own| own.as_str() == letter)
    };
    let own = visit
        .letters
        .get(letter)
        .and_then(|letter| letter.item.as_ref());
    let item = own.or_else(|| visit.items.iter().find(signs).map(|item| &item.id));
    let day = item.and_then(|item| programme::day_of(visit, item));
    day.filter(|_| state == LetterState::Signed)
        .unwrap_or_else(|| scene.asker().today)
}

fn step_date(visit: &Visit, id: String, state: LetterState, scene: &Scene<'_>) -> Request {
    let lang = scene.lang();
    let said = state.label().get(lang);
    let title = say!(
        lang,
        "Seit wann „{said}“ (leer, wenn unbekannt)?",
        "‘{said}’ since when (empty if not known)?",
        "«\u{a0}{said}\u{a0}» depuis quand (vide si inconnu)\u{a0}?"
    );
    let day = likely_day(visit, &id, state, scene);
    let read = |text: &str, scene: &Scene<'_>| {
        let asker = scene.asker();
        let near = scene
            .visit()
            .map_or(asker.today, |visit| visit.near(asker.today));
        if text.is_empty() {
            return Ok(None);
        }
        let day = entry::date(text, near, asker.today, asker.lang);
        day.map(Some).map_err(|error| error.say(asker.lang))
    };
    let prompt = Prompt::new(title, date::typed(day, lang))
        .checked(move |text, scene| {
            let lang = scene.lang();
            Ok(match read(text, scene)? {
                Some(day) => date::full(day, lang),
                None => say!(lang, "ohne Datum", "without a date", "sans date"),
            })
        })
        .then(move |text, scene| {
            let day = read(text, scene)?;
            let visit = scene.visit().ok_or_else(String::new)?;
            let planned = match day {
                Some(day) if state == LetterState::Signed => {
                    plan::sign(visit, &id, Some(day), scene.lang())
                }
                day => plan::step(visit, &id, state, day, scene.lang()),
            };
            let transaction = planned.map_err(|refusal| refusal.say(scene.lang()))?;
            Ok(vec![Request::Commit(transaction)])
        });
    Request::open(prompt)
}

/// What stands before a name that is no participant's.
const BY_NAME: &str = "name:";

/// Who signs: a participant, or somebody else by name.
pub(super) fn signatory(visit: &Visit, id: String, lang: Lang) -> Request {
    let main = visit.main_lang();
    let choices = precedence::of_all(visit)
        .into_iter()
        .filter(|person| person.name.is_known())
        .map(|person| {
            let function = person.function.get(lang, main);
            Choice::new(person.id.as_str(), person.name_in_list(lang)).noted(function)
        })
        .collect();
    let by_name = Making {
        label: Said::new(
            "wer nicht teilnimmt:",
            "who does not take part:",
            "qui ne participe pas\u{a0}:",
        ),
        prefix: BY_NAME,
    };
    let pick = Pick::new(Action::AddSignatory.hint().get(lang), choices)
        .making(&[by_name])
        .then(move |picked, scene| {
            let (Some(visit), [who]) = (scene.visit(), picked.as_slice()) else {
                return Vec::new();
            };
            let person = match who.strip_prefix(BY_NAME) {
                Some(name) => Who::Named(name.to_owned()),
                None => Id::parse(who).map_or(Who::Nobody, Who::Is),
            };
            let signatory = Signatory {
                person,
                ..Signatory::default()
            };
            let planned = plan::add_signatory(visit, &id, signatory, scene.lang());
            vec![Request::plan(planned, scene.lang())]
        });
    Request::open(pick)
}
