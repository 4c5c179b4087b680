//! How a visit stands in its repository: the branch, what is not committed, what is not settled.

use std::path::{Path, PathBuf};

use super::{Call, GitError, Repo, path, unmerged::conflicted};
use crate::store::library::files_of;

/// How a visit stands in its repository.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// The folder that the files of the repository are in.
    pub root: PathBuf,
    /// The branch; none if no branch is checked out.
    pub branch: Option<String>,
    /// Its counterpart on the other side.
    pub upstream: Option<String>,
    /// How many commits are here and not yet there.
    pub ahead: usize,
    /// How many commits were there and not yet here when it was last asked.
    pub behind: usize,
    /// The visit's own file, from the root.
    pub own: Option<PathBuf>,
    /// The files of the visit that are not committed as they are, from the root.
    pub changed: Vec<PathBuf>,
    /// Those among them that `git` does not know yet.
    pub new: Vec<PathBuf>,
    /// The files of the repository that a merge left open, from the root.
    pub conflicted: Vec<PathBuf>,
    /// What was begun and is not finished.
    pub doing: Option<Doing>,
}

/// What was begun in a repository and is not finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// A merge.
    Merging,
    /// A rebase.
    Rebasing,
    /// A cherry-pick.
    Picking,
    /// A revert.
    Reverting,
}

/// What tells that something was begun: what `git` leaves in its folder meanwhile.
const BEGUN: &[(&str, Doing)] = &[
    ("rebase-merge", Doing::Rebasing),
    ("rebase-apply", Doing::Rebasing),
    ("MERGE_HEAD", Doing::Merging),
    ("CHERRY_PICK_HEAD", Doing::Picking),
    ("REVERT_HEAD", Doing::Reverting),
];

/// How the visit in `file` stands in its repository.
pub fn status(repo: &Repo, file: &Path) -> Result<State, GitError> {
    let args = [
        "status",
        "--porcelain=v2",
        "-z",
        "--branch",
        "--ahead-behind",
        "--no-renames",
        "--untracked-files=all",
        "--ignore-submodules=all",
    ];
    let call = Call::new(args).looking().paths(ours(repo, file));
    let mut state = parse(&repo.done(&call)?.out);
    let begun = BEGUN
        .iter()
        .find(|(name, _)| repo.git_dir().join(name).exists());
    repo.root().clone_into(&mut state.root);
    state.own = repo.inside(file);
    state.doing = begun.map(|(_, doing)| *doing);
    if state.doing.is_some() {
        state.conflicted = conflicted(repo)?;
    }
    Ok(state)
}

/// Whether a rebase was begun, as the folder of a repository that is `git`'s own tells. What is being
/// applied from mails is none.
pub fn is_rebasing(git_dir: &Path) -> bool {
    let signs = ["rebase-merge", "rebase-apply/rebasing"];
    signs.iter().any(|sign| git_dir.join(sign).exists())
}

/// The visit's file and the folder beside it, from the root.
pub(super) fn ours(repo: &Repo, file: &Path) -> Vec<PathBuf> {
    let file = repo.inside(file).unwrap_or_else(|| file.to_owned());
    vec![files_of(&file), file]
}

/// Whether a `git` works in the repository right now, or has written this file, by its path from the
/// root, and not yet said of which commit it is.
pub fn is_at_work(repo: &Repo, path: &Path) -> bool {
    let is_as_written = || {
        let args = ["diff-files", "--quiet"];
        repo.run(&Call::new(args).looking().paths([path]))
            .is_ok_and(|output| output.is_done())
    };
    repo.git_dir().join("index.lock").exists() || is_as_written()
}

/// Reads what `git status --porcelain=v2 -z --branch` prints.
fn parse(out: &[u8]) -> State {
    let mut state = State::default();
    for part in path::parts(out) {
        match part.first() {
            Some(b'#') => state.read_head(&String::from_utf8_lossy(part)),
            // What has no rename has eight fields before its path, what is open ten.
            Some(b'1') => state.changed.extend(behind(part, 8)),
            Some(b'u') => {
                state.changed.extend(behind(part, 10));
                state.conflicted.extend(behind(part, 10));
            }
            Some(b'?') => {
                state.changed.extend(behind(part, 1));
                state.new.extend(behind(part, 1));
            }
            _ => {}
        }
    }
    state
}

