//! The library in a real terminal: from nothing to visits that are archived, deleted and restored.
#![cfg(unix)]

use std::path::Path;

use crate::harness::{Home, Term};

const LIBRARY: &str = ".local/share/attache/visits";

/// The visit files of a folder of the home.
fn files(home: &Home, folder: &str) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(home.path(folder)) else {
        return Vec::new();
    };
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names
        .filter(|name| Path::new(name).extension().is_some_and(|own| own == "ron"))
        .collect();
    names.sort();
    names
}

#[test]
fn a_visit_is_made_archived_deleted_and_restored() {
    let home = Home::new();
    let term = Term::spawn(&home, (80, 24), [""; 0]);
    term.see("No visit in this library yet")
        .keys("aVisit from Lyon<Tab>3 Dec<Tab>5 Dec<Tab>City of Cologne<Enter>")
        .see("3–5 Dec 2024")
        .keys("L")
        .see("1 visit")
        .see("Current and coming");
    assert_eq!(files(&home, LIBRARY), ["visit-from-lyon-2024.ron"]);

    term.keys("t1 Apr 2025<Enter>")
        .see("1–3 Apr 2025")
        .keys("L");
    term.see("2 visits")
        .keys("jz")
        .see("In the archive")
        .see("1 visit");
    let archive = format!("{LIBRARY}/archive");
    assert_eq!(files(&home, &archive), ["visit-from-lyon-2025.ron"]);
    term.keys("Z")
        .see("┃ Archive")
        .see("2 visits")
        .keys("u")
        .see("Restored");
    assert_eq!(files(&home, &archive), [""; 0]);

    term.keys("g<Delete>")
        .see("Deleted")
        .see("1 visit")
        .gone("3–5 Dec 2024");
    assert_eq!(files(&home, LIBRARY), ["visit-from-lyon-2025.ron"]);
    term.keys("u").see("Restored").see("3–5 Dec 2024");
    term.keys("/2025")
        .see("1 found")
        .keys("<Enter>")
        .see("[Tue 1]")
        .keys("q");
    term.exit().ok();
}

#[test]
fn what_an_earlier_run_deleted_is_picked_from_a_list_and_comes_back() {
    let home = Home::new();
    for name in ["hamburg", "zweiter"] {
        home.copy_to(
            "assets/samples/hamburg-2023.ron",
            format!("visits/{name}.ron"),
        );
    }
    let term = Term::spawn(&home, (80, 24), ["visits"]);
    term.see("2 visits").keys("<Delete>").see("1 visit");
    term.keys("<Delete>").see("No visit").keys("q");
    term.exit().ok();
    assert_eq!(files(&home, "visits"), [""; 0]);

    let term = Term::spawn(&home, (80, 24), ["visits"]);
    term.see("U  shows what was deleted").keys("U");
    term.see("Bring back a deleted visit").see("zweiter.ron");
    term.keys("hamb").gone("zweiter.ron").keys("<Enter>");
    term.see("Restored: ‘hamburg.ron’").see("1 visit");
    assert_eq!(files(&home, "visits"), ["hamburg.ron"]);
    // What lies at its place by now is not replaced.
    home.write("visits/zweiter.ron", "another");
    term.see("1 visit, 1 unreadable")
        .keys("U")
        .see("Bring back");
    term.keys("<Enter>").see("is there already");
    assert_eq!(home.read("visits/zweiter.ron"), "another");
    term.keys("q");
    term.exit().ok();
}

