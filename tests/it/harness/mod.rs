//! What tests stand on: a home of their own, the real binary, a real terminal, keys as one writes them.

mod home;
mod keys;
#[cfg(unix)]
mod term;

use std::sync::{Mutex, MutexGuard, PoisonError};

pub(crate) use home::{Home, Run};
pub(crate) use keys::{Code, Key, keys};
#[cfg(unix)]
pub(crate) use term::Term;

/// Held while a program is started.
///
/// A new pseudo-terminal is for a moment open to every program started at that moment by another
/// test, which would then keep it open for as long as it lives.
pub(crate) fn starting() -> MutexGuard<'static, ()> {
    static STARTING: Mutex<()> = Mutex::new(());
    STARTING.lock().unwrap_or_else(PoisonError::into_inner)
}
