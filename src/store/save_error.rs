//! Why a file could not be saved.

mod said;

use std::{io, path::PathBuf};

use thiserror::Error;

use super::{
    backups::Backup,
    fingerprint::Fingerprint,
    holder::Holder,
    saver::Unmerged,
    visit_file::{OpenError, Spoilt},
};
use crate::words::{Lang, Speak};

/// Why a file was not saved. In every case but [`Unconfirmed`](Self::Unconfirmed)
/// and [`Torn`](Self::Torn) the file on disk
/// is byte for byte what it was.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum SaveError {
    /// Somebody else changed the file, or created it, since it was loaded.
    ChangedOutside {
        /// The file.
        path: PathBuf,
    },
    /// Somebody else removed or renamed the file since it was loaded.
    RemovedOutside {
        /// Where the file was.
        path: PathBuf,
    },
    /// Somebody else changed the file, and what it holds now cannot be read.
    Unread {
        /// Why not; it names the file.
        error: Box<OpenError>,
    },
    /// Somebody else changed the file, and what it holds now cannot be merged.
    Unmerged {
        /// The file.
        path: PathBuf,
        /// Why not.
        reason: Unmerged,
    },
    /// Somebody else is saving it and did not finish in time.
    Locked {
        /// The file.
        path: PathBuf,
        /// Who, where that is known.
        holder: Option<Holder>,
    },
    /// The path is a folder, a device or a pipe.
    NotAFile {
        /// The path.
        path: PathBuf,
    },
    /// The file is there but may not be written.
    WriteProtected {
        /// The file.
        path: PathBuf,
    },
    /// There is nothing to write, because the content could not be put into bytes.
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the writer says.
        reason: String,
    },
    /// The operating system refused.
    Io {
        /// The file that was to be saved.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// The file had to be written over where it stands, which failed, and so did putting back what
    /// was there.
    Torn {
        /// The file.
        path: PathBuf,
        /// What was there.
        backup: Box<Backup>,
        /// The system's error.
        source: io::Error,
    },
    /// The new content is in place, but the disk did not confirm that it will stay.
    Unconfirmed {
        /// The file.
        path: PathBuf,
        /// What is there now.
        saved: Fingerprint,
        /// The system's error.
        source: io::Error,
    },
}

impl SaveError {
    /// Whether this program itself holds the file, for something else that it does.
    pub(super) fn is_own_hold(&self) -> bool {
        match self {
            Self::Locked { holder, .. } => holder.as_ref().is_some_and(Holder::is_me),
            _ => false,
        }
    }

    /// What the visit in memory would take the place of, if it is wished, because the file is gone or
    /// cannot be read.
    pub const fn spoilt(&self) -> Option<Spoilt> {
        match self {
            Self::RemovedOutside { .. } => Some(Spoilt::Nothing),
            Self::Unread { error } => error.spoilt(),
            _ => None,
        }
    }

    /// Whether somebody else's work is in the way.
    pub const fn is_from_outside(&self) -> bool {
        matches!(
            self,
            Self::ChangedOutside { .. }
                | Self::RemovedOutside { .. }
                | Self::Unread { .. }
                | Self::Unmerged { .. }
        )
    }
}
