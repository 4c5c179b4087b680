//! Fields as typed: set, added to, taken from, and refused.

use super::*;
use crate::{
    model::{Item, value::View},
    plan::tests::{
        asker,
        fixture::{after, day, edits, letter, person, visit, why, with},
    },
};

fn typed(visit: &Visit, id: &str, key: &str) -> String {
    let record = visit.record(id).unwrap();
    let key = find_key(record.kind().fields(), key).unwrap();
    key.typed(
        record,
        View {
            visit,
            lang: Lang::De,
        },
    )
}

fn edit(key: &str, op: Op, text: &str) -> Vec<Edit> {
    vec![Edit {
        op,
        ..Edit::set(key, text)
    }]
}

#[test]
fn lists_are_set_added_to_and_taken_from() {
    let mut visit = visit(&[("a", "")]);
    for name in ["anna", "berta"] {
        person(&mut visit, name, "");
    }
    with::<Item>(
        &mut visit,
        "a",
        "title=a points=Begrüßung; Rede host=anna speeches=anna | 5",
    );
    for (key, op, text, expected) in [
        ("points", Op::Add, "Foto", "Begrüßung; Rede; Foto"),
        ("points", Op::Add, "", "Begrüßung; Rede"),
        ("points", Op::Take, "Rede", "Begrüßung"),
        ("points", Op::Set, "Rede; Begrüßung", "Rede; Begrüßung"),
        ("points", Op::Set, "", ""),
        ("host", Op::Add, "berta", "anna; berta"),
        ("host", Op::Take, "anna", ""),
        ("attend", Op::Add, "-berta", "alle, -berta"),
        ("attend", Op::Take, "berta", "alle, -berta"),
        ("speeches", Op::Add, "berta | 3", "anna | 5\nberta | 3"),
        ("speeches", Op::Take, "anna", ""),
        ("title.fr", Op::Set, "Accueil", "Accueil"),
    ] {
        let next = after(
            &visit,
            set(&visit, "a", &edit(key, op, text), asker(Lang::De)),
        );
        assert_eq!(typed(&next, "a", key), expected, "{key} {op:?} {text}");
    }
}

#[test]
fn what_cannot_be_is_refused_with_the_field_and_a_way_out() {
    are_refused(&[
        (
            "x",
            "title",
            Op::Set,
            "",
            "„x“ gibt es in diesem Besuch nicht",
        ),
        (
            "a",
            "wetter",
            Op::Set,
            "",
            "Programmpunkt: Das Feld „wetter“ gibt es nicht; alle Felder zeigt „attache fields item“",
        ),
        (
            "a",
            "title",
            Op::Set,
            " ",
            "Programmpunkt: Es fehlt noch ein Titel",
        ),
        (
            "a",
            "title",
            Op::Add,
            "x",
            "Titel: Das Feld ist keine Liste; mit = ersetzen",
        ),
        (
            "a",
            "points",
            Op::Take,
            "",
            "Ablauf: „“ steht nicht in der Liste",
        ),
        (
            "a",
            "points",
            Op::Take,
            "Foto",
            "Ablauf: „Foto“ steht nicht in der Liste",
        ),
        (
            "a",
            "note",
            Op::Set,
            "\u{1b}[2J",
            "Interner Vermerk: Das Steuerzeichen U+001B ist hier nicht erlaubt; bitte entfernen",
        ),
        (
            "visit",
            "host_country",
            Op::Set,
            "Marokko",
            "„Marokko“ ist kein Länderkürzel aus zwei Buchstaben, etwa MA",
        ),
    ]);
}

#[test]
fn a_time_that_cannot_be_is_refused() {
    are_refused(&[
        (
            "a",
            "day",
            Op::Set,
            "1.12.2024",
            "Der 01.12.2024 liegt außerhalb des Besuchs (24. bis 27. Oktober 2024)",
        ),
        (
            "a",
            "until",
            Op::Set,
            "1.12.2024",
            "Der 01.12.2024 liegt außerhalb des Besuchs (24. bis 27. Oktober 2024)",
        ),
        (
            "a",
            "after",
            Op::Set,
            "c",
            "„a“ würde am Ende auf sich selbst folgen",
        ),
        (
            "a",
            "end",
            Op::Set,
            "9:00",
            "Ende: Das Ende 09:00 liegt nicht nach dem Beginn 10:00; nach Mitternacht bitte als 09:00+1 angeben",
        ),
        (
            "b",
            "fixed",
            Op::Set,
            "ja",
            "Feste Zeit: Der Programmpunkt folgt auf einen anderen und hat keinen festen Beginn; erst eine Uhrzeit angeben",
        ),
    ]);
}

fn are_refused(cases: &[(&str, &str, Op, &str, &str)]) {
    let visit = visit(&[
        ("a", "start=10:00 end=10:45"),
        ("b", "after=a"),
        ("c", "after=b"),
    ]);
    for (id, key, op, text, said) in cases {
        let refused = set(&visit, id, &edit(key, *op, text), asker(Lang::De));
        assert_eq!(why(refused), *said, "{id} {key} {text}");
    }
}

#[test]
fn a_dossier_takes_items_without_a_day_only() {
    let mut visit = visit(&[("a", "")]);
    let next = after(
        &visit,
        set(&visit, "visit", &edits("first= last="), asker(Lang::De)),
    );
    assert_eq!(day(&next, 0), "");
    visit = next;
    let refused = set(&visit, "a", &edits("day=24.10.2024"), asker(Lang::De));
    assert_eq!(
        why(refused),
        "Der Besuch hat noch keine Tage; erst den ersten und letzten Tag angeben"
    );
}

