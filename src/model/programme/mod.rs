//! The programme in order: each item with its day and instants worked out, chains followed,
//! parallel items told apart.

mod links;
mod order;
mod times;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};

use super::{ClockChange, Id, Item, Visit};

pub use links::{day_of, goes_in_circles, untied, would_circle};
pub(crate) use order::are_parallel;
use order::{grouped, in_order, leave_no_group_of_one};
use times::Times;

/// A point in time, as the clock on the spot shows it and in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Local date and time.
    pub local: NaiveDateTime,
    /// The instant in UTC.
    pub utc: NaiveDateTime,
}

/// An item with its place in the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The item.
    pub id: Id<Item>,
    /// Its first day, its own or that of the item that it follows; none while still to be placed.
    pub day: Option<NaiveDate>,
    /// Its last day, where there are several.
    pub until: Option<NaiveDate>,
    /// When it begins, where a clock says so.
    pub start: Option<Moment>,
    /// When it ends, where a clock says so.
    pub end: Option<Moment>,
    /// What a clock change did to its start.
    pub change: Option<ClockChange>,
    /// The group of parallel items of its day that it belongs to, counted from 0.
    pub parallel: Option<usize>,
}

impl Placed {
    /// Which day of how many a given day is for an item of several days: `(2, 3)`.
    pub fn day_of_days(&self, day: NaiveDate) -> Option<(i64, i64)> {
        let (first, last) = (self.day?, self.until?);
        Some(((day - first).num_days() + 1, (last - first).num_days() + 1))
    }
}

/// All items of a visit in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Programme {
    days: BTreeMap<NaiveDate, Vec<Placed>>,
    unplaced: Vec<Placed>,
}

impl Programme {
    /// Works out the programme of a visit.
    pub fn of(visit: &Visit) -> Self {
        Self::of_items(visit, visit.items.iter())
    }

    /// The items of one day in order, several-day ones first, without working out the others.
    pub fn of_day(visit: &Visit, day: NaiveDate) -> Vec<Placed> {
        let on_day =
            |item: &&Item| item.slot.until.is_some() || day_of(visit, &item.id) == Some(day);
        let mut some = Self::of_items(visit, visit.items.iter().filter(on_day));
        some.days.remove(&day).unwrap_or_default()
    }

    fn of_items<'a>(visit: &'a Visit, items: impl Iterator<Item = &'a Item>) -> Self {
        let mut times = Times::of_visit(visit);
        let mut by_day: BTreeMap<Option<NaiveDate>, Vec<Placed>> = BTreeMap::new();
        for item in items {
            let placed = times.of_item(item);
            by_day.entry(placed.day).or_default().push(placed);
        }
        let unplaced = in_order(visit, by_day.remove(&None).unwrap_or_default());
        let mut days: BTreeMap<NaiveDate, Vec<Placed>> = BTreeMap::new();
        for (day, placed) in by_day {
            let Some(day) = day else { continue };
            days.entry(day).or_default().extend(placed);
        }
        let long: Vec<Placed> = days
            .values()
            .flatten()
            .filter(|p| p.until.is_some())
            .cloned()
            .collect();
        for placed in long {
            let (Some(first), Some(until)) = (placed.day, placed.until) else {
                continue;
            };
            // A file may claim centuries; the visit's own days are what is shown.
            let later = first
                .iter_days()
                .skip(1)
                .take_while(|day| *day <= until)
                .take(400);
            for day in later {
                days.entry(day).or_default().push(placed.clone());
            }
        }
        let days = days
            .into_iter()
            .map(|(day, placed)| (day, grouped(visit, in_order(visit, placed))))
            .collect();
        Self { days, unplaced }
    }

    /// The items of a day, several-day ones first.
    pub fn day(&self, day: NaiveDate) -> &[Placed] {
        self.days.get(&day).map_or(&[], Vec::as_slice)
    }

    /// The items still to be placed on a day.
    pub fn unplaced(&self) -> &[Placed] {
        &self.unplaced
    }

    /// Every day that has items, with them.
    pub fn days(&self) -> impl Iterator<Item = (NaiveDate, &[Placed])> {
        self.days
            .iter()
            .map(|(day, placed)| (*day, placed.as_slice()))
    }

    /// The days of the visit, and those outside them that have items.
    pub fn all_days(&self, visit: &Visit) -> BTreeSet<NaiveDate> {
        visit.days().chain(self.days.keys().copied()).collect()
    }

    /// The programme without some of its items; the others keep their times and their order.
    #[must_use]
    pub fn keeping(&self, keeps: impl Fn(&Id<Item>) -> bool) -> Self {
        let kept = |placed: &[Placed]| -> Vec<Placed> {
            let kept = placed.iter().filter(|placed| keeps(&placed.id));
            kept.cloned().collect()
        };
        let days = self.days.iter().filter_map(|(day, placed)| {
            let mut placed = kept(placed);
            leave_no_group_of_one(&mut placed);
            (!placed.is_empty()).then_some((*day, placed))
        });
        Self {
            days: days.collect(),
            unplaced: kept(&self.unplaced),
        }
    }

    /// Where an item stands.
    pub fn find(&self, id: &str) -> Option<&Placed> {
        let all = self.days.values().flatten().chain(&self.unplaced);
        all.into_iter().find(|placed| placed.id.as_str() == id)
    }
}
