//! The backups of a visit as they are listed: when each was, and what it would change.

mod hint;
mod said;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::NaiveDateTime;

use super::{
    Settings,
    changed::{Changed, changes},
};
use crate::{
    model::Visit,
    store::{Backup, Backups, RestoreError},
    words::{Lang, Speak},
};

pub use hint::{backup_hint, with_hint};

/// A backup, and what restoring it would change.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedBackup {
    /// It.
    pub backup: Backup,
    /// When that was, by the clock of this machine.
    pub at: NaiveDateTime,
    /// The same as `attache restore` takes it: it means this backup whatever others are made.
    pub stamp: String,
    /// The visit as it was, or why it is not restored: the file was broken then.
    pub content: Result<Arc<Visit>, String>,
    /// What would be different from now.
    pub differs: Differs,
    /// What the other file is called that it is of; none where it is of this one, wherever that was.
    pub other: Option<PathBuf>,
    /// Whether only the seconds tell it from another.
    pub by_seconds: bool,
}

/// How a backup differs from what is there now.
#[derive(Debug, Clone, PartialEq)]
pub enum Differs {
    /// In this; in nothing where it is empty.
    In(Vec<Changed>),
    /// Only in what is in conflict: so many were open then.
    Conflicts(usize),
    /// It is of another visit.
    OtherVisit,
    /// It, or what is there now, cannot be read.
    Unknown,
}

/// The backups of the visit that is or was at `path`, those of that file first and of each the newest
/// first, compared with the visit as it is `now`, where that can be read.
pub fn list_backups(
    backups: &Backups,
    path: &Path,
    now: Option<&Visit>,
    settings: &Settings,
) -> Vec<ListedBackup> {
    let lang = settings.lang;
    let read = backups.of(path).into_iter().map(|backup| {
        let content = match backup.open() {
            Ok(opened) => Ok(Arc::new(opened.visit)),
            Err(error) => Err(RestoreError::Unreadable(error).say(lang)),
        };
        (backup, content)
    });
    let read: Vec<(Backup, Result<Arc<Visit>, String>)> = read.collect();
    let files = files(path, read.iter().map(|(backup, _)| backup));
    let mut listed: Vec<ListedBackup> = read
        .into_iter()
        .map(|(backup, content)| {
            let at = settings.local(backup.at.and_utc());
            ListedBackup {
                at,
                stamp: backup.stamp(at),
                differs: differs(now, content.as_deref().ok(), lang),
                other: other(&backup, path).then(|| distinct(&backup.from, &files)),
                by_seconds: false,
                content,
                backup,
            }
        })
        .collect();
    listed.sort_by_key(|one| one.other.is_some());
    let minutes: Vec<i64> = listed.iter().map(minute).collect();
    for one in &mut listed {
        let same = minutes.iter().filter(|other| **other == minute(one));
        one.by_seconds = same.count() > 1;
    }
    listed
}

fn minute(one: &ListedBackup) -> i64 {
    one.at.and_utc().timestamp().div_euclid(60)
}

fn differs(now: Option<&Visit>, then: Option<&Visit>, lang: Lang) -> Differs {
    match (now, then) {
        (Some(now), Some(then)) if now.head.id != then.head.id => Differs::OtherVisit,
        (Some(now), Some(then)) => match changes(now, then, lang) {
            none if none.is_empty() && now.conflicts != then.conflicts => {
                Differs::Conflicts(then.conflicts.len())
            }
            changes => Differs::In(changes),
        },
        _ => Differs::Unknown,
    }
}

/// Whether a backup is of another file than the one at `path`. A file of the same name that is no
/// longer there may have become this one.
fn other(backup: &Backup, path: &Path) -> bool {
    let is_moved = backup.from.file_name() == path.file_name() && !backup.from.exists();
    !backup.is_of(path) && !is_moved
}

/// The file at `path` and those that backups were made of, each once.
fn files<'a>(path: &Path, backups: impl Iterator<Item = &'a Backup>) -> Vec<PathBuf> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut files = vec![path];
    for backup in backups {
        if !files.contains(&backup.from) {
            files.push(backup.from.clone());
        }
    }
    files
}

/// A file by as much of the end of its path as tells it from the others.
fn distinct(file: &Path, all: &[PathBuf]) -> PathBuf {
    let parts: Vec<_> = file.components().collect();
    let end = |from: usize| -> PathBuf { parts[from..].iter().collect() };
    let others = || all.iter().filter(|other| *other != file);
    let mut ends = (0..parts.len()).rev().map(end);
    let is_distinct = |end: &PathBuf| !others().any(|other| other.ends_with(end));
    ends.find(is_distinct).unwrap_or_else(|| file.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_by_what_tells_it_from_the_others() {
        let all = ["/a/lib/v.ron", "/b/lib/v.ron", "/b/w.ron", "/v.ron"].map(PathBuf::from);
        for (file, expected) in [
            ("/a/lib/v.ron", "a/lib/v.ron"),
            ("/b/lib/v.ron", "b/lib/v.ron"),
            ("/b/w.ron", "w.ron"),
            ("/v.ron", "/v.ron"),
        ] {
            assert_eq!(distinct(Path::new(file), &all), Path::new(expected));
        }
    }
}
