//! A clock time within an item's day, or past its midnight.

use std::fmt;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::words::entry;

/// Minutes from midnight of the item's day, in local time; from 24 hours on it is past midnight
/// (`00:30+1`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock(u16);

const DAY: u16 = 24 * 60;
/// What begins later belongs to the next day, however late the evening was.
const NIGHT_ENDS: u16 = 6 * 60;

impl Clock {
    /// The most days past the item's own that a time may lie.
    pub const MOST_DAYS: u8 = 7;

    /// The time of an hour and minute, `plus` days after the item's day.
    pub fn new(hour: u32, minute: u32, plus: u8) -> Option<Self> {
        let fits = hour < 24 && minute < 60 && plus <= Self::MOST_DAYS;
        let minutes = u32::from(plus) * u32::from(DAY) + hour * 60 + minute;
        fits.then(|| u16::try_from(minutes).ok().map(Self))
            .flatten()
    }

    /// Minutes from midnight of the item's day.
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// The hour on the clock, 0 to 23.
    pub const fn hour(self) -> u32 {
        (self.0 % DAY / 60) as u32
    }

    /// The minute on the clock.
    pub const fn minute(self) -> u32 {
        (self.0 % 60) as u32
    }

    /// How many days after the item's day.
    pub const fn plus(self) -> u8 {
        (self.0 / DAY) as u8
    }

    /// The time `minutes` later or, negative, earlier; `None` before the day or too far after it.
    pub fn shifted(self, minutes: i64) -> Option<Self> {
        let to = i64::from(self.0).checked_add(minutes)?;
        let most = i64::from(DAY) * (i64::from(Self::MOST_DAYS) + 1);
        (0..most)
            .contains(&to)
            .then(|| u16::try_from(to).ok().map(Self))
            .flatten()
    }

    /// Whether an item that begins at this time still begins on its day, or in the night after it.
    pub const fn is_of_its_day(self) -> bool {
        self.0 < DAY + NIGHT_ENDS
    }

    /// Whether it is in the night before the item's day.
    pub(super) const fn is_in_the_night(self) -> bool {
        self.0 < NIGHT_ENDS
    }

    /// The local date and time on a given day.
    pub fn on(self, day: NaiveDate) -> Option<NaiveDateTime> {
        let time = NaiveTime::from_hms_opt(self.hour(), self.minute(), 0)?;
        Some(
            day.checked_add_days(Days::new(self.plus().into()))?
                .and_time(time),
        )
    }

    /// The time of a local date and time, seen from `day`.
    pub fn of(moment: NaiveDateTime, day: NaiveDate) -> Option<Self> {
        let minutes = (moment - day.and_time(NaiveTime::MIN)).num_minutes();
        Self(0).shifted(minutes)
    }

    /// The time as typed, in any of the usual ways.
    pub fn read(text: &str) -> Result<Self, entry::Unreadable> {
        let (hour, minute, plus) = entry::clock(text)?;
        Self::new(hour, minute, plus).ok_or_else(|| entry::Unreadable {
            text: text.to_owned(),
            reason: entry::Reason::TooManyDays,
        })
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())?;
        match self.plus() {
            0 => Ok(()),
            days => write!(f, "+{days}"),
        }
    }
}

impl Serialize for Clock {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Clock {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::read(&String::deserialize(from)?).map_err(de::Error::custom)
    }
}
