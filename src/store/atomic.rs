//! Saving a file so that at every moment either the old or the new content is there, whole.

mod old;

use std::{
    fs::{self, File},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use self::old::Old;
use super::{
    backups::Backups,
    fingerprint::Fingerprint,
    in_place,
    lock::{self, Asked, Lock},
    platform,
    save_error::SaveError,
    save_warning::SaveWarning,
    target::{folder_of, home, resolve},
    temp::Temp,
};

/// How long a save waits for somebody else's to end, where nobody waits for it.
pub const LOCK_WAIT: Duration = Duration::from_secs(5);
/// A network drive may refuse to rename while somebody has the file open for a moment.
const BUSY_PAUSES: [Duration; 3] = [
    Duration::from_millis(20),
    Duration::from_millis(60),
    Duration::from_millis(180),
];

/// A save that went well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// What the file looks like now; the next save expects this.
    pub fingerprint: Fingerprint,
    /// What a person should know all the same.
    pub warnings: Vec<SaveWarning>,
}

/// Saves `bytes` in the file that `path` means, through any links.
///
/// `expected` is what was loaded or saved last, or nothing for a file that does not exist yet. If
/// something else is there by now, nothing is written.
pub fn save(path: &Path, bytes: &[u8], expected: Option<&Fingerprint>) -> Result<Saved, SaveError> {
    hold(path, LOCK_WAIT)?.save(bytes, expected)
}

/// A file that nobody else saves meanwhile who knows our lock, so that it can be read, changed and
/// saved in one go. Each save still looks at what is there.
#[derive(Debug)]
pub struct Held {
    target: PathBuf,
    _lock: Option<Lock>,
    backups: Option<Backups>,
    /// Whose rights a file that is new gets.
    like: Option<PathBuf>,
    /// How one file takes the place of another; tests have it fail.
    rename: fn(&Path, &Path) -> io::Result<()>,
}

/// Holds the file that `path` means, through any links; waits so long for somebody else's save.
pub fn hold(path: &Path, wait: Duration) -> Result<Held, SaveError> {
    let target = resolve(path).map_err(|source| SaveError::Io {
        path: path.to_owned(),
        source,
    })?;
    hold_here(target, wait)
}

fn hold_here(target: PathBuf, wait: Duration) -> Result<Held, SaveError> {
    let lock = match lock::ask(&target, wait) {
        Asked::Ours(lock) => Some(lock),
        Asked::Impossible => None,
        Asked::Taken(holder) => {
            return Err(SaveError::Locked {
                path: target,
                holder,
            });
        }
    };
    Ok(Held {
        target,
        _lock: lock,
        backups: None,
        like: None,
        rename: |from, to| fs::rename(from, to),
    })
}

impl Held {
    /// The file itself, behind any links.
    pub fn path(&self) -> &Path {
        &self.target
    }

    /// The same, with a place for what is there: with that it may be written over where it cannot be
    /// replaced because somebody holds it open.
    #[must_use]
    pub fn with_backups(self, backups: &Backups) -> Self {
        Self {
            backups: Some(backups.clone()),
            ..self
        }
    }

    /// The same, for a file that is new and holds what another in its folder held: whoever may read
    /// and write that one may this one too, and nobody else but its owner, who is to go on in it.
    #[must_use]
    pub fn like(self, other: &Path) -> Self {
        let other = home(other);
        let is_beside = folder_of(&other) == folder_of(&home(&self.target));
        Self {
            like: is_beside.then_some(other),
            ..self
        }
    }

    /// Saves `bytes` as [`save`] does.
    pub fn save(&self, bytes: &[u8], expected: Option<&Fingerprint>) -> Result<Saved, SaveError> {
        let target = self.target.as_path();
        let failed = |source| SaveError::Io {
            path: target.to_owned(),
            source,
        };
        let old = Old::open(target)?;
        old::as_expected(old.as_ref(), bytes, expected, target)?;
        let mut temp = Temp::create_in(folder_of(target)).map_err(failed)?;
        let like = self.like.as_deref().and_then(old::rights_of);
        let rights = match (&old, &like) {
            (Some(old), _) => Rights::Of(&old.file),
            (None, Some(like)) => Rights::Like(like),
            (None, None) => Rights::New(folder_of(target)),
        };
        let shortfall = fill(&mut temp, bytes, rights).map_err(failed)?;
        let warnings = SaveWarning::of(target, old.as_ref().map(|old| &old.metadata), shortfall);
        self.put_in_place(temp, bytes, old)
            .map(|fingerprint| Saved {
                fingerprint,
                warnings,
            })
    }
}

