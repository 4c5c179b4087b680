//! Committing one visit: its file and the folder beside it, and nothing else.

use std::{path::Path, time::Duration};

use super::{Call, GitError, Repo, Why, status};

/// How long a hook may look at a commit without saying anything.
const HOOK: Duration = Duration::from_mins(5);

/// Commits the visit in `file` with the folder beside it; what else was prepared for a commit stays
/// as it is.
pub fn commit(repo: &Repo, file: &Path, message: &str) -> Result<(), GitError> {
    let state = status(repo, file)?;
    if state.doing.is_some() {
        return Err(GitError::foreseen(Why::Unfinished));
    }
    if state.changed.is_empty() {
        return Err(GitError::foreseen(nothing(repo, file)?));
    }
    if !state.conflicted.is_empty() {
        // What a stash left open is settled by being taken as it is.
        repo.done(&Call::new(["add"]).paths(&state.conflicted))?;
    }
    if !state.new.is_empty() {
        // Only files that `git` knows can be committed by their names.
        repo.done(&Call::new(["add", "--intent-to-add"]).paths(&state.new))?;
    }
    let args = [
        "commit",
        "--quiet",
        "--only",
        "--cleanup=whitespace",
        "--file=-",
    ];
    let call = Call::new(args)
        .input(message)
        .patient(HOOK)
        .paths(&state.changed);
    let committed = repo.done(&call).map(drop);
    if committed.is_err() && !state.new.is_empty() {
        let args = ["rm", "--cached", "--quiet", "--force", "--ignore-unmatch"];
        // What kept the commit from being made is told; this would only add to it.
        let _ = repo.done(&Call::new(args).paths(&state.new));
    }
    committed
}

/// Why there is nothing to commit: it is committed already, or left out.
fn nothing(repo: &Repo, file: &Path) -> Result<Why, GitError> {
    let Some(file) = repo.inside(file) else {
        return Ok(Why::Nothing);
    };
    // This command takes a path as it is, if only it begins as one.
    let path = Path::new(".").join(file).into_os_string();
    let args = ["check-ignore".into(), "--quiet".into(), "--".into(), path];
    let ignored = repo.run(&Call::new(args).looking())?.is_done();
    Ok(if ignored { Why::Ignored } else { Why::Nothing })
}
