//! What two clones send to each other.

use std::{fs, path::PathBuf};

use super::*;
use crate::words::{Lang, Speak};

#[test]
fn what_two_committed_comes_together() {
    let world = World::new();
    let cancel = Cancel::default();
    let [(one, in_one), (two, in_two)] = world.two();
    fs::write(&in_one, "ONE\ntwo\nthree\n").unwrap();
    fs::write(&in_two, "one\ntwo\nTHREE\n").unwrap();
    commit(&one, &in_one, "first line").unwrap();
    commit(&two, &in_two, "third line").unwrap();
    assert_eq!(push(&one, &in_one, nobody(&cancel)), Ok(1));
    assert_eq!(why(push(&two, &in_two, nobody(&cancel))), Why::Behind);
    let pulled = pull(&two, &in_two, &World::driver(), nobody(&cancel)).unwrap();
    let authors = vec!["Beck".to_owned()];
    assert_eq!(
        pulled,
        Pulled::Merged {
            commits: 1,
            authors
        }
    );
    assert_eq!(fs::read_to_string(&in_two).unwrap(), "ONE\ntwo\nTHREE\n");
    let state = status(&two, &in_two).unwrap();
    assert_eq!((state.ahead, state.behind, state.doing), (2, 0, None));
    let message = world.in_folder("second", &["log", "-1", "--format=%B"]);
    assert_eq!(message, "what came");
    assert_eq!(push(&two, &in_two, nobody(&cancel)), Ok(2));
    let again = pull(&two, &in_two, &World::driver(), nobody(&cancel));
    assert_eq!(again, Ok(Pulled::Nothing));
}

#[test]
fn a_merge_that_stops_can_be_concluded_or_given_up() {
    let world = World::new();
    let cancel = Cancel::default();
    let [(one, in_one), (two, in_two)] = world.two();
    fs::write(&in_one, "ONE\ntwo\nthree\n").unwrap();
    fs::write(&in_two, "1\ntwo\nthree\n").unwrap();
    commit(&one, &in_one, "x").unwrap();
    push(&one, &in_one, nobody(&cancel)).unwrap();
    let uncommitted = pull(&two, &in_two, &World::driver(), nobody(&cancel));
    assert_eq!(why(uncommitted), Why::Uncommitted);
    commit(&two, &in_two, "y").unwrap();
    let stopped = || pull(&two, &in_two, &World::driver(), nobody(&cancel));
    let open = vec![PathBuf::from("visit.ron")];
    assert_eq!(stopped(), Ok(Pulled::Conflicted(open.clone())));
    let state = status(&two, &in_two).unwrap();
    assert_eq!(
        (state.doing, state.conflicted),
        (Some(Doing::Merging), open.clone())
    );
    assert_eq!(why(stopped()), Why::Unfinished);
    assert_eq!(why(commit(&two, &in_two, "z")), Why::Unfinished);
    abort_merge(&two).unwrap();
    assert_eq!(fs::read_to_string(&in_two).unwrap(), "1\ntwo\nthree\n");
    assert_eq!(stopped(), Ok(Pulled::Conflicted(open)));
    fs::write(&in_two, "ONE or 1\ntwo\nthree\n").unwrap();
    conclude_merge(&two, &in_two).unwrap();
    let state = status(&two, &in_two).unwrap();
    assert_eq!((state.doing, state.ahead), (None, 2));
    // The conflicts that git lists meanwhile are not in it.
    let message = world.in_folder("second", &["log", "-1", "--format=%B"]);
    assert_eq!(message, "what came");
}

#[test]
fn a_rebase_that_stops_again_is_told_as_open_and_not_as_refused() {
    let world = World::new();
    let cancel = Cancel::default();
    let [(one, in_one), (two, in_two)] = world.two();
    fs::write(&in_one, "ONE\ntwo\nTHREE\n").unwrap();
    commit(&one, &in_one, "theirs").unwrap();
    push(&one, &in_one, nobody(&cancel)).unwrap();
    for text in ["1\ntwo\nthree\n", "1\ntwo\n3\n"] {
        fs::write(&in_two, text).unwrap();
        commit(&two, &in_two, "ours").unwrap();
    }
    let rebase = Call::new(["pull", "--quiet", "--rebase"]);
    assert!(!two.run(&rebase).unwrap().is_done());
    for (text, open) in [
        ("1\ntwo\nTHREE\n", vec![PathBuf::from("visit.ron")]),
        ("1\ntwo\n3\n", Vec::new()),
    ] {
        fs::write(&in_two, text).unwrap();
        assert_eq!(conclude_merge(&two, &in_two), Ok(open));
    }
    let state = status(&two, &in_two).unwrap();
    assert_eq!((state.doing, state.ahead), (None, 2));
}

