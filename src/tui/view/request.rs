//! What a view wants done, and what it hears in answer.

use std::{path::PathBuf, sync::Arc};

use super::{Desk, Effect, Listing, View};
use crate::{
    edit::Transaction,
    model::Visit,
    paper::Edition,
    plan::Refusal,
    session::{Erasure, ListedBackup, ListedIssue},
    tui::action::Action,
    words::{Lang, Speak},
};

/// What a view wants done; it does nothing itself.
pub enum Request {
    /// Make a transaction.
    Commit(Transaction),
    /// Take the newest change back.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Save what is on the screen in place of what cannot be read in the file any more.
    WriteBack,
    /// Lay a view over this one.
    Open(Box<dyn View>),
    /// Take this view off; the one below hears the answer, if there is one.
    Close(Option<Answer>),
    /// Tell the person something that goes away by itself.
    Tell(String),
    /// Tell the person what went wrong; it stays until it is read.
    Fail(String),
    /// Do something with the world outside.
    Run(Effect),
    /// Carry out an action of the view below once this one is closed, as the palette does.
    Act(Action),
}

impl Request {
    /// A view to lay over this one.
    pub fn open(view: impl View + 'static) -> Self {
        Self::Open(Box::new(view))
    }

    /// A transaction to make, or a refusal to tell.
    pub fn plan(planned: Result<Transaction, Refusal>, lang: Lang) -> Self {
        match planned {
            Ok(transaction) => Self::Commit(transaction),
            Err(refusal) => Self::Fail(refusal.say(lang)),
        }
    }
}

/// What a closed view, or an effect, tells the view on top.
pub enum Answer {
    /// Text that was chosen or written.
    Text(String),
    /// A question was answered with yes.
    Yes,
    /// The record with this id was chosen.
    Record(String),
    /// The file is there already and may be replaced if the person says so.
    Exists(PathBuf),
    /// What is in the library.
    Listed(Listing),
    /// The visit's issues, or why they cannot be read.
    Issues(Arc<Result<Vec<ListedIssue>, String>>),
    /// Another issue was made.
    Issued,
    /// The backups of the visit in a file.
    Backups(PathBuf, Arc<Vec<ListedBackup>>),
    /// What papers can be made from.
    Desk(Desk),
    /// The visit as it was in an issue.
    Frozen(Arc<Visit>, Edition),
    /// Who is to be erased, and the copies of the visit that this would change too.
    Copies(Box<Erasure>, Vec<PathBuf>),
}
