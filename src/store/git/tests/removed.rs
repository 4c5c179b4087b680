//! A visit that one side deleted and the other changed: the commands that are named settle it, from
//! whatever folder.

use std::{fs, path::PathBuf};

use super::*;
use crate::words::{Lang, Speak};

const CHANGED: &str = "one\ntwo\n3\n";
const ISSUE: &str = "visit.files/issue-1/visit.ron";

/// Two clones of which the second has a name that a shell would take apart; the first has deleted the
/// visit with its folder if `there`, else the second has; the other one has changed it.
fn torn(world: &World, there: bool) -> (Repo, PathBuf) {
    let [(one, in_one), _] = world.two();
    fs::create_dir_all(one.root().join(ISSUE).parent().unwrap()).unwrap();
    fs::write(one.root().join(ISSUE), TEXT).unwrap();
    commit(&one, &in_one, "issue").unwrap();
    world.in_folder("first", &["push", "--quiet"]);
    let (two, in_two) = world.clone("l'autre clone");
    for (repo, file, deletes) in [(&one, &in_one, there), (&two, &in_two, !there)] {
        if deletes {
            fs::remove_dir_all(repo.root().join("visit.files")).unwrap();
            fs::remove_file(file).unwrap();
        } else {
            fs::write(file, CHANGED).unwrap();
        }
        commit(repo, file, "mine").unwrap();
    }
    world.in_folder("first", &["push", "--quiet"]);
    world.in_folder("l'autre clone", &["fetch", "--quiet"]);
    (two, in_two)
}

/// The commands that an error names.
fn commands(said: &str) -> Vec<String> {
    let lines = said.lines().skip(1);
    let lines = lines.filter_map(|line| line.split_once(": "));
    lines.map(|(_, command)| command.to_owned()).collect()
}

/// Has a shell carry a command out, in a folder of its own.
fn carry_out(world: &World, command: &str) -> bool {
    let elsewhere = world.path("elsewhere");
    fs::create_dir_all(&elsewhere).unwrap();
    let run = std::process::Command::new("sh")
        .args(["-c", command])
        .current_dir(elsewhere)
        .env("GIT_CONFIG_GLOBAL", world.path("gitconfig"))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_EDITOR", ":")
        .output();
    run.unwrap().status.success()
}

#[test]
fn what_a_pull_that_was_taken_back_names_settles_it() {
    for (there, keeps) in [(true, true), (true, false), (false, true), (false, false)] {
        let world = World::new();
        let (repo, file) = torn(&world, there);
        merge(&repo, &World::driver(), "x", nobody(&Cancel::default())).unwrap();
        let error = halted(&repo).unwrap().unwrap();
        abort_merge(&repo).unwrap();
        let said = error.say(Lang::De);
        let who = if there {
            "von der anderen Seite gelöscht"
        } else {
            "hier gelöscht"
        };
        assert!(
            said.contains(who) && said.contains("zurückgenommen"),
            "{said}"
        );
        let [pull, keep, delete, conclude] = commands(&said).try_into().unwrap();
        assert!(!carry_out(&world, &pull), "it stops again");
        assert!(
            carry_out(&world, if keeps { &keep } else { &delete }),
            "{said}"
        );
        assert!(carry_out(&world, &conclude), "{said}");
        let state = status(&repo, &file).unwrap();
        assert_eq!((state.doing, state.changed), (None, Vec::new()));
        assert_eq!(file.exists(), keeps);
        assert_eq!(repo.root().join(ISSUE).exists(), keeps);
        if keeps {
            assert_eq!(fs::read_to_string(&file).unwrap(), CHANGED);
        }
    }
}

#[test]
fn what_waits_for_a_deleted_visit_is_told_and_settled_as_well() {
    let upstream = "origin/main";
    for (there, begin) in [
        (true, ["merge", upstream]),
        (false, ["merge", upstream]),
        (true, ["rebase", upstream]),
        (false, ["rebase", upstream]),
        (true, ["cherry-pick", upstream]),
        (false, ["cherry-pick", upstream]),
        (true, ["stash", "pop"]),
    ] {
        let world = World::new();
        let (repo, file) = torn(&world, there);
        if begin[0] == "stash" {
            // What is not committed, upon a version that has no such file.
            world.in_folder("l'autre clone", &["reset", "--quiet", "--soft", "HEAD~1"]);
            world.in_folder("l'autre clone", &["stash", "--quiet"]);
            world.in_folder("l'autre clone", &["merge", "--quiet", upstream]);
        }
        let stopped = repo.run(&Call::new(begin)).unwrap();
        assert!(!stopped.is_done(), "{begin:?} {there}");
        let state = status(&repo, &file).unwrap();
        let found = deleted(&repo, state.doing, Some(Path::new("visit.ron")));
        let said = GitError::Deleted(found.unwrap().unwrap()).say(Lang::De);
        // A stash is our own, though git takes it for what comes.
        let who = if there {
            "von der anderen Seite gelöscht"
        } else {
            "hier gelöscht"
        };
        assert!(said.contains(who), "{begin:?} {said}");
        let commands = commands(&said);
        assert!(carry_out(&world, &commands[0]), "{begin:?} {said}");
        assert_eq!(fs::read_to_string(&file).unwrap(), CHANGED);
        assert!(repo.root().join(ISSUE).exists(), "{begin:?} {said}");
        let is_named = matches!(begin[0], "merge" | "rebase");
        assert_eq!(commands.len(), if is_named { 3 } else { 2 }, "{said}");
        match commands.get(2) {
            Some(conclude) => assert!(carry_out(&world, conclude), "{begin:?} {said}"),
            None => assert_eq!(conclude_merge(&repo, &file), Ok(Vec::new()), "{begin:?}"),
        }
        assert_eq!(
            status(&repo, &file).unwrap().doing,
            None,
            "{begin:?} {there}"
        );
        let other = deleted(&repo, state.doing, Some(Path::new("other.ron")));
        assert_eq!(other, Ok(None));
    }
}
