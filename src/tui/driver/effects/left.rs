//! What an earlier run of the program left: finding it, letting it go, and giving it a file of its own.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::{SAVING, World};
use crate::{
    display,
    merge::merge,
    model::Visit,
    say,
    store::{self, About, Draft, Finished, Kept, Kind, OpenError, SaveWarning, Saver},
    tui::view::{Damaged, Effect, Left, Outcome},
    words::{Lang, Said, Speak, quoted, time},
};

/// What a file is called that holds what could not be saved, after the name of the visit's own.
const RECOVERED: Said = Said::new("wiederhergestellt", "recovered", "récupéré");

impl World {
    /// What earlier runs left of the visit in a file; what is saved by now is let go.
    pub(super) fn left_of(&self, file: &Path, visit: &Visit) -> Vec<Left> {
        let name = file.to_string_lossy();
        let kept = self.recovery.left_behind().into_iter();
        kept.filter(|kept| kept.about.visit == name)
            .filter_map(|kept| match kept.about.kind {
                Kind::Unsaved => self.unsaved(kept, visit),
                Kind::Draft => {
                    let typed = Draft::read(&kept.text().ok()?);
                    Some(Left {
                        kept,
                        typed: Some(typed),
                        version: None,
                        base: None,
                    })
                }
            })
            .collect()
    }

    /// Lets go what was taken over into the visit, or into a form that is open, once that is safe.
    pub(super) fn taken_over(&self, kept: &Kept, saver: Option<&Saver>) -> Option<Outcome> {
        let lang = self.settings.lang;
        let finished = saver.map_or(Finished::Saved, |saver| saver.finish(SAVING));
        if matches!(finished, Finished::Lost { .. }) {
            return Some(Outcome::Failed(finished.say(lang)));
        }
        let is_typed = kept.about.kind == Kind::Draft;
        if is_typed && !saver.is_some_and(Saver::has_kept_drafts) {
            // Offered once more rather than lost.
            return None;
        }
        let removed = kept.remove();
        removed.err().map(|error| Outcome::Failed(error.say(lang)))
    }

    /// Opens the visit that something belongs to that was left, and so offers it. Where there is no
    /// such visit any more, asks before what could not be saved is given a file of its own, and what
    /// was typed in a form can only be read.
    pub(super) fn take_up(&self, kept: Kept) -> Outcome {
        let own = Path::new(&kept.about.visit);
        match store::open(own) {
            Ok(_) => self.opened(own),
            Err(error) if kept.about.kind == Kind::Draft => self.draft_alone(kept, &error),
            Err(error) => self.ask_to_recover(kept, &error),
        }
    }

    /// What becomes of opening a file that holds what was kept: its visit is opened instead, and what
    /// an earlier run left is offered. What a running program keeps stays its own.
    pub(super) fn of_kept(&self, path: &Path) -> Option<Outcome> {
        let kept = self.recovery.kept_in(path)?;
        let left = self.recovery.left_behind();
        Some(if left.iter().any(|other| other.path == kept.path) {
            self.take_up(kept)
        } else {
            self.opened(Path::new(&kept.about.visit))
        })
    }

    /// A form is of no use without its visit, but what was typed in it may be.
    fn draft_alone(&self, kept: Kept, error: &OpenError) -> Outcome {
        let lang = self.settings.lang;
        match kept.text() {
            Ok(text) => Outcome::Alone(kept, Draft::read(&text), error.in_brief(lang)),
            Err(error) => Outcome::Failed(error.say(lang)),
        }
    }

    /// Lets go what nobody wants; the library no longer lists it.
    pub(super) fn discard(&self, kept: &Kept) -> Option<Outcome> {
        let removed = kept.remove();
        self.library.happened();
        let failed = removed.err()?;
        Some(Outcome::Failed(failed.say(self.settings.lang)))
    }

    /// What there is in place of a file that cannot be opened, for this reason.
    pub(super) fn damaged(&self, path: &Path, error: &OpenError) -> Outcome {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let about = About::unsaved(&path);
        let mut left = self.recovery.left_behind().into_iter();
        let kept = left.find(|kept| kept.about == about);
        let unsaved = kept.map(|kept| self.ask_to_recover(kept, error));
        let lang = self.settings.lang;
        let said = match error {
            // How that is mended, it says best itself.
            OpenError::Conflict { .. } => error.say(lang).trim_end_matches('.').to_owned(),
            _ => not_opened(&path, error, lang),
        };
        Outcome::Damaged(Box::new(Damaged {
            said,
            has_backups: !self.settings.backups().of(&path).is_empty(),
            unsaved: match unsaved {
                Some(Outcome::Ask(question, effect)) => Some((question, effect)),
                _ => None,
            },
            path,
        }))
    }

