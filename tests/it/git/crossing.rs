//! Branches that were merged into each other more than once, and clones that were not set up.

use super::{ITEM, Repo, home};

/// git then merges the two common beginnings first, and our driver is asked for that too.
#[test]
fn branches_that_crossed_merge_again() {
    let home = home();
    let repo = Repo::with(&home, "v.ron");
    let edit = |branch: &str, pair: &str| {
        repo.done(&["checkout", "-q", branch]);
        repo.set("v.ron", ITEM, &[pair]);
        repo.commit(pair);
    };
    repo.done(&["branch", "other"]);
    edit("main", "title=Begrüßung");
    edit("other", "title=Abschied");
    // Each takes the other's first change, and settles it in its own way.
    for (branch, other, version) in [("main", "other~0", "ours"), ("other", "main~1", "ours")] {
        repo.done(&["checkout", "-q", branch]);
        let run = repo.git(&["merge", "-q", "--no-edit", other]);
        assert_eq!(run.status, Some(1), "{run}");
        repo.settle("v.ron", version);
        repo.done(&["add", "v.ron"]);
        repo.done(&["commit", "-q", "--no-edit"]);
    }
    edit("main", "room=Saal");
    edit("other", "report=Schön");
    repo.done(&["checkout", "-q", "main"]);
    let bases = repo.done(&["merge-base", "--all", "main", "other"]);
    assert_eq!(bases.lines().count(), 2, "they crossed");
    let run = repo.git(&["merge", "-q", "--no-edit", "other"]);
    assert_eq!(run.status, Some(1), "{run}");
    assert_eq!(repo.titles("v.ron"), ["Begrüßung"]);
    let conflicts = repo.conflicts("v.ron");
    assert_eq!(conflicts.len(), 1, "{conflicts:?}");
    let item = repo.visit("v.ron")["items"][0].to_string();
    assert!(item.contains("Saal") && item.contains("Schön"), "{item}");
}

/// What both exported is in the log of both; what went out as an issue is not merged.
#[test]
fn what_stands_beside_a_visit_is_not_taken_for_one() {
    let home = home();
    let repo = Repo::with(&home, "v.ron");
    let out = |file: &str| {
        let path = repo.path("v.ron");
        let args = ["export", &path, "--day", "2024-11-12", "-o", file];
        home.attache(args).ok();
    };
    repo.done(&["checkout", "-q", "-b", "other"]);
    out("theirs.txt");
    repo.commit("theirs");
    repo.done(&["checkout", "-q", "main"]);
    out("ours.txt");
    home.write(&repo.path("house.ron"), "(name: \"Stadt\")\n");
    repo.commit("ours");
    repo.done(&["merge", "-q", "--no-edit", "other"]);
    let (told, _) = home.attache(["issues", &repo.path("v.ron")]).told();
    assert!(
        told.contains("ours.txt") && told.contains("theirs.txt"),
        "{told}"
    );

    repo.done(&["checkout", "-q", "-b", "third"]);
    home.attache(["issue", &repo.path("v.ron"), "--note", "one"])
        .ok();
    repo.commit("an issue");
    let ours = repo.read("v.files/issue-1/issue.ron");
    repo.done(&["checkout", "-q", "main"]);
    repo.set("v.ron", ITEM, &["room=Saal"]);
    home.attache(["issue", &repo.path("v.ron"), "--note", "two"])
        .ok();
    repo.commit("another of that number");
    repo.done(&["checkout", "-q", "third"]);
    let run = repo.git(&["merge", "-q", "--no-edit", "main"]);
    assert_eq!(run.status, Some(1), "{run}");
    assert_eq!(repo.read("v.files/issue-1/issue.ron"), ours);
    home.attache(["issues", &repo.path("v.ron")]).told();
}

#[test]
fn a_clone_that_was_not_set_up_is_put_right_afterwards() {
    let home = home();
    let repo = Repo::with(&home, "v.ron");
    home.run("git", ["clone", "-q", "repo", "other"]).ok();
    let other = Repo {
        folder: "other",
        ..repo
    };
    other.set("v.ron", ITEM, &["title=Abschied"]);
    other.commit("theirs");
    repo.set("v.ron", ITEM, &["title=Begrüßung"]);
    repo.commit("ours");
    let run = other.git(&["pull", "-q", "--no-rebase"]);
    assert_eq!(run.status, Some(1), "{run}");
    // git knew no driver and wrote its own marks, which the program names.
    let told = home.attache(["show", "other/v.ron"]).refused();
    assert!(told.contains("conflict markers"), "{told}");
    home.attache(["setup-git", "other", "--yes"]).ok();
    other.git(&["checkout", "--merge", "--", "v.ron"]);
    assert_eq!(other.titles("v.ron"), ["Abschied"]);
    assert_eq!(other.conflicts("v.ron").len(), 1);
}
