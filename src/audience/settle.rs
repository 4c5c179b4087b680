//! What stays of an item when others, or groups of people, are not to be known.

use std::collections::HashSet;

use crate::model::{
    Attendance, Base, Clock, Id, Item, Part, Participant, Programme, Slot, Start, Visit,
};

/// The items that are not to be known.
pub(super) type Hidden = HashSet<Id<Item>>;

/// The slot of an item whose predecessor is hidden: it begins about when it did, by its own clock,
/// since what only follows has no exact time on anybody's paper; where no clock said so, after the
/// nearest earlier item that is not hidden, else at an open time. None where the predecessor is not
/// hidden, so that the slot stays.
pub(super) fn slot(
    item: &Item,
    visit: &Visit,
    programme: &Programme,
    hidden: &Hidden,
) -> Option<Slot> {
    let Start::After(before) = &item.slot.start else {
        return None;
    };
    if !hidden.contains(before) {
        return None;
    }
    let placed = programme.find(item.id.as_str());
    let day = placed.and_then(|placed| placed.day);
    let clock = placed
        .and_then(|placed| placed.start)
        .zip(day)
        .and_then(|(start, day)| Clock::of(start.local, day));
    let begin = match clock {
        Some(clock) => Start::About(clock),
        None => earlier(before, visit, hidden).map_or(Start::Open, Start::After),
    };
    let begins = |start: Start| {
        item.slot.with(|parts| {
            parts.day = day.filter(|_| !matches!(start, Start::After(_)));
            parts.start = start;
        })
    };
    let slot = begins(begin).or_else(|_| begins(Start::Open));
    Some(slot.unwrap_or_default())
}

/// The nearest item before a hidden one that is not hidden itself.
fn earlier(from: &Id<Item>, visit: &Visit, hidden: &Hidden) -> Option<Id<Item>> {
    let mut at = from;
    for _ in 0..=hidden.len() {
        match &visit.items.get(at)?.slot.start {
            Start::After(before) if hidden.contains(before) => at = before,
            Start::After(before) => return Some(before.clone()),
            _ => return None,
        }
    }
    None
}

/// An attendance without those who may stay away, that names no group but its members by themselves.
pub(super) fn who_surely_attends(attend: &Attendance, visit: &Visit) -> Attendance {
    let attends = |person: &&Participant| attend.part_of(person) == Some(Part::Attends);
    if matches!(attend.base, Base::Group(_)) {
        let people = visit.participants.iter().filter(attends);
        return Attendance::only(people.map(|person| person.id.clone()));
    }
    let may_stay_away = visit
        .participants
        .iter()
        .filter(|person| attend.part_of(person) == Some(Part::Optional));
    may_stay_away.fold(attend.clone(), |attend, person| attend.with(person, None))
}
