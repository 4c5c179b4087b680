//! Ending otherwise than asked for: signals and a closed terminal lose nothing and leave the
//! terminal as it was; a stop comes back.
#![cfg(unix)]

use rustix::process::Signal;

use crate::harness::{Home, Term};

/// A home with a visit whose reception is shifted by a quarter of an hour, not yet saved.
fn shifted(home: &Home) -> Term {
    let visit = home.copy("assets/samples/duesseldorf-marrakesch-2024.ron");
    let term = Term::spawn(home, (120, 40), [visit]);
    term.see("Mon 11")
        .keys("<Right>")
        .see("10:00–10:45")
        .keys("f+")
        .see("10:15–11:00");
    term
}

/// The program on a visit, started from a shell with job control.
fn in_a_shell() -> (Home, Term) {
    // Counted prompts say when the shell listens again; what is typed before that may be lost.
    let home = Home::new().with("PS1", "prompt $((p=p+1))> ");
    let visit = home.copy("assets/samples/duesseldorf-marrakesch-2024.ron");
    let run = format!("'{}' '{}'", env!("CARGO_BIN_EXE_attache"), visit.display());
    let term = Term::program(&home, (120, 40), "sh", ["-i"]);
    term.see("prompt 1>")
        .keys(&format!("{run}<Enter>"))
        .see("Mon 11");
    (home, term)
}

fn is_saved(home: &Home) {
    let text = home.read("duesseldorf-marrakesch-2024.ron");
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
    let (_home, term) = in_a_shell();
    term.keys("<C-z>").see("prompt 2>");
    term.keys("echo back in the $((40+2))<Enter>")
        .see("back in the 42")
        .see("prompt 3>");
    term.keys("fg<Enter>")
        .see("Mon 11")
        .keys("<Right>")
        .see("10:00–10:45");
    term.keys("q").see("prompt 4>").keys("exit<Enter>");
    term.exit();
}

#[test]
fn what_changed_during_a_stop_is_noticed_on_return() {
    let (home, term) = in_a_shell();
    term.keys("<C-z>").see("prompt 2>");
    let text = home.read("duesseldorf-marrakesch-2024.ron");
    let text = text.replace("City of Düsseldorf", "City of Düsseldorf on the Rhine");
    home.write("duesseldorf-marrakesch-2024.ron", text);
    term.keys("fg<Enter>").see("Mon 11");
    term.see("changed").keys("q").see("prompt 3>");
    assert!(
        home.read("duesseldorf-marrakesch-2024.ron")
            .contains("on the Rhine")
    );
    term.keys("exit<Enter>");
    term.exit();
}

#[test]
fn what_a_killed_run_left_on_the_alternate_screen_is_gone() {
    let home = Home::new();
    let visit = home.copy("assets/samples/duesseldorf-marrakesch-2024.ron");
    let (attache, visit) = (env!("CARGO_BIN_EXE_attache"), visit.display());
    let left = "printf '\\033[?1049h\\033[41m%s' left-behind left-behind left-behind; \
                printf 'left-behind\\r\\n%.0s' $(seq 30)";
    let run = format!("{left}; exec '{attache}' '{visit}'");
    let term = Term::program(&home, (120, 40), "sh", ["-c", &run]);
    term.see("Mon 11").gone("left-behind").keys("q");
    let exit = term.exit();
    assert_eq!((exit.code, exit.left), (0, Vec::new()));
}
