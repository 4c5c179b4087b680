//! Backups: earlier versions of visits, byte for byte, private and outside the library.
//!
//! ```text
//!   state/backups/besuch-1f0c…/origin                       whose they are: path and id of the visit
//!                             /20241112T130000.123Z-9a….ron  the file as it was at that moment (UTC)
//! ```
//!
//! One is made before the first save of a session and then before the next save after each hour of
//! work, before a save of the command line when the newest is older than an hour, before a restore,
//! and before a file is written in place. Never are two alike in a row. Which stay is said at
//! [`keeps`]. They are found by the path and by the id of the visit, so that a file that was
//! renamed, archived, deleted or damaged still has its own.

mod error;
mod folder;
mod hourly;
mod restore;
mod rule;

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
};

use chrono::{FixedOffset, NaiveDateTime, Offset, SecondsFormat, SubsecRound, TimeDelta, Utc};

pub use error::BackupError;
use folder::{ORIGIN, Origin, STAMP, listed, origins, prune};
pub use hourly::Hourly;
pub use restore::RestoreError;
use rule::keeps;

use super::{
    OpenError, Opened, ReadError, SIZE_LIMIT, atomic, open, platform, read::read_bytes,
    target::home, visit_file,
};
use crate::display;

/// How old the newest may be before another is made.
pub(super) const OFTEN: TimeDelta = TimeDelta::hours(1);

/// The backups of this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backups {
    folder: PathBuf,
    /// The clock stands still at this instant, for tests.
    fixed: Option<NaiveDateTime>,
}

/// One earlier version of a visit's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it is kept.
    pub path: PathBuf,
    /// When the file was as it is in here, in UTC.
    pub at: NaiveDateTime,
    /// The file that it was made of.
    pub from: PathBuf,
    /// Its size in bytes.
    pub size: u64,
}

impl Backup {
    /// Whether it was made of exactly this file, not of another of the same visit.
    pub fn is_of(&self, path: &Path) -> bool {
        home(path).to_string_lossy() == self.from.to_string_lossy()
    }

    /// When that was to the millisecond, as `attache restore` takes it, told as the `local` time that
    /// it was somewhere: unlike its number, it means this one whatever others are made.
    pub fn stamp(&self, local: NaiveDateTime) -> String {
        let ahead = local - self.at;
        let seconds = i32::try_from(ahead.num_seconds()).unwrap_or_default();
        let offset = FixedOffset::east_opt(seconds).unwrap_or_else(|| Utc.fix());
        let at = self.at.and_utc().with_timezone(&offset);
        at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
    }

    /// The visit as it was.
    ///
    /// # Errors
    /// A backup is the file as it was, which may have been broken.
    pub fn open(&self) -> Result<Opened, OpenError> {
        open(&self.path)
    }

    /// The file as it was, byte for byte.
    ///
    /// # Errors
    /// What keeps it from being read.
    pub fn bytes(&self) -> Result<Vec<u8>, ReadError> {
        read_bytes(&self.path, SIZE_LIMIT).map(|(bytes, _)| bytes)
    }
}

impl Backups {
    /// The backups in `folder`, which is created with the first.
    pub const fn at(folder: PathBuf) -> Self {
        Self {
            folder,
            fixed: None,
        }
    }

    /// The same with a clock that stands still, for tests.
    #[must_use]
    pub fn with_clock(self, fixed: Option<NaiveDateTime>) -> Self {
        Self { fixed, ..self }
    }

    fn now(&self) -> NaiveDateTime {
        let now = self.fixed.unwrap_or_else(|| Utc::now().naive_utc());
        now.trunc_subsecs(3)
    }

    /// Makes a backup of the file at `path` if there is none that is younger than an hour: what a
    /// command does before it saves.
    ///
    /// # Errors
    /// What kept it from being made; that is no reason not to save.
    pub fn before_save(&self, path: &Path) -> Result<(), BackupError> {
        let now = self.now();
        let is_young = |one: &Backup| one.at <= now && now - one.at < OFTEN;
        if self.made_of(path).first().is_some_and(is_young) {
            return Ok(());
        }
        self.make(path).map(drop)
    }

