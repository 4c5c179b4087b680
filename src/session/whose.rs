//! Finding the one whom a paper is for: a participant, or whoever drives a vehicle.

use chrono::NaiveDate;

use crate::{
    audience::{Reader, Whose},
    display,
    model::{
        Id, Letter, Participant, Reading, Side, Unreadable, Vehicle, Visit, reference::read_known,
    },
    words::Lang,
};

/// Whose paper is meant by a name: a participant's, or that of a vehicle's driver. The refusal is
/// that of a participant.
pub fn whose(
    typed: &str,
    visit: &Visit,
    lang: Lang,
    today: NaiveDate,
) -> Result<Whose, Unreadable> {
    let at = reading(visit, lang, today);
    read_known::<Participant>(typed, &at)
        .map(Whose::Person)
        .or_else(|refusal| {
            read_known::<Vehicle>(typed, &at)
                .ok()
                .or_else(|| driven_by(typed, visit))
                .map(Whose::Vehicle)
                .ok_or(refusal)
        })
}

/// The letter that is meant by a name.
pub fn letter(
    typed: &str,
    visit: &Visit,
    lang: Lang,
    today: NaiveDate,
) -> Result<Id<Letter>, Unreadable> {
    read_known::<Letter>(typed, &reading(visit, lang, today))
}

/// The language in which somebody is written to: the first of those that the one whom a paper is
/// for speaks, else the visit's.
pub fn lang_of(reader: &Reader, visit: &Visit) -> Lang {
    let person = reader.holder();
    let person = person.and_then(|id| visit.participants.get(id));
    let lang = person.and_then(Participant::lang);
    lang.unwrap_or(visit.main_lang())
}

/// The only vehicle whose driver has this name.
fn driven_by(typed: &str, visit: &Visit) -> Option<Id<Vehicle>> {
    let typed = display::fold(typed);
    let is_driver = |vehicle: &&Vehicle| {
        let driver = display::fold(&vehicle.driver);
        !typed.is_empty() && (driver == typed || driver.split('-').any(|word| word == typed))
    };
    let mut found = visit.vehicles.iter().filter(is_driver);
    let first = found.next()?;
    found.next().is_none().then(|| first.id.clone())
}

fn reading(visit: &Visit, lang: Lang, today: NaiveDate) -> Reading<'_> {
    Reading {
        visit,
        lang,
        near: visit.near(today),
        today,
        side: Side::Guest,
        subject: "",
        made: Vec::new(),
    }
}
