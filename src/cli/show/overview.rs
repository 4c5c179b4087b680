//! A visit at a glance: its own fields, its days, its people, its letters, all with their ids.

use chrono::NaiveDate;

use super::record::{Wordings, fields};
use crate::{
    cli::sheet::{Row, section},
    model::{
        AnyRef, End, Item, ItemStatus, Kind, Participant, Placed, Programme, Side, Start, View,
        precedence,
    },
    say,
    words::{Lang, Said, capitalised, date, joined, shared},
};

/// The sheet of a visit.
pub(super) fn of(view: View<'_>) -> String {
    let head = AnyRef::Visit(&view.visit.head);
    let mut sheet = String::new();
    let mut rows = vec![Row::new("ID", view.visit.head.id.as_str())];
    rows.extend(fields(head, view, Wordings::Readers));
    // The heading says the title already.
    rows.retain(|row| row.text != head.title(view));
    section(&mut sheet, &head.title(view), &rows);
    programme(&mut sheet, view);
    people(&mut sheet, view);
    letters(&mut sheet, view);
    others(&mut sheet, view);
    sheet
}

fn programme(sheet: &mut String, view: View<'_>) {
    let programme = Programme::of(view.visit);
    for (day, placed) in programme.days() {
        let rows: Vec<Row> = placed
            .iter()
            .filter_map(|one| item(one, Some(day), view))
            .collect();
        section(sheet, &date::full_capital(day, view.lang), &rows);
    }
    let unplaced = programme.unplaced().iter();
    let rows: Vec<Row> = unplaced.filter_map(|one| item(one, None, view)).collect();
    let heading = Said::new("Noch einzuordnen", "Still to be placed", "Encore à placer");
    section(sheet, heading.get(view.lang), &rows);
}

fn item(placed: &Placed, day: Option<NaiveDate>, view: View<'_>) -> Option<Row> {
    let item = view.visit.items.get(&placed.id)?;
    let (lang, main) = (view.lang, view.visit.main_lang());
    let place = item.place.as_ref().and_then(|id| view.visit.places.get(id));
    let place = place.map_or("", |place| place.name.get(lang, main));
    let days = day
        .and_then(|day| placed.day_of_days(day))
        .map(|(day, of)| {
            say!(
                lang,
                "Tag {day} von {of}",
                "day {day} of {of}",
                "jour {day} sur {of}"
            )
        });
    let status = match item.status {
        ItemStatus::Confirmed => "",
        other => other.label().get(lang),
    };
    let parts = [
        item.title.get(lang, main),
        place,
        item.room.get(lang, main),
        status,
        days.as_deref().unwrap_or_default(),
    ];
    Some(Row::new(when(item, lang), joined(parts, " · ")).with_id(item.id.as_str()))
}

/// The time as it was typed, in the words of the language.
fn when(item: &Item, lang: Lang) -> String {
    let slot = &item.slot;
    let start = match &slot.start {
        // An item of several days is told by which of them it is.
        Start::Open if slot.until.is_some() => String::new(),
        Start::Open if slot.end == End::Open => shared::TIME_OPEN.get(lang).to_owned(),
        Start::Open => String::new(),
        Start::At(clock) => clock.to_string(),
        Start::About(clock) => format!("{} {clock}", shared::ABOUT.get(lang)),
        Start::From(clock) => format!("{} {clock}", shared::FROM.get(lang)),
        Start::Latest(clock) => format!("{} {clock}", shared::AT_THE_LATEST.get(lang)),
        Start::After(_) => shared::FOLLOWING.get(lang).to_owned(),
        Start::AllDay => shared::ALL_DAY.get(lang).to_owned(),
    };
    match (slot.end, start.is_empty()) {
        (End::Open, _) => start,
        (End::At(end), true) => format!("{} {end}", shared::UNTIL.get(lang)),
        (End::At(end), false) if slot.start.clock().is_some() => format!("{start}–{end}"),
        (End::At(end), false) => format!("{start} {} {end}", shared::UNTIL.get(lang)),
        (End::Lasts(minutes), _) => format!("{start} (+{minutes} min)").trim_start().to_owned(),
    }
}

fn people(sheet: &mut String, view: View<'_>) {
    for side in Side::ALL {
        let people = precedence::of_side(view.visit, *side);
        let rows: Vec<Row> = (1..)
            .zip(people)
            .map(|(place, person)| participant(place, person, view))
            .collect();
        section(sheet, side.all_of_them().get(view.lang), &rows);
    }
}

fn participant(place: usize, person: &Participant, view: View<'_>) -> Row {
    let (lang, main) = (view.lang, view.visit.main_lang());
    let head = if person.head {
        shared::HEAD_OF_DELEGATION.get(lang)
    } else {
        ""
    };
    let name = person.name_in_list(lang);
    let parts = [
        name.as_str(),
        head,
        person.function.get(lang, main),
        person.organisation.get(lang, main),
        &person.group,
    ];
    Row::new(format!("{place:2}"), joined(parts, " · ")).with_id(person.id.as_str())
}

fn letters(sheet: &mut String, view: View<'_>) {
    let rows: Vec<Row> = view
        .visit
        .letters
        .iter()
        .map(|letter| {
            let state = letter.steps.state().label().get(view.lang);
            let day = letter.steps.0.last().and_then(|step| step.date);
            let day = day.map_or_else(String::new, |day| date::numeric(day, view.lang));
            let title = letter.title_in_list(view.lang, view.visit.main_lang());
            Row::new(format!("{state} {day}").trim_end(), title).with_id(letter.id.as_str())
        })
        .collect();
    section(sheet, &capitalised(shared::LETTERS.get(view.lang)), &rows);
}

fn others(sheet: &mut String, view: View<'_>) {
    for kind in [Kind::Place, Kind::Vehicle, Kind::Task] {
        let records = view.visit.records(kind);
        let rows: Vec<Row> = records
            .map(|record| Row::new("", record.title(view)).with_id(record.id()))
            .collect();
        section(sheet, &capitalised(kind.plural().get(view.lang)), &rows);
    }
}
