//! The file of a visit as the ledger sees it: read, merged and written while it is held.

use std::{fmt, path::Path, sync::Arc, thread};

use super::ledger::{Disk, Written};
use crate::{
    model::Visit,
    store::{
        BackupError, Backups, Fingerprint, Held, OpenError, Opened, ReadError, SaveWarning, Spoilt,
        read::{HALF_WRITTEN, SIZE_LIMIT, read_bytes},
        save_error::SaveError,
        visit_file::{lost, open},
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

/// The file, held until all is done.
pub(super) struct OnDisk {
    pub(super) held: Held,
    pub(super) merge: Merge,
    /// What a person should know of the last save.
    pub(super) warnings: Vec<SaveWarning>,
    /// What stands where the visit is to be written back, once that was set aside.
    pub(super) ruin: Option<Ruin>,
}

/// A file that nobody can read any more.
#[derive(Clone, Copy)]
pub(super) enum Ruin {
    /// It is not there.
    Gone,
    /// It looks like this.
    Unreadable(Fingerprint),
}

impl OnDisk {
    /// From now on what is in the file is replaced if nothing better than `over` is lost with it, or
    /// made anew if it is gone; what is there is among the backups before that.
    pub(super) fn set_aside(&mut self, over: Spoilt, backups: &Backups) -> Result<(), SaveError> {
        let path = self.held.path();
        let may_go = |error: &OpenError| error.spoilt().is_some_and(|spoilt| spoilt <= over);
        let Some(there) = lost(path, may_go, || thread::sleep(HALF_WRITTEN)) else {
            return Ok(());
        };
        self.ruin = Some(match there {
            Some((bytes, print)) => {
                if !bytes.is_empty() {
                    let kept = backups.keep(path, &bytes).map_err(not_kept)?;
                    let backup = kept.path;
                    self.warnings.push(SaveWarning::SetAside { backup });
                }
                Ruin::Unreadable(print)
            }
            None => Ruin::Gone,
        });
        Ok(())
    }

    /// What is there if nobody else has written since it was `known`, or since it was set aside.
    const fn expected(&self, known: Option<Fingerprint>) -> Option<Fingerprint> {
        match self.ruin {
            None => known,
            Some(Ruin::Gone) => None,
            Some(Ruin::Unreadable(print)) => Some(print),
        }
    }
}

/// Opens it, in a moment where it may be half written.
fn open_whole(path: &Path) -> Result<Opened, OpenError> {
    open(path).or_else(|_| {
        thread::sleep(HALF_WRITTEN);
        open(path)
    })
}

/// What cannot be kept is not replaced.
fn not_kept(error: BackupError) -> SaveError {
    match error {
        BackupError::Write { path, source } => SaveError::Io { path, source },
        BackupError::Read(error) => SaveError::Unread {
            error: Box::new(error.into()),
        },
    }
}

impl Disk for OnDisk {
    type Visit = Visit;
    type Print = Fingerprint;
    type Refused = SaveError;

    fn changed(
        &mut self,
        known: Option<Fingerprint>,
    ) -> Result<Option<(Visit, Fingerprint)>, SaveError> {
        let known = self.expected(known);
        let path = self.held.path();
        match read_bytes(path, SIZE_LIMIT) {
            Ok((_, now)) if known.is_some_and(|known| known.same_content(&now)) => return Ok(None),
            Err(ReadError::Missing { .. }) if known.is_none() => return Ok(None),
            _ => {}
        }
        match open_whole(path) {
            Ok(opened) => {
                // Somebody else has mended it.
                self.ruin = None;
                Ok(Some((opened.visit, opened.fingerprint)))
            }
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
        let known = self.expected(known);
        match self.held.save_visit(visit, known.as_ref()) {
            Ok(saved) => {
                self.warnings.extend(saved.warnings);
                Ok(Written::Done(saved.fingerprint))
            }
            Err(SaveError::ChangedOutside { .. }) => Ok(Written::Beaten),
            Err(error) => match error {
                SaveError::Unconfirmed { saved, .. } => Ok(Written::Unsure(saved, error)),
                error => Err(error),
            },
        }
    }

    fn is_ruined(&self) -> bool {
        self.ruin.is_some()
    }

    fn restless(&mut self) -> SaveError {
        SaveError::ChangedOutside {
            path: self.held.path().to_owned(),
        }
    }
}
