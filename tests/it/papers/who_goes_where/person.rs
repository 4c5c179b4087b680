//! The programme of one person: all of theirs, and of nobody else's.

use super::*;

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
