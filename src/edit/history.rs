//! Undo and redo without limit within a session.

use super::{Label, Stale, Transaction, apply};
use crate::model::Visit;

/// What was done and what was taken back, newest last; each with the number under which it was made.
#[derive(Debug, Default)]
pub struct History {
    done: Vec<(usize, Transaction)>,
    undone: Vec<(usize, Transaction)>,
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
    /// longer fits stays where it is.
    pub fn undo(&mut self, visit: &mut Visit) -> Option<Result<Label, Stale>> {
        step(&mut self.done, &mut self.undone, visit)
    }

    /// Does again what was taken back last.
    pub fn redo(&mut self, visit: &mut Visit) -> Option<Result<Label, Stale>> {
        step(&mut self.undone, &mut self.done, visit)
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
    pub fn labels_since(&self, made: usize) -> impl Iterator<Item = &Label> {
        let since = self.done.iter().filter(move |(number, _)| *number > made);
        since.map(|(_, transaction)| &transaction.label)
    }

    /// How many transactions were ever made, whether they stand or not: this only grows.
    pub const fn made(&self) -> usize {
        self.made
    }

    /// How many transactions stand.
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Whether nothing has been done.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
    }
}

/// Inverts the newest of one stack onto the other.
fn step(
    from: &mut Vec<(usize, Transaction)>,
    to: &mut Vec<(usize, Transaction)>,
    visit: &mut Visit,
) -> Option<Result<Label, Stale>> {
    let (number, transaction) = from.last()?;
    let (number, inverse) = (*number, transaction.clone().inverted());
    if let Err(stale) = apply(visit, &inverse) {
        return Some(Err(stale));
    }
    from.pop();
    let label = inverse.label.clone();
    to.push((number, inverse));
    Some(Ok(label))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
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
            let labels = history.labels_since(made);
            labels.map(|label| label.said(Lang::De)).collect()
        };
        assert_eq!((history.len(), history.made()), (2, 3));
        assert_eq!(since(before), ["Programmpunkt geändert: drei"]);
        assert_eq!(since(0).len(), 2);
    }

    #[test]
    fn what_no_longer_fits_stays_where_it_is() {
        let mut visit = visit(&[("a", "")]);
        let mut history = History::default();
        let done = renamed(&visit, "eins");
        history.commit(&mut visit, done).unwrap();
        let colleague = renamed(&visit, "Kollegin");
        apply(&mut visit, &colleague).unwrap();
        assert!(matches!(
            history.undo(&mut visit),
            Some(Err(Stale::Changed(..)))
        ));
        assert_eq!(history.len(), 1);
        assert_eq!(visit.items.get("a").unwrap().title, "Kollegin".into());
    }
}
