//! The saving thread itself: it does what the state says is next, and writes down what came of it.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, PoisonError},
    time::{Instant, SystemTime},
};

use super::{
    Report, Revision, Shared,
    disk::OnDisk,
    failing::said_by,
    ledger::{Incoming, Ledger},
    state::{Next, Work},
    watch::watch,
};
use crate::{
    model::Visit,
    store::{
        Fingerprint, ReadError, SaveWarning,
        atomic::hold,
        fault::panic_on_request,
        platform,
        read::{SIZE_LIMIT, read_bytes},
        recovery::About,
        save_error::SaveError,
        sweep::sweep,
        target::folder_of,
        watch::Watch,
    },
};

/// How many panics of whoever receives the reports are borne before giving up.
const PANICS_BORNE: usize = 8;

/// What only the thread itself knows.
pub(super) struct Worker<R> {
    pub(super) shared: Arc<Shared>,
    pub(super) ledger: Ledger<OnDisk>,
    pub(super) report: R,
    watch: Option<Watch>,
    /// The last failure that was told: the same is not told again whenever it is tried again.
    pub(super) told: Option<(Revision, String)>,
    /// How many steps from outside are in what is kept.
    pub(super) steps_kept: u64,
    /// Whether the file was not as known when it was last looked at.
    was_other: bool,
}

/// Works until it is told to end. Whatever happens, nobody waits for a thread that is gone.
pub(super) fn run(
    shared: Arc<Shared>,
    visit: Arc<Visit>,
    expected: Option<Fingerprint>,
    report: impl FnMut(Report),
) {
    // Off the drawing thread, and before the first save makes a temporary file of its own.
    sweep(folder_of(&shared.path), SystemTime::now());
    let mut worker = Worker {
        shared: Arc::clone(&shared),
        ledger: Ledger::new(visit, expected),
        report,
        watch: None,
        told: None,
        steps_kept: 0,
        was_other: false,
    };
    worker.holds();
    let mut panics = 0;
    // Saving has a net of its own below, so only a receiver of reports can panic here.
    while panics < PANICS_BORNE {
        match catch_unwind(AssertUnwindSafe(|| worker.step())) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => panics += 1,
        }
    }
    shared.state().end();
    shared.answered.notify_all();
    // The recovery folder is let go before the reports end, for whoever waits for that.
    drop(shared);
    let Worker { shared, report, .. } = worker;
    drop(shared);
    drop(report);
}

impl<R: FnMut(Report)> Worker<R> {
    /// Sleeps until there is something to do and does it; `false` at the end.
    fn step(&mut self) -> bool {
        match wait(&self.shared) {
            Next::Save(work) => self.save(&work),
            Next::Look => self.look(),
            Next::Watch => self.watch(),
            Next::Remind(reminder) => {
                let is_open = reminder.remind();
                let again = is_open.then(|| Instant::now() + self.shared.pace.presence);
                self.shared.state().reminded(again);
            }
            Next::Keep { part, text } => self.keep_draft(&part, &text),
            Next::Forget { part } => {
                let about = About::draft(&self.shared.path, &part);
                self.shared.state().drafts.forgotten(&part);
                if let Err(error) = self.shared.keeper.forget(&about) {
                    (self.report)(Report::NotKept(error));
                }
            }
            Next::Answer => {
                self.shared.state().answer();
                self.shared.answered.notify_all();
            }
            Next::End => return false,
            Next::Sleep | Next::SleepUntil(_) => {}
        }
        true
    }

    fn keep_draft(&mut self, part: &str, text: &str) {
        let about = About::draft(&self.shared.path, part);
        match self.shared.keeper.keep(&about, text.as_bytes()) {
            Ok(_) => self.shared.state().drafts.kept(part, text),
            Err(error) => {
                let again = Instant::now() + self.shared.pace.retry_longest;
                self.shared.state().draft_failed(part, again);
                (self.report)(Report::NotKept(error));
            }
        }
    }

    fn watch(&mut self) {
        self.shared.state().watched();
        if self.watch.is_none() {
            let shared = Arc::downgrade(&self.shared);
            let hint = move || {
                if let Some(shared) = shared.upgrade() {
                    let due = Instant::now() + shared.pace.after_hint;
                    shared.ask(|state| state.look(due));
                }
            };
            // Where watching is impossible, one looks now and then, and before each save.
            self.watch = watch(&self.shared.path, hint).ok();
        }
        // What happened before the watching began.
        self.look();
    }

