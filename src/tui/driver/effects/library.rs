//! The library's effects: listing, new visits, archive and trash, and taking these back.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc::Sender,
    },
    thread,
};

use chrono::NaiveDate;

use crate::{
    display,
    model::Visit,
    plan::{self, Asker},
    say,
    session::Settings,
    store::{self, Kept, Kind, Listed, MoveError, Moved, Recovery, SaveError, Trash, Trashed},
    tui::{
        app::Event,
        view::{Listing, Outcome},
    },
    words::{Speak, quoted},
};

/// The library that is open, and what was done in it.
pub(super) struct Library {
    settings: Settings,
    recovery: Arc<Recovery>,
    events: Sender<Event>,
    trash: Trash,
    done: Vec<Deed>,
    with_archive: bool,
    /// Which listing is the newest: an older one that ends later is not shown.
    newest: Arc<AtomicUsize>,
}

/// What can be taken back.
enum Deed {
    Deleted(Trashed),
    /// Put into the archive, or taken out of it; it is here now.
    Archived(PathBuf),
}

impl Library {
    pub(super) fn new(settings: &Settings, recovery: Arc<Recovery>, events: Sender<Event>) -> Self {
        Self {
            recovery,
            trash: Trash::at(settings.folders.trash()),
            settings: settings.clone(),
            events,
            done: Vec::new(),
            with_archive: false,
            newest: Arc::default(),
        }
    }

    fn folder(&self) -> &Path {
        &self.settings.folders.library
    }

    /// Lists the library on a thread of its own, since it may be large.
    pub(super) fn list(&mut self, with_archive: bool) {
        self.with_archive = with_archive;
        let (folder, events) = (self.folder().to_owned(), self.events.clone());
        let (lang, undo) = (self.settings.lang, !self.done.is_empty());
        let recovery = Arc::clone(&self.recovery);
        let newest = Arc::clone(&self.newest);
        let number = newest.fetch_add(1, Ordering::SeqCst) + 1;
        let list = move || {
            let files = store::list(&folder, with_archive).map_err(|error| error.say(lang));
            let left = stray(&recovery, files.as_deref().unwrap_or_default());
            if newest.load(Ordering::SeqCst) == number {
                let listing = Listing { files, left, undo };
                // Nobody listens when the program has ended.
                let _ = events.send(Event::Done(Outcome::Listed(listing)));
            }
        };
        let started = thread::Builder::new()
            .name("listing".to_owned())
            .spawn(list.clone());
        if started.is_err() {
            list();
        }
    }

    /// Lists it as it was listed last.
    pub(super) fn relist(&mut self) {
        self.list(self.with_archive);
    }

    /// Gives a new visit its file.
    pub(super) fn create(&self, visit: &Visit) -> Result<PathBuf, SaveError> {
        store::create(self.folder(), visit).map(|(path, _)| path)
    }

    /// Makes a visit for a new first day from the one in a file.
    pub(super) fn template(&self, path: &Path, first: NaiveDate) -> Result<PathBuf, String> {
        let lang = self.settings.lang;
        let old = store::open(path).map_err(|error| error.say(lang))?.visit;
        let today = self.settings.now.today(old.zone());
        let new = plan::template(&old, first, Asker { lang, today })
            .map_err(|refusal| refusal.say(lang))?;
        self.create(&new).map_err(|error| error.say(lang))
    }

    /// Puts a visit into the archive, or takes it out.
    pub(super) fn archive(&mut self, path: &Path) -> Outcome {
        let lang = self.settings.lang;
        self.settled(move_archived(path), |path| {
            let name = self::name(path, lang);
            let said = if store::is_archived(path) {
                say!(
                    lang,
                    "Im Archiv: {name}",
                    "In the archive: {name}",
                    "Archivé\u{a0}: {name}"
                )
            } else {
                say!(
                    lang,
                    "Wieder in der Bibliothek: {name}",
                    "Back in the library: {name}",
                    "De retour dans la bibliothèque\u{a0}: {name}"
                )
            };
            (said, Some(Deed::Archived(path.to_owned())))
        })
    }

    /// Puts a visit into the trash.
    pub(super) fn delete(&mut self, path: &Path) -> Outcome {
        let lang = self.settings.lang;
        self.settled(self.trash.put(path), |trashed| {
            let name = name(&trashed.from, lang);
            let said = say!(
                lang,
                "Gelöscht: {name}; lässt sich zurücknehmen",
                "Deleted: {name}; can be taken back",
                "Supprimé\u{a0}: {name}\u{a0}; annulable"
            );
            (said, Some(Deed::Deleted(trashed.clone())))
        })
    }

    /// Takes the last deed back.
    pub(super) fn restore(&mut self) -> Outcome {
        let lang = self.settings.lang;
        let restored = match self.done.last() {
            None => {
                let nothing = say!(
                    lang,
                    "Nichts rückgängig zu machen",
                    "Nothing to undo",
                    "Rien à annuler"
                );
                return Outcome::Told(nothing);
            }
            Some(Deed::Deleted(trashed)) => {
                let restored = self.trash.restore(trashed);
                restored.map(|moved| Moved {
                    now: trashed.from.clone(),
                    warning: moved.warning,
                })
            }
            Some(Deed::Archived(path)) => move_archived(path),
        };
        if restored.is_ok() {
            self.done.pop();
        }
        self.settled(restored, |path| {
            let name = name(path, lang);
            (
                say!(
                    lang,
                    "Wiederhergestellt: {name}",
                    "Restored: {name}",
                    "Rétabli\u{a0}: {name}"
                ),
                None,
            )
        })
    }

    /// Says what was done, keeps what it takes to take it back, and lists anew.
    fn settled<T>(
        &mut self,
        done: Result<Moved<T>, MoveError>,
        said: impl FnOnce(&T) -> (String, Option<Deed>),
    ) -> Outcome {
        match done {
            Ok(done) => {
                let (said, deed) = said(&done.now);
                self.done.extend(deed);
                self.relist();
                match done.warning {
                    None => Outcome::Told(said),
                    Some(warning) => {
                        let warning = warning.say(self.settings.lang);
                        Outcome::Failed(format!("{said}. {warning}"))
                    }
                }
            }
            Err(error) => Outcome::Failed(error.say(self.settings.lang)),
        }
    }
}

/// What could not be saved and would not be offered when a listed visit is opened.
fn stray(recovery: &Recovery, files: &[Listed]) -> Vec<Kept> {
    let is_offered = |kept: &Kept| {
        let mut files = files.iter().filter(|file| file.content.is_ok());
        files.any(|file| file.path.to_string_lossy() == kept.about.visit)
    };
    let left = recovery.left_behind().into_iter();
    left.filter(|kept| kept.about.kind == Kind::Unsaved && !is_offered(kept))
        .collect()
}

fn move_archived(path: &Path) -> Result<Moved<PathBuf>, MoveError> {
    if store::is_archived(path) {
        store::unarchive(path)
    } else {
        store::archive(path)
    }
}

/// A file as it is told of.
fn name(path: &Path, lang: crate::words::Lang) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    quoted(&display::safe(&name), lang)
}