#[test]
fn a_mistake_that_came_with_the_file_does_not_stop_other_changes() {
    let mut visit = visit(&[("a", "")]);
    visit.head.last = visit.head.first;
    let mut item = visit.items.get("a").unwrap().clone();
    item.slot = item
        .slot
        .with(|parts| parts.day = parts.day.map(|day| day + chrono::Days::new(9)))
        .unwrap();
    visit.put(crate::model::Record::into_any(item));
    after(
        &visit,
        set(&visit, "a", &edits("title=besser"), asker(Lang::De)),
    );
}

#[test]
fn a_flight_has_a_fixed_time_unless_somebody_says_otherwise() {
    let visit = visit(&[("a", "start=10:00"), ("b", "after=a")]);
    for (id, fields, expected) in [
        ("a", "number=AT 742", "ja"),
        ("a", "number=AT 742 fixed=nein", ""),
        ("b", "number=AT 742", ""),
    ] {
        let next = after(&visit, set(&visit, id, &edits(fields), asker(Lang::De)));
        assert_eq!(typed(&next, id, "fixed"), expected, "{id} {fields}");
        let soft = after(&next, set(&next, id, &edits("fixed="), asker(Lang::De)));
        assert_eq!(typed(&soft, id, "fixed"), "");
    }
}

#[test]
fn a_letter_and_the_item_of_its_signing_name_each_other() {
    let mut visit = visit(&[("a", ""), ("b", "")]);
    letter(&mut visit, "loi", "");
    for (id, fields) in [("a", "letter=loi"), ("loi", "item=a")] {
        let next = after(&visit, set(&visit, id, &edits(fields), asker(Lang::De)));
        let both = (typed(&next, "a", "letter"), typed(&next, "loi", "item"));
        assert_eq!(both, ("loi".to_owned(), "a".to_owned()), "{id}");
        // A second signing takes the letter from nobody.
        let next = after(
            &next,
            set(&next, "b", &edits("letter=loi"), asker(Lang::De)),
        );
        assert_eq!(typed(&next, "loi", "item"), "a");
    }
}

#[test]
fn a_letter_and_its_item_name_each_other_or_neither() {
    for (id, fields, expected) in [
        ("a", "letter=", ["", "", "", ""]),
        ("a", "letter=neu", ["neu", "", "", "a"]),
        ("alt", "item=", ["", "", "", ""]),
        ("alt", "item=b", ["", "alt", "b", ""]),
        ("b", "letter=alt", ["alt", "alt", "a", ""]),
    ] {
        let mut visit = visit(&[("a", ""), ("b", "")]);
        with::<crate::model::Letter>(&mut visit, "neu", "title=neu");
        with::<crate::model::Letter>(&mut visit, "alt", "title=alt item=a");
        assert_eq!(typed(&visit, "a", "letter"), "alt");
        let next = after(&visit, set(&visit, id, &edits(fields), asker(Lang::De)));
        let links = [
            ("a", "letter"),
            ("b", "letter"),
            ("alt", "item"),
            ("neu", "item"),
        ];
        let links = links.map(|(id, key)| typed(&next, id, key));
        assert_eq!(links, expected, "{id} {fields}");
    }
}

#[test]
fn what_came_wrong_with_the_visit_stops_only_its_own_change() {
    let mut visit = visit(&[]);
    visit.head.host_country = "Deutschland".into();
    std::mem::swap(&mut visit.head.first, &mut visit.head.last);
    for (fields, is_refused) in [
        ("title=besser", false),
        ("guest_country=MA", false),
        ("guest_country=Marokko", true),
        ("host_country=Marokko", true),
        ("host_country=DE", false),
        ("last=23.10.2024", true),
        ("last=28.10.2024", false),
    ] {
        let done = set(&visit, "visit", &edits(fields), asker(Lang::De));
        assert_eq!(done.is_err(), is_refused, "{fields}");
    }
}

#[test]
fn an_end_on_another_clock_is_after_the_start_in_truth() {
    let visit = visit(&[("a", "")]);
    for (fields, is_refused) in [
        ("start=10:00 end=09:00 end_zone=Europe/Berlin", true),
        ("start=10:00 end=11:00 end_zone=Europe/Berlin", false),
        ("start=10:00 end=09:30 end_zone=Europe/London", false),
        ("start=10:00 end=08:30 end_zone=Europe/London", true),
        ("start=10:00 end=09:00+1 end_zone=Europe/Berlin", false),
        ("day= start=10:00 end=09:00 end_zone=Europe/Berlin", true),
        ("day= start=10:00 end=09:00 end_zone=Europe/London", false),
    ] {
        // The zone is known before the times that it is for.
        let zone = fields.split("end_zone=").nth(1).unwrap();
        let zoned = after(
            &visit,
            set(
                &visit,
                "a",
                &edits(&format!("end_zone={zone}")),
                asker(Lang::De),
            ),
        );
        let times = edits(fields.split(" end_zone").next().unwrap());
        let done = set(&zoned, "a", &times, asker(Lang::De));
        assert_eq!(done.is_err(), is_refused, "{fields}: {done:?}");
    }
}
