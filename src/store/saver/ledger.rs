//! What the file holds, what the session has, and how both are brought together: a pure account of
//! a file that others write too.
//!
//! ```text
//!   session's states ──►  ours ─┐ taken through the steps that the session has not taken yet
//!                               ├─► newest ─► written, if the file does not hold it
//!   somebody else's ────► theirs┘ merged with what the file held ─► one more step
//! ```
//!
//! A step says to the session: what you had was this, and with what came in it became that. The
//! session takes it by the same three-way merge, and says with each state that it hands over how
//! many steps are in it. So a state from before a step is merged here and overwrites nothing, and
//! both sides come to the same.

use std::sync::Arc;

/// How often is begun anew because the file was changed between reading and writing it.
const ATTEMPTS: usize = 10;

/// A file that others write too, and what is known of merging what is in it.
pub(super) trait Disk {
    /// What is in the file.
    type Visit: PartialEq;
    /// Tells one content of the file from another.
    type Print: Copy;
    /// Why something did not go.
    type Refused;

    /// What the file holds, if that is not what `known` was.
    #[allow(clippy::type_complexity)]
    fn changed(
        &mut self,
        known: Option<Self::Print>,
    ) -> Result<Option<(Self::Visit, Self::Print)>, Self::Refused>;

    /// Brings what happened between `base` and `theirs` into `ours`.
    fn merge(
        &mut self,
        base: &Self::Visit,
        ours: &Self::Visit,
        theirs: &Self::Visit,
    ) -> Result<Self::Visit, Self::Refused>;

    /// Writes, if the file still is what `known` was.
    fn write(
        &mut self,
        visit: &Self::Visit,
        known: Option<Self::Print>,
    ) -> Result<Written<Self::Print, Self::Refused>, Self::Refused>;

    /// Whether what it held is lost, so that even what has not changed is to be written.
    fn is_ruined(&self) -> bool {
        false
    }

    /// Others write faster than can be read.
    fn restless(&mut self) -> Self::Refused;
}

/// What became of writing.
pub(super) enum Written<P, R> {
    /// It is there.
    Done(P),
    /// Somebody else was faster, and nothing was written.
    Beaten,
    /// It is there, but nobody knows whether it will stay.
    Unsure(P, R),
}

/// What came in from outside, and what the session makes of it: it brings what happened between
/// `base` and `merged` into what it has.
#[derive(Debug)]
pub struct Incoming<V> {
    /// Steps are counted from 1.
    pub number: u64,
    /// The newest state of the session that was known when it came in.
    pub base: Arc<V>,
    /// The same with what came in.
    pub merged: Arc<V>,
    /// What the file held before.
    pub before: Arc<V>,
    /// What somebody else put there.
    pub theirs: Arc<V>,
}

impl<V> Clone for Incoming<V> {
    fn clone(&self) -> Self {
        Self {
            number: self.number,
            base: Arc::clone(&self.base),
            merged: Arc::clone(&self.merged),
            before: Arc::clone(&self.before),
            theirs: Arc::clone(&self.theirs),
        }
    }
}

/// The account.
pub(super) struct Ledger<D: Disk> {
    /// What the file held when it was last read or written.
    file: Arc<D::Visit>,
    /// How it looked then; none if there was no file yet.
    print: Option<D::Print>,
    /// Whether that is sure to stay there.
    is_sure: bool,
    /// The newest state that the session handed over.
    ours: Arc<D::Visit>,
    /// The steps that are not in it.
    steps: Vec<Incoming<D::Visit>>,
    last: u64,
}

impl<D: Disk> Ledger<D> {
    /// The session begins with what the file holds, or is to hold.
    pub(super) fn new(visit: Arc<D::Visit>, print: Option<D::Print>) -> Self {
        Self {
            file: Arc::clone(&visit),
            print,
            is_sure: true,
            ours: visit,
            steps: Vec::new(),
            last: 0,
        }
    }

    /// The file as it was when it was last read or written.
    pub(super) const fn print(&self) -> Option<D::Print> {
        self.print
    }

    /// What the file holds, where it is sure to stay there.
    pub(super) fn file(&self) -> Option<Arc<D::Visit>> {
        let is_there = self.is_sure && self.print.is_some();
        is_there.then(|| Arc::clone(&self.file))
    }

    /// How many steps there were.
    pub(super) const fn steps(&self) -> u64 {
        self.last
    }

    /// The session hands over a state that has the first `taken` steps in it.
    pub(super) fn hand_over(&mut self, visit: Arc<D::Visit>, taken: u64) {
        self.ours = visit;
        self.steps.retain(|step| step.number > taken);
    }

    /// The newest state of the session with everything that came in.
    fn newest(&self, disk: &mut D) -> Result<Arc<D::Visit>, D::Refused> {
        self.newest_by(|base, ours, theirs| disk.merge(base, ours, theirs))
    }

    /// The same, merged by other means.
    pub(super) fn newest_by(
        &self,
        mut merge: impl FnMut(&D::Visit, &D::Visit, &D::Visit) -> Result<D::Visit, D::Refused>,
    ) -> Result<Arc<D::Visit>, D::Refused> {
        let mut newest = Arc::clone(&self.ours);
        for step in &self.steps {
            newest = Arc::new(merge(&step.base, &newest, &step.merged)?);
        }
        Ok(newest)
    }

    /// Brings the file and the session together. What came in is added to `came`, also if the rest
    /// fails after that: nothing that was read is forgotten, and nothing is overwritten unread.
    pub(super) fn settle(
        &mut self,
        disk: &mut D,
        came: &mut Vec<Incoming<D::Visit>>,
    ) -> Result<(), D::Refused> {
        for _ in 0..ATTEMPTS {
            if let Some((theirs, print)) = disk.changed(self.print)? {
                came.extend(self.take_in(theirs, print, disk)?);
            }
            let newest = self.newest(disk)?;
            let is_there = self.is_sure && !disk.is_ruined();
            if is_there && self.print.is_some() && newest == self.file {
                return Ok(());
            }
            match disk.write(&newest, self.print)? {
                Written::Done(print) => {
                    self.holds(newest, print, true);
                    return Ok(());
                }
                Written::Unsure(print, refused) => {
                    self.holds(newest, print, false);
                    return Err(refused);
                }
                Written::Beaten => {}
            }
        }
        Err(disk.restless())
    }

    fn holds(&mut self, visit: Arc<D::Visit>, print: D::Print, is_sure: bool) {
        self.file = visit;
        self.print = Some(print);
        self.is_sure = is_sure;
    }

    /// Somebody else wrote the file.
    fn take_in(
        &mut self,
        theirs: D::Visit,
        print: D::Print,
        disk: &mut D,
    ) -> Result<Option<Incoming<D::Visit>>, D::Refused> {
        let base = self.newest(disk)?;
        let merged = disk.merge(&self.file, &base, &theirs)?;
        // From here on nothing can fail, so that the file and its print always belong together.
        let theirs = Arc::new(theirs);
        let before = Arc::clone(&self.file);
        self.holds(Arc::clone(&theirs), print, true);
        if merged == *base {
            return Ok(None);
        }
        self.last += 1;
        let step = Incoming {
            number: self.last,
            base,
            merged: Arc::new(merged),
            before,
            theirs,
        };
        self.steps.push(step.clone());
        Ok(Some(step))
    }
}

#[cfg(test)]
mod tests;
