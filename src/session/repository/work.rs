//! What can be asked of the repository of a visit, carried out on whatever thread asks.

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use super::{
    Looked, Standing,
    message::{merged, told},
    sides::one_sided,
};
use crate::{
    store::{
        self, Backups, Held,
        git::{self, Cancel, Doing, Driver, GitError, Incoming, Progress, Repo, State, Watch, Why},
    },
    words::Lang,
};

/// How many commits are shown.
const LOGGED: usize = 50;

/// Something that is asked of the repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// To commit the visit and nothing else.
    Commit {
        /// The message.
        message: String,
        /// How many transactions had been made when it was asked.
        made: usize,
    },
    /// To get what is new on the other side, and merge it.
    Pull,
    /// To send what is new here.
    Push,
    /// To conclude a merge whose conflicts are settled.
    Conclude {
        /// Also where it may be that nobody was asked; the officer has said so.
        knowingly: bool,
    },
    /// To give up a merge.
    Abort,
}

/// What a task is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// A commit.
    Commit,
    /// To get what is new.
    Pull,
    /// To send what is new.
    Push,
    /// To conclude what was begun.
    Conclude,
    /// To give up a merge.
    Abort,
}

/// What became of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Done {
    /// The visit is committed.
    Committed {
        /// With all of this many transactions that had been made and stand.
        made: usize,
    },
    /// There was nothing new on the other side.
    NothingNew,
    /// This many commits came in, from these people.
    Pulled(usize, Vec<String>),
    /// What came in has to be settled first: this visit itself, and other files.
    Open {
        /// Whether the visit is among them.
        own: bool,
        /// The others, from the root.
        others: Vec<PathBuf>,
    },
    /// This many commits were sent.
    Pushed(usize),
    /// What was begun is concluded.
    Concluded(Doing),
    /// The merge is given up.
    Aborted,
}

impl Task {
    /// What it is about.
    pub const fn aim(&self) -> Aim {
        match self {
            Self::Commit { .. } => Aim::Commit,
            Self::Pull => Aim::Pull,
            Self::Push => Aim::Push,
            Self::Conclude { .. } => Aim::Conclude,
            Self::Abort => Aim::Abort,
        }
    }
}

impl Aim {
    /// Whether it can be stopped half way; what writes to the visit is not.
    pub const fn can_stop(self) -> bool {
        matches!(self, Self::Pull | Self::Push)
    }
}

/// Looks how the visit in `file` stands; with `all` also what was committed of it. `made` is how many
/// transactions have been made by now, if all of them are saved. What is in question is told in `lang`.
pub fn look(file: &Path, all: bool, made: Option<usize>, lang: Lang) -> Looked {
    let mut looked = Looked {
        begun: Instant::now(),
        made,
        standing: Standing::Outside,
        one_sided: None,
        changes: Vec::new(),
        log: None,
        is_set_up: None,
    };
    match git::look_for(file) {
        Ok(None) => {}
        Ok(Some(repo)) => look_in(&repo, file, (all, lang), &mut looked),
        Err(error) => looked.standing = Standing::Barred(error),
    }
    looked
}

fn look_in(repo: &Repo, file: &Path, (all, lang): (bool, Lang), looked: &mut Looked) {
    looked.standing = match git::status(repo, file) {
        Ok(state) => Standing::Inside(state),
        Err(error) => Standing::Barred(error),
    };
    if let Standing::Inside(state) = &looked.standing {
        looked.one_sided = one_sided(repo, file, state, lang);
        looked.changes = changed(repo, file, state).unwrap_or_default();
    }
    if all {
        looked.log = git::log(repo, file, LOGGED).ok();
        let driver = git::config(repo, "merge.attache.driver");
        looked.is_set_up = driver.ok().map(|driver| driver.is_some());
    }
}

