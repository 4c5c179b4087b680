//! An open visit: its programme, its history, and whether it is saved.

mod saving;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{NaiveDate, NaiveDateTime};

use super::{
    Company, ReadOnly, edition,
    repository::{News, Repository},
};
use crate::{
    check::{self, Finding},
    edit::{History, Label, Stale, Transaction},
    model::{Id, Participant, Programme, Side, Visit, precedence},
    paper::Edition,
    store::{Issue, Newest, Revision, Saver, Spoilt, presence::Present},
};

/// Whether the newest state is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    /// It is.
    Saved,
    /// It will be in a moment.
    Pending,
    /// It is not; the sentence says why and what happens next.
    Failed(String),
}

/// One open visit.
pub struct Session {
    visit: Arc<Visit>,
    programme: Programme,
    people: Vec<(Side, Id<Participant>)>,
    findings: Vec<Finding>,
    history: History,
    file: PathBuf,
    saver: Option<Saver>,
    newest: Revision,
    /// How much of what came in from outside is in it.
    taken: u64,
    saving: Saving,
    /// What could not be saved could not be kept elsewhere either.
    is_at_risk: bool,
    /// What is in the file is lost, and what is here can go back into it.
    spoilt: Option<Spoilt>,
    issued: Option<Newest>,
    is_as_issued: bool,
    company: Company,
    repository: Repository,
}

impl Session {
    /// A visit that was loaded from, or is to be saved to, a file; without a saver it stays in
    /// memory only.
    pub fn new(visit: Visit, file: PathBuf, saver: Option<Saver>) -> Self {
        Self {
            programme: Programme::of(&visit),
            people: in_precedence(&visit),
            findings: check::findings(&visit),
            visit: Arc::new(visit),
            history: History::default(),
            file,
            saver,
            newest: Revision::default(),
            taken: 0,
            saving: Saving::Saved,
            is_at_risk: false,
            spoilt: None,
            issued: None,
            is_as_issued: false,
            company: Company::default(),
            repository: Repository::default(),
        }
    }

    /// The same among these others, open for reading only where that says so.
    #[must_use]
    pub fn in_company(mut self, company: Company) -> Self {
        self.company = company;
        self
    }

    /// Takes what the file holds by now, if the visit is open for reading only; says whether that is
    /// another visit than before.
    pub fn follow(&mut self, visit: Visit) -> bool {
        let is_new = self.read_only().is_some() && *self.visit != visit;
        if is_new {
            self.visit = Arc::new(visit);
            self.changed();
        }
        is_new
    }

    /// Takes in who else has it open by now.
    pub fn met(&mut self, others: Vec<Present>) {
        self.company.others = others;
    }

    /// The others who have it open.
    pub fn others(&self) -> &[Present] {
        &self.company.others
    }

    /// Why it is open for reading only; none where it may be changed.
    pub const fn read_only(&self) -> Option<&ReadOnly> {
        self.company.reading.as_ref()
    }

    /// Takes the newest issue of the visit, as it was found when opened or has just been made.
    pub fn issued(&mut self, newest: Option<Newest>) {
        self.issued = newest;
        self.compare();
        if let Some(newest) = self.issued.as_mut().filter(|_| self.is_as_issued) {
            // Records that both share need no look at them when they are compared again.
            newest.visit = Visit::clone(&self.visit);
        }
    }

    /// The newest issue, and whether nothing changed since.
    pub fn newest_issue(&self) -> Option<(&Issue, bool)> {
        let newest = self.issued.as_ref()?;
        Some((&newest.issue, self.is_as_issued))
    }

    /// The visit as it was in the newest issue.
    pub fn as_issued(&self) -> Option<&Visit> {
        self.issued.as_ref().map(|newest| &newest.visit)
    }

    /// Which version a paper shows that is made now, by the clock of the visit's home zone.
    pub fn edition(&self, now: NaiveDateTime) -> Edition {
        edition(self.newest_issue(), now)
    }

    /// The visit as it now is.
    pub fn visit(&self) -> &Visit {
        &self.visit
    }

    /// The same, to be kept while the visit changes.
    pub fn shared(&self) -> Arc<Visit> {
        Arc::clone(&self.visit)
    }

    /// Its programme in order.
    pub const fn programme(&self) -> &Programme {
        &self.programme
    }

    /// The days of the visit, and those outside them that have items.
    pub fn all_days(&self) -> Vec<NaiveDate> {
        let days = self.programme.all_days(&self.visit);
        days.into_iter().collect()
    }

    /// Its participants, each side in its precedence.
    pub fn people(&self) -> &[(Side, Id<Participant>)] {
        &self.people
    }

    /// What a person should look at.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What was done in this session.
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// The file that it is saved to.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Whether it is saved.
    pub const fn saving(&self) -> &Saving {
        &self.saving
    }

    /// Makes a transaction and hands the new state to be saved.
    pub fn commit(&mut self, transaction: Transaction) -> Result<(), Stale> {
        self.history
            .commit(Arc::make_mut(&mut self.visit), transaction)?;
        self.changed();
        Ok(())
    }

    /// Takes the newest change back; none when there is nothing to take back.
    pub fn undo(&mut self) -> Option<Result<Label, Stale>> {
        let undone = self.history.undo(Arc::make_mut(&mut self.visit))?;
        self.changed();
        Some(undone)
    }

    /// Does again what was taken back.
    pub fn redo(&mut self) -> Option<Result<Label, Stale>> {
        let done = self.history.redo(Arc::make_mut(&mut self.visit))?;
        self.changed();
        Some(done)
    }

    /// What is known of the repository that the file is in.
    pub const fn repository(&self) -> &Repository {
        &self.repository
    }

    /// Takes in what came about the repository.
    pub fn heard(&mut self, news: News) {
        self.repository.take(news);
    }

    /// How many transactions have been made, if all of them are saved.
    pub fn made(&self) -> Option<usize> {
        (self.saving == Saving::Saved).then(|| self.history.made())
    }

    /// What a commit of the visit would be called.
    pub fn message(&self) -> String {
        self.repository.message(&self.visit, &self.history)
    }

    /// Puts anew in order what is drawn from the visit.
    fn arranged(&mut self) {
        self.programme = Programme::of(&self.visit);
        self.people = in_precedence(&self.visit);
        self.findings = check::findings(&self.visit);
        self.compare();
    }

    /// Looks once per change whether the visit is as it went out, so that nobody has to while
    /// drawing.
    fn compare(&mut self) {
        let visit = &self.visit;
        self.is_as_issued = self.issued.as_ref().is_some_and(|newest| newest.is(visit));
    }
}

fn in_precedence(visit: &Visit) -> Vec<(Side, Id<Participant>)> {
    let people = precedence::of_all(visit).into_iter();
    people
        .map(|person| (person.side, person.id.clone()))
        .collect()
}
