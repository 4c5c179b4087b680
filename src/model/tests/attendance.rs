//! Who attends: typed, counted, and following those who join later.

use crate::{
    model::{
        Attendance, Id, Part, Participant, Reading, Side, Unreadable, Visit, arbitrary::first_day,
        value::Entry,
    },
    plan::tests::fixture::{person, visit},
    words::Lang,
};

fn party() -> Visit {
    let mut visit = visit(&[]);
    for (id, fields) in [
        ("berrazouk", "side=guest group=Rot"),
        ("alaoui", "side=guest group=Rot, Team B"),
        ("keller", "side=host group=alle"),
        ("bouabid", "side=third"),
    ] {
        person(&mut visit, id, fields);
    }
    visit
}

fn reading(visit: &Visit) -> Reading<'_> {
    Reading {
        visit,
        lang: Lang::De,
        near: first_day(),
        today: first_day(),
        side: Side::Guest,
        subject: "x",
        made: Vec::new(),
    }
}

/// Who attends, with `?` who may.
fn who(visit: &Visit, attend: &Attendance) -> String {
    let people = visit.participants.iter().filter_map(|person| {
        let sign = match attend.part_of(person)? {
            Part::Attends => "",
            Part::Optional => "?",
        };
        Some(format!("{sign}{}", person.id))
    });
    people.collect::<Vec<_>>().join(" ")
}

#[test]
fn attendance_is_read_and_typed_again() {
    let visit = party();
    for (text, people, de, fr) in [
        ("alle", "alaoui berrazouk bouabid keller", "alle", "tous"),
        (
            "everyone",
            "alaoui berrazouk bouabid keller",
            "alle",
            "tous",
        ),
        ("Gäste", "alaoui berrazouk", "Gäste", "invités"),
        ("ville d'accueil", "keller", "Gastgeber", "ville d’accueil"),
        ("niemand", "", "niemand", "personne"),
        ("rot", "berrazouk", "Rot", "Rot"),
        (
            "Gruppe:Rot, Team B, +keller",
            "alaoui keller",
            "Gruppe:Rot, Team B, +keller",
            "groupe:Rot, Team B, +keller",
        ),
        ("group:alle", "keller", "Gruppe:alle", "groupe:alle"),
        (
            "Gäste, +keller, -alaoui",
            "berrazouk keller",
            "Gäste, +keller, -alaoui",
            "invités, +keller, -alaoui",
        ),
        (
            "guests + keller - alaoui ? bouabid",
            "berrazouk ?bouabid keller",
            "Gäste, +keller, -alaoui, ?bouabid",
            "invités, +keller, -alaoui, ?bouabid",
        ),
        (
            "keller, berrazouk",
            "berrazouk keller",
            "keller, berrazouk",
            "keller, berrazouk",
        ),
        ("?keller", "?keller", "?keller", "?keller"),
        (
            "Gastgeber, ?keller",
            "?keller",
            "Gastgeber, ?keller",
            "ville d’accueil, ?keller",
        ),
    ] {
        let mut attend = Attendance::default();
        attend.read(text, &mut reading(&visit)).unwrap();
        assert_eq!(who(&visit, &attend), people, "{text}");
        for (lang, expected) in [(Lang::De, de), (Lang::Fr, fr)] {
            let typed = attend.typed(crate::model::View {
                visit: &visit,
                lang,
            });
            assert_eq!(typed, expected);
            let mut again = Attendance::default();
            again.read(&typed, &mut reading(&visit)).unwrap();
            assert_eq!(again, attend, "{typed}");
        }
    }
}

#[test]
fn somebody_unknown_is_made_and_a_misspelling_refused() {
    let visit = party();
    let mut at = reading(&visit);
    let mut attend = Attendance::default();
    attend.read("Gäste, +Thomas Geisel", &mut at).unwrap();
    assert_eq!((at.made.len(), attend.plus.len()), (1, 1));
    let refused = attend.read("Gäste, +Barrazzouk", &mut reading(&visit));
    assert!(matches!(refused, Err(Unreadable::NoSuch(_, _, Some(_)))));
    assert_eq!(attend.plus.len(), 1, "what is refused changes nothing");
}

