//! Opening a visit: its file, the copy of a sample, its saving thread.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{Failure, World};
use crate::{
    display, say,
    session::Session,
    store::{self, Fingerprint, OpenError, Pace, ReadError, Saver},
    tui::{
        app::Event,
        view::{Opened, Outcome},
    },
    words::{Speak, quoted},
};

/// A visit, where it is to be saved and what is expected to be there, and what to tell.
struct Found {
    visit: store::Opened,
    file: PathBuf,
    expected: Option<Fingerprint>,
    told: Option<String>,
}

impl World {
    /// What became of opening the visit in a file.
    pub(super) fn opened(&self, path: &Path) -> Outcome {
        match self.open(path) {
            Ok(opened) => Outcome::Opened(Box::new(opened)),
            Err(error) => Outcome::Failed(error.say(self.settings.lang)),
        }
    }

    /// Opens a visit with its saving thread. A sample is worked on in a copy in the library.
    pub(super) fn open(&self, path: &Path) -> Result<Opened, Failure> {
        // Wherever the program is started next time, what is kept for this visit is found by it.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let visit = store::open(&path)?;
        let found = if store::is_sample(&path) {
            self.copy_of(&path, visit)?
        } else {
            Found {
                expected: Some(visit.fingerprint),
                visit,
                file: path,
                told: None,
            }
        };
        let warning = found.visit.warnings.first();
        let told = warning
            .map(|warning| warning.say(self.settings.lang))
            .or(found.told);
        let left = self.left_of(&found.file, &found.visit.visit);
        let events = self.events.clone();
        let saver = Saver::start(
            &found.file,
            found.expected,
            Arc::clone(&self.recovery),
            Pace::default(),
            move |report| drop(events.send(Event::Saved(report))),
        )
        .map_err(Failure::NoThread)?;
        self.ending.guard(Some(saver.clone()));
        Ok(Opened {
            session: Session::new(found.visit.visit, found.file, Some(saver)),
            told,
            left,
        })
    }

    /// The copy of a sample in the library; it comes into being with the first change.
    fn copy_of(&self, sample: &Path, opened: store::Opened) -> Result<Found, OpenError> {
        let (lang, library) = (self.settings.lang, &self.settings.folders.library);
        let file = library.join(sample.file_name().unwrap_or_default());
        match store::open(&file) {
            Ok(own) => {
                let path = quoted(&display::safe(&file.to_string_lossy()), lang);
                let told = say!(
                    lang,
                    "Ihre Kopie des Beispiels: {path}",
                    "Your copy of the sample: {path}",
                    "Votre copie de l’exemple\u{a0}: {path}"
                );
                Ok(Found {
                    expected: Some(own.fingerprint),
                    visit: own,
                    file,
                    told: Some(told),
                })
            }
            Err(OpenError::Read(ReadError::Missing { .. })) => {
                let told = match store::make_library(library) {
                    Ok(()) => say!(
                        lang,
                        "Ein Beispiel: Änderungen kommen in eine Kopie in Ihrer Bibliothek",
                        "A sample: changes go into a copy in your library",
                        "Un exemple\u{a0}: vos modifications vont dans une copie de votre bibliothèque"
                    ),
                    Err(error) => error.say(lang),
                };
                Ok(Found {
                    visit: opened,
                    file,
                    expected: None,
                    told: Some(told),
                })
            }
            Err(error) => Err(error),
        }
    }
}
