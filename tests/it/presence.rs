//! Two officers on one file, each in a terminal of their own: who has it open, reading only, opening
//! anyway, and what a killed program leaves.

use std::{fs, os::unix::fs::PermissionsExt};

use rustix::process::Signal;

use crate::harness::{Home, Term};

const VISIT: &str = "visits/duesseldorf-marrakesch-2024.ron";
const SIZE: (u16, u16) = (120, 40);
const NOBODY: &str = "65534";

fn home() -> Home {
    let home = Home::new().with("USER", "meier");
    home.copy_to("assets/samples/duesseldorf-marrakesch-2024.ron", VISIT);
    home
}

/// The hidden files beside the visit.
fn hidden(home: &Home) -> Vec<String> {
    let entries = fs::read_dir(home.path("visits")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with('.')).collect()
}

fn open(home: &Home) -> Term {
    Term::spawn(home, SIZE, [VISIT])
}

/// The visit is on the screen, and others have been told: that comes first, and keys after it.
fn announced(term: &Term) {
    term.see("saved").keys("?").see("all keys of this place");
    term.keys("<Esc>").gone("all keys of this place");
}

fn first(home: &Home) -> Term {
    let term = open(home);
    announced(&term);
    term
}

#[test]
fn the_second_is_told_of_the_first_and_may_read_or_open_anyway() {
    let home = home();
    let first = first(&home);
    assert_eq!(hidden(&home).len(), 1);
    home.write(".gitconfig", "[user]\n\tname = Jana Weiß\n");
    let before = home.read(VISIT);
    let home = home.with("USER", "weiss").at("2024-11-11T13:05:00Z");

    let second = open(&home);
    second
        .see("Meier has it open, since 14:00")
        .see("meier has had this visit open since 14:00 (meier on")
        .keys("<Esc><Enter>")
        .see("also open: meier · read only");
    second
        .keys("<Right>f")
        .see("O in the visit opens it for writing");
    assert_eq!(hidden(&home).len(), 1, "who only reads is in nobody's way");
    second.keys("q");
    second.exit().ok();
    assert_eq!(home.read(VISIT), before);

    let second = open(&home);
    second
        .see("Open anyway")
        .keys("<Esc><Down><Enter>")
        .see("also open: meier · saved");
    announced(&second);
    assert_eq!(hidden(&home).len(), 2);
    let third = open(&home);
    third
        .see("Open in 2 other places")
        .see("Jana Weiß has had this visit open")
        .keys("<Esc>q");
    // Quits only once the question is answered.
    third
        .keys("<Esc>")
        .see("also open: meier +1 · read only")
        .keys("q");
    third.exit().ok();
    second.keys("<Right>f").see("saved").keys("q");
    second.exit().ok();
    assert_ne!(home.read(VISIT), before);
    first.keys("q");
    first.exit();
    assert_eq!(hidden(&home), [""; 0]);
}

#[test]
fn what_is_open_for_reading_is_opened_for_writing_by_a_key() {
    let home = home();
    let first = first(&home);
    let home = home.with("USER", "weiss");
    let second = open(&home);
    second
        .see("Only read")
        .keys("<Esc><Enter>")
        .see("read only");
    second
        .keys("<Right>O")
        .see("Open for writing")
        .see("[Tue 12]");
    second.see("also open: meier · saved");
    second.keys("q");
    second.exit().ok();
    drop(first);
}

#[test]
fn who_comes_and_goes_and_what_they_change_is_seen_at_once() {
    let home = home();
    let first = first(&home);
    let home = home.with("USER", "weiss");
    let reader = Term::spawn(&home, SIZE, ["--read-only", VISIT]);
    reader.see("also open: meier · read only").keys("<Right>");
    let second = open(&home);
    second.see("Only read").keys("<Esc>anyway<Enter>");
    second.see("also open: meier · saved");
    first.see("also open: weiss · saved");
    second.keys("<Right>f+").see("10:15–11:00");
    reader.see("10:15–11:00");
    second.keys("q");
    second.exit().ok();
    first.gone("also open").keys("q");
    first.exit();
    reader.gone("also open").keys("q");
    reader.exit().ok();
}

