//! Finding the repository that a file is in, and whose it is, before `git` is ever run there.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use super::{Call, Git, GitError, Output};

/// A file that leads to the real folder of a repository is one line.
const POINTER_LIMIT: u64 = 8 << 10;

/// A repository that belongs to us.
#[derive(Debug, Clone)]
pub struct Repo {
    root: PathBuf,
    git_dir: PathBuf,
    git: Git,
}

impl Repo {
    /// The folder that the files are in.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder that `git` keeps its own things of this working tree in.
    pub fn git_dir(&self) -> &Path {
        &self.git_dir
    }

    /// Runs `git` at the root; an exit code other than 0 is no error here.
    pub fn run(&self, call: &Call<'_>) -> Result<Output, GitError> {
        self.git.run(&self.root, call)
    }

    /// Runs `git` at the root, and takes an exit code other than 0 as a refusal.
    pub fn done(&self, call: &Call<'_>) -> Result<Output, GitError> {
        let output = self.run(call)?;
        if output.is_done() {
            Ok(output)
        } else {
            Err(GitError::refused(&output))
        }
    }

    /// The real path of a file of this repository, from its root; none if it is not in it.
    pub fn inside(&self, file: &Path) -> Option<PathBuf> {
        let file = real(file)?;
        file.strip_prefix(&self.root).ok().map(Path::to_owned)
    }

    /// The same with another program in place of `git`.
    #[cfg(test)]
    pub(super) fn with(mut self, git: Git) -> Self {
        self.git = git;
        self
    }
}

/// The repository that the file or folder is in, if it is in one and that one is ours.
pub fn repository(path: &Path) -> Option<Repo> {
    look_for(path).ok().flatten()
}

/// The repository that the file or folder is in; one that belongs to somebody else is an error.
pub fn look_for(path: &Path) -> Result<Option<Repo>, GitError> {
    let Some(start) = real(path) else {
        return Ok(None);
    };
    for root in start.ancestors() {
        let entry = root.join(".git");
        let Ok(metadata) = fs::symlink_metadata(&entry) else {
            continue;
        };
        let git_dir = if metadata.is_file() {
            pointed_to(&entry, root)
        } else {
            fs::canonicalize(&entry).ok()
        };
        let Some(git_dir) = git_dir else {
            continue;
        };
        let common = pointed_to(&git_dir.join("commondir"), &git_dir);
        let parts = [root, &entry, &git_dir];
        if !parts.into_iter().chain(common.as_deref()).all(is_ours) {
            return Err(GitError::Foreign(root.to_owned()));
        }
        return Ok(Some(Repo {
            root: root.to_owned(),
            git_dir,
            git: Git::default(),
        }));
    }
    Ok(None)
}

/// The path without links; the file itself need not exist.
fn real(path: &Path) -> Option<PathBuf> {
    if let Ok(path) = fs::canonicalize(path) {
        return Some(path);
    }
    let path = std::path::absolute(path).ok()?;
    let folder = fs::canonicalize(path.parent()?).ok()?;
    Some(folder.join(path.file_name()?))
}

/// The folder that a small file names, from `base`: `gitdir: ../.git/worktrees/x`.
fn pointed_to(file: &Path, base: &Path) -> Option<PathBuf> {
    let mut text = String::new();
    let file = fs::File::open(file).ok()?;
    file.take(POINTER_LIMIT).read_to_string(&mut text).ok()?;
    let target = text.trim_end_matches(['\n', '\r']);
    let target = target.strip_prefix("gitdir: ").unwrap_or(target);
    fs::canonicalize(base.join(target)).ok()
}

/// Whether it belongs to the account that this program runs as.
#[cfg(unix)]
fn is_ours(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let me = rustix::process::geteuid().as_raw();
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.uid() == me)
}

/// Here only `git` itself knows, and looks.
#[cfg(not(unix))]
fn is_ours(_path: &Path) -> bool {
    true
}
