//! When an item takes place, as officers write it: exact, about, from, following, open, all day.

mod clock;
mod error;
mod parts;
mod spoken;
mod typed;
mod zone;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Id, Item};

pub use clock::Clock;
pub use error::SlotError;
pub use zone::{ClockChange, Zone, local_time};

/// How a slot begins.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Start {
    /// Not fixed yet (`Zeit offen`); with an end it is "until" that end.
    #[default]
    Open,
    /// Exactly then.
    At(Clock),
    /// About then (`ca.`).
    About(Clock),
    /// From then on (`ab`).
    From(Clock),
    /// At the latest then (`spätestens`).
    Latest(Clock),
    /// When the item that it names ends (`anschl.`); its day is that item's.
    After(Id<Item>),
    /// The whole day.
    AllDay,
}

impl Start {
    /// The clock time, where there is one.
    pub const fn clock(&self) -> Option<Clock> {
        match self {
            Self::At(clock) | Self::About(clock) | Self::From(clock) | Self::Latest(clock) => {
                Some(*clock)
            }
            Self::Open | Self::After(_) | Self::AllDay => None,
        }
    }

    /// The same with another clock time; a start without one stays as it is.
    #[must_use]
    pub fn with_clock(&self, clock: Clock) -> Self {
        match self {
            Self::At(_) => Self::At(clock),
            Self::About(_) => Self::About(clock),
            Self::From(_) => Self::From(clock),
            Self::Latest(_) => Self::Latest(clock),
            other => other.clone(),
        }
    }
}

/// How a slot ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum End {
    /// Nothing is said.
    #[default]
    Open,
    /// At this time, on the clock of the place where it ends.
    At(Clock),
    /// So many minutes after the start, whenever that is.
    Lasts(u16),
}

/// The parts of a slot, unchecked; [`Slot`] is what they make when they fit together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SlotParts {
    /// The day, if it is known; none while the item follows another, whose day it has then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
    /// The last of several days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// How it begins.
    #[serde(skip_serializing_if = "is_default")]
    pub start: Start,
    /// How it ends.
    #[serde(skip_serializing_if = "is_default")]
    pub end: End,
    /// Whether the start stays when the items before it are shifted.
    #[serde(skip_serializing_if = "is_default")]
    pub fixed: bool,
    /// The zone of the start, where it is not the visit's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// The zone of the end, where it is not that of the start, as on a flight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_zone: Option<Zone>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// When an item takes place. What cannot be is refused when it is made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "SlotParts", into = "SlotParts")]
pub struct Slot(SlotParts);

impl TryFrom<SlotParts> for Slot {
    type Error = SlotError;

    fn try_from(mut parts: SlotParts) -> Result<Self, SlotError> {
        one_way(&mut parts)?;
        match (parts.day, parts.until) {
            (None, Some(_)) => return Err(SlotError::LastDayAlone),
            (Some(day), Some(until)) if until < day => {
                return Err(SlotError::LastDayBeforeFirst(day, until));
            }
            _ => {}
        }
        match (&parts.start, parts.end) {
            (Start::After(_), _) if parts.day.is_some() => return Err(SlotError::DayOfFollower),
            (Start::After(_), _) if parts.fixed => return Err(SlotError::FixedFollower),
            (Start::AllDay, End::At(_) | End::Lasts(_)) => return Err(SlotError::ClockOnAllDay),
            (start, End::At(end)) => check_order(&parts, start, end)?,
            _ => {}
        }
        Ok(Self(parts))
    }
}

/// One length has one form: an end on the clock where the start has one, on the same clock.
fn one_way(parts: &mut SlotParts) -> Result<(), SlotError> {
    match (parts.start.clock(), parts.end) {
        (_, End::Lasts(0)) => parts.end = End::Open,
        (Some(start), End::Lasts(minutes)) if parts.is_on_one_clock() => {
            let end = start.shifted(minutes.into()).ok_or(SlotError::OutOfReach)?;
            parts.end = End::At(end);
        }
        _ => {}
    }
    Ok(())
}

