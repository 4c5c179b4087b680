//! Items that would follow each other in a circle when both sides come together.

use std::collections::{BTreeMap, BTreeSet};

use super::records::Merging;
use crate::model::{AnyRef, Item, Start, Visit, field::index_of};

const SLOT: usize = index_of(Item::FIELDS, "slot");

impl Merging<'_> {
    /// Lets each item of a circle begin as in ours. Each side is without circles, so that what then
    /// follows what is, too.
    pub(super) fn cut_circles(&mut self) {
        loop {
            let torn: Vec<String> = in_circles(&self.followed())
                .into_iter()
                .filter(|id| self.differs(id, SLOT) && !self.is_torn(id, SLOT))
                .collect();
            if torn.is_empty() {
                return;
            }
            for id in torn {
                self.tear(&id, SLOT);
            }
        }
    }

    /// What each item follows as merged and, where its slot is torn, as either side has it.
    fn followed(&self) -> BTreeMap<String, BTreeSet<String>> {
        let [_, ours, theirs] = self.sides;
        let mut followed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut note = |visit: &Visit, id: &str| {
            if let Some(AnyRef::Item(item)) = visit.record(id)
                && let Start::After(earlier) = &item.slot.start
            {
                let all = followed.entry(id.to_owned()).or_default();
                all.insert(earlier.to_string());
            }
        };
        for item in self.visit.items.iter() {
            note(&self.visit, item.id.as_str());
            if self.is_torn(item.id.as_str(), SLOT) {
                note(ours, item.id.as_str());
                note(theirs, item.id.as_str());
            }
        }
        followed
    }
}

/// Those that in the end follow themselves, or stand between two circles.
fn in_circles(followed: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let mut left: BTreeSet<&String> = followed.keys().collect();
    loop {
        let before = left.len();
        let follows: BTreeSet<&String> = left
            .iter()
            .filter(|id| followed[**id].iter().any(|earlier| left.contains(&earlier)))
            .copied()
            .collect();
        let earlier: BTreeSet<&String> = follows.iter().flat_map(|id| &followed[*id]).collect();
        left = follows.intersection(&earlier).copied().collect();
        if left.len() == before {
            return left.into_iter().cloned().collect();
        }
    }
}
