//! The saving thread: it always holds the newest state and the drafts of open forms, so that a
//! signal, a panic or a hung terminal lose nothing.
//!
//! ```text
//!   commit, draft ──► Shared { State } ──► worker ──► Ledger ──► save ──► Report
//!   look (any thread)    newest wins      (thread)      │          └─ fails ─► recovery, again later
//!                                                       └─ changed outside ─► merged, told
//! ```
//!
//! Committing costs the clone of a snapshot; putting it into bytes is done on the thread. While
//! nothing is to be saved, the thread sleeps, but for the hour after which others are told again that
//! the visit is open.

mod disk;
mod drafts;
mod failing;
mod ledger;
mod report;
mod state;
mod watch;
mod worker;

use std::{
    io,
    path::PathBuf,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

pub use disk::{Merge, Unmerged};
pub use ledger::Incoming;
pub use report::{Finished, Report};
use state::{State, Work};

use super::{
    backups::{Backups, Hourly},
    fingerprint::Fingerprint,
    presence::Reminder,
    recovery::{About, Keeper},
};
use crate::{model::Visit, store::Spoilt};

/// Which commit a report is about; later commits are greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Revision(u64);

/// How long is waited for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// From a commit to its save, so that a held key is one save.
    pub after_commit: Duration,
    /// From a hint that somebody else changed the file to looking, so that half of a write is not
    /// taken for the whole.
    pub after_hint: Duration,
    /// From the first keystroke in a form to its draft in the recovery folder.
    pub after_typing: Duration,
    /// From a failed save to the second try; each further one takes twice as long.
    pub retry_first: Duration,
    /// The longest time between two tries.
    pub retry_longest: Duration,
    /// From one time that others are told that the visit is open to the next.
    pub presence: Duration,
    /// For somebody else's save of the same file.
    pub lock: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            after_commit: Duration::from_millis(250),
            after_hint: Duration::from_millis(100),
            after_typing: Duration::from_secs(1),
            retry_first: Duration::from_secs(1),
            retry_longest: Duration::from_mins(1),
            presence: Duration::from_hours(1),
            lock: Duration::from_millis(500),
        }
    }
}

/// A visit that is opened, or made.
pub struct Opening {
    /// Its file.
    pub path: PathBuf,
    /// What the file holds, or is to hold.
    pub visit: Arc<Visit>,
    /// How the file looked when it was read. Without it the visit is new, and the folder of its file
    /// is made with the first save.
    pub expected: Option<Fingerprint>,
    /// How it is merged with what somebody else made of it.
    pub merge: Merge,
}

/// Saves one visit, on a thread of its own. Clones are the same saver; the last one to go waits up
/// to a second for what is unsaved.
#[derive(Clone)]
pub struct Saver {
    shared: Arc<Shared>,
    /// Ends the thread when the last clone goes.
    _ending: Arc<Ending>,
}

/// What the handles and the thread have in common.
struct Shared {
    path: PathBuf,
    merge: Merge,
    keeper: Keeper,
    backups: Hourly,
    pace: Pace,
    state: Mutex<State>,
    /// Something was asked of the thread.
    asked: Condvar,
    /// The thread has done all that was asked.
    answered: Condvar,
}

impl Shared {
    /// The state is consistent between any two statements, so a panic elsewhere spoils nothing.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the state and wakes the thread.
    fn ask<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let result = change(&mut self.state());
        self.asked.notify_one();
        result
    }
}

