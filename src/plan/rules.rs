//! What must hold for a record as a whole, beyond each field.

use chrono::NaiveDate;

use super::Refusal;
use crate::{
    model::{
        AnyRecord, Clock, End, Head, Item, Letter, Slot, SlotError, Start, Visit, Zone, programme,
        visit::MOST_DAYS,
    },
    words::Said,
};

/// Checks a record as a whole. What was so before and was not touched is let pass, so that a file
/// that came with a mistake can be put right step by step.
pub(super) fn check(before: &AnyRecord, after: &AnyRecord, visit: &Visit) -> Result<(), Refusal> {
    let title = Said::new("ein Titel", "a title", "un intitulé");
    let name = Said::new("ein Name", "a name", "un nom");
    let (is_nameless, needs) = match after {
        AnyRecord::Visit(head) => (head.title.is_empty(), title),
        AnyRecord::Item(item) => (item.title.is_empty(), title),
        AnyRecord::Task(task) => (task.title.is_empty(), title),
        AnyRecord::Place(place) => (place.name.is_empty(), name),
        AnyRecord::Vehicle(vehicle) => (vehicle.name.is_empty(), name),
        // Somebody without a name is N. N., and a letter is known by its kind and parties.
        AnyRecord::Participant(_) | AnyRecord::Letter(_) => (false, name),
    };
    if is_nameless {
        return Err(Refusal::Needs(after.kind(), needs));
    }
    check_but_name(before, after, visit)
}

/// The same for a record that may still get its name.
pub(super) fn check_but_name(
    before: &AnyRecord,
    after: &AnyRecord,
    visit: &Visit,
) -> Result<(), Refusal> {
    match (before, after) {
        (AnyRecord::Visit(before), AnyRecord::Visit(head)) => check_head(before, head),
        (AnyRecord::Item(before), AnyRecord::Item(item)) if before.slot != item.slot => {
            check_slot(item, visit)
        }
        (AnyRecord::Letter(before), AnyRecord::Letter(letter)) if before.steps != letter.steps => {
            check_steps(letter)
        }
        _ => Ok(()),
    }
}

fn check_head(before: &Head, head: &Head) -> Result<(), Refusal> {
    let countries = [
        (&before.host_country, &head.host_country),
        (&before.guest_country, &head.guest_country),
    ];
    for (_, country) in countries.into_iter().filter(|(was, is)| was != is) {
        let is_code = country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase());
        if !country.is_empty() && !is_code {
            return Err(Refusal::NotACountry(country.clone()));
        }
    }
    if (before.first, before.last) == (head.first, head.last) {
        return Ok(());
    }
    check_days(head)
}

/// The days of a visit are in order, and not so many that somebody must have mistyped a year.
pub(super) fn check_days(head: &Head) -> Result<(), Refusal> {
    match (head.first, head.last) {
        (Some(first), Some(last)) if last < first || (last - first).num_days() > MOST_DAYS => {
            Err(Refusal::DaysOfVisit(first, last))
        }
        (None, Some(_)) => Err(Refusal::NoDays),
        _ => Ok(()),
    }
}

fn check_slot(item: &Item, visit: &Visit) -> Result<(), Refusal> {
    if let Start::After(earlier) = &item.slot.start
        && programme::would_circle(visit, &item.id, earlier)
    {
        return Err(Refusal::Circle(super::find::item_title(
            visit,
            item,
            visit.main_lang(),
        )));
    }
    check_day(item.slot.day, visit)?;
    check_day(item.slot.until, visit)?;
    check_clocks(&item.slot, visit)
}

/// An end on another clock is after the start in truth. The zone of the visit is not known to the
/// slot, nor how far its zones are apart on its day.
fn check_clocks(slot: &Slot, visit: &Visit) -> Result<(), Refusal> {
    let (Some(start), End::At(end), Some(end_zone)) = (slot.start.clock(), slot.end, slot.end_zone)
    else {
        return Ok(());
    };
    let zone = slot.zone.unwrap_or_else(|| visit.zone());
    let day = slot.day;
    let instant = |zone: Zone, clock: Clock, day: Option<NaiveDate>| {
        day.and_then(|day| clock.on(day))
            .map(|at| zone.instant(at).0)
    };
    let is_after = match (
        instant(zone, start, day),
        instant(end_zone, end, slot.until.or(day)),
    ) {
        (Some(start), Some(end)) => start < end,
        _ => zone != end_zone || start < end,
    };
    if is_after {
        return Ok(());
    }
    Err(Refusal::Slot(SlotError::EndBeforeStart(start, end)))
}

/// A day, where one is given, has to be one of the visit's.
pub(super) fn check_day(day: Option<NaiveDate>, visit: &Visit) -> Result<(), Refusal> {
    match (day, visit.head.first, visit.head.last.or(visit.head.first)) {
        (None, _, _) => Ok(()),
        (Some(day), Some(first), Some(last)) if first <= day && day <= last => Ok(()),
        (Some(day), Some(first), Some(last)) => Err(Refusal::OutsideVisit(day, first, last)),
        (Some(_), _, _) => Err(Refusal::NoDays),
    }
}

/// What begins later than the night after its day begins on one of the visit's days too.
pub(super) fn check_morning_after(slot: &Slot, visit: &Visit) -> Result<(), Refusal> {
    let start = slot.start.clock().filter(|clock| !clock.is_of_its_day());
    let begins = start.zip(slot.day).and_then(|(clock, day)| clock.on(day));
    check_day(begins.map(|begins| begins.date()), visit)
}

fn check_steps(letter: &Letter) -> Result<(), Refusal> {
    for pair in letter.steps.0.windows(2) {
        let [from, to] = pair else { continue };
        if from.state != to.state && !from.state.next().contains(&to.state) {
            return Err(Refusal::Step(from.state, to.state));
        }
        if let (Some(earlier), Some(later)) = (from.date, to.date)
            && later < earlier
        {
            return Err(Refusal::StepsOutOfOrder(earlier, later));
        }
    }
    Ok(())
}
