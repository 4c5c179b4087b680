//! The programme in order: each item with its day and instants worked out, chains followed,
//! parallel items told apart.

use std::collections::{BTreeMap, HashMap};

use chrono::{Duration, NaiveDate, NaiveDateTime};

use super::{
    Attendance, ClockChange, Id, Item, Participant, Visit, Zone,
    slot::{Clock, End, Slot, Start},
};

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
        let mut times = Times {
            visit,
            known: HashMap::new(),
        };
        let mut by_day: BTreeMap<Option<NaiveDate>, Vec<Placed>> = BTreeMap::new();
        for item in visit.items.iter() {
            let placed = times.of(item);
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

    /// The programme without some of its items; the others keep their times and their order.
    #[must_use]
    pub fn keeping(mut self, keeps: impl Fn(&Id<Item>) -> bool) -> Self {
        self.unplaced.retain(|placed| keeps(&placed.id));
        for placed in self.days.values_mut() {
            placed.retain(|placed| keeps(&placed.id));
            leave_no_group_of_one(placed);
        }
        self.days.retain(|_, placed| !placed.is_empty());
        self
    }

    /// Where an item stands.
    pub fn find(&self, id: &str) -> Option<&Placed> {
        let all = self.days.values().flatten().chain(&self.unplaced);
        all.into_iter().find(|placed| placed.id.as_str() == id)
    }
}

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
    item == earlier || chain(visit, earlier).any(|link| link.id == *item)
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
    let mut times = Times {
        visit,
        known: HashMap::new(),
    };
    let before = times.of(earlier);
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
fn chain<'a>(visit: &'a Visit, id: &Id<Item>) -> impl Iterator<Item = &'a Item> {
    let first = visit.items.get(id);
    std::iter::successors(first, |item| match &item.slot.start {
        Start::After(earlier) => visit.items.get(earlier),
        _ => None,
    })
    .take(visit.items.len() + 1)
}

struct Times<'a> {
    visit: &'a Visit,
    known: HashMap<&'a str, Placed>,
}

impl<'a> Times<'a> {
    fn of(&mut self, item: &'a Item) -> Placed {
        if let Some(placed) = self.known.get(item.id.as_str()) {
            return placed.clone();
        }
        // Worked out from the beginning of the chain, so that no chain is too long for the stack.
        let mut links: Vec<&'a Item> = chain(self.visit, &item.id).collect();
        links.reverse();
        let mut before: Option<Placed> = None;
        for link in links {
            let placed = match self.known.get(link.id.as_str()) {
                Some(placed) => placed.clone(),
                None => self.work_out(link, before.as_ref()),
            };
            self.known.insert(link.id.as_str(), placed.clone());
            before = Some(placed);
        }
        before.unwrap_or_else(|| self.work_out(item, None))
    }

    fn work_out(&self, item: &Item, before: Option<&Placed>) -> Placed {
        let slot = &item.slot;
        let zone = slot.zone.unwrap_or_else(|| self.visit.zone());
        let end_zone = slot.end_zone.unwrap_or(zone);
        let before = before.filter(|_| matches!(slot.start, Start::After(_)));
        let day = before.map_or(slot.day, |placed| placed.day);
        let (start, change) = match slot.start.clock() {
            Some(clock) => moment(zone, day, clock),
            None => (
                before.and_then(|p| p.end).map(|end| at(zone, end.utc)),
                None,
            ),
        };
        let last = slot.until.or(day);
        let end = match slot.end {
            End::Open => None,
            End::At(clock) => moment(end_zone, last, clock).0,
            End::Lasts(minutes) => {
                start.map(|start| at(end_zone, start.utc + Duration::minutes(minutes.into())))
            }
        };
        Placed {
            id: item.id.clone(),
            day,
            until: slot.until,
            start,
            end,
            change,
            parallel: None,
        }
    }
}

fn at(zone: Zone, utc: NaiveDateTime) -> Moment {
    Moment {
        local: zone.local(utc),
        utc,
    }
}

fn moment(
    zone: Zone,
    day: Option<NaiveDate>,
    clock: Clock,
) -> (Option<Moment>, Option<ClockChange>) {
    let Some(local) = day.and_then(|day| clock.on(day)) else {
        return (None, None);
    };
    let (utc, change) = zone.instant(local);
    (Some(Moment { local, utc }), change)
}

