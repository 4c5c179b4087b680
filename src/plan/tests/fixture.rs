//! Small visits for tables of cases, and how their programme reads.

use crate::{
    edit::{Transaction, apply},
    model::{
        Clock, Head, Id, Item, Letter, Participant, Placed, Programme, Record, Start, Visit,
        arbitrary::first_day,
    },
    plan::{Edit, Refusal, set, tests::asker},
    words::{Lang, Speak},
};

/// A visit of four days from 24 October 2024 with these items, each an id and its fields
/// (`start=10:00 end=10:45`); what names no day and follows nothing is on the first day.
pub(crate) fn visit(items: &[(&str, &str)]) -> Visit {
    let mut head = Head::with_id(Id::parse("besuch-7k2f").unwrap());
    head.title = "Besuch".into();
    head.first = Some(first_day());
    head.last = Some(first_day() + chrono::Days::new(3));
    let mut visit = Visit::new(head);
    for (id, fields) in items {
        with::<Item>(&mut visit, id, &on_first_day(id, fields));
    }
    visit
}

fn on_first_day(id: &str, fields: &str) -> String {
    let names_day = ["day=", "after="].iter().any(|key| fields.contains(key));
    let day = if names_day { "" } else { " day=24.10." };
    format!("title={id}{day} {fields}")
}

/// Puts a record into the visit, with its fields typed.
pub(crate) fn with<R: Record>(visit: &mut Visit, id: &str, fields: &str) {
    let blank = R::blank(Id::parse(id).unwrap());
    visit.put(blank.into_any());
    let done = set(visit, id, &edits(fields), asker(Lang::De));
    apply(
        visit,
        &done.unwrap_or_else(|refusal| panic!("{id}: {refusal}")),
    )
    .unwrap();
}

/// A participant by a family name, which is the id too.
pub(crate) fn person(visit: &mut Visit, id: &str, fields: &str) {
    with::<Participant>(visit, id, &format!("family={id} {fields}"));
}

/// A letter by a title, which is the id too.
pub(crate) fn letter(visit: &mut Visit, id: &str, fields: &str) {
    with::<Letter>(visit, id, &format!("title={id} {fields}"));
}

/// `key=value key=value`; a value may have spaces.
pub(crate) fn edits(fields: &str) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    for word in fields.split_whitespace() {
        match (word.split_once('='), edits.last_mut()) {
            (Some((key, text)), _) => edits.push(Edit::set(key, text)),
            (None, Some(edit)) => edit.text = format!("{} {word}", edit.text),
            (None, None) => panic!("{word} has no key"),
        }
    }
    edits
}

/// The visit after a command, which must not be refused.
pub(crate) fn after(visit: &Visit, done: Result<Transaction, Refusal>) -> Visit {
    let mut next = visit.clone();
    apply(&mut next, &done.unwrap()).unwrap();
    assert_eq!(next.faults(), []);
    next
}

/// Why something was refused, in German.
pub(crate) fn why<T: std::fmt::Debug>(refused: Result<T, Refusal>) -> String {
    refused.unwrap_err().say(Lang::De)
}

/// A day of the programme in one line: `a 10:00–10:45, b →a 10:45, c offen`.
pub(crate) fn day(visit: &Visit, day: u64) -> String {
    let day = first_day() + chrono::Days::new(day);
    let programme = Programme::of(visit);
    let placed = programme.day(day).iter();
    placed
        .map(|placed| line(visit, placed))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What is still to be placed.
pub(crate) fn unplaced(visit: &Visit) -> String {
    let programme = Programme::of(visit);
    let ids = programme.unplaced().iter().map(|placed| placed.id.as_str());
    ids.collect::<Vec<_>>().join(", ")
}

fn line(visit: &Visit, placed: &Placed) -> String {
    let item = visit.items.get(&placed.id).unwrap();
    let clock = |moment: crate::model::Moment| {
        Clock::of(moment.local, placed.day.unwrap()).map_or("?".to_owned(), |c| c.to_string())
    };
    let tie = match &item.slot.start {
        Start::After(id) => format!(" →{id}"),
        _ => String::new(),
    };
    let hours = match (placed.start.map(clock), placed.end.map(clock)) {
        (Some(start), Some(end)) => format!(" {start}–{end}"),
        (Some(start), None) => format!(" {start}"),
        (None, Some(end)) => format!(" –{end}"),
        (None, None) => " offen".to_owned(),
    };
    format!("{}{tie}{hours}", placed.id)
}
