//! What was committed of a visit, and by whom.

use std::{
    ffi::{OsStr, OsString},
    path::Path,
};

use chrono::{DateTime, FixedOffset};

use super::{Call, GitError, Repo, path, status::ours};

/// How far back it is looked which version was checked out here.
const LOOKED_BACK: &str = "--max-count=30";
/// Of how many commits the authors are asked.
const MOST: &str = "--max-count=200";

/// A commit that touched the visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// The beginning of its name.
    pub short: String,
    /// Who wrote it.
    pub author: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The first line of its message.
    pub subject: String,
}

/// The newest commits that touched the visit in `file`, at most so many.
pub fn log(repo: &Repo, file: &Path, most: usize) -> Result<Vec<Logged>, GitError> {
    let most = format!("--max-count={most}");
    // In full: a merge that took one side's file whole would hide what the other side did.
    let args = [
        "log",
        "--full-history",
        "-z",
        "--format=%h%x1f%an%x1f%aI%x1f%s",
        &most,
    ];
    let call = Call::new(args).looking().paths(ours(repo, file));
    let output = repo.run(&call)?;
    // A branch without a commit has none to show.
    if !output.is_done() && output.err.contains("does not have any commits yet") {
        return Ok(Vec::new());
    }
    if !output.is_done() {
        return Err(GitError::refused(&output));
    }
    let lines = path::parts(&output.out).map(String::from_utf8_lossy);
    Ok(lines.filter_map(|line| read(&line)).collect())
}

/// Who made what the file newly holds: the authors of the commits between the version that is known,
/// as `is_before` tells of its bytes, and what is checked out or being merged, the earliest first.
/// Whoever only merged is none of them. Nobody, where git never checked that version out.
pub fn authors(repo: &Repo, file: &Path, is_before: impl Fn(&[u8]) -> bool) -> Vec<String> {
    let Some(file) = repo.inside(file) else {
        return Vec::new();
    };
    let Some(before) = checked_out(repo, &file, is_before) else {
        return Vec::new();
    };
    let merging = "MERGE_HEAD".to_owned();
    let merging = repo.git_dir().join(&merging).exists().then_some(merging);
    let now = || std::iter::once("HEAD".to_owned()).chain(merging.clone());
    let without = |commit: &str| format!("^{commit}");
    let known: Vec<String> = now().map(|tip| without(&tip)).collect();
    let known = commits(repo, &file, known.iter().chain([&before]), "--no-merges");
    let came: Vec<String> = now().chain([without(&before)]).collect();
    let picked = ["CHERRY_PICK_HEAD", "REVERT_HEAD", "REBASE_HEAD"];
    let picked = picked
        .into_iter()
        .filter(|name| repo.git_dir().join(name).exists());
    // What a merge alone made was settled by whoever merged; what is being picked is in no branch yet.
    let mut found = commits(repo, &file, &came, "--no-merges");
    // A rebase commits again what was there before, in the same name and of the same time.
    found.retain(|commit| !known.contains(commit));
    if found.is_empty() {
        found = commits(repo, &file, &came, "--merges");
    }
    for name in picked.filter(|_| found.is_empty()).collect::<Vec<_>>() {
        found.extend(commits(repo, &file, [name], "--max-count=1"));
    }
    let mut names: Vec<String> = Vec::new();
    for (name, _) in found {
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The newest of the commits that were checked out here last in which the file is the one that
/// `is_before` knows.
fn checked_out(repo: &Repo, file: &Path, is_before: impl Fn(&[u8]) -> bool) -> Option<String> {
    let args = ["log", "--walk-reflogs", LOOKED_BACK, "--format=%H", "HEAD"];
    let commits = repo.done(&Call::new(args).looking()).ok()?.text();
    let mut looked: Vec<Vec<u8>> = Vec::new();
    commits.lines().find_map(|commit| {
        let mut object = OsString::from(format!("{commit}:"));
        object.push(file);
        let args = ["cat-file".into(), "blob".into(), object];
        let bytes = repo.done(&Call::new::<OsString>(args).looking()).ok()?.out;
        let is_it = !looked.contains(&bytes) && is_before(&bytes);
        looked.push(bytes);
        is_it.then(|| commit.to_owned())
    })
}

/// Who wrote the commits of a range that touched the file, and what tells one from another.
fn commits<S: AsRef<OsStr>>(
    repo: &Repo,
    file: &Path,
    range: impl IntoIterator<Item = S>,
    which: &str,
) -> Vec<(String, String)> {
    let args = [
        "log",
        MOST,
        "--reverse",
        "--full-history",
        "--format=%aN%x1f%ae %at",
        which,
    ];
    let args = args.into_iter().map(OsString::from);
    let range = range.into_iter().map(|one| one.as_ref().to_owned());
    let call = Call::new(args.chain(range)).looking().paths([file]);
    let Ok(output) = repo.done(&call) else {
        return Vec::new();
    };
    let split = |line: &str| {
        let (name, own) = line.split_once('\u{1f}')?;
        Some((name.to_owned(), own.to_owned()))
    };
    output.text().lines().filter_map(split).collect()
}

fn read(line: &str) -> Option<Logged> {
    let mut fields = line.trim_end_matches('\n').splitn(4, '\u{1f}');
    Some(Logged {
        short: fields.next()?.to_owned(),
        author: fields.next()?.to_owned(),
        at: DateTime::parse_from_rfc3339(fields.next()?).ok()?,
        subject: fields.next()?.to_owned(),
    })
}