#[test]
fn visits_are_merged_by_the_driver_although_nothing_is_set_up() {
    let world = World::new();
    let cancel = Cancel::default();
    let [(one, in_one), (two, in_two)] = world.two();
    fs::write(&in_one, "ONE\n").unwrap();
    fs::write(&in_two, "TWO\n").unwrap();
    commit(&one, &in_one, "x").unwrap();
    commit(&two, &in_two, "y").unwrap();
    push(&one, &in_one, nobody(&cancel)).unwrap();
    let program = world.path("it's $(here)/attache");
    fs::create_dir_all(program.parent().unwrap()).unwrap();
    fs::write(&program, "#!/bin/sh\ncat \"$5\" >> \"$4\"\n").unwrap();
    make_runnable(&program);
    let program = program.display().to_string().replace('\'', r"'\''");
    let driver = Driver {
        command: format!("'{program}' merge-driver -- %O %A %B %P"),
        attributes: "*.ron merge=attache".to_owned(),
    };
    let pulled = pull(&two, &in_two, &driver, nobody(&cancel)).unwrap();
    assert!(matches!(pulled, Pulled::Merged { commits: 1, .. }));
    assert_eq!(fs::read_to_string(&in_two).unwrap(), "TWO\nONE\n");
    // Nothing of it stays in the repository.
    let left = fs::read_dir(two.git_dir()).unwrap();
    let names = left.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(names.into_iter().all(|name| !name.starts_with("attache")));
    assert_eq!(config(&two, "merge.attache.driver"), Ok(None));
}

#[test]
fn the_other_side_may_be_missing_or_not_set_up() {
    let world = World::new();
    let cancel = Cancel::default();
    let (repo, file) = world.clone("first");
    fs::write(&file, TEXT).unwrap();
    commit(&repo, &file, "x").unwrap();
    let gone = world.path("gone.git").display().to_string();
    set_config(&repo, "remote.origin.url", &gone).unwrap();
    assert_eq!(why(push(&repo, &file, nobody(&cancel))), Why::Unreachable);
    world.in_folder("first", &["remote", "remove", "origin"]);
    assert_eq!(why(push(&repo, &file, nobody(&cancel))), Why::NoUpstream);
    let pulled = pull(&repo, &file, &World::driver(), nobody(&cancel));
    assert_eq!(why(pulled), Why::NoUpstream);
    world.in_folder("first", &["checkout", "--quiet", "--detach"]);
    assert_eq!(why(push(&repo, &file, nobody(&cancel))), Why::NoBranch);
    assert_eq!(status(&repo, &file).unwrap().branch, None);
}

/// Whether a version of the file is this one.
fn is(text: &str) -> impl Fn(&[u8]) -> bool {
    move |bytes| bytes == text.as_bytes()
}

#[test]
fn after_a_merge_both_sides_are_in_the_log_and_the_other_is_the_author() {
    let world = World::new();
    let cancel = Cancel::default();
    let [(one, in_one), (two, in_two)] = world.two();
    fs::write(&in_one, "ONE\ntwo\nthree\n").unwrap();
    fs::write(&in_two, "1\ntwo\nthree\n").unwrap();
    set_config(&one, "user.name", "Weber").unwrap();
    commit(&one, &in_one, "theirs").unwrap();
    push(&one, &in_one, nobody(&cancel)).unwrap();
    assert_eq!(authors(&one, &in_one, is(TEXT)), ["Weber"]);
    commit(&two, &in_two, "ours").unwrap();
    let ours = is("1\ntwo\nthree\n");
    pull(&two, &in_two, &World::driver(), nobody(&cancel)).unwrap();
    assert_eq!(authors(&two, &in_two, &ours), ["Weber"]);
    // Settled as theirs, so that the file is the same as on the other side.
    fs::write(&in_two, "ONE\ntwo\nthree\n").unwrap();
    assert_eq!(conclude_merge(&two, &in_two), Ok(Vec::new()));
    assert_eq!(authors(&two, &in_two, &ours), ["Weber"]);
    // What was there from the start, and what never was.
    let mut all = authors(&two, &in_two, is(TEXT));
    all.sort();
    assert_eq!(all, ["Beck", "Weber"]);
    assert!(authors(&two, &in_two, is("none")).is_empty());
    let logged = log(&two, &in_two, 10).unwrap();
    let subjects: Vec<&str> = logged.iter().map(|one| one.subject.as_str()).collect();
    for subject in ["theirs", "ours", "begun"] {
        assert!(subjects.contains(&subject), "{subjects:?}");
    }
}

#[test]
fn whoever_merged_is_not_named_but_all_who_changed_the_file_are() {
    let world = World::new();
    let cancel = Cancel::default();
    let [(one, in_one), (two, in_two)] = world.two();
    let ours = "1\ntwo\nthree\n";
    fs::write(&in_one, ours).unwrap();
    set_config(&one, "user.name", "Weber").unwrap();
    commit(&one, &in_one, "ours").unwrap();
    push(&one, &in_one, nobody(&cancel)).unwrap();
    for (name, text) in [("Kok", "one\ntwo\n3\n"), ("Diallo", "one\ntwo\n4\n")] {
        set_config(&two, "user.name", name).unwrap();
        fs::write(&in_two, text).unwrap();
        commit(&two, &in_two, "theirs").unwrap();
    }
    // Somebody else merges, in that clone, and sends it; ours comes back with it.
    set_config(&two, "user.name", "Beck").unwrap();
    world.in_folder(
        "second",
        &["pull", "--quiet", "--no-rebase", "--no-edit", "-X", "ours"],
    );
    push(&two, &in_two, nobody(&cancel)).unwrap();
    pull(&one, &in_one, &World::driver(), nobody(&cancel)).unwrap();
    assert_eq!(fs::read_to_string(&in_one).unwrap(), "1\ntwo\n4\n");
    assert_eq!(authors(&one, &in_one, is(ours)), ["Kok", "Diallo"]);
}