impl Saver {
    /// Starts saving what is opened; `report` is called on the thread.
    pub fn start(
        opening: Opening,
        keeper: Keeper,
        backups: Backups,
        pace: Pace,
        report: impl FnMut(Report) + Send + 'static,
    ) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            path: opening.path,
            merge: opening.merge,
            keeper,
            backups: Hourly::of(backups),
            pace,
            state: Mutex::new(State::new(Arc::clone(&opening.visit))),
            asked: Condvar::new(),
            answered: Condvar::new(),
        });
        let of_thread = Arc::clone(&shared);
        let work = move || worker::run(of_thread, opening.visit, opening.expected, report);
        thread::Builder::new()
            .name("saving".to_owned())
            .spawn(work)?;
        Ok(Self {
            _ending: Arc::new(Ending(Arc::clone(&shared))),
            shared,
        })
    }

    /// Takes a new state to be saved, in place of an older one that was not. The first `taken` of
    /// what came in from outside are in it; what came later is merged into it.
    pub fn commit(&self, visit: Arc<Visit>, taken: u64) -> Revision {
        let due = Instant::now() + self.shared.pace.after_commit;
        self.shared.ask(|state| state.commit(visit, taken, due))
    }

    /// Gives a visit that is new its file, although nothing was changed in it yet.
    pub fn create(&self) {
        self.shared.ask(|state| state.save_again(Instant::now()));
    }

    /// Saves the newest state at once, also in place of what nobody can read any more, which is among
    /// the backups then, or where the file is gone. What is worth more than `over` is not replaced.
    pub fn write_back(&self, over: Spoilt) {
        self.shared
            .ask(|state| state.write_back(over, Instant::now()));
    }

    /// Looks in a moment whether somebody else changed the file; what they did is merged and told.
    pub fn look(&self) {
        let due = Instant::now() + self.shared.pace.after_hint;
        self.shared.ask(|state| state.look(due));
    }

    /// From now on looks whenever the file changes, where the system says so: not on a network
    /// drive that another machine writes to.
    pub fn watch(&self) {
        self.shared.ask(State::watch);
    }

    /// From now on says now and then to others that the visit is still open.
    pub fn remind(&self, reminder: Reminder) {
        let due = Instant::now() + self.shared.pace.presence;
        self.shared.ask(|state| state.remind(reminder, due));
    }

    /// Keeps what is typed in the form `part` until it is accepted or given up.
    pub fn draft(&self, part: &str, text: String) {
        let due = Instant::now() + self.shared.pace.after_typing;
        self.shared.ask(|state| state.drafts.typed(part, text, due));
    }

    /// The form `part` was accepted or given up: its draft goes, once what it led to is saved.
    pub fn draft_done(&self, part: &str) {
        self.shared.ask(|state| state.drafts.done(part));
    }

    /// The number of its keeper, which no other saver of this run has.
    pub fn number(&self) -> u64 {
        self.shared.keeper.number()
    }

    /// The files in the recovery folder that hold what was typed in forms that are open.
    pub fn drafts(&self) -> Vec<PathBuf> {
        self.shared.keeper.drafts()
    }

    /// Whether all that is typed in forms that are open has been written.
    pub fn has_kept_drafts(&self) -> bool {
        self.shared.state().drafts.to_keep().is_empty()
    }

    /// Saves everything at once and waits for it, at most `within`; what could not be saved is in
    /// the recovery folder afterwards. Any thread may call it, and saving goes on after it.
    pub fn finish(&self, within: Duration) -> Finished {
        self.shared.finish(within)
    }
}

impl Shared {
    fn finish(&self, within: Duration) -> Finished {
        let mine = self.ask(State::ask_for_all);
        let (state, _) = self
            .answered
            .wait_timeout_while(self.state(), within, |state| !state.has_answered(mine))
            .unwrap_or_else(PoisonError::into_inner);
        let drafts = state.drafts.to_keep();
        let unsaved = state.unsaved();
        let base = unsaved.as_ref().and_then(|work| state.base_of(work));
        let kept = state.kept_path();
        drop(state);
        // What the thread did not get done is done here.
        for (part, text) in drafts {
            let about = About::draft(&self.path, &part);
            // The drafts come second: a failure shows with the visit below, or is not worth more.
            let _ = self.keeper.keep(&about, text.as_bytes());
        }
        match (unsaved, kept) {
            (None, _) => Finished::Saved,
            (Some(_), Some(path)) => Finished::Kept { path },
            (Some(work), None) => self.rescue(&work, base.as_deref()),
        }
    }

    /// Keeps an unsaved state from the calling thread because the saving thread hangs or is gone.
    fn rescue(&self, work: &Work, base: Option<&Visit>) -> Finished {
        match failing::keep(self, &work.visit, base) {
            Ok(path) => {
                let mut state = self.state();
                state.kept(work.revision, path.clone());
                if state.unsaved().is_some() {
                    return Finished::Kept { path };
                }
                // The thread has come round meanwhile.
                state.forget_kept();
                drop(state);
                let _ = self.keeper.forget(&About::unsaved(&self.path));
                Finished::Saved
            }
            Err(reason) => Finished::Lost { reason },
        }
    }
}

struct Ending(Arc<Shared>);

impl Drop for Ending {
    fn drop(&mut self) {
        if self.0.state().is_busy() {
            self.0.finish(Duration::from_secs(1));
        }
        // At once, and not when the thread has ended: the visit may be opened again before that.
        self.0.keeper.close();
        self.0.ask(State::stop);
    }
}

#[cfg(test)]
mod tests;
