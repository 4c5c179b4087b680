//! Undo and redo without limit within a session.

use super::{Change, Label, Stale, Transaction, apply};
use crate::model::{AnyRecord, AnyRef, Conflict, Visit};

/// What was done and what was taken back, newest last; each with the number under which it was made.
#[derive(Debug, Default)]
pub struct History {
    done: Vec<(usize, Transaction)>,
    undone: Vec<(usize, Transaction)>,
    /// What stands and can no longer be taken back, since somebody else built on it.
    overtaken: Vec<(usize, Transaction)>,
    made: usize,
}

impl History {
    /// Applies a transaction and remembers it; what had been taken back is forgotten.
    pub fn commit(&mut self, visit: &mut Visit, transaction: Transaction) -> Result<(), Stale> {
        apply(visit, &transaction)?;
        self.made += 1;
        self.done.push((self.made, transaction));
        self.undone.clear();
        Ok(())
    }

    /// Takes the newest transaction back; none when there is nothing to take back. One that no
    /// longer fits stands, and the next to be taken back is the one before it.
    pub fn undo(&mut self, visit: &mut Visit) -> Option<Result<Label, Stale>> {
        let step = step(&mut self.done, &mut self.undone, visit)?;
        if step.is_err() {
            self.overtaken.extend(self.done.pop());
        }
        Some(step)
    }

    /// Does again what was taken back last. One that no longer fits is let go.
    pub fn redo(&mut self, visit: &mut Visit) -> Option<Result<Label, Stale>> {
        let step = step(&mut self.undone, &mut self.done, visit)?;
        if step.is_err() {
            self.undone.pop();
        }
        Some(step)
    }

    /// What undoing would take back.
    pub fn next_undo(&self) -> Option<&Label> {
        self.done.last().map(|(_, transaction)| &transaction.label)
    }

    /// What redoing would do again.
    pub fn next_redo(&self) -> Option<&Label> {
        self.undone
            .last()
            .map(|(_, transaction)| &transaction.label)
    }

    /// What was done since so many had been [made](Self::made) and stands, the oldest first.
    pub fn since(&self, made: usize) -> impl Iterator<Item = &Transaction> {
        let mut since: Vec<_> = self
            .standing()
            .filter(|(number, _)| *number > made)
            .collect();
        since.sort_by_key(|(number, _)| *number);
        since.into_iter().map(|(_, transaction)| transaction)
    }

    /// The changes of what was done and stands.
    pub(super) fn changes(&self) -> impl Iterator<Item = &Change> {
        self.standing()
            .flat_map(|(_, transaction)| &transaction.changes)
    }

    fn standing(&self) -> impl Iterator<Item = &(usize, Transaction)> {
        self.overtaken.iter().chain(&self.done)
    }

    /// How many transactions were ever made, whether they stand or not: this only grows.
    pub const fn made(&self) -> usize {
        self.made
    }

    /// How many transactions can be taken back.
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Whether there is nothing to take back.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
    }
}

/// Inverts the newest of one stack onto the other, as far as it is not so already.
fn step(
    from: &mut Vec<(usize, Transaction)>,
    to: &mut Vec<(usize, Transaction)>,
    visit: &mut Visit,
) -> Option<Result<Label, Stale>> {
    let (number, transaction) = from.last()?;
    let (number, inverse) = (*number, fitting(transaction.clone().inverted(), visit));
    if let Err(stale) = apply(visit, &inverse) {
        return Some(Err(stale));
    }
    from.pop();
    let label = inverse.label.clone();
    to.push((number, inverse));
    Some(Ok(label))
}

