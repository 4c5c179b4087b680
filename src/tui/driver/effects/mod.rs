//! Carrying effects out: visits and the library, papers, the clipboard, the shell.

mod left;
mod library;
mod open;
mod write;

use std::{
    io,
    path::PathBuf,
    sync::{Arc, mpsc::Sender},
};

use super::{Failure, ending::Ending, terminal::Screen};
use crate::{
    say,
    session::{Session, Settings},
    store::{Finished, Recovery},
    tui::{
        app::{App, Event},
        view::{Effect, Outcome},
    },
    words::Speak,
};
use library::Library;

/// What the effects work with.
pub(super) struct World {
    settings: Settings,
    events: Sender<Event>,
    ending: Ending,
    recovery: Arc<Recovery>,
    library: Library,
}

impl World {
    pub(super) fn new(settings: Settings, events: Sender<Event>, ending: Ending) -> Self {
        let recovery = Arc::new(Recovery::at(settings.folders.recovery()));
        let library = Library::new(&settings, Arc::clone(&recovery), events.clone());
        Self {
            settings,
            events,
            ending,
            recovery,
            library,
        }
    }

    /// Shows what the person asked for when starting: a visit, or the library.
    pub(super) fn begin(
        &mut self,
        app: &mut App,
        path: Option<PathBuf>,
    ) -> Result<Vec<Effect>, Failure> {
        match path {
            Some(path) => {
                let opened = self.open(&path)?;
                Ok(app.update(Event::Done(Outcome::Opened(Box::new(opened)))))
            }
            None => Ok(app.show_library()),
        }
    }

    /// Carries one effect out.
    pub(super) fn carry_out(
        &mut self,
        effect: Effect,
        screen: &mut Screen,
    ) -> io::Result<Option<Outcome>> {
        let lang = self.settings.lang;
        Ok(match effect {
            Effect::Quit | Effect::Draft { .. } => None,
            Effect::Suspend => {
                screen.leave_for(suspend)?;
                None
            }
            Effect::Open(path) => Some(self.opened(&path)),
            Effect::Leave(session) => self.leave(&session).map(Outcome::Failed),
            Effect::List { archive } => {
                self.library.list(archive);
                None
            }
            Effect::Create(visit) => Some(match self.library.create(&visit) {
                Ok(path) => self.opened(&path),
                Err(error) => Outcome::Failed(error.say(lang)),
            }),
            Effect::Template { path, first } => Some(match self.library.template(&path, first) {
                Ok(path) => self.opened(&path),
                Err(said) => Outcome::Failed(said),
            }),
            Effect::Archive(path) => Some(self.library.archive(&path)),
            Effect::Delete(path) => Some(self.library.delete(&path)),
            Effect::Restore => Some(self.library.restore()),
            Effect::Recover(kept) => Some(self.recover(&kept)),
            Effect::Discard(kept) => kept
                .remove()
                .err()
                .map(|error| Outcome::Failed(error.say(lang))),
            Effect::Write {
                path,
                bytes,
                replace,
            } => Some(self.write(&path, &bytes, replace)),
            Effect::Copy(text) => {
                screen.send(crossterm::clipboard::CopyToClipboard::to_clipboard_from(
                    text,
                ))?;
                Some(Outcome::Told(say!(
                    lang,
                    "An die Zwischenablage des Terminals übergeben",
                    "Handed to the terminal’s clipboard",
                    "Remis au presse-papiers du terminal"
                )))
            }
        })
    }

    /// Saves a visit that is left, and says what went wrong with that.
    fn leave(&self, session: &Session) -> Option<String> {
        self.ending.guard(None);
        match session.finish() {
            Finished::Saved => None,
            other => Some(other.say(self.settings.lang)),
        }
    }

    /// Saves what is unsaved when the program ends.
    pub(super) fn finish(&self, app: &App) -> Result<(), Failure> {
        match app.session().and_then(|session| self.leave(session)) {
            None => Ok(()),
            Some(said) => Err(Failure::Unsaved(said)),
        }
    }
}

/// Stops the program as the shell expects it, and comes back when it is continued.
#[cfg(unix)]
fn suspend() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}

#[cfg(not(unix))]
fn suspend() -> io::Result<()> {
    Ok(())
}
