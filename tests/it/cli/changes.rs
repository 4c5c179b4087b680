//! Adding, setting and removing records, and showing what is there.

use super::{add, home};

#[test]
fn what_was_added_is_shown_with_its_id() {
    let home = home();
    let id = add(
        &home,
        "item",
        &[
            "title=Empfang",
            "title.fr=Accueil",
            "day=12.11.",
            "start=10:00",
            "end=10:45",
            "fixed=yes",
        ],
    );
    assert!(id.starts_with("empfang-"), "{id}");
    let shown = home.attache(["show", "v.ron"]).ok();
    let day = shown
        .lines()
        .position(|line| line == "Tuesday 12 November 2024");
    let line = format!("  10:00–10:45  Empfang [{id}]");
    assert_eq!(
        shown.lines().nth(day.unwrap() + 1),
        Some(line.as_str()),
        "{shown}"
    );
    let shown = home.attache(["show", "v.ron", &id]).ok();
    for line in [
        "Title       Empfang",
        "Title (fr)  Accueil",
        "Start       10:00",
        "Fixed       yes",
    ] {
        assert!(shown.contains(line), "{line} in {shown}");
    }
}

#[test]
fn records_made_by_being_named_are_told_beside_the_id() {
    let home = home();
    let run = home.attache([
        "add",
        "v.ron",
        "item",
        "title=Empfang",
        "place=Rathaus",
        "host=Dr. Stephan Keller",
    ]);
    assert_eq!(run.status, Some(0), "{run}");
    assert_eq!(run.stdout.lines().count(), 1, "{run}");
    let told: Vec<&str> = run.stderr.lines().collect();
    assert_eq!(told.len(), 2, "{run}");
    assert!(
        run.stderr
            .contains("Made on the way: place ‘Rathaus’, id rathaus-"),
        "{run}"
    );
    assert!(
        run.stderr.contains("participant ‘Dr. Stephan Keller’"),
        "{run}"
    );
    let shown = home.attache(["show", "v.ron"]).ok();
    assert!(shown.contains("Rathaus [rathaus-"), "{shown}");
}

#[test]
fn fields_are_set_cleared_and_lists_edited() {
    let home = home();
    let id = add(
        &home,
        "participant",
        &["given=Achraf", "family=Berrazouk", "languages=ar"],
    );
    for (pairs, line) in [
        (&["languages+=fr C2"][..], "Languages    ar; fr C2"),
        (&["languages-=ar", "side=gast"], "Languages    fr C2"),
        (&["phone= +212 6 00 "], "Phone        +212 6 00"),
        (
            &["function.fr=Adjoint au maire"],
            "Function (fr)  Adjoint au maire",
        ),
    ] {
        home.attache([&["set", "v.ron", &id], pairs].concat()).ok();
        let shown = home.attache(["show", "v.ron", &id]).ok();
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            squeezed(&shown).contains(&squeezed(line)),
            "{pairs:?}: {line} in {shown}"
        );
    }
    home.attache(["set", "v.ron", &id, "languages=", "phone="])
        .ok();
    let shown = home.attache(["show", "v.ron", &id]).ok();
    assert!(
        !shown.contains("Languages") && !shown.contains("Phone"),
        "{shown}"
    );
}

#[test]
fn the_visit_itself_is_set_by_its_own_id() {
    let home = home();
    home.attache([
        "set",
        "v.ron",
        "visit",
        "host=Landeshauptstadt Düsseldorf",
        "status=bestätigt",
    ])
    .ok();
    let shown = home.attache(["show", "v.ron", "visit"]).ok();
    assert!(
        shown.contains("confirmed") && shown.contains("Landeshauptstadt Düsseldorf"),
        "{shown}"
    );
}

#[test]
fn what_changes_nothing_writes_nothing() {
    let home = home();
    home.attache(["set", "v.ron", "visit", "title=Besuch"]).ok();
    assert_eq!(home.read("v.ron"), super::EMPTY);
}

#[test]
fn removing_settles_what_refers_to_the_record() {
    let home = home();
    let first = add(
        &home,
        "item",
        &["title=Empfang", "day=12.11.", "start=10:00", "end=10:45"],
    );
    let second = add(
        &home,
        "item",
        &["title=Unterzeichnung", &format!("after={first}")],
    );
    let referred = home.attache(["show", "v.ron", &first]).ok();
    assert!(
        referred.contains(&format!("Unterzeichnung [{second}]")),
        "{referred}"
    );
    home.attache(["remove", "v.ron", &first]).ok();
    let shown = home.attache(["show", "v.ron"]).ok();
    assert!(
        shown.contains("10:45  Unterzeichnung") && !shown.contains(&first),
        "{shown}"
    );
}

