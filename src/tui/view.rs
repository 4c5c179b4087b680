//! What everything on the screen is: a view that answers actions with requests.

use std::{path::PathBuf, sync::Arc};

use chrono::NaiveDate;
use crossterm::event::KeyEvent;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    action::Action,
    keymap::{Context, Keymap},
    styles::Styles,
};
use crate::{
    edit::Transaction,
    format::House,
    model::{Visit, value::View as Shown},
    paper::Edition,
    plan::{Asker, Refusal},
    session::{
        Erasure, ListedBackup, ListedIssue, Session, Settings,
        order::{Order, Source},
        repository::{News, Task},
    },
    store::{Backup, Issue, IssueError, Kept, Listed, Newest, Saver, presence::Present},
    words::{Lang, Speak},
};

/// What a view sees: nothing but this.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The open visit; the library has none.
    pub session: Option<&'a Session>,
    /// Language, theme, folders, clock.
    pub settings: &'a Settings,
    /// The keys.
    pub keymap: &'a Keymap,
    /// The looks.
    pub styles: &'a Styles,
}

impl<'a> Scene<'a> {
    /// The language of the screen.
    pub const fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// The open visit.
    pub fn visit(&self) -> Option<&'a Visit> {
        self.session.map(Session::visit)
    }

    /// The open visit, for showing values of its records.
    pub fn shown(&self) -> Option<Shown<'a>> {
        Some(Shown {
            visit: self.visit()?,
            lang: self.lang(),
        })
    }

    /// Whether the visit is open for reading only.
    pub fn is_reading(&self) -> bool {
        self.session
            .is_some_and(|session| session.read_only().is_some())
    }

    /// The key of an action, for a sentence; where it has none, what the palette calls it.
    pub fn key(&self, context: Context, action: Action) -> String {
        self.keymap.shown(context, action, self.lang())
    }

    /// Who asks, for `plan`.
    pub fn asker(&self) -> Asker {
        let zone = self.visit().map_or(crate::model::Zone::UTC, Visit::zone);
        Asker {
            lang: self.lang(),
            today: self.settings.now.today(zone),
        }
    }
}

/// What a view wants done; it does nothing itself.
pub enum Request {
    /// Make a transaction.
    Commit(Transaction),
    /// Take the newest change back.
    Undo,
    /// Do again what was taken back.
    Redo,
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
}

/// What papers can be made from, besides the visit as it is.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// How the house's papers look.
    pub house: Arc<House>,
    /// The issues, in the order of their numbers.
    pub issues: Vec<Issue>,
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

/// What is in the library.
pub struct Listing {
    /// Its files, or why they cannot be listed.
    pub files: Result<Vec<Listed>, String>,
    /// What could not be saved of visits that are not among the readable files.
    pub left: Vec<Kept>,
    /// Whether something that was done in it can be taken back.
    pub undo: bool,
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
    /// Put a visit into the archive, or take it out.
    Archive(PathBuf),
    /// Put a visit into the trash.
    Delete(PathBuf),
    /// Take back what was last archived or deleted.
    Restore,
    /// Give what could not be saved a file beside the visit's own, and open it.
    Recover(Kept),
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
    /// A file could not be opened, for this reason, and there are backups of it.
    Damaged(PathBuf, String),
    /// Something for the view on top.
    Answer(Answer),
    /// Something to tell.
    Told(String),
    /// Something that went wrong.
    Failed(String),
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
        }
    }
}

/// What an earlier run of the program could not save, or was typed in a form that was open.
#[derive(Clone)]
pub struct Left {
    /// Where it is kept.
    pub kept: Kept,
    /// What was typed; none for a whole visit.
    pub typed: Option<String>,
    /// The whole visit, where it can be read.
    pub version: Option<Box<Visit>>,
    /// What the file held that the whole visit was made from, where that is known.
    pub base: Option<Box<Visit>>,
}

/// What a view makes of an action.
pub enum Reply {
    /// It was for this view; this is to be done.
    Done(Vec<Request>),
    /// It was not for this view.
    Pass,
}

impl Reply {
    /// It was for this view, and nothing else is to be done.
    pub const fn nothing() -> Self {
        Self::Done(Vec::new())
    }

    /// It was for this view, and this one thing is to be done.
    pub fn one(request: Request) -> Self {
        Self::Done(vec![request])
    }
}

/// What the mouse did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Click {
    /// A press of the first button.
    Press,
    /// A second press at the same place.
    Double,
    /// The wheel away from the person.
    WheelUp,
    /// The wheel towards the person.
    WheelDown,
}

/// Something that is on the screen: the library, the visit, or what opens over them.
pub trait View {
    /// The contexts of its keys, innermost first.
    fn contexts(&self) -> &'static [Context];

    /// Where it stands on a screen of this size.
    fn place(&self, screen: Rect) -> Rect {
        screen
    }

    /// Draws it. What is drawn comes from the scene; only scrolling is remembered.
    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>);

    /// Where the cursor is shown, if text is typed.
    fn cursor(&self) -> Option<Position> {
        None
    }

    /// Whether keys that write are text for it.
    fn types(&self) -> bool {
        false
    }

    /// Whether an action does something here and now.
    fn available(&self, action: Action, scene: &Scene<'_>) -> bool;

    /// Carries an action out.
    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply;

    /// Takes a key that no binding took.
    fn typed(&mut self, _key: KeyEvent, _scene: &Scene<'_>) -> Reply {
        Reply::Pass
    }

    /// Takes pasted text, which is never keys.
    fn pasted(&mut self, _text: &str, _scene: &Scene<'_>) -> Reply {
        Reply::Pass
    }

    /// Takes what the mouse did at a place of the screen.
    fn clicked(&mut self, _click: Click, _at: Position, _scene: &Scene<'_>) -> Reply {
        Reply::Pass
    }

    /// Hears what the view that lay over it, or an effect, answered.
    fn answered(&mut self, _answer: Answer, _scene: &Scene<'_>) -> Reply {
        Reply::Pass
    }

    /// The visit is not as it was.
    fn changed(&mut self, _scene: &Scene<'_>) {}
}
