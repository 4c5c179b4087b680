//! Which items a shift moves, and what is said about it.

use super::*;
use crate::{
    plan::tests::fixture::{after, day, person, visit, why},
    words::Speak,
};

fn afternoon() -> Visit {
    visit(&[
        ("a", "start=10:00 end=10:45"),
        ("b", "after=a end=+30"),
        ("c", "start=ca. 11:30 end=12:00"),
        ("d", "start=12:30 status=cancelled"),
        ("e", "start=ganztägig"),
        ("f", "start=13:00 end=14:00 fixed=yes"),
        ("g", "start=15:00 end=16:00"),
        ("h", ""),
    ])
}

#[test]
fn soft_items_move_up_to_the_next_fixed_one() {
    for (id, minutes, rest, expected) in [
        (
            "a",
            15,
            false,
            "e offen, a 10:15–11:00, b →a 11:00–11:30, c 11:30–12:00, d 12:30, f 13:00–14:00, g 15:00–16:00, h offen",
        ),
        (
            "a",
            15,
            true,
            "e offen, a 10:15–11:00, b →a 11:00–11:30, c 11:45–12:15, d 12:30, f 13:00–14:00, g 15:00–16:00, h offen",
        ),
        (
            "c",
            -30,
            true,
            "e offen, a 10:00–10:45, b →a 10:45–11:15, c 11:00–11:30, d 12:30, f 13:00–14:00, g 15:00–16:00, h offen",
        ),
        (
            "g",
            60,
            true,
            "e offen, a 10:00–10:45, b →a 10:45–11:15, c 11:30–12:00, d 12:30, f 13:00–14:00, g 16:00–17:00, h offen",
        ),
    ] {
        let visit = afternoon();
        let done = shift(&visit, id, minutes, rest, Lang::De).map(|s| s.transaction);
        assert_eq!(
            day(&after(&visit, done), 0),
            expected,
            "{id} {minutes} {rest}"
        );
    }
}

#[test]
fn what_then_overlaps_is_said() {
    let visit = afternoon();
    for (id, minutes, rest, said) in [
        ("a", 15, false, &[][..]),
        (
            "a",
            30,
            false,
            &["„b“ und „c“ überschneiden sich um 15 Min."],
        ),
        (
            "a",
            90,
            true,
            &["„c“ und „f“ überschneiden sich um 30 Min."],
        ),
        (
            "c",
            -45,
            false,
            &["„b“ und „c“ überschneiden sich um 30 Min."],
        ),
    ] {
        let shifted = shift(&visit, id, minutes, rest, Lang::De).unwrap();
        let overlaps: Vec<String> = shifted.overlaps.iter().map(|o| o.say(Lang::De)).collect();
        assert_eq!(overlaps, said, "{id} {minutes} {rest}");
    }
}

#[test]
fn what_overlapped_before_is_said_only_if_it_grew() {
    let visit = visit(&[
        ("a", "start=10:00 end=11:00"),
        ("b", "start=10:30 end=11:30"),
    ]);
    for (minutes, said) in [
        (15, &[][..]),
        (-15, &["„a“ und „b“ überschneiden sich um 45 Min."]),
    ] {
        let shifted = shift(&visit, "b", minutes, false, Lang::De).unwrap();
        let overlaps: Vec<String> = shifted.overlaps.iter().map(|o| o.say(Lang::De)).collect();
        assert_eq!(overlaps, said, "{minutes}");
    }
}

#[test]
fn what_runs_beside_it_for_others_stays() {
    let mut visit = visit(&[]);
    for name in ["koenig", "koenigin"] {
        person(&mut visit, name, "side=guest");
    }
    for (id, fields) in [
        (
            "hafen",
            "title=Hafen day=24.10. start=14:00 end=15:00 attend=koenig",
        ),
        (
            "schule",
            "title=Schule day=24.10. start=14:05 end=15:00 attend=koenigin fixed=yes",
        ),
        ("empfang", "title=Empfang day=24.10. start=16:00 end=17:00"),
    ] {
        crate::plan::tests::fixture::with::<Item>(&mut visit, id, fields);
    }
    let done = shift(&visit, "hafen", 15, true, Lang::De).unwrap();
    assert_eq!(done.overlaps, []);
    let next = after(&visit, Ok(done.transaction));
    assert_eq!(
        day(&next, 0),
        "schule 14:05–15:00, hafen 14:15–15:15, empfang 16:15–17:15"
    );
}

#[test]
fn room_is_made_before_an_item_that_then_follows_no_longer() {
    let visit = afternoon();
    let done = make_room(&visit, "b", 15, Lang::De).unwrap();
    let next = after(&visit, Ok(done.transaction));
    assert_eq!(
        day(&next, 0),
        "e offen, a 10:00–10:45, b 11:00–11:30, c 11:45–12:15, d 12:30, f 13:00–14:00, g 15:00–16:00, h offen"
    );
}

#[test]
fn an_item_is_shifted_into_the_night_and_no_further() {
    let visit = visit(&[
        ("a", "start=22:00 end=23:00"),
        ("z", "start=10:00+1 end=11:00+1"),
    ]);
    for (id, minutes, start) in [
        ("a", 180, Some("01:00+1")),
        ("a", 479, Some("05:59+1")),
        ("a", 480, None),
        ("a", 2 * 24 * 60, None),
        ("z", 60, Some("11:00+1")),
        ("z", -60, Some("09:00+1")),
        ("z", 14 * 60, None),
    ] {
        let done = shift(&visit, id, minutes, false, Lang::De);
        let next = done.ok().map(|done| after(&visit, Ok(done.transaction)));
        let clock = next.and_then(|next| next.items.get(id)?.slot.start.clock());
        let clock = clock.map(|clock| clock.to_string());
        assert_eq!(clock.as_deref(), start, "{id} {minutes}");
    }
}

#[test]
fn what_has_no_time_of_its_own_or_a_fixed_one_is_refused() {
    let visit = afternoon();
    for (id, minutes, said) in [
        ("a", 0, "Es ist schon so; es gibt nichts zu ändern"),
        (
            "a",
            -601,
            "„a“ läge dann vor Beginn des Tages oder nach der Nacht darauf; weniger verschieben oder den Tag ändern",
        ),
        (
            "b",
            15,
            "„b“ schließt an „a“ an und hat keine eigene Uhrzeit; „a“ verschieben oder „b“ eine Uhrzeit geben",
        ),
        (
            "f",
            15,
            "„f“ hat eine feste Zeit; erst die feste Zeit lösen oder die Uhrzeit selbst eingeben",
        ),
        ("h", 15, "„h“ hat keine Uhrzeit, die sich verschieben ließe"),
    ] {
        assert_eq!(why(shift(&visit, id, minutes, true, Lang::De)), said);
    }
}
