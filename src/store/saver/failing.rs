//! What becomes of work that cannot be saved: it is kept, told and tried again.

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use super::{Report, Shared, state::Work, worker::Worker};
use crate::{
    model::Visit,
    store::{
        recovery::{About, kept_visit},
        save_error::SaveError,
    },
    words::{Lang, Speak},
};

/// Once it is this long until the next try, what is in the way is told whatever it is.
const PATIENCE: Duration = Duration::from_secs(10);

impl<R: FnMut(Report)> Worker<R> {
    /// A save of this work failed.
    pub(super) fn failed(&mut self, work: &Work, error: SaveError) {
        let (newest, base) = self.newest(work);
        let steps = self.ledger.steps();
        let is_kept = self.shared.state().is_kept(work.revision) && self.steps_kept == steps;
        if !is_kept && let Ok(path) = keep(&self.shared, &newest, base.as_deref()) {
            self.steps_kept = steps;
            self.shared.state().kept(work.revision, path);
        }
        let mut state = self.shared.state();
        let again_in = state.failed(Instant::now(), &self.shared.pace);
        let kept = state.kept_path();
        drop(state);
        // Our own git holds the file while it merges, and lets go of it soon.
        if error.is_own_hold() && kept.is_some() && again_in < PATIENCE {
            return;
        }
        let told = (work.revision, error.say(Lang::En));
        if error.is_from_outside() && self.told.as_ref() == Some(&told) {
            return;
        }
        self.told = Some(told);
        (self.report)(Report::Failed {
            revision: work.revision,
            error,
            kept,
            again_in,
        });
    }

    /// What is to be kept: what the session has with what came in, or without it where the two
    /// cannot be brought together; and what the file held that it was made from.
    fn newest(&mut self, work: &Work) -> (Arc<Visit>, Option<Arc<Visit>>) {
        let merge = Arc::clone(&self.shared.merge);
        let merged = self.guarded(|worker| {
            let merge = |base: &Visit, ours: &Visit, theirs: &Visit| {
                merge(base, ours, theirs).map_err(|reason| SaveError::Unmerged {
                    path: worker.shared.path.clone(),
                    reason,
                })
            };
            worker.ledger.newest_by(merge)
        });
        if let Ok(newest) = merged {
            return (newest, self.ledger.file());
        }
        let base = self.shared.state().base_of(work);
        (Arc::clone(&work.visit), base)
    }
}

/// Keeps a state in the recovery folder, with what the file held that it was made from.
pub(super) fn keep(
    shared: &Shared,
    visit: &Visit,
    base: Option<&Visit>,
) -> Result<PathBuf, String> {
    let bytes = catch_unwind(AssertUnwindSafe(|| kept_visit(visit, base)))
        .unwrap_or_else(|panic| Err(said_by(panic.as_ref())))?;
    let about = About::unsaved(&shared.path);
    let kept = shared.keeper.keep(&about, &bytes);
    kept.map_err(|error| error.say(Lang::En))
}

/// What a panic said.
pub(super) fn said_by(panic: &(dyn Any + Send)) -> String {
    let text = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "panic".to_owned())
}
