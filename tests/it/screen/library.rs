//! The library: what it lists, and what it asks the driver to do.

use std::path::{Path, PathBuf};

use attache::{
    store::{self, Listed, OpenError, ReadError, Summary},
    tui::{
        app::Event,
        view::{Effect, Moving, Outcome},
    },
    words::Lang,
};
use insta::assert_snapshot;

use super::Screen;

fn sample(name: &str) -> PathBuf {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    samples.join(name).with_extension("ron")
}

/// A sample as the library would list it.
fn listed(name: &str, archived: bool) -> Listed {
    let visit = store::open(&sample(name)).unwrap().visit;
    Listed {
        path: PathBuf::from("/nowhere/library").join(name),
        archived,
        modified: None,
        content: Ok(Summary::of(&visit)),
    }
}

fn broken() -> Listed {
    let path = PathBuf::from("/nowhere/library/kaputt.ron");
    Listed {
        content: Err(OpenError::Read(ReadError::Missing { path: path.clone() })),
        path,
        archived: false,
        modified: None,
    }
}

fn some() -> Vec<Listed> {
    vec![
        broken(),
        listed("hamburg-2023", false),
        listed("duesseldorf-marrakesch-2024", false),
    ]
}

fn opened(effects: &[Effect]) -> Vec<&Path> {
    let opened = effects.iter().filter_map(|effect| match effect {
        Effect::Open(path) => Some(path.as_path()),
        _ => None,
    });
    opened.collect()
}

#[test]
fn the_next_visit_comes_first_and_what_is_broken_is_not_hidden() {
    let mut screen = Screen::library(some(), Lang::De);
    assert_snapshot!(screen.at(80, 24));
    assert_snapshot!(screen.at(200, 60));
}

#[test]
fn only_what_can_be_read_is_counted_as_a_visit() {
    for (lang, said) in [
        (Lang::De, "2 Besuche, 1 nicht lesbar"),
        (Lang::En, "2 visits, 1 unreadable"),
        (Lang::Fr, "2 visites, 1 illisible"),
    ] {
        Screen::library(some(), lang).says(said);
    }
    let mut screen = Screen::library(vec![broken()], Lang::De);
    screen.says("1 nicht lesbar").hides("Besuch,");
}

#[test]
fn visits_of_one_title_are_told_apart_by_their_files() {
    let mut copy = listed("duesseldorf-marrakesch-2024", false);
    copy.path = PathBuf::from("/nowhere/library/kopie.ron");
    let mut files = some();
    let mut screen = Screen::library(some(), Lang::De);
    screen.hides("duesseldorf-marrakesch-2024");
    files.push(copy);
    let mut screen = Screen::library(files, Lang::De);
    screen.says("kopie.ron · Stadt Marrakesch");
    screen.says("duesseldorf-marrakesch-2024 · Stadt Marrakesch");
    screen.hides("hamburg-2023");
    let wide = screen.at(160, 24);
    assert!(wide.contains("  kopie.ron "), "{wide}");
}

#[test]
fn an_empty_library_says_what_to_do_first() {
    for lang in Lang::ALL {
        let mut screen = Screen::library(Vec::new(), lang);
        assert_snapshot!(format!("empty_{}", lang.code()), screen.at(80, 24));
    }
}

#[test]
fn typing_narrows_the_list_and_enter_opens() {
    let mut screen = Screen::library(some(), Lang::De);
    screen
        .keys("/königspaar")
        .says("1 gefunden")
        .hides("Marrakesch");
    screen.keys("<Enter>");
    assert_eq!(
        opened(&screen.effects),
        [Path::new("/nowhere/library/hamburg-2023")]
    );
    screen.keys("<Esc>").says("1 gefunden").keys("<Esc>");
    screen.says("Marrakesch").hides("gefunden");
}

#[test]
fn archive_and_trash_are_asked_of_the_driver() {
    let mut screen = Screen::library(some(), Lang::De);
    screen.keys("jzdZ");
    let asked: Vec<String> = screen
        .effects
        .iter()
        .map(|effect| match effect {
            Effect::Move {
                moving,
                path,
                asked: false,
            } => format!("{moving:?} {}", path.display()),
            Effect::List { archive } => format!("list {archive}"),
            _ => "something else".to_owned(),
        })
        .collect();
    assert_eq!(
        asked,
        [
            "list false",
            "Archive /nowhere/library/hamburg-2023",
            "Trash /nowhere/library/hamburg-2023",
            "list true",
        ]
    );
}

