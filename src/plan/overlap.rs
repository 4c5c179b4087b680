//! What overlaps after items were moved, so that it can be shown.

use crate::{
    display,
    model::{Id, Item, ItemStatus, Placed, Programme, Start, Visit, programme},
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

/// The overlaps of a visit that another one, as it was before, did not have or had shorter.
pub(super) fn new_overlaps(
    before: (&Visit, &Programme),
    after: (&Visit, &Programme),
    day: Option<chrono::NaiveDate>,
    lang: Lang,
) -> Vec<Overlap> {
    let Some(day) = day else { return Vec::new() };
    let was = on_day(before.0, before.1, day, lang);
    let is_new = |now: &Overlap| {
        !was.iter().any(|old| {
            let same = (&old.earlier, &old.later) == (&now.earlier, &now.later)
                || (&old.later, &old.earlier) == (&now.earlier, &now.later);
            same && old.minutes >= now.minutes
        })
    };
    let mut found = on_day(after.0, after.1, day, lang);
    found.retain(is_new);
    found
}

/// The overlaps of a day, in the order of the programme.
fn on_day(
    visit: &Visit,
    programme: &Programme,
    day: chrono::NaiveDate,
    lang: Lang,
) -> Vec<Overlap> {
    let timed: Vec<(&Placed, &Item)> = programme
        .day(day)
        .iter()
        .filter_map(|placed| Some((placed, visit.items.get(&placed.id)?)))
        .filter(|(placed, item)| counts(placed, item))
        .collect();
    let mut found = Vec::new();
    for (at, (one, item)) in timed.iter().enumerate() {
        for (other, next) in &timed[at + 1..] {
            let Some((earlier, later, minutes)) = overlap(one, other) else {
                continue;
            };
            if either_or(item, next) || programme::are_parallel(visit, one, other) {
                continue;
            }
            let title = |placed: &Placed| {
                let item = visit.items.get(&placed.id);
                item.map_or_else(String::new, |item| {
                    super::find::item_title(visit, item, lang)
                })
            };
            found.push(Overlap {
                titles: [title(earlier), title(later)],
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
fn overlap<'a>(a: &'a Placed, b: &'a Placed) -> Option<(&'a Placed, &'a Placed, i64)> {
    let (earlier, later) = if b.start?.utc < a.start?.utc {
        (b, a)
    } else {
        (a, b)
    };
    let (end, start) = (earlier.end?.utc, later.start?.utc);
    let until = later.end.map_or(end, |later| later.utc.min(end));
    let minutes = (until - start).num_minutes();
    (minutes > 0).then_some((earlier, later, minutes))
}
