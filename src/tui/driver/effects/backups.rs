//! Listing the backups of a visit, and restoring one as a file.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use super::{World, left::with_warnings};
use crate::{
    model::Visit,
    say,
    session::list_backups,
    store::{self, Backup},
    tui::{app::Event, view::Outcome},
    words::Speak,
};

impl World {
    /// Lists the backups on a thread of its own, since each holds a whole visit.
    pub(super) fn list_backups(&self, path: PathBuf, visit: Option<Arc<Visit>>) {
        let (settings, events) = (self.settings.clone(), self.events.clone());
        let list = move || {
            let visit = visit
                .clone()
                .or_else(|| store::open(&path).ok().map(|own| Arc::new(own.visit)));
            let listed = list_backups(&settings.backups(), &path, visit.as_deref(), &settings);
            // Nobody listens when the program has ended.
            let _ = events.send(Event::Done(Outcome::Backups(path.clone(), listed)));
        };
        let started = thread::Builder::new()
            .name("backups".to_owned())
            .spawn(list.clone());
        if started.is_err() {
            list();
        }
    }

    /// Puts a backup in place of a file that is not open, and opens that if it was to `be_opened`.
    pub(super) fn restore_backup(
        &mut self,
        path: &Path,
        backup: &Backup,
        be_opened: bool,
    ) -> Outcome {
        let lang = self.settings.lang;
        let frozen = store::is_frozen(path) || store::is_sample(path);
        if frozen {
            let path = path.to_owned();
            return Outcome::Failed(store::IssueError::Frozen { path }.say(lang));
        }
        match self.settings.backups().restore(path, backup) {
            Ok(saved) => {
                self.library.relist();
                let name = store::shown_name(path, lang);
                let told = say!(
                    lang,
                    "{name} ist wiederhergestellt; der Stand davor steht unter den Sicherungen",
                    "{name} is restored; what was there is among the backups",
                    "{name} est restauré\u{a0}; l’état précédent figure parmi les sauvegardes"
                );
                let told = with_warnings(told, &saved.warnings, lang);
                if !be_opened {
                    return Outcome::Told(told);
                }
                let mut outcome = self.opened(path);
                if let Outcome::Opened(opened) = &mut outcome {
                    opened.told.get_or_insert(told);
                }
                outcome
            }
            Err(error) => Outcome::Failed(error.say(lang)),
        }
    }
}
