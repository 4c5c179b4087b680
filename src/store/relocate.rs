//! Moving a visit file together with the folder beside it, within a file system or to another one.

use std::{
    fs,
    io::{self, ErrorKind},
    path::Path,
    time::Duration,
};

use super::{
    library::files_of,
    lock::{self, Asked},
    move_error::{MoveError, MoveWarning, Moved},
    platform,
    target::folder_of,
    temp::{self, Temp},
};

/// A save takes milliseconds, so a move need not wait long for one.
const LOCK_WAIT: Duration = Duration::from_secs(2);

/// What the system does in a move; a test may have it refuse.
pub(super) struct System {
    /// Gives a file or folder a name that nothing has yet.
    pub(super) rename: fn(&Path, &Path) -> io::Result<()>,
    /// Makes what happened in a folder outlast a power cut.
    pub(super) sync: fn(&Path) -> io::Result<()>,
}

/// The system as it is.
pub(super) const SYSTEM: System = System {
    rename: platform::rename_new,
    sync: platform::sync_folder,
};

/// Moves the visit at `from`, with the folder beside it, to `to`, where nothing may be.
pub(super) fn relocate(from: &Path, to: &Path) -> Result<Moved<()>, MoveError> {
    SYSTEM.relocate(from, to)
}

impl System {
    /// Moves the visit at `from`, with the folder beside it, to `to`, where nothing may be.
    pub(super) fn relocate(&self, from: &Path, to: &Path) -> Result<Moved<()>, MoveError> {
        let failed = |source: io::Error| match source.kind() {
            ErrorKind::AlreadyExists => MoveError::Taken {
                path: to.to_owned(),
            },
            _ => MoveError::Io {
                path: from.to_owned(),
                source,
            },
        };
        let _lock = match lock::ask(from, LOCK_WAIT) {
            Asked::Ours(lock) => Some(lock),
            Asked::Impossible => None,
            Asked::Taken(_) => {
                return Err(MoveError::Locked {
                    path: from.to_owned(),
                });
            }
        };
        platform::create_folder(folder_of(to)).map_err(failed)?;
        let (from_files, to_files) = (files_of(from), files_of(to));
        let has_files = fs::symlink_metadata(&from_files).is_ok();
        let of_files = if has_files {
            self.move_one(&from_files, &to_files).map_err(failed)?
        } else {
            None
        };
        let of_visit = self
            .move_one(from, to)
            .inspect_err(|_| {
                if has_files {
                    // Back to where the visit still is; if even that fails, nothing is lost but
                    // order.
                    let _ = self.move_one(&to_files, &from_files);
                }
            })
            .map_err(failed)?;
        Ok(Moved {
            now: (),
            warning: of_files.or(of_visit),
        })
    }

    /// Moves a file or folder to where nothing is. An error means that it was not moved.
    fn move_one(&self, from: &Path, to: &Path) -> io::Result<Option<MoveWarning>> {
        let rest = match (self.rename)(from, to) {
            Err(error) if error.kind() == ErrorKind::CrossesDevices => self.carry(from, to)?,
            other => {
                other?;
                None
            }
        };
        let synced = (self.sync)(folder_of(to)).and_then(|()| (self.sync)(folder_of(from)));
        let unconfirmed = synced.err().map(|source| MoveWarning::Unconfirmed {
            path: to.to_owned(),
            source,
        });
        Ok(rest.or(unconfirmed))
    }

    /// Moves a file or folder to another file system, where nothing is: the copy stands under a
    /// name of its own until it is whole, and the original goes last.
    fn carry(&self, from: &Path, to: &Path) -> io::Result<Option<MoveWarning>> {
        if fs::symlink_metadata(to).is_ok() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let copied = folder_of(to).join(temp::new_name()?);
        copy(from, &copied)
            .and_then(|()| (self.rename)(&copied, to))
            .inspect_err(|_| drop(remove(&copied)))?;
        // From here on `to` is this copy. The original loses its name in one step, so that it is
        // either whole or known to be needless.
        let aside = folder_of(from).join(temp::new_name()?);
        (self.sync)(folder_of(to))
            .and_then(|()| (self.rename)(from, &aside))
            .inspect_err(|_| drop(remove(to)))?;
        let rest = remove(&aside).err();
        Ok(rest.map(|source| MoveWarning::Rest {
            path: aside,
            source,
        }))
    }
}

/// Copies a file, or a folder and what is in it, to where nothing is. A link stays a link.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let kind = fs::symlink_metadata(from)?.file_type();
    if kind.is_symlink() {
        return platform::copy_link(from, to);
    }
    if kind.is_dir() {
        platform::create_folder(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
        return platform::sync_folder(to);
    }
    let mut temp = Temp::create_in(folder_of(to))?;
    let mut source = platform::open_at_once(from)?;
    if !source.metadata()?.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    io::copy(&mut source, temp.file()?)?;
    platform::give_new(folder_of(to), temp.file()?)?;
    temp.finish()?;
    platform::rename_new(temp.path(), to)?;
    temp.renamed();
    Ok(())
}

/// Removes a file, or a folder and what is in it.
fn remove(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    }
}

#[cfg(test)]
mod tests;