/// Carries out what is asked of the repository of the visit in `file`; `tell` hears how far it is.
/// What a merge that is given up held goes to the backups. What merges is called in `lang`.
pub fn carry_out(
    task: &Task,
    file: &Path,
    (driver, backups, lang): (&Driver, &Backups, Lang),
    cancel: &Cancel,
    tell: &dyn Fn(Progress),
) -> Result<Done, GitError> {
    let Some(repo) = git::look_for(file)? else {
        return Err(GitError::Gone);
    };
    let line = |line: &str| {
        if let Some(progress) = Progress::read(line) {
            tell(progress);
        }
    };
    let watch = Watch {
        cancel,
        line: &line,
    };
    match task {
        Task::Commit { message, made } => {
            git::commit(&repo, file, message)?;
            Ok(Done::Committed { made: *made })
        }
        Task::Pull => match git::fetch(&repo, file, watch)? {
            Some(incoming) => {
                let message = merged(&incoming, lang);
                merge(&repo, file, (driver, &message), watch, incoming)
            }
            None => Ok(Done::NothingNew),
        },
        Task::Push => git::push(&repo, file, watch).map(Done::Pushed),
        Task::Conclude { knowingly } => conclude(&repo, file, *knowingly, lang),
        Task::Abort => {
            let _held = held(file)?;
            backups.make(file).map_err(|_| GitError::NoBackup)?;
            git::abort_merge(&repo).map(|()| Done::Aborted)
        }
    }
}

fn conclude(repo: &Repo, file: &Path, knowingly: bool, lang: Lang) -> Result<Done, GitError> {
    // A rebase goes on to write the file.
    let _held = held(file)?;
    let state = git::status(repo, file)?;
    let doing = state.doing.ok_or(GitError::foreseen(Why::Nothing))?;
    let error = one_sided(repo, file, &state, lang);
    if let Some(error) = error.filter(|error| !(knowingly && error.is_question())) {
        return Err(error);
    }
    let open = git::conclude_merge(repo, file)?;
    if open.is_empty() {
        return Ok(Done::Concluded(doing));
    }
    let (own, others) = told_apart(repo, file, open);
    Ok(Done::Open { own, others })
}

/// Whether the visit is among these files, from the root, and the others.
fn told_apart(repo: &Repo, file: &Path, open: Vec<PathBuf>) -> (bool, Vec<PathBuf>) {
    let inside = repo.inside(file);
    let is_own = |path: &PathBuf| Some(path) == inside.as_ref();
    let (own, others): (Vec<PathBuf>, _) = open.into_iter().partition(is_own);
    (!own.is_empty(), others)
}

/// Holds the visit, so that nobody saves it while `git` writes it.
fn held(file: &Path) -> Result<Held, GitError> {
    store::hold(file, store::LOCK_WAIT).map_err(|_| GitError::Held)
}

/// What is not in the visit as the newest commit has it, each thing once, in the visit's language: of
/// which record, and what became of it, but no values.
fn changed(repo: &Repo, file: &Path, state: &State) -> Option<Vec<String>> {
    let own = state
        .own
        .as_ref()
        .filter(|own| state.changed.contains(own))?;
    let before = store::visit_of(&git::committed(repo, own)?)?;
    let now = store::open(file).ok()?.visit;
    Some(told(&before, &now))
}

/// Merges what came in. Where a visit could not be merged, its file holds one side alone and looks
/// settled; the merge is taken back then, so that nobody commits the loss of the other side.
fn merge(
    repo: &Repo,
    file: &Path,
    (driver, message): (&Driver, &str),
    watch: Watch<'_>,
    incoming: Incoming,
) -> Result<Done, GitError> {
    let _held = held(file)?;
    let text = || store::read(file).ok().map(|loaded| loaded.text);
    let before = text();
    let Some(stopped) = git::merge(repo, driver, message, watch)? else {
        return Ok(Done::Pulled(incoming.commits, incoming.authors));
    };
    // Where that cannot be told, nothing is left half done either.
    if let Some(error) = git::halted(repo).unwrap_or_else(Some) {
        git::abort_merge(repo)?;
        return Err(error);
    }
    let (own, others) = told_apart(repo, file, stopped.open);
    let is_one_side = |path: &Path| {
        let opened = store::open(path).ok();
        opened.map(|opened| opened.visit.conflicts.is_empty())
    };
    let is_refused = own && (text() == before || is_one_side(file) != Some(false));
    // What is no visit cannot be opened, and is settled otherwise.
    let mut visits = others.iter().map(|path| repo.root().join(path));
    if is_refused || visits.any(|path| is_one_side(&path) == Some(true)) {
        git::abort_merge(repo)?;
        return Err(stopped.why);
    }
    Ok(Done::Open { own, others })
}
