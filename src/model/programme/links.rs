//! What follows what: chains of items, their day, and letting one go.

use chrono::NaiveDate;

use super::times::Times;
use crate::model::{Clock, Id, Item, Slot, Start, Visit};

/// The day of an item, its own or that of the item that it follows.
pub fn day_of(visit: &Visit, id: &Id<Item>) -> Option<NaiveDate> {
    chain(visit, id).last()?.slot.day
}

/// Whether an item in the end follows itself.
pub fn goes_in_circles(visit: &Visit, item: &Item) -> bool {
    chain(visit, &item.id)
        .skip(1)
        .any(|earlier| earlier.id == item.id)
}

/// Whether an item would in the end follow itself if it followed `earlier`.
pub fn would_circle(visit: &Visit, item: &Id<Item>, earlier: &Id<Item>) -> bool {
    chain(visit, earlier).any(|link| link.id == *item)
}

/// The slot of an item that follows another as that of one which follows none: on the day and with
/// the start that it had.
pub fn untied(visit: &Visit, slot: &Slot) -> Slot {
    let Start::After(earlier) = &slot.start else {
        return slot.clone();
    };
    let Some(earlier) = visit.items.get(earlier) else {
        return slot
            .with(|parts| parts.start = Start::Open)
            .unwrap_or_default();
    };
    let before = Times::of_visit(visit).of_item(earlier);
    let zone = slot.zone.unwrap_or_else(|| visit.zone());
    let start = before.end.map(|end| zone.local(end.utc));
    let clock = start
        .zip(before.day)
        .and_then(|(start, day)| Clock::of(start, day));
    let at = |start| {
        slot.with(|parts| {
            parts.day = before.day;
            parts.start = start;
        })
    };
    clock
        .and_then(|clock| at(Start::At(clock)).ok())
        .or_else(|| at(Start::Open).ok())
        .unwrap_or_default()
}

/// An item, the one that it follows, the one that that follows, and so on; a circle is cut.
pub(super) fn chain<'a>(visit: &'a Visit, id: &Id<Item>) -> impl Iterator<Item = &'a Item> {
    let first = visit.items.get(id);
    std::iter::successors(first, |item| match &item.slot.start {
        Start::After(earlier) => visit.items.get(earlier),
        _ => None,
    })
    .take(visit.items.len() + 1)
}
