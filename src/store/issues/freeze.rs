//! Making an issue: whole under a temporary name first, then under the next number, never half.

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use chrono::{NaiveDateTime, SubsecRound};

use super::{
    ABOUT, About, FORMAT, Issue, IssueError, VISIT, files_beside, folder_of_issue, is_frozen,
    newest_in, numbers,
};
use crate::{
    display,
    model::Visit,
    store::{
        atomic::save_here,
        lock::{self, Asked},
        platform,
        save_error::SaveError,
        sweep::sweep_folders,
        target::resolve,
        temp,
        visit_file::{is_sample, to_ron},
    },
};

/// A save of the visit takes milliseconds.
const LOCK_WAIT: Duration = Duration::from_secs(5);
/// More issues at the same moment than that are no people.
const ATTEMPTS: usize = 100;

/// Freezes `visit`, which is saved at `path`, as the next issue with this "Stand".
///
/// # Errors
/// Refused where nothing changed since the newest issue, for a sample of the program, and where the
/// folder beside the visit cannot be used. There is then no issue more than before.
pub fn freeze(
    path: &Path,
    visit: &Visit,
    at: NaiveDateTime,
    note: &str,
) -> Result<Issue, IssueError> {
    if is_frozen(path) {
        return Err(IssueError::Frozen {
            path: path.to_owned(),
        });
    }
    if is_sample(path) {
        return Err(IssueError::Sample {
            path: path.to_owned(),
        });
    }
    let real = resolve(path).map_err(|source| failed(path, source))?;
    let files = files_beside(&real)?;
    // Under the lock of the visit neither is a second issue made nor the folder moved away.
    let _lock = match lock::ask(&real, LOCK_WAIT) {
        Asked::Ours(lock) => Some(lock),
        Asked::Impossible => None,
        Asked::Taken(holder) => return Err(SaveError::Locked { path: real, holder }.into()),
    };
    if let Some(newest) = newest_in(&files)?
        && newest.is(visit)
    {
        return Err(IssueError::Unchanged(newest.issue));
    }
    platform::create_folder(&files).map_err(|source| failed(&files, source))?;
    sweep_folders(&files, SystemTime::now());
    let made = Made::in_folder(&files, visit, at.trunc_subsecs(0), note)?;
    made.named(&files)
}

fn failed(path: &Path, source: std::io::Error) -> IssueError {
    let path = path.to_owned();
    SaveError::Io { path, source }.into()
}

/// An issue that is whole but has no number yet; it goes away unless it gets one.
struct Made {
    folder: PathBuf,
    at: NaiveDateTime,
    note: String,
}

impl Made {
    fn in_folder(
        files: &Path,
        visit: &Visit,
        at: NaiveDateTime,
        note: &str,
    ) -> Result<Self, IssueError> {
        let words: Vec<&str> = note.split_whitespace().collect();
        let name = temp::new_name().map_err(|source| failed(files, source))?;
        let made = Self {
            folder: files.join(name),
            at,
            note: display::fit(&words.join(" ")).into_owned(),
        };
        platform::create_folder(&made.folder).map_err(|source| failed(files, source))?;
        made.write(VISIT, to_ron(visit))?;
        let about = About {
            format: FORMAT,
            at,
            note: made.note.clone(),
            erased: Vec::new(),
        };
        made.write(ABOUT, about.to_ron())?;
        Ok(made)
    }

    fn write(&self, name: &str, bytes: Result<Vec<u8>, String>) -> Result<(), SaveError> {
        let path = self.folder.join(name);
        let bytes = bytes.map_err(|reason| SaveError::Unwritable {
            path: path.clone(),
            reason,
        })?;
        save_here(&path, &bytes, None, LOCK_WAIT).map(drop)
    }

    /// Gives it the next number. Where there is no lock, somebody may be quicker: the number is then
    /// theirs, and ours the one after it.
    fn named(mut self, files: &Path) -> Result<Issue, IssueError> {
        for _ in 0..ATTEMPTS {
            let newest = numbers(files)?.into_iter().max().unwrap_or_default();
            let Some(number) = newest.checked_add(1) else {
                let path = folder_of_issue(files, newest);
                return Err(IssueError::Foreign { path });
            };
            let own = folder_of_issue(files, number);
            match platform::rename_new(&self.folder, &own) {
                Err(error) if is_taken(error.kind()) => {}
                Err(error) => return Err(failed(&own, error)),
                Ok(()) => {
                    self.folder = PathBuf::new();
                    platform::sync_folder(files).map_err(|source| failed(files, source))?;
                    return Ok(Issue {
                        number,
                        at: self.at,
                        note: std::mem::take(&mut self.note),
                        erased: Vec::new(),
                    });
                }
            }
        }
        Err(failed(files, ErrorKind::AlreadyExists.into()))
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        if !self.folder.as_os_str().is_empty() {
            // Nothing can be done about a failure here; a later issue sweeps.
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

const fn is_taken(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty
    )
}
