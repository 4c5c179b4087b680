//! Two officers with a clone each: what they do at the same hour comes together.

use super::{ITEM, Repo, VISIT, home};
use crate::harness::Home;

/// Two clones of one repository, both set up.
fn clones(home: &Home) -> [Repo<'_>; 2] {
    let bare = ["init", "-q", "--bare", "-b", "main", "server.git"];
    home.run("git", bare).ok();
    let [anna, ben] = ["anna", "ben"].map(|folder| Repo { home, folder });
    let clone = |repo: Repo<'_>| {
        let run = home.run("git", ["clone", "-q", "server.git", repo.folder]);
        assert_eq!(run.status, Some(0), "{run}");
        home.attache(["setup-git", repo.folder, "--yes"]).ok();
    };
    clone(anna);
    home.write(&anna.path("v.ron"), VISIT);
    anna.commit("A visit");
    anna.done(&["push", "-q", "origin", "HEAD:main"]);
    clone(ben);
    for repo in [anna, ben] {
        repo.done(&["config", "pull.rebase", "false"]);
    }
    [anna, ben]
}

fn add(repo: Repo<'_>, title: &str) {
    let path = repo.path("v.ron");
    let title = format!("title={title}");
    let run = repo
        .home
        .attache(["add", &path, "item", &title, "day=13.11.", "start=15"]);
    assert_eq!(run.status, Some(0), "{run}");
}

#[test]
fn another_field_of_one_point_and_a_point_each_merge_without_a_question() {
    let home = home();
    let [anna, ben] = clones(&home);
    anna.set("v.ron", ITEM, &["room=Jan-Wellem-Saal"]);
    add(anna, "Fachgespräch");
    anna.commit("Anna");
    anna.done(&["push", "-q"]);
    ben.set("v.ron", ITEM, &["end=10:45"]);
    add(ben, "Abendessen");
    ben.commit("Ben");
    let run = ben.git(&["pull", "-q", "--no-edit"]);
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "{run}");
    ben.done(&["push", "-q"]);
    anna.done(&["pull", "-q", "--no-edit"]);
    for repo in [anna, ben] {
        let mut titles = repo.titles("v.ron");
        titles.sort();
        assert_eq!(titles, ["Abendessen", "Empfang", "Fachgespräch"]);
        let visit = repo.visit("v.ron").to_string();
        assert!(
            visit.contains("Jan-Wellem-Saal") && visit.contains("10:45"),
            "{visit}"
        );
        repo.is_tidy();
    }
    assert_eq!(anna.read("v.ron"), ben.read("v.ron"));
}

#[test]
fn the_same_field_asks_once() {
    let home = home();
    let [anna, ben] = clones(&home);
    anna.set("v.ron", ITEM, &["start=10:15"]);
    anna.commit("Anna");
    anna.done(&["push", "-q"]);
    ben.set("v.ron", ITEM, &["start=10:30"]);
    ben.commit("Ben");
    let run = ben.git(&["pull", "-q", "--no-edit"]);
    assert_eq!(run.status, Some(1), "{run}");
    assert!(run.stderr.contains("1 conflict to be settled"), "{run}");
    assert!(ben.visit("v.ron").to_string().contains("10:30"));
    assert_eq!(ben.conflicts("v.ron").len(), 1);
    ben.settle("v.ron", "theirs");
    assert!(ben.conflicts("v.ron").is_empty());
    assert!(ben.visit("v.ron").to_string().contains("10:15"));
    ben.done(&["add", "v.ron"]);
    ben.done(&["commit", "-q", "--no-edit"]);
    ben.done(&["push", "-q"]);
    // The colleague is not asked again.
    let run = anna.git(&["pull", "-q", "--no-edit"]);
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "{run}");
    assert!(anna.conflicts("v.ron").is_empty());
    assert_eq!(anna.read("v.ron"), ben.read("v.ron"));
    anna.is_tidy();
}

#[test]
fn in_a_rebase_ours_is_what_one_made_oneself() {
    for (version, expected) in [("ours", "10:30"), ("theirs", "10:15")] {
        let home = home();
        let [anna, ben] = clones(&home);
        anna.set("v.ron", ITEM, &["start=10:15"]);
        add(anna, "Fachgespräch");
        anna.commit("Anna");
        anna.done(&["push", "-q"]);
        ben.set("v.ron", ITEM, &["start=10:30"]);
        add(ben, "Abendessen");
        ben.commit("Ben");
        let run = ben.git(&["pull", "-q", "--rebase"]);
        assert_eq!(run.status, Some(1), "{run}");
        let [conflict] = &ben.conflicts("v.ron")[..] else {
            panic!("one conflict");
        };
        for (side, time) in [("ours", "10:30"), ("theirs", "10:15"), ("base", "10:00")] {
            assert!(conflict[side].to_string().contains(time), "{conflict}");
        }
        assert!(ben.visit("v.ron").to_string().contains("10:30"));
        // Nothing else was lost on the way.
        assert_eq!(ben.titles("v.ron").len(), 3);
        ben.settle("v.ron", version);
        ben.done(&["add", "v.ron"]);
        ben.done(&["rebase", "--continue"]);
        ben.done(&["push", "-q"]);
        anna.done(&["pull", "-q", "--no-edit"]);
        assert_eq!(anna.read("v.ron"), ben.read("v.ron"));
        assert!(
            anna.read("v.ron").contains(expected),
            "{}",
            anna.read("v.ron")
        );
        assert_eq!(anna.titles("v.ron").len(), 3);
        ben.is_tidy();
    }
}
