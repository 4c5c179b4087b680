//! Who has a visit open: a small hidden file beside it for each program that does, for information
//! only.
//!
//! The file `.NAME.open-TAG` says who and since when, and its program holds the kernel's lock on it
//! for as long as the visit is open. A killed program loses its lock with its life, so the file that
//! it left says nothing any more, blocks nobody, and is swept by the next who looks. Where the lock
//! cannot tell (a network drive, another machine), the holder is named with a "perhaps" for as long
//! as the file is touched now and then. In a folder that may not be written there is no such file,
//! and nobody complains.

mod watch;

use std::{
    ffi::OsString,
    fs::{self, Metadata, TryLockError},
    path::{Path, PathBuf},
    sync::{Arc, Weak},
    time::{Duration, SystemTime},
};

use chrono::{DateTime, Utc};

use super::{
    holder::Holder,
    platform,
    target::{folder_of, resolve},
    temp::Temp,
};

pub use super::watch::Watch;
pub use watch::{Seen, watch};

/// Names of such files, as git's list of ignored files writes patterns.
pub const IGNORED: &str = ".*.open-????????????????";

const MARK: &str = ".open-";
const TAG_DIGITS: usize = 16;
/// Whoever has a visit open says so again every hour; what was not said again for so long, and
/// cannot be told otherwise, is not named any more.
const FORGOTTEN: Duration = Duration::from_hours(24);
/// A machine that slept says so again when it wakes; after this time its file is swept.
const ABANDONED: Duration = Duration::from_hours(30 * 24);

/// Somebody who has a visit open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Present {
    /// Who, and since when.
    pub holder: Holder,
    /// Whether that is sure; otherwise their program may have ended without taking leave.
    pub certain: bool,
}

/// Says that this program has a visit open, until it is dropped or takes leave.
#[derive(Debug, Clone)]
pub struct Presence(Arc<Announced>);

#[derive(Debug)]
struct Announced {
    path: PathBuf,
    /// Open for the sake of its lock.
    file: fs::File,
}

/// Says again that a visit is still open, as long as it is.
#[derive(Debug, Clone, Default)]
pub struct Reminder(Weak<Announced>);

impl Reminder {
    /// Says it again; whether the visit is still open.
    pub fn remind(&self) -> bool {
        let Some(announced) = self.0.upgrade() else {
            return false;
        };
        // Where it cannot be said again, others go on to say "perhaps" for a day.
        let _ = announced.file.set_modified(SystemTime::now());
        true
    }
}

impl Presence {
    /// What says it again.
    pub fn reminder(&self) -> Reminder {
        Reminder(Arc::downgrade(&self.0))
    }

    /// Takes leave at once, as a program that ends without dropping anything has to.
    pub fn leave(&self) {
        // What cannot be removed is swept by the next who looks.
        let _ = fs::remove_file(&self.0.path);
    }
}

impl Drop for Announced {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// Says from now on that this program has the visit open; nothing where that cannot be said, such as
/// in a folder that may not be written.
pub fn announce(visit: &Path, since: DateTime<Utc>) -> Option<Presence> {
    let target = resolve(visit).ok()?;
    let folder = folder_of(&target);
    let tag = getrandom::u64().ok()?;
    let mut name = prefix(&target);
    name.push(format!("{tag:0TAG_DIGITS$x}"));
    let path = folder.join(name);
    let holder = Holder {
        since,
        ..Holder::me().named()
    };
    let text = ron::to_string(&holder).ok()?;

    // Whole and locked before it has its name, so that nobody ever takes it for left behind.
    let mut temp = Temp::create_in(folder).ok()?;
    temp.write(text.as_bytes()).ok()?;
    let file = temp.file().ok()?;
    // Where there are no locks, it is named with a "perhaps".
    let _ = file.try_lock();
    match platform::open_at_once(&target) {
        // Those who may read the visit may know who has it open, but for the whole world.
        Ok(visit) => platform::carry_over(&visit, file).map(drop).ok()?,
        Err(_) => platform::give_new(folder, file).ok()?,
    }
    platform::close_to_others(file).ok()?;
    let file = temp.renamed_to(&path).ok()?;
    Some(Presence(Arc::new(Announced { path, file })))
}

/// The others who have the visit open, the first of them first; what was left behind by programs
/// that have ended is swept.
pub fn others(visit: &Path) -> Vec<Present> {
    let Ok(target) = resolve(visit) else {
        return Vec::new();
    };
    let prefix = prefix(&target);
    let Ok(entries) = fs::read_dir(folder_of(&target)) else {
        return Vec::new();
    };
    let mut present: Vec<Present> = entries
        .flatten()
        .filter(|entry| is_of(&entry.file_name(), &prefix))
        .filter_map(|entry| look(&entry.path(), SystemTime::now()))
        .collect();
    present.sort_by_key(|own| own.holder.since);
    present
}

/// How the names of a visit's files begin.
fn prefix(target: &Path) -> OsString {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(MARK);
    name
}

fn is_of(name: &std::ffi::OsStr, prefix: &std::ffi::OsStr) -> bool {
    let tag = name.as_encoded_bytes();
    let tag = tag.strip_prefix(prefix.as_encoded_bytes());
    tag.is_some_and(|tag| tag.len() == TAG_DIGITS && tag.iter().all(u8::is_ascii_hexdigit))
}

/// Who is behind a file; nobody where it is our own, or was left behind, and then it is removed.
fn look(path: &Path, now: SystemTime) -> Option<Present> {
    let metadata = fs::symlink_metadata(path).ok().filter(Metadata::is_file)?;
    let written = metadata.modified().unwrap_or(now);
    let age = now.duration_since(written).unwrap_or_default();
    let is_forgotten = age > FORGOTTEN;
    let known = platform::open_at_once(path).ok().and_then(|file| {
        let holder = Holder::read(&file)?;
        Some((file, holder))
    });
    let Some((file, holder)) = known else {
        // Not for us to read, or nothing of ours: the file's owner is all that is known.
        let owner = platform::owner(&metadata);
        return (!is_forgotten).then(|| Present {
            holder: Holder::account(owner, written.into()),
            certain: false,
        });
    };
    if holder.is_me() {
        // Not even looked at: on some drives that would let our own lock go.
        return None;
    }
    let has_ended = match file.try_lock_shared() {
        Err(TryLockError::WouldBlock) => {
            return Some(Present {
                holder,
                certain: true,
            });
        }
        Ok(()) if holder.is_here() => true,
        Err(TryLockError::Error(_)) if holder.is_here() => !platform::is_running(holder.process),
        // The locks of another machine do not reach here on every drive.
        Ok(()) | Err(TryLockError::Error(_)) => false,
    };
    if has_ended || age > ABANDONED {
        let _ = fs::remove_file(path);
        return None;
    }
    if is_forgotten {
        return None;
    }
    Some(Present {
        holder,
        certain: false,
    })
}

#[cfg(test)]
mod tests;
