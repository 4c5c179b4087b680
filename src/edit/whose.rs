//! Whose a version of a conflict is: whoever merged called their own side ours, which may have been
//! somebody else at another machine.

use super::{Change, History};
use crate::model::{AnyRecord, Conflict, Version};

impl History {
    /// Whether what a conflict calls the other version was made here, and what it calls ours was not.
    pub fn made_theirs(&self, conflict: &Conflict) -> bool {
        self.has_made(conflict, Version::Theirs) && !self.has_made(conflict, Version::Ours)
    }

    fn has_made(&self, conflict: &Conflict, version: Version) -> bool {
        let of_record = |change: &&Change| change.id() == conflict.id();
        let mut changes = self.changes().filter(of_record);
        let held = conflict.record(version);
        changes.any(|change| match conflict.field_info() {
            None => held == change.after.as_ref(),
            Some((at, _)) => {
                let is = |record: &Option<AnyRecord>| same_field(at, held, record.as_ref());
                is(&change.after) && !is(&change.before)
            }
        })
    }
}

/// Whether two records are of one kind and have the same in a field.
fn same_field(at: usize, one: Option<&AnyRecord>, other: Option<&AnyRecord>) -> bool {
    one.zip(other).is_some_and(|(one, other)| {
        let (one, other) = (one.as_ref(), other.as_ref());
        one.kind() == other.kind() && one.fields().value(at).same(other.fields().value(at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        merge::merge,
        model::Visit,
        plan::{
            self,
            tests::{
                asker,
                fixture::{edits, visit},
            },
        },
        words::Lang,
    };

    type Does = fn(&Visit) -> crate::edit::Transaction;

    fn titled(visit: &Visit, title: &str) -> crate::edit::Transaction {
        let edits = edits(&format!("title={title}"));
        plan::set(visit, "a", &edits, asker(Lang::De)).unwrap()
    }

    #[test]
    fn it_is_known_which_version_was_made_here_whoever_merged() {
        let base = visit(&[("a", "start=10:00"), ("b", "after=a")]);
        let removes: Does = |visit| plan::remove(visit, "a", Lang::De).unwrap();
        let (one, two): (Does, Does) = (|v| titled(v, "eins"), |v| titled(v, "zwei"));
        for (here, there) in [(one, two), (removes, two), (one, removes)] {
            let made = |does: Does| {
                let (mut visit, mut history) = (base.clone(), History::default());
                history.commit(&mut visit, does(&base)).unwrap();
                (visit, history)
            };
            let ((ours, mine), (theirs, others)) = (made(here), made(there));
            let merged = merge(&base, &ours, &theirs).unwrap().visit;
            let conflict = &merged.conflicts[0];
            assert!(!mine.made_theirs(conflict), "{conflict:?}");
            assert!(others.made_theirs(conflict), "{conflict:?}");
            assert!(mine.made_theirs(&conflict.clone().swapped()));
            assert!(!History::default().made_theirs(conflict));
        }
    }
}