#[test]
fn what_cannot_be_done_is_said() {
    let mut screen = Screen::library(vec![broken()], Lang::De);
    screen.keys("t").says("Das geht hier gerade nicht");
    screen.keys("u").says("Das geht hier gerade nicht");
}

#[test]
fn a_new_visit_is_made_of_what_one_knows_of_it() {
    let mut screen = Screen::library(Vec::new(), Lang::De);
    screen.keys("aReise<Tab>3.12.<Down>5.");
    screen.says("Donnerstag, 5. Dezember 2024");
    assert_snapshot!(screen.at(80, 24));
    screen.keys("<Tab>Stadt Köln<Enter>");
    let Some(Effect::Create(visit)) = screen.effects.last() else {
        panic!("no visit is to be made");
    };
    let days: Vec<String> = visit.days().map(|day| day.to_string()).collect();
    assert_eq!(days, ["2024-12-03", "2024-12-04", "2024-12-05"]);
    assert_eq!(visit.head.host.get(Lang::De, Lang::De), "Stadt Köln");
}

#[test]
fn giving_up_a_new_visit_is_asked_if_something_was_typed() {
    let mut screen = Screen::library(Vec::new(), Lang::De);
    screen.keys("a").says("Neuer Besuch").keys("<Esc>");
    screen.hides("Neuer Besuch").keys("aReise<Esc>");
    screen.says("Änderungen verwerfen?").keys("n");
    screen.says("Reise").keys("<Esc>j");
    screen.hides("Reise").hides("Neuer Besuch");
}

#[test]
fn what_is_selected_and_searched_stays_when_it_is_listed_anew() {
    let mut screen = Screen::library(some(), Lang::De);
    screen.keys("/2024").says("1 gefunden");
    let mut files = some();
    files.push(Listed {
        path: PathBuf::from("/nowhere/library/anders-2024"),
        ..listed("hamburg-2023", false)
    });
    screen.listed(files).says("2 gefunden").keys("<Enter>");
    let marrakesch = Path::new("/nowhere/library/duesseldorf-marrakesch-2024");
    assert_eq!(opened(&screen.effects), [marrakesch]);
    let mut screen = Screen::library(some(), Lang::De);
    screen.keys("G");
    let files = vec![listed("duesseldorf-marrakesch-2024", false), broken()];
    screen.listed(files).keys("<Enter>");
    assert_eq!(
        opened(&screen.effects),
        [Path::new("/nowhere/library/kaputt.ron")]
    );
}

#[test]
fn what_somebody_has_open_is_moved_only_with_a_yes() {
    let mut screen = Screen::library(some(), Lang::De);
    let path = PathBuf::from("/nowhere/library/hamburg-2023");
    let asked = || Effect::Move {
        moving: Moving::Trash,
        path: path.clone(),
        asked: true,
    };
    let question = || Outcome::Ask("Jana Weiß hat ihn geöffnet. Trotzdem?".to_owned(), asked());
    let count = screen.effects.len();
    screen.event(Event::Done(question()));
    screen.says("Jana Weiß").keys("n");
    assert_eq!(screen.effects.len(), count);
    screen.event(Event::Done(question()));
    screen.keys("j").hides("Jana Weiß");
    assert!(matches!(
        screen.effects.last(),
        Some(Effect::Move { asked: true, .. })
    ));
}

#[test]
fn a_new_visit_says_what_is_wrong_where_it_is() {
    let mut screen = Screen::library(Vec::new(), Lang::De);
    screen.keys("a<Enter>").says("ein Titel");
    screen.keys("Reise<Tab>31.2.<Enter>").says("! ");
    screen
        .keys("<Backspace><Backspace><Backspace>12.<Enter>")
        .says("! ");
    assert!(
        !screen
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Create(_)))
    );
}

#[test]
fn a_template_asks_for_its_first_day() {
    let mut screen = Screen::library(some(), Lang::De);
    screen
        .keys("t1.4.2025")
        .says("Dienstag, 1. April 2025")
        .keys("<Enter>");
    let Some(Effect::Template { path, first }) = screen.effects.last() else {
        panic!("no visit is to be made");
    };
    assert!(path.ends_with("duesseldorf-marrakesch-2024"));
    assert_eq!(first.to_string(), "2025-04-01");
}

#[test]
fn a_double_click_opens() {
    let mut screen = Screen::library(some(), Lang::De);
    screen.click("31. März 2023").click("31. März 2023");
    assert_eq!(
        opened(&screen.effects),
        [Path::new("/nowhere/library/hamburg-2023")]
    );
}
