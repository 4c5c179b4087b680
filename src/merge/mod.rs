//! Three-way merge of whole visits, by record and field. What both sides changed differently is
//! kept as a [`Conflict`](crate::model::Conflict) in the visit; nothing is lost, and the result is
//! always a visit that can be opened.

mod circles;
mod consequences;
mod days;
mod held;
mod known;
mod records;
#[cfg(test)]
mod tests;
mod undecided;

use std::collections::BTreeSet;

use thiserror::Error;

use crate::{
    model::{AnyRef, Visit},
    say,
    words::{Lang, Speak},
};
use records::Merging;

/// A visit into which the changes of another were brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The visit.
    pub visit: Visit,
    /// How many conflicts the merge raised that neither side had before.
    pub raised: usize,
}

/// Why two visits cannot be merged.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.say(Lang::En))]
pub enum Unmergeable {
    /// They are different visits; their ids.
    OtherVisit(String, String),
}

impl Speak for Unmergeable {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::OtherVisit(ours, theirs) => say!(
                lang,
                "das sind zwei verschiedene Besuche ({ours} und {theirs}), die nicht zusammengeführt werden können; es wurde nichts geändert",
                "these are two different visits ({ours} and {theirs}), which cannot be merged; nothing was changed",
                "ce sont deux visites différentes ({ours} et {theirs}), qui ne peuvent être fusionnées\u{a0}; rien n’a été modifié"
            ),
        }
    }
}

/// Brings what happened between `base` and `theirs` into `ours`.
///
/// A field that only one side changed is taken, one that both changed alike too. Where both changed
/// it differently ours stands and a conflict is raised. What one side removed goes where the other
/// left it as it was; where the other changed it or refers to it anew, it stays with a conflict, and so
/// do the references to it.
///
/// The three are visits that can be opened; so is the result.
///
/// # Errors
/// The visits are not one and the same.
pub fn merge(base: &Visit, ours: &Visit, theirs: &Visit) -> Result<Merged, Unmergeable> {
    for other in [base, theirs] {
        if other.head.id != ours.head.id {
            let ids = [&ours.head.id, &other.head.id].map(ToString::to_string);
            let [ours, theirs] = ids;
            return Err(Unmergeable::OtherVisit(ours, theirs));
        }
    }
    let decided = undecided::decided(base, ours, theirs);
    let before = &*undecided::before(base, &decided);
    let mut disputed = BTreeSet::new();
    let merged = loop {
        let [ours, theirs] = [ours, theirs].map(|s| consequences::put_off(base, s, &disputed));
        let merging = Merging::of([before, &ours, &theirs], base, &decided);
        let count = disputed.len();
        disputed.extend(merging.disputed().cloned());
        if disputed.len() == count {
            break merging.finish();
        }
    };
    if merged.visit.faults().is_empty() {
        return Ok(merged);
    }
    Ok(held::apart([base, ours, theirs]))
}

/// The id of each record that there is on any side.
fn all_ids(sides: [&Visit; 3]) -> BTreeSet<&str> {
    let records = sides.into_iter().flat_map(Visit::all_records);
    records.map(AnyRef::id).collect()
}
