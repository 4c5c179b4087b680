//! Planning by single keys: shifting, swapping, status, steps of a letter.

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
    screen.keys("+").says("fest");
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
