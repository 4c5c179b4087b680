//! The library: what it lists, and what it asks the driver to do.

use std::path::{Path, PathBuf};

use attache::{
    store::{self, Listed, OpenError, ReadError, Summary},
    tui::view::Effect,
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
            Effect::Archive(path) => format!("archive {}", path.display()),
            Effect::Delete(path) => format!("delete {}", path.display()),
            Effect::List { archive } => format!("list {archive}"),
            _ => "something else".to_owned(),
        })
        .collect();
    assert_eq!(
        asked,
        [
            "list false",
            "archive /nowhere/library/hamburg-2023",
            "delete /nowhere/library/hamburg-2023",
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
