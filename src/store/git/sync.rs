//! To and from the other side: what colleagues committed is fetched and merged, what is committed
//! here is sent.

use std::{
    ffi::OsStr,
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    time::Duration,
};

use super::{
    Call, Cancel, Doing, GitError, Repo, State, Watch, Why,
    config::{self, config},
    status,
    unmerged::conflicted,
};
use crate::store::Cause;

/// How long the other side may say nothing.
const ANSWER: Duration = Duration::from_mins(1);
/// How long hooks and merging may say nothing.
const WORK: Duration = Duration::from_mins(5);
/// Of how many commits the authors and subjects are told.
const NAMED: &str = "--max-count=200";

/// How visits are merged by meaning where the repository is not set up for it.
#[derive(Debug, Clone)]
pub struct Driver {
    /// The command that merges, as `git` hands it to a shell.
    pub command: String,
    /// Which files it merges, as lines of `.gitattributes`.
    pub attributes: String,
}

/// What is fetched and not merged yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// How many commits; at least one.
    pub commits: usize,
    /// Who wrote them, each once.
    pub authors: Vec<String>,
    /// The first line of the message of each that is no merge, the earliest first.
    pub subjects: Vec<String>,
}

/// A merge that stopped half way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    /// The files, from the root, that are to be settled before it is concluded.
    pub open: Vec<PathBuf>,
    /// What is to be told where it is taken back instead, with what the driver said.
    pub why: GitError,
}

/// Fetches what is new on the other side; none if there is nothing.
pub fn fetch(repo: &Repo, file: &Path, watch: Watch<'_>) -> Result<Option<Incoming>, GitError> {
    let state = status(repo, file)?;
    if state.doing.is_some() {
        return Err(GitError::foreseen(Why::Unfinished));
    }
    if state.branch.is_none() {
        return Err(GitError::foreseen(Why::NoBranch));
    }
    if state.upstream.is_none() {
        return Err(GitError::foreseen(Why::NoUpstream));
    }
    let fetch = Call::new(["fetch", "--progress", "--no-recurse-submodules"]);
    repo.done(&reaching(repo, fetch)?.watched(watch))?;
    let incoming = incoming(repo)?;
    if incoming.commits == 0 {
        return Ok(None);
    }
    if status(repo, file)?.ahead > 0 {
        // A merge without a name to commit it under would stop half way.
        repo.done(&Call::new(["var", "GIT_COMMITTER_IDENT"]).looking())?;
    }
    Ok(Some(incoming))
}

/// The commits of the other side that are not here yet.
fn incoming(repo: &Repo) -> Result<Incoming, GitError> {
    let count = Call::new(["rev-list", "--count", "HEAD..@{upstream}"]).looking();
    let commits = repo.done(&count)?.text().parse().unwrap_or(0);
    let args = [
        "log",
        NAMED,
        "--no-merges",
        "--format=%an%x1f%s",
        "HEAD..@{upstream}",
    ];
    let (mut authors, mut subjects): (Vec<String>, Vec<String>) = Default::default();
    for line in repo.done(&Call::new(args).looking())?.text().lines() {
        let (author, subject) = line.split_once('\u{1f}').unwrap_or_default();
        if !author.is_empty() && !authors.iter().any(|known| known == author) {
            authors.push(author.to_owned());
        }
        subjects.insert(0, subject.to_owned());
    }
    Ok(Incoming {
        commits,
        authors,
        subjects,
    })
}

/// Merges what was fetched, in a commit with this message where one is needed; returns what is to be
/// settled. Once begun it is not stopped, so that no half of it stays behind.
pub fn merge(
    repo: &Repo,
    driver: &Driver,
    message: &str,
    watch: Watch<'_>,
) -> Result<Option<Stopped>, GitError> {
    let never = Cancel::default();
    let watch = Watch {
        cancel: &never,
        line: watch.line,
    };
    let args = [
        "merge",
        // Also where the account has set that a merge is never made.
        "--ff",
        "-m",
        message,
        "--no-stat",
        "--progress",
        "@{upstream}",
    ];
    let call = Call::new(args).patient(WORK).watched(watch);
    let (call, attributes) = driver.given_to(call, repo)?;
    let output = repo.run(&call);
    // It lies in git's own folder and does nothing there.
    let _ = fs::remove_file(attributes);
    let output = output?;
    if output.is_done() {
        return Ok(None);
    }
    let open = conflicted(repo)?;
    if open.is_empty() {
        return Err(GitError::refused(&output));
    }
    let why = GitError::unmerged(&output);
    Ok(Some(Stopped { open, why }))
}

