//! Erasing a person from everything that is kept of a visit besides the visit itself: issues, the
//! log, backups, what was kept for recovery, the trash.

mod drafts;
mod erased;
mod outside;
mod said;
mod unseen;
mod versions;

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;

use crate::{
    display, edit,
    model::{AnyRecord, Name, Participant, Version as ConflictVersion, Visit},
    plan::{self, Mention, Traces},
    store::{self, Backups, Folders, IssueError, Others, Recovery, presence},
    words::{Lang, Speak},
};
pub use erased::Erased;
pub use said::copies_said;
use versions::{Of, Version, Versions, Written};

/// Who is to be erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// The file of the visit.
    pub path: PathBuf,
    /// The id of the visit, by which backups and deleted copies are found.
    pub visit: String,
    /// The id of the person.
    pub person: String,
    /// How the person is written, as far as is known; more is learnt from older versions.
    pub traces: Traces,
    /// The fields of the visit whose texts name the person.
    pub reworded: Vec<Mention>,
}

impl Erasure {
    /// Of somebody whom the visit at `path` holds.
    pub fn of(path: &Path, visit: &Visit, person: &Participant) -> Self {
        let mut erasure = Self::of_id(path, visit, person.id.as_str());
        erasure.traces.add(person);
        erasure.reworded = plan::reworded(visit, &erasure.person, &erasure.traces);
        erasure
    }

    /// Of somebody who is no longer in the visit but may be in what is kept of it.
    pub fn of_id(path: &Path, visit: &Visit, id: &str) -> Self {
        Self {
            // What is kept for recovery names it so.
            path: std::path::absolute(path).unwrap_or_else(|_| path.to_owned()),
            visit: visit.head.id.to_string(),
            person: id.to_owned(),
            traces: Traces::default(),
            reworded: Vec::new(),
        }
    }

    /// Whether anything that can be looked at holds somebody of this id; else what could not be
    /// looked at, each a sentence.
    ///
    /// # Errors
    /// There is nobody of this id.
    pub fn finds_them(
        &self,
        folders: &Folders,
        recovery: &Recovery,
        lang: Lang,
    ) -> Result<(), Vec<String>> {
        let mut looking = self.clone();
        let kept = recovery.left_behind();
        let others = self.others(folders, recovery);
        let versions = Versions::of(self, &kept, &others, folders, recovery, lang);
        looking.learn_from(&versions);
        let copies = &others.copies;
        let drafts = || kept.iter().any(|kept| looking.is_spoken_of(kept, copies));
        if !looking.traces.is_empty() || looking.is_in_a_log(&versions) || drafts() {
            return Ok(());
        }
        Err(versions.unseen)
    }

    /// What is besides the visit, its copies among it: those in the library and beside the visit, and
    /// those of which something is kept.
    pub fn others(&self, folders: &Folders, recovery: &Recovery) -> Others {
        let mut known = Backups::at(folders.backups()).files_of(&self.visit);
        let kept = recovery.left_behind().into_iter().chain(recovery.in_use());
        let kept = kept.map(|kept| PathBuf::from(kept.about.visit));
        known.extend(kept.filter(|path| store::id_at(path).as_ref() == Some(&self.visit)));
        store::others(&self.path, &self.visit, &folders.library, &known)
    }

    /// Whether a log of what was exported says that something was this person's.
    fn is_in_a_log(&self, versions: &Versions<'_>) -> bool {
        let copies = versions.found.iter().filter_map(|own| own.of.copy());
        let mut logs = [self.path.as_path()].into_iter().chain(copies);
        logs.any(|path| {
            let sent = store::sent(path).unwrap_or_default();
            let mut whose = sent.iter().filter_map(|sent| sent.whose.as_deref());
            whose.any(|id| id == self.person)
        })
    }

    fn learn_from(&mut self, versions: &Versions<'_>) {
        for version in &versions.found {
            self.learn(&version.visit);
        }
    }