    /// Looks whether the file still holds what is known of it; if not, all is settled at once.
    fn look(&mut self) {
        self.shared.state().looked();
        let known = self.ledger.print();
        let is_as_known = match read_bytes(&self.shared.path, SIZE_LIMIT) {
            Ok((_, now)) => known.is_some_and(|known| known.same_content(&now)),
            Err(ReadError::Missing { .. }) => known.is_none(),
            Err(_) => false,
        };
        // A file that is back as it was, after somebody took it away, may be what a save waits for.
        let was_other = std::mem::replace(&mut self.was_other, !is_as_known);
        if !is_as_known || was_other {
            self.shared.state().save_again(Instant::now());
        }
    }

    fn save(&mut self, work: &Work) {
        // The version that is about to be replaced; saving goes on whatever becomes of it.
        if let Some(error) = self.shared.backups.before_save(&self.shared.path) {
            (self.report)(Report::NotBackedUp(error));
        }
        let revision = work.revision;
        self.shared.state().trying(revision);
        self.ledger.hand_over(Arc::clone(&work.visit), work.taken);
        if self.ledger.print().is_none() {
            // If this fails, the save does too, and says why.
            let _ = platform::create_folder(folder_of(&self.shared.path));
        }
        let mut came = Vec::new();
        let settled = self.guarded(|worker| worker.settle(&mut came));
        self.holds();
        for step in came {
            (self.report)(Report::Came {
                step,
                who: Vec::new(),
            });
        }
        match settled {
            Ok((fingerprint, warnings)) => {
                self.told = None;
                self.was_other = false;
                if self.shared.state().saved(revision) {
                    // A copy too many is offered at the next opening; that is no reason for an alarm.
                    let _ = self
                        .shared
                        .keeper
                        .forget(&About::unsaved(&self.shared.path));
                }
                (self.report)(Report::Saved {
                    revision,
                    fingerprint,
                    warnings,
                });
            }
            Err(error) => {
                self.was_other = error.is_from_outside();
                self.failed(work, error);
            }
        }
    }

    /// Brings the file and the session together, while nobody else can who knows our lock.
    fn settle(
        &mut self,
        came: &mut Vec<Incoming<Visit>>,
    ) -> Result<(Fingerprint, Vec<SaveWarning>), SaveError> {
        panic_on_request("saving");
        let mut disk = OnDisk {
            held: hold(&self.shared.path, self.shared.pace.lock)?
                .with_backups(self.shared.backups.backups()),
            merge: Arc::clone(&self.shared.merge),
            warnings: Vec::new(),
            ruin: None,
        };
        // A try that does not come to hold the file has used nothing up.
        let write_back = self.shared.state().take_write_back();
        if let Some(over) = write_back {
            disk.set_aside(over, self.shared.backups.backups())?;
        }
        self.ledger.settle(&mut disk, came)?;
        let print = self.ledger.print().ok_or_else(|| SaveError::NotAFile {
            path: self.shared.path.clone(),
        })?;
        Ok((print, disk.warnings))
    }

    /// Says what the file holds to whoever has to keep the work without this thread.
    fn holds(&self) {
        let (file, steps) = (self.ledger.file(), self.ledger.steps());
        self.shared.state().holds(file, steps);
    }

    /// A panic while the visit is merged or put into bytes is a failed save and not the end of
    /// saving.
    pub(super) fn guarded<T>(
        &mut self,
        what: impl FnOnce(&mut Self) -> Result<T, SaveError>,
    ) -> Result<T, SaveError> {
        catch_unwind(AssertUnwindSafe(|| what(self))).unwrap_or_else(|panic| {
            Err(SaveError::Unwritable {
                path: self.shared.path.clone(),
                reason: said_by(panic.as_ref()),
            })
        })
    }
}

fn wait(shared: &Shared) -> Next {
    let mut state = shared.state();
    loop {
        let now = Instant::now();
        state = match state.next(now) {
            Next::Sleep => shared
                .asked
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner),
            Next::SleepUntil(then) => {
                let result = shared
                    .asked
                    .wait_timeout(state, then.saturating_duration_since(now));
                result.unwrap_or_else(PoisonError::into_inner).0
            }
            next => return next,
        };
    }
}
