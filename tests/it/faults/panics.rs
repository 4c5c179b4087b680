//! Panics in drawing, in reading the keys and on the saving thread: the terminal is given back, the
//! work is there, it is said where, and the program does not end as if all were well.

use super::{figure, on_two_threads, times};
use crate::harness::{Home, Term};

const VISIT: &str = "duesseldorf-marrakesch-2024.ron";

/// A visit that is open in a program whose `place` panics once `trigger` is there.
fn open(home: Home, place: &str) -> (Home, Term) {
    let trigger = home.path("trigger").display().to_string();
    let home = home.with("ATTACHE_PANIC", &format!("{place}={trigger}"));
    let visit = home.copy("assets/samples/duesseldorf-marrakesch-2024.ron");
    let term = Term::spawn(&home, (120, 40), [visit]);
    term.see("Mon 11").keys("<Right>").see("10:00–10:45");
    (home, term)
}

#[test]
fn a_panic_in_drawing_or_reading_keys_gives_the_terminal_back_and_keeps_the_work() {
    for place in ["drawing", "input"] {
        let tries = times(1, 25);
        on_two_threads(tries, |_| panics_once(place));
        figure(&format!("a panic in {place}"), tries);
    }
}

fn panics_once(place: &str) {
    let (home, term) = open(Home::new(), place);
    term.keys("f+").see("10:15–11:00");
    term.keys("a")
        .see("New programme item")
        .keys("Empfang zum")
        .see("Empfang zum");
    home.write("trigger", "");
    term.keys("x");
    let exit = term.exit();
    assert_eq!((exit.code, &exit.left), (101, &Vec::new()), "{place}");
    let said = exit.screen.replace('\n', "");
    assert!(said.contains("panicked"), "{place}: {}", exit.screen);
    assert!(
        said.contains(".local/state/attache/recovery"),
        "{place}: {}",
        exit.screen
    );
    assert!(
        home.read(VISIT).contains("At(\"10:15\")"),
        "LOST: the shift"
    );
    std::fs::remove_file(home.path("trigger")).unwrap();
    let again = Term::spawn(&home, (120, 40), [VISIT]);
    again
        .see("A form that was open")
        .see("Empfang zum")
        .keys("<Enter>");
    again.gone("A form that was open").see("Empfang zum");
    again.keys("<C-s>").gone("New programme item").keys("q");
    again.exit().ok();
    assert!(home.read(VISIT).contains("Empfang zum"), "LOST: the form");
}

#[test]
fn a_panic_on_the_saving_thread_is_a_failed_save_and_the_next_is_saved() {
    let tries = times(1, 10);
    on_two_threads(tries, |_| {
        let (home, term) = open(Home::new(), "saving");
        home.write("trigger", "");
        term.keys("f+")
            .see("10:15–11:00")
            .see("not saved")
            .see("recovery/");
        std::fs::remove_file(home.path("trigger")).unwrap();
        term.see(" saved").keys("q");
        term.exit().ok();
        assert!(
            home.read(VISIT).contains("At(\"10:15\")"),
            "LOST: the shift"
        );
    });
    figure("a panic on the saving thread", tries);
}