    /// Asks what is to become of what could not be saved, since the visit's file cannot be opened:
    /// where that is of no use to anybody, whether it is to be written into it, else whether it is to
    /// have a file of its own.
    fn ask_to_recover(&self, kept: Kept, error: &OpenError) -> Outcome {
        let lang = self.settings.lang;
        let own = Path::new(&kept.about.visit);
        let version = match store::open(&kept.path) {
            Ok(version) => version.visit,
            Err(error) => return Outcome::Failed(error.say(lang)),
        };
        let since = time::moment(self.settings.local(kept.since), lang);
        let title = version.head.title.get(lang, version.main_lang());
        let title = quoted(&display::safe(title), lang);
        let (cause, file) = (error.in_brief(lang), store::shown(own, lang));
        if error.is_ruin() && store::closed(own).is_none() {
            let question = say!(
                lang,
                "Ein Stand von {title} ({since}) ließ sich nicht speichern, und {file} ist nicht zu öffnen: {cause}. Den Stand in die Datei schreiben und sie öffnen? Was darin steht, wird vorher gesichert.",
                "A version of {title} ({since}) could not be saved, and {file} cannot be opened: {cause}. Write that version into the file and open it? What is there is backed up first.",
                "Une version de {title} ({since}) n’a pas pu être enregistrée, et {file} ne s’ouvre pas\u{a0}: {cause}. Écrire cette version dans le fichier et l’ouvrir\u{a0}? Son contenu est d’abord sauvegardé."
            );
            return Outcome::Ask(question, Effect::PutBack(kept));
        }
        let new = store::shown(self.place_of(&kept), lang);
        let question = say!(
            lang,
            "Ein Stand von {title} ({since}) ließ sich nicht speichern, und {file} ist nicht zu öffnen: {cause}. Als eigene Datei {new} anlegen und öffnen?",
            "A version of {title} ({since}) could not be saved, and {file} cannot be opened: {cause}. Give it a file of its own, {new}, and open that?",
            "Une version de {title} ({since}) n’a pas pu être enregistrée, et {file} ne s’ouvre pas\u{a0}: {cause}. Lui donner son propre fichier, {new}, et l’ouvrir\u{a0}?"
        );
        Outcome::Ask(question, Effect::Recover(kept))
    }

