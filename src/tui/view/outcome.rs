//! What became of an effect.

use std::{path::PathBuf, sync::Arc};

use super::{Answer, Effect};
use crate::{
    format::House,
    model::Visit,
    session::{ListedBackup, ListedIssue, Session, Told, repository::News},
    store::{Draft, Issue, IssueError, Kept, Listed, Newest, Trashed, presence::Present},
    words::{Lang, Speak},
};

/// What became of an effect.
pub enum Outcome {
    /// A visit is open.
    Opened(Box<Opened>),
    /// The library is listed.
    Listed(Listing),
    /// These others have the visit in a file open by now.
    Met(PathBuf, Vec<Present>),
    /// Somebody wrote the file of a visit, and this is what it holds by now.
    Reread(PathBuf, Box<Visit>),
    /// The visit in a file was issued.
    Issued(PathBuf, Box<Newest>),
    /// The issues of the visit in a file, or why they cannot be read.
    Issues(PathBuf, Result<Vec<ListedIssue>, String>),
    /// Something about the repository that the visit in a file is in.
    Git(PathBuf, News),
    /// The backups of the visit in a file.
    Backups(PathBuf, Vec<ListedBackup>),
    /// A file could not be opened, but there is something that can stand in for it.
    Damaged(Box<Damaged>),
    /// What was typed in a form whose visit cannot be opened, and why not.
    Alone(Kept, Draft, String),
    /// Something for the view on top.
    Answer(Answer),
    /// A question, and what to do with yes.
    Ask(String, Effect),
    /// Something to tell.
    Told(String),
    /// Something that went wrong.
    Failed(String),
}

/// A file that cannot be opened, and what there is in place of it.
pub struct Damaged {
    /// The file.
    pub path: PathBuf,
    /// Why it cannot be opened.
    pub said: String,
    /// Whether there are backups of it.
    pub has_backups: bool,
    /// What an earlier run could not save in it: a question, and what to do with yes.
    pub unsaved: Option<(String, Effect)>,
}

/// A visit that was opened.
pub struct Opened {
    /// It.
    pub session: Session,
    /// What there is to tell about it.
    pub told: Option<String>,
    /// What went wrong although it is open.
    pub failed: Option<String>,
    /// What an earlier run of the program left of it, the newest first.
    pub left: Vec<Left>,
    /// What is to be read before anything else: its title, and what is told.
    pub report: Option<(String, Vec<Told>)>,
}

impl Opened {
    /// A visit with its newest issue, or what went wrong with reading that.
    pub fn of(
        mut session: Session,
        newest: Result<Option<Newest>, IssueError>,
        told: Option<String>,
        lang: Lang,
    ) -> Self {
        let failed = match newest {
            Ok(newest) => {
                session.issued(newest);
                None
            }
            Err(error) => Some(error.say(lang)),
        };
        Self {
            session,
            told,
            failed,
            left: Vec::new(),
            report: None,
        }
    }
}

/// What an earlier run of the program could not save, or was typed in a form that was open.
#[derive(Clone)]
pub struct Left {
    /// Where it is kept.
    pub kept: Kept,
    /// What was typed; none for a whole visit.
    pub typed: Option<Draft>,
    /// The whole visit, where it can be read.
    pub version: Option<Box<Visit>>,
    /// What the file held that the whole visit was made from, where that is known.
    pub base: Option<Box<Visit>>,
}

/// What is in the library.
pub struct Listing {
    /// Its files, or why they cannot be listed.
    pub files: Result<Vec<Listed>, String>,
    /// What was left of visits that are not among the readable files.
    pub left: Vec<Kept>,
    /// What was deleted and can come back, the last one first.
    pub deleted: Vec<Trashed>,
    /// Whether something that was done in it can be taken back.
    pub undo: bool,
}

/// What papers can be made from, besides the visit as it is.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// How the house's papers look.
    pub house: Arc<House>,
    /// The issues, in the order of their numbers.
    pub issues: Vec<Issue>,
}
