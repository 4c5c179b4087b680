//! Giving an item another slot, with what hangs on its start.

use super::{Draft, Refusal, find};
use crate::{
    model::{Clock, Item, Programme, Slot, SlotError, Visit},
    words::Lang,
};

/// Puts an item with another slot into the draft.
pub(super) fn put(draft: &mut Draft<'_>, id: &str, slot: Slot) {
    draft.update(id, |item: &mut Item| item.slot = slot);
}

/// Lets the media call and the check-in of every item keep their distance to its start, also where
/// it begins at another time only because what it follows does.
pub(super) fn calls_follow(draft: &mut Draft<'_>) {
    let (visit, next) = (draft.visit(), draft.preview());
    let (was, is) = (Programme::of(visit), Programme::of(&next));
    let has_call = |item: &&Item| item.media_time.is_some() || item.check_in.is_some();
    for item in visit.items.iter().filter(has_call) {
        let begins = |visit: &Visit, programme: &Programme| {
            let start = visit.items.get(&item.id)?.slot.start.clock();
            start.or_else(|| {
                let placed = programme.find(item.id.as_str())?;
                Clock::of(placed.start?.local, placed.day?)
            })
        };
        let (Some(from), Some(to)) = (begins(visit, &was), begins(&next, &is)) else {
            continue;
        };
        let by = i64::from(to.minutes()) - i64::from(from.minutes());
        let moved = |clock: Clock| clock.shifted(by).unwrap_or(clock);
        draft.update(item.id.as_str(), |item: &mut Item| {
            item.media_time = item.media_time.map(moved);
            item.check_in = item.check_in.map(moved);
        });
    }
}

/// The slot so many minutes later, but not past the night after its day: there nobody would look for
/// it. What lies further already was put there by somebody who named the time, and may move within
/// that day.
pub(super) fn within_its_night(
    slot: &Slot,
    minutes: i64,
    visit: &Visit,
    item: &Item,
    lang: Lang,
) -> Result<Slot, Refusal> {
    let next = on_its_day(slot.shifted(minutes), visit, item, lang)?;
    if let (Some(from), Some(to)) = (slot.start.clock(), next.start.clock())
        && to > from
        && !to.is_of_its_day()
        && (from.is_of_its_day() || from.plus() != to.plus())
    {
        return Err(Refusal::LeavesDay(find::item_title(visit, item, lang)));
    }
    Ok(next)
}

/// Says which item it is whose time would lie off its day.
pub(super) fn on_its_day(
    slot: Result<Slot, SlotError>,
    visit: &Visit,
    item: &Item,
    lang: Lang,
) -> Result<Slot, Refusal> {
    slot.map_err(|error| match error {
        SlotError::OutOfReach => Refusal::LeavesDay(find::item_title(visit, item, lang)),
        other => Refusal::Slot(other),
    })
}
