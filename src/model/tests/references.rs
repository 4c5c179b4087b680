//! Which record a typed name means.

use crate::{
    model::{
        Id, Item, Participant, Place, Reading, Refs, Side, Unreadable, Vehicle, View, Visit, Who,
        arbitrary::first_day, reference, value::Entry,
    },
    plan::tests::fixture::{visit, with},
    words::{Lang, Speak},
};

fn known() -> Visit {
    let mut visit = visit(&[]);
    for (id, fields) in [
        (
            "berrazouk-7k2f",
            "given=Achraf family=Berrazouk spellings=El Berrazouki;",
        ),
        ("keller-2222", "title=Dr. given=Stephan family=Keller"),
        ("koch-3333", "given=Miriam family=Koch"),
        ("koch-4444", "given=Anna family=Koch"),
        ("nn-5555", "count=3"),
    ] {
        with::<Participant>(&mut visit, id, fields);
    }
    with::<Place>(
        &mut visit,
        "rathaus-6666",
        "name=Rathaus name.fr=Hôtel de ville",
    );
    with::<Place>(&mut visit, "rathausmarkt-7777", "name=Rathausmarkt 1");
    with::<Place>(&mut visit, "marrakesch-8888", "name=مراكش");
    with::<Vehicle>(&mut visit, "wagen-9999", "name=Wagen 1");
    visit
}

fn reading(visit: &Visit) -> Reading<'_> {
    Reading {
        visit,
        lang: Lang::De,
        near: first_day(),
        today: first_day(),
        side: Side::Host,
        subject: "x",
        made: Vec::new(),
    }
}

#[test]
fn a_person_is_found_by_any_part_of_a_name_that_only_one_has() {
    let visit = known();
    for (typed, expected) in [
        ("berrazouk-7k2f", Ok("berrazouk-7k2f")),
        ("Achraf Berrazouk", Ok("berrazouk-7k2f")),
        ("achraf berrazouk", Ok("berrazouk-7k2f")),
        ("Berrazouk", Ok("berrazouk-7k2f")),
        ("ach ber", Ok("berrazouk-7k2f")),
        ("el berrazouki", Ok("berrazouk-7k2f")),
        ("dr stephan keller", Ok("keller-2222")),
        ("Keller", Ok("keller-2222")),
        ("Miriam Koch", Ok("koch-3333")),
        ("anna", Ok("koch-4444")),
        ("N. N. (3)", Ok("nn-5555")),
        (
            "Koch",
            Err(
                "„Koch“ ist nicht eindeutig (Teilnehmer/in): Miriam Koch (koch-3333), Anna Koch (koch-4444)",
            ),
        ),
        (
            "Barrazzouk",
            Err(
                "„Barrazzouk“ gibt es hier nicht (Teilnehmer/in). Gemeint: Achraf Berrazouk (berrazouk-7k2f)? Sonst mit neu:Name anlegen.",
            ),
        ),
        (
            "Achraf Barrazzouk",
            Err(
                "„Achraf Barrazzouk“ gibt es hier nicht (Teilnehmer/in). Gemeint: Achraf Berrazouk (berrazouk-7k2f)? Sonst mit neu:Name anlegen.",
            ),
        ),
        (
            "koch-9999",
            Err("„koch-9999“ gibt es hier nicht (Teilnehmer/in)"),
        ),
        (
            "rathaus-6666",
            Err("„rathaus-6666“ gibt es hier nicht (Teilnehmer/in)"),
        ),
        ("neu:", Err("„“ gibt es hier nicht (Teilnehmer/in)")),
    ] {
        let mut at = reading(&visit);
        let read = reference::read::<Participant>(typed, &mut at);
        let read = read.map_err(|error: Unreadable| error.say(Lang::De));
        let said = read.as_ref().map_or_else(String::as_str, Id::as_str);
        assert_eq!(
            (said, read.is_ok()),
            (expected.unwrap_or_else(|said| said), expected.is_ok())
        );
        assert!(at.made.is_empty(), "{typed}");
    }
}

#[test]
fn a_place_is_found_in_every_language_and_script() {
    let visit = known();
    for (typed, expected) in [
        ("Rathaus", "rathaus-6666"),
        ("hotel de ville", "rathaus-6666"),
        ("Rathausmarkt", "rathausmarkt-7777"),
        ("مراكش", "marrakesch-8888"),
    ] {
        let read = reference::read::<Place>(typed, &mut reading(&visit)).unwrap();
        assert_eq!(read.as_str(), expected, "{typed}");
    }
}

#[test]
fn whoever_nobody_resembles_is_made_on_the_spot() {
    let visit = known();
    for (typed, name) in [
        ("Awatif Berdai", "Awatif Berdai"),
        ("neu:Barrazzouk", "Barrazzouk"),
    ] {
        let mut at = reading(&visit);
        let mut hosts = Refs::<Participant>::default();
        hosts.read(&format!("{typed}, {typed}"), &mut at).unwrap();
        let [made] = at.made.as_slice() else {
            panic!("{typed}")
        };
        let crate::model::AnyRecord::Participant(person) = made else {
            panic!()
        };
        assert_eq!(
            (person.name.full().as_str(), person.side),
            (name, Side::Host)
        );
        assert!(hosts.iter().all(|id| *id == person.id));
    }
    let mut at = reading(&visit);
    let item = reference::read::<Item>("Empfang", &mut at);
    assert!(item.is_err() && at.made.is_empty());
}

#[test]
fn somebody_else_is_kept_by_name() {
    let visit = known();
    for (typed, expected) in [
        ("Thomas Geisel", Ok(Who::Named("Thomas Geisel".into()))),
        ("Keller", Ok(Who::Is(Id::parse("keller-2222").unwrap()))),
        ("Koch", Err(())),
        ("Barrazzouk", Err(())),
        ("koch-9999", Err(())),
    ] {
        let mut who = Who::Nobody;
        let read = who
            .read(typed, &mut reading(&visit))
            .map(|()| who)
            .map_err(|_| ());
        assert_eq!(read, expected, "{typed}");
    }
}

#[test]
fn a_reference_is_typed_by_name_where_that_is_read_as_the_same() {
    let mut visit = known();
    for (id, name) in [
        ("a-aaaa", "Haus, Hof"),
        ("b-bbbb", "neu: Haus"),
        ("c-cccc", "Hôtel de ville"),
        ("d-dddd", "+plus"),
        ("e-eeee", "Saal | Foyer"),
        ("f-ffff", "a-aaaa"),
    ] {
        with::<Place>(&mut visit, id, &format!("name={name}"));
    }
    let view = View {
        visit: &visit,
        lang: Lang::De,
    };
    for (id, expected) in [
        ("rathausmarkt-7777", "Rathausmarkt 1"),
        ("marrakesch-8888", "مراكش"),
        ("rathaus-6666", "Rathaus"),
        ("a-aaaa", "a-aaaa"),
        ("b-bbbb", "b-bbbb"),
        ("c-cccc", "c-cccc"),
        ("d-dddd", "d-dddd"),
        ("e-eeee", "e-eeee"),
        ("f-ffff", "f-ffff"),
    ] {
        let id = Id::<Place>::parse(id).unwrap();
        assert_eq!(reference::typed(&id, view), expected);
        let again = reference::read::<Place>(expected, &mut reading(&visit));
        assert_eq!(again, Ok(id));
    }
}
