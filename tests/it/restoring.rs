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
    term.see("10:15").see("saved");
    let all = backups(&home);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].bytes().unwrap(), found.as_bytes());
    let changed = home.read(VISIT);
    term.keys("B").see("To restore it changes");
    term.keys("r").see("Earlier version restored").see("10:00");
    term.keys("u").see("10:15").see("Undone");
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
