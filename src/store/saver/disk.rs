//! The file of a visit as the ledger sees it: read, merged and written while it is held.

use std::{fmt, sync::Arc, thread, time::Duration};

use super::ledger::{Disk, Written};
use crate::{
    model::Visit,
    store::{
        Fingerprint, Held, OpenError, ReadError, SaveWarning,
        read::{SIZE_LIMIT, read_bytes},
        save_error::SaveError,
        visit_file::open,
    },
    words::{Lang, Speak},
};

/// Brings what happened between the first visit and the third into the second.
pub type Merge = Arc<dyn Fn(&Visit, &Visit, &Visit) -> Result<Visit, Unmerged> + Send + Sync>;

/// Why visits cannot be merged.
pub struct Unmerged(Box<dyn Speak + Send + Sync>);

impl Unmerged {
    /// For this reason.
    pub fn new(reason: impl Speak + Send + Sync + 'static) -> Self {
        Self(Box::new(reason))
    }
}

impl Speak for Unmerged {
    fn say(&self, lang: Lang) -> String {
        self.0.say(lang)
    }
}

impl fmt::Debug for Unmerged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Unmerged({})", self.say(Lang::En))
    }
}

/// Whoever writes in place has a moment to get to the end.
const HALF_WRITTEN: Duration = Duration::from_millis(100);

/// The file, held until all is done.
pub(super) struct OnDisk {
    pub(super) held: Held,
    pub(super) merge: Merge,
    /// What a person should know of the last save.
    pub(super) warnings: Vec<SaveWarning>,
}

impl Disk for OnDisk {
    type Visit = Visit;
    type Print = Fingerprint;
    type Refused = SaveError;

    fn changed(
        &mut self,
        known: Option<Fingerprint>,
    ) -> Result<Option<(Visit, Fingerprint)>, SaveError> {
        let path = self.held.path();
        match read_bytes(path, SIZE_LIMIT) {
            Ok((_, now)) if known.is_some_and(|known| known.same_content(&now)) => return Ok(None),
            Err(ReadError::Missing { .. }) if known.is_none() => return Ok(None),
            _ => {}
        }
        let opened = open(path).or_else(|_| {
            thread::sleep(HALF_WRITTEN);
            open(path)
        });
        match opened {
            Ok(opened) => Ok(Some((opened.visit, opened.fingerprint))),
            Err(OpenError::Read(ReadError::Missing { path })) => {
                Err(SaveError::RemovedOutside { path })
            }
            Err(OpenError::Read(ReadError::Folder { path } | ReadError::NotAFile { path })) => {
                Err(SaveError::NotAFile { path })
            }
            Err(error) => Err(SaveError::Unread {
                error: Box::new(error),
            }),
        }
    }

    fn merge(&mut self, base: &Visit, ours: &Visit, theirs: &Visit) -> Result<Visit, SaveError> {
        (self.merge)(base, ours, theirs).map_err(|reason| SaveError::Unmerged {
            path: self.held.path().to_owned(),
            reason,
        })
    }

    fn write(
        &mut self,
        visit: &Visit,
        known: Option<Fingerprint>,
    ) -> Result<Written<Fingerprint, SaveError>, SaveError> {
        match self.held.save_visit(visit, known.as_ref()) {
            Ok(saved) => {
                self.warnings = saved.warnings;
                Ok(Written::Done(saved.fingerprint))
            }
            Err(SaveError::ChangedOutside { .. }) => Ok(Written::Beaten),
            Err(error) => match error {
                SaveError::Unconfirmed { saved, .. } => Ok(Written::Unsure(saved, error)),
                error => Err(error),
            },
        }
    }

    fn restless(&mut self) -> SaveError {
        SaveError::ChangedOutside {
            path: self.held.path().to_owned(),
        }
    }
}
