//! What erasing somebody came to.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use crate::{plan::Mention, store::presence::Present};

/// What is kept of a visit and may still name somebody in a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Also {
    /// Issues.
    pub issues: usize,
    /// Backups.
    pub backups: usize,
    /// Versions kept for recovery.
    pub kept: usize,
    /// Copies of the visit.
    pub copies: Vec<PathBuf>,
    /// Deleted copies of the visit in the trash.
    pub deleted: Vec<PathBuf>,
}

/// What erasing came to, and what remains.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Erased {
    /// The visit's own file still held the person.
    pub visit: bool,
    /// Issues whose frozen visit held the person.
    pub issues: Vec<u32>,
    /// Papers that had been kept of those issues.
    pub papers: usize,
    /// Entries of the log of what was exported.
    pub logged: usize,
    /// Backups that held the person.
    pub backups: usize,
    /// Versions and drafts kept for recovery.
    pub kept: usize,
    /// Copies of the visit in the library or beside it.
    pub copies: Vec<PathBuf>,
    /// Deleted copies of the visit in the trash.
    pub deleted: Vec<PathBuf>,
    /// Fields of the visit whose texts named the person, and do so no more.
    pub reworded: Vec<Mention>,
    /// Fields of the visit in which the name may still stand.
    pub mentions: Vec<Mention>,
    /// Where else the name may still stand in a text.
    pub also: Also,
    /// Files that were exported and are still there, by the folder that they are in.
    pub exported: BTreeMap<PathBuf, BTreeSet<String>>,
    /// What could not be looked at or not be written, each a sentence with what to do about it.
    pub failed: Vec<String>,
    /// Other visits of the library in which somebody of that name takes part.
    pub elsewhere: Vec<PathBuf>,
    /// How many papers went out that may name the person.
    pub sent: usize,
    /// The visits that were changed, or that an issue or a log of which was.
    pub touched: BTreeSet<PathBuf>,
    /// Those of them that are in a git repository, whose history keeps what was committed.
    pub in_git: Vec<PathBuf>,
    /// A program that runs keeps unsaved work that speaks of the person.
    pub in_use: bool,
    /// Others who have the visit or a copy open: what their programs hold is out of reach.
    pub company: Vec<Present>,
    /// The id of the person, by which this is done on other computers.
    pub person: String,
}

impl Erased {
    /// Whether nothing is known to be left to do here: all could be looked at and written, and no
    /// program that runs keeps anything or has the visit open.
    pub const fn is_done(&self) -> bool {
        self.failed.is_empty() && self.company.is_empty() && !self.in_use
    }
}
