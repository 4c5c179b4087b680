//! The papers of those who go along: one person, the pocket, calls, drivers, interpreters.

use std::{collections::BTreeSet, path::Path};

use attache::{
    audience::{Audience, Reader, Whose, redact},
    model::{Id, Item, ItemStatus, Participant, Visit},
    paper::{Block, Detail, Document, Line, Options, Paper, Refusal, Sheet, Stretch},
    store,
    words::{Lang, date as words_date},
};
use chrono::NaiveDate;

use super::{DUESSELDORF, HAMBURG, composed, date, facts::squeezed, options, sample, text};

/// A visit of two days with flights, lodgings, vehicles, an interpreter, in four languages.
fn escort() -> Visit {
    of_tests("escort")
}

fn of_tests(name: &str) -> Visit {
    let path = format!("{}/tests/it/papers/{name}.ron", env!("CARGO_MANIFEST_DIR"));
    store::open(Path::new(&path)).unwrap().visit
}

fn every_visit() -> [Visit; 4] {
    [
        escort(),
        of_tests("rich"),
        sample(DUESSELDORF),
        sample(HAMBURG),
    ]
}

fn person(id: &str) -> Whose {
    Whose::Person(Id::parse(id).unwrap())
}

fn vehicle(id: &str) -> Whose {
    Whose::Vehicle(Id::parse(id).unwrap())
}

fn reader(audience: Audience, whose: Option<Whose>) -> Reader {
    Reader { audience, whose }
}

fn made(visit: &Visit, paper: &str, reader: Reader, options: &Options) -> Document {
    composed(&redact(visit, reader), paper, options)
}

fn refused(visit: &Visit, paper: &str, reader: Reader, options: &Options) -> Option<Refusal> {
    let paper = Paper::named(paper).unwrap();
    paper.compose(&redact(visit, reader), options).err()
}

/// Every line of the schedules of a document.
fn lines(document: &Document) -> Vec<&Line> {
    let stretches = document.body.iter().flat_map(|block| match block {
        Block::Schedule(stretches) => stretches.as_slice(),
        _ => &[],
    });
    let lines = stretches.flat_map(|stretch| match stretch {
        Stretch::One(line) => std::slice::from_ref(line),
        Stretch::Parallel { lines, .. } => lines.as_slice(),
    });
    lines.collect()
}

/// The facts of a line with these labels, without their colons.
fn facts(line: &Line, label: &str) -> Vec<String> {
    let all = line.details.iter().flat_map(|detail| match detail {
        Detail::Facts(facts) => facts.as_slice(),
        Detail::Text(_) => &[],
    });
    let mut under = String::new();
    let mut found = Vec::new();
    for fact in all {
        if !fact.label.is_empty() {
            fact.label
                .trim_end_matches([':', '\u{a0}'])
                .clone_into(&mut under);
        }
        if under == label {
            found.push(fact.text.clone());
        }
    }
    found
}

fn titled<'a>(document: &'a Document, title: &str) -> &'a Line {
    let all = lines(document);
    let found = all.iter().find(|line| line.what.starts_with(title));
    found.unwrap_or_else(|| panic!("no {title} in\n{}", text(document)))
}

/// Whether somebody is at an item on a day, told from the data alone.
fn is_at(visit: &Visit, item: &Item, one: &Participant, day: Option<NaiveDate>) -> bool {
    let is_one = |who: &attache::model::Who| who.participant() == Some(&one.id);
    let letters = visit.letters.iter().filter(|letter| {
        letter.item.as_ref() == Some(&item.id) || item.letter.as_ref() == Some(&letter.id)
    });
    let by_name = item.host.contains(&one.id)
        || item.interpreters.contains(&one.id)
        || item.attend.plus.contains(&one.id)
        || item.attend.optional.contains(&one.id)
        || item.speeches.iter().any(|speech| is_one(&speech.speaker))
        || item.seats.iter().any(|seat| is_one(&seat.person))
        || letters.into_iter().any(|letter| {
            letter.signatories.iter().any(|row| is_one(&row.person))
                || letter.witnesses.contains(&one.id)
        });
    let is_there = day.is_none_or(|day| one.is_present(day));
    by_name || is_there && item.attend.part_of(one).is_some()
}

