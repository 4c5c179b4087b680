//! Change notices: what became of a visit, for each who holds an older version of it.

use std::sync::Arc;

use attache::{
    audience::{Audience, Reader, Whose, redact},
    edit::{Change as Edit, Label, Transaction, apply},
    model::{
        AnyRecord, AnyRef, Attendance, Base, Clock, Id, Item, ItemKind, ItemStatus, Letter, Name,
        Participant, Rows, Side, Slot, Text, Vehicle, Visit, Who, Zone, item::Seat,
    },
    paper::{Block, Document, Edition, Options, Paper, Refusal, Since, Verb, changes},
    words::{Lang, Said},
};
use chrono::NaiveDateTime;

use super::{DUESSELDORF, date, options, sample, text};

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

fn put(visit: &mut Visit, after: AnyRecord) {
    let before = visit.record(after.id()).map(AnyRef::to_owned);
    let change = Edit {
        before,
        after: Some(after),
    };
    let label = Label::new(Said::same("put"), "");
    let transaction = Transaction::new(label, vec![change]);
    apply(visit, &transaction).unwrap();
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

fn letter(visit: &mut Visit, change: impl FnOnce(&mut Letter)) {
    edit(
        visit,
        "absichtserklaerung-2024-f8jt",
        |record| match record {
            AnyRecord::Letter(letter) => change(letter),
            _ => unreachable!(),
        },
    );
}

/// A change, and what the delegation is told of it.
type Case = (
    fn(&mut Visit),
    &'static [(Verb, &'static str, &'static str)],
);

const CASES: &[Case] = &[
    (|_| {}, &[]),
    (
        |visit| item(visit, "empfang-4rwt", |item| item.note.0.push_str("intern")),
        &[],
    ),
    (
        |visit| {
            item(visit, "empfang-4rwt", |item| {
                item.title.set(Lang::Fr, Lang::De, "Réception");
            });
        },
        &[],
    ),
    (
        |visit| {
            item(visit, "empfang-4rwt", |item| {
                item.title = Text::new("Begrüßung");
            });
        },
        &[(Verb::Other, "Empfang", "Begrüßung")],
    ),
    (
        |visit| {
            item(visit, "empfang-4rwt", |item| {
                item.slot = at(13, "10:00", "10:45");
            });
        },
        &[
            (
                Verb::Moved,
                "Dienstag, 12. November 2024, 10:00–10:45",
                "Mittwoch, 13. November 2024, 10:00–10:45",
            ),
            (
                Verb::Moved,
                "Dienstag, 12. November 2024, anschl. (10:45)",
                "Mittwoch, 13. November 2024, anschl. (10:45)",
            ),
        ],
    ),
    (
        |visit| {
            item(visit, "empfang-4rwt", |item| {
                item.place = Id::parse("frankfurt-k9dr");
            });
        },
        &[(
            Verb::Place,
            "Rathaus, Jan-Wellem-Saal",
            "Frankfurt am Main, Jan-Wellem-Saal",
        )],
    ),
    (
        |visit| {
            item(visit, "empfang-4rwt", |item| {
                item.attire = Text::new("Anzug");
            });
        },
        &[(Verb::Attire, "", "Anzug")],
    ),
    (
        |visit| {
            item(visit, "stadtfuehrung-n6xa", |item| {
                item.status = ItemStatus::Requested;
            });
        },
        &[(Verb::Unsure, "bestätigt", "noch nicht bestätigt")],
    ),
    (
        |visit| {
            item(visit, "stadtfuehrung-n6xa", |item| {
                item.attend = Attendance::all(Base::Guests)
                    .with_optional(&Participant::with_id(Id::parse(BERRAZOUK).unwrap()), true);
            });
        },
        &[(
            Verb::Attendance,
            "mit Achraf Berrazouk",
            "freigestellt: Achraf Berrazouk",
        )],
    ),
    (
        |visit| {
            item(visit, "weiterreise-b4gz", |item| {
                "DB".clone_into(&mut item.carrier);
                "ICE 705".clone_into(&mut item.number);
            });
        },
        &[(Verb::Journey, "", "DB ICE 705")],
    ),
    (
        |visit| {
            guest(visit, "delegation-marrakesch-x5ne", |person| {
                person.name = Name::new("Hanane", "Alaoui");
            });
        },
        &[(Verb::Named, "N. N. (3)", "Hanane Alaoui, Stadt Marrakesch")],
    ),
    (
        |visit| {
            guest(visit, "miriam-koch-e9va", |person| {
                person.function = Text::new("Bürgermeisterin");
            });
        },
        &[(
            Verb::Function,
            "Beigeordnete für Kultur und Integration",
            "Bürgermeisterin",
        )],
    ),
    (
        |visit| {
            guest(visit, "miriam-koch-e9va", |person| {
                "+49 1".clone_into(&mut person.phone);
            });
        },
        &[],
    ),
    (
        |visit| letter(visit, |letter| letter.place = Id::parse("frankfurt-k9dr")),
        &[(Verb::Place, "Rathaus", "Frankfurt am Main")],
    ),
    (
        |visit| letter(visit, |letter| letter.signatories.0.truncate(1)),
        &[(
            Verb::Signatories,
            "Für Marrakesch: Achraf Berrazouk, Stellvertretender Bürgermeister; Für Düsseldorf: Miriam Koch, Beigeordnete für Kultur und Integration",
            "Für Marrakesch: Achraf Berrazouk, Stellvertretender Bürgermeister",
        )],
    ),
    (
        |visit| "Jana Weiß, +49 170 5550100".clone_into(&mut visit.head.contact),
        &[(Verb::Contact, "", "Jana Weiß, +49 170 5550100")],
    ),
    (
        |visit| visit.head.last = Some(date(2024, 11, 16)),
        &[(
            Verb::Days,
            "11. bis 15. November 2024",
            "11. bis 16. November 2024",
        )],
    ),
];

#[test]
fn each_change_has_its_verb() {
    let old = sample(DUESSELDORF);
    for (change, expected) in CASES {
        let mut new = old.clone();
        change(&mut new);
        let told = told(&old, &new, &Audience::Delegation.into());
        let told: Vec<(Verb, &str, &str)> = told
            .iter()
            .map(|(verb, _, old, new)| (*verb, old.as_str(), new.as_str()))
            .collect();
        assert_eq!(told, *expected);
    }
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
fn a_driver_hears_of_the_one_line_that_became_another() {
    let old = driven();
    let new = changed(&old);
    let moved = told(&old, &new, &driver("wagen-1"));
    assert_eq!(
        moved,
        [(
            Verb::Moved,
            "Ankunft in Düsseldorf".to_owned(),
            "14:10–15:00".to_owned(),
            "15:30–16:20".to_owned()
        )]
    );
    let document = notice(&old, &new, &driver("wagen-1"), Lang::De).unwrap();
    let rows = document.body.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table.rows.len()),
        _ => None,
    });
    assert_eq!(rows.collect::<Vec<_>>(), [1]);
    expect("marrakesh-changes-driver", &document);
    let other = notice(&old, &new, &driver("wagen-2"), Lang::De);
    assert!(matches!(other, Err(Refusal::Nothing { .. })), "{other:?}");
}