#[test]
fn a_killed_program_is_in_nobodys_way() {
    let home = home();
    let first = first(&home);
    first.signal(Signal::KILL);
    first.exit();
    assert_eq!(hidden(&home).len(), 1, "it could not take leave");

    let home = home.with("USER", "weiss");
    let second = open(&home);
    second.see("[");
    announced(&second);
    assert_eq!(hidden(&home).len(), 1, "swept, but for one's own");
    second.keys("q");
    let screen = second.exit().ok();
    assert!(!screen.contains("meier"), "{screen}");
    assert_eq!(hidden(&home), [""; 0]);
}

#[test]
fn whoever_is_ended_by_a_signal_takes_leave() {
    for signal in [Signal::TERM, Signal::HUP] {
        let home = home();
        let term = first(&home);
        assert_eq!(hidden(&home).len(), 1);
        term.signal(signal);
        term.exit();
        assert_eq!(hidden(&home), [""; 0], "{signal:?}");
    }
}

#[test]
fn commands_ask_nothing_while_the_visit_is_open() {
    let home = home();
    let term = first(&home);
    home.attache(["set", VISIT, "visit", "contact=Jana Weiß"])
        .ok();
    assert!(home.read(VISIT).contains("Jana Weiß"));
    assert_eq!(hidden(&home).len(), 1, "a command has nothing open");
    term.keys("q");
    term.exit();
}

#[test]
fn reading_only_can_be_asked_for() {
    let home = home();
    for args in [["--read-only", VISIT], [VISIT, "--read-only"]] {
        let term = Term::spawn(&home, SIZE, args);
        term.see("Open for reading only").see("read only");
        assert_eq!(hidden(&home), [""; 0]);
        term.keys("<Esc>q");
        term.exit().ok();
    }
    let told = home.attache(["--read-only", "show", VISIT]).misused();
    assert!(told.contains("for the screen only"), "{told}");
}

#[test]
fn a_sample_is_read_as_it_is() {
    let home = Home::new();
    let sample = format!(
        "{}/assets/samples/duesseldorf-marrakesch-2024.ron",
        env!("CARGO_MANIFEST_DIR")
    );
    let term = Term::spawn(&home, SIZE, [&sample, "--read-only"]);
    term.see("read only").keys("<Esc>q");
    term.exit().ok();
    assert!(!home.path(".local/share/attache/visits").exists());
}

/// A program as somebody whom rights apply to: root becomes nobody.
fn without_root(home: &Home) -> Option<Term> {
    let program = env!("CARGO_BIN_EXE_attache");
    if !rustix::process::geteuid().is_root() {
        return Some(open(home));
    }
    fs::set_permissions(home.path(""), fs::Permissions::from_mode(0o777)).unwrap();
    let identity = ["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"];
    let version = identity.iter().copied().chain([program, "--version"]);
    let can = std::process::Command::new("setpriv").args(version).output();
    if !can.is_ok_and(|run| run.status.success()) {
        return None;
    }
    let args = identity.into_iter().chain([program, VISIT]);
    Some(Term::program(home, SIZE, "setpriv", args))
}

#[test]
fn what_may_not_be_written_is_opened_for_reading_and_says_why() {
    for (folder, file, named) in [(0o555, 0o644, "visits”"), (0o777, 0o444, "2024.ron")] {
        let home = home();
        let set_mode = |inside: &str, mode| {
            fs::set_permissions(home.path(inside), fs::Permissions::from_mode(mode)).unwrap();
        };
        set_mode(VISIT, file);
        set_mode("visits", folder);
        let Some(term) = without_root(&home) else {
            return;
        };
        let named = named.trim_end_matches('”');
        term.see("Open for reading only. Your account may not write to")
            .see(named);
        term.see("read only")
            .gone("O write")
            .keys("<Esc><Right>f")
            .see("ask for the right to write")
            .gone("opens it for writing");
        assert_eq!(hidden(&home), [""; 0]);
        term.keys("<Esc>O")
            .see("Your account may not write to")
            .keys("<Esc>q");
        term.exit().ok();
        set_mode("visits", 0o755);
    }
}