#[test]
fn whoever_joins_later_belongs_to_the_many() {
    let mut visit = party();
    let mut attend = Attendance::default();
    attend.read("Gäste, -alaoui", &mut reading(&visit)).unwrap();
    person(&mut visit, "neuer", "side=guest");
    assert_eq!(who(&visit, &attend), "berrazouk neuer");
}

#[test]
fn in_or_out_is_said_once() {
    let visit = party();
    let get = |id: &str| -> &Participant { visit.participants.get(id).unwrap() };
    let mut attend = Attendance::default();
    attend.read("Gäste, ?alaoui", &mut reading(&visit)).unwrap();
    for (id, expected) in [
        ("alaoui", "Gäste, -alaoui"),
        ("alaoui", "Gäste"),
        ("keller", "Gäste, +keller"),
        ("keller", "Gäste"),
    ] {
        attend = attend.toggled(get(id));
        assert_eq!(attend.typed(reading(&visit).view()), expected);
    }
    let stranger = Participant::with_id(Id::parse("fremd").unwrap());
    assert_eq!(
        attend.with_optional(&stranger, true).part_of(&stranger),
        Some(Part::Optional)
    );
}

#[test]
fn nothing_that_was_typed_is_dropped() {
    let visit = party();
    for (text, expected) in [
        ("Gäste, Gastgeber", "Gäste, +keller"),
        ("Gastgeber, Gäste", "Gastgeber, +alaoui, +berrazouk"),
        ("Gäste, Gastgeber, -keller", "Gäste, -keller"),
        ("-keller, Gäste, Gastgeber", "Gäste, -keller"),
        ("Gäste, alle", "alle"),
        ("alle, Gäste", "alle"),
        ("niemand, Gäste", "Gäste"),
        ("Rot, bouabid, Gastgeber", "Rot, +keller, +bouabid"),
        ("alle, -Gäste", "alle, -alaoui, -berrazouk"),
        ("Gäste, -Gäste, keller", "keller"),
        ("Gäste, ?Gastgeber", "Gäste, ?keller"),
    ] {
        let mut attend = Attendance::default();
        attend.read(text, &mut reading(&visit)).unwrap();
        assert_eq!(attend.typed(reading(&visit).view()), expected, "{text}");
    }
    let mut without_hosts = party();
    without_hosts.take("keller");
    let mut attend = Attendance::default();
    let read = attend.read("Gäste, Gastgeber", &mut reading(&without_hosts));
    assert_eq!(read, Err(Unreadable::NobodyOf("Gastgeber".to_owned())));
}

#[test]
fn taking_away_makes_nobody() {
    let visit = party();
    for (text, expected) in [
        ("guests", Some("alle, -alaoui, -berrazouk")),
        ("Gruppe:Rot, Team B", Some("alle, -alaoui")),
        ("keller", Some("alle, -keller")),
        ("alle", Some("niemand")),
        ("Thomas Geisel", None),
        ("neu:Thomas Geisel", None),
    ] {
        let mut at = reading(&visit);
        let mut attend = Attendance::default();
        let taken = attend.take(text, &mut at);
        assert_eq!(taken.is_ok(), expected.is_some(), "{text}: {taken:?}");
        let expected = expected.unwrap_or("alle");
        assert_eq!(attend.typed(reading(&visit).view()), expected, "{text}");
        let mut read = Attendance::default();
        let signed = format!("alle, -{text}");
        let is_person = !text.starts_with("Gruppe:");
        if is_person {
            let done = read.read(&signed, &mut at);
            assert_eq!(done.is_ok(), taken.is_ok(), "{signed}");
        }
        assert!(at.made.is_empty(), "{text}");
    }
}