    /// The folder and the name by which what could not be saved gets a file of its own.
    fn folder_of<'a>(&'a self, kept: &'a Kept) -> (&'a Path, String) {
        let own = Path::new(&kept.about.visit);
        let stem = own.file_stem().unwrap_or_default().to_string_lossy();
        let beside = own.parent().filter(|folder| folder.is_dir());
        let beside = beside.filter(|_| store::closed(own).is_none());
        let folder = beside.unwrap_or(&self.settings.folders.library);
        let recovered = RECOVERED.get(self.settings.lang);
        (folder, format!("{stem}-{recovered}"))
    }

    /// Where that file will be, if nobody takes the name meanwhile.
    fn place_of(&self, kept: &Kept) -> PathBuf {
        let (folder, name) = self.folder_of(kept);
        store::free_path(folder, &name).unwrap_or_else(|_| folder.join(name))
    }

    /// Puts what could not be saved back into the visit's own file and opens it; a file that can be
    /// read by now is opened as it is, and then this is offered to be merged.
    pub(super) fn put_back(&self, kept: &Kept) -> Outcome {
        let lang = self.settings.lang;
        let own = Path::new(&kept.about.visit);
        let visit = match store::open(&kept.path) {
            Ok(opened) => opened.visit,
            Err(error) => return Outcome::Failed(error.say(lang)),
        };
        let saved = match self.settings.backups().put_back(own, &visit) {
            Ok(Some(saved)) => saved,
            Ok(None) => return self.opened(own),
            Err(error) => return Outcome::Failed(error.say(lang)),
        };
        // The version is let go when the visit is opened, which is just that.
        let mut outcome = self.opened(own);
        if let Outcome::Opened(opened) = &mut outcome {
            let file = store::shown(own, lang);
            let told = opened.told.take().unwrap_or_else(|| {
                say!(
                    lang,
                    "Der nicht gespeicherte Stand steht jetzt in {file}",
                    "What was not saved is now in {file}",
                    "La version non enregistrée est maintenant dans {file}"
                )
            });
            opened.told = Some(with_warnings(told, &saved.warnings, lang));
        }
        outcome
    }

    /// Gives what could not be saved a file beside the visit's own, or in the library where that
    /// folder is closed, and opens it.
    pub(super) fn recover(&self, kept: &Kept) -> Outcome {
        let lang = self.settings.lang;
        let visit = match store::open(&kept.path) {
            Ok(opened) => opened.visit,
            Err(error) => return Outcome::Failed(error.say(lang)),
        };
        let library = self.settings.folders.library.as_path();
        let (folder, name) = self.folder_of(kept);
        let own = Some(Path::new(&kept.about.visit));
        let made = store::create_as(folder, &name, &visit, own)
            .or_else(|_| store::create_as(library, &name, &visit, own));
        match made {
            Ok((path, saved)) => {
                let mut outcome = self.opened_new(&path);
                if let Outcome::Opened(opened) = &mut outcome {
                    // The work is in a file of its own now; a copy that stays does no harm.
                    let _ = kept.remove();
                    let path = store::shown(path, lang);
                    let told = say!(
                        lang,
                        "Der nicht gespeicherte Stand liegt jetzt in {path}",
                        "What was not saved is now in {path}",
                        "La version non enregistrée est maintenant dans {path}"
                    );
                    opened.told = Some(with_warnings(told, &saved.warnings, lang));
                }
                outcome
            }
            Err(error) => Outcome::Failed(error.say(lang)),
        }
    }

    /// A version that was not saved; none where the visit is just that, or has all that was changed
    /// in it. Where nothing was changed in it, it was kept because the file was lost or damaged, and
    /// the file may have gone back since.
    fn unsaved(&self, kept: Kept, visit: &Visit) -> Option<Left> {
        let version = store::open(&kept.path).ok().map(|opened| opened.visit);
        let went = |kept: Kept| {
            // If it cannot be removed, it is looked at again next time.
            let _ = kept.remove();
            None
        };
        if version.as_ref() == Some(visit) {
            return went(kept);
        }
        let base = if self.went_back(&kept, visit) {
            Some(visit.clone())
        } else {
            kept.base()
        };
        let came_in = |version: &Visit| {
            let base = base.as_ref().filter(|base| *base != version);
            let merged = base.and_then(|base| merge(base, version, visit).ok());
            merged.is_some_and(|merged| merged.visit == *visit)
        };
        if version.as_ref().is_some_and(came_in) {
            return went(kept);
        }
        Some(Left {
            kept,
            typed: None,
            version: version.map(Box::new),
            base: base.map(Box::new),
        })
    }

    /// Whether the file holds again what it held before the version was made, such as a backup that
    /// was restored: then nothing in it is newer than the version.
    fn went_back(&self, kept: &Kept, visit: &Visit) -> bool {
        let since = DateTime::<Utc>::from(kept.since).naive_utc();
        let backups = self.settings.backups().of(Path::new(&kept.about.visit));
        let earlier = backups.iter().filter(|backup| backup.at < since);
        earlier
            .filter_map(|backup| backup.open().ok())
            .any(|earlier| earlier.visit == *visit)
    }
}

/// What is told of a file that was written, and what a person should know of that besides.
pub(super) fn with_warnings(told: String, warnings: &[SaveWarning], lang: Lang) -> String {
    warnings.iter().fold(told, |told, warning| {
        let warning = warning.say(lang);
        format!("{}. {warning}", told.trim_end_matches('.'))
    })
}

/// That a file cannot be opened, without advice that is for those who have nothing else.
fn not_opened(path: &Path, error: &OpenError, lang: Lang) -> String {
    let path = store::shown(path, lang);
    let why = error.in_brief(lang);
    say!(
        lang,
        "{path} ist nicht zu öffnen ({why})",
        "{path} cannot be opened ({why})",
        "{path} ne s’ouvre pas ({why})"
    )
}

#[cfg(test)]
mod tests;
