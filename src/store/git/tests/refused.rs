//! What `git` says when it refuses, and what is told of it.

use super::*;
use crate::words::{Lang, Speak};

fn told(err: &str) -> (Why, String) {
    let error = GitError::refused(&Output {
        code: Some(128),
        out: Vec::new(),
        err: err.to_owned(),
    });
    (error.why().unwrap(), error.say(Lang::De))
}

#[test]
fn what_is_known_is_said_without_the_words_of_git() {
    let all = "error: failed to push some refs to '/srv/other.git'\n\
               hint: Updates were rejected because the remote contains work that you do\n";
    for (err, expected) in [
        (
            " ! [rejected]        main -> main (fetch first)\n",
            Why::Behind,
        ),
        (
            " ! [rejected]        main -> main (non-fast-forward)\n",
            Why::Behind,
        ),
        (
            "remote: error: insufficient permission for adding an object to repository database\n\
             remote: fatal: failed to write object\nerror: remote unpack failed: unpack-objects \
             abnormal exit\n ! [remote rejected] main -> main (unpacker error)\n",
            Why::Forbidden,
        ),
        (
            "remote: GitLab: You are not allowed to push code to protected branches on this project.\n\
             ! [remote rejected] main -> main (pre-receive hook declined)\n",
            Why::Forbidden,
        ),
        (
            "remote: Permission to a/b.git denied to beck.\nfatal: unable to access \
             'https://example.org/a/b.git/': The requested URL returned error: 403\n",
            Why::Forbidden,
        ),
        (
            "fatal: The current branch main has no upstream branch.\nTo push the current branch\n",
            Why::NoUpstream,
        ),
        (
            "ssh: Could not resolve hostname git.example.org: Name or service not known\n\
             fatal: Could not read from remote repository.\n\nPlease make sure you have the correct \
             access rights\nand the repository exists.\n",
            Why::Unreachable,
        ),
        (
            "fatal: unable to access 'https://example.org/': Could not resolve host: example.org\n",
            Why::Unreachable,
        ),
        (
            "Host key verification failed.\nfatal: Could not read from remote repository.\n",
            Why::UnknownHost,
        ),
        (
            "fatal: unable to access 'https://example.org/': SSL certificate problem: self-signed \
             certificate\n",
            Why::UnknownHost,
        ),
        (
            "fatal: unable to access 'https://example.org/': server certificate verification \
             failed. CAfile: none CRLfile: none\n",
            Why::UnknownHost,
        ),
        (
            "git@example.org: Permission denied (publickey).\nfatal: Could not read from remote \
             repository.\n",
            Why::Authentication,
        ),
        (
            "fatal: could not read Username for 'https://example.org': terminal prompts disabled\n",
            Why::Authentication,
        ),
    ] {
        let (why, said) = told(&format!("To /srv/other.git\n{err}{all}"));
        assert_eq!(why, expected, "{err}");
        assert_eq!(said, why.said().get(Lang::De), "{err}");
    }
}

#[test]
fn what_is_not_known_is_said_in_the_words_of_git() {
    let (why, said) = told(
        "To /srv/other\n ! [remote rejected] main -> main (branch is currently checked out)\n\
         error: failed to push some refs to '/srv/other'\n",
    );
    assert_eq!(why, Why::Other);
    assert!(said.contains("(branch is currently checked out)"), "{said}");
    let (why, said) = told(
        "remote: error: hook: no ministers\nTo /srv/other.git\n ! [remote rejected] main -> main \
         (pre-receive hook declined)\nerror: failed to push some refs to '/srv/other.git'\n",
    );
    assert_eq!(why, Why::Hook);
    assert!(said.contains("hook"), "{said}");
}

#[test]
fn the_files_that_are_not_committed_are_named() {
    let (why, said) = told(
        "error: Your local changes to the following files would be overwritten by merge:\n\
         \tother.ron\n\tsub/a b.ron\nPlease commit your changes or stash them before you merge.\n\
         Aborting\n",
    );
    assert_eq!(why, Why::Uncommitted);
    assert!(said.contains(": other.ron, sub/a b.ron. Bitte"), "{said}");
}
