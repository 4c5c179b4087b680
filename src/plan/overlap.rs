//! What overlaps after items were moved, so that it can be shown.

use super::find;
use crate::{
    display,
    model::{Id, Item, ItemStatus, Placed, Start, Visit, programme},
    say,
    words::{Lang, Speak, quoted, time},
};

/// Two items of one day that somebody would have to attend at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap {
    /// The one that begins first.
    pub earlier: Id<Item>,
    /// The one that begins before the other has ended.
    pub later: Id<Item>,
    /// For how many minutes both run.
    pub minutes: i64,
    /// What they are called, in that order.
    pub titles: [String; 2],
}

impl Speak for Overlap {
    fn say(&self, lang: Lang) -> String {
        let [earlier, later] = self
            .titles
            .each_ref()
            .map(|title| quoted(&display::safe(title), lang));
        let minutes = time::duration(self.minutes, lang);
        say!(
            lang,
            "{earlier} und {later} überschneiden sich um {minutes}",
            "{earlier} and {later} overlap by {minutes}",
            "{earlier} et {later} se chevauchent de {minutes}"
        )
    }
}

/// The overlaps of a day that it did not have before, or had shorter.
pub(super) fn new_overlaps(
    before: (&Visit, &[Placed]),
    after: (&Visit, &[Placed]),
    lang: Lang,
) -> Vec<Overlap> {
    let was = on_day(before.0, before.1, lang);
    let is_new = |now: &Overlap| {
        !was.iter().any(|old| {
            let same = (&old.earlier, &old.later) == (&now.earlier, &now.later)
                || (&old.later, &old.earlier) == (&now.earlier, &now.later);
            same && old.minutes >= now.minutes
        })
    };
    let mut found = on_day(after.0, after.1, lang);
    found.retain(is_new);
    found
}

/// The overlaps of a day, in the order of the programme.
fn on_day(visit: &Visit, day: &[Placed], lang: Lang) -> Vec<Overlap> {
    let timed: Vec<(&Placed, &Item)> = day
        .iter()
        .filter_map(|placed| Some((placed, visit.items.get(&placed.id)?)))
        .filter(|(placed, item)| counts(placed, item))
        .collect();
    let mut found = Vec::new();
    for (at, &one) in timed.iter().enumerate() {
        for &other in &timed[at + 1..] {
            let Some((earlier, later, minutes)) = overlap(one, other) else {
                continue;
            };
            if either_or(one.1, other.1) || programme::are_parallel(visit, one.0, other.0) {
                continue;
            }
            found.push(Overlap {
                titles: [earlier, later].map(|item| find::item_title(visit, item, lang)),
                earlier: earlier.id.clone(),
                later: later.id.clone(),
                minutes,
            });
        }
    }
    found
}

fn counts(placed: &Placed, item: &Item) -> bool {
    placed.until.is_none()
        && placed.start.is_some()
        && item.slot.start != Start::AllDay
        && item.status != ItemStatus::Cancelled
}

/// Only one of two alternatives takes place.
fn either_or(one: &Item, other: &Item) -> bool {
    one.alternative_to.as_ref() == Some(&other.id) || other.alternative_to.as_ref() == Some(&one.id)
}

/// Which of two begins first, which later, and for how long both run; an item without an end is a
/// point in time.
fn overlap<'a>(
    a: (&Placed, &'a Item),
    b: (&Placed, &'a Item),
) -> Option<(&'a Item, &'a Item, i64)> {
    let is_later = b.0.start?.utc < a.0.start?.utc;
    let (earlier, later) = if is_later { (b, a) } else { (a, b) };
    let (end, start) = (earlier.0.end?.utc, later.0.start?.utc);
    let until = later.0.end.map_or(end, |later| later.utc.min(end));
    let minutes = (until - start).num_minutes();
    (minutes > 0).then_some((earlier.1, later.1, minutes))
}
