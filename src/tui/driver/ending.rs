//! Ending otherwise than asked for: signals and panics save the work and give the terminal back.

use std::{
    io::{self, Write},
    panic::{self, PanicHookInfo},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
    time::Duration,
};

use super::terminal::give_back;
use crate::{
    display, say,
    store::{Finished, Saver, presence::Presence},
    words::{Lang, Speak, quoted},
};

/// How long saving may take when the program has to end: less than the second that a terminal or
/// the system waits.
const WITHIN: Duration = Duration::from_millis(700);

/// How long is waited for the file that says that the visit is open here to go.
const LEAVING: Duration = Duration::from_millis(200);

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

    /// Takes leave of others who have the visit open, and waits for no drive that hangs: whoever
    /// looks next sees that the program has ended.
    fn leave(&self) {
        let presence = self.presence.lock();
        let Some(presence) = presence.unwrap_or_else(PoisonError::into_inner).clone() else {
            return;
        };
        let (left, has_left) = mpsc::channel::<()>();
        let leaving = thread::Builder::new().spawn(move || {
            presence.leave();
            drop(left);
        });
        if leaving.is_ok() {
            // It answers by hanging up.
            let _ = has_left.recv_timeout(LEAVING);
        }
    }

    /// Whether there is something to be saved.
    #[cfg(test)]
    pub(super) fn is_guarding(&self) -> bool {
        let saver = self.saver.lock();
        saver.unwrap_or_else(PoisonError::into_inner).is_some()
    }

    fn save(&self) -> Option<Kept> {
        let saver = self
            .saver
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        saver.map(|saver| Kept {
            visit: saver.finish(WITHIN),
            drafts: saver.drafts(),
        })
    }

    /// Watches for signals on a thread of its own, and for panics everywhere.
    pub(super) fn watch(&self) -> io::Result<()> {
        self.on_panic();
        self.on_signals()
    }

    /// After a panic of the main thread the terminal is given back first, then the work is saved.
    fn on_panic(&self) {
        let (ending, before) = (self.clone(), panic::take_hook());
        let main = thread::current().id();
        panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
            // The saving thread reports its own end; any other thread takes the program with it.
            let here = thread::current();
            if here.name() == Some("saving") {
                return;
            }
            give_back();
            before(info);
            let kept = ending.save();
            ending.leave();
            if let Some(kept) = kept {
                // After a panic nobody knows how things stand unless it is said.
                kept.tell(true);
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
                let kept = ending.save();
                ending.leave();
                give_back();
                if let Some(kept) = kept {
                    kept.tell(false);
                }
                std::process::exit(128 + signal);
            }
        };
        thread::Builder::new()
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

/// Where the work is when the program has to end.
struct Kept {
    visit: Finished,
    /// What was typed in forms that were open.
    drafts: Vec<PathBuf>,
}

impl Kept {
    /// Says where the work is; where it belongs only `always`.
    fn tell(&self, always: bool) {
        let lang = crate::session::locale_lang();
        let visit = (always || self.visit != Finished::Saved).then(|| self.visit.say(lang));
        let drafts = self.drafts.iter().map(|path| draft_said(path, lang));
        for said in visit.into_iter().chain(drafts) {
            // Nobody may be left to read it.
            let _ = writeln!(io::stderr(), "{}", display::told(&said));
        }
    }
}

fn draft_said(path: &Path, lang: Lang) -> String {
    let path = quoted(&path.to_string_lossy(), lang);
    say!(
        lang,
        "Was in einem offenen Formular stand, liegt in {path} und wird beim nächsten Öffnen angeboten",
        "What was typed in an open form is in {path} and will be offered when the visit is next opened",
        "Ce qui était saisi dans un formulaire ouvert se trouve dans {path} et sera proposé à la prochaine ouverture"
    )
}
