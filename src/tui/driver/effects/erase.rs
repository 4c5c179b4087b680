//! Erasing a person from what is kept of the open visit.

use super::{SAVING, World};
use crate::{
    session::{Erasure, Told},
    store::{self, Finished, Saver},
    tui::view::{Answer, Effect, Outcome},
    words::{Said, Speak, labelled},
};

/// What stands there meanwhile: a large library takes a while to look through.
const ERASING: Said = Said::new(
    "Daten werden gelöscht …",
    "Erasing …",
    "Effacement des données en cours…",
);

impl World {
    /// What is to be read while an effect keeps the screen.
    pub(in crate::tui::driver) fn meanwhile(&self, effect: &Effect) -> Option<Outcome> {
        let is_erasing = matches!(effect, Effect::Erase { .. });
        is_erasing.then(|| Outcome::Told(ERASING.get(self.settings.lang).to_owned()))
    }

    /// Which copies of the visit erasing somebody would change too.
    pub(super) fn copies(&self, erasure: Box<Erasure>) -> Outcome {
        let others = erasure.others(&self.settings.folders, &self.recovery);
        Outcome::Answer(Answer::Copies(erasure, others.copies))
    }

    /// Saves the visit, which no longer holds the person, does the same to all that is kept of it,
    /// and opens it anew, without its history.
    pub(super) fn erase(&self, erasure: Erasure, saver: Option<&Saver>) -> Outcome {
        let lang = self.settings.lang;
        if let Some(saver) = saver {
            let finished = saver.finish(SAVING);
            if !matches!(finished, Finished::Saved) {
                return Outcome::Failed(finished.say(lang));
            }
        }
        let path = erasure.path.clone();
        let visit = match store::open(&path) {
            Ok(opened) => opened.visit,
            Err(error) => return Outcome::Failed(error.say(lang)),
        };
        let today = self.settings.now.today(visit.zone());
        let folders = &self.settings.folders;
        let erased = erasure.carry_out(folders, &self.recovery, today, lang);
        let (title, said) = (erased.title(lang), erased.said(&visit, &self.settings));
        match self.opened_to_write(&path) {
            Outcome::Opened(mut opened) => {
                opened.told = Some(title.clone());
                opened.report = Some((title, said.into_iter().map(Told::Entry).collect()));
                Outcome::Opened(opened)
            }
            // What was erased and what is left is said all the same.
            Outcome::Failed(error) => {
                let report = labelled(&title, &said.join(" "), lang);
                Outcome::Failed(format!("{error} {report}"))
            }
            other => other,
        }
    }
}
