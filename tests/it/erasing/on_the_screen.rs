//! Erasing a person in the app: it asks, and says all that came of it.

use rustix::process::Signal;

use super::*;

#[test]
fn on_the_screen_it_asks_and_leaves_nothing_to_be_taken_back() {
    let home = home();
    home.attache(["issue", VISIT]).ok();
    let term = Term::spawn(&home, (120, 40), [VISIT]);
    term.see("Miriam Koch");
    // From the programme to the people, and down to the host.
    term.keys("<Tab>GkX");
    term.see("for good").keys("y");
    term.see("Erased besides the visit");
    term.keys("<Esc>u").keys("q");
    term.exit();
    assert_eq!(traces(&home), Vec::<String>::new());
}

#[test]
fn a_form_of_the_person_that_somebody_else_has_open_keeps_nothing() {
    let home = home();
    let term = Term::spawn(&home, (120, 40), [VISIT]);
    term.see("Miriam Koch");
    term.keys("<Tab>Gk<Enter>").see("Passport");
    term.keys("<Down>Dr.").see("Dr.");
    let run = home.attache(["erase", VISIT, PERSON, "--yes"]);
    assert_eq!(run.status, Some(1), "{run}");
    assert!(
        run.stdout.contains("has had this visit open since"),
        "{run}"
    );
    term.see("has been removed meanwhile");
    // What is typed on is kept nowhere either.
    term.keys(" h.c.").see("Dr. h.c.");
    term.signal(Signal::TERM);
    term.exit();
    assert_eq!(traces(&home), Vec::<String>::new());
}

#[test]
fn all_of_the_report_can_be_read_on_a_small_screen() {
    let home = home();
    spread(&home);
    for name in ["a", "b", "c", "d", "e", "f", "g", "h"] {
        delete_broken(&home, &format!("{name}-broken"));
    }
    let conflict_free = home.read("visits/besuch-recovered.ron");
    home.write(VISIT, conflict_free);
    let term = Term::spawn(&home, (80, 24), [VISIT]);
    term.see("A form that was open").keys("<Esc><Esc>");
    term.gone("A form that was open").keys("<Tab>GkX");
    term.see("for good").keys("y");
    term.see("Not erased everywhere yet").see("↓");
    term.keys("G").see("↑").see("other accounts and computers");
    term.keys("<Esc>q");
    term.exit().ok();
}

#[test]
fn the_question_names_the_copies_that_it_would_change() {
    let home = home();
    for number in 1..=8 {
        let copy = format!("visits/copy-{number}.ron");
        home.write(&copy, home.read(VISIT));
    }
    let term = Term::spawn(&home, (80, 24), [VISIT]);
    term.see("City tour").keys("<Tab>").see("Miriam Koch");
    term.keys("GkX")
        .see("for good")
        .see("That goes for the copies");
    for said in ["copy-1.ron", "copy-4.ron", "and 4 more"] {
        term.see(said);
    }
    term.keys("n").gone("for good").keys("q");
    term.exit();
    assert!(home.read("visits/copy-1.ron").contains(PERSON));
}
