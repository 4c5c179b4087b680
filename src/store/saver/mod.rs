//! The saving thread: it always holds the newest state and the drafts of open forms, so that a
//! signal, a panic or a hung terminal lose nothing.
//!
//! ```text
//!   commit, draft ──► Shared { State } ──► worker ──► save ──► Report
//!   (any thread)        newest wins        (thread)    └─ fails ─► recovery, again later
//! ```
//!
//! Committing costs the clone of a snapshot; putting it into bytes is done on the thread. While
//! nothing is to be saved, the thread sleeps without a timer.

mod report;
mod state;
mod worker;

use std::{
    io,
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

pub use report::{Finished, Report};
use state::{State, Work};

use super::{
    backups::{Backups, Hourly},
    fingerprint::Fingerprint,
    recovery::{About, Keeper},
};

/// Makes the bytes of a snapshot, or says why it cannot.
type Produce = Arc<dyn Fn() -> Result<Vec<u8>, String> + Send + Sync>;

/// Which commit a report is about; later commits are greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Revision(u64);

/// How long is waited for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// From a commit to its save, so that a held key is one save.
    pub after_commit: Duration,
    /// From the first keystroke in a form to its draft in the recovery folder.
    pub after_typing: Duration,
    /// From a failed save to the second try; each further one takes twice as long.
    pub retry_first: Duration,
    /// The longest time between two tries.
    pub retry_longest: Duration,
    /// For somebody else's save of the same file.
    pub lock: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            after_commit: Duration::from_millis(250),
            after_typing: Duration::from_secs(1),
            retry_first: Duration::from_secs(1),
            retry_longest: Duration::from_mins(1),
            lock: Duration::from_millis(500),
        }
    }
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
    /// The visit had no file at the start: the folder that it is to have may not be there either.
    is_new: bool,
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
    /// Starts saving to `path`, where `expected` was loaded; `report` is called on the thread.
    ///
    /// Without `expected` the visit is new, and the folder of `path` is made with its first save.
    pub fn start(
        path: &Path,
        expected: Option<Fingerprint>,
        keeper: Keeper,
        backups: Backups,
        pace: Pace,
        report: impl FnMut(Report) + Send + 'static,
    ) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            path: path.to_owned(),
            is_new: expected.is_none(),
            keeper,
            backups: Hourly::of(backups),
            pace,
            state: Mutex::new(State::new(expected)),
            asked: Condvar::new(),
            answered: Condvar::new(),
        });
        let of_thread = Arc::clone(&shared);
        thread::Builder::new()
            .name("saving".to_owned())
            .spawn(move || worker::run(of_thread, report))?;
        Ok(Self {
            _ending: Arc::new(Ending(Arc::clone(&shared))),
            shared,
        })
    }

    /// Takes a new state to be saved, in place of an older one that was not.
    ///
    /// `produce` may be called more than once and on any thread.
    pub fn commit(
        &self,
        produce: impl Fn() -> Result<Vec<u8>, String> + Send + Sync + 'static,
    ) -> Revision {
        let due = Instant::now() + self.shared.pace.after_commit;
        self.shared
            .ask(|state| state.commit(Arc::new(produce), due))
    }

    /// Keeps what is typed in the form `part` until it is accepted or given up.
    pub fn draft(&self, part: &str, text: String) {
        let due = Instant::now() + self.shared.pace.after_typing;
        self.shared.ask(|state| state.draft(part, text, due));
    }

    /// The form `part` was accepted or given up: its draft goes, once what it led to is saved.
    pub fn draft_done(&self, part: &str) {
        self.shared.ask(|state| state.draft_done(part));
    }

    /// The number of its keeper, which no other saver of this run has.
    pub fn number(&self) -> u64 {
        self.shared.keeper.number()
    }

    /// The files in the recovery folder that hold what was typed in forms that are open.
    pub fn drafts(&self) -> Vec<PathBuf> {
        self.shared.keeper.drafts()
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
        let drafts = state.drafts_to_keep();
        let unsaved = state.unsaved();
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
            (Some(work), None) => self.rescue(&work),
        }
    }

    /// Keeps an unsaved state from the calling thread because the saving thread hangs or is gone.
    fn rescue(&self, work: &Work) -> Finished {
        match worker::keep(self, work) {
            Ok(path) => {
                let mut state = self.state();
                state.kept(work.revision, path.clone());
                if state.unsaved().is_some() {
                    return Finished::Kept { path };
                }
                // The thread has come round meanwhile.
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
