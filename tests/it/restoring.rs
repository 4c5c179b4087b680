//! The whole way in a real terminal: work, damage, restore.
#![cfg(unix)]

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

#[test]
fn a_damaged_file_is_restored_from_the_library() {
    let home = home();
    let found = home.read(VISIT);
    let path = home.path(VISIT);
    let own = Backups::at(home.path(".local/state/attache/backups"));
    own.make(&path).unwrap();
    home.write(VISIT, &found[..200]);
    // Opened by its path, it names the command.
    let term = Term::spawn(&home, (120, 40), [VISIT]);
    let exit = term.exit();
    assert_eq!(exit.code, 1);
    assert!(exit.screen.contains("attache restore"), "{}", exit.screen);

    let term = Term::spawn(&home, (120, 40), ["visits"]);
    term.see("Not readable").keys("<Enter>");
    term.see("Backups ·")
        .see("‘Visit of a delegation")
        .keys("r");
    term.see("Restore ‘duesseldorf").keys("y");
    term.see("is restored").see("11–15 Nov").keys("<Enter>");
    term.see("Mon 11").keys("q");
    term.exit().ok();
    assert_eq!(home.read(VISIT), found);
    assert_eq!(backups(&home).len(), 2);
}
