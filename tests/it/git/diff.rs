//! What changed, in words: between two files, and as git's own answer.

use attache::store;

use super::{ITEM, Repo, VISIT, home};

#[test]
fn two_files_are_compared_in_words_in_each_language() {
    for (lang, told) in [
        (
            "de",
            "a.ron → b.ron: 1 Änderung\n  – Empfang: Verlegt: 10:00 → 10:15\n",
        ),
        (
            "en",
            "a.ron → b.ron: 1 change\n  – Empfang: Moved: 10:00 → 10:15\n",
        ),
        (
            "fr",
            "a.ron → b.ron: 1 modification\n  – Empfang: Changement d’horaire: 10 h 00 → 10 h 15\n",
        ),
    ] {
        let home = home().lang(lang);
        home.write("a.ron", VISIT);
        home.write("b.ron", VISIT.replace("10:00", "10:15"));
        let found = home.attache(["diff", "a.ron", "b.ron"]).ok();
        assert_eq!(found.replace("\u{a0}: ", ": ").replace('\u{a0}', " "), told);
    }
}

#[test]
fn programs_read_json() {
    let home = home();
    home.write("a.ron", VISIT);
    home.write("b.ron", VISIT.replace("Empfang", "Begrüßung"));
    let json = |old: &str, new: &str| -> serde_json::Value {
        let args = ["diff", old, new, "--format", "json"];
        serde_json::from_str(&home.attache(args).ok()).unwrap()
    };
    let both = json("a.ron", "b.ron");
    assert_eq!(both["visit"], "both");
    let change = &both["changes"][0];
    assert_eq!(
        (&change["id"], &change["kind"]),
        (&ITEM.into(), &"item".into())
    );
    assert_eq!(
        (&change["old"], &change["new"]),
        (&"Empfang".into(), &"Begrüßung".into())
    );
    assert_eq!(
        json("a.ron", "a.ron")["changes"].as_array().unwrap().len(),
        0
    );
    assert_eq!(json("/dev/null", "a.ron")["visit"], "new");
    assert_eq!(json("a.ron", "/dev/null")["visit"], "gone");
}

#[test]
fn two_different_visits_are_not_compared_field_by_field() {
    let home = home();
    home.write("a.ron", VISIT);
    let id = store::open(&home.path("a.ron")).unwrap().visit.head.id;
    let other = VISIT.replace(id.as_str(), "anderer-besuch-2k2k");
    home.write("b.ron", other.replace("Empfang", "Begrüßung"));
    let told = home.attache(["diff", "a.ron", "b.ron"]).ok();
    assert!(told.contains("two different visits"), "{told}");
    assert!(told.contains("before") && told.contains("after"), "{told}");
    assert!(
        !told.contains("Begrüßung") && !told.contains("– "),
        "{told}"
    );
    let json = home
        .attache(["diff", "a.ron", "b.ron", "--format", "json"])
        .ok();
    assert!(json.contains("\"other\""), "{json}");
}

#[test]
fn a_side_without_a_visit_and_a_mistake_are_told_apart() {
    let home = home();
    home.write("a.ron", VISIT);
    home.write("empty.ron", "");
    let told = home.attache(["diff", "empty.ron", "a.ron"]).ok();
    assert!(
        told.contains("new visit\n  Besuch, 11–15 November 2024\n  1 programme item\n"),
        "{told}"
    );
    let told = home.attache(["diff", "a.ron", "/dev/null"]).ok();
    assert!(told.contains("visit removed"), "{told}");
    let told = home.attache(["diff", "a.ron", "none.ron"]).refused();
    assert!(told.contains("‘none.ron’ does not exist"), "{told}");
    for args in [&["diff"][..], &["diff", "a.ron"], &["diff", "a", "b", "c"]] {
        home.attache(args).misused();
    }
}

#[test]
fn git_answers_in_words() {
    let home = home();
    let repo = Repo::with(&home, "v.ron");
    repo.set("v.ron", ITEM, &["start=10:15"]);
    let moved = "v.ron: 1 change\n  – Empfang: Moved: 10:00 → 10:15\n\n";
    assert_eq!(repo.done(&["diff"]), moved);
    repo.done(&["add", "v.ron"]);
    assert_eq!(repo.done(&["diff", "--staged"]), moved);
    repo.commit("Later");
    let log = repo.done(&["log", "-p", "--ext-diff", "-1", "--format=%s"]);
    assert_eq!(log, format!("Later\n\n{moved}"));
    // A patch is for programs.
    let patch = repo.done(&["format-patch", "--stdout", "-1"]);
    assert!(patch.contains("@@") && !patch.contains("Moved"), "{patch}");

    repo.done(&["mv", "v.ron", "w.ron"]);
    repo.set("w.ron", ITEM, &["room=Saal"]);
    home.write(
        &repo.path("new.ron"),
        VISIT.replace("besuch-7k2f", "reise-m3qp"),
    );
    repo.done(&["add", "--all"]);
    let told = repo.done(&["diff", "--staged", "-M"]);
    assert!(told.contains("new.ron: new visit"), "{told}");
    assert!(told.contains("v.ron → w.ron: 1 change"), "{told}");

    // What cannot be read does not take the other answers with it.
    home.write(&repo.path("a.ron"), "(format: 1, visit");
    home.write(&repo.path("house.ron"), "(name: \"Stadt\")\n");
    repo.done(&["add", "--all"]);
    let told = repo.done(&["diff", "--staged", "-M"]);
    assert!(
        told.contains("a.ron: cannot be compared in words"),
        "{told}"
    );
    assert!(told.contains("+(name: \"Stadt\")"), "{told}");
    assert!(told.contains("v.ron → w.ron: 1 change"), "{told}");
}
