//! Precedence: who is greeted, seated and named first.
//!
//! There is no binding list in Germany. A number set by hand overrules everything; then the rank
//! group decides, and between equals: foreign before domestic, elected before appointed, seniority
//! in office, then the name.

use std::cmp::{Ordering, Reverse};

use super::{Participant, Side, Visit};
use crate::display;

/// The participants of one side in their precedence.
pub fn of_side(visit: &Visit, side: Side) -> Vec<&Participant> {
    let mut people: Vec<&Participant> = visit
        .participants
        .iter()
        .filter(|person| person.side == side)
        .collect();
    people.sort_by_cached_key(|person| key(person));
    people
}

/// All participants: guests, hosts, third parties, each in their precedence.
pub fn of_all(visit: &Visit) -> Vec<&Participant> {
    Side::ALL
        .iter()
        .flat_map(|side| of_side(visit, *side))
        .collect()
}

/// Which of two people of one side goes first.
pub fn compare(a: &Participant, b: &Participant) -> Ordering {
    key(a).cmp(&key(b))
}

fn key(person: &Participant) -> impl Ord + use<> {
    let last = u32::MAX;
    (
        // Whoever has no number by hand comes after those who have.
        person.order.unwrap_or(last),
        Reverse(person.head),
        Reverse(person.name.is_known()),
        person.rank.unwrap_or(last),
        Reverse(person.foreign),
        Reverse(person.elected),
        person.since.is_none(),
        person.since,
        display::fold(&format!("{} {}", person.name.family, person.name.given)),
        person.id.clone(),
    )
}
