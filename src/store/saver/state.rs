//! What the saving thread has to do next: a pure account of what was asked and what was done.

use std::{
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use super::{Pace, Revision, drafts::Drafts};
use crate::{
    model::Visit,
    store::{Spoilt, presence::Reminder},
};

/// A state of the visit that is to be saved.
#[derive(Debug, Clone)]
pub(super) struct Work {
    pub(super) revision: Revision,
    pub(super) visit: Arc<Visit>,
    /// How many steps from outside are in it.
    pub(super) taken: u64,
}

/// The thread's next step.
#[derive(Debug)]
pub(super) enum Next {
    /// Sleep until something is asked.
    Sleep,
    /// Sleep until then at the latest.
    SleepUntil(Instant),
    /// Save this.
    Save(Work),
    /// Look whether somebody else changed the file.
    Look,
    /// Begin to watch the file.
    Watch,
    /// Say again to others that the visit is open.
    Remind(Reminder),
    /// Keep what is typed in a form.
    Keep { part: String, text: String },
    /// Remove a form's draft.
    Forget { part: String },
    /// Tell those who wait that all is done.
    Answer,
    /// End.
    End,
}

#[derive(Debug)]
pub(super) struct State {
    /// The newest state that the session handed over, saved or not.
    newest: Work,
    unsaved: Option<Work>,
    save_due: Option<Instant>,
    look_due: Option<Instant>,
    /// What the next try may replace; what comes after that has to be asked for anew.
    write_back: Option<Spoilt>,
    /// Whether the file is to be watched from now on.
    watch: bool,
    /// What says to others that the visit is open, and when it has to say so again.
    reminder: Option<(Reminder, Instant)>,
    failures: u32,
    /// The revision that was tried last, and for which question.
    tried: Option<(Revision, u64)>,
    kept: Option<(Revision, PathBuf)>,
    /// What the file holds, where that is sure, and how many steps from outside led to it.
    file: (Option<Arc<Visit>>, u64),
    pub(super) drafts: Drafts,
    asked: u64,
    answered: u64,
    stop: bool,
    ended: bool,
}

impl State {
    pub(super) const fn new(visit: Arc<Visit>) -> Self {
        Self {
            newest: Work {
                revision: Revision(0),
                visit,
                taken: 0,
            },
            unsaved: None,
            save_due: None,
            look_due: None,
            write_back: None,
            watch: false,
            reminder: None,
            failures: 0,
            tried: None,
            kept: None,
            file: (None, 0),
            drafts: Drafts::new(),
            asked: 0,
            answered: 0,
            stop: false,
            ended: false,
        }
    }

    // What is asked.

    pub(super) fn commit(&mut self, visit: Arc<Visit>, taken: u64, due: Instant) -> Revision {
        let revision = Revision(self.newest.revision.0 + 1);
        self.newest = Work {
            revision,
            visit,
            taken,
        };
        self.save_again(due);
        revision
    }

    /// The newest state is to be saved, whether it was saved before or not.
    pub(super) fn save_again(&mut self, due: Instant) {
        self.unsaved = Some(self.newest.clone());
        self.save_due = Some(self.save_due.map_or(due, |earlier| earlier.min(due)));
    }

    /// The newest state is to be saved also in place of what cannot be read, or is gone.
    pub(super) fn write_back(&mut self, over: Spoilt, due: Instant) {
        self.write_back = Some(over);
        self.save_again(due);
    }

    pub(super) const fn take_write_back(&mut self) -> Option<Spoilt> {
        self.write_back.take()
    }

    /// Somebody else may have changed the file. Counted from the first hint, since a busy folder
    /// gives many.
    pub(super) fn look(&mut self, due: Instant) {
        self.look_due.get_or_insert(due);
    }

    pub(super) const fn watch(&mut self) {
        self.watch = true;
    }

    /// The visit is open, and others are to be told so again when it is due.
    pub(super) fn remind(&mut self, reminder: Reminder, due: Instant) {
        self.reminder = Some((reminder, due));
    }

    /// Asks for everything at once; the number is what [`has_answered`](Self::has_answered) takes.
    pub(super) const fn ask_for_all(&mut self) -> u64 {
        self.asked += 1;
        self.asked
    }

    pub(super) const fn stop(&mut self) {
        self.stop = true;
    }

    // What is to be done.

    pub(super) fn next(&self, now: Instant) -> Next {
        let all_now = self.asked > self.answered;
        if let Some(work) = self.to_save(now, all_now) {
            return Next::Save(work.clone());
        }
        if self.look_due.is_some_and(|due| all_now || due <= now) {
            return Next::Look;
        }
        let question = all_now.then_some(self.asked);
        if let Some(next) = self.drafts.next(now, question, self.may_forget()) {
            return next;
        }
        if all_now {
            return Next::Answer;
        }
        if self.stop {
            return Next::End;
        }
        if self.watch {
            return Next::Watch;
        }
        let remind_due = match &self.reminder {
            Some((reminder, due)) if *due <= now => return Next::Remind(reminder.clone()),
            reminder => reminder.as_ref().map(|(_, due)| *due),
        };
        let others = self.save_due.into_iter().chain(self.look_due);
        let others = others.chain(remind_due);
        let first = self.drafts.due().chain(others).min();
        first.map_or(Next::Sleep, Next::SleepUntil)
    }

    fn to_save(&self, now: Instant, all_now: bool) -> Option<&Work> {
        let work = self.unsaved.as_ref()?;
        let tried_for_all = self.tried == Some((work.revision, self.asked));
        let due = self.save_due.is_some_and(|due| due <= now);
        (due || (all_now && !tried_for_all)).then_some(work)
    }

    /// A draft goes when the commit that it became is on the disk or in the recovery folder.
    fn may_forget(&self) -> bool {
        match (&self.unsaved, &self.kept) {
            (None, _) => true,
            (Some(work), Some((kept, _))) => work.revision <= *kept,
            (Some(_), None) => false,
        }
    }

    pub(super) const fn has_answered(&self, question: u64) -> bool {
        self.ended || self.answered >= question
    }

    pub(super) fn is_busy(&self) -> bool {
        self.unsaved.is_some() || !self.drafts.is_empty()
    }

    pub(super) fn unsaved(&self) -> Option<Work> {
        self.unsaved.clone()
    }

    /// Where the newest state is kept, if it is.
    pub(super) fn kept_path(&self) -> Option<PathBuf> {
        let (kept, path) = self.kept.as_ref()?;
        (*kept == self.newest.revision).then(|| path.clone())
    }

    /// What the file held that this was made from, as far as it is known.
    pub(super) fn base_of(&self, work: &Work) -> Option<Arc<Visit>> {
        let (file, steps) = &self.file;
        file.clone().filter(|_| work.taken >= *steps)
    }

    // What was done.

    /// A save of `revision` begins: whatever is asked from now on needs another one.
    pub(super) const fn trying(&mut self, revision: Revision) {
        self.save_due = None;
        self.look_due = None;
        self.tried = Some((revision, self.asked));
    }

    /// It is on the disk; says whether a kept copy has become needless.
    pub(super) fn saved(&mut self, revision: Revision) -> bool {
        self.failures = 0;
        if self
            .unsaved
            .as_ref()
            .is_some_and(|work| work.revision == revision)
        {
            self.unsaved = None;
            self.save_due = None;
        }
        self.unsaved.is_none() && self.kept.take().is_some()
    }

    /// It failed; says in how long it is tried again.
    pub(super) fn failed(&mut self, now: Instant, pace: &Pace) -> Duration {
        let doublings = self.failures.min(16);
        self.failures += 1;
        let pause = (pace.retry_first * 2u32.pow(doublings)).min(pace.retry_longest);
        let due = now + pause;
        self.save_due = Some(self.save_due.map_or(due, |earlier| earlier.min(due)));
        pause
    }

    /// What the file holds by now, where that is sure, and the steps that led to it.
    pub(super) fn holds(&mut self, file: Option<Arc<Visit>>, steps: u64) {
        self.file = (file, steps);
    }

    pub(super) const fn looked(&mut self) {
        self.look_due = None;
    }

    /// Others were told again; the next time is then, unless the visit is closed.
    pub(super) fn reminded(&mut self, again: Option<Instant>) {
        self.reminder = self
            .reminder
            .take()
            .zip(again)
            .map(|((own, _), due)| (own, due));
    }

    pub(super) const fn watched(&mut self) {
        self.watch = false;
    }

    /// Whether this or a later revision is kept, which it must not take the place of.
    pub(super) fn is_kept(&self, revision: Revision) -> bool {
        self.kept
            .as_ref()
            .is_some_and(|(kept, _)| *kept >= revision)
    }

    pub(super) fn kept(&mut self, revision: Revision, path: PathBuf) {
        self.kept = Some((revision, path));
    }

    /// What was kept is needed no more.
    pub(super) fn forget_kept(&mut self) {
        self.kept = None;
    }

    /// A draft could not be written.
    pub(super) fn draft_failed(&mut self, part: &str, again: Instant) {
        self.drafts.failed(part, again, self.asked);
    }

    pub(super) const fn answer(&mut self) {
        self.answered = self.asked;
    }

    pub(super) const fn end(&mut self) {
        self.ended = true;
    }
}
