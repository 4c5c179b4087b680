//! How many people attend.

use crate::model::{Attendance, Participant, Visit};

/// How many people attend, as far as that is known.
pub(super) fn heads_of(attend: &Attendance, visit: &Visit) -> (u32, u32) {
    let attending = visit.participants.iter();
    attending
        .filter(|person| attend.part_of(person).is_some())
        .map(Participant::heads)
        .fold((0, 0), |(least, most), heads| {
            (least + heads.0, most + heads.1)
        })
}
