//! Saving an open visit: what is handed to the saving thread, and what that says.

use std::{sync::Arc, time::Duration};

use super::{Saving, Session};
use crate::{
    model::{Kind, Visit},
    session::{Arrived, outside},
    store::{Finished, Incoming, Report, Saver, Spoilt},
    words::{Lang, Speak},
};

/// In place of an id: the form of a record that is not made yet.
const NEW: &str = "new";

impl Session {
    /// Keeps what is typed in a form until it is accepted or given up (`None`). Of a person whom the
    /// visit has lost nothing is kept: they may have been erased.
    pub fn draft(&self, part: &str, text: Option<String>) {
        match (&self.saver, text.filter(|_| !self.is_of_gone(part))) {
            (Some(saver), Some(text)) => saver.draft(part, text),
            (Some(saver), None) => saver.draft_done(part),
            (None, _) => {}
        }
    }

    /// Whether a form is of a person who is not in the visit; one who is to be made has a form as well.
    fn is_of_gone(&self, part: &str) -> bool {
        let id = part.strip_prefix(Kind::Participant.token());
        let id = id
            .and_then(|id| id.strip_prefix(' '))
            .filter(|id| *id != NEW);
        id.is_some_and(|id| self.visit.participants.get(id).is_none())
    }

    /// Takes in what the saving thread says; where that changed the visit, says what came in.
    pub fn reported(&mut self, report: &Report, lang: Lang) -> Option<Arrived> {
        match report {
            Report::Saved { revision, .. } if *revision >= self.newest => {
                self.saving = Saving::Saved;
                self.is_at_risk = false;
                self.spoilt = None;
            }
            Report::Saved { .. } | Report::NotKept(_) | Report::NotBackedUp(_) => {}
            Report::Failed { error, kept, .. } => {
                self.spoilt = error.spoilt();
                self.saving = Saving::Failed(report.say(lang));
                self.is_at_risk = kept.is_none();
            }
            Report::Came { step, .. } => return self.take_in(step, lang),
        }
        None
    }

    /// Whether work is nowhere but in memory, so that whoever leaves the visit loses it.
    pub const fn is_at_risk(&self) -> bool {
        self.is_at_risk
    }

    /// What stands where the file was, if that cannot be read any more or is gone, so that it can
    /// have what is here.
    pub const fn spoilt(&self) -> Option<Spoilt> {
        self.spoilt
    }

    /// Saves what is here also in place of what cannot be read any more, or is gone.
    pub fn write_back(&self) {
        if let (Some(saver), Some(over)) = (&self.saver, self.spoilt) {
            saver.write_back(over);
        }
    }

    /// Brings what somebody else did into what is here. The history stands: each change in it is
    /// taken back by itself, field by field.
    fn take_in(&mut self, step: &Incoming<Visit>, lang: Lang) -> Option<Arrived> {
        // Each step stands on the one before; what cannot be taken stays with the saving thread.
        if step.number != self.taken + 1 {
            return None;
        }
        let (visit, arrived) = outside::take_in(&self.visit, step, lang)?;
        self.taken = step.number;
        let before = Arc::clone(&self.visit);
        self.visit = if visit == *step.merged {
            Arc::clone(&step.merged)
        } else {
            Arc::new(visit)
        };
        self.arranged();
        for person in before.participants.iter() {
            if self.visit.participants.get(person.id.as_str()).is_none() {
                let part = format!("{} {}", Kind::Participant.token(), person.id);
                self.draft(&part, None);
            }
        }
        Some(arrived)
    }

    /// The saver, for whoever ends the program.
    pub const fn saver(&self) -> Option<&Saver> {
        self.saver.as_ref()
    }

    /// Saves what is unsaved and says how that went. A slow disk is waited for: whoever leaves a
    /// visit is in less of a hurry than a system that shuts down.
    pub fn finish(&self) -> Finished {
        let patience = Duration::from_secs(10);
        self.saver
            .as_ref()
            .map_or(Finished::Saved, |saver| saver.finish(patience))
    }

    /// Puts a changed visit in order and hands it to be saved.
    pub(super) fn changed(&mut self) {
        self.arranged();
        let Some(saver) = &self.saver else { return };
        self.newest = saver.commit(Arc::clone(&self.visit), self.taken);
        if self.saving == Saving::Saved {
            self.saving = Saving::Pending;
        }
    }
}
