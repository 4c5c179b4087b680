//! Issues in a real terminal: made, changed after, found again at the next start.
#![cfg(unix)]

use std::os::unix::fs::MetadataExt;

use crate::harness::{Home, Term};

#[test]
fn an_issue_is_made_the_visit_changes_and_the_header_says_so_ever_after() {
    let home = Home::new();
    let visit = home.copy("assets/samples/duesseldorf-marrakesch-2024.ron");
    let term = Term::spawn(&home, (120, 40), [&visit]);
    term.see("11–15 Nov 2024").keys("I").see("a note");
    term.keys("to the delegation<Enter>")
        .see("Issue\u{a0}1, as of 11 November 2024, 14:00")
        .see("2024 · Issue\u{a0}1");
    // To quit at once loses nothing.
    term.keys("q");
    term.exit().ok();
    let issue = home.path("duesseldorf-marrakesch-2024.files/issue-1");
    assert_eq!(
        home.read("duesseldorf-marrakesch-2024.files/issue-1/visit.ron"),
        home.read("duesseldorf-marrakesch-2024.ron")
    );
    assert_eq!(std::fs::metadata(issue).unwrap().mode() & 0o777, 0o700);

    let term = Term::spawn(&home, (120, 40), [&visit]);
    term.see("2024 · Issue\u{a0}1").keys("<Right>f");
    term.see("2024 · Draft after issue\u{a0}1").keys("H");
    term.see("to the delegation")
        .see("Since issue\u{a0}1: 1 change");
    term.keys("a<Enter>").see("Issue\u{a0}2").keys("<Esc>");
    term.see("2024 · Issue\u{a0}2").keys("q");
    term.exit().ok();

    // Somebody changes the file by command; the next start sees it.
    home.attache([
        "set",
        "duesseldorf-marrakesch-2024.ron",
        "visit",
        "note=neu",
    ])
    .ok();
    let term = Term::spawn(&home, (120, 40), [&visit]);
    term.see("2024 · Draft after issue\u{a0}2").keys("q");
    term.exit().ok();
}

#[test]
fn an_issue_of_a_sample_is_one_of_its_copy() {
    let home = Home::new();
    let sample = "assets/samples/duesseldorf-marrakesch-2024.ron";
    let from = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(sample);
    home.write(sample, std::fs::read(from).unwrap());
    let term = Term::spawn(&home, (80, 24), [sample]);
    term.see("Marrakesh")
        .keys("I")
        .see("a note")
        .keys("<Enter>");
    term.see("Issue\u{a0}1").keys("q");
    term.exit().ok();
    assert!(
        !home
            .path("assets/samples/duesseldorf-marrakesch-2024.files")
            .exists()
    );
    let listed = home.attache(["issues", "duesseldorf-marrakesch-2024"]).ok();
    assert!(listed.starts_with("Issue\u{a0}1, as of"), "{listed}");
}

#[test]
fn a_broken_issue_is_told_when_the_visit_is_opened() {
    let home = Home::new();
    let visit = home.copy("assets/samples/duesseldorf-marrakesch-2024.ron");
    home.write("duesseldorf-marrakesch-2024.files/issue-1/issue.ron", "(");
    let term = Term::spawn(&home, (120, 40), [&visit]);
    term.see("issue.ron").see("cannot be read").keys("<Esc>");
    term.keys("<Right>f").see("saved").keys("q");
    term.exit().ok();
}
