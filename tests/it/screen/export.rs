//! Export: the preview follows the choices, and what goes out is what is seen.

use std::sync::Arc;

use attache::{
    paper::Edition,
    plan::{self, Asker, Edit},
    session::{Session, order::Order},
    store::Issue,
    tui::view::{Answer, Desk, Effect, Papers},
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
    screen.keys("p").says("Alle Tage des Besuchs");
    screen
        .keys("alle tage<Enter>")
        .hides("PROGRAMME DE LA JOURNÉE");
    screen.keys("<Esc>").says("gespeichert");
}

#[test]
fn a_paper_can_be_for_one_person_and_in_two_languages() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("ep")
        .keys("persönliches<Enter>")
        .says("Verteiler: eine Person");
    screen
        .keys("n")
        .keys("koch<Enter>")
        .says("Für: Miriam Koch");
    screen
        .keys("bb")
        .says("Daneben: Französisch")
        .says("PROGRAMME INDIVIDUEL");
    screen
        .keys("f")
        .says("Format: HTML")
        .says("PROGRAMME INDIVIDUEL");
    screen
        .keys("<Enter>")
        .says("persoenliches-programm")
        .says(".html");
}

#[test]
fn an_issue_is_shown_as_it_went_out_and_what_changed_since_is_marked() {
    let mut screen = Screen::of(MARRAKESCH);
    let at = NaiveDate::from_ymd_opt(2024, 11, 10).unwrap();
    let at = at.and_hms_opt(9, 0, 0).unwrap();
    let mut old = screen.visit().clone();
    let asker = Asker {
        lang: Lang::De,
        today: at.date(),
    };
    let edit = Edit::set("room", "Plenarsaal");
    let change = plan::set(&old, "empfang-4rwt", &[edit], asker).unwrap();
    attache::edit::apply(&mut old, &change).unwrap();
    old.head.last = NaiveDate::from_ymd_opt(2024, 11, 18);
    screen.keys("e").hides("Fassung: ");
    screen.answer(Answer::Desk(Desk {
        issues: vec![Issue {
            number: 1,
            at,
            note: String::new(),
            erased: Vec::new(),
        }],
        ..Desk::default()
    }));
    screen.says("Fassung: jetziger Stand").keys("i");
    assert!(matches!(
        screen.effects.pop(),
        Some(Effect::Frozen { number: 1, .. })
    ));
    let edition = Edition::Issue { number: 1, at };
    screen.answer(Answer::Frozen(Arc::new(old), edition));
    screen
        .says("Fassung 1")
        .says("Stand: 10.11.2024, 09:00 Uhr")
        .says("Plenarsaal");
    // The days are those of the issue.
    screen.keys("<Left><Left>").says("Mo 18.11.2024");
    screen.keys("<Right><Right>");
    screen
        .keys("im")
        .says("Entwurf")
        .says("Jan-Wellem-Saal")
        .says("▌ 10:00–10:45");
    // A change notice is since the newest issue that is older than what is shown.
    screen
        .keys("mp")
        .keys("änderungs<Enter>")
        .says("Geändert seit: 1")
        .says("Änderungen gegenüber Fassung 1");
    screen
        .keys("i")
        .says("Fassung: 1")
        .hides("Geändert seit")
        .says("noch keine ältere");
}

#[test]
fn all_of_a_long_paper_can_be_read() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("epalle tage<Enter>")
        .hides("Änderungen vorbehalten.");
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
        .says("marrakesch-2024-11-12-tagesprogramm-delegation-de.txt");
    screen.keys("<Enter>c");
    let [.., Effect::HandOut(out), Effect::Copy(text)] = &screen.effects[..] else {
        panic!("a file and a copy");
    };
    let Papers::One(order, path) = &out.papers else {
        panic!("one paper");
    };
    assert!(path.ends_with("marrakesch-2024-11-12-tagesprogramm-delegation-de.txt"));
    assert!(!out.replace && order.make(&out.source).unwrap().bytes == text.as_bytes());
    assert!(text.contains("Unterzeichnung der Absichtserklärung"));
}

#[test]
fn all_papers_go_into_a_folder() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("ea")
        .says("Alle Unterlagen in welchen Ordner?")
        .keys("<Enter>");
    let Some(Effect::HandOut(out)) = screen.effects.pop() else {
        panic!("papers");
    };
    let Papers::All(orders, folder) = &out.papers else {
        panic!("all papers");
    };
    assert!(
        folder.to_string_lossy().ends_with("unterlagen"),
        "{folder:?}"
    );
    for (paper, times) in [("day", 5), ("programme", 1)] {
        let is_one = |order: &&Order| order.wanted.paper.token == paper;
        assert_eq!(orders.iter().filter(is_one).count(), times, "{paper}");
    }
}

#[test]
fn a_file_that_is_there_is_replaced_only_with_yes() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("ew<Enter>");
    screen.effects.clear();
    screen.exists("/tmp/programm.txt").says("Ersetzen?");
    screen.keys("n");
    assert!(screen.effects.is_empty());
    screen.exists("/tmp/programm.txt").keys("j");
    let [Effect::HandOut(out)] = &screen.effects[..] else {
        panic!("a file");
    };
    assert!(out.replace);
}

#[test]
fn a_click_turns_a_choice() {
    let mut screen = Screen::in_lang(MARRAKESCH, Lang::Fr);
    screen.keys("e").click("Langue").says("DAY SCHEDULE");
}
