//! Ending otherwise than asked for: signals and a closed terminal lose nothing and leave the
//! terminal as it was; a stop comes back.
#![cfg(unix)]

use rustix::process::Signal;

use crate::harness::{Home, Term};

/// A home with a visit whose reception is shifted by a quarter of an hour, not yet saved.
fn shifted(home: &Home) -> Term {
    let sample = home.copy("assets/samples/duesseldorf-marrakesch-2024.ron");
    let text = std::fs::read_to_string(&sample).unwrap().replace("    sample: true,\n", "");
    home.write("visit.ron", text);
    let term = Term::spawn(home, (120, 40), ["visit.ron"]);
    term.see("Mon 11").keys("<Right>").see("10:00–10:45").keys("f+").see("10:15–11:00");
    term
}

fn is_saved(home: &Home) {
    let text = home.read("visit.ron");
    assert!(text.contains("At(\"10:15\")"), "{text}");
}

#[test]
fn a_closed_terminal_saves() {
    let home = Home::new();
    shifted(&home).hang_up();
    is_saved(&home);
}

#[test]
fn a_signal_saves_and_gives_the_terminal_back() {
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let home = Home::new();
        let term = shifted(&home);
        term.signal(signal);
        let exit = term.exit();
        assert_eq!((exit.code, exit.left), (status, Vec::new()), "{signal:?}");
        is_saved(&home);
    }
}

#[test]
fn quitting_saves() {
    let home = Home::new();
    let term = shifted(&home);
    term.keys("q");
    term.exit().ok();
    is_saved(&home);
}

#[test]
fn a_stop_gives_the_terminal_to_the_shell_and_comes_back() {
    let home = Home::new();
    let sample = home.copy("assets/samples/duesseldorf-marrakesch-2024.ron");
    let run = format!("'{}' '{}'", env!("CARGO_BIN_EXE_attache"), sample.display());
    let term = Term::program(&home, (120, 40), "sh", ["-i"]);
    term.keys(&format!("{run}<Enter>")).see("Mon 11").keys("<C-z>").see("Stopped");
    term.keys("echo back in the $((40+2))<Enter>").see("back in the 42");
    term.keys("fg<Enter>").see("Mon 11").keys("<Right>").see("10:00–10:45").keys("q").gone("10:00–10:45");
    term.keys("exit<Enter>");
    term.exit();
}