/// What it takes to take a removal back where the record is there: somebody made it again, or its
/// removal is in conflict, which is decided so. What the record is by now stays.
fn fitting(mut inverse: Transaction, visit: &Visit) -> Transaction {
    let is_there = |change: &Change| {
        let kind = change.after.as_ref().map(AnyRecord::kind);
        change.before.is_none() && kind.is_some() && visit.kind_of(change.id()) == kind
    };
    let ids = inverse.changes.iter().filter(|change| is_there(change));
    let there: Vec<String> = ids.map(|change| change.id().to_owned()).collect();
    if there.is_empty() {
        return inverse;
    }
    let is_removal = |conflict: &&Conflict| {
        let is_removed = conflict.ours.is_some() != conflict.theirs.is_some();
        conflict.field.is_none() && is_removed && there.iter().any(|id| id == conflict.id())
    };
    let decided = visit.conflicts.iter().filter(is_removal);
    inverse.settled.extend(decided.cloned());
    inverse.changes.retain(|change| {
        let now = visit.record(change.id()).map(AnyRef::to_owned);
        now != change.after && !is_there(change)
    });
    inverse
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        merge::merge,
        plan::{
            self,
            tests::{
                asker,
                fixture::{edits, visit},
            },
        },
        words::Lang,
    };

    fn renamed(visit: &Visit, title: &str) -> Transaction {
        plan::set(
            visit,
            "a",
            &edits(&format!("title={title}")),
            asker(Lang::De),
        )
        .unwrap()
    }

    #[test]
    fn a_new_change_forgets_what_was_taken_back() {
        let mut visit = visit(&[("a", "")]);
        let mut history = History::default();
        for title in ["eins", "zwei"] {
            let done = renamed(&visit, title);
            history.commit(&mut visit, done).unwrap();
        }
        let label = history.undo(&mut visit).unwrap().unwrap();
        assert_eq!(label.said(Lang::De), "Programmpunkt geändert: zwei");
        assert!(history.next_redo().is_some());
        let done = renamed(&visit, "drei");
        history.commit(&mut visit, done).unwrap();
        assert!(history.redo(&mut visit).is_none());
        assert_eq!((history.len(), history.is_empty()), (2, false));
    }

    #[test]
    fn what_was_done_since_is_known_although_something_was_taken_back() {
        let mut visit = visit(&[("a", "")]);
        let mut history = History::default();
        for title in ["eins", "zwei"] {
            let done = renamed(&visit, title);
            history.commit(&mut visit, done).unwrap();
        }
        let before = history.made();
        history.undo(&mut visit).unwrap().unwrap();
        let done = renamed(&visit, "drei");
        history.commit(&mut visit, done).unwrap();
        let since = |made| -> Vec<String> {
            let done = history.since(made);
            done.map(|one| one.label.said(Lang::De)).collect()
        };
        assert_eq!((history.len(), history.made()), (2, 3));
        assert_eq!(since(before), ["Programmpunkt geändert: drei"]);
        assert_eq!(since(0).len(), 2);
    }

    #[test]
    fn what_no_longer_fits_stands_and_keeps_nothing_else_from_being_taken_back() {
        let mut visit = visit(&[("a", ""), ("b", "")]);
        let mut history = History::default();
        let before = plan::set(&visit, "b", &edits("title=vorher"), asker(Lang::De)).unwrap();
        history.commit(&mut visit, before).unwrap();
        let done = renamed(&visit, "eins");
        history.commit(&mut visit, done).unwrap();
        let colleague = renamed(&visit, "Kollegin");
        apply(&mut visit, &colleague).unwrap();
        assert!(matches!(
            history.undo(&mut visit),
            Some(Err(Stale::Changed(..)))
        ));
        assert_eq!(visit.items.get("a").unwrap().title, "Kollegin".into());
        let label = history.undo(&mut visit).unwrap().unwrap();
        assert_eq!(label.said(Lang::De), "Programmpunkt geändert: vorher");
        assert!(history.undo(&mut visit).is_none());
        let since: Vec<String> = history
            .since(0)
            .map(|one| one.label.said(Lang::De))
            .collect();
        assert_eq!(since, ["Programmpunkt geändert: eins"]);
    }

    #[test]
    fn what_can_no_longer_be_done_again_is_let_go() {
        let mut visit = visit(&[("a", "")]);
        let mut history = History::default();
        for title in ["eins", "zwei"] {
            let done = renamed(&visit, title);
            history.commit(&mut visit, done).unwrap();
        }
        for _ in 0..2 {
            history.undo(&mut visit).unwrap().unwrap();
        }
        let colleague = renamed(&visit, "Kollegin");
        apply(&mut visit, &colleague).unwrap();
        for _ in 0..2 {
            assert!(matches!(history.redo(&mut visit), Some(Err(_))));
        }
        assert!(history.redo(&mut visit).is_none());
        assert_eq!(visit.items.get("a").unwrap().title, "Kollegin".into());
    }

    /// Somebody else changed meanwhile what was removed here.
    #[test]
    fn taking_back_a_removal_that_is_in_conflict_decides_for_the_record() {
        let base = visit(&[("a", "start=10:00 end=10:45"), ("b", "after=a")]);
        let theirs = {
            let mut theirs = base.clone();
            let done = renamed(&base, "Kollegin");
            apply(&mut theirs, &done).unwrap();
            theirs
        };
        let (mut ours, mut history) = (base.clone(), History::default());
        let earlier = plan::set(&ours, "b", &edits("title=vorher"), asker(Lang::De)).unwrap();
        history.commit(&mut ours, earlier).unwrap();
        let removal = plan::remove(&ours, "a", Lang::De).unwrap();
        history.commit(&mut ours, removal).unwrap();
        let merged = merge(&base, &ours, &theirs).unwrap().visit;
        let mut visit = merged.clone();
        history.undo(&mut visit).unwrap().unwrap();
        assert!(visit.conflicts.is_empty());
        assert_eq!((&visit.items, merged.conflicts.len()), (&merged.items, 1));
        // What was done before it can be taken back, and all of it can be done again.
        history.undo(&mut visit).unwrap().unwrap();
        assert_eq!(visit, theirs);
        for _ in 0..2 {
            history.redo(&mut visit).unwrap().unwrap();
        }
        assert_eq!(visit, merged);
    }

    #[test]
    fn taking_back_a_removal_of_what_somebody_made_again_leaves_that_and_ties_what_followed() {
        let start = visit(&[("a", "start=10:00 end=10:45"), ("b", "after=a")]);
        let (mut visit, mut history) = (start.clone(), History::default());
        let removal = plan::remove(&visit, "a", Lang::De).unwrap();
        history.commit(&mut visit, removal).unwrap();
        let old = start.record("a").unwrap().to_owned();
        let again = plan::make_again(&visit, &old, &edits("title=neu"), asker(Lang::De)).unwrap();
        apply(&mut visit, &again).unwrap();
        let made = visit.clone();
        history.undo(&mut visit).unwrap().unwrap();
        assert_eq!(visit.items.get("b"), start.items.get("b"));
        assert_eq!(visit.items.get("a"), made.items.get("a"));
        history.redo(&mut visit).unwrap().unwrap();
        assert_eq!(visit, made);
    }
}