/// The path behind so many fields.
fn behind(part: &[u8], fields: usize) -> Option<PathBuf> {
    let path = part.splitn(fields + 1, |byte| *byte == b' ').nth(fields)?;
    Some(path::of_bytes(path))
}

impl State {
    /// Whether `git` waits for the visit's own file to be settled.
    pub fn is_open(&self) -> bool {
        self.own
            .as_ref()
            .is_some_and(|own| self.conflicted.contains(own))
    }

    /// The files that a merge left open, but for the visit's own.
    pub fn others(&self) -> impl Iterator<Item = &PathBuf> {
        let own = self.own.as_ref();
        let open = self.conflicted.iter();
        open.filter(move |path| Some(*path) != own)
    }

    fn read_head(&mut self, line: &str) {
        let mut words = line.split(' ').skip(1);
        let (Some(key), Some(value)) = (words.next(), words.next()) else {
            return;
        };
        let number = |word: &str| word.trim_start_matches(['+', '-']).parse().unwrap_or(0);
        match key {
            "branch.head" => self.branch = (value != "(detached)").then(|| value.to_owned()),
            "branch.upstream" => self.upstream = Some(value.to_owned()),
            "branch.ab" => {
                self.ahead = number(value);
                self.behind = words.next().map_or(0, number);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_git_prints_is_read() {
        let hash = "3f786850e387550fdab836ed7e6dc881de23001b";
        let changed = format!("1 .M N... 100644 100644 100644 {hash} {hash} a b.ron");
        let open = format!("u UU N... 100644 100644 100644 100644 {hash} {hash} {hash} c d.ron");
        let cases = [
            ("", State::default()),
            (
                "# branch.oid (initial)\0# branch.head main\0",
                State {
                    branch: Some("main".to_owned()),
                    ..State::default()
                },
            ),
            (
                "# branch.oid 3f78\0# branch.head (detached)\0",
                State::default(),
            ),
            (
                "# branch.head main\0# branch.upstream origin/main\0# branch.ab +2 -1\0",
                State {
                    branch: Some("main".to_owned()),
                    upstream: Some("origin/main".to_owned()),
                    ahead: 2,
                    behind: 1,
                    ..State::default()
                },
            ),
            // The counterpart was set up but is not there yet.
            (
                "# branch.head main\0# branch.upstream origin/main\0",
                State {
                    branch: Some("main".to_owned()),
                    upstream: Some("origin/main".to_owned()),
                    ..State::default()
                },
            ),
            (
                &format!("{changed}\0? new one.ron\0{open}\0"),
                State {
                    changed: ["a b.ron", "new one.ron", "c d.ron"]
                        .map(PathBuf::from)
                        .into(),
                    new: vec!["new one.ron".into()],
                    conflicted: vec!["c d.ron".into()],
                    ..State::default()
                },
            ),
            // A file name may hold what looks like a line, and be cut short.
            (
                "? # branch.head x\nu\0? \0#\0# branch.ab\x001 .M\0u\0",
                State {
                    changed: vec!["# branch.head x\nu".into(), "".into()],
                    new: vec!["# branch.head x\nu".into(), "".into()],
                    ..State::default()
                },
            ),
        ];
        for (out, expected) in cases {
            assert_eq!(parse(out.as_bytes()), expected, "{out:?}");
        }
    }

    #[test]
    fn a_file_of_the_same_name_elsewhere_is_another() {
        let state = State {
            own: Some("sub/x.ron".into()),
            conflicted: ["x.ron", "sub/x.ron"].map(PathBuf::from).into(),
            ..State::default()
        };
        let others: Vec<&PathBuf> = state.others().collect();
        assert_eq!(others, [&PathBuf::from("x.ron")]);
    }
}
