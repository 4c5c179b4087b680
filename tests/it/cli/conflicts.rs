//! Listing and settling what two sides changed differently.

use serde_json::Value;

use super::home;
use crate::harness::Home;

/// A visit with a field and a whole record in conflict.
const CONFLICTED: &str = "(
    format: 1,
    visit: (
        id: \"besuch-7k2f\",
        title: \"Besuch\",
        first: \"2024-11-11\",
        last: \"2024-11-15\",
    ),
    items: [
        (
            id: \"empfang-4rwt\",
            title: \"Empfang im Rathaus\",
        ),
    ],
    participants: [
        (
            id: \"koch-m3qp\",
            name: (
                family: \"Koch\",
            ),
        ),
    ],
    conflicts: [
        (
            field: \"title\",
            base: Item((
                id: \"empfang-4rwt\",
                title: \"Empfang\",
            )),
            ours: Item((
                id: \"empfang-4rwt\",
                title: \"Empfang im Rathaus\",
            )),
            theirs: Item((
                id: \"empfang-4rwt\",
                title: (
                    de: \"Begrüßung\",
                    fr: \"Accueil\",
                ),
            )),
        ),
        (
            base: Participant((
                id: \"koch-m3qp\",
                name: (
                    family: \"Koch\",
                ),
            )),
            theirs: Participant((
                id: \"koch-m3qp\",
                name: (
                    family: \"Koch\",
                ),
                function: \"Beigeordnete\",
            )),
        ),
    ],
)
";

fn conflicted() -> Home {
    let home = home();
    home.write("v.ron", CONFLICTED);
    home
}

#[test]
fn a_file_with_conflicts_is_written_as_it_is_read() {
    let home = conflicted();
    home.attache(["set", "v.ron", "visit", "note=x"]).ok();
    home.attache(["set", "v.ron", "visit", "note="]).ok();
    assert_eq!(home.read("v.ron"), CONFLICTED);
}

#[test]
fn conflicts_are_told_in_words_and_as_data() {
    for lang in ["de", "en", "fr"] {
        let home = conflicted().lang(lang);
        let told = home.attache(["conflicts", "v.ron"]).ok();
        insta::assert_snapshot!(format!("conflicts_{lang}"), told);
    }
    let json = conflicted()
        .attache(["conflicts", "v.ron", "--format", "json"])
        .ok();
    let all: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(all[0]["which"], "empfang-4rwt.title");
    assert_eq!(all[0]["theirs"], "Begrüßung\nfr: Accueil");
    assert_eq!(all[1]["which"], "koch-m3qp");
    assert_eq!(all[1]["ours"], Value::Null);
    let none = home().attache(["conflicts", "v.ron"]);
    assert_eq!((none.status, none.stdout.as_str()), (Some(0), ""), "{none}");
    assert!(none.stderr.contains("No conflict is open"), "{none}");
}

#[test]
fn conflicts_are_settled_one_by_one_or_all_at_once() {
    for (which, version, left, title, people) in [
        ("empfang-4rwt.title", "theirs", 1, "Begrüßung", 1),
        ("empfang-4rwt", "base", 1, "Empfang", 1),
        ("koch-m3qp", "ours", 1, "Empfang im Rathaus", 0),
        ("koch-m3qp", "theirs", 1, "Empfang im Rathaus", 1),
        ("all", "ours", 0, "Empfang im Rathaus", 0),
        ("all", "as-it-is", 0, "Empfang im Rathaus", 1),
    ] {
        let home = conflicted();
        home.attache(["settle", "v.ron", which, version]).ok();
        let open = home
            .attache(["conflicts", "v.ron", "--format", "json"])
            .ok();
        let open: Value = serde_json::from_str(&open).unwrap();
        assert_eq!(open.as_array().unwrap().len(), left, "{which} {version}");
        let shown = home.attache(["show", "v.ron", "--format", "json"]).ok();
        let visit: Value = serde_json::from_str(&shown).unwrap();
        let told = &visit["items"][0]["title"];
        let told = told.get("de").unwrap_or(told);
        assert_eq!(told, title, "{which} {version}");
        let there = visit["participants"].as_array().map_or(0, Vec::len);
        assert_eq!(there, people, "{which} {version}");
    }
}

