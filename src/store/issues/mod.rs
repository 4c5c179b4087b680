//! Issues: versions of a visit that went out, frozen in the folder beside it and never changed.
//!
//! ```text
//!   NAME.files/
//!     sent.ron           what was exported when, for whom, from which issue
//!     issue-1/
//!       issue.ron        when and why it was made
//!       visit.ron        the visit as it was
//!       papers/          what went out from it, byte for byte
//! ```

mod erase;
mod error;
mod freeze;
mod papers;

use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

pub use erase::erase_in_issue;
pub use error::IssueError;
pub use freeze::freeze;
use papers::papers_of;
pub use papers::{keep, kept};

use super::{
    OpenError, library::files_of, read::read, read_error::ReadError, target::resolve, visit_file,
};
use crate::model::Visit;

const PREFIX: &str = "issue-";
const ABOUT: &str = "issue.ron";
const VISIT: &str = "visit.ron";
/// The format version of `issue.ron` that this program writes.
const FORMAT: u32 = 1;

/// An issue: a version of a visit that went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its number, from 1.
    pub number: u32,
    /// Its "Stand", by the clock of the visit's home zone.
    pub at: NaiveDateTime,
    /// Why it was made; may be empty.
    pub note: String,
    /// The days on which somebody was erased from it; else it is as it went out.
    pub erased: Vec<NaiveDate>,
}

/// The newest issue of a visit, with the visit as it then was.
#[derive(Debug, Clone, PartialEq)]
pub struct Newest {
    /// The issue.
    pub issue: Issue,
    /// The visit as it then was.
    pub visit: Visit,
}

impl Newest {
    /// Whether nothing changed since: papers of `visit` are papers of this issue.
    pub fn is(&self, visit: &Visit) -> bool {
        self.visit == *visit
    }
}

/// What `issue.ron` holds.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    format: u32,
    at: NaiveDateTime,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    erased: Vec<NaiveDate>,
}

impl About {
    fn to_ron(&self) -> Result<Vec<u8>, String> {
        let pretty = ron::ser::PrettyConfig::new().new_line("\n");
        let text = ron::ser::to_string_pretty(self, pretty);
        let text = text.map(|text| (text + "\n").into_bytes());
        text.map_err(|error| error.to_string())
    }
}

/// Whether a file is the frozen visit of an issue, which nobody changes.
pub fn is_frozen(path: &Path) -> bool {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let named = |path: &Path| path.file_name().and_then(OsStr::to_str).map(str::to_owned);
    let issue = path.parent();
    let files = issue.and_then(Path::parent).and_then(Path::extension);
    named(&path).is_some_and(|name| name == VISIT)
        && issue
            .and_then(named)
            .is_some_and(|name| number_of(&name).is_some())
        && files.is_some_and(|ending| ending == "files")
}

/// The issues of the visit at `path`, in the order of their numbers.
///
/// # Errors
/// One that cannot be read is named, and none is left out silently.
pub fn issues(path: &Path) -> Result<Vec<Issue>, IssueError> {
    let files = files_beside(path)?;
    let mut numbers = numbers(&files)?;
    numbers.sort_unstable();
    numbers
        .into_iter()
        .map(|number| about(&files, number))
        .collect()
}

/// The folders of the issues of the visit at `path` with their numbers, in the order of these, be
/// the issues readable or not.
pub fn issue_folders(path: &Path) -> Result<Vec<(u32, PathBuf)>, IssueError> {
    let files = files_beside(path)?;
    let mut numbers = numbers(&files)?;
    numbers.sort_unstable();
    let folder = |number| (number, folder_of_issue(&files, number));
    Ok(numbers.into_iter().map(folder).collect())
}

/// The visit at `path` as it was in an issue.
pub fn frozen(path: &Path, number: u32) -> Result<Visit, IssueError> {
    let files = files_beside(path)?;
    is_there(path, &files, number)?;
    visit_of(&files, number)
}

/// The newest issue of the visit at `path`, if there is one.
pub fn newest(path: &Path) -> Result<Option<Newest>, IssueError> {
    newest_in(&files_beside(path)?)
}