    /// Erases the person from the visit and from all that is kept of it. The visit should hold the
    /// person no longer by then, so that no backup is made of it that does.
    ///
    /// What cannot be read or written is named, and the rest is done all the same; doing it again
    /// does what is left.
    pub fn carry_out(
        mut self,
        folders: &Folders,
        recovery: &Recovery,
        today: NaiveDate,
        lang: Lang,
    ) -> Erased {
        let mut done = Erased {
            person: self.person.clone(),
            reworded: std::mem::take(&mut self.reworded),
            // What was just taken out of it went before.
            touched: BTreeSet::from([self.path.clone()]),
            ..Erased::default()
        };
        let kept = recovery.left_behind();
        let others = self.others(folders, recovery);
        let mut versions = Versions::of(&self, &kept, &others, folders, recovery, lang);
        done.failed.append(&mut versions.unseen);
        self.learn_from(&versions);
        let mut logs = vec![self.path.clone()];
        let holds = |version: &Version<'_>| {
            !plan::erase(&version.visit, &self.person, &self.traces).is_empty()
        };
        for (at, version) in versions.found.iter().enumerate() {
            let follows = versions.before(at).is_some_and(holds);
            // Of somebody whom no version holds, only the log and drafts may speak.
            if !self.traces.is_empty() {
                self.rewrite(version, follows, recovery, today, lang, &mut done);
            }
            logs.extend(version.of.copy().map(Path::to_owned));
        }
        for path in logs {
            exported(&path, &mut done);
            self.erase_in_log(&path, lang, &mut done);
        }
        let copies = &others.copies;
        self.drop_drafts(&kept, copies, recovery, lang, &mut done);
        let in_use = recovery.in_use();
        done.in_use = in_use.iter().any(|kept| self.is_spoken_of(kept, copies));
        let open = [&self.path].into_iter().chain(copies);
        done.company = open.flat_map(|path| presence::others(path)).collect();
        self.remains(folders, &mut done);
        done
    }

    /// A text that is kept beside a version of the visit, without the person.
    fn reworded(&self, visit: &Visit, text: &str) -> Option<String> {
        self.traces.reworded_in(visit, &self.person, text)
    }

    /// Takes in how a version of the visit writes the person.
    fn learn(&mut self, visit: &Visit) {
        if let Some(person) = visit.participants.get(self.person.as_str()) {
            self.traces.add(person);
        }
        for conflict in visit.conflicts.iter().filter(|own| own.id() == self.person) {
            for version in ConflictVersion::ALL {
                if let Some(AnyRecord::Participant(person)) = conflict.record(version) {
                    self.traces.add(person);
                }
            }
        }
    }

    /// Writes a version anew, if it held the person.
    fn rewrite(
        &self,
        version: &Version<'_>,
        follows: bool,
        recovery: &Recovery,
        today: NaiveDate,
        lang: Lang,
        done: &mut Erased,
    ) {
        let transaction = plan::erase(&version.visit, &self.person, &self.traces);
        let is_issue = matches!(version.of, Of::Issue(..));
        if transaction.is_empty() && !is_issue {
            self.may_stand_in(version, &version.visit, done);
            return;
        }
        if matches!(version.of, Of::Visit(_)) {
            let reworded = plan::reworded(&version.visit, &self.person, &self.traces);
            done.reworded.extend(reworded);
        }
        let mut visit = version.visit.clone();
        if let Err(stale) = edit::apply(&mut visit, &transaction) {
            done.failed
                .push(unseen::not_written(&stale.say(lang), lang));
            return;
        }
        self.may_stand_in(version, &visit, done);
        let written = version
            .of
            .write(&visit, follows, self, recovery, today, lang);
        if matches!(written, Ok(Some(_))) {
            done.touched.extend(version.of.file().map(Path::to_owned));
        }
        match written {
            Ok(None) => {}
            Ok(Some(Written::Visit)) => done.visit = true,
            Ok(Some(Written::Issue { number, papers })) => {
                done.issues.push(number);
                done.papers += papers;
            }
            Ok(Some(Written::Copy(path))) => done.copies.push(path),
            Ok(Some(Written::Backup)) => done.backups += 1,
            Ok(Some(Written::Kept)) => done.kept += 1,
            Ok(Some(Written::Deleted(path))) => done.deleted.push(path),
            Err(said) => done.failed.push(said),
        }
    }

    /// Takes down where besides the visit a text may still name the person in a version as it is `now`.
    fn may_stand_in(&self, version: &Version<'_>, now: &Visit, done: &mut Erased) {
        if plan::mentions(now, &self.traces).is_empty() {
            return;
        }
        let also = &mut done.also;
        match &version.of {
            Of::Issue(..) => also.issues += 1,
            Of::Backup(..) => also.backups += 1,
            Of::Kept(_) => also.kept += 1,
            Of::Copy(_, path) => also.copies.push(path.clone()),
            Of::Deleted(_, path) => also.deleted.push(path.clone()),
            // Fields of the visit are named, and a base lies behind what is kept.
            Of::Visit(_) | Of::Base(_) => {}
        }
    }

    /// Takes the person out of the log of what was exported of the visit at `path`.
    fn erase_in_log(&self, path: &Path, lang: Lang, done: &mut Erased) {
        match store::erase_in_log(path, &self.person, &|file| self.is_named_in(file)) {
            Ok(0) => {}
            Ok(touched) => {
                done.logged += touched;
                done.touched.insert(path.to_owned());
            }
            Err(IssueError::Save(error)) => {
                let said = unseen::not_written(&error.say(lang), lang);
                done.failed.push(said);
            }
            Err(error) => {
                let log = store::log_of(path);
                done.failed.push(unseen::of_issues(&log, &error, lang));
            }
        }
    }

    fn is_named_in(&self, file: &str) -> bool {
        let plain = file.replace(['-', '_', '.'], " ");
        !file.is_empty()
            && (self.traces.may_stand_in(&plain)
                || self.traces.slugs().any(|slug| file.contains(&slug)))
    }

    fn remains(&self, folders: &Folders, done: &mut Erased) {
        if let Ok(now) = store::open(&self.path) {
            done.mentions = plan::mentions(&now.visit, &self.traces);
        }
        done.sent = store::sent(&self.path).map_or(0, |sent| sent.len());
        // One that belongs to another account keeps it as well.
        let is_in_git = |path: &&PathBuf| !matches!(store::git::look_for(path), Ok(None));
        done.in_git = done.touched.iter().filter(is_in_git).cloned().collect();
        let speaks = |text: &str| self.traces.has_family(text);
        let is_named = |name: &Name| self.traces.is_name(name);
        let library = &folders.library;
        done.elsewhere = store::visits_with(&self.path, library, &speaks, &is_named);
    }
}

/// Takes down which files were exported of the visit at `path` and are still beside it.
fn exported(path: &Path, done: &mut Erased) {
    let files = store::exported_beside(path);
    if let (Some(folder), false) = (path.parent(), files.is_empty()) {
        let own = done.exported.entry(folder.to_owned()).or_default();
        own.extend(files);
    }
}

/// What a mention is called: "Programmpunkt „Empfang“, Titel".
pub fn mention_said(mention: &Mention, visit: &Visit, lang: Lang) -> String {
    let Some(record) = visit.record(&mention.record) else {
        return display::safe(&mention.record).into_owned();
    };
    said::mention(record, mention, visit, lang)
}
