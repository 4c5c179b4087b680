//! Ids and values that cannot be: one clear sentence, and the file byte for byte as it was.

use super::{EMPTY, add, home};

#[test]
fn a_record_that_is_not_there() {
    let home = home();
    let id = add(&home, "item", &["title=Empfang", "day=12.11."]);
    let before = home.read("v.ron");
    for args in [
        &["show", "v.ron", "nobody-7k2f"][..],
        &["set", "v.ron", "nobody-7k2f", "title=x"],
        &["remove", "v.ron", "nobody-7k2f"],
    ] {
        let told = home.attache(args).refused();
        assert!(told.contains("nobody-7k2f"), "{told}");
        assert!(told.contains("‘attache show PATH’ lists all ids"), "{told}");
    }
    // A name is known sooner than an id.
    let told = home.attache(["remove", "v.ron", "Empfang"]).refused();
    assert!(told.contains(&id), "it names what has this word: {told}");
    let slip = &id[..id.len() - 1];
    let told = home.attache(["remove", "v.ron", slip]).refused();
    assert!(told.contains(&id), "it names what resembles it: {told}");
    let told = home.attache(["remove", "v.ron", "visit"]).refused();
    assert!(told.contains("visit itself"), "{told}");
    assert_eq!(home.read("v.ron"), before);
}

#[test]
fn values_that_cannot_be() {
    let home = home().lang("de");
    let id = add(
        &home,
        "item",
        &["title=Empfang", "day=12.11.", "start=10:00", "end=10:45"],
    );
    let letter = add(
        &home,
        "letter",
        &["title=Erklärung", "steps=signed 12.11.2024"],
    );
    let before = home.read("v.ron");
    for (id, pair, words) in [
        (&id, "day=20.11.2024", "außerhalb des Besuchs"),
        (&id, "day=31.2.2024", "Den 31. Februar gibt es nicht"),
        (&id, "day=gestern abend", "ist kein Datum"),
        (&id, "end=09:00", "liegt nicht nach dem Beginn"),
        (&id, "start=25:00", "25"),
        (&id, "zone=Europe/Atlantis", "ist keine Zeitzone"),
        (&id, "kind=party", "steht nicht zur Wahl"),
        (&id, "title=", "Es fehlt noch ein Titel (title=…)"),
        (&id, "title+=x", "keine Liste"),
        (&id, "points-=Gibtesnicht", "steht nicht in der Liste"),
        (&id, "titel=x", "gemeint ist vielleicht title"),
        (&id, "zzz=x", "attache fields item"),
        (&id, "title.nl=x", "title.nl"),
        (&id, "after=nichts-da", "nichts-da"),
        (&id, "title=a\u{1b}[31mb", "U+001B"),
        (&id, "title=a\u{9b}31mb", "U+009B"),
        (&id, "title=a\u{202e}b", "U+202E"),
        (&letter, "steps+=draft 13.11.2024", "kann nicht"),
    ] {
        let told = home.attache(["set", "v.ron", id, pair]).refused();
        assert!(told.contains(words), "{pair}: {words} in {told}");
        assert_eq!(home.read("v.ron"), before, "{pair}");
    }
    let told = home
        .attache(["set", "v.ron", "visit", "last=1.11.2024"])
        .refused();
    assert!(told.contains("Der letzte Tag"), "{told}");
}

#[test]
fn one_bad_value_spoils_the_good_ones() {
    let home = home();
    home.attache([
        "add",
        "v.ron",
        "item",
        "title=Empfang",
        "place=Rathaus",
        "day=31.2.",
    ])
    .refused();
    home.attache(["set", "v.ron", "visit", "note=x", "first=31.2."])
        .refused();
    assert_eq!(home.read("v.ron"), EMPTY);
}

#[cfg(unix)]
#[test]
fn a_value_that_is_no_text_is_a_misuse() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};

    let home = home();
    let broken = OsStr::from_bytes(b"title=\xff");
    let args = ["set", "v.ron", "visit"].map(OsStr::new);
    let told = home.attache(args.into_iter().chain([broken])).misused();
    assert!(told.contains("UTF-8"), "{told}");
    assert_eq!(home.read("v.ron"), EMPTY);
}

#[test]
fn a_value_that_is_too_long() {
    let home = home();
    let long = format!("note={}", "x".repeat(20_001));
    let told = home.attache(["set", "v.ron", "visit", &long]).refused();
    assert!(told.contains("20000"), "{told}");
    assert_eq!(home.read("v.ron"), EMPTY);
}
