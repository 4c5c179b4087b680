//! What happens outside the app while a visit is open: who did it, and what became of it.

use super::{NAME, git, home, open, two};

#[test]
fn those_who_changed_the_visit_are_named_and_not_who_merged() {
    let home = home();
    let [first, second] = two(&home);
    home.attache(["setup-git", "second", "--yes"]).ok();
    git(&home, "second", &["add", "."]);
    git(
        &home,
        "second",
        &["commit", "--quiet", "--message", "set up"],
    );
    git(&home, "second", &["config", "user.name", "Youssef Diallo"]);
    let set = |visit: &std::path::Path, pair: &str| {
        let visit = visit.display().to_string();
        home.attache(["set", &visit, "empfang-4rwt", pair]).ok();
    };
    for (name, pair) in [("Jan Kok", "room=Plenarsaal"), ("Eva Lang", "note=New")] {
        set(&first, pair);
        git(&home, "first", &["config", "user.name", name]);
        git(
            &home,
            "first",
            &["commit", "--quiet", "--all", "--message", name],
        );
    }
    git(&home, "first", &["push", "--quiet"]);
    set(&second, "end=10:50");
    git(
        &home,
        "second",
        &["commit", "--quiet", "--all", "--message", "own"],
    );
    let term = open(&home, &second);
    git(
        &home,
        "second",
        &["pull", "--quiet", "--no-rebase", "--no-edit"],
    );
    term.see("1 programme item was changed by Jan Kok and Eva Lang");
    term.keys("q");
    term.exit().ok();
}

#[test]
fn a_conflict_is_told_with_what_it_is_about() {
    let home = home();
    let [first, second] = two(&home);
    home.attache(["setup-git", "second", "--yes"]).ok();
    git(&home, "second", &["add", "."]);
    git(
        &home,
        "second",
        &["commit", "--quiet", "--message", "set up"],
    );
    git(&home, "first", &["config", "user.name", "Jan Kok"]);
    for (clone, visit, pair) in [
        ("first", &first, "start=10:05"),
        ("second", &second, "start=10:10"),
    ] {
        let visit = visit.display().to_string();
        home.attache(["set", &visit, "empfang-4rwt", pair]).ok();
        git(
            &home,
            clone,
            &["commit", "--quiet", "--all", "--message", pair],
        );
    }
    git(&home, "first", &["push", "--quiet"]);
    let term = open(&home, &second);
    let folder = home.path("second").display().to_string();
    let pull = ["-C", &folder, "pull", "--quiet", "--no-rebase", "--no-edit"];
    assert_eq!(home.run("git", pull).status, Some(1));
    term.see("he same was changed differently by Jan Kok; 1 conflict to settle (Reception");
    let screen = term.screen().to_lowercase();
    assert!(!screen.contains("details of the visit"), "{screen}");
    term.see("merge open").keys("<Esc><C-g>");
    term.see("To be settled in this visit").keys("c");
    term.see("First settle 1 conflict").keys("<Esc><Esc>");
    let visit = second.display().to_string();
    home.attache(["settle", &visit, "all", "ours"]).ok();
    term.see("1 conflict was settled outside the app (Reception");
    term.keys("q");
    term.exit().ok();
}

#[test]
fn what_others_commit_and_change_outside_is_seen_in_the_list_and_in_the_message() {
    let home = home();
    let [_, second] = two(&home);
    let term = open(&home, &second);
    term.keys("<C-g>").see("Anna Beck · begun");
    let visit = second.display().to_string();
    let set = |pair: &str| home.attache(["set", &visit, "empfang-4rwt", pair]).ok();
    set("room=Plenarsaal");
    git(
        &home,
        "second",
        &["commit", "--quiet", "--all", "--message", "by shell"],
    );
    term.see("Anna Beck · by shell");
    set("room=Rathaus");
    term.see("git main ↑1 · 1 changed").keys("c");
    term.see("Message of the commit")
        .keys("<C-s>")
        .see("2 to push");
    term.keys("<Esc>q");
    term.exit().ok();
    let subject = git(&home, "second", &["log", "-1", "--format=%s"]);
    assert!(subject.starts_with("Empfang"), "{subject}");
    assert!(subject.contains("Raum"), "{subject}");
    let files = git(
        &home,
        "second",
        &["show", "--name-only", "--format=", "HEAD"],
    );
    assert_eq!(files, NAME);
}
