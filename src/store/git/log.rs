//! What was committed of a visit, and by whom.

use std::path::Path;

use chrono::{DateTime, FixedOffset};

use super::{Call, GitError, Repo, path, status::ours};

/// How far back it is looked which version was checked out here.
const LOOKED_BACK: &str = "--max-count=30";
/// Of how many commits the authors are asked.
const MOST: &str = "--max-count=200";
/// The most that is read of the versions that were checked out here, in bytes.
const VERSIONS: usize = 64 << 20;

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
    let begun = |name: &&str| repo.git_dir().join(name).exists();
    let now = format!("{before}...HEAD");
    let merging = ["MERGE_HEAD"].into_iter().filter(begun);
    let range = ["--full-history", "--left-right", &now].into_iter();
    let all = commits(repo, &file, range.chain(merging));
    let known: Vec<&Commit> = all.iter().filter(|commit| commit.is_known).collect();
    // A rebase commits again what was there before, in the same name and of the same time.
    let came = all.iter().filter(|commit| {
        let is_again =
            |other: &&Commit| (&other.author, &other.own) == (&commit.author, &commit.own);
        !commit.is_known && (commit.is_merge || !known.iter().any(is_again))
    });
    // What a merge alone made was settled by whoever merged; what is being picked is in no branch yet.
    let (merges, mut found): (Vec<&Commit>, Vec<&Commit>) =
        came.partition(|commit| commit.is_merge);
    if found.is_empty() {
        found = merges;
    }
    let picked = ["CHERRY_PICK_HEAD", "REVERT_HEAD", "REBASE_HEAD"];
    let picked = picked
        .into_iter()
        .filter(begun)
        .filter(|_| found.is_empty());
    let picked: Vec<&str> = picked.collect();
    let picked = match &picked[..] {
        [] => Vec::new(),
        picked => commits(
            repo,
            &file,
            ["--no-walk"].into_iter().chain(picked.iter().copied()),
        ),
    };
    let mut names: Vec<String> = Vec::new();
    for Commit { author, .. } in found.into_iter().chain(&picked) {
        if !author.is_empty() && !names.contains(author) {
            names.push(author.clone());
        }
    }
    names
}

/// The newest of the commits that were checked out here last in which the file is the one that
/// `is_before` knows.
fn checked_out(repo: &Repo, file: &Path, is_before: impl Fn(&[u8]) -> bool) -> Option<String> {
    let args = ["log", "--walk-reflogs", LOOKED_BACK, "--format=%H", "HEAD"];
    let commits = repo.done(&Call::new(args).looking()).ok()?.text();
    let commits: Vec<&str> = commits.lines().collect();
    let file = path::bytes_of(file);
    // Asked for line by line, so that a name of two lines cannot be.
    if file.contains(&b'\n') {
        return None;
    }
    let asked = commits
        .iter()
        .flat_map(|commit| [commit.as_bytes(), b":", &file, b"\n"].concat());
    // At once, since each call of a program takes its time on a busy machine.
    let call = Call::new(["cat-file", "--batch"]).looking();
    let call = call.input(asked.collect::<Vec<u8>>()).at_most(VERSIONS);
    let out = repo.done(&call).ok()?.out;
    let mut looked: Vec<&[u8]> = Vec::new();
    let mut versions = commits.into_iter().zip(versions(&out));
    let found = versions.find(|(_, bytes)| {
        bytes.is_some_and(|bytes| {
            let is_new = !looked.contains(&bytes);
            looked.push(bytes);
            is_new && is_before(bytes)
        })
    });
    found.map(|(commit, _)| commit.to_owned())
}

/// The versions of a file that `git cat-file --batch` prints, none for each that there is not:
/// `HASH blob LENGTH`, and then as many bytes and the end of a line.
fn versions(mut out: &[u8]) -> impl Iterator<Item = Option<&[u8]>> {
    std::iter::from_fn(move || {
        let end = out.iter().position(|byte| *byte == b'\n')?;
        let head = String::from_utf8_lossy(&out[..end]);
        out = &out[end + 1..];
        let Some((_, length)) = head.split_once(" blob ") else {
            return Some(None);
        };
        let (bytes, rest) = out.split_at_checked(length.parse().ok()?)?;
        out = rest.get(1..).unwrap_or_default();
        Some(Some(bytes))
    })
}

/// A commit that touched the file.
struct Commit {
    author: String,
    /// What tells one from another that is of the same author.
    own: String,
    is_merge: bool,
    /// Whether it is of the side that was known.
    is_known: bool,
}

/// The commits of a range that touched the file, the earliest first.
fn commits<'a>(repo: &Repo, file: &Path, range: impl IntoIterator<Item = &'a str>) -> Vec<Commit> {
    let args = [
        "log",
        MOST,
        "--reverse",
        "--format=%m%x1f%P%x1f%aN%x1f%ae %at",
    ];
    let args = args.into_iter().chain(range);
    let Ok(output) = repo.done(&Call::new(args).looking().paths([file])) else {
        return Vec::new();
    };
    let read = |line: &str| {
        let mut fields = line.splitn(4, '\u{1f}');
        Some(Commit {
            is_known: fields.next()? == "<",
            is_merge: fields.next()?.contains(' '),
            author: fields.next()?.to_owned(),
            own: fields.next()?.to_owned(),
        })
    };
    output.text().lines().filter_map(read).collect()
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
