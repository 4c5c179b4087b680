//! The whole way in a real terminal: work, damage, restore.
#![cfg(unix)]

use std::fs;

use attache::store::{self, Backups};

use crate::harness::{Home, Term};

const VISIT: &str = "visits/duesseldorf-marrakesch-2024.ron";

fn home() -> Home {
    let home = Home::new();
    home.copy_to("assets/samples/duesseldorf-marrakesch-2024.ron", VISIT);
    home
}

fn backups(home: &Home) -> Vec<store::Backup> {
    Backups::at(home.path(".local/state/attache/backups")).of(&home.path(VISIT))
}

#[test]
fn a_session_backs_up_what_it_found_and_restores_it_as_one_change() {
    let home = home();
    let found = home.read(VISIT);
    let term = Term::spawn(&home, (120, 40), [VISIT]);
    term.see("Mon 11");
    assert!(backups(&home).is_empty(), "to look is no work");
    term.keys("l").see("[Tue 12]").keys("f+");
    term.see("10:15–").gone("10:00–").see("saved");
    let all = backups(&home);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].bytes().unwrap(), found.as_bytes());
    let changed = home.read(VISIT);
    term.keys("B").see("When restored");
    term.keys("r").see("Earlier version restored").see("10:00–");
    term.keys("u").see("10:15–").see("Undone");
    term.keys("q");
    term.exit().ok();
    assert_eq!(home.read(VISIT), changed);
    assert_eq!(backups(&home).len(), 1, "less than an hour of work");
}

/// The visit with a backup, and its file broken off.
fn damaged() -> (Home, String) {
    let home = home();
    let found = home.read(VISIT);
    let own = Backups::at(home.path(".local/state/attache/backups"));
    own.make(&home.path(VISIT)).unwrap();
    home.write(VISIT, &found[..200]);
    (home, found)
}

#[test]
fn a_damaged_file_is_restored_from_the_library() {
    let (home, found) = damaged();
    let term = Term::spawn(&home, (120, 40), ["visits"]);
    term.see("Not readable").keys("<Enter>");
    term.see("Backups ·")
        .see("‘Visit of a delegation")
        .keys("r");
    term.see("Restore ‘duesseldorf").keys("y");
    term.see("Mon 11").see("is restored").keys("<Esc>q");
    term.exit().ok();
    assert_eq!(home.read(VISIT), found);
    assert_eq!(backups(&home).len(), 2);
}

#[test]
fn a_damaged_or_deleted_file_is_offered_its_backups_where_somebody_can_answer() {
    for is_gone in [false, true] {
        let (home, found) = damaged();
        if is_gone {
            fs::remove_file(home.path(VISIT)).unwrap();
        }
        let refused = home.attache([VISIT]).refused();
        assert!(refused.contains("attache restore"), "{refused}");
        let term = Term::spawn(&home, (120, 40), [VISIT]);
        term.see("Backups ·").see("‘Visit of a delegation");
        term.keys("<Esc>r").see("Restore ‘duesseldorf").keys("y");
        term.see("Mon 11").see("is restored").keys("<Esc>q");
        term.exit().ok();
        assert_eq!(home.read(VISIT), found);
    }
    let home = home();
    let exit = Term::spawn(&home, (120, 40), ["none.ron"]).exit();
    assert_eq!(exit.code, 1, "there is nothing to offer");
}

/// An open visit in which a start was moved and saved: it is at 10:15 now.
fn open_and_changed() -> (Home, Term) {
    let home = home();
    let term = Term::spawn(&home, (120, 40), [VISIT]);
    term.see("Mon 11").keys("l").see("[Tue 12]").keys("f+");
    term.see("10:15–").gone("10:00–").see(" saved");
    (home, term)
}

/// That the file can be read, and that this is when the reception begins in it.
#[track_caller]
fn begins(home: &Home, at: &str) {
    let text = home.read(VISIT);
    assert!(
        store::open(&home.path(VISIT)).is_ok(),
        "{} bytes",
        text.len()
    );
    assert!(
        text.contains(&format!("start: At(\"{at}\")")),
        "not at {at}"
    );
}

#[test]
fn a_file_that_another_program_emptied_has_the_open_visit_again_with_one_key() {
    let (home, term) = open_and_changed();
    home.write(VISIT, "");
    term.see("NOT SAVED")
        .see("can no longer be read")
        .see("Ctrl+S");
    term.keys("<C-s>").see("Saved again").gone("NOT SAVED");
    begins(&home, "10:15");
    assert_eq!(backups(&home).len(), 1, "there was nothing to set aside");
    term.keys("q");
    term.exit().ok();
}

#[test]
fn what_another_program_made_of_the_file_is_set_aside_for_what_is_on_the_screen() {
    let (home, term) = open_and_changed();
    let rubbish = "(format: 1, visit: (id: \"duess";
    home.write(VISIT, rubbish);
    term.see("NOT SAVED")
        .see("Ctrl+S")
        .keys("<Esc>+")
        .see("10:30");
    term.see("Ctrl+S").keys("<Esc>").see("Ctrl+S write back");
    assert_eq!(home.read(VISIT), rubbish, "nothing is overwritten unasked");
    term.keys("<C-s>")
        .see("may be putting")
        .keys("n")
        .gone("may be putting");
    assert_eq!(
        home.read(VISIT),
        rubbish,
        "nothing is overwritten with a no"
    );
    term.keys("<C-s>").see("may be putting").keys("y");
    term.see("is among the").gone("NOT SAVED");
    begins(&home, "10:30");
    let kept = backups(&home).remove(0);
    assert_eq!(kept.bytes().unwrap(), rubbish.as_bytes());
    term.keys("<Esc>+").see("10:45").see(" saved").keys("q");
    term.exit().ok();
    begins(&home, "10:45");
}

#[test]
fn a_backup_is_restored_into_a_file_that_cannot_be_read_while_the_visit_is_open() {
    for there in ["", "rubbish"] {
        let (home, term) = open_and_changed();
        home.write(VISIT, there);
        term.see("NOT SAVED").keys("<Esc>B").see("Backups ·");
        let asked = |term: &Term| {
            if !there.is_empty() {
                term.see("may be putting").keys("y");
            }
        };
        term.see("When restored").keys("r");
        asked(&term);
        term.gone("Backups ·").gone("NOT SAVED").see("10:00–");
        begins(&home, "10:00");
        // Nothing differs from it now, and it goes into the file all the same.
        home.write(VISIT, there);
        term.see("NOT SAVED").keys("<Esc>B").see("Backups ·");
        term.see("as it is now").keys("<End>r");
        asked(&term);
        term.gone("Backups ·").gone("NOT SAVED");
        begins(&home, "10:00");
        term.keys("<Esc>u").see("10:15–").see(" saved");
        begins(&home, "10:15");
        term.keys("q");
        term.exit().ok();
    }
}

#[test]
fn a_file_that_was_deleted_under_an_open_visit_is_made_anew_with_one_key() {
    let (home, term) = open_and_changed();
    fs::remove_file(home.path(VISIT)).unwrap();
    term.see("NOT SAVED").see("Ctrl+S");
    term.keys("<C-s>").see("Saved again").gone("NOT SAVED");
    begins(&home, "10:15");
    term.keys("q");
    term.exit().ok();
}