/// What decides the order within a day: several days, all day, by the clock, then without a time.
fn rank(visit: &Visit, placed: &Placed) -> (u8, Option<NaiveDateTime>) {
    let start = visit.items.get(&placed.id).map(|item| &item.slot.start);
    match (placed.until, start, placed.start.or(placed.end)) {
        (Some(_), _, _) => (
            0,
            placed.day.map(|day| day.and_time(chrono::NaiveTime::MIN)),
        ),
        (None, Some(Start::AllDay), _) => (1, None),
        (None, _, Some(moment)) => (2, Some(moment.utc)),
        _ => (3, None),
    }
}

/// The items of a day in order; those that follow another stand right after it.
fn in_order(visit: &Visit, placed: Vec<Placed>) -> Vec<Placed> {
    let mut heads = Vec::new();
    let mut followers: HashMap<String, Vec<Placed>> = HashMap::new();
    let here: std::collections::HashSet<String> = placed.iter().map(|p| p.id.to_string()).collect();
    for placed in placed {
        let followed = match visit.items.get(&placed.id).map(|item| &item.slot.start) {
            Some(Start::After(id)) if here.contains(id.as_str()) => Some(id.to_string()),
            _ => None,
        };
        match followed {
            Some(id) => followers.entry(id).or_default().push(placed),
            None => heads.push(placed),
        }
    }
    heads.sort_by_cached_key(|placed| (rank(visit, placed), placed.id.clone()));
    let mut order = Vec::new();
    let mut next: Vec<Placed> = heads.into_iter().rev().collect();
    while let Some(placed) = next.pop() {
        let mut after = followers.remove(placed.id.as_str()).unwrap_or_default();
        after.sort_by(|a, b| b.id.cmp(&a.id));
        order.push(placed);
        next.extend(after);
    }
    // A circle has no head; its items end the day.
    order.extend(followers.into_values().flatten());
    order
}

/// Numbers the groups of neighbours that run at the same time for different people.
fn grouped(visit: &Visit, mut placed: Vec<Placed>) -> Vec<Placed> {
    let mut groups = 0;
    let mut first = 0;
    for at in 1..placed.len() {
        let parallel =
            (first..at).any(|earlier| are_parallel(visit, &placed[earlier], &placed[at]));
        if !parallel {
            first = at;
            continue;
        }
        if placed[at - 1].parallel.is_none() {
            groups += 1;
            for member in &mut placed[first..at] {
                member.parallel = Some(groups - 1);
            }
        }
        placed[at].parallel = Some(groups - 1);
    }
    placed
}

/// What is left of a group of parallel items is none if it is just one.
fn leave_no_group_of_one(placed: &mut [Placed]) {
    for at in 0..placed.len() {
        let group = placed[at].parallel;
        if placed
            .iter()
            .filter(|other| other.parallel == group)
            .count()
            == 1
        {
            placed[at].parallel = None;
        }
    }
}

/// Whether two items run at the same time for different people, or are said to.
pub(crate) fn are_parallel(visit: &Visit, a: &Placed, b: &Placed) -> bool {
    let (Some(one), Some(other)) = (visit.items.get(&a.id), visit.items.get(&b.id)) else {
        return false;
    };
    if one.parallel_to.as_ref() == Some(&other.id) || other.parallel_to.as_ref() == Some(&one.id) {
        return true;
    }
    let (Some(from_a), Some(to_a), Some(from_b), Some(to_b)) = (a.start, a.end, b.start, b.end)
    else {
        return false;
    };
    let overlap = from_a.utc < to_b.utc && from_b.utc < to_a.utc;
    overlap && a.until.is_none() && b.until.is_none() && no_one_in_both(visit, one, other)
}

fn no_one_in_both(visit: &Visit, one: &Item, other: &Item) -> bool {
    let attends = |item: &Item, person: &Participant| item.attend.part_of(person).is_some();
    let is_empty = |attend: &Attendance| {
        !visit
            .participants
            .iter()
            .any(|person| attend.part_of(person).is_some())
    };
    !is_empty(&one.attend)
        && !is_empty(&other.attend)
        && !visit
            .participants
            .iter()
            .any(|p| attends(one, p) && attends(other, p))
}