fn takes_place(item: &Item) -> bool {
    item.status != ItemStatus::Cancelled && item.kind != attache::model::ItemKind::Internal
}

#[test]
fn one_persons_programme_has_each_of_their_items_once_a_day_and_no_other() {
    for visit in every_visit() {
        for one in visit.participants.iter() {
            for lang in Lang::WRITTEN {
                let reader = Reader::person(Audience::Person, one.id.clone());
                let known = redact(&visit, reader);
                let paper = Paper::named("person").unwrap();
                let programme = attache::model::Programme::of(&visit);
                let days = programme.days().flat_map(|(day, placed)| {
                    placed
                        .iter()
                        .map(move |placed| (Some(day), placed.id.clone()))
                });
                let unplaced = programme.unplaced().iter();
                let all = days.chain(unplaced.map(|placed| (None, placed.id.clone())));
                let expected = all.filter(|(day, id)| {
                    let item = visit.items.get(id).unwrap();
                    takes_place(item) && is_at(&visit, item, one, *day)
                });
                let expected: Vec<_> = expected.collect();
                match paper.compose(&known, &options(lang, None)) {
                    Err(refusal) => {
                        assert!(matches!(refusal, Refusal::Nothing { .. }), "{refusal}");
                        assert!(expected.is_empty(), "{} has {expected:?}", one.id);
                    }
                    Ok(document) => {
                        let told = lines(&document);
                        assert_eq!(
                            told.len(),
                            expected.len(),
                            "{}\n{}",
                            one.id,
                            text(&document)
                        );
                        for (line, (_, id)) in told.iter().zip(&expected) {
                            let item = visit.items.get(id).unwrap();
                            let title = item.title.get(lang, visit.main_lang());
                            assert!(line.what.starts_with(title), "{title}: {}", line.what);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn whoever_takes_part_in_nothing_has_no_programme() {
    let mut visit = escort();
    visit.items = attache::model::Table::default();
    let reader = Reader::person(Audience::Person, Id::parse("bennis").unwrap());
    let refusal = refused(&visit, "person", reader, &options(Lang::De, None));
    assert!(matches!(
        refusal,
        Some(Refusal::Nothing {
            paper: "person",
            ..
        })
    ));
    let nobody = reader_of_nobody();
    let refusal = refused(&escort(), "person", nobody, &options(Lang::De, None));
    assert_eq!(refusal, Some(Refusal::PersonMissing));
}

fn reader_of_nobody() -> Reader {
    Audience::Person.into()
}

/// What is private of each participant of the visit for these tests.
const PRIVATE: &[(&str, &[&str])] = &[
    ("alaoui", &["Turmzimmer", "+212 600000001"]),
    ("amrani", &["+49 170 5550104"]),
    ("bennis", &["Gartenzimmer", "zugesagt"]),
    ("kaya", &["um Antwort wird gebeten"]),
    ("lindner", &["Vorzimmer, +49 6400 555010"]),
    ("nn", &["Gastfamilie Berger"]),
];

#[test]
fn each_has_their_own_lodging_number_and_invitation_and_nobody_elses() {
    let visit = escort();
    for (whose, _) in PRIVATE {
        let reader = reader(Audience::Person, Some(person(whose)));
        let document = made(&visit, "person", reader, &options(Lang::De, None));
        let text = squeezed(&text(&document));
        for (other, facts) in PRIVATE {
            for fact in *facts {
                let found = text.matches(&squeezed(fact)).count();
                assert_eq!(
                    found,
                    usize::from(whose == other),
                    "{whose}: {fact}\n{text}"
                );
            }
        }
    }
}

#[test]
fn it_says_what_one_does_and_where_one_sits() {
    let visit = escort();
    let of = |whose: &str| {
        let reader = reader(Audience::Person, Some(person(whose)));
        made(&visit, "person", reader, &options(Lang::De, None))
    };
    let (alaoui, lindner, kaya, amrani) = (of("alaoui"), of("lindner"), of("kaya"), of("amrani"));
    for (document, title, label, expected) in [
        (
            &alaoui,
            "Abendessen",
            "Aufgabe",
            "Ansprache Nr.\u{a0}2 von\u{a0}2 (4 Min.): Dank",
        ),
        (
            &alaoui,
            "Unterzeichnung",
            "Aufgabe",
            "Unterzeichnung für Fès",
        ),
        (
            &lindner,
            "Empfang",
            "Aufgabe",
            "Empfang; Ansprache (6 Min.): Begrüßung",
        ),
        (&kaya, "Abendessen", "Aufgabe", "Teilnahme freigestellt"),
        (
            &kaya,
            "Unterzeichnung",
            "Aufgabe",
            "Anwesenheit bei der Unterzeichnung",
        ),
        (&amrani, "Empfang", "Aufgabe", "Dolmetschen"),
        (
            &alaoui,
            "Ankunft",
            "Fahrzeug",
            "Wagen 1 (Limousine, NB-ST 1; Fahrer/in: Peter Lenz); hinten rechts",
        ),
    ] {
        assert_eq!(facts(titled(document, title), label), [expected], "{title}");
    }
    // Whoever has no seat in the one vehicle rides in the other.
    let bennis = of("bennis");
    let vehicles = facts(titled(&bennis, "Ankunft"), "Fahrzeuge");
    assert_eq!(
        vehicles,
        ["Wagen 2 (Kleinbus, NB-ST 2, Stadtwerke; Fahrer/in: Ayla Schulz)"]
    );
    let spoken = text(&alaoui);
    assert!(spoken.contains("Frau Oberbürgermeisterin"), "{spoken}");
}

#[test]
fn the_card_has_time_place_number_and_interpreter_and_nothing_else() {
    let visit = escort();
    for lang in Lang::WRITTEN {
        let reader = Audience::Delegation.into();
        let document = made(&visit, "card", reader, &options(lang, None));
        assert_eq!(document.sheet, Sheet::Card);
        let all = lines(&document);
        assert_eq!(all.len(), visit.items.len());
        let text = squeezed(&text(&document));
        let main = visit.main_lang();
        for item in visit.items.iter() {
            let place = item.place.as_ref().map(|id| visit.places.get(id).unwrap());
            let place = place.map_or("", |place| place.name.get(lang, main));
            let facts = [
                item.title.get(lang, main),
                item.room.get(lang, main),
                item.meeting_point.get(lang, main),
                &item.contact,
                &item.number,
                place,
            ];
            for fact in facts {
                assert!(text.contains(&squeezed(fact)), "{fact}\n{text}");
            }
            for other in [&item.attire].map(|text| text.get(lang, main)) {
                assert!(
                    other.is_empty() || !text.contains(&squeezed(other)),
                    "{other}"
                );
            }
        }
    }
    let own = reader(Audience::Person, Some(person("kaya")));
    let monday = Some(date(2026, 5, 11));
    let document = made(&visit, "card", own, &options(Lang::De, monday));
    let titles: Vec<&str> = lines(&document)
        .iter()
        .map(|line| line.what.as_str())
        .collect();
    assert_eq!(titles.len(), 4, "{titles:?}");
    assert!(document.head.subject.contains("Murat Kaya"));
    assert!(document.head.subject.contains("Montag, 11. Mai 2026"));
}

/// Every time on the clock that the visit says or from which it follows.
fn times(visit: &Visit) -> BTreeSet<String> {
    let programme = attache::model::Programme::of(visit);
    let mut times = BTreeSet::new();
    for item in visit.items.iter() {
        let placed = programme.find(item.id.as_str()).unwrap();
        let moments = [placed.start, placed.end].into_iter().flatten();
        times.extend(moments.map(|moment| moment.local.format("%H:%M").to_string()));
        let clocks = [item.media_time, item.check_in].into_iter().flatten();
        times.extend(clocks.map(|clock| format!("{:02}:{:02}", clock.hour(), clock.minute())));
    }
    times
}

#[test]
fn no_call_is_at_a_time_that_nobody_set() {
    for visit in every_visit() {
        let known_times = times(&visit);
        for day in visit.days() {
            let known = redact(&visit, Audience::Internal);
            let paper = Paper::named("calls").unwrap();
            let Ok(document) = paper.compose(&known, &options(Lang::De, Some(day))) else {
                continue;
            };
            for when in lines(&document).iter().flat_map(|line| &line.when) {
                let clocks = when.split([' ', '–']).filter(|word| word.contains(':'));
                for clock in clocks {
                    assert!(
                        known_times.contains(clock),
                        "{clock} in\n{}",
                        text(&document)
                    );
                }
            }
        }
    }
}

#[test]
fn calls_say_who_is_where_the_highest_in_rank_last() {
    let visit = escort();
    let of = |day| {
        let options = options(Lang::De, Some(day));
        made(&visit, "calls", Audience::Host.into(), &options)
    };
    let monday = of(date(2026, 5, 11));
    let told: Vec<(String, String)> = lines(&monday)
        .iter()
        .map(|line| (line.when.join(" "), line.what.clone()))
        .collect();
    let (dinner, reception) = ("Abendessen", "Empfang durch Oberbürgermeisterin Dr.");
    let expected = [
        ("14:05", "Ankunft; Royal Air Maroc AT 0810 aus Casablanca"),
        ("anschl.", "Fahrt zu den Unterkünften"),
        ("16:10", reception),
        ("16:30", reception),
        ("19:30", dinner),
        ("Zeit offen", dinner),
        // The first of tomorrow.
        ("09:00", "Fahrt zur Klimaleitstelle"),
    ];
    assert_eq!(told.len(), expected.len(), "{told:?}\n{}", text(&monday));
    for ((when, what), (at, begins)) in told.iter().zip(expected) {
        assert_eq!(when, at, "{told:?}");
        assert!(what.starts_with(begins), "{what}");
    }
    let arrival = titled(&monday, "Ankunft");
    assert_eq!(facts(arrival, "Fahrdienst").len(), 2);
    assert_eq!(
        facts(arrival, "Wo"),
        ["Flughafen Frankfurt, Frankfurt am Main, Terminal 2"]
    );
    let all = lines(&monday);
    let at_town_hall = all.iter().find(|line| line.when == ["16:30"]).unwrap();
    let who = facts(at_town_hall, "Wer").join("");
    let order = ["Amrani", "Kaya", "N. N.", "Bennis", "Alaoui"].map(|name| who.find(name));
    assert!(
        order.iter().all(Option::is_some) && order.is_sorted(),
        "{who}"
    );
    assert_eq!(
        facts(at_town_hall, "Wo"),
        ["Rathaus, Ratssaal; Treffpunkt: Eingang Domplatz"]
    );
    let press = all.iter().find(|line| line.when == ["16:10"]).unwrap();
    assert_eq!(facts(press, "Wer"), ["Presse"]);
    assert_eq!(facts(press, "Wo"), ["Rathaus, Foyer"]);
    // From the lodgings, each by itself.
    let tomorrow = titled(&monday, "Fahrt zur");
    let places = facts(tomorrow, "Wo");
    assert!(places.contains(&"Hotel am Dom".to_owned()), "{places:?}");
    assert!(
        places.contains(&"Gastfamilie Berger".to_owned()),
        "{places:?}"
    );
    let tuesday = of(date(2026, 5, 12));
    let check_in = titled(&tuesday, "Abreise");
    assert_eq!(check_in.when, ["13:15"]);
}

#[test]
fn each_driver_has_each_of_his_passengers_on_their_seats() {
    let visit = escort();
    for lang in Lang::WRITTEN {
        let main = visit.main_lang();
        for own in visit.vehicles.iter() {
            let reader = reader(Audience::Driver, Some(vehicle(own.id.as_str())));
            let document = made(&visit, "driver", reader, &options(lang, None));
            let told = lines(&document);
            let rides = visit
                .items
                .iter()
                .filter(|item| item.vehicles.contains(&own.id));
            assert_eq!(told.len(), rides.clone().count());
            let whole = text(&document);
            for fact in [&own.driver, &own.driver_phone, &own.plate, &own.model] {
                assert_eq!(
                    squeezed(&whole).matches(&squeezed(fact)).count(),
                    1,
                    "{fact}"
                );
            }
            for other in visit.vehicles.iter().filter(|other| other.id != own.id) {
                assert!(
                    !whole.contains(&other.plate) && !whole.contains(&other.driver),
                    "{whole}"
                );
            }
            assert!(!whole.contains("Kindersitz"), "{whole}");
            for item in rides {
                let title = item.title.get(lang, main);
                let line = *told
                    .iter()
                    .find(|line| line.what.starts_with(title))
                    .unwrap();
                let said = format!("{line:?}");
                for seat in item.seats.iter() {
                    let is_here = seat.vehicle.as_ref() == Some(&own.id);
                    assert_eq!(said.contains(&seat.seat), is_here, "{title}: {said}");
                }
            }
        }
    }
    let document = made(
        &visit,
        "driver",
        Audience::Driver.into(),
        &options(Lang::De, None),
    );
    let pages = document
        .body
        .iter()
        .filter(|block| matches!(block, Block::NewPage));
    assert_eq!(pages.count(), visit.vehicles.len() - 1);
    let (arrival, departure) = (titled(&document, "Ankunft"), titled(&document, "Abreise"));
    assert_eq!(arrival.when, ["14:05"]);
    assert_eq!(
        facts(arrival, "Abholung"),
        ["Flughafen Frankfurt, Frankfurt am Main, Terminal 2"]
    );
    assert_eq!(
        facts(arrival, "Flug, Zug"),
        ["Royal Air Maroc AT 0810 aus Casablanca"]
    );
    assert_eq!(facts(arrival, "Personen mit Gepäck"), ["2"]);
    assert_eq!(facts(arrival, "Kontakt"), ["Murat Kaya, +49 170 5550103"]);
    assert_eq!(
        facts(departure, "Ziel"),
        ["Flughafen Frankfurt, Frankfurt am Main, Terminal 2"]
    );
    assert_eq!(facts(departure, "Personen mit Gepäck"), ["4–5"]);
}

#[test]
fn a_visit_without_vehicles_or_interpreters_has_no_papers_of_theirs() {
    let visit = sample(HAMBURG);
    for (paper, audience) in [
        ("driver", Audience::Driver),
        ("interpreter", Audience::Interpreter),
    ] {
        let refusal = refused(&visit, paper, audience.into(), &options(Lang::De, None));
        assert!(matches!(refusal, Some(Refusal::Nothing { .. })), "{paper}");
    }
    let known = reader(Audience::Internal, Some(person("lindner")));
    let refusal = refused(&escort(), "interpreter", known, &options(Lang::De, None));
    assert!(matches!(refusal, Some(Refusal::Nothing { .. })));
}

#[test]
fn the_interpreter_has_what_is_interpreted_names_address_and_terms() {
    let visit = escort();
    let main = visit.main_lang();
    for lang in Lang::WRITTEN {
        let reader = reader(Audience::Interpreter, Some(person("amrani")));
        let document = made(&visit, "interpreter", reader, &options(lang, None));
        let whole = squeezed(&text(&document));
        let mut expected = 0;
        for item in visit.items.iter() {
            let is_interpreted = !item.interpreters.is_empty();
            expected += usize::from(is_interpreted);
            for speech in item.speeches.iter().filter(|_| is_interpreted) {
                assert!(whole.contains(&squeezed(speech.topic.get(lang, main))));
            }
            if is_interpreted {
                assert!(whole.contains(&squeezed(&item.interpreting)));
            }
        }
        assert_eq!(lines(&document).len(), expected);
        for one in ["alaoui", "bennis", "lindner"] {
            let one = visit.participants.get(one).unwrap();
            let facts = [&one.name.script, &one.name.say, one.spoken.get(lang, main)];
            for fact in facts {
                assert!(whole.contains(&squeezed(fact)), "{fact}\n{whole}");
            }
        }
        let letter = visit.letters.iter().next().unwrap();
        for written in Lang::WRITTEN {
            let title = squeezed(&letter.title_in_list(written, main)).to_lowercase();
            let tables = squeezed(&format!("{:?}", document.body)).to_lowercase();
            assert!(tables.contains(&title), "{title}");
        }
    }
}

/// Words of Latin letters.
fn latin_words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !(c.is_alphabetic() && c < '\u{250}'));
    words
        .filter(|word| word.len() > 1)
        .map(str::to_owned)
        .collect()
}

#[test]
fn in_arabic_nothing_is_latin_but_what_the_visit_says_so() {
    let visit = escort();
    let data = std::fs::read_to_string(Path::new(&format!(
        "{}/tests/it/papers/escort.ron",
        env!("CARGO_MANIFEST_DIR")
    )));
    let data = latin_words(&data.unwrap());
    for token in ["person", "card", "calls", "driver", "interpreter"] {
        let paper = Paper::named(token).unwrap();
        for wanted in attache::paper::set::all(&visit) {
            if wanted.paper.token != token {
                continue;
            }
            let Ok(document) = wanted.compose(&visit, &options(Lang::Ar, None)) else {
                continue;
            };
            let mut said = text(&document);
            // How well a language is spoken and what a day is called in capitals are no words.
            said = said.replace("C2", "");
            let words = latin_words(&said);
            let foreign: Vec<&String> = words.difference(&data).collect();
            // The terms stand in every language on purpose.
            let is_glossary = paper.token == "interpreter";
            let kinds = [
                "Absichtserklärung",
                "Letter",
                "of",
                "intent",
                "Déclaration",
                "intention",
            ];
            let foreign = foreign
                .into_iter()
                .filter(|word| !(is_glossary && kinds.contains(&word.as_str())));
            let foreign: Vec<&String> = foreign.collect();
            assert!(foreign.is_empty(), "{wanted:?}: {foreign:?}\n{said}");
        }
    }
}

#[test]
fn a_paper_of_one_day_says_which() {
    let visit = escort();
    let monday = date(2026, 5, 11);
    for lang in Lang::WRITTEN {
        for (token, audience) in [
            ("card", Audience::Delegation),
            ("calls", Audience::Host),
            ("driver", Audience::Driver),
            ("interpreter", Audience::Interpreter),
        ] {
            let document = made(&visit, token, audience.into(), &options(lang, Some(monday)));
            let day = words_date::full_capital(monday, lang);
            assert!(
                document.head.subject.contains(&day),
                "{token}: {}",
                document.head.subject
            );
        }
    }
}

fn expect(name: &str, document: &Document) {
    insta::with_settings!({
        snapshot_path => "../../expected",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!(format!("{name}-{}", document.lang.code()), text(document)) });
}

#[test]
fn as_they_are_handed_out() {
    let visit = escort();
    let monday = Some(date(2026, 5, 11));
    for lang in [Lang::De, Lang::Ar] {
        let reader = reader(Audience::Person, Some(person("alaoui")));
        expect(
            "escort-person-alaoui",
            &made(&visit, "person", reader, &options(lang, None)),
        );
    }
    let own = reader(Audience::Person, Some(person("kaya")));
    expect(
        "escort-card-kaya",
        &made(&visit, "card", own, &options(Lang::Fr, None)),
    );
    for lang in [Lang::De, Lang::Fr] {
        let document = made(
            &visit,
            "calls",
            Audience::Host.into(),
            &options(lang, monday),
        );
        expect("escort-calls", &document);
    }
    for lang in [Lang::De, Lang::En] {
        let reader = reader(Audience::Driver, Some(vehicle("wagen-1")));
        expect(
            "escort-driver",
            &made(&visit, "driver", reader, &options(lang, None)),
        );
    }
    let own = reader(Audience::Interpreter, Some(person("amrani")));
    expect(
        "escort-interpreter",
        &made(&visit, "interpreter", own, &options(Lang::Fr, None)),
    );
    let keller = reader(Audience::Person, Some(person("stephan-keller-8n4c")));
    let visit = sample(DUESSELDORF);
    expect(
        "marrakesh-person-keller",
        &made(&visit, "person", keller, &options(Lang::De, None)),
    );
}
