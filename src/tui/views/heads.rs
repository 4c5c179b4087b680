//! How many people attend.

use crate::{
    model::{Attendance, Participant, Visit},
    words::{Lang, plural, shared},
};

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

/// So many people, or from so many to so many.
pub(super) fn people((least, most): (u32, u32), lang: Lang) -> String {
    let number = if least == most {
        most.to_string()
    } else {
        format!("{least}–{most}")
    };
    let word = plural(most as usize, shared::PERSON, shared::PEOPLE, lang);
    format!("{number} {word}")
}
