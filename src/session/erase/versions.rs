//! Every version of a visit that is kept somewhere: found, and written anew.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;

use super::{
    Erasure,
    unseen::{self, Advice},
};
use crate::{
    model::Visit,
    store::{
        self, Backups, Folders, IssueError, Kept, Kind, OpenError, Opened, Others, Recovery, Trash,
    },
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
    /// The visit's file, the number, and the issue's folder.
    Issue(PathBuf, u32, PathBuf),
    Copy(Opened, PathBuf),
    Backup(Opened, PathBuf),
    Kept(&'a Kept),
    /// What the file held that the kept version was made from.
    Base(&'a Kept),
    Deleted(Opened, PathBuf),
}

/// What was found, and what could not be looked at, each a sentence.
pub(super) struct Versions<'a> {
    pub(super) found: Vec<Version<'a>>,
    pub(super) unseen: Vec<String>,
    /// Files that are looked at as copies, wherever they are.
    copies: BTreeSet<PathBuf>,
    /// The id of the visit.
    id: String,
    lang: Lang,
}

impl<'a> Versions<'a> {
    /// Every version of the visit of `erasure`, its copies among the `others` too; `kept` is looked through for it.
    pub(super) fn of(
        erasure: &Erasure,
        kept: &'a [Kept],
        others: &Others,
        folders: &Folders,
        recovery: &Recovery,
        lang: Lang,
    ) -> Self {
        let mut all = Self {
            found: Vec::new(),
            unseen: Vec::new(),
            copies: BTreeSet::new(),
            id: erasure.visit.clone(),
            lang,
        };
        all.issues_of(&erasure.path);
        if let Some(opened) = all.seen(&erasure.path, store::open(&erasure.path), Advice::Mend) {
            all.push(opened.visit.clone(), Of::Visit(opened));
        }
        for path in &others.copies {
            all.issues_of(path);
            if let Some(opened) = all.seen(path, store::open(path), Advice::Mend) {
                all.push(opened.visit.clone(), Of::Copy(opened, path.clone()));
            }
        }
        let unreadable = others.unreadable.iter().map(|(path, _)| path);
        all.copies = others.copies.iter().chain(unreadable).cloned().collect();
        // Files that cannot be read may be copies of this visit.
        for (path, error) in &others.unreadable {
            all.unseen_as(path, error, Advice::Mend);
        }
        all.deleted(&Trash::at(folders.trash()));
        all.backups(&Backups::at(folders.backups()), &erasure.path);
        all.kept(kept, recovery);
        all
    }

    /// Other visits lie in the trash too; a broken one may not say whose it was.
    fn deleted(&mut self, trash: &Trash) {
        for path in trash.files() {
            // What belongs to it is to go with it.
            let place = path.parent().unwrap_or(&path);
            let opened = self.seen(place, store::open(&path), Advice::Delete);
            if let Some(opened) = opened.filter(|opened| self.is_ours(opened)) {
                self.issues_of(&path);
                self.push(opened.visit.clone(), Of::Deleted(opened, path));
            }
        }
        self.strange(&trash.strange());
    }

    /// Another visit may have had this path before.
    fn backups(&mut self, backups: &Backups, path: &Path) {
        let mut own = backups.all_of(&self.id);
        own.extend(backups.of(path));
        own.sort_by(|a, b| a.path.cmp(&b.path));
        own.dedup_by(|a, b| a.path == b.path);
        for backup in own {
            let opened = self.seen(&backup.path, backup.open(), Advice::Delete);
            if let Some(opened) = opened.filter(|opened| self.is_ours(opened)) {
                self.push(opened.visit.clone(), Of::Backup(opened, backup.path));
            }
        }
        self.strange(&backups.strange());
    }

    fn kept(&mut self, kept: &'a [Kept], recovery: &Recovery) {
        for kept in kept {
            if kept.about.kind == Kind::Draft {
                let text = kept.text().map_err(OpenError::from);
                self.seen(&kept.path, text, Advice::Delete);
                continue;
            }
            let opened = self.seen(&kept.path, store::open(&kept.path), Advice::Delete);
            if let Some(opened) = opened.filter(|opened| self.is_ours(opened)) {
                if let Some(base) = kept.base() {
                    self.push(base, Of::Base(kept));
                }
                self.push(opened.visit, Of::Kept(kept));
            }
        }
        self.strange(&recovery.strange());
    }

    fn is_ours(&self, opened: &Opened) -> bool {
        opened.visit.head.id.as_str() == self.id
    }

    fn strange(&mut self, found: &[PathBuf]) {
        let lang = self.lang;
        let is_other = |path: &PathBuf| store::id_at(path).is_some_and(|id| id != self.id);
        let is_copy = |path: &PathBuf| self.copies.contains(&store::home(path));
        let strange = |path: &&PathBuf| !is_copy(path) && !is_other(path);
        let said = found.iter().filter(strange);
        self.unseen
            .extend(said.map(|path| unseen::strange(path, lang)));
    }

    /// The issue before the issue that stands here, or the version that was made from this one.
    pub(super) fn before(&self, at: usize) -> Option<&Version<'a>> {
        let (own, before) = (self.found.get(at)?, self.found.get(at + 1)?);
        match (&own.of, &before.of) {
            (Of::Issue(own, ..), Of::Issue(path, ..)) if own == path => Some(before),
            (Of::Base(_), Of::Kept(_)) => Some(before),
            _ => None,
        }
    }

    fn push(&mut self, visit: Visit, of: Of<'a>) {
        self.found.push(Version { visit, of });
    }

    /// What was opened; what could not be is named by its `place`, unless it is another visit's or
    /// there is nothing in it.
    fn seen<T>(&mut self, place: &Path, opened: Result<T, OpenError>, advice: Advice) -> Option<T> {
        match opened {
            Ok(opened) => Some(opened),
            Err(error) => {
                self.unseen_as(place, &error, advice);
                None
            }
        }
    }

    fn unseen_as(&mut self, place: &Path, error: &OpenError, advice: Advice) {
        let is_other = store::id_at(error.path()).is_some_and(|id| id != self.id);
        let said = unseen::said(place, error, advice, self.lang);
        self.unseen.extend(said.filter(|_| !is_other));
    }

    /// The newest first: while it is not done, the one before it still says that it follows. One that
    /// cannot be read keeps none of the others from being looked at.
    fn issues_of(&mut self, path: &Path) {
        let folders = match store::issue_folders(path) {
            Ok(folders) => folders,
            Err(error) => {
                let files = store::files_of(path);
                self.unseen
                    .push(unseen::of_issues(&files, &error, self.lang));
                return;
            }
        };
        for (number, folder) in folders.into_iter().rev() {
            match store::frozen(path, number) {
                Ok(visit) => self.push(visit, Of::Issue(path.to_owned(), number, folder)),
                Err(error) => self
                    .unseen
                    .push(unseen::of_issues(&folder, &error, self.lang)),
            }
        }
    }
}