/// Saves in exactly this file: a link in its place is replaced and not followed.
pub(super) fn save_here(
    target: &Path,
    bytes: &[u8],
    expected: Option<&Fingerprint>,
    lock_wait: Duration,
) -> Result<Saved, SaveError> {
    hold_here(target.to_owned(), lock_wait)?.save(bytes, expected)
}

/// Writes a file of the program's own, whatever was there before; only this process writes it.
pub(super) fn write_own(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    let mut temp = Temp::create_in(folder)?;
    temp.write(bytes)?;
    temp.finish()?;
    fs::rename(temp.path(), path)?;
    temp.renamed();
    platform::sync_folder(folder)
}

/// Whose rights a file gets.
#[derive(Clone, Copy)]
enum Rights<'a> {
    /// Those of the one that it replaces.
    Of(&'a File),
    /// Those of another beside it, and its owner may write it.
    Like(&'a File),
    /// Those of a new one in this folder.
    New(&'a Path),
}

/// Writes everything, gives the file its rights and sees it onto the disk.
fn fill(temp: &mut Temp, bytes: &[u8], rights: Rights<'_>) -> io::Result<platform::Shortfall> {
    temp.write(bytes)?;
    let file = temp.file()?;
    let shortfall = match rights {
        Rights::Of(old) => platform::carry_over(old, file)?,
        Rights::Like(other) => {
            let shortfall = platform::carry_over(other, file)?;
            platform::open_to_owner(file)?;
            shortfall
        }
        Rights::New(folder) => {
            platform::give_new(folder, file)?;
            platform::Shortfall::default()
        }
    };
    temp.finish()?;
    Ok(shortfall)
}

impl Held {
    /// Renames, and makes the rename last.
    fn put_in_place(
        &self,
        temp: Temp,
        bytes: &[u8],
        old: Option<Old>,
    ) -> Result<Fingerprint, SaveError> {
        let target = self.target.as_path();
        let path = || target.to_owned();
        let failed = |source| SaveError::Io {
            path: path(),
            source,
        };
        let metadata = fs::metadata(temp.path()).map_err(failed)?;
        let saved = Fingerprint::of(bytes, &metadata);
        match old {
            None => platform::rename_new(temp.path(), target).map_err(|error| {
                if error.kind() == ErrorKind::AlreadyExists {
                    SaveError::ChangedOutside { path: path() }
                } else {
                    failed(error)
                }
            })?,
            Some(old) => {
                // Those who do not know our lock may have written while we did.
                let now = fs::metadata(target).map_err(|error| match error.kind() {
                    ErrorKind::NotFound => SaveError::RemovedOutside { path: path() },
                    _ => failed(error),
                })?;
                if !platform::is_untouched(&old.metadata, &now) {
                    return Err(SaveError::ChangedOutside { path: path() });
                }
                drop(old.file);
                match (self.rename_over(temp.path()), &self.backups) {
                    (Ok(()), _) => {}
                    (Err(error), Some(backups)) if is_busy(&error) => {
                        return in_place::overwrite(target, bytes, backups, error);
                    }
                    (Err(error), _) => return Err(failed(error)),
                }
            }
        }
        temp.renamed();
        self.confirm(saved)
    }

    /// Makes what was renamed outlast a power cut.
    fn confirm(&self, saved: Fingerprint) -> Result<Fingerprint, SaveError> {
        platform::sync_folder(folder_of(&self.target)).map_err(|source| {
            SaveError::Unconfirmed {
                path: self.target.clone(),
                saved,
                source,
            }
        })?;
        Ok(saved)
    }

    fn rename_over(&self, from: &Path) -> io::Result<()> {
        for pause in BUSY_PAUSES {
            match (self.rename)(from, &self.target) {
                Err(error) if is_busy(&error) => thread::sleep(pause),
                other => return other,
            }
        }
        (self.rename)(from, &self.target)
    }
}

/// Whether somebody holds the file open.
fn is_busy(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy
    )
}

#[cfg(test)]
mod tests;
