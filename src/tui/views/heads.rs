//! How many people attend.

use crate::model::{Attendance, Participant, Visit};

/// How many people attend, as far as that is known.
pub(super) fn heads_of(attend: &Attendance, visit: &Visit) -> (u32, u32) {
    let attends = |person: &&Participant| attend.part_of(person).is_some();
    Participant::heads_of(visit.participants.iter().filter(attends))
}