/// What the person who asked for it learns of a version that was written anew.
pub(super) enum Written {
    Visit,
    Issue { number: u32, papers: usize },
    Copy(PathBuf),
    Backup,
    Kept,
    Deleted(PathBuf),
}

impl Of<'_> {
    /// The file of a copy, deleted or not, which has a log of its own.
    pub(super) fn copy(&self) -> Option<&Path> {
        match self {
            Self::Copy(_, path) | Self::Deleted(_, path) => Some(path),
            _ => None,
        }
    }

    /// The file of a copy of the visit or of what an issue was made of.
    pub(super) fn file(&self) -> Option<&Path> {
        match self {
            Self::Issue(path, ..) => Some(path),
            _ => self.copy(),
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
        let failed = |error: &dyn Speak| unseen::not_written(&error.say(lang), lang);
        let save = |path: &Path, opened: &Opened, done: Written| {
            store::save_visit(path, visit, Some(&opened.fingerprint))
                .map(|_| Some(done))
                .map_err(|error| failed(&error))
        };
        match self {
            Self::Visit(opened) => save(&erasure.path, opened, Written::Visit),
            Self::Backup(opened, path) => save(path, opened, Written::Backup),
            Self::Deleted(opened, path) => save(path, opened, Written::Deleted(path.clone())),
            Self::Copy(opened, path) => save(path, opened, Written::Copy(path.clone())),
            Self::Issue(path, number, folder) => {
                let reworded = |note: &str| erasure.reworded(visit, note);
                let number = *number;
                store::erase_in_issue(path, number, visit, today, follows, &reworded)
                    .map(|papers| papers.map(|papers| Written::Issue { number, papers }))
                    .map_err(|error| match error {
                        IssueError::Save(error) => failed(&error),
                        other => unseen::of_issues(folder, &other, lang),
                    })
            }
            Self::Kept(kept) => {
                let bytes = store::kept_visit(visit, kept.base().as_ref())?;
                recovery
                    .rewrite(kept, &bytes)
                    .map(|()| Some(Written::Kept))
                    .map_err(|error| failed(&error))
            }
            Self::Base(kept) => {
                let made = store::open(&kept.path).map_err(|error| failed(&error))?;
                let bytes = store::kept_visit(&made.visit, Some(visit))?;
                recovery
                    .rewrite(kept, &bytes)
                    .map(|()| (!follows).then_some(Written::Kept))
                    .map_err(|error| failed(&error))
            }
        }
    }
}
