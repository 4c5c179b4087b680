//! What stops a merge that no visit can settle: a file that one side deleted, and an issue that both
//! sides made.

use std::{
    collections::BTreeSet,
    ffi::OsString,
    path::{Path, PathBuf},
};

use super::{Call, Doing, GitError, Repo, deleted::deleted, path, unmerged::sides};
use crate::store::issues::number_of;

/// Why a merge stopped that is not settled in any visit; none where it can be. What a person has to do
/// about it is in the error.
pub fn halted(repo: &Repo) -> Result<Option<GitError>, GitError> {
    if let Some(deleted) = deleted(repo, Some(Doing::Merging), None)? {
        return Ok(Some(GitError::Deleted(deleted.taken_back())));
    }
    let open = sides(repo)?;
    let twice = open.iter().filter(|(_, versions)| !versions[0]);
    let twice: Vec<(PathBuf, u32)> = twice.filter_map(|(path, _)| issue_of(path)).collect();
    let Some((folder, _)) = twice.first().cloned() else {
        return Ok(None);
    };
    let own = twice.iter().filter(|(own, _)| *own == folder);
    let own: BTreeSet<u32> = own.map(|(_, number)| *number).collect();
    let mut known = numbers(repo, "HEAD", &folder)?;
    known.extend(numbers(repo, "MERGE_HEAD", &folder)?);
    let free = known.last().copied().unwrap_or_default().saturating_add(1);
    Ok(Some(GitError::Twice {
        folder,
        issues: own.into_iter().zip(free..).collect(),
    }))
}

/// The folder beside a visit and the number of the issue in it that a file is of.
fn issue_of(file: &Path) -> Option<(PathBuf, u32)> {
    file.ancestors().skip(1).find_map(|issue| {
        let number = number_of(issue.file_name()?.to_str()?)?;
        let folder = issue.parent()?;
        let is_beside = folder.extension().is_some_and(|own| own == "files");
        is_beside.then(|| (folder.to_owned(), number))
    })
}

/// The issues that a commit has in a folder.
fn numbers(repo: &Repo, commit: &str, folder: &Path) -> Result<BTreeSet<u32>, GitError> {
    let mut tree = OsString::from(format!("{commit}:"));
    tree.push(folder);
    let args = ["ls-tree".into(), "--name-only".into(), "-z".into(), tree];
    let out = repo.done(&Call::new::<OsString>(args).looking())?.out;
    let names = path::parts(&out).map(path::of_bytes);
    Ok(names.filter_map(|name| number_of(name.to_str()?)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_an_issue_is_known_by_its_folders() {
        for (path, expected) in [
            ("a.files/issue-2/visit.ron", Some(("a.files", 2))),
            (
                "x/a b.files/issue-10/papers/day.pdf",
                Some(("x/a b.files", 10)),
            ),
            ("a.files/sent.ron", None),
            ("issue-2/visit.ron", None),
            ("a.ron", None),
        ] {
            let expected = expected.map(|(folder, number)| (PathBuf::from(folder), number));
            assert_eq!(issue_of(Path::new(path)), expected, "{path}");
        }
    }
}
