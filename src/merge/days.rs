//! The first and the last day of a visit, of which each side may have changed one.

use chrono::NaiveDate;

use super::records::Merging;
use crate::model::{Head, field::index_of, visit::MOST_DAYS};

const FIELDS: [usize; 2] = [
    index_of(Head::FIELDS, "first"),
    index_of(Head::FIELDS, "last"),
];

type Days = (Option<NaiveDate>, Option<NaiveDate>);

impl Merging<'_> {
    /// Lets both days be as in ours where those of both sides do not go together.
    pub(super) fn keep_days(&mut self) {
        let [_, ours, theirs] = self.sides.map(|side| (side.head.first, side.head.last));
        let mixed = [(ours.0, theirs.1), (theirs.0, ours.1)];
        let merged = (self.visit.head.first, self.visit.head.last);
        let id = self.visit.head.id.to_string();
        let is_torn = FIELDS.map(|at| self.is_torn(&id, at));
        // What could come to stand: as merged, and where one is torn, also with the other's.
        let possible = mixed
            .into_iter()
            .filter(|days| *days == merged || is_torn.contains(&true));
        let is_apart = |days: &Days| ![ours, theirs].contains(days) && !go_together(*days);
        if !possible.into_iter().any(|days| is_apart(&days)) {
            return;
        }
        for at in FIELDS {
            if self.differs(&id, at) {
                self.tear(&id, at);
            }
        }
    }
}

/// Whether a visit can have these days.
fn go_together((first, last): Days) -> bool {
    match (first, last) {
        (Some(first), Some(last)) => (0..=MOST_DAYS).contains(&(last - first).num_days()),
        (None, Some(_)) => false,
        _ => true,
    }
}
