//! What was committed of a visit, and by whom.

use std::path::Path;

use chrono::{DateTime, FixedOffset};

use super::{Call, GitError, Repo, path, status::ours};

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

/// Who made what the file newly holds. After a merge that is the other side, whoever merged.
pub fn author(repo: &Repo, file: &Path) -> Option<String> {
    let file = repo.inside(file)?;
    // What a merge brings that is not concluded, what the newest commit brought, or any.
    ["HEAD..MERGE_HEAD", "HEAD^1..HEAD", "HEAD"]
        .into_iter()
        .find_map(|commits| {
            let args = [
                "log",
                "--max-count=1",
                "--no-merges",
                "--full-history",
                "--format=%an",
                commits,
            ];
            let output = repo.done(&Call::new(args).looking().paths([&file])).ok()?;
            Some(output.text()).filter(|author| !author.is_empty())
        })
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