#[test]
fn what_a_rebase_commits_again_is_not_told_as_somebody_elses() {
    let world = World::new();
    let cancel = Cancel::default();
    let [(one, in_one), (two, in_two)] = world.two();
    fs::write(&in_one, "1\ntwo\nthree\n").unwrap();
    set_config(&one, "user.name", "Weber").unwrap();
    commit(&one, &in_one, "theirs").unwrap();
    push(&one, &in_one, nobody(&cancel)).unwrap();
    let ours = "one\ntwo\n3\n4\n5\n";
    fs::write(&in_two, ours).unwrap();
    commit(&two, &in_two, "ours").unwrap();
    world.in_folder("second", &["pull", "--quiet", "--rebase", "-X", "theirs"]);
    assert!(fs::read_to_string(&in_two).unwrap().starts_with("1\n"));
    assert_eq!(authors(&two, &in_two, is(ours)), ["Weber"]);
}

/// Each call of a program takes its time on a busy machine, and who it was is told soon or never.
#[cfg(unix)]
#[test]
fn who_it_was_is_found_out_in_few_calls_however_much_was_checked_out() {
    let world = World::new();
    let cancel = Cancel::default();
    let [(one, in_one), (two, in_two)] = world.two();
    set_config(&one, "user.name", "Weber").unwrap();
    for number in 0..20 {
        fs::write(&in_one, format!("{number}\n")).unwrap();
        commit(&one, &in_one, "theirs").unwrap();
        push(&one, &in_one, nobody(&cancel)).unwrap();
        pull(&two, &in_two, &World::driver(), nobody(&cancel)).unwrap();
    }
    let program = world.path("counting");
    let calls = world.path("calls");
    let script = format!(
        "#!/bin/sh\necho x >> {}\nexec git \"$@\"\n",
        calls.display()
    );
    fs::write(&program, script).unwrap();
    make_runnable(&program);
    let two = two.with(Git::other(program.as_os_str(), &[]));
    assert_eq!(authors(&two, &in_two, is(TEXT)), ["Weber"]);
    assert_eq!(fs::read_to_string(calls).unwrap().lines().count(), 3);
}

#[test]
fn the_versions_of_an_open_file_are_read() {
    let world = World::new();
    let cancel = Cancel::default();
    let [(one, in_one), (two, in_two)] = world.two();
    fs::write(&in_one, "theirs\n").unwrap();
    fs::write(&in_two, "ours\n").unwrap();
    commit(&one, &in_one, "x").unwrap();
    push(&one, &in_one, nobody(&cancel)).unwrap();
    commit(&two, &in_two, "y").unwrap();
    let own = Path::new("visit.ron");
    assert_eq!(versions(&two, own), Ok([None, None, None]));
    pull(&two, &in_two, &World::driver(), nobody(&cancel)).unwrap();
    let all = [TEXT, "ours\n", "theirs\n"];
    assert_eq!(
        versions(&two, own),
        Ok(all.map(|text| Some(text.as_bytes().to_vec())))
    );
    assert!(status(&two, &in_two).unwrap().is_open());
}

#[test]
fn attributes_that_cannot_be_read_are_told_as_what_they_are() {
    let world = World::new();
    let cancel = Cancel::default();
    let [(one, in_one), (two, in_two)] = world.two();
    fs::write(&in_one, "ONE\ntwo\nthree\n").unwrap();
    commit(&one, &in_one, "x").unwrap();
    push(&one, &in_one, nobody(&cancel)).unwrap();
    let attributes = world.path("attributes");
    let own = attributes.display().to_string();
    set_config(&two, "core.attributesFile", &own).unwrap();
    let pulled = || pull(&two, &in_two, &World::driver(), nobody(&cancel));
    fs::create_dir(&attributes).unwrap();
    let error = pulled().unwrap_err();
    assert!(matches!(&error, GitError::Attributes(path, _) if *path == attributes));
    let said = error.say(Lang::En);
    assert!(said.contains(&own) && said.contains("attributes"), "{said}");
    // The path is meant from where git runs.
    set_config(&two, "core.attributesFile", "../attributes").unwrap();
    let error = pulled().unwrap_err();
    assert!(matches!(error, GitError::Attributes(..)), "{error}");
    // Who names a file that is not there has no attributes.
    fs::remove_dir(&attributes).unwrap();
    assert!(matches!(pulled(), Ok(Pulled::Merged { .. })));
}
