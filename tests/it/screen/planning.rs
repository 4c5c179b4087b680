//! Planning by single keys: shifting, swapping, status, steps of a letter.

use attache::{
    tui::{
        action::Action,
        keymap::{Context, Keymap},
    },
    words::Lang,
};
use insta::assert_snapshot;

use super::{MARRAKESCH, Screen};

#[test]
fn the_visit_at_first() {
    let mut screen = Screen::of(MARRAKESCH);
    assert_snapshot!(screen.at(80, 24));
}

#[test]
fn a_fixed_item_says_why_it_stays() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("+")
        .says("hat eine feste Zeit; dort mit f lösen")
        .hides("fixed");
    screen.keys("f").keys("+").says("10:15–11:00");
    screen.keys("u").says("10:00–10:45").says("Rückgängig");
}

#[test]
fn the_rest_is_shifted_by_any_minutes() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("fS-1h").says("1 Std. früher");
    assert_snapshot!(screen.at(80, 24));
    screen.keys("<Enter>").says("09:00–09:45");
}

#[test]
fn what_stands_alone_begins_with_a_capital() {
    for (lang, done, undone, title, form) in [
        (
            Lang::De,
            " Programmpunkt verschoben",
            "Rückgängig: Programmpunkt",
            " Stand ━",
            " Verschieben: Empfang",
        ),
        (
            Lang::En,
            " Item moved",
            "Undone: item",
            " Status ━",
            " Move: Reception",
        ),
        (
            Lang::Fr,
            " Point déplacé",
            "Annulé\u{a0}: point",
            " État ━",
            " Déplacer\u{a0}: Accueil",
        ),
    ] {
        let mut screen = Screen::in_lang(MARRAKESCH, lang);
        screen.keys("f+").says(done);
        screen.keys("u").says(undone);
        screen.keys("s").says(title);
        screen.keys("<Esc>m").says(form);
    }
}

#[test]
fn a_status_is_picked() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("sang").says("angefragt");
    assert_snapshot!(screen.at(80, 24));
    screen.keys("<Enter>").says("○ Empfang");
}

#[test]
fn a_letter_takes_only_steps_that_are_allowed() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("<Tab><Tab>s");
    assert_snapshot!(screen.at(80, 24));
}

#[test]
fn a_day_is_copied_to_another() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("C");
    assert_snapshot!(screen.at(80, 24));
    screen
        .click("Freitag")
        .keys("<Right><Right><Right>")
        .says("◌ Empfang");
}

#[test]
fn what_overlaps_after_a_shift_stays_to_be_read() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("aPresse<Down><Down><Down>11:00<Down>11:30<Down><Space><C-s>");
    screen.keys("<Home>f>>").says("überschneiden sich um");
    assert_snapshot!(screen.at(80, 24));
    screen
        .keys("<Esc>")
        .hides("überschneiden")
        .says("10:30–11:15");
}

#[test]
fn those_who_are_ordered_by_hand_go_back_to_the_rule() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("<Tab>RJ").says("Reihenfolge von Hand geändert");
    screen
        .says("1*N. N. (3)")
        .keys("R")
        .says("1 Achraf Berrazouk");
}

#[test]
fn a_letter_is_renewed_by_one_that_replaces_it() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("<Tab><Tab>r")
        .says("Dokument erneuert")
        .says("▸");
    assert_eq!(screen.visit().letters.len(), 3);
}

/// Keys that need something to be done before: what is pressed first.
fn before(action: Action) -> &'static str {
    match action {
        Action::Undo => "f",
        Action::Redo => "fu",
        Action::RankByRule => "<Tab>J<Up><S-Tab>",
        _ => "",
    }
}

#[test]
fn no_key_of_the_visit_does_nothing() {
    let panes = [
        (Context::Schedule, "<Down>"),
        (Context::People, "<Tab><Down>"),
        (Context::Letters, "<Tab><Tab>"),
        (Context::Visit, "<Down>"),
        (Context::Move, "<Down>"),
        (Context::Global, "<Down>"),
    ];
    let keymap = Keymap::built_in();
    for (context, pane) in panes {
        // What opens for writing does nothing where one may write, nor does what is about a
        // repository outside of one.
        let elsewhere = [Action::Unlock, Action::Git];
        let bindings = keymap.bindings(context);
        for binding in bindings.filter(|binding| !elsewhere.contains(&binding.action)) {
            for key in &binding.keys {
                let mut screen = Screen::of(MARRAKESCH);
                screen.keys(before(binding.action)).keys(pane).press(*key);
                let text = screen.text();
                let refused = text.contains("Das geht hier gerade nicht");
                assert!(
                    !refused,
                    "{:?} by {} in {context:?}",
                    binding.action,
                    key.shown(Lang::De)
                );
            }
        }
    }
}
