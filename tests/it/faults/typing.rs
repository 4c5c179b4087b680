//! Ended while somebody types: a closed terminal, signals and kill -9 lose no change, and of a form
//! that is open at most what was typed in the last two seconds.

use std::{
    path::Path,
    thread,
    time::{Duration, Instant},
};

use attache::{
    model::Text,
    store::{self, Kept, Kind, Recovery},
};
use rustix::process::Signal;

use super::{figure, is_full, on_two_threads, random, times};
use crate::harness::{Home, Term};

const VISIT: &str = "duesseldorf-marrakesch-2024.ron";
const MOST: Duration = Duration::from_secs(2);

#[derive(Clone, Copy)]
enum End {
    HangUp,
    Signal(Signal, u32),
    Kill,
}

const ENDS: [(End, &str); 4] = [
    (End::HangUp, "the terminal is closed while typing"),
    (End::Signal(Signal::HUP, 129), "HUP while typing"),
    (End::Signal(Signal::TERM, 143), "TERM while typing"),
    (End::Kill, "kill -9 while typing"),
];

#[test]
fn whatever_ends_it_while_one_types_the_work_is_there() {
    let tries = times(1, 25);
    for (end, told) in ENDS {
        on_two_threads(tries, |_| ended_once(end));
        figure(told, tries);
    }
}

/// Shifts an item, types into a form, ends it all at some moment, and looks for both.
fn ended_once(end: End) {
    let home = Home::new();
    let visit = home.copy("assets/samples/duesseldorf-marrakesch-2024.ron");
    let term = Term::spawn(&home, (120, 40), [visit]);
    term.see("Mon 11").keys("<Right>").see("10:00–10:45");
    term.keys("f+").see("10:15–11:00");
    term.keys("a").see("New programme item");
    let typed = format!("Empfang {}", random(1_000_000));
    term.keys(&typed).see(&typed);
    let shown = Instant::now();
    match end {
        End::HangUp => {
            term.hang_up();
        }
        End::Signal(signal, status) => {
            // Anywhere around the moment when the saving thread is at work.
            thread::sleep(Duration::from_millis(random(400)));
            term.signal(signal);
            let exit = term.exit();
            assert_eq!((exit.code, exit.left), (status, Vec::new()), "{signal:?}");
        }
        End::Kill => {
            wait_for_draft(&home, &typed, shown);
            term.keys(" und mehr");
            thread::sleep(Duration::from_millis(random(400)));
            term.signal(Signal::KILL);
            assert!(term.exit().signal.is_some());
        }
    }
    let saved = home.read(VISIT);
    assert!(saved.contains("At(\"10:15\")"), "LOST: the shift");
    let draft = draft(&home).expect("LOST: the form");
    assert!(draft.contains(&typed), "LOST: {typed:?} of {draft:?}");
    offered(&home, &typed);
}

#[test]
fn what_was_half_typed_goes_on_field_by_field_with_what_a_colleague_changed() {
    const RECEPTION: &str = "empfang-4rwt";
    let home = Home::new();
    let visit = home.copy("assets/samples/duesseldorf-marrakesch-2024.ron");
    let term = Term::spawn(&home, (120, 40), [&visit]);
    term.see("Mon 11").keys("<Right>").see("10:00–10:45");
    // The room, after title, kind, day, start, end, fixed and place.
    let to_room = "<Down>".repeat(7);
    term.keys(&format!("<Enter>{to_room} II")).see("Saal II");
    wait_for_draft(&home, "Saal II", Instant::now());
    term.signal(Signal::KILL);
    assert!(term.exit().signal.is_some());

    let [title, room] = ["title=Begrüßung", "room=Plenarsaal"];
    home.attache(["set", VISIT, RECEPTION, title, room]).ok();

    let term = Term::spawn(&home, (120, 40), [&visit]);
    term.see("A form that was open")
        .see("Jan-Wellem-Saal II (by now: Plenarsaal)")
        .keys("<Enter>");
    term.see("Change programme item")
        .see("by now: Plenarsaal")
        .see("Begrüßung ")
        .keys("<C-s>")
        .see("Changed otherwise meanwhile: ‘Plenarsaal’")
        .keys("<C-s>")
        .gone("Change programme item")
        .keys("q");
    term.exit().ok();
    let visit = store::open(&visit).unwrap().visit;
    let item = visit.items.get(RECEPTION).unwrap();
    let says = |text: &Text, what: &str| text.all().any(|own| own == what);
    assert!(says(&item.room, "Jan-Wellem-Saal II"), "{item:?}");
    assert!(says(&item.title, "Begrüßung"), "{item:?}");
    assert!(draft(&home).is_none(), "it is done with");
}

/// A killed program leaves what it had written until then.
fn wait_for_draft(home: &Home, typed: &str, since: Instant) {
    let folder = home.path(".local/state/attache/recovery");
    let is_there = || holds(&folder, typed);
    // Others use this machine, too: only the runs that count are held to the two seconds.
    let patience = if is_full() { MOST } else { 10 * MOST };
    while !is_there() {
        assert!(
            since.elapsed() < patience,
            "LOST: not kept within two seconds"
        );
        thread::sleep(Duration::from_millis(5));
    }
}

/// Whether a file of the folder has the text; the program that wrote it still runs.
fn holds(folder: &Path, text: &str) -> bool {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    // One that is still being written is not there yet.
    let kept = files.filter(|file| !file.file_name().to_string_lossy().starts_with('.'));
    let mut texts = kept.filter_map(|file| std::fs::read_to_string(file.path()).ok());
    texts.any(|kept| kept.contains(text))
}

fn draft(home: &Home) -> Option<String> {
    let recovery = Recovery::at(home.path(".local/state/attache/recovery"));
    let mut kept = recovery.left_behind().into_iter();
    kept.find(|kept| kept.about.kind == Kind::Draft)
        .map(|kept: Kept| kept.text().unwrap())
}

/// The next start shows what was typed, and goes on in the form.
fn offered(home: &Home, typed: &str) {
    let term = Term::spawn(home, (120, 40), [VISIT]);
    term.see("A form that was open").see(typed).keys("<Enter>");
    term.see("New programme item").see(typed).keys("<C-s>");
    term.gone("New programme item").see(typed).keys("q");
    term.exit().ok();
    assert!(home.read(VISIT).contains(typed), "LOST: not taken over");
}