#[test]
fn what_is_deleted_is_in_reach_whatever_was_done_since() {
    let home = Home::new();
    for name in ["first", "second"] {
        home.copy_to(
            "assets/samples/hamburg-2023.ron",
            format!("visits/{name}.ron"),
        );
    }
    let term = Term::spawn(&home, (120, 40), ["visits"]);
    term.see("2 visits").keys("z").see("In the archive");
    term.see("1 visit").keys("<Delete>").see("No visit");
    home.write("visits/second.ron", "another");
    // What is in its place keeps it from coming back, but not what was done before it.
    term.see("1 unreadable").keys("u").see("is there already");
    term.keys("u").see("Restored: ‘first.ron’").see("1 visit");
    std::fs::remove_file(home.path("visits/second.ron")).unwrap();
    term.gone("unreadable").keys("z").see("In the archive");
    term.see("No visit").keys("U").see("Bring back");
    term.keys("<Enter>").see("Restored: ‘second.ron’");
    assert_eq!(files(&home, "visits"), ["second.ron"]);
    // It came back from the list: what can be taken back is what was done before.
    term.see("1 visit").keys("<Delete>").see("No visit");
    term.keys("U").see("Bring back").keys("<Enter>");
    term.see("Restored: ‘second.ron’").see("1 visit").keys("u");
    term.see("Restored: ‘first.ron’").see("2 visits").keys("q");
    term.exit().ok();
}

#[test]
fn a_folder_is_the_library_and_what_is_broken_in_it_says_why() {
    let home = Home::new();
    home.write("visits/broken.ron", "(format: 1, visit: (");
    home.write("visits/notes.txt", "no visit");
    home.copy_to("assets/samples/hamburg-2023.ron", "visits/hamburg.ron");
    let term = Term::spawn(&home, (80, 24), ["visits"]);
    term.see("1 visit, 1 unreadable")
        .see("Not readable")
        .keys("G<Enter>");
    term.see("breaks off here")
        .keys("<Esc>")
        .click_on("31 Mar 2023");
    term.keys("<Enter>").see("Fri 31").keys("q");
    term.exit().ok();
}

#[test]
fn visits_that_come_and_go_outside_show_at_once() {
    let home = Home::new();
    let term = Term::spawn(&home, (80, 24), [""; 0]);
    term.see("No visit in this library yet");
    home.attache([
        "new",
        "--title",
        "Erster",
        "--from",
        "2024-12-03",
        "--to",
        "2024-12-03",
    ])
    .ok();
    term.see("Erster").see("1 visit");
    home.attache([
        "new",
        "--title",
        "Zweiter",
        "--from",
        "2024-12-10",
        "--to",
        "2024-12-10",
    ])
    .ok();
    term.see("2 visits").keys("G").see("Zweiter");
    home.attache([
        "new",
        "--title",
        "Dritter",
        "--from",
        "2024-12-24",
        "--to",
        "2024-12-24",
    ])
    .ok();
    term.see("3 visits").keys("<Enter>").see("[Tue 10]");
    term.keys("L")
        .see("3 visits")
        .keys("/dritter")
        .see("1 found");
    std::fs::remove_file(home.path(format!("{LIBRARY}/dritter-2024.ron"))).unwrap();
    term.see("2 visits").see("0 found");
    term.keys("<Esc><Esc>").see("Erster").keys("q");
    term.exit().ok();
}

#[test]
fn what_somebody_else_has_open_is_moved_only_after_a_question() {
    let home = Home::new().with("USER", "meier");
    home.copy_to("assets/samples/hamburg-2023.ron", "visits/hamburg.ron");
    let first = Term::spawn(&home, (80, 24), ["visits/hamburg.ron"]);
    first.see("saved").keys("?").see("all keys of this place");
    first.keys("<Esc>").gone("all keys of this place");
    let home = home.with("USER", "weiss").at("2024-11-11T13:05:00Z");
    let term = Term::spawn(&home, (80, 24), ["visits"]);
    for key in ["z", "<Delete>"] {
        term.see("31 Mar 2023").keys(key);
        term.see("meier has had this visit open since 14:00")
            .see("longer be saved in this file")
            .keys("n")
            .gone("longer be saved in this file");
        assert_eq!(files(&home, "visits"), ["hamburg.ron"]);
    }
    term.keys("<Delete>").see("then no longer be saved");
    // What is listed without it can be taken back.
    term.keys("y").see("Deleted").gone("31 Mar 2023");
    assert_eq!(files(&home, "visits"), [""; 0]);
    term.keys("u").see("Restored").keys("q");
    term.exit().ok();
    first.keys("q");
    first.exit();
}
