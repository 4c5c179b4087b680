//! What a merge left open, and the versions of a file that there are.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use super::{Call, GitError, Repo, path};

/// The files that a merge left open, from the root.
pub(super) fn conflicted(repo: &Repo) -> Result<Vec<PathBuf>, GitError> {
    Ok(sides(repo)?.into_iter().map(|(path, _)| path).collect())
}

/// The files that a merge left open, from the root, and which versions there are of each: what both
/// sides began with, ours, theirs.
pub(super) fn sides(repo: &Repo) -> Result<Vec<(PathBuf, [bool; 3])>, GitError> {
    let call = Call::new(["ls-files", "--unmerged", "-z"]).looking();
    let out = repo.done(&call)?.out;
    let mut found: Vec<(PathBuf, [bool; 3])> = Vec::new();
    // Mode, object, stage, then the path behind a tab; one line for each side.
    for line in path::parts(&out) {
        let mut halves = line.splitn(2, |byte| *byte == b'\t');
        let (Some(head), Some(path)) = (halves.next(), halves.next()) else {
            continue;
        };
        let path = path::of_bytes(path);
        if found.last().is_none_or(|(last, _)| *last != path) {
            found.push((path, [false; 3]));
        }
        let stage = head.last().and_then(|digit| digit.checked_sub(b'1'));
        if let (Some(stage), Some((_, versions))) = (stage, found.last_mut())
            && let Some(version) = versions.get_mut(usize::from(stage))
        {
            *version = true;
        }
    }
    Ok(found)
}

/// The versions of a file that a merge left open, by its path from the root: what both sides began
/// with, ours, theirs. A side that has no such file has none.
pub fn versions(repo: &Repo, path: &Path) -> Result<[Option<Vec<u8>>; 3], GitError> {
    let call = Call::new(["ls-files", "--unmerged", "-z"]).looking();
    let out = repo.done(&call.paths([path]))?.out;
    let mut versions = [None, None, None];
    for line in path::parts(&out) {
        let fields = line.split(|byte| matches!(byte, b' ' | b'\t'));
        let mut fields = fields.skip(1).map(String::from_utf8_lossy);
        let (Some(object), Some(stage)) = (fields.next(), fields.next()) else {
            continue;
        };
        let stage: usize = stage.parse().unwrap_or(0);
        if let Some(version) = stage.checked_sub(1).and_then(|at| versions.get_mut(at)) {
            let call = Call::new(["cat-file", "blob", &object]).looking();
            *version = match repo.done(&call) {
                Ok(output) => Some(output.out),
                // No visit is as large, and nothing of it can be one.
                Err(GitError::TooMuch) => Some(Vec::new()),
                Err(error) => return Err(error),
            };
        }
    }
    Ok(versions)
}

/// A file, by its path from the root, as the newest commit has it; none if it has no such file.
pub fn committed(repo: &Repo, path: &Path) -> Option<Vec<u8>> {
    let mut object = OsString::from("HEAD:");
    object.push(path);
    let args = ["cat-file".into(), "blob".into(), object];
    let call = Call::new::<OsString>(args).looking();
    repo.done(&call).ok().map(|output| output.out)
}

/// Whether a commit has such a file or folder.
pub(super) fn has(repo: &Repo, commit: &str, path: &Path) -> bool {
    let mut object = OsString::from(format!("{commit}:"));
    object.push(path);
    let args = ["cat-file".into(), "-e".into(), object];
    repo.done(&Call::new::<OsString>(args).looking()).is_ok()
}