#[test]
fn an_interpreter_and_a_person_hear_of_what_is_theirs() {
    let old = driven();
    let new = changed(&old);
    let verbs = |reader: &Reader| -> Vec<(Verb, String)> {
        let told = told(&old, &new, reader).into_iter();
        told.map(|(verb, what, ..)| (verb, what)).collect()
    };
    let talk = "Fachgespräch mit dem Kulturamt und dem Amt für Migration und Integration";
    assert_eq!(
        verbs(&person(Audience::Interpreter, "amrani")),
        [(Verb::GoneForYou, talk.to_owned())]
    );
    assert_eq!(verbs(&person(Audience::Interpreter, "zahra")), []);
    // A third party of the visit who attends none of it.
    let without = |id: &str| {
        let mut visits = [old.clone(), new.clone()];
        for visit in &mut visits {
            let ids: Vec<String> = visit.items.iter().map(|item| item.id.to_string()).collect();
            for own in ids {
                item(visit, &own, |item| {
                    item.attend = Attendance::all(Base::Guests);
                    item.interpreters.0.retain(|own| own.as_str() != id);
                });
            }
        }
        let [old, new] = visits;
        told(&old, &new, &person(Audience::Person, id))
    };
    assert_eq!(without("zahra"), []);
    let own = verbs(&person(Audience::Person, BERRAZOUK));
    assert!(own.contains(&(Verb::NewForYou, "Abendessen".to_owned())));
    assert!(
        !own.iter().any(|(verb, _)| *verb == Verb::Function),
        "{own:?}"
    );
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

#[test]
fn what_another_reader_knew_is_no_older_version() {
    let old = driven();
    let new = changed(&old);
    let known = redact(&new, Audience::Press);
    let asked = asked(&old, &Audience::Internal.into(), Lang::De);
    let refusal = Paper::named("changes")
        .unwrap()
        .compose(&known, &asked)
        .err();
    assert_eq!(refusal, Some(Refusal::NoOlder));
    let nothing = Paper::named("changes")
        .unwrap()
        .compose(&known, &options(Lang::De, None));
    assert_eq!(nothing.err(), Some(Refusal::NoOlder));
    let unchanged = notice(&old, &old, &Audience::Internal.into(), Lang::De);
    assert!(matches!(unchanged, Err(Refusal::Nothing { .. })));
}

/// A message that is ready to be sent goes to the one whose paper it carries, and what others hold
/// about somebody goes to nobody by itself.
#[test]
fn only_ones_own_paper_is_addressed_to_one() {
    let mut visit = sample(DUESSELDORF);
    let id = "achraf-berrazouk-7k2f";
    guest(&mut visit, id, |person| {
        "ab@example.org".clone_into(&mut person.email);
    });
    let paper = Paper::named("person").unwrap();
    for audience in paper.audiences {
        let known = redact(&visit, person(*audience, id));
        let made = paper.compose(&known, &options(Lang::De, None)).unwrap();
        let to = made.posting.to.map(|to| to.address);
        let is_own = *audience == Audience::Person;
        assert_eq!(to.is_some(), is_own, "{audience:?}: {to:?}");
    }
}

#[test]
fn the_press_hears_from_its_own_contact_at_the_right_hour() {
    let mut visit = sample(DUESSELDORF);
    visit.head.contact = "Jana Weiß, weiss@example.org".to_owned();
    visit.head.press_contact = "Presseamt, presse@example.org".to_owned();
    for zone in ["Europe/Berlin", "America/New_York"] {
        visit.head.zone = Zone::named(zone);
        let posting = |audience: Audience| {
            let paper = Paper::named("programme").unwrap();
            let made = paper.compose(&redact(&visit, audience), &options(Lang::De, None));
            made.unwrap().posting
        };
        let (press, delegation) = (posting(Audience::Press), posting(Audience::Delegation));
        assert_eq!(press.from.unwrap().address, "presse@example.org");
        assert_eq!(delegation.from.unwrap().address, "weiss@example.org");
        assert_eq!(press.at, delegation.at, "{zone}");
    }
}

fn expect(name: &str, document: &Document) {
    insta::with_settings!({
        snapshot_path => "../../expected",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!(name, text(document)) });
}