#[test]
fn json_is_the_visit_under_the_names_of_the_file() {
    let home = home();
    let id = add(
        &home,
        "participant",
        &["given=Achraf", "family=Berrazouk", "note=a\nb"],
    );
    let visit = home.attache(["show", "v.ron", "--format", "json"]).ok();
    let visit: serde_json::Value = serde_json::from_str(&visit).unwrap();
    assert_eq!(visit["visit"]["title"], "Besuch");
    assert_eq!(visit["participants"][0]["name"]["family"], "Berrazouk");
    let record = home
        .attache(["show", "v.ron", &id, "--format", "json"])
        .ok();
    let record: serde_json::Value = serde_json::from_str(&record).unwrap();
    assert_eq!(record, visit["participants"][0]);
    assert_eq!(record["note"], "a\nb");
}

#[test]
fn comments_that_a_save_loses_are_told() {
    let home = home();
    home.write("v.ron", format!("// mine\n{}", super::EMPTY));
    home.attache(["show", "v.ron"]).ok();
    let run = home.attache(["set", "v.ron", "visit", "note=x"]);
    assert_eq!(
        (run.status, run.stderr.lines().count()),
        (Some(0), 1),
        "{run}"
    );
    assert!(run.stderr.contains("comments"), "{run}");
}

#[test]
fn a_visit_of_the_library_is_found_by_its_name() {
    let home = home();
    home.write(".local/share/attache/visits/marrakesch.ron", super::EMPTY);
    home.attache(["set", "marrakesch", "visit", "note=x"]).ok();
    assert!(
        home.read(".local/share/attache/visits/marrakesch.ron")
            .contains("note: \"x\"")
    );
    assert!(
        home.attache(["show", "marrakesch.ron"])
            .ok()
            .contains("Besuch")
    );
}

/// Text of every script goes in and comes out; what is shown is cut where it would climb.
#[test]
fn names_of_every_script_are_kept() {
    let home = home();
    for name in [
        "أشرف برزوق",
        "陳大文",
        "Zoë 👩\u{200d}🚀",
        "Nguyễn Thị Minh Khai",
    ] {
        let id = add(&home, "participant", &[&format!("family={name}")]);
        let record = home
            .attache(["show", "v.ron", &id, "--format", "json"])
            .ok();
        let record: serde_json::Value = serde_json::from_str(&record).unwrap();
        assert_eq!(record["name"]["family"], name);
        assert!(
            home.attache(["show", "v.ron"]).ok().contains(name),
            "{name}"
        );
    }
    let climbing = format!("Z{}", "\u{301}".repeat(500));
    let id = add(&home, "participant", &[&format!("family={climbing}")]);
    let record = home
        .attache(["show", "v.ron", &id, "--format", "json"])
        .ok();
    let record: serde_json::Value = serde_json::from_str(&record).unwrap();
    assert_eq!(record["name"]["family"], climbing, "kept whole");
    let shown = home.attache(["show", "v.ron"]).ok();
    assert_eq!(
        shown.matches('\u{301}').count(),
        8,
        "shown with eight marks"
    );
}

#[test]
fn scripts_that_run_at_once_lose_nothing() {
    let home = home();
    let ids: Vec<String> = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..8)
            .map(|number| {
                let home = &home;
                scope.spawn(move || add(home, "task", &[&format!("title=Aufgabe {number}")]))
            })
            .collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    let shown = home.attache(["show", "v.ron"]).ok();
    for id in ids {
        assert!(shown.contains(&id), "{id} in {shown}");
    }
}

#[test]
fn a_sample_is_not_changed_in_place_but_a_copy_is() {
    let home = home();
    let sample = "assets/samples/it's v.ron";
    home.write(sample, super::EMPTY);
    let set = |lang: &str, path: &str| {
        home.attache(["--lang", lang, "set", path, "visit", "contact=Jana"])
    };
    for lang in ["de", "en", "fr"] {
        let said = set(lang, sample).refused();
        let command = r"cp 'assets/samples/it'\''s v.ron' ~/'it'\''s v.ron'";
        assert!(said.ends_with(command), "{said}");
    }
    assert_eq!(home.read(sample), super::EMPTY);
    std::fs::copy(home.path(sample), home.path("copy.ron")).unwrap();
    set("en", "copy.ron").ok();
    assert!(home.read("copy.ron").contains("Jana"));
}
