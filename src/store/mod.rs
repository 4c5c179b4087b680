//! Files: the library folder, visits on disk, saving that loses nothing.

mod access;
mod archive;
mod atomic;
mod backups;
mod cause;
mod export;
mod fault;
mod fingerprint;
mod folders;
pub mod git;
mod git_setup;
mod holder;
mod house;
mod in_place;
mod issues;
mod library;
mod lock;
mod move_error;
mod platform;
pub mod presence;
mod read;
mod read_error;
mod recovery;
mod relocate;
mod save_error;
mod save_warning;
mod saver;
mod sent;
mod sweep;
mod target;
mod temp;
#[cfg(test)]
mod testing;
mod trash;
mod turn;
mod visit_file;
mod watch;

pub use access::{Closed, closed};
pub use archive::{archive, is_archived, unarchive};
pub use atomic::{Held, LOCK_WAIT, Saved, hold, save};
pub use backups::{Backup, BackupError, Backups, Hourly, RestoreError};
pub use cause::Cause;
pub use export::{ExportError, Replace, export, paper_folder};
pub(crate) use fault::panic_on_request;
pub use fingerprint::Fingerprint;
pub use folders::Folders;
pub use git_setup::{GitSetup, Lines, Setting, SetupError, git_setup, merging_by};
pub use holder::Holder;
pub use house::{HouseError, HouseReason, LogoFault, house};
pub use issues::{
    Issue, IssueError, Newest, erase_in_issue, freeze, frozen, is_frozen, issue_folders, issues,
    keep, kept, newest,
};
pub use library::{
    Listed, Others, Summary, create, create_as, files_of, free_path, is_there, library_changed,
    list, make_library, others, visits_with, watch_library,
};
pub use move_error::{MoveError, MoveWarning, Moved};
pub use read::{Loaded, SIZE_LIMIT, read};
pub use read_error::ReadError;
pub use recovery::{About, Draft, KeepError, Keeper, Kept, Kind, Recovery, kept_visit};
pub use save_error::SaveError;
pub use save_warning::SaveWarning;
pub use saver::{Finished, Incoming, Merge, Opening, Pace, Report, Revision, Saver, Unmerged};
pub use sent::{Sent, erase_in_log, exported_beside, log, log_of, sent};
pub use sweep::sweep;
pub use target::home;
pub use trash::{Trash, Trashed};
#[cfg(test)]
pub(crate) use visit_file::read_back;
pub use visit_file::{
    FORMAT, OpenError, OpenWarning, Opened, Reason, Spoilt, id_at, is_sample, open, save_visit,
    to_ron, visit_of,
};

pub use watch::Watch;

use std::path::Path;

use crate::{
    display,
    words::{Lang, quoted},
};

/// A path as sentences name it: in quotation marks, and safe for a terminal.
pub fn shown(path: impl AsRef<Path>, lang: Lang) -> String {
    quoted(&display::safe(&path.as_ref().to_string_lossy()), lang)
}

/// A file as sentences name it where its folder is known.
pub fn shown_name(path: &Path, lang: Lang) -> String {
    shown(path.file_name().unwrap_or_default(), lang)
}