impl SlotParts {
    /// Whether the end is told on the clock of the start, and on its day.
    fn is_on_one_clock(&self) -> bool {
        let one_zone = self.end_zone.is_none() || self.end_zone == self.zone;
        one_zone && self.until.is_none()
    }
}

/// An end may stand before the start only on another clock or on a later day.
fn check_order(parts: &SlotParts, start: &Start, end: Clock) -> Result<(), SlotError> {
    let Some(start) = start.clock() else {
        return Ok(());
    };
    let several_days = parts.until > parts.day;
    let one_clock = parts.end_zone.is_none_or(|zone| Some(zone) == parts.zone);
    // No two zones are more than 26 hours apart.
    let slack = if one_clock { 0 } else { 26 * 60 };
    if !several_days && end.minutes() + slack <= start.minutes() {
        return Err(SlotError::EndBeforeStart(start, end));
    }
    Ok(())
}

impl From<Slot> for SlotParts {
    fn from(slot: Slot) -> Self {
        slot.0
    }
}

impl std::ops::Deref for Slot {
    type Target = SlotParts;

    fn deref(&self) -> &SlotParts {
        &self.0
    }
}

impl Slot {
    /// A slot on a day from one time to another.
    pub fn on(day: NaiveDate, start: Clock, end: Option<Clock>) -> Result<Self, SlotError> {
        Self::try_from(SlotParts {
            day: Some(day),
            start: Start::At(start),
            end: end.map_or(End::Open, End::At),
            ..SlotParts::default()
        })
    }

    /// The slot with its parts changed, if they still fit together.
    pub fn with(&self, change: impl FnOnce(&mut SlotParts)) -> Result<Self, SlotError> {
        let mut parts = self.0.clone();
        change(&mut parts);
        Self::try_from(parts)
    }

    /// Minutes from start to end, where both are said on one clock.
    pub fn minutes(&self) -> Option<u16> {
        match self.end {
            End::Lasts(minutes) => Some(minutes),
            End::At(end) if self.is_on_one_clock() => {
                end.minutes().checked_sub(self.start.clock()?.minutes())
            }
            End::At(_) | End::Open => None,
        }
    }

    /// The slot with a new clock time to begin at and its length kept.
    pub fn starting(&self, clock: Clock) -> Result<Self, SlotError> {
        let by = self.start.clock().map_or(0, |from| {
            i64::from(clock.minutes()) - i64::from(from.minutes())
        });
        let end = match self.end {
            End::At(end) => End::At(end.shifted(by).ok_or(SlotError::OutOfReach)?),
            other => other,
        };
        self.with(|parts| {
            parts.start = match &parts.start {
                Start::Open | Start::AllDay | Start::After(_) => Start::At(clock),
                start => start.with_clock(clock),
            };
            parts.end = end;
        })
    }

    /// The slot with every clock time of its own moved by so many minutes.
    pub fn shifted(&self, minutes: i64) -> Result<Self, SlotError> {
        let moved = |clock: Clock| clock.shifted(minutes).ok_or(SlotError::OutOfReach);
        let start = match self.start.clock() {
            Some(clock) => self.start.with_clock(moved(clock)?),
            None => self.start.clone(),
        };
        let end = match self.end {
            End::At(clock) => End::At(moved(clock)?),
            other => other,
        };
        self.with(|parts| (parts.start, parts.end) = (start, end))
    }

    /// The slot on another day, with its number of days kept.
    pub fn moved_to(&self, day: NaiveDate) -> Result<Self, SlotError> {
        let until = match (self.day, self.until) {
            (Some(first), Some(until)) => {
                let until = day.checked_add_signed(until - first);
                Some(until.ok_or(SlotError::OutOfReach)?)
            }
            _ => None,
        };
        self.with(|parts| (parts.day, parts.until) = (Some(day), until))
    }
}
