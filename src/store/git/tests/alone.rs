//! What is committed in one clone.

use std::{fs, path::PathBuf};

use super::*;
use crate::words::{Lang, Speak};

#[test]
fn a_visit_is_committed_with_its_folder_and_nothing_else() {
    let world = World::new();
    let (repo, file) = world.clone("first");
    for name in ["visit.ron", "other.ron", "visit.files/issue-1/visit.ron"] {
        let path = repo.root().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, TEXT).unwrap();
    }
    world.in_folder("first", &["add", "other.ron"]);
    let state = status(&repo, &file).unwrap();
    assert_eq!(state.branch.as_deref(), Some("main"));
    assert_eq!(state.changed.len(), 2);
    assert_eq!(state.changed, state.new);
    commit(&repo, &file, "Empfang: 10:00\n\n# kein Kommentar\n").unwrap();
    let files = world.in_folder("first", &["ls-tree", "-r", "--name-only", "HEAD"]);
    assert_eq!(files, "visit.files/issue-1/visit.ron\nvisit.ron");
    let message = world.in_folder("first", &["log", "-1", "--format=%B"]);
    assert_eq!(message, "Empfang: 10:00\n\n# kein Kommentar");
    // What else was prepared for a commit still is.
    let staged = world.in_folder("first", &["diff", "--cached", "--name-only"]);
    assert_eq!(staged, "other.ron");
    assert_eq!(status(&repo, &file).unwrap().changed, Vec::<PathBuf>::new());
    assert_eq!(why(commit(&repo, &file, "again")), Why::Nothing);
    let logged = log(&repo, &file, 10).unwrap();
    assert_eq!(logged.len(), 1);
    assert_eq!(logged[0].subject, "Empfang: 10:00");
    // A change to a file of the folder, and one that is gone, go along.
    fs::remove_dir_all(repo.root().join("visit.files")).unwrap();
    commit(&repo, &file, "gone").unwrap();
    let files = world.in_folder("first", &["ls-tree", "-r", "--name-only", "HEAD"]);
    assert_eq!(files, "visit.ron");
}

#[test]
fn a_commit_that_a_hook_refuses_leaves_everything_as_it_was() {
    let world = World::new();
    let (repo, file) = world.clone("first");
    fs::write(&file, TEXT).unwrap();
    let hook = repo.git_dir().join("hooks/pre-commit");
    fs::create_dir_all(hook.parent().unwrap()).unwrap();
    fs::write(
        &hook,
        "#!/bin/sh\necho 'error: pre-commit: no ministers' >&2\nexit 1\n",
    )
    .unwrap();
    make_runnable(&hook);
    let before = status(&repo, &file).unwrap();
    let error = commit(&repo, &file, "x").unwrap_err();
    assert_eq!(error.why(), Some(Why::Hook));
    assert!(error.say(Lang::De).contains("no ministers"));
    assert_eq!(status(&repo, &file).unwrap(), before);
}

#[test]
fn what_keeps_a_commit_from_being_made_is_said() {
    let world = World::new();
    let (repo, file) = world.clone("first");
    fs::write(&file, TEXT).unwrap();
    fs::write(repo.git_dir().join("index.lock"), "").unwrap();
    assert_eq!(why(commit(&repo, &file, "x")), Why::Locked);
    fs::remove_file(repo.git_dir().join("index.lock")).unwrap();
    fs::write(repo.root().join(".gitignore"), "*.ron\n").unwrap();
    assert_eq!(why(commit(&repo, &file, "x")), Why::Ignored);
    fs::remove_file(repo.root().join(".gitignore")).unwrap();
    set_config(&repo, "user.useConfigOnly", "true").unwrap();
    fs::write(world.path("gitconfig"), "").unwrap();
    assert_eq!(why(commit(&repo, &file, "x")), Why::NoIdentity);
}
