//! Opening a visit for reading only: when that is so, and what is then said.

use std::path::Path;

use super::{World, open::Found};
use crate::{
    say,
    session::{Company, ReadOnly, Session},
    store::{self, presence::Present},
    tui::view::{Opened, Outcome},
    words::Speak,
};

/// How a visit is to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// As the program was started, and asking where somebody else has it open.
    Usual,
    /// To be changed, whoever else has it open.
    Writing,
}

impl World {
    /// Why the visit in `file` is opened for reading only, if it is.
    pub(super) fn reading(&self, file: &Path, others: &[Present], wish: Wish) -> Option<ReadOnly> {
        if wish == Wish::Usual && self.read_only {
            return Some(ReadOnly::Asked);
        }
        if let Some(closed) = store::closed(file) {
            return Some(ReadOnly::Closed(closed));
        }
        (wish == Wish::Usual && !others.is_empty()).then_some(ReadOnly::Occupied)
    }

    /// The visit open for reading only: nothing saves it, and nothing that an earlier run left is
    /// offered, since it could not be taken over.
    pub(super) fn opened_to_read(
        &self,
        found: Found,
        reading: ReadOnly,
        others: Vec<Present>,
    ) -> Opened {
        let lang = self.settings.lang;
        let told = match &reading {
            ReadOnly::Occupied => found.told,
            reading => Some(reading.say(lang)),
        };
        self.ending.guard(None);
        let company = Company {
            reading: Some(reading),
            others,
        };
        let newest = store::newest(&found.file);
        let session = Session::new(found.visit.visit, found.file, None).in_company(company);
        Opened::of(session, newest, told, lang)
    }

    /// What became of opening for writing what was open for reading only.
    pub(super) fn opened_to_write(&self, path: &Path) -> Outcome {
        let lang = self.settings.lang;
        let mut outcome = self.opened_new(path);
        if let Outcome::Opened(opened) = &mut outcome {
            if let Some(reading) = opened.session.read_only() {
                return Outcome::Failed(reading.say(lang));
            }
            opened.told.get_or_insert_with(|| {
                say!(
                    lang,
                    "Zum Schreiben geöffnet",
                    "Open for writing",
                    "Ouvert en écriture"
                )
            });
        }
        outcome
    }
}
