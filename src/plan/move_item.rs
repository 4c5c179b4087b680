//! Moving an item to another day or time.

use chrono::NaiveDate;

use super::{Draft, Refusal, find, retime, rules::check_day};
use crate::{
    edit::{Label, Transaction},
    model::{Clock, Item, Slot, Start, Visit, programme},
    words::{Lang, Said},
};

/// Where an item is moved to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// To a day, with the time that it has.
    Day(NaiveDate),
    /// To a time, on the day that it has.
    Time(Clock),
    /// To a day and a time.
    DayAndTime(NaiveDate, Clock),
    /// Off its day, still to be placed, with the time that it has.
    Unplaced,
}

/// Moves an item and keeps its length. Items that follow it come along; an item that follows
/// another loses that tie and keeps the start that it had. A fixed start may be moved so: whoever
/// names the new time means it.
pub fn move_item(visit: &Visit, id: &str, to: Target, lang: Lang) -> Result<Transaction, Refusal> {
    let item = find::item(visit, id)?;
    let alone = programme::untied(visit, &item.slot);
    let slot = match to {
        Target::Day(day) => on_day(visit, item, &alone, day),
        Target::Time(clock) => alone.starting(clock),
        Target::DayAndTime(day, clock) => alone.moved_to(day).and_then(|slot| slot.starting(clock)),
        Target::Unplaced => alone.with(|parts| (parts.day, parts.until) = (None, None)),
    };
    let slot = retime::on_its_day(slot, visit, item, lang)?;
    if slot == item.slot {
        return Err(Refusal::NothingToDo);
    }
    check_day(slot.day, visit)?;
    check_day(slot.until, visit)?;
    let mut draft = Draft::new(visit);
    retime::put(&mut draft, id, slot);
    let label = Label::new(label(item, to), find::item_title(visit, item, lang));
    Ok(draft.finish(label))
}

/// A follower that is on the day already stays one.
fn on_day(
    visit: &Visit,
    item: &Item,
    alone: &Slot,
    day: NaiveDate,
) -> Result<Slot, crate::model::SlotError> {
    let follows = matches!(item.slot.start, Start::After(_));
    if follows && programme::day_of(visit, &item.id) == Some(day) {
        return Ok(item.slot.clone());
    }
    alone.moved_to(day)
}

fn label(item: &Item, to: Target) -> Said {
    let is_placed = item.slot.day.is_some() || matches!(item.slot.start, Start::After(_));
    match to {
        Target::Unplaced => Said::new(
            "Programmpunkt vom Tag genommen",
            "item taken off its day",
            "point retiré de sa journée",
        ),
        Target::Day(_) | Target::DayAndTime(..) if !is_placed => Said::new(
            "Programmpunkt eingeordnet",
            "item placed",
            "point placé au programme",
        ),
        _ => Said::new("Programmpunkt verschoben", "item moved", "point déplacé"),
    }
}
