//! The order of the items of a day, and which of them run side by side.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDateTime;

use super::Placed;
use crate::model::{Attendance, Item, Participant, Start, Visit};

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
pub(super) fn in_order(visit: &Visit, placed: Vec<Placed>) -> Vec<Placed> {
    let mut heads = Vec::new();
    let mut followers: BTreeMap<String, Vec<Placed>> = BTreeMap::new();
    let here: HashSet<String> = placed.iter().map(|p| p.id.to_string()).collect();
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
pub(super) fn grouped(visit: &Visit, mut placed: Vec<Placed>) -> Vec<Placed> {
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
pub(super) fn leave_no_group_of_one(placed: &mut [Placed]) {
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
