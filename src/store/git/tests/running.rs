//! How a program is started in place of `git`, waited for and ended.

use std::{ffi::OsStr, fs, path::Path, time::Duration};

use super::*;

/// A program in place of `git`.
#[cfg(unix)]
fn in_place_of_git(world: &World, script: &str) -> Repo {
    let program = world.path("instead");
    fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    make_runnable(&program);
    let repo = repository(&world.path("first")).unwrap();
    repo.with(Git::other(program.as_os_str(), &[]))
}

#[cfg(unix)]
#[test]
fn a_git_that_hangs_or_talks_without_end_is_ended() {
    let world = World::new();
    world.clone("first");
    let call = || {
        Call::new(["x"])
            .patient(Duration::from_millis(300))
            .at_most(1000)
    };
    // What it started is ended with it.
    let hangs = in_place_of_git(&world, "sleep 600 & sleep 600");
    assert_eq!(
        hangs.run(&call()),
        Err(GitError::Silent(Duration::from_millis(300)))
    );
    let talks = in_place_of_git(&world, "yes");
    assert_eq!(talks.run(&call()), Err(GitError::TooMuch));
    let waits = in_place_of_git(&world, "echo ready >&2; sleep 600");
    let cancel = Cancel::default();
    let watch = Watch {
        cancel: &cancel,
        line: &|_| cancel.now(),
    };
    assert_eq!(waits.run(&call().watched(watch)), Err(GitError::Cancelled));
    // What it started may live on, and is not waited for.
    let leaves = in_place_of_git(&world, "sleep 600 & echo done");
    let output = leaves.run(&call()).unwrap();
    assert_eq!((output.code, output.text()), (Some(0), "done".to_owned()));
    let nothing = repository(&world.path("first")).unwrap();
    let nothing = nothing.with(Git::other(OsStr::new("/no/such/git"), &[]));
    assert_eq!(nothing.run(&call()), Err(GitError::Missing));
}

#[cfg(unix)]
#[test]
fn git_is_told_nothing_that_leads_elsewhere_and_has_nobody_to_ask() {
    let world = World::new();
    world.clone("first");
    let repo = in_place_of_git(&world, "pwd; cat; env; for a; do echo \"<$a>\"; done");
    let file = Path::new("-x $(y).ron");
    let output = repo
        .run(&Call::new(["status"]).looking().paths([file]))
        .unwrap();
    let text = output.text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], repo.root().to_str().unwrap());
    let expected = [
        "LC_ALL=C",
        "GIT_TERMINAL_PROMPT=0",
        "GIT_EDITOR=:",
        "GIT_PAGER=cat",
        "SSH_ASKPASS_REQUIRE=force",
        "<--no-optional-locks>",
        "<--literal-pathspecs>",
        "<core.fsmonitor=false>",
        "<-x $(y).ron>",
    ];
    for line in expected {
        assert!(lines.contains(&line), "{line} in {text}");
    }
    let at = |wanted: &str| lines.iter().position(|line| *line == wanted);
    assert!(at("<-->") < at("<-x $(y).ron>"));
}

#[test]
fn what_is_left_out_of_the_environment() {
    let left_out = |name: &str| crate::store::git::run::is_left_out(OsStr::new(name));
    for name in [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_TRACE",
        "GIT_CONFIG_COUNT",
    ] {
        assert!(left_out(name), "{name}");
    }
    for name in [
        "GIT_SSH_COMMAND",
        "GIT_CONFIG_GLOBAL",
        "GIT_AUTHOR_NAME",
        "PATH",
        "GITHUB",
    ] {
        assert!(!left_out(name), "{name}");
    }
}
