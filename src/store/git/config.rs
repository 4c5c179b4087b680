//! Values of a repository's own configuration.

use std::path::PathBuf;

use super::{Call, GitError, Output, Repo};

/// What `git config` ends with where there is no such value.
const NO_SUCH: i32 = 1;
/// What it ends with when there is nothing to take away.
const NOTHING_THERE: i32 = 5;

/// The value of a setting, wherever it is set.
pub fn config(repo: &Repo, key: &str) -> Result<Option<String>, GitError> {
    let output = repo.run(&Call::new(["config", "--null", "--get", key]).looking())?;
    match output.code {
        Some(0) => Ok(Some(output.text())),
        Some(NO_SUCH) => Ok(None),
        _ => Err(GitError::refused(&output)),
    }
}

/// Gives a setting its value, in this repository alone; several of that key become one.
pub fn set_config(repo: &Repo, key: &str, value: &str) -> Result<(), GitError> {
    let call = Call::new(["config", "--local", "--replace-all", key, value]);
    repo.done(&call).map(drop)
}

/// Takes a setting out of this repository.
pub fn unset_config(repo: &Repo, key: &str) -> Result<(), GitError> {
    let output = repo.run(&Call::new(["config", "--local", "--unset-all", key]))?;
    match output {
        Output {
            code: Some(0 | NOTHING_THERE),
            ..
        } => Ok(()),
        output => Err(GitError::refused(&output)),
    }
}

/// The file of attributes that holds for all repositories of this account, if there may be one.
pub(super) fn attributes_file(repo: &Repo) -> Result<Option<PathBuf>, GitError> {
    let args = ["config", "--null", "--path", "--get", "core.attributesFile"];
    let output = repo.run(&Call::new(args).looking())?;
    if output.is_done() {
        // Seen from where `git` runs.
        return Ok(Some(repo.root().join(output.text())));
    }
    let folder = std::env::var_os("XDG_CONFIG_HOME").filter(|folder| !folder.is_empty());
    let folder = folder
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".config")));
    Ok(folder.map(|folder| folder.join("git/attributes")))
}
