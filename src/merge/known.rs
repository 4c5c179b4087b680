//! What was in conflict before a merge: settled on one side is settled.

use crate::model::Conflict;

/// The conflicts that are still open when both sides come together. One that both sides raised, each
/// calling its own side ours, is one.
pub(super) fn open(base: &[Conflict], ours: &[Conflict], theirs: &[Conflict]) -> Vec<Conflict> {
    let has = |side: &[Conflict], conflict: &Conflict| side.iter().any(|own| own.is_same(conflict));
    let stays =
        |conflict: &&Conflict, other: &[Conflict]| has(other, conflict) || !has(base, conflict);
    let mine = ours.iter().filter(|conflict| stays(conflict, theirs));
    let new = theirs
        .iter()
        .filter(|conflict| stays(conflict, ours) && !has(ours, conflict));
    mine.chain(new).cloned().collect()
}
