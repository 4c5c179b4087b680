//! Every version of a visit that is kept somewhere: found, and written anew.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::Erasure;
use crate::{
    model::Visit,
    store::{self, Backups, Folders, Kept, Kind, Opened, Recovery, SaveError, Saved},
    words::{Lang, Speak},
};

/// A version of the visit.
pub(super) struct Version<'a> {
    pub(super) visit: Visit,
    pub(super) of: Of<'a>,
}

/// Where it is kept.
pub(super) enum Of<'a> {
    Visit(Opened),
    Issue(PathBuf, u32),
    Copy(Opened, PathBuf),
    Backup(Opened, PathBuf),
    Kept(&'a Kept),
    /// What the file held that the kept version was made from.
    Base(&'a Kept),
    Deleted(Opened, PathBuf),
}

/// What was found, and what could not be looked into, each a sentence.
pub(super) struct Versions<'a> {
    pub(super) found: Vec<Version<'a>>,
    pub(super) failed: Vec<String>,
    lang: Lang,
}

impl<'a> Versions<'a> {
    /// Every version of the visit of `erasure`, its `copies` too; `kept` and `deleted` are looked
    /// through for it.
    pub(super) fn of(
        erasure: &Erasure,
        kept: &'a [Kept],
        copies: &[PathBuf],
        deleted: Vec<PathBuf>,
        folders: &Folders,
        lang: Lang,
    ) -> Self {
        let mut all = Self {
            found: Vec::new(),
            failed: Vec::new(),
            lang,
        };
        let is_ours = |opened: &Opened| opened.visit.head.id.as_str() == erasure.visit;
        all.issues_of(&erasure.path);
        if let Some(opened) = all.opened(store::open(&erasure.path)) {
            all.push(opened.visit.clone(), Of::Visit(opened));
        }
        for path in copies {
            all.issues_of(path);
            if let Some(opened) = all.opened(store::open(path)) {
                all.push(opened.visit.clone(), Of::Copy(opened, path.clone()));
            }
        }
        for path in deleted {
            // Other visits lie there too; a broken one says nothing of whose it was, and is named.
            if let Some(opened) = all.opened(store::open(&path)).filter(is_ours) {
                all.issues_of(&path);
                all.push(opened.visit.clone(), Of::Deleted(opened, path));
            }
        }
        let backups = Backups::at(folders.backups());
        let mut own = backups.all_of(&erasure.visit);
        own.extend(backups.of(&erasure.path));
        own.sort_by(|a, b| a.path.cmp(&b.path));
        own.dedup_by(|a, b| a.path == b.path);
        for backup in own {
            // Another visit may have had this path before.
            if let Some(opened) = all.opened(backup.open()).filter(is_ours) {
                all.push(opened.visit.clone(), Of::Backup(opened, backup.path));
            }
        }
        for kept in kept.iter().filter(|kept| kept.about.kind == Kind::Unsaved) {
            if let Some(opened) = all.opened(store::open(&kept.path)).filter(is_ours) {
                if let Some(base) = kept.base() {
                    all.push(base, Of::Base(kept));
                }
                all.push(opened.visit, Of::Kept(kept));
            }
        }
        all
    }

    /// The issue before the issue that stands here, or the version that was made from this one.
    pub(super) fn before(&self, at: usize) -> Option<&Version<'a>> {
        let (own, before) = (self.found.get(at)?, self.found.get(at + 1)?);
        match (&own.of, &before.of) {
            (Of::Issue(own, _), Of::Issue(path, _)) if own == path => Some(before),
            (Of::Base(_), Of::Kept(_)) => Some(before),
            _ => None,
        }
    }

    fn push(&mut self, visit: Visit, of: Of<'a>) {
        self.found.push(Version { visit, of });
    }

    fn opened<T, E: Speak>(&mut self, opened: Result<T, E>) -> Option<T> {
        opened
            .map_err(|error| self.failed.push(error.say(self.lang)))
            .ok()
    }

    /// The newest first: while it is not done, the one before it still says that it follows.
    fn issues_of(&mut self, path: &Path) {
        let issues = self.opened(store::issues(path)).unwrap_or_default();
        let first = self.found.len();
        for issue in issues {
            if let Some(visit) = self.opened(store::frozen(path, issue.number)) {
                self.push(visit, Of::Issue(path.to_owned(), issue.number));
            }
        }
        self.found[first..].reverse();
    }
}

/// What the person who asked for it learns of a version that was written anew.
pub(super) enum Written {
    Visit,
    Issue { number: u32, papers: usize },
    Copy,
    Backup,
    Kept,
    Deleted,
}

impl Of<'_> {
    /// The file of a copy, deleted or not, which has a log of its own.
    pub(super) fn copy(&self) -> Option<&Path> {
        match self {
            Self::Copy(_, path) | Self::Deleted(_, path) => Some(path),
            _ => None,
        }
    }

    /// Puts `visit` in its place; none where it was so already, or counts with the one that it
    /// `follows`. The papers of an issue that follows one that held the person may say who left.
    ///
    /// # Errors
    /// A sentence that says what could not be written.
    pub(super) fn write(
        &self,
        visit: &Visit,
        follows: bool,
        erasure: &Erasure,
        recovery: &Recovery,
        today: NaiveDate,
        lang: Lang,
    ) -> Result<Option<Written>, String> {
        let save = |path: &Path, opened: &Opened| -> Result<Saved, SaveError> {
            store::save_visit(path, visit, Some(&opened.fingerprint))
        };
        match self {
            Self::Visit(opened) => save(&erasure.path, opened)
                .map(|_| Some(Written::Visit))
                .map_err(|error| error.say(lang)),
            Self::Backup(opened, path) => save(path, opened)
                .map(|_| Some(Written::Backup))
                .map_err(|error| error.say(lang)),
            Self::Deleted(opened, path) => save(path, opened)
                .map(|_| Some(Written::Deleted))
                .map_err(|error| error.say(lang)),
            Self::Copy(opened, path) => save(path, opened)
                .map(|_| Some(Written::Copy))
                .map_err(|error| error.say(lang)),
            Self::Issue(path, number) => {
                let reworded = |note: &str| erasure.reworded(visit, note);
                let number = *number;
                store::erase_in_issue(path, number, visit, today, follows, &reworded)
                    .map(|papers| papers.map(|papers| Written::Issue { number, papers }))
                    .map_err(|error| error.say(lang))
            }
            Self::Kept(kept) => {
                let bytes = store::kept_visit(visit, kept.base().as_ref())?;
                recovery
                    .rewrite(kept, &bytes)
                    .map(|()| Some(Written::Kept))
                    .map_err(|error| error.say(lang))
            }
            Self::Base(kept) => {
                let made = store::open(&kept.path).map_err(|error| error.say(lang))?;
                let bytes = store::kept_visit(&made.visit, Some(visit))?;
                recovery
                    .rewrite(kept, &bytes)
                    .map(|()| (!follows).then_some(Written::Kept))
                    .map_err(|error| error.say(lang))
            }
        }
    }
}
