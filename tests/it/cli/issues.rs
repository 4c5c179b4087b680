//! Issues by command: made, listed with what changed, and refused where they would say nothing new.

use std::fs;

use super::{add, home};
use crate::harness::Home;

#[test]
fn an_issue_is_made_and_told_in_each_language() {
    for (lang, told) in [
        ("de", "Fassung\u{a0}1, Stand: 11.11.2024, 14:00 Uhr\n"),
        ("en", "Issue\u{a0}1, as of 11 November 2024, 14:00\n"),
        (
            "fr",
            "Version\u{a0}1, état au 11/11/2024 à 14\u{a0}h\u{a0}00\n",
        ),
    ] {
        let home = home().lang(lang);
        let before = home.read("v.ron");
        assert_eq!(home.attache(["issue", "v.ron"]).ok(), told);
        assert_eq!(home.read("v.ron"), before, "the visit stays as it is");
        assert!(home.read("v.files/issue-1/visit.ron").contains("Besuch"));
    }
}

#[test]
fn an_issue_that_would_say_nothing_new_is_refused() {
    let home = home();
    home.attache(["issue", "v.ron"]).ok();
    let told = home.attache(["issue", "v.ron"]).refused();
    assert!(told.contains("Nothing changed since issue 1"), "{told}");
    let id = add(&home, "item", &["title=Empfang", "day=12.11.", "start=10"]);
    let made = home.attache(["issue", "v.ron", "--note", "with the reception"]);
    assert!(made.ok().starts_with("Issue\u{a0}2"));
    home.attache(["remove", "v.ron", &id]).ok();
    // Back to what the first issue was is still news to whoever holds the second.
    assert!(
        home.attache(["issue", "v.ron"])
            .ok()
            .starts_with("Issue\u{a0}3")
    );
}

#[test]
fn the_list_says_what_changed_in_each() {
    let home = home();
    let run = home.attache(["issues", "v.ron"]);
    assert_eq!((run.status, run.stdout.as_str()), (Some(0), ""));
    assert!(run.stderr.contains("attache issue"), "{run}");
    let id = add(&home, "item", &["title=Empfang", "day=12.11.", "start=10"]);
    let place = add(&home, "place", &["name=Rathaus"]);
    home.attache(["issue", "v.ron", "--note", "to the hosts"])
        .ok();
    home.attache([
        "set",
        "v.ron",
        &id,
        "start=10:15",
        &format!("place={place}"),
    ])
    .ok();
    home.attache(["issue", "v.ron"]).ok();
    home.attache(["remove", "v.ron", &id]).ok();
    insta::assert_snapshot!(home.attache(["issues", "v.ron"]).ok());

    let json = home.attache(["issues", "v.ron", "--format", "json"]).ok();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let numbers: Vec<_> = json
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["number"])
        .collect();
    assert_eq!(numbers, [&serde_json::Value::Null, &2.into(), &1.into()]);
    assert_eq!(json[2]["note"], "to the hosts");
    assert_eq!(json[1]["at"], "2024-11-11T14:00:00");
    assert_eq!(json[0]["changes"][0]["id"], id);
}

#[test]
fn what_was_exported_is_listed_with_its_issue() {
    let home = home();
    home.attache(["issue", "v.ron"]).ok();
    home.write(
        "v.files/sent.ron",
        "(format: 1)\n(at:\"2024-11-11T14:05:00\",paper:\"day\",audience:\"driver\",\
         day:Some(\"2024-11-12\"),langs:[de,fr],format:\"text\",issue:Some(1),file:\"day.txt\")\n",
    );
    let told = home.attache(["issues", "v.ron"]).ok();
    assert!(
        told.contains("11 November 2024, 14:05: Day schedule, 12/11/2024 · ")
            && told.contains("de/fr")
            && told.contains("day.txt"),
        "{told}"
    );
    home.write("v.files/sent.ron", "(format: 1)\n(at: \"\n");
    let told = home.attache(["issues", "v.ron"]).refused();
    assert!(
        told.contains("sent.ron") && told.contains("Line 2"),
        "{told}"
    );
}

#[test]
fn a_broken_issue_is_named_and_left_as_it_is() {
    let home = home();
    home.attache(["issue", "v.ron"]).ok();
    home.write(
        "v.files/issue-1/issue.ron",
        "(format: 1, at: \"yesterday\")",
    );
    for command in ["issues", "issue"] {
        let told = home.attache([command, "v.ron"]).refused();
        assert!(
            told.contains("issue.ron") && told.contains("ine 1"),
            "{told}"
        );
    }
    fs::remove_dir_all(home.path("v.files/issue-1")).unwrap();
    home.write("v.files/issue-1", "no folder");
    let told = home.attache(["issues", "v.ron"]).refused();
    assert!(told.contains("issue-1"), "{told}");
}

#[test]
fn a_sample_is_not_issued() {
    let home = Home::new();
    let sample = "assets/samples/hamburg-2023.ron";
    let from = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(sample);
    home.write(sample, fs::read(from).unwrap());
    let told = home.attache(["issue", sample]).refused();
    assert!(told.contains("sample") && told.contains("cp "), "{told}");
    assert!(!home.path("assets/samples/hamburg-2023.files").exists());
}

#[test]
fn what_was_frozen_is_read_and_never_changed() {
    let home = Home::new();
    home.write("v.ron", super::EMPTY);
    home.attache(["issue", "v.ron"]).ok();
    let frozen = "v.files/issue-1/visit.ron";
    let before = home.read(frozen);
    for change in [
        &["set", frozen, "visit", "title=Anders"][..],
        &["issue", frozen],
    ] {
        let told = home.attache(change).refused();
        assert!(told.contains("went out in an issue"), "{told}");
    }
    home.attache(["export", frozen, "--paper", "checklist", "-o", "list.txt"]);
    assert_eq!(home.read(frozen), before);
    assert!(!home.path("v.files/issue-1/visit.files").exists());
    // A visit of the same name elsewhere is one like any other.
    home.write("issue-1/visit.ron", super::EMPTY);
    home.attache(["set", "issue-1/visit.ron", "visit", "title=Anders"])
        .ok();
}

#[test]
fn issues_move_with_their_visit() {
    let home = Home::new();
    home.write("visits/v.ron", super::EMPTY);
    home.attache(["issue", "visits/v.ron"]).ok();
    fs::create_dir(home.path("visits/archive")).unwrap();
    fs::rename(home.path("visits/v.ron"), home.path("visits/archive/v.ron")).unwrap();
    fs::rename(
        home.path("visits/v.files"),
        home.path("visits/archive/v.files"),
    )
    .unwrap();
    let told = home.attache(["issues", "visits/archive/v.ron"]).ok();
    assert!(told.starts_with("Issue\u{a0}1"), "{told}");
}
