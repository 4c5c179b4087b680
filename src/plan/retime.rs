//! Giving an item another slot, with what hangs on its start.

use super::{Draft, Refusal, find};
use crate::{
    model::{Clock, Item, Slot, SlotError, Visit},
    words::Lang,
};

/// Puts an item with another slot into the draft. Its media call and its check-in keep their
/// distance to the start.
pub(super) fn put(draft: &mut Draft<'_>, id: &str, slot: Slot) {
    draft.update(id, |item: &mut Item| {
        let clocks = item.slot.start.clock().zip(slot.start.clock());
        let by = clocks.map_or(0, |(from, to)| {
            i64::from(to.minutes()) - i64::from(from.minutes())
        });
        let moved = |clock: Clock| clock.shifted(by).unwrap_or(clock);
        item.media_time = item.media_time.map(moved);
        item.check_in = item.check_in.map(moved);
        item.slot = slot;
    });
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