    /// Makes a backup of the file at `path`, unless there is no such file or the newest backup is
    /// the same. When this has returned, the content is in the backups and on the disk.
    ///
    /// # Errors
    /// What kept it from being made.
    pub fn make(&self, path: &Path) -> Result<Option<Backup>, BackupError> {
        match read_bytes(path, SIZE_LIMIT) {
            // There is nothing in an empty file that anybody could want back.
            Ok((bytes, _)) if bytes.is_empty() => Ok(None),
            Ok((bytes, _)) => self.keep(path, &bytes).map(Some),
            Err(
                ReadError::Missing { .. } | ReadError::Folder { .. } | ReadError::NotAFile { .. },
            ) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Keeps these bytes as what was in the file at `path`.
    ///
    /// # Errors
    /// What kept them from being written.
    pub fn keep(&self, path: &Path, bytes: &[u8]) -> Result<Backup, BackupError> {
        let path = home(path);
        self.write(&path, bytes)
            .map_err(|source| BackupError::Write { path, source })
    }

    /// The backups of the visit that is at `path`, or was before it was damaged or went away, the
    /// newest first: those made of that path, and those of the same visit under other names.
    pub fn of(&self, path: &Path) -> Vec<Backup> {
        let path = home(path).to_string_lossy().into_owned();
        let origins = origins(&self.folder);
        let here = origins.iter().filter(|(_, origin)| origin.path == path);
        let mut ids: Vec<String> = here.filter_map(|(_, origin)| origin.id.clone()).collect();
        ids.extend(visit_file::id_at(Path::new(&path)));
        listed(origins.into_iter().filter(|(_, origin)| {
            origin.path == path || origin.id.as_ref().is_some_and(|id| ids.contains(id))
        }))
    }

    /// All backups of the visit with this id, whatever its file was called, the newest first.
    pub fn all_of(&self, id: &str) -> Vec<Backup> {
        let of_id = |origin: &Origin| origin.id.as_deref() == Some(id);
        listed(
            origins(&self.folder)
                .into_iter()
                .filter(|(_, origin)| of_id(origin)),
        )
    }

    /// The files that backups of the visit with this id were made of, be they there or not.
    pub fn files_of(&self, id: &str) -> Vec<PathBuf> {
        let origins = origins(&self.folder).into_iter().map(|(_, origin)| origin);
        let own = origins.filter(|origin| origin.id.as_deref() == Some(id));
        own.map(|origin| PathBuf::from(origin.path)).collect()
    }

    /// What lies among the backups and cannot be told to be one: folders without the note of whose
    /// they are, and files with other names.
    pub fn strange(&self) -> Vec<PathBuf> {
        folder::strange(&self.folder)
    }

    /// The backups that were made of exactly this file, the newest first.
    fn made_of(&self, path: &Path) -> Vec<Backup> {
        let path = home(path).to_string_lossy().into_owned();
        listed(
            origins(&self.folder)
                .into_iter()
                .filter(|(_, origin)| origin.path == path),
        )
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<Backup> {
        let before = self.made_of(path);
        if let Some(newest) = before.first()
            && newest.size == bytes.len() as u64
            && newest.bytes().is_ok_and(|kept| kept == bytes)
        {
            return Ok(newest.clone());
        }
        let own = self.folder_for(path, bytes, &before)?;
        let now = self.now();
        // Two within a millisecond, or while the clock stands still, keep their order.
        let after = before.first().map(|newest| newest.at);
        let after = after.filter(|after| *after >= now && *after - now < OFTEN);
        let at = after.map_or(now, |after| after + TimeDelta::milliseconds(1));
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        let name = format!("{}-{:016x}.ron", at.format(STAMP), hasher.finish());
        let backup = Backup {
            path: own.join(name),
            at,
            from: path.to_owned(),
            size: bytes.len() as u64,
        };
        atomic::write_own(&backup.path, bytes)?;
        prune(&own, now);
        Ok(backup)
    }

    /// The folder for this file of this visit, with the note of whose it is.
    fn folder_for(&self, path: &Path, bytes: &[u8], before: &[Backup]) -> io::Result<PathBuf> {
        let origin = Origin {
            path: path.to_string_lossy().into_owned(),
            id: visit_file::id_in(bytes),
        };
        if origin.id.is_none()
            && let Some(own) = before.first().and_then(|newest| newest.path.parent())
        {
            // What cannot be read any more is of the visit that was there.
            return Ok(own.to_owned());
        }
        let mut hasher = DefaultHasher::new();
        origin.hash(&mut hasher);
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let name = format!("{}-{:016x}", display::file_name(&stem), hasher.finish());
        let own = self.folder.join(name);
        if !own.join(ORIGIN).is_file() {
            platform::create_folder(&own)?;
            let note = ron::to_string(&origin).map_err(io::Error::other)?;
            atomic::write_own(&own.join(ORIGIN), note.as_bytes())?;
        }
        Ok(own)
    }
}

#[cfg(test)]
mod tests;
