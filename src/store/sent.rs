//! The log of what was exported when, for whom, from which issue: `sent.ron` beside the visit.
//!
//! It is written whole each time, as a visit is, so that it is never half. One entry stands on a
//! line, so that git joins what two people sent.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::{
    atomic::save,
    fingerprint::Fingerprint,
    issues::{IssueError, files_beside},
    library::files_of,
    platform,
    read::read,
    read_error::ReadError,
    save_error::SaveError,
    target::folder_of,
    visit_file::{Reason, is_sample},
};
use crate::words::Lang;

const NAME: &str = "sent.ron";
/// The first line, with the format version that this program writes.
const HEAD: &str = "(format: 1)";
/// How often an entry is added anew because somebody else added one meanwhile.
const ATTEMPTS: usize = 20;

/// A paper that was exported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    /// When, by the clock of the visit's home zone.
    pub at: NaiveDateTime,
    /// The paper's token.
    pub paper: String,
    /// The token of the audience.
    pub audience: String,
    /// The id of the person or vehicle whose it is, if it is one's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whose: Option<String>,
    /// The day that it is about, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
    /// Its language, or both where two stand side by side.
    pub langs: Vec<Lang>,
    /// The format's token.
    pub format: String,
    /// The issue that it is of; none for a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<u32>,
    /// The issue after which it is a draft, if it is one after an issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<u32>,
    /// The name of the file that was written; empty where it was only printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
}

/// Adds to the log of the visit at `path`, all at once. A sample of the program has no log.
///
/// # Errors
/// A log that cannot be read is not written either, so that nothing in it is lost.
pub fn log(path: &Path, entries: &[Sent]) -> Result<(), IssueError> {
    if entries.is_empty() || is_sample(path) {
        return Ok(());
    }
    let files = files_beside(path)?;
    let log = files.join(NAME);
    platform::create_folder(&files).map_err(|source| SaveError::Io {
        path: files,
        source,
    })?;
    for _ in 1..ATTEMPTS {
        match add(&log, entries) {
            Err(IssueError::Save(error)) if error.is_from_outside() => {}
            other => return other,
        }
    }
    add(&log, entries)
}

/// What was exported of the visit at `path`, the oldest first.
pub fn sent(path: &Path) -> Result<Vec<Sent>, IssueError> {
    let log = files_beside(path)?.join(NAME);
    Ok(load(&log)?.map_or_else(Vec::new, |(_, entries, _)| entries))
}

/// The names of files that were exported of the visit at `path` and are still beside it: the log does
/// not say where else they may be.
pub fn exported_beside(path: &Path) -> BTreeSet<String> {
    let names = sent(path).unwrap_or_default().into_iter();
    let names = names.map(|sent| sent.file).filter(|name| !name.is_empty());
    names
        .filter(|name| folder_of(path).join(name).is_file())
        .collect()
}

/// The log of the visit at `path`, be there one or not.
pub fn log_of(path: &Path) -> PathBuf {
    files_of(path).join(NAME)
}

/// Takes somebody out of the log of the visit at `path`: papers of their own stay in it without
/// saying whose they were, and file names that `names` them go. Says how many entries that touched.
pub fn erase_in_log(
    path: &Path,
    id: &str,
    names: &dyn Fn(&str) -> bool,
) -> Result<usize, IssueError> {
    let log = files_beside(path)?.join(NAME);
    for _ in 1..ATTEMPTS {
        match erase(&log, id, names) {
            Err(IssueError::Save(error)) if error.is_from_outside() => {}
            other => return other,
        }
    }
    erase(&log, id, names)
}

fn erase(log: &Path, id: &str, names: &dyn Fn(&str) -> bool) -> Result<usize, IssueError> {
    let Some((_, entries, fingerprint)) = load(log)? else {
        return Ok(0);
    };
    let mut touched = 0;
    let mut text = format!("{HEAD}\n");
    for mut entry in entries {
        let is_own = entry.whose.as_deref() == Some(id);
        if is_own || names(&entry.file) {
            touched += 1;
            entry.file.clear();
        }
        if is_own {
            entry.whose = None;
        }
        text.push_str(&line(log, &entry)?);
    }
    if touched > 0 {
        save(log, text.as_bytes(), Some(&fingerprint))?;
    }
    Ok(touched)
}

