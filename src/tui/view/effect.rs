//! What the driver is to do with the world outside.

use std::{path::PathBuf, sync::Arc};

use chrono::NaiveDate;

use crate::{
    model::Visit,
    session::{
        Erasure, Session,
        order::{Order, Source},
        repository::Task,
    },
    store::{Backup, Kept, Saver, Trashed},
};

/// What the driver does with the world outside; nobody else does.
pub enum Effect {
    /// End the program.
    Quit,
    /// Stop until the shell continues it.
    Suspend,
    /// Open the visit in a file.
    Open(PathBuf),
    /// Open it to be changed, whoever else has it open.
    OpenToWrite(PathBuf),
    /// Save the visit that is left.
    Leave(Box<Session>),
    /// List the library.
    List {
        /// With its archive.
        archive: bool,
    },
    /// Give a new visit a file in the library, and open it.
    Create(Box<Visit>),
    /// Make a visit for a new date from one in a file, and open it.
    Template {
        /// The visit that serves as the template.
        path: PathBuf,
        /// The first day of the new one.
        first: NaiveDate,
    },
    /// Move a visit away from where it is.
    Move {
        /// Where to.
        moving: Moving,
        /// Its file.
        path: PathBuf,
        /// Whether it is wanted although somebody has the visit open.
        asked: bool,
    },
    /// Take back what was last archived or deleted.
    Restore,
    /// Bring a deleted visit back to where it was.
    BringBack(Trashed),
    /// Look for the visit that something belongs to that an earlier run left: where it can be opened,
    /// that is done, and else it is asked what is to become of this.
    TakeUp(Kept),
    /// Give what could not be saved a file beside the visit's own, and open it.
    Recover(Kept),
    /// Put what could not be saved back into the visit's own file, which cannot be read, and open it.
    PutBack(Kept),
    /// Let go what an earlier run left.
    Discard(Kept),
    /// Let it go once the visit that it was taken over into is saved.
    TakenOver {
        /// Where it is kept.
        kept: Kept,
        /// The saver of the visit.
        saver: Option<Saver>,
    },
    /// Find out what papers of the visit in this file can be made from.
    Desk(PathBuf),
    /// Fetch the visit in this file as it was in an issue.
    Frozen {
        /// The visit's file.
        path: PathBuf,
        /// The number of the issue.
        number: u32,
    },
    /// Freeze the open visit as its next issue.
    Issue {
        /// Its file.
        path: PathBuf,
        /// As it is now.
        visit: Arc<Visit>,
        /// Its saver, for a visit that has no file yet.
        saver: Option<Saver>,
        /// Why the issue is made.
        note: String,
    },
    /// Look which copies of the visit erasing a person would change too.
    Copies(Box<Erasure>),
    /// Erase a person from everything that is kept of the open visit, which holds them no longer,
    /// and open it anew: nothing that was done before can be taken back.
    Erase {
        /// Who it is.
        erasure: Box<Erasure>,
        /// The saver of the visit.
        saver: Option<Saver>,
    },
    /// List the issues of the open visit.
    Issues {
        /// Its file.
        path: PathBuf,
        /// As it is now.
        visit: Arc<Visit>,
    },
    /// List the backups of the visit in a file.
    Backups {
        /// The file.
        path: PathBuf,
        /// What they are compared with; what is in the file, where it is not given.
        visit: Option<Arc<Visit>>,
    },
    /// Put a backup in place of a file that is not open.
    RestoreBackup {
        /// The file.
        path: PathBuf,
        /// The backup.
        backup: Backup,
        /// Whether it is to be opened then.
        open: bool,
    },
    /// Make papers and write them, in the background.
    HandOut(Box<HandOut>),
    /// Ask something of the repository that the visit is in, in the background.
    Git(GitOrder),
    /// Put text on the clipboard of the terminal.
    Copy(String),
    /// Keep what is typed in a form, or let it go.
    Draft {
        /// Which form.
        part: String,
        /// What is typed; none when it was accepted or given up.
        text: Option<String>,
    },
}

/// Where a visit of the library is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moving {
    /// Into the archive, or out of it.
    Archive,
    /// Into the trash.
    Trash,
}

/// Papers that go out.
#[derive(Debug, Clone)]
pub struct HandOut {
    /// The visit's file.
    pub visit: PathBuf,
    /// What they are made from.
    pub source: Source,
    /// What is wanted.
    pub papers: Papers,
    /// Whether files that are there may be replaced.
    pub replace: bool,
}

/// Which papers go out, and where.
#[derive(Debug, Clone)]
pub enum Papers {
    /// One, into this file, or into this folder under a name of its own.
    One(Box<Order>, PathBuf),
    /// All that there is anything to stand on, into this folder.
    All(Vec<Order>, PathBuf),
}

/// Something asked of the repository that a visit is in.
pub struct GitOrder {
    /// The visit's file.
    pub path: PathBuf,
    /// Its saver, which has to be done first.
    pub saver: Option<Saver>,
    /// What is asked.
    pub asked: Asked,
}

/// What is asked of a repository.
pub enum Asked {
    /// How the visit stands.
    Look {
        /// And what was committed of it.
        all: bool,
        /// How many transactions have been made, if all of them are saved.
        made: Option<usize>,
    },
    /// To do something, one after another as long as it succeeds.
    Tasks(Vec<Task>),
    /// To stop what is being done.
    Stop,
}
