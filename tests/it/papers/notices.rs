//! Change notices: what became of a visit, for each who holds an older version of it.

mod readers;
mod verbs;

use attache::{
    audience::{Audience, Reader, Whose, redact},
    model::{
        AnyRecord, AnyRef, Attendance, Base, Clock, Id, Item, ItemKind, ItemStatus, Letter, Name,
        Participant, Rows, Side, Slot, Text, Vehicle, Visit, Who, Zone, item::Seat,
    },
    paper::{Block, Document, Edition, Options, Paper, Refusal, Since, Verb, changes},
    words::Lang,
};
use std::sync::Arc;

use super::{DUESSELDORF, changing::put, date, options, sample, text};
use chrono::NaiveDateTime;

/// When the older version went out.
fn before() -> NaiveDateTime {
    date(2024, 11, 8).and_hms_opt(9, 0, 0).unwrap()
}

/// What is asked of a paper of the new version by a reader who holds the old one.
pub(super) fn asked(old: &Visit, reader: &Reader, lang: Lang) -> Options {
    Options {
        since: Some(Arc::new(Since {
            known: redact(old, reader.clone()),
            edition: Edition::Issue {
                number: 1,
                at: before(),
            },
        })),
        edition: Edition::Issue {
            number: 2,
            at: options(lang, None).edition.at(),
        },
        ..options(lang, None)
    }
}

fn notice(old: &Visit, new: &Visit, reader: &Reader, lang: Lang) -> Result<Document, Refusal> {
    let known = redact(new, reader.clone());
    let paper = Paper::named("changes").unwrap();
    paper.compose(&known, &asked(old, reader, lang))
}

fn edit(visit: &mut Visit, id: &str, change: impl FnOnce(&mut AnyRecord)) {
    let mut record = visit.record(id).map(AnyRef::to_owned).unwrap();
    change(&mut record);
    put(visit, record);
}

fn item(visit: &mut Visit, id: &str, change: impl FnOnce(&mut Item)) {
    edit(visit, id, |record| match record {
        AnyRecord::Item(item) => change(item),
        _ => unreachable!(),
    });
}

fn clock(text: &str) -> Clock {
    Clock::read(text).unwrap()
}

fn at(day: u32, start: &str, end: &str) -> Slot {
    Slot::on(date(2024, 11, day), clock(start), Some(clock(end))).unwrap()
}

/// The sample with two cars that fetch the guests, and an interpreter at the talk.
fn driven() -> Visit {
    let mut visit = sample(DUESSELDORF);
    for (id, name, driver) in [
        ("wagen-1", "Wagen 1", "Peter Lenz"),
        ("wagen-2", "Wagen 2", "Anna Roth"),
    ] {
        let mut vehicle = Vehicle::with_id(Id::parse(id).unwrap());
        name.clone_into(&mut vehicle.name);
        driver.clone_into(&mut vehicle.driver);
        put(&mut visit, AnyRecord::Vehicle(Box::new(vehicle)));
    }
    for (id, name) in [("amrani", "Amrani"), ("zahra", "Zahra")] {
        let mut person = Participant::with_id(Id::parse(id).unwrap());
        person.side = Side::Third;
        person.name = Name::new("Leïla", name);
        put(&mut visit, AnyRecord::Participant(Box::new(person)));
    }
    let seat = |vehicle: &str, person: &str| Seat {
        vehicle: Id::parse(vehicle),
        person: Id::parse(person).map_or(Who::Nobody, Who::Is),
        seat: String::new(),
    };
    item(&mut visit, "ankunft-h3vd", |item| {
        item.slot = at(11, "14:10", "15:00");
        item.vehicles.0.extend(Id::parse("wagen-1"));
        item.seats = Rows(vec![seat("wagen-1", BERRAZOUK)]);
    });
    item(&mut visit, "weiterreise-b4gz", |item| {
        item.slot = at(12, "17:00", "19:30");
        item.vehicles.0.extend(Id::parse("wagen-2"));
    });
    item(&mut visit, "fachgespraech-z2mb", |item| {
        item.interpreters.0.extend(Id::parse("amrani"));
    });
    item(&mut visit, "konferenz-w7ye", |item| {
        item.interpreters.0.extend(Id::parse("zahra"));
    });
    visit
}

