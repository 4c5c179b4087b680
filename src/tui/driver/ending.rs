//! Ending otherwise than asked for: signals and panics save the work and give the terminal back.

use std::{
    io,
    panic::{self, PanicHookInfo},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use super::terminal::give_back;
use crate::store::{Finished, Saver, presence::Presence};

/// How long saving may take when the program has to end: less than the second that a terminal or
/// the system waits.
const WITHIN: Duration = Duration::from_millis(700);

/// The saver of the open visit and what says to others that it is open, for whoever ends the program.
#[derive(Clone, Default)]
pub(super) struct Ending {
    saver: Arc<Mutex<Option<Saver>>>,
    presence: Arc<Mutex<Option<Presence>>>,
}

impl Ending {
    /// From now on this is what is to be saved.
    pub(super) fn guard(&self, saver: Option<Saver>) {
        *self.saver.lock().unwrap_or_else(PoisonError::into_inner) = saver;
        self.announced(None);
    }

    /// From now on this is what says to others that the visit is open.
    pub(super) fn announced(&self, presence: Option<Presence>) {
        *self.presence.lock().unwrap_or_else(PoisonError::into_inner) = presence;
    }

    /// Takes leave of others who have the visit open.
    fn leave(&self) {
        let presence = self.presence.lock();
        if let Some(presence) = &*presence.unwrap_or_else(PoisonError::into_inner) {
            presence.leave();
        }
    }

    /// Whether there is something to be saved.
    #[cfg(test)]
    pub(super) fn is_guarding(&self) -> bool {
        let saver = self.saver.lock();
        saver.unwrap_or_else(PoisonError::into_inner).is_some()
    }

    fn save(&self) -> Option<Finished> {
        let saver = self
            .saver
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        saver.map(|saver| saver.finish(WITHIN))
    }

    /// Watches for signals on a thread of its own, and for panics everywhere.
    pub(super) fn watch(&self) -> io::Result<()> {
        self.on_panic();
        self.on_signals()
    }

    /// After a panic of the main thread the terminal is given back first, then the work is saved.
    fn on_panic(&self) {
        let (ending, before) = (self.clone(), panic::take_hook());
        let main = std::thread::current().id();
        panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
            // The saving thread reports its own end; any other thread takes the program with it.
            let here = std::thread::current();
            if here.name() == Some("saving") {
                return;
            }
            give_back();
            before(info);
            let finished = ending.save();
            ending.leave();
            if let Some(finished) = finished {
                tell(&finished);
            }
            if here.id() != main {
                std::process::exit(101);
            }
        }));
    }

    #[cfg(unix)]
    fn on_signals(&self) -> io::Result<()> {
        use signal_hook::{
            consts::{SIGHUP, SIGINT, SIGTERM},
            iterator::Signals,
        };
        let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT])?;
        let ending = self.clone();
        let wait = move || {
            if let Some(signal) = signals.forever().next() {
                let finished = ending.save();
                ending.leave();
                give_back();
                if let Some(finished) = finished {
                    tell(&finished);
                }
                std::process::exit(128 + signal);
            }
        };
        std::thread::Builder::new()
            .name("signals".to_owned())
            .spawn(wait)
            .map(drop)
    }

    #[cfg(not(unix))]
    #[allow(clippy::unused_self, clippy::unnecessary_wraps)]
    fn on_signals(&self) -> io::Result<()> {
        Ok(())
    }
}

/// Says where the work is, if it is not where it belongs.
fn tell(finished: &Finished) {
    use crate::words::Speak;
    use std::io::Write;
    if !matches!(finished, Finished::Saved) {
        let lang = crate::session::locale_lang();
        let said = finished.say(lang);
        // Nobody may be left to read it.
        let _ = writeln!(std::io::stderr(), "{}", crate::display::safe(&said));
    }
}
