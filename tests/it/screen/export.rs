//! Export: the preview follows the choices, and what goes out is what is seen.

use attache::{
    plan::{self, Asker, Edit},
    session::Session,
    tui::view::Effect,
    words::Lang,
};
use chrono::NaiveDate;
use insta::assert_snapshot;

use super::{MARRAKESCH, Screen};

#[test]
fn the_preview_is_the_paper() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("e");
    assert_snapshot!(screen.at(80, 24));
    assert_snapshot!(screen.at(120, 40));
}

#[test]
fn each_choice_is_followed() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("e")
        .says("TAGESPROGRAMM")
        .says("Verteiler: Delegation");
    screen.keys("v").says("Verteiler: intern");
    screen.keys("v").says("Verteiler: Presse");
    screen.keys("ss").says("PROGRAMME DE LA JOURNÉE");
    screen.keys("<Right>").says("Mercredi 13 novembre 2024");
    screen
        .keys("p")
        .hides("PROGRAMME DE LA JOURNÉE")
        .says("PROGRAMME");
    screen.keys("<Esc>").says("gespeichert");
}

#[test]
fn all_of_a_long_paper_can_be_read() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("ep").hides("Änderungen vorbehalten.");
    screen.keys("G").says("Änderungen vorbehalten.");
    screen.at(60, 15);
    screen.keys("g").says("LANDESHAUPTSTADT").keys("G");
    screen.says("Änderungen vorbehalten.");
}

#[test]
fn what_is_missing_in_a_language_is_said() {
    let asker = Asker {
        lang: Lang::De,
        today: NaiveDate::from_ymd_opt(2024, 11, 12).unwrap(),
    };
    let edits = [
        Edit::set("title", "Besuch aus Lyon"),
        Edit::set("first", "2024-12-03"),
    ];
    let visit = plan::new_visit(&edits, asker).unwrap();
    let mut screen = Screen::with(Session::new(visit, "lyon.ron".into(), None), Lang::De);
    screen.keys("e").hides("liegt nicht");
    screen
        .keys("ss")
        .says("! 1 Text liegt nicht auf Französisch vor");
}

#[test]
fn it_is_written_under_a_sensible_name_and_copied_whole() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("ew")
        .says("besuch-marrakesch-2024-11-12-tagesprogramm-delegation-de.txt");
    screen.keys("<Enter>c");
    let [
        Effect::Write {
            path,
            bytes,
            replace,
        },
        Effect::Copy(text),
    ] = &screen.effects[..]
    else {
        panic!("a file and a copy");
    };
    assert!(path.ends_with("besuch-marrakesch-2024-11-12-tagesprogramm-delegation-de.txt"));
    assert!(!replace && bytes == text.as_bytes());
    assert!(text.contains("Unterzeichnung der Absichtserklärung"));
}

#[test]
fn a_file_that_is_there_is_replaced_only_with_yes() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("e")
        .exists("/tmp/programm.txt")
        .says("Ersetzen?");
    screen.keys("n");
    assert!(screen.effects.is_empty());
    screen.exists("/tmp/programm.txt").keys("j");
    assert!(matches!(
        &screen.effects[..],
        [Effect::Write { replace: true, .. }]
    ));
}

#[test]
fn a_click_turns_a_choice() {
    let mut screen = Screen::in_lang(MARRAKESCH, Lang::Fr);
    screen.keys("e").click("langue").says("DAY SCHEDULE");
}
