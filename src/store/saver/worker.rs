//! The saving thread itself: it does what the state says is next, and writes down what came of it.

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{Arc, PoisonError},
    time::{Instant, SystemTime},
};

use super::{
    Report, Shared,
    state::{Next, Work},
};
use crate::{
    store::{
        Fingerprint,
        atomic::{Saved, save_within},
        fault::panic_on_request,
        platform,
        recovery::About,
        save_error::SaveError,
        sweep::sweep,
        target::folder_of,
    },
    words::{Lang, Speak},
};

/// How many panics of whoever receives the reports are borne before giving up.
const PANICS_BORNE: usize = 8;

/// Works until it is told to end. Whatever happens, nobody waits for a thread that is gone.
pub(super) fn run(shared: Arc<Shared>, mut report: impl FnMut(Report)) {
    // Off the drawing thread, and before the first save makes a temporary file of its own.
    sweep(folder_of(&shared.path), SystemTime::now());
    let mut panics = 0;
    // Saving has a net of its own below, so only a receiver of reports can panic here.
    while panics < PANICS_BORNE {
        match catch_unwind(AssertUnwindSafe(|| step(&shared, &mut report))) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => panics += 1,
        }
    }
    shared.state().end();
    shared.answered.notify_all();
    // The recovery folder is let go before the reports end, for whoever waits for that.
    drop(shared);
}

/// Sleeps until there is something to do and does it; `false` at the end.
fn step(shared: &Shared, report: &mut impl FnMut(Report)) -> bool {
    match wait(shared) {
        Next::Save(work) => {
            // The version that is about to be replaced; saving goes on whatever becomes of it.
            if let Some(error) = shared.backups.before_save(&shared.path) {
                report(Report::NotBackedUp(error));
            }
            report(try_to_save(shared, &work));
        }
        Next::Keep { part, text } => {
            let about = About::draft(&shared.path, &part);
            match shared.keeper.keep(&about, text.as_bytes()) {
                Ok(_) => shared.state().draft_kept(&part, &text),
                Err(error) => {
                    let again = Instant::now() + shared.pace.retry_longest;
                    shared.state().draft_failed(&part, again);
                    report(Report::NotKept(error));
                }
            }
        }
        Next::Forget { part } => {
            let about = About::draft(&shared.path, &part);
            shared.state().draft_forgotten(&part);
            if let Err(error) = shared.keeper.forget(&about) {
                report(Report::NotKept(error));
            }
        }
        Next::Answer => {
            shared.state().answer();
            shared.answered.notify_all();
        }
        Next::End => return false,
        Next::Sleep | Next::SleepUntil(_) => {}
    }
    true
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

fn try_to_save(shared: &Shared, work: &Work) -> Report {
    let revision = work.revision;
    let expected = shared.state().trying(revision);
    if shared.is_new && expected.is_none() {
        // If this fails, the save does too, and says why.
        let _ = platform::create_folder(folder_of(&shared.path));
    }
    let result = produce(work)
        .map_err(|reason| SaveError::Unwritable {
            path: shared.path.clone(),
            reason,
        })
        .and_then(|bytes| guarded_save(shared, &bytes, expected.as_ref()));
    match result {
        Ok(saved) => {
            if shared.state().saved(revision, saved.fingerprint) {
                // A copy too many is offered at the next opening; that is no reason for an alarm.
                let _ = shared.keeper.forget(&About::unsaved(&shared.path));
            }
            Report::Saved {
                revision,
                fingerprint: saved.fingerprint,
                warnings: saved.warnings,
            }
        }
        Err(error) => failed(shared, work, error),
    }
}

fn failed(shared: &Shared, work: &Work, error: SaveError) -> Report {
    let is_kept = shared.state().is_kept(work.revision);
    if !is_kept && let Ok(path) = keep(shared, work) {
        shared.state().kept(work.revision, path);
    }
    let mut state = shared.state();
    if let SaveError::Unconfirmed { saved, .. } = &error {
        // Ours is in place, so that is what the next try has to expect.
        state.expected = Some(*saved);
    }
    let again_in = if error.is_from_outside() {
        None
    } else {
        Some(state.failed(Instant::now(), &shared.pace))
    };
    Report::Failed {
        revision: work.revision,
        error,
        kept: state.kept_path(),
        again_in,
    }
}

/// Keeps a state in the recovery folder.
pub(super) fn keep(shared: &Shared, work: &Work) -> Result<PathBuf, String> {
    let bytes = produce(work)?;
    let about = About::unsaved(&shared.path);
    let kept = shared.keeper.keep(&about, &bytes);
    kept.map_err(|error| error.say(Lang::En))
}

/// A panic while the bytes are made is a failed save and not the end of saving.
fn produce(work: &Work) -> Result<Vec<u8>, String> {
    catch_unwind(AssertUnwindSafe(|| (work.produce)()))
        .unwrap_or_else(|panic| Err(said_by(panic.as_ref())))
}

fn guarded_save(
    shared: &Shared,
    bytes: &[u8],
    expected: Option<&Fingerprint>,
) -> Result<Saved, SaveError> {
    let save = || {
        panic_on_request("saving");
        save_within(&shared.path, bytes, expected, shared.pace.lock)
    };
    catch_unwind(AssertUnwindSafe(save)).unwrap_or_else(|panic| {
        Err(SaveError::Unwritable {
            path: shared.path.clone(),
            reason: said_by(panic.as_ref()),
        })
    })
}

fn said_by(panic: &(dyn Any + Send)) -> String {
    let text = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "panic".to_owned())
}
