//! Which days a paper is about: one of the visit's, or all of them.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Options, Refusal};
use crate::audience::Redacted;

/// The day that a paper about one is about: one of the visit's, or one that has items all the same.
pub(super) fn one(known: &Redacted, options: &Options) -> Result<NaiveDate, Refusal> {
    let head = &known.visit().head;
    let bounds = head.first.map(|first| (first, head.last.unwrap_or(first)));
    match (options.day, bounds) {
        (Some(day), _) if !known.programme().day(day).is_empty() => Ok(day),
        (_, None) => Err(Refusal::NoDays),
        (None, Some((first, last))) if first == last => Ok(first),
        (None, Some((first, last))) => Err(Refusal::DayMissing { first, last }),
        (Some(day), Some(_)) if known.visit().has_day(day) => Ok(day),
        (Some(day), Some((first, last))) => Err(Refusal::NotADay { day, first, last }),
    }
}

/// The day that was asked for, else every day.
pub(super) fn asked(known: &Redacted, options: &Options) -> Result<BTreeSet<NaiveDate>, Refusal> {
    match options.day {
        Some(_) => one(known, options).map(|day| BTreeSet::from([day])),
        None => Ok(all(known)),
    }
}

/// The days of the visit, and those outside them that have items.
pub(super) fn all(known: &Redacted) -> BTreeSet<NaiveDate> {
    known.programme().all_days(known.visit())
}
