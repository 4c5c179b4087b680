//! Shifting an item, and what comes after it, by some minutes.

use super::{Draft, Overlap, Refusal, find, overlap::new_overlaps, retime};
use crate::{
    edit::{Label, Transaction},
    model::{Item, ItemStatus, Placed, Programme, Slot, Start, Visit, programme},
    words::{Lang, Said},
};

/// A shift, and what then overlaps that did not before.
#[derive(Debug, Clone, PartialEq)]
pub struct Shifted {
    /// The shift.
    pub transaction: Transaction,
    /// What to tell about it.
    pub overlaps: Vec<Overlap>,
}

/// Shifts an item by so many minutes, negative ones to an earlier time; with `rest` also the soft
/// items after it on its day up to the next fixed one.
///
/// Items that run at the same time for other people stay, and so do cancelled ones, items without a
/// time and those of several days. Nothing is shifted past the night after its day. Followers come
/// along. A fixed item is refused: it is moved by
/// naming its time ([`super::move_item()`]) or by making it soft.
pub fn shift(
    visit: &Visit,
    id: &str,
    minutes: i64,
    rest: bool,
    lang: Lang,
) -> Result<Shifted, Refusal> {
    let item = find::item(visit, id)?;
    if let Start::After(earlier) = &item.slot.start {
        let title = |item| find::item_title(visit, item, lang);
        return Err(Refusal::Follows {
            title: title(item),
            earlier: title(find::item(visit, earlier.as_str())?),
        });
    }
    let what = Said::new("Programmpunkt verschoben", "item moved", "point déplacé");
    let several = Said::new(
        "Programmpunkte verschoben ab",
        "items moved from",
        "points déplacés à partir de",
    );
    let what = if rest { several } else { what };
    shifted(visit, item, &item.slot, minutes, rest, lang, what)
}

/// Opens a gap before an item: it and the soft items after it move by so many minutes. An item that
/// follows another loses that tie, since it no longer follows at once.
pub fn make_room(visit: &Visit, id: &str, minutes: u16, lang: Lang) -> Result<Shifted, Refusal> {
    let item = find::item(visit, id)?;
    let slot = programme::untied(visit, &item.slot);
    let what = Said::new(
        "Platz geschaffen vor",
        "room made before",
        "place faite avant",
    );
    shifted(visit, item, &slot, minutes.into(), true, lang, what)
}

fn shifted(
    visit: &Visit,
    item: &Item,
    slot: &Slot,
    minutes: i64,
    rest: bool,
    lang: Lang,
    what: Said,
) -> Result<Shifted, Refusal> {
    let title = find::item_title(visit, item, lang);
    if slot.fixed {
        return Err(Refusal::Fixed(title));
    }
    if slot.start.clock().is_none() {
        return Err(Refusal::NoTime(title));
    }
    if minutes == 0 {
        return Err(Refusal::NothingToDo);
    }
    let day = programme::day_of(visit, &item.id);
    let on_day = |visit: &Visit| day.map_or_else(Vec::new, |day| Programme::of_day(visit, day));
    let was = on_day(visit);
    let mut draft = Draft::new(visit);
    let own = retime::within_its_night(slot, minutes, visit, item, lang)?;
    retime::put(&mut draft, item.id.as_str(), own);
    let after = if rest {
        soft_after(visit, &was, item)
    } else {
        Vec::new()
    };
    for later in after {
        let slot = retime::within_its_night(&later.slot, minutes, visit, later, lang)?;
        retime::put(&mut draft, later.id.as_str(), slot);
    }
    retime::calls_follow(&mut draft);
    let next = draft.preview();
    let overlaps = new_overlaps((visit, &was), (&next, &on_day(&next)), lang);
    let transaction = draft.finish(Label::new(what, title));
    Ok(Shifted {
        transaction,
        overlaps,
    })
}

/// The items after this one on its day that move with it.
fn soft_after<'a>(visit: &'a Visit, on_day: &[Placed], item: &Item) -> Vec<&'a Item> {
    let Some(at) = on_day.iter().position(|placed| placed.id == item.id) else {
        return Vec::new();
    };
    let own = &on_day[at];
    let moves =
        |placed: &&Placed| placed.until.is_none() && !programme::are_parallel(visit, own, placed);
    on_day[at + 1..]
        .iter()
        .filter(moves)
        .filter_map(|placed| visit.items.get(&placed.id))
        .filter(|later| later.status != ItemStatus::Cancelled)
        .filter(|later| later.slot.start.clock().is_some())
        .take_while(|later| !later.slot.fixed)
        .collect()
}

#[cfg(test)]
mod tests;