#[test]
fn what_is_not_in_conflict_cannot_be_settled() {
    let home = conflicted();
    let run = home.attache(["settle", "v.ron", "empfang-4rwt.note", "ours"]);
    assert_eq!(run.status, Some(1), "{run}");
    assert!(
        run.stderr
            .contains("No such conflict about ‘empfang-4rwt.note’ is open"),
        "{run}"
    );
    let run = home.attache(["settle", "v.ron", "all", "mine"]);
    assert_eq!(run.status, Some(2), "{run}");
    assert_eq!(home.read("v.ron"), CONFLICTED);
    home.attache(["settle", "v.ron", "all", "ours"]).ok();
    home.attache(["settle", "v.ron", "all", "ours"]).ok();
}

#[test]
fn a_conflict_that_makes_no_sense_is_refused_with_its_line() {
    for (wrong, right, told) in [
        (
            "field: \"title\"",
            "field: \"colour\"",
            "line 27: a conflict about empfang-4rwt names the field ‘colour’",
        ),
        (
            "title: \"Empfang\",\n",
            "note: \"x\",\n",
            "line 27: a conflict about empfang-4rwt holds more than the field ‘title’",
        ),
        (
            "ours: Item((\n                id: \"empfang-4rwt\"",
            "ours: Item((\n                id: \"anders\"",
            "holds records that do not belong together",
        ),
        (
            "theirs: Participant",
            "others: Participant",
            "the field ‘others’ is unknown",
        ),
    ] {
        let home = home();
        let text = CONFLICTED.replacen(wrong, right, 1);
        assert_ne!(text, CONFLICTED, "{wrong}");
        home.write("v.ron", &text);
        let run = home.attache(["conflicts", "v.ron"]);
        assert_eq!(run.status, Some(1), "{run}");
        assert!(run.stderr.contains(told), "{told}: {run}");
        assert_eq!(home.read("v.ron"), text);
    }
}

#[test]
fn the_beginning_of_a_name_is_enough_where_only_one_begins_so() {
    let home = conflicted();
    let open = |home: &Home| {
        let opened = attache::store::open(&home.path("v.ron")).unwrap();
        opened.visit.conflicts.len()
    };
    let unknown = home.attache(["settle", "v.ron", "x", "ours"]).refused();
    assert!(unknown.contains("‘x’"), "{unknown}");
    home.attache(["settle", "v.ron", "empf.ti", "ours"]).ok();
    assert_eq!(open(&home), 1);
    home.attache(["settle", "v.ron", "koch", "as-it-is"]).ok();
    assert_eq!(open(&home), 0);

    let text = CONFLICTED.replace("koch-m3qp", "empor-m3qp");
    let home = self::home();
    home.write("v.ron", text);
    let told = home.attache(["settle", "v.ron", "emp", "ours"]).refused();
    assert!(told.contains("empfang-4rwt or empor-m3qp"), "{told}");
    assert_eq!(open(&home), 2);
    home.attache(["settle", "v.ron", "empo", "as-it-is"]).ok();
    assert_eq!(open(&home), 1);
}

#[test]
fn whoever_makes_a_paper_is_told_what_is_open() {
    let home = conflicted();
    for audience in ["delegation", "internal"] {
        let run = home.attache(["export", "v.ron", "--paper", "programme", "--for", audience]);
        assert!(run.stderr.contains("2 conflicts are still open"), "{run}");
        let is_marked = run.stdout.contains("Widersprüche offen");
        assert_eq!(is_marked, audience == "internal", "{run}");
    }
    let run = home.attache(["issue", "v.ron"]);
    assert!(run.stderr.contains("2 conflicts are still open"), "{run}");
}
