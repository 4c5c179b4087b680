//! Opening a visit: its file, the copy of a sample, its saving thread.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{Failure, World, outside::signed, reading::Wish};
use crate::{
    model::{Head, Id},
    say,
    session::{Company, Session, backup_hint, reconcile},
    store::{self, Fingerprint, IssueError, OpenError, Opening, Pace, ReadError, Saver, presence},
    tui::{
        app::Event,
        view::{Opened, Outcome},
    },
    words::Speak,
};

/// A visit, where it is to be saved and what is expected to be there, and what to tell.
pub(super) struct Found {
    pub(super) visit: store::Opened,
    pub(super) file: PathBuf,
    expected: Option<Fingerprint>,
    pub(super) told: Option<String>,
}

impl World {
    /// What became of opening the visit in a file.
    pub(super) fn opened(&self, path: &Path) -> Outcome {
        self.opened_as(path, Wish::Usual)
    }

    /// What became of opening a visit that is there to be changed, such as a new one.
    pub(super) fn opened_new(&self, path: &Path) -> Outcome {
        self.opened_as(path, Wish::Writing)
    }

    fn opened_as(&self, path: &Path, wish: Wish) -> Outcome {
        if let Some(outcome) = self.of_kept(path) {
            return outcome;
        }
        match self.open(path, wish) {
            Ok(opened) => Outcome::Opened(Box::new(opened)),
            Err(Failure::Damaged { error, .. }) => self.damaged(path, &error),
            Err(error) => Outcome::Failed(error.say(self.settings.lang)),
        }
    }

    /// Opens a visit with its saving thread. A sample is worked on in a copy in the library.
    pub(super) fn open(&self, path: &Path, wish: Wish) -> Result<Opened, Failure> {
        // Wherever the program is started next time, what is kept for this visit is found by it.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        if store::is_frozen(&path) {
            return Err(IssueError::Frozen { path }.into());
        }
        let visit = store::open(&path).map_err(|error| {
            match backup_hint(&error, &path, &self.settings) {
                Some(hint) => Failure::Damaged {
                    error: Box::new(error),
                    hint,
                },
                None => error.into(),
            }
        })?;
        let copies = store::is_sample(&path) && !(self.read_only && wish == Wish::Usual);
        let found = if copies {
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
        let others = presence::others(&found.file);
        if let Some(reading) = self.reading(&found.file, &others, wish) {
            return Ok(self.opened_to_read(Found { told, ..found }, reading, others));
        }
        let left = self.left_of(&found.file, &found.visit.visit);
        let (events, keeper) = (self.events.clone(), self.recovery.keeper());
        let number = keeper.number();
        let opening = Opening {
            path: found.file.clone(),
            visit: Arc::new(found.visit.visit.clone()),
            expected: found.expected,
            merge: reconcile(),
        };
        let file = found.file.clone();
        let report = move |report| {
            // Nobody listens when the program has ended.
            let _ = events.send(Event::Saved(number, signed(report, &file)));
        };
        let backups = self.settings.backups();
        let saver = Saver::start(opening, keeper, backups, Pace::default(), report)
            .map_err(Failure::NoThread)?;
        self.ending.guard(Some(saver.clone()));
        let company = Company {
            reading: None,
            others,
        };
        let newest = store::newest(&found.file);
        let session = Session::new(found.visit.visit, found.file, Some(saver)).in_company(company);
        Ok(Opened {
            left,
            ..Opened::of(session, newest, told, self.settings.lang)
        })
    }

    /// The copy of a sample in the library; it comes into being with the first change.
    fn copy_of(&self, sample: &Path, opened: store::Opened) -> Result<Found, OpenError> {
        let (lang, library) = (self.settings.lang, &self.settings.folders.library);
        let (file, own) = find_copy(library, sample, &opened.visit.head.id)?;
        if let Some(own) = own {
            let path = store::shown(&file, lang);
            let told = say!(
                lang,
                "Ihre Kopie des Beispiels: {path}",
                "Your copy of the sample: {path}",
                "Votre copie de l’exemple\u{a0}: {path}"
            );
            return Ok(Found {
                expected: Some(own.fingerprint),
                visit: own,
                file,
                told: Some(told),
            });
        }
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
}

/// Where the copy of a sample is, or is to be: a visit of the same id under the sample's name or,
/// where another visit has that name, under one with a number.
fn find_copy(
    library: &Path,
    sample: &Path,
    id: &Id<Head>,
) -> Result<(PathBuf, Option<store::Opened>), OpenError> {
    let stem = sample.file_stem().unwrap_or_default().to_string_lossy();
    let mut file = library.join(sample.file_name().unwrap_or_default());
    let mut number = 1_u32;
    loop {
        match store::open(&file) {
            Ok(own) if own.visit.head.id == *id => return Ok((file, Some(own))),
            Err(OpenError::Read(ReadError::Missing { .. })) => return Ok((file, None)),
            Ok(_) => {}
            Err(error) => return Err(error),
        }
        number += 1;
        file = library.join(format!("{stem}-{number}.ron"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_visit_of_the_samples_name_is_not_taken_for_its_copy() {
        let home = tempfile::tempdir().unwrap();
        let sample = Path::new("assets/samples/hamburg.ron");
        let visit = |name: &str, id: &str| {
            let text = format!("(format: 1, visit: (id: \"{id}\", title: \"x\"))\n");
            std::fs::write(home.path().join(name), text).unwrap();
        };
        let found = || {
            let id = Id::parse("sample-7k2f").unwrap();
            let (file, own) = find_copy(home.path(), sample, &id).unwrap();
            let name = file.file_name().unwrap().to_str().unwrap().to_owned();
            (name, own.is_some())
        };
        assert_eq!(found(), ("hamburg.ron".to_owned(), false));
        visit("hamburg.ron", "other-m3qp");
        assert_eq!(found(), ("hamburg-2.ron".to_owned(), false));
        visit("hamburg-2.ron", "sample-7k2f");
        assert_eq!(found(), ("hamburg-2.ron".to_owned(), true));
    }
}
