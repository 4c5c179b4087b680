//! Moving, shifting, swapping and duplicating items.

use super::{add, home};
use crate::harness::Home;

/// The lines of a day as `show` prints them, without ids.
#[track_caller]
fn tuesday(home: &Home) -> Vec<String> {
    let shown = home.attache(["show", "v.ron"]).ok();
    let lines = shown
        .lines()
        .skip_while(|line| *line != "Tuesday 12 November 2024");
    lines
        .skip(1)
        .take_while(|line| !line.is_empty())
        .map(|line| {
            line.split(" [")
                .next()
                .unwrap_or_default()
                .trim()
                .to_owned()
        })
        .collect()
}

/// Three items of one morning, the last of them fixed.
fn morning(home: &Home) -> [String; 3] {
    [
        ("Empfang", "10:00", "10:45", "no"),
        ("Gespräch", "10:45", "11:15", "no"),
        ("Abfahrt", "11:30", "12:00", "yes"),
    ]
    .map(|(title, start, end, fixed)| {
        let pairs = [
            format!("title={title}"),
            "day=12.11.".to_owned(),
            format!("start={start}"),
            format!("end={end}"),
            format!("fixed={fixed}"),
        ];
        add(home, "item", &pairs.each_ref().map(String::as_str))
    })
}

#[test]
fn a_shift_takes_the_soft_ones_along_and_tells_what_overlaps() {
    let home = home();
    let [first, second, _] = morning(&home);
    home.attache(["shift", "v.ron", &first, "15", "--rest"])
        .ok();
    assert_eq!(
        tuesday(&home),
        [
            "10:15–11:00  Empfang",
            "11:00–11:30  Gespräch",
            "11:30–12:00  Abfahrt"
        ]
    );
    let run = home.attache(["shift", "v.ron", &second, "+10"]);
    assert_eq!(run.status, Some(0), "{run}");
    assert_eq!(run.stderr, "‘Gespräch’ and ‘Abfahrt’ overlap by 10 min\n");
    home.attache(["shift", "v.ron", &second, "-10"]).ok();
    assert_eq!(tuesday(&home)[1], "11:00–11:30  Gespräch");
    let run = home.attache(["shift", "v.ron", &second, "-1h"]);
    assert_eq!(
        (run.status, run.stderr.lines().count()),
        (Some(0), 1),
        "{run}"
    );
    assert_eq!(tuesday(&home)[0], "10:00–10:30  Gespräch");
}

#[test]
fn what_cannot_be_shifted_is_said() {
    let home = home();
    let [_, _, fixed] = morning(&home);
    let before = home.read("v.ron");
    for (id, minutes, words) in [
        (fixed.as_str(), "15", "fixed"),
        (fixed.as_str(), "soon", "soon"),
        ("nobody-7k2f", "15", "nobody-7k2f"),
    ] {
        let told = home.attache(["shift", "v.ron", id, minutes]).refused();
        assert!(told.contains(words), "{words} in {told}");
    }
    home.attache(["shift", "v.ron", &fixed]).misused();
    assert_eq!(home.read("v.ron"), before);
}

#[test]
fn an_item_moves_to_a_day_a_time_both_or_off_its_day() {
    let home = home();
    let [first, ..] = morning(&home);
    home.attache(["move", "v.ron", &first, "--start", "14:00"])
        .ok();
    assert_eq!(tuesday(&home)[2], "14:00–14:45  Empfang");
    home.attache(["move", "v.ron", &first, "--day", "Wed", "--start", "9"])
        .ok();
    let shown = home.attache(["show", "v.ron", &first]).ok();
    assert!(
        shown.contains("2024-11-13") && shown.contains("09:00"),
        "{shown}"
    );
    home.attache(["move", "v.ron", &first, "--unplaced"]).ok();
    let shown = home.attache(["show", "v.ron"]).ok();
    assert!(shown.contains("Still to be placed"), "{shown}");
    let told = home
        .attache(["move", "v.ron", &first, "--day", "20.11."])
        .refused();
    assert!(told.contains("outside the visit"), "{told}");
    home.attache(["move", "v.ron", &first]).misused();
    home.attache(["move", "v.ron", &first, "--unplaced", "--day", "12.11."])
        .misused();
}

#[test]
fn two_items_change_places() {
    let home = home();
    let [first, second, _] = morning(&home);
    home.attache(["swap", "v.ron", &first, &second]).ok();
    assert_eq!(
        tuesday(&home)[..2],
        ["10:00–10:30  Gespräch", "10:30–11:15  Empfang"]
    );
    let before = home.read("v.ron");
    home.attache(["swap", "v.ron", &first, "nobody-7k2f"])
        .refused();
    home.attache(["swap", "v.ron", &first, &first]).ok();
    assert_eq!(home.read("v.ron"), before);
}

#[test]
fn one_person_takes_the_place_of_another() {
    let home = home();
    let [first, ..] = morning(&home);
    let add = |name: &str| {
        let family = format!("family={name}");
        let told = home.attache(["add", "v.ron", "participant", "side=host", &family]);
        told.ok().trim_end().to_owned()
    };
    let (old, new) = (add("Keller"), add("Koch"));
    let host = format!("host={old}");
    home.attache(["set", "v.ron", &first, &host]).ok();
    home.attache(["replace", "v.ron", &old, &old]).refused();
    home.attache(["replace", "v.ron", &old, &new]).ok();
    let shown = home.attache(["show", "v.ron", &first]).ok();
    assert!(
        shown.contains("Koch") && !shown.contains("Keller"),
        "{shown}"
    );
    home.attache(["show", "v.ron", &old]).refused();
}

#[test]
fn a_copy_has_an_id_of_its_own() {
    let home = home();
    let [first, ..] = morning(&home);
    let copy = home
        .attache(["duplicate", "v.ron", &first, "--day", "13.11."])
        .ok();
    let copy = copy.trim_end();
    assert!(copy.starts_with("empfang-") && copy != first, "{copy}");
    let shown = home.attache(["show", "v.ron", copy]).ok();
    assert!(
        shown.contains("2024-11-13") && shown.contains("10:00"),
        "{shown}"
    );
    home.attache(["duplicate", "v.ron", &first, "--day", "20.11."])
        .refused();
}

#[test]
fn a_length_may_be_typed_as_the_end() {
    let home = home();
    let reception = ["title=Empfang", "day=12.11.", "end=1 h", "start=14:00"];
    let id = add(&home, "item", &reception);
    for (end, shown) in [
        ("45 min", "14:00–14:45  Empfang"),
        ("1:30 h", "14:00–15:30  Empfang"),
        ("1h30", "14:00–15:30  Empfang"),
        ("1 h", "14:00–15:00  Empfang"),
        ("16 h", "14:00–16:00  Empfang"),
    ] {
        home.attache(["set", "v.ron", &id, &format!("end={end}")])
            .ok();
        assert!(tuesday(&home).iter().any(|line| line == shown), "{end}");
    }
    let before = home.read("v.ron");
    let told = home
        .attache(["set", "v.ron", &id, "start=open", "end=7 h"])
        .refused();
    assert!(
        told.contains("Type 07:00 or +420 min"),
        "it says what to type: {told}"
    );
    assert_eq!(home.read("v.ron"), before);
}
