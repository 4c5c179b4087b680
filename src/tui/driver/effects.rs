//! Carrying effects out: opening visits, writing papers, the clipboard, the shell.

use std::{
    io,
    path::{Path, PathBuf},
    sync::{Arc, mpsc::Sender},
};

use super::{Failure, ending::Ending, terminal::Screen};
use crate::{
    say,
    session::{Session, Settings},
    store::{self, Finished, OpenError, Pace, ReadError, Recovery, Saver},
    tui::{
        app::{App, Event},
        view::{Effect, Outcome},
    },
    words::Speak,
};

/// What the effects work with.
pub(super) struct World {
    settings: Settings,
    events: Sender<Event>,
    ending: Ending,
    recovery: Arc<Recovery>,
}

impl World {
    pub(super) fn new(settings: Settings, events: Sender<Event>, ending: Ending) -> Self {
        let recovery = Arc::new(Recovery::at(settings.folders.recovery()));
        Self {
            settings,
            events,
            ending,
            recovery,
        }
    }

    /// Shows what the person asked for when starting: a visit, or a library.
    pub(super) fn begin(
        &mut self,
        app: &mut App,
        path: Option<PathBuf>,
    ) -> Result<Vec<Effect>, Failure> {
        let Some(path) = path else {
            return Ok(Vec::new());
        };
        let (session, told) = self.open(&path)?;
        app.show(session);
        if let Some(told) = told {
            app.tell(told);
        }
        Ok(Vec::new())
    }

    /// Carries one effect out.
    pub(super) fn carry_out(
        &mut self,
        effect: Effect,
        app: &App,
        screen: &mut Screen,
    ) -> io::Result<Option<Outcome>> {
        let lang = self.settings.lang;
        match effect {
            Effect::Quit | Effect::Draft { .. } => Ok(None),
            Effect::Suspend => screen.leave_for(suspend).map(|()| None),
            Effect::Open(path) => Ok(Some(match self.open(&path) {
                Ok((session, told)) => Outcome::Opened(Box::new(session), told),
                Err(error) => Outcome::NotOpened(error),
            })),
            Effect::Copy(text) => {
                screen.send(crossterm::clipboard::CopyToClipboard::to_clipboard_from(
                    text,
                ))?;
                Ok(Some(Outcome::Told(say!(
                    lang,
                    "In die Zwischenablage kopiert",
                    "Copied to the clipboard",
                    "Copié dans le presse-papiers"
                ))))
            }
            Effect::Write { .. } => {
                let _ = app;
                Ok(None)
            }
        }
    }

    /// Opens a visit with its saving thread. A sample is worked on in a copy in the library.
    fn open(&self, path: &Path) -> Result<(Session, Option<String>), OpenError> {
        let lang = self.settings.lang;
        let opened = store::open(path)?;
        let mut told = None;
        let (file, expected, opened) = if opened.sample {
            let copy = self
                .settings
                .folders
                .library
                .join(path.file_name().unwrap_or_default());
            match store::open(&copy) {
                Ok(own) => {
                    let shown = copy.display().to_string();
                    let shown = crate::display::safe(&shown);
                    told = Some(say!(
                        lang,
                        "Ihre Kopie des Beispiels: {shown}",
                        "Your copy of the sample: {shown}",
                        "Votre copie de l’exemple\u{a0}: {shown}"
                    ));
                    (copy, Some(own.fingerprint), own)
                }
                Err(OpenError::Read(ReadError::Missing { .. })) => {
                    told = Some(say!(
                        lang,
                        "Ein Beispiel: Änderungen kommen in eine Kopie in Ihrer Bibliothek",
                        "A sample: changes go into a copy in your library",
                        "Un exemple\u{a0}: vos modifications vont dans une copie de votre bibliothèque"
                    ));
                    if let Err(error) = store::make_library(&self.settings.folders.library) {
                        told = Some(error.say(lang));
                    }
                    (copy, None, opened)
                }
                Err(error) => return Err(error),
            }
        } else {
            (path.to_owned(), Some(opened.fingerprint), opened)
        };
        if let Some(warning) = opened.warnings.first() {
            told = Some(warning.say(lang));
        }
        let events = self.events.clone();
        let report = move |report| drop(events.send(Event::Saved(report)));
        let saver = Saver::start(
            &file,
            expected,
            Arc::clone(&self.recovery),
            Pace::default(),
            report,
        )
        .ok();
        self.ending.guard(saver.clone());
        Ok((Session::new(opened.visit, file, saver), told))
    }

    /// Saves what is unsaved when the program ends.
    pub(super) fn finish(&self, app: &App) -> Result<(), Failure> {
        match app.session().map(Session::finish) {
            None | Some(Finished::Saved) => Ok(()),
            Some(other) => Err(Failure::Unsaved(other.say(self.settings.lang))),
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