/// The line of an entry.
fn line(log: &Path, entry: &Sent) -> Result<String, SaveError> {
    let line = ron::to_string(entry).map_err(|error| SaveError::Unwritable {
        path: log.to_owned(),
        reason: error.to_string(),
    })?;
    Ok(line + "\n")
}

fn add(log: &Path, entries: &[Sent]) -> Result<(), IssueError> {
    let loaded = load(log)?;
    let (mut text, expected) = match loaded {
        Some((text, _, fingerprint)) => (text, Some(fingerprint)),
        None => (format!("{HEAD}\n"), None),
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    for entry in entries {
        text.push_str(&line(log, entry)?);
    }
    save(log, text.as_bytes(), expected.as_ref())?;
    Ok(())
}

fn no_log(log: &Path) -> IssueError {
    IssueError::NoLog {
        path: log.to_owned(),
    }
}

type Loaded = (String, Vec<Sent>, Fingerprint);

fn load(log: &Path) -> Result<Option<Loaded>, IssueError> {
    match fs::symlink_metadata(log) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Ok(found) if !found.is_file() => {
            return Err(IssueError::Foreign {
                path: log.to_owned(),
            });
        }
        // Reading says what is wrong.
        _ => {}
    }
    let loaded = read(log).map_err(|error| match error {
        ReadError::Empty { .. } => no_log(log),
        other => other.into(),
    })?;
    let mut lines = loaded.text.lines().enumerate();
    let head = lines.next().map(|(_, line)| line);
    if head != Some(HEAD) {
        return Err(no_log(log));
    }
    let entries = lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| {
            ron::from_str(line).map_err(|error| IssueError::Broken {
                path: log.to_owned(),
                line: at + 1,
                reason: Reason::of(error.code),
            })
        })
        .collect::<Result<_, _>>()?;
    Ok(Some((loaded.text, entries, loaded.fingerprint)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: u32) -> Sent {
        let day = NaiveDate::from_ymd_opt(2024, 11, 11).unwrap();
        Sent {
            at: day.and_hms_opt(14, 0, 0).unwrap(),
            paper: "day".to_owned(),
            audience: "driver".to_owned(),
            whose: None,
            day: Some(day),
            langs: vec![Lang::De, Lang::Fr],
            format: "text".to_owned(),
            issue: Some(number),
            after: None,
            file: "tag \"1\"\n.txt".to_owned(),
        }
    }

    #[test]
    fn what_was_sent_is_remembered_in_order_and_privately() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("besuch.ron");
        assert_eq!(sent(&path).unwrap(), []);
        log(&path, &[]).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        log(&path, &[entry(1)]).unwrap();
        log(&path, &[entry(2), entry(3)]).unwrap();
        assert_eq!(sent(&path).unwrap(), [entry(1), entry(2), entry(3)]);
        let file = folder.path().join("besuch.files/sent.ron");
        assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 4);
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            assert_eq!(fs::metadata(file).unwrap().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn nothing_is_lost_when_many_add_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("besuch.ron");
        std::thread::scope(|scope| {
            for of_thread in 0..4 {
                let path = &path;
                scope.spawn(move || {
                    for number in 0..5 {
                        log(path, &[entry(of_thread * 5 + number)]).unwrap();
                    }
                });
            }
        });
        let entries = sent(&path).unwrap();
        let mut numbers: Vec<_> = entries.iter().filter_map(|entry| entry.issue).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (0..20).collect::<Vec<_>>());
    }

    #[test]
    fn a_log_that_is_not_understood_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("besuch.ron");
        log(&path, &[entry(1)]).unwrap();
        let file = folder.path().join("besuch.files/sent.ron");
        let good = fs::read_to_string(&file).unwrap();
        for bad in [
            format!("{good}(at: \"2024"),
            format!("{good}(paper: \"day\", more: 1)\n"),
            good.replace("format: 1", "format: 2"),
        ] {
            fs::write(&file, &bad).unwrap();
            let error = sent(&path).unwrap_err();
            assert!(error.to_string().contains("sent.ron"), "{error}");
            assert!(log(&path, &[entry(2)]).is_err());
            assert_eq!(fs::read_to_string(&file).unwrap(), bad);
        }
    }
}
