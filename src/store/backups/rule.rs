//! Which backups stay: many of the last day, fewer of what is longer ago.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};

/// The newest that stay however old they are.
const NEWEST: usize = 5;
const ALL: TimeDelta = TimeDelta::days(1);
const DAILY: TimeDelta = TimeDelta::days(31);
const MONTHLY: TimeDelta = TimeDelta::days(366);

/// Says of each time whether the backup of then stays: all of the last 24 hours, the last of each
/// day for a month, the last of each month for a year, and always the newest five.
pub(super) fn keeps(times: &[NaiveDateTime], now: NaiveDateTime) -> Vec<bool> {
    let mut order: Vec<usize> = (0..times.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse((times[*at], *at)));
    let mut keeps = vec![false; times.len()];
    let (mut days, mut months) = (BTreeSet::new(), BTreeSet::new());
    for (rank, nth) in order.into_iter().enumerate() {
        let at = times[nth];
        let age = now.signed_duration_since(at);
        // Each is entered where it belongs, so that it is known to be the last of its day.
        let is_last_of_day = days.insert(at.date());
        let is_last_of_month = months.insert(month(at.date()));
        keeps[nth] = rank < NEWEST
            || age <= ALL
            || (age <= DAILY && is_last_of_day)
            || (age <= MONTHLY && is_last_of_month);
    }
    keeps
}

fn month(day: NaiveDate) -> (i32, u32) {
    (day.year(), day.month())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn the_longer_ago_the_fewer_stay() {
        let now = at("2024-11-12 14:00");
        let cases = [
            ("2024-11-12 14:30", true, "the clock was put back"),
            ("2024-11-12 13:00", true, "newest"),
            ("2024-11-12 12:00", true, "newest"),
            ("2024-11-12 11:00", true, "newest"),
            ("2024-11-12 10:00", true, "newest"),
            ("2024-11-12 09:00", true, "of the last day"),
            ("2024-11-11 14:00", true, "of the last day, just"),
            ("2024-11-11 13:59", false, "a later one of that day stays"),
            ("2024-11-10 18:00", true, "last of its day"),
            ("2024-11-10 17:00", false, "not the last of its day"),
            ("2024-10-12 14:00", true, "last of its day, just"),
            ("2024-10-10 14:00", false, "older, and not of its month"),
            ("2024-09-30 08:00", true, "last of its month"),
            ("2024-09-29 08:00", false, "not the last of its month"),
            ("2023-11-30 08:00", true, "a year ago"),
            ("2023-10-30 08:00", false, "more than a year ago"),
        ];
        let times: Vec<NaiveDateTime> = cases.iter().map(|(time, ..)| at(time)).collect();
        for ((time, expected, why), kept) in cases.iter().zip(keeps(&times, now)) {
            assert_eq!(kept, *expected, "{time}: {why}");
        }
        let old: Vec<NaiveDateTime> = (1..=9)
            .map(|n| at(&format!("2001-01-0{n} 08:00")))
            .collect();
        let kept = keeps(&old, now).into_iter().filter(|kept| *kept).count();
        assert_eq!(kept, NEWEST);
    }

    proptest! {
        #[test]
        fn what_goes_leaves_another_behind_and_never_more_goes_than_by_the_rule(
            hours in prop::collection::vec(0_i64..24 * 500, 0..120),
        ) {
            let now = at("2024-11-12 14:00");
            let times: Vec<NaiveDateTime> =
                hours.iter().map(|ago| now - TimeDelta::hours(*ago)).collect();
            let keeps = super::keeps(&times, now);
            let pairs = || times.iter().copied().zip(keeps.iter().copied());
            let kept: Vec<NaiveDateTime> =
                pairs().filter(|(_, kept)| *kept).map(|(at, _)| at).collect();
            prop_assert!(kept.len() >= times.len().min(NEWEST));
            prop_assert!(times.iter().max().is_none_or(|newest| kept.contains(newest)));
            for (gone, _) in pairs().filter(|(_, kept)| !kept) {
                let age = now - gone;
                prop_assert!(age > ALL);
                let later = |same: &dyn Fn(NaiveDateTime) -> bool| {
                    kept.iter().any(|own| *own >= gone && same(*own))
                };
                prop_assert!(age > DAILY || later(&|own| own.date() == gone.date()));
                prop_assert!(
                    age > MONTHLY || later(&|own| month(own.date()) == month(gone.date()))
                );
            }
            let old = kept.iter().filter(|own| now - **own > ALL).count();
            prop_assert!(old <= NEWEST + 32 + 14);
            // To prune again takes nothing more.
            prop_assert!(super::keeps(&kept, now).into_iter().all(|kept| kept));
        }
    }
}
