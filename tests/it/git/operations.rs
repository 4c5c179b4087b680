//! Every way in which git brings two changes together, with and without a conflict.

use super::{ITEM, Repo, VISIT, home};
use crate::harness::Run;

/// A way of git to bring a change to what has changed meanwhile.
struct Way {
    name: &'static str,
    /// Makes our change and theirs of the visit in this file, and brings them together.
    run: fn(Repo<'_>, &str, Edit, Edit) -> Run,
    /// Ends it once everything is settled and added.
    end: &'static [&'static str],
}

type Edit = fn(Repo<'_>, &str);

const WAYS: &[Way] = &[
    Way {
        name: "merge",
        run: |repo, visit, ours, theirs| {
            branches(repo, visit, ours, theirs);
            repo.git(&["merge", "-q", "--no-edit", "other"])
        },
        end: &["commit", "-q", "--no-edit"],
    },
    Way {
        name: "rebase",
        run: |repo, visit, ours, theirs| {
            branches(repo, visit, ours, theirs);
            repo.done(&["checkout", "-q", "other"]);
            repo.git(&["rebase", "-q", "main"])
        },
        end: &["rebase", "--continue"],
    },
    Way {
        name: "cherry-pick",
        run: |repo, visit, ours, theirs| {
            branches(repo, visit, ours, theirs);
            repo.git(&["cherry-pick", "other"])
        },
        end: &["cherry-pick", "--continue"],
    },
    Way {
        name: "revert",
        run: |repo, visit, ours, theirs| {
            let before = repo.read(visit);
            theirs(repo, visit);
            repo.commit("theirs");
            repo.home.write(&repo.path(visit), before);
            repo.commit("as it was");
            ours(repo, visit);
            repo.commit("ours");
            repo.git(&["revert", "--no-edit", "HEAD~1"])
        },
        end: &["revert", "--continue"],
    },
    Way {
        name: "stash pop",
        run: |repo, visit, ours, theirs| {
            theirs(repo, visit);
            repo.done(&["stash", "-q"]);
            ours(repo, visit);
            repo.commit("ours");
            repo.git(&["stash", "pop", "-q"])
        },
        end: &["commit", "-q", "-m", "theirs"],
    },
];

/// Our change on main, theirs on a branch beside it.
fn branches(repo: Repo<'_>, visit: &str, ours: Edit, theirs: Edit) {
    repo.done(&["checkout", "-q", "-b", "other"]);
    theirs(repo, visit);
    repo.commit("theirs");
    repo.done(&["checkout", "-q", "main"]);
    ours(repo, visit);
    repo.commit("ours");
}

fn add(repo: Repo<'_>, visit: &str, title: &str) {
    let path = repo.path(visit);
    let title = format!("title={title}");
    let day = ["day=13.11.", "start=9:00"];
    let run = repo
        .home
        .attache([&["add", &path, "item", &title], &day[..]].concat());
    assert_eq!(run.status, Some(0), "{run}");
}

fn ours_beside(repo: Repo<'_>, visit: &str) {
    repo.set(visit, ITEM, &["start=10:15"]);
    add(repo, visit, "Fachgespräch");
}

fn theirs_beside(repo: Repo<'_>, visit: &str) {
    repo.set(visit, ITEM, &["room=Jan-Wellem-Saal"]);
    add(repo, visit, "Abendessen");
}

#[test]
fn changes_of_other_fields_come_together_without_a_question() {
    for way in WAYS {
        let home = home();
        let repo = Repo::with(&home, "v.ron");
        let run = (way.run)(repo, "v.ron", ours_beside, theirs_beside);
        assert_eq!(run.status, Some(0), "{}: {run}", way.name);
        let item = &repo.visit("v.ron")["items"];
        let item = item.as_array().unwrap().iter();
        let item = item.clone().find(|item| item["id"] == ITEM).unwrap();
        assert_eq!(item["room"], "Jan-Wellem-Saal", "{}", way.name);
        assert!(item["slot"].to_string().contains("10:15"), "{item}");
        let mut titles = repo.titles("v.ron");
        titles.sort();
        assert_eq!(
            titles,
            ["Abendessen", "Empfang", "Fachgespräch"],
            "{}",
            way.name
        );
        assert!(repo.conflicts("v.ron").is_empty());
        if way.name == "stash pop" {
            repo.commit("theirs");
        }
        repo.is_tidy();
    }
}

#[test]
fn the_same_field_stops_git_and_is_settled() {
    for way in WAYS {
        let home = home();
        let repo = Repo::with(&home, "v.ron");
        let run = (way.run)(
            repo,
            "v.ron",
            |repo, visit| repo.set(visit, ITEM, &["title=Begrüßung"]),
            |repo, visit| repo.set(visit, ITEM, &["title=Abschied"]),
        );
        assert_eq!(run.status, Some(1), "{}: {run}", way.name);
        assert!(
            run.stderr.contains("‘v.ron’: 1 conflict to be settled"),
            "{run}"
        );
        // Meanwhile it opens as ever, and ours stands: in a rebase what one commits anew.
        let is_turned = way.name == "rebase";
        let [stands, other] = if is_turned {
            ["Abschied", "Begrüßung"]
        } else {
            ["Begrüßung", "Abschied"]
        };
        assert_eq!(repo.titles("v.ron"), [stands], "{}", way.name);
        assert!(!repo.read("v.ron").contains("<<<"), "{}", way.name);
        let conflicts = repo.conflicts("v.ron");
        assert_eq!(conflicts.len(), 1, "{conflicts:?}");
        assert_eq!(conflicts[0]["ours"], stands, "{}", way.name);
        assert_eq!(conflicts[0]["theirs"], other, "{}", way.name);

        repo.settle("v.ron", if is_turned { "ours" } else { "theirs" });
        repo.done(&["add", "v.ron"]);
        repo.done(way.end);
        assert_eq!(repo.titles("v.ron"), ["Abschied"], "{}", way.name);
        assert!(repo.conflicts("v.ron").is_empty());
        repo.is_tidy();
    }
}

#[test]
fn a_name_is_never_more_than_a_name() {
    for name in [
        "it's \"so\"; touch pwned; $(touch pwned) `touch pwned` %A %O.ron",
        "-x.ron",
        "--lang=fr.ron",
        "Besuche 2024/Düsseldorf & Marrakesch.ron",
    ] {
        let home = home();
        let repo = Repo::with(&home, name);
        let run = (WAYS[0].run)(repo, name, ours_beside, theirs_beside);
        assert_eq!(run.status, Some(0), "{name}: {run}");
        assert_eq!(repo.titles(name).len(), 3, "{name}");
        repo.set(name, ITEM, &["title=Begrüßung"]);
        let told = repo.done(&["diff"]);
        assert!(told.contains("Begrüßung: "), "{name}: {told}");
        repo.commit("ours");
        repo.done(&["checkout", "-q", "-b", "third", "HEAD~1"]);
        repo.set(name, ITEM, &["title=Abschied"]);
        repo.commit("theirs");
        let run = repo.git(&["merge", "-q", "main"]);
        assert_eq!(run.status, Some(1), "{name}: {run}");
        assert!(run.stderr.contains("1 conflict"), "{name}: {run}");
        assert_eq!(repo.conflicts(name).len(), 1);
        assert!(!repo.has("pwned") && !home.path("pwned").exists(), "{name}");
    }
}

#[test]
fn a_visit_that_one_side_renamed_is_merged_under_its_new_name() {
    const RECEPTION: &str = "empfang-4rwt";
    let home = home();
    let repo = Repo::with(&home, "first.ron");
    home.copy_to(
        "assets/samples/duesseldorf-marrakesch-2024.ron",
        "repo/v.ron",
    );
    repo.commit("The sample");
    let run = (WAYS[0].run)(
        repo,
        "v.ron",
        |repo, visit| repo.set(visit, RECEPTION, &["start=10:15"]),
        |repo, visit| {
            std::fs::create_dir(repo.home.path("repo/2024")).unwrap();
            repo.done(&["mv", visit, "2024/w.ron"]);
            repo.set("2024/w.ron", RECEPTION, &["room=Saal"]);
        },
    );
    assert_eq!(run.status, Some(0), "{run}");
    let visit = repo.visit("2024/w.ron").to_string();
    assert!(
        visit.contains("10:15") && visit.contains("\"Saal\""),
        "{visit}"
    );
    assert!(!repo.has("v.ron"));
}

#[test]
fn a_visit_that_both_added_keeps_what_both_wrote() {
    let home = home();
    let repo = Repo::with(&home, "v.ron");
    let run = (WAYS[0].run)(
        repo,
        "new.ron",
        |repo, visit| {
            repo.home.write(&repo.path(visit), VISIT);
        },
        |repo, visit| {
            let other = VISIT.replace("\"Empfang\"", "\"Begrüßung\"");
            repo.home.write(&repo.path(visit), other);
        },
    );
    assert_eq!(run.status, Some(1), "{run}");
    assert_eq!(repo.titles("new.ron"), ["Empfang"]);
    assert_eq!(repo.conflicts("new.ron").len(), 1);
}

#[test]
fn a_side_that_cannot_be_read_leaves_ours_byte_for_byte() {
    for (broken, said) in [
        ("(format: 1, visit: (", "Their version cannot be read"),
        ("(format: 99, visit: ())", "has format 99"),
        (
            "<<<<<<< HEAD\n=======\n>>>>>>> other\n",
            "Their version cannot be read",
        ),
        ("", "Their version cannot be read"),
    ] {
        let home = home();
        let repo = Repo::with(&home, "v.ron");
        repo.done(&["checkout", "-q", "-b", "other"]);
        repo.home.write(&repo.path("v.ron"), broken);
        repo.commit("theirs");
        repo.done(&["checkout", "-q", "main"]);
        repo.set("v.ron", ITEM, &["start=10:15"]);
        repo.commit("ours");
        let before = repo.read("v.ron");
        let run = repo.git(&["merge", "-q", "other"]);
        assert_eq!(run.status, Some(1), "{run}");
        assert!(
            run.stderr.contains(said) && run.stderr.contains("‘v.ron’"),
            "{run}"
        );
        assert_eq!(repo.read("v.ron"), before);
        assert_eq!(repo.done(&["status", "--short"]), "UU v.ron\n");
    }
}

/// Settings that cannot be read must not look like a merge with conflicts.
#[test]
fn the_driver_ends_with_more_than_one_whatever_goes_wrong() {
    let home = home();
    for name in ["o.ron", "a.ron", "b.ron"] {
        home.write(name, VISIT);
    }
    let drive = |args: &[&str]| home.attache([&["merge-driver"], args].concat());
    assert_eq!(drive(&["o.ron", "a.ron", "b.ron", "v.ron"]).status, Some(0));
    assert_eq!(drive(&["o.ron", "a.ron", "b.ron"]).status, Some(2));
    assert_eq!(
        drive(&["o.ron", "a.ron", "none.ron", "v.ron"]).status,
        Some(3)
    );
    assert_eq!(
        drive(&["none.ron", "a.ron", "b.ron", "-v.ron"]).status,
        Some(0)
    );
    home.write(".config/attache/config.ron", "(lang: tlh)");
    assert_eq!(drive(&["o.ron", "a.ron", "b.ron", "v.ron"]).status, Some(3));
    assert_eq!(home.read("a.ron"), VISIT);
}