impl Driver {
    /// Adds what is not set up to a call that merges; the file is to be removed afterwards.
    fn given_to<'a>(
        &self,
        mut call: Call<'a>,
        repo: &Repo,
    ) -> Result<(Call<'a>, PathBuf), GitError> {
        if config(repo, "merge.attache.driver")?.is_none() {
            call = call.set("merge.attache.driver", &self.command);
        }
        // What the repository itself says counts before this file, so that it can only add.
        let own = config::attributes_file(repo)?;
        let own = own.map_or_else(|| Ok(Vec::new()), read_attributes)?;
        let text = [self.attributes.as_bytes(), b"\n", &own].concat();
        let path = repo
            .git_dir()
            .join(format!("attache-attributes-{}", std::process::id()));
        // Without it visits would be merged line by line.
        fs::write(&path, text)
            .map_err(|error| GitError::Attributes(path.clone(), Cause::of(&error)))?;
        Ok((call.set("core.attributesFile", &path), path))
    }
}

/// The attributes of this account, which need not have any.
fn read_attributes(path: PathBuf) -> Result<Vec<u8>, GitError> {
    match fs::read(&path) {
        Ok(bytes) => Ok(bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(GitError::Attributes(path, Cause::of(&error))),
    }
}

/// Sends what is committed here; returns how many commits that was.
pub fn push(repo: &Repo, file: &Path, watch: Watch<'_>) -> Result<usize, GitError> {
    let State {
        branch,
        upstream,
        ahead,
        ..
    } = status(repo, file)?;
    if branch.is_none() {
        return Err(GitError::foreseen(Why::NoBranch));
    }
    let call = if upstream.is_some() {
        Call::new(["push", "--progress"])
    } else {
        let remote = only_remote(repo)?;
        Call::new(["push", "--progress", "--set-upstream", &remote, "HEAD"])
    };
    // Hooks of either side may take their time.
    let call = reaching(repo, call)?.patient(WORK).watched(watch);
    repo.done(&call)?;
    Ok(ahead)
}

/// The other side, where there is but one.
fn only_remote(repo: &Repo) -> Result<String, GitError> {
    let remotes = repo.done(&Call::new(["remote"]).looking())?.text();
    let mut remotes = remotes.lines();
    match (remotes.next(), remotes.next()) {
        (Some(remote), None) => Ok(remote.to_owned()),
        _ => Err(GitError::foreseen(Why::NoUpstream)),
    }
}

/// A call that talks to the other side, and never asks for a password over the screen; whoever set
/// up a way of their own keeps it.
fn reaching<'a>(repo: &Repo, call: Call<'a>) -> Result<Call<'a>, GitError> {
    let call = call.patient(ANSWER).reaching_out();
    let own = |name: &str| std::env::var_os(name).is_some_and(|value| value != OsStr::new(""));
    if own("GIT_SSH_COMMAND") || own("GIT_SSH") || config(repo, "core.sshCommand")?.is_some() {
        return Ok(call);
    }
    Ok(call.var("GIT_SSH_COMMAND", "ssh -o BatchMode=yes"))
}

/// Concludes what a merge, rebase or pick left open once the visit in `file` is settled. Returns the
/// files, from the root, that are to be settled before that can be done; with the next commit that a
/// rebase or pick goes on to, the visit may be among them again.
pub fn conclude_merge(repo: &Repo, file: &Path) -> Result<Vec<PathBuf>, GitError> {
    let state = status(repo, file)?;
    // Nobody has settled what else is open, though it lie in the folder of the visit.
    let is_ours =
        |path: &&PathBuf| Some(*path) == state.own.as_ref() || !state.conflicted.contains(path);
    let ours: Vec<&PathBuf> = state.changed.iter().filter(is_ours).collect();
    if !ours.is_empty() {
        repo.done(&Call::new(["add"]).paths(ours))?;
    }
    let others = conflicted(repo)?;
    if !others.is_empty() {
        return Ok(others);
    }
    let call = match state.doing {
        Some(Doing::Merging) => {
            // Without the list of conflicts that `git` keeps in the message meanwhile.
            Call::new(["commit", "--quiet", "--no-edit", "--cleanup=strip"])
        }
        Some(Doing::Picking) => Call::new(["cherry-pick", onward(repo)?]),
        Some(Doing::Reverting) => Call::new(["revert", onward(repo)?]),
        Some(Doing::Rebasing) => Call::new(["rebase", "--continue"]),
        None => return Ok(others),
    };
    let output = repo.run(&call.patient(WORK))?;
    if output.is_done() {
        return Ok(others);
    }
    match conflicted(repo)? {
        open if open.is_empty() => Err(GitError::refused(&output)),
        open => Ok(open),
    }
}

/// How picked commits go on: one of which nothing is left, since ours was kept, is passed over.
fn onward(repo: &Repo) -> Result<&'static str, GitError> {
    let call = Call::new(["diff-index", "--cached", "--quiet", "HEAD"]).looking();
    let is_empty = repo.run(&call)?.is_done();
    Ok(if is_empty { "--skip" } else { "--continue" })
}

/// Gives up a merge that was begun: everything is as it was before.
pub fn abort_merge(repo: &Repo) -> Result<(), GitError> {
    repo.done(&Call::new(["merge", "--abort"])).map(drop)
}