fn newest_in(files: &Path) -> Result<Option<Newest>, IssueError> {
    let Some(number) = numbers(files)?.into_iter().max() else {
        return Ok(None);
    };
    Ok(Some(Newest {
        issue: about(files, number)?,
        visit: visit_of(files, number)?,
    }))
}

/// The folder beside the visit that `path` leads to, through any links to the visit itself; the
/// folder is never a link.
pub(super) fn files_beside(path: &Path) -> Result<PathBuf, IssueError> {
    let real = resolve(path).map_err(|source| unread(path, source))?;
    let files = files_of(&real);
    folder(&files)?;
    Ok(files)
}

/// Whether a folder is there; anything else in its place is refused, links above all.
fn folder(path: &Path) -> Result<bool, IssueError> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => Ok(true),
        Ok(_) => Err(IssueError::Foreign {
            path: path.to_owned(),
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(unread(path, error)),
    }
}

/// Refuses what is there but is no file of its own.
fn file(path: &Path) -> Result<bool, IssueError> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => Ok(true),
        Ok(_) => Err(IssueError::Foreign {
            path: path.to_owned(),
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(unread(path, error)),
    }
}

fn unread(path: &Path, source: io::Error) -> IssueError {
    let path = path.to_owned();
    ReadError::Io { path, source }.into()
}

fn folder_of_issue(files: &Path, number: u32) -> PathBuf {
    files.join(format!("{PREFIX}{number}"))
}

/// The numbers of what is named as an issue, in any order, be it one or not.
fn numbers(files: &Path) -> Result<Vec<u32>, IssueError> {
    let entries = match fs::read_dir(files) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.map_err(|source| unread(files, source))?,
    };
    let mut numbers = Vec::new();
    for entry in entries {
        let name = entry.map_err(|source| unread(files, source))?.file_name();
        numbers.extend(name.to_str().and_then(number_of));
    }
    Ok(numbers)
}

/// The number of an issue's folder: one that this program would name so.
pub(super) fn number_of(name: &str) -> Option<u32> {
    let digits = name.strip_prefix(PREFIX)?;
    let number: u32 = digits.parse().ok()?;
    (number > 0 && number.to_string() == digits).then_some(number)
}

/// Refuses an issue that there is not.
fn is_there(path: &Path, files: &Path, number: u32) -> Result<PathBuf, IssueError> {
    let own = folder_of_issue(files, number);
    if number > 0 && folder(&own)? {
        return Ok(own);
    }
    let mut known = numbers(files)?;
    known.sort_unstable();
    Err(IssueError::Missing {
        path: path.to_owned(),
        number,
        known,
    })
}

fn about(files: &Path, number: u32) -> Result<Issue, IssueError> {
    let own = folder_of_issue(files, number);
    folder(&own)?;
    let path = own.join(ABOUT);
    file(&path)?;
    let text = read(&path).map_err(|error| damaged(error, &path))?.text;
    let about: About = ron::from_str(&text).map_err(|error| IssueError::Broken {
        path: path.clone(),
        line: error.span.start.line,
        reason: visit_file::Reason::of(error.code),
    })?;
    if about.format > FORMAT {
        return Err(IssueError::Newer {
            path,
            version: about.format,
        });
    }
    Ok(Issue {
        number,
        at: about.at,
        note: about.note,
        erased: about.erased,
    })
}

fn visit_of(files: &Path, number: u32) -> Result<Visit, IssueError> {
    let own = folder_of_issue(files, number);
    folder(&own)?;
    let path = own.join(VISIT);
    file(&path)?;
    let opened = visit_file::open(&path).map_err(|error| match error {
        OpenError::Read(error) => damaged(error, &path),
        OpenError::Foreign { path } => IssueError::Damaged { path },
        other => other.into(),
    })?;
    Ok(opened.visit)
}

/// What it means that a file of an issue at `path` cannot be read: nobody can choose another or make
/// it anew.
fn damaged(error: ReadError, path: &Path) -> IssueError {
    match error {
        ReadError::Missing { .. } | ReadError::Empty { .. } => IssueError::Damaged {
            path: path.to_owned(),
        },
        other => other.into(),
    }
}

#[cfg(test)]
mod tests;
