//! What no visit can settle stops a pull, which is taken back and says what to do.

use std::fs;

use super::{NAME, git, home, open, two};
use crate::harness::Home;

/// Commits everything in the first clone and sends it.
fn send(home: &Home, message: &str) {
    git(home, "first", &["add", "--all"]);
    git(home, "first", &["commit", "--quiet", "--message", message]);
    git(home, "first", &["push", "--quiet"]);
}

#[test]
fn an_issue_that_both_made_is_renamed_and_pulled_again() {
    let home = home();
    let [first, second] = two(&home);
    let issue = |visit: &std::path::Path, note: &str| {
        let visit = visit.display().to_string();
        home.attache(["issue", &visit, "--note", note]).ok();
    };
    issue(&first, "To the delegation");
    send(&home, "Issue 1");
    issue(&second, "To the hotel");
    let term = open(&home, &second);
    term.keys("<C-g>").see("Anna Beck · begun").keys("p");
    term.see("Message of the commit").keys("<C-s>");
    term.see("issue of the same number")
        .see("issue-1 → issue-2")
        .see("1 to push, 1 to pull");
    assert!(!home.path("second/.git/MERGE_HEAD").exists());
    let files = home.path("second").join(NAME).with_extension("files");
    fs::rename(files.join("issue-1"), files.join("issue-2")).unwrap();
    // What is seen meanwhile is up to date while it is looked at.
    term.see("· 4 changed")
        .keys("<Esc>p")
        .see("Message of the commit");
    term.keys("<C-s>")
        .see("3 to push, 0 to pull")
        .keys("<Esc>q");
    term.exit().ok();
    let visit = second.display().to_string();
    let told = home.attache(["issues", &visit]).ok();
    assert!(
        told.contains("To the delegation") && told.contains("To the hotel"),
        "{told}"
    );
    assert_eq!(git(&home, "second", &["status", "--porcelain"]), "");
}

/// It may be a list in which both wrote: it is told of as a file, and both sides are named.
#[test]
fn a_file_that_is_no_visit_is_not_called_one() {
    let home = home();
    let [_, second] = two(&home);
    home.write("first/list.txt", "one\n");
    send(&home, "a list");
    git(&home, "second", &["pull", "--quiet"]);
    fs::remove_file(home.path("first/list.txt")).unwrap();
    send(&home, "no list");
    home.write("second/list.txt", "two\n");
    git(
        &home,
        "second",
        &["commit", "--quiet", "--all", "--message", "two"],
    );
    let term = open(&home, &second);
    term.keys("<C-g>").see("Anna Beck · begun").keys("p");
    term.see("‘list.txt’: deleted on the other side")
        .see("Agree what")
        .see("To delete: git -C /");
    let screen = term.screen();
    assert!(!screen.contains("list.files"), "{screen}");
    term.keys("<Esc><Esc>q");
    term.exit().ok();
    assert!(!home.path("second/.git/MERGE_HEAD").exists());
}

#[test]
fn a_visit_that_one_side_deleted_is_kept_and_the_commands_are_named() {
    let home = home();
    let [_, second] = two(&home);
    fs::remove_file(home.path("first").join(NAME)).unwrap();
    send(&home, "off");
    let before = git(&home, "second", &["rev-parse", "HEAD"]);
    let term = open(&home, &second);
    term.keys("<Right>f")
        .see("git main · 1 changed")
        .keys("<C-g>");
    term.see("Anna Beck · begun").keys("p");
    term.see("Message of the commit").keys("<C-s>");
    term.see("deleted on the other side, but changed here")
        .see("First: git -C /")
        .see("1 to push, 1 to pull");
    term.keys("<Esc><Esc>q");
    term.exit().ok();
    assert!(second.exists());
    let own = git(&home, "second", &["rev-parse", "HEAD"]);
    assert_eq!(git(&home, "second", &["rev-parse", "HEAD~1"]), before);
    // As it says.
    let folder = home.path("second").display().to_string();
    let pull = ["-C", &folder, "pull", "--quiet", "--no-rebase"];
    assert_eq!(home.run("git", pull).status, Some(1));
    let term = open(&home, &second);
    term.see("merge open").keys("<C-g>");
    term.see("waits for the decision").keys("c");
    term.keys("<Esc><Esc>q");
    term.exit().ok();
    assert_eq!(git(&home, "second", &["rev-parse", "HEAD"]), own);
    git(&home, "second", &["checkout", "HEAD", "--", NAME]);
    git(&home, "second", &["commit", "--quiet", "--no-edit"]);
    assert_eq!(git(&home, "second", &["status", "--porcelain"]), "");
    assert!(second.exists());
}
