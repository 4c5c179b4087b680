//! The library's effects: listing, new visits, archive and trash, and taking these back.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::{Arc, mpsc::Sender},
};

use chrono::NaiveDate;

use super::listing::{Lister, Word};
use crate::{
    model::Visit,
    plan::{self, Asker},
    say,
    session::{Settings, company},
    store::{self, MoveError, Moved, Recovery, SaveError, Trash, Trashed, presence},
    tui::{
        app::Event,
        view::{Effect, Moving, Outcome},
    },
    words::{Lang, Speak},
};

/// The library that is open, and what was done in it.
pub(super) struct Library {
    settings: Settings,
    lister: Lister,
    trash: Trash,
    done: Vec<Deed>,
}

/// What can be taken back.
#[derive(Clone)]
enum Deed {
    Deleted(Trashed),
    /// Put into the archive, or taken out of it; it is here now.
    Archived(PathBuf),
}

impl Library {
    pub(super) fn new(settings: &Settings, recovery: Arc<Recovery>, events: Sender<Event>) -> Self {
        Self {
            lister: Lister::new(settings, recovery, events),
            trash: Trash::at(settings.folders.trash()),
            settings: settings.clone(),
            done: Vec::new(),
        }
    }

    fn folder(&self) -> &Path {
        &self.settings.folders.library
    }

    /// Lists the library, which is on the screen from now on, and whenever something happens in it.
    pub(super) fn list(&mut self, archive: bool) {
        let undo = !self.done.is_empty();
        self.lister.tell(Word::Show { archive, undo });
    }

    /// Lists it as it was listed last.
    pub(super) fn relist(&mut self) {
        let undo = !self.done.is_empty();
        self.lister.tell(Word::Again { undo });
    }

    /// Something that it lists is gone.
    pub(super) fn happened(&self) {
        self.lister.happened();
    }

    /// Lists it if something happened that nobody told.
    pub(super) fn look(&mut self) {
        self.lister.tell(Word::Look);
    }

    /// It is not on the screen any more.
    pub(super) fn leave(&mut self) {
        self.lister.tell(Word::Leave);
    }

    /// Asks before a visit is moved away under somebody who has it open.
    pub(super) fn ask_first(&self, moving: Moving, path: &Path) -> Option<Outcome> {
        let others = presence::others(path);
        if others.is_empty() {
            return None;
        }
        let lang = self.settings.lang;
        let told = company::told(&others, &self.settings);
        let told = say!(
            lang,
            "{told} Was dort noch geändert wird, lässt sich dann nicht mehr in dieser Datei speichern.",
            "{told} What is still changed there can then no longer be saved in this file.",
            "{told} Ce qui y est encore modifié ne pourra plus être enregistré dans ce fichier."
        );
        let asked = match moving {
            Moving::Trash => say!(
                lang,
                "Trotzdem löschen?",
                "Delete it all the same?",
                "Supprimer quand même\u{a0}?"
            ),
            Moving::Archive if store::is_archived(path) => say!(
                lang,
                "Trotzdem aus dem Archiv holen?",
                "Take it out of the archive all the same?",
                "Sortir quand même des archives\u{a0}?"
            ),
            Moving::Archive => say!(
                lang,
                "Trotzdem ins Archiv?",
                "Archive it all the same?",
                "Archiver quand même\u{a0}?"
            ),
        };
        let effect = Effect::Move {
            moving,
            path: path.to_owned(),
            asked: true,
        };
        Some(Outcome::Ask(format!("{told} {asked}"), effect))
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
            let name = store::shown_name(path, lang);
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
            let name = store::shown_name(&trashed.from, lang);
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
        if let Some(Deed::Archived(path)) = self.done.last()
            && let Some(asked) = self.ask_first(Moving::Archive, path)
        {
            // Whoever says yes does it as a deed of its own.
            self.done.pop();
            return asked;
        }
        match self.done.last().cloned() {
            None => {
                let nothing = say!(
                    lang,
                    "Nichts rückgängig zu machen",
                    "Nothing to undo",
                    "Rien à annuler"
                );
                Outcome::Told(nothing)
            }
            Some(Deed::Deleted(deleted)) => self.bring_back(&deleted),
            Some(Deed::Archived(path)) => {
                let restored = move_archived(&path);
                if is_over(&restored) {
                    self.done.pop();
                }
                self.settled(restored, |path| (back(path, lang), None))
            }
        }
    }

    /// Brings a deleted visit back to where it was, whenever it was deleted.
    pub(super) fn bring_back(&mut self, deleted: &Trashed) -> Outcome {
        let lang = self.settings.lang;
        let restored = self.trash.restore(deleted);
        if is_over(&restored) {
            // The list tells of it by other times than whoever deleted it.
            let is_it =
                |deed: &Deed| matches!(deed, Deed::Deleted(own) if own.path == deleted.path);
            self.done.retain(|deed| !is_it(deed));
        }
        self.settled(restored, |()| (back(&deleted.from, lang), None))
    }

    /// Says what was done, keeps what it takes to take it back, and lists anew, what failed too: it
    /// may be that somebody else was first.
    fn settled<T>(
        &mut self,
        done: Result<Moved<T>, MoveError>,
        said: impl FnOnce(&T) -> (String, Option<Deed>),
    ) -> Outcome {
        let outcome = match done {
            Ok(done) => {
                let (said, deed) = said(&done.now);
                self.done.extend(deed);
                match done.warning {
                    None => Outcome::Told(said),
                    Some(warning) => {
                        let warning = warning.say(self.settings.lang);
                        Outcome::Failed(format!("{said}. {warning}"))
                    }
                }
            }
            Err(error) => Outcome::Failed(error.say(self.settings.lang)),
        };
        self.relist();
        outcome
    }
}

/// Whether a deed is taken back, or cannot be any more: what it moved is gone, or something else is
/// in its place. What was done before it can be taken back all the same.
fn is_over<T>(restored: &Result<Moved<T>, MoveError>) -> bool {
    match restored {
        Ok(_) | Err(MoveError::Taken { .. }) => true,
        Err(MoveError::Io { source, .. }) => source.kind() == ErrorKind::NotFound,
        Err(MoveError::Locked { .. }) => false,
    }
}

fn move_archived(path: &Path) -> Result<Moved<PathBuf>, MoveError> {
    if store::is_archived(path) {
        store::unarchive(path)
    } else {
        store::archive(path)
    }
}

/// That a visit is back where it was.
fn back(path: &Path, lang: Lang) -> String {
    let name = store::shown_name(path, lang);
    say!(
        lang,
        "Wiederhergestellt: {name}",
        "Restored: {name}",
        "Rétabli\u{a0}: {name}"
    )
}