const BERRAZOUK: &str = "achraf-berrazouk-7k2f";

fn driver(vehicle: &str) -> Reader {
    Reader {
        audience: Audience::Driver,
        whose: Id::parse(vehicle).map(Whose::Vehicle),
    }
}

fn person(audience: Audience, id: &str) -> Reader {
    Reader::person(audience, Id::parse(id).unwrap())
}

/// What is told, in short: verb, what, old, new.
fn told(old: &Visit, new: &Visit, reader: &Reader) -> Vec<(Verb, String, String, String)> {
    let (old, new) = (redact(old, reader.clone()), redact(new, reader.clone()));
    let changes = changes(&old, &new, Lang::De).into_iter();
    changes
        .map(|change| (change.verb, change.what, change.old, change.new))
        .collect()
}

fn guest(visit: &mut Visit, id: &str, change: impl FnOnce(&mut Participant)) {
    edit(visit, id, |record| match record {
        AnyRecord::Participant(person) => change(person),
        _ => unreachable!(),
    });
}

/// What became of the sample: something of each sort.
fn changed(old: &Visit) -> Visit {
    let mut new = old.clone();
    item(&mut new, "empfang-4rwt", |item| {
        item.slot = at(12, "11:00", "11:45");
        item.room = Text::new("Plenarsaal");
    });
    item(&mut new, "fachgespraech-z2mb", |item| {
        item.status = ItemStatus::Cancelled;
    });
    item(&mut new, "ankunft-h3vd", |item| {
        item.slot = at(11, "15:30", "16:20");
    });
    item(&mut new, "stadtfuehrung-n6xa", |item| {
        item.host.0 = vec![Id::parse("miriam-koch-e9va").unwrap()];
        "Jana Weiß, +49 170 5550100".clone_into(&mut item.contact);
    });
    let mut dinner = Item::with_id(Id::parse("abendessen").unwrap());
    dinner.title = Text::new("Abendessen");
    dinner.kind = ItemKind::Meal;
    dinner.slot = at(12, "20:00", "22:00");
    dinner.place = Id::parse("rathaus-c5pn");
    dinner.host.0 = vec![Id::parse("stephan-keller-8n4c").unwrap()];
    put(&mut new, AnyRecord::Item(Box::new(dinner)));
    edit(&mut new, "boutaina-bouabid-t6hx", |record| {
        let AnyRecord::Participant(person) = record else {
            unreachable!()
        };
        person.function = Text::new("Botschafterin");
    });
    new
}

#[test]
fn the_samples_notice() {
    let old = driven();
    let new = changed(&old);
    for lang in Lang::WRITTEN {
        let document = notice(&old, &new, &Audience::Delegation.into(), lang).unwrap();
        expect(
            &format!("marrakesh-changes-delegation-{}", lang.code()),
            &document,
        );
    }
    for (audience, name) in [
        (Audience::Internal, "internal"),
        (Audience::Press, "press"),
        (Audience::Security, "security"),
    ] {
        let document = notice(&old, &new, &audience.into(), Lang::De).unwrap();
        expect(&format!("marrakesh-changes-{name}"), &document);
    }
    let reader = person(Audience::Person, BERRAZOUK);
    let document = notice(&old, &new, &reader, Lang::Fr).unwrap();
    expect("marrakesh-changes-person", &document);
}

#[test]
fn changed_lines_are_marked_in_the_margin() {
    let old = driven();
    let new = changed(&old);
    let reader = Reader::from(Audience::Delegation);
    let asked = Options {
        day: Some(date(2024, 11, 12)),
        ..asked(&old, &reader, Lang::De)
    };
    let day = Paper::named("day").unwrap();
    let document = day.compose(&redact(&new, reader.clone()), &asked).unwrap();
    expect("marrakesh-day-marked", &document);
    let same = day.compose(&redact(&old, reader), &asked).unwrap();
    assert!(!text(&same).contains("gekennzeichnet"));
}

fn expect(name: &str, document: &Document) {
    insta::with_settings!({
        snapshot_path => "../../expected",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!(name, text(document)) });
}
