//! What both changed, and what git could not merge: shown, settled, concluded or given up.

use std::{fs, path::PathBuf};

use super::{NAME, git, home, open, two};
use crate::harness::{Home, Term};

/// Two programs whose visits have another start for the same point, with what one has pulled of the
/// other told in the second.
fn with_a_conflict(home: &Home, visits: &[PathBuf; 2]) -> Term {
    let [anna, youssef] = [&visits[0], &visits[1]].map(|visit| open(home, visit));
    for (term, keys) in [(&anna, "<Right>f]"), (&youssef, "<Right>f[")] {
        term.keys(keys).see("git main · 1 changed").keys("<C-g>");
        term.see("Anna Beck · begun")
            .keys("c")
            .see("Message of the commit");
        term.keys("<C-s>").see("1 to push");
    }
    anna.keys("P").see("same as origin/main").keys("q");
    anna.exit().ok();
    youssef
        .keys("p")
        .see("To be settled in this visit: 1 conflict");
    youssef
}

#[test]
fn a_merge_that_stopped_can_be_given_up() {
    let home = home();
    let visits = two(&home);
    let term = with_a_conflict(&home, &visits);
    let ours = git(&home, "second", &["show", &format!("HEAD:{NAME}")]);
    term.keys("x").see("Abort the merge?").keys("y");
    term.gone("merge open").gone("To be settled");
    // What became of the visit was our own doing.
    let screen = term.screen();
    assert!(!screen.contains("changed by"), "{screen}");
    assert!(!screen.contains("outside the app"), "{screen}");
    term.keys("q");
    term.exit().ok();
    assert_eq!(fs::read_to_string(&visits[1]).unwrap().trim_end(), ours);
    assert_eq!(git(&home, "second", &["status", "--porcelain"]), "");
}

/// The driver leaves our version alone in the file then, which looks settled.
#[test]
fn a_visit_that_cannot_be_merged_takes_the_pull_back() {
    let home = home();
    let [first, second] = two(&home);
    let term = open(&home, &second);
    fs::write(&first, "(format: 99)\n").unwrap();
    let newer = ["commit", "--quiet", "--all", "--message", "newer"];
    git(&home, "first", &newer);
    git(&home, "first", &["push", "--quiet"]);
    term.keys("<Right>f").see("git main · 1 changed");
    term.keys("<C-g>").see("Anna Beck · begun").keys("p");
    term.see("Message of the commit").keys("<C-s>");
    term.see("could not be merged").see("format 99");
    term.keys("<Esc><Esc>").gone("merge open").keys("q");
    term.exit().ok();
    let second = ["status", "--porcelain=v2", "--branch"];
    let state = git(&home, "second", &second);
    assert!(state.ends_with("# branch.ab +1 -1"), "{state}");
    assert!(!home.path("second/.git/MERGE_HEAD").exists());
}

/// The other side is of a newer program; git was asked to merge it on the command line.
#[test]
fn a_visit_that_git_could_not_merge_does_not_look_settled() {
    let home = home();
    let [first, second] = two(&home);
    fs::write(&first, "(format: 99)\n").unwrap();
    let newer = ["commit", "--quiet", "--all", "--message", "newer"];
    git(&home, "first", &newer);
    git(&home, "first", &["push", "--quiet"]);
    let own = second.display().to_string();
    home.attache(["set", &own, "visit", "note=New"]).ok();
    home.attache(["setup-git", "second", "--yes"]).ok();
    let commit = ["commit", "--quiet", "--all", "--message", "noted"];
    git(&home, "second", &commit);
    let folder = home.path("second").display().to_string();
    let pull = ["-C", &folder, "pull", "--quiet", "--no-rebase", "--no-edit"];
    assert_eq!(home.run("git", pull).status, Some(1));
    let term = open(&home, &second);
    term.see("merge open").keys("<C-g>");
    term.see("could not merge it")
        .keys("cx")
        .see("Abort the merge?");
    term.keys("y").gone("merge open").keys("q");
    term.exit().ok();
    let state = ["status", "--porcelain=v2", "--branch"];
    let state = git(&home, "second", &state);
    assert!(state.contains("# branch.ab +1 -1"), "{state}");
}

/// `git` on the command line does not find the program that merges; all that both changed is one field.
#[test]
fn a_field_that_git_could_not_merge_is_not_dropped_without_a_question() {
    let home = home();
    let visits = two(&home);
    for (clone, visit) in ["first", "second"].iter().zip(&visits) {
        let own = visit.display().to_string();
        let title = format!("title=Tour {clone}");
        home.attache(["set", &own, "stadtfuehrung-n6xa", &title])
            .ok();
        home.attache(["setup-git", clone, "--yes"]).ok();
        let commit = ["commit", "--quiet", "--all", "--message", "renamed"];
        git(&home, clone, &commit);
    }
    git(&home, "first", &["push", "--quiet"]);
    let folder = home.path("second").display().to_string();
    let driver = "merge.attache.driver=not-there %O %A %B %P";
    let pull = [
        "-C",
        &folder,
        "-c",
        driver,
        "pull",
        "--no-rebase",
        "--no-edit",
    ];
    assert_eq!(home.run("git", pull).status, Some(1));
    let term = open(&home, &visits[1]);
    term.see("merge open").keys("<C-g>");
    term.see("tour: Title").see("abort and pull here");
    // Who has changed something else since is asked too.
    term.keys("<Esc><Right>f").see("saved").keys("<C-g>");
    term.see("tour: Title").keys("c");
    term.see("all the same?").keys("n").see("merge open");
    term.keys("x").see("Abort the merge?").keys("y");
    term.see("The visit is in the last commit as it is")
        .keys("p");
    term.see("To be settled in this visit: 1 conflict")
        .keys("<Esc>q");
    term.exit().ok();
    let file = fs::read_to_string(&visits[1]).unwrap();
    assert!(file.contains("Tour first"), "{file}");
}

#[test]
fn what_both_changed_is_settled_in_the_app_and_then_concluded() {
    let home = home();
    let visits = two(&home);
    let term = with_a_conflict(&home, &visits);
    term.see("! conflicts")
        .keys("!")
        .see("10:05")
        .gone("To be settled in this visit");
    term.keys("t<Esc>").see("saved");
    term.keys("<C-g>").see("Everything is settled").keys("c");
    term.see("2 to push").gone("merge open").keys("P");
    term.see("same as origin/main").keys("q");
    term.exit().ok();
    assert_eq!(fs::read(&visits[0]).unwrap(), fs::read(&visits[1]).unwrap());
    assert_eq!(git(&home, "second", &["status", "--porcelain"]), "");
}

/// The file is then as it was before the merge, and yet nothing of the other side is missing in it.
#[test]
fn what_is_settled_as_ours_is_concluded_too() {
    let home = home();
    let visits = two(&home);
    let term = with_a_conflict(&home, &visits);
    let ours = git(&home, "second", &["show", &format!("HEAD:{NAME}")]);
    term.keys("<Down><Esc>").gone("To be settled in this visit");
    term.keys("!").see("10:05").keys("o<Esc>").see("saved");
    term.keys("<C-g>").see("asks once more").keys("c");
    term.see("all the same?").keys("y");
    term.see("2 to push").gone("merge open").keys("q");
    term.exit().ok();
    assert_eq!(fs::read_to_string(&visits[1]).unwrap().trim_end(), ours);
    let parents = git(&home, "second", &["log", "-1", "--format=%p"]);
    assert_eq!(parents.split(' ').count(), 2, "{parents}");
}
