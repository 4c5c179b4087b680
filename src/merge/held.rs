//! The last resort: ours as it is, and each record of theirs that differs held beside it.

use super::{Merged, all_ids, known};
use crate::model::{Conflict, Visit};

/// Ours, with a conflict for each record that theirs has otherwise.
pub(super) fn apart(sides: [&Visit; 3]) -> Merged {
    let [base, ours, theirs] = sides;
    let known = known::open(&base.conflicts, &ours.conflicts, &theirs.conflicts);
    let raised: Vec<Conflict> = all_ids(sides)
        .into_iter()
        .map(|id| sides.map(|side| side.record(id)))
        .filter(|[base, ours, theirs]| theirs != base && theirs != ours)
        .map(Conflict::of_record)
        .filter(|raised| !known.iter().any(|known| known.is_same(raised)))
        .collect();
    let count = raised.len();
    let mut visit = ours.clone();
    visit.conflicts = known.into_iter().chain(raised).collect();
    Merged {
        visit,
        raised: count,
    }
}
