//! Why something that was asked for is refused, with what to do instead.

mod speak;

use chrono::NaiveDate;
use thiserror::Error;

use crate::{
    model::{Kind, LetterState, SlotError, Unreadable, Version},
    words::{Lang, Said, Speak},
};

/// Why something that was asked for is refused. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("{}", self.say(Lang::En))]
pub enum Refusal {
    /// The value of a field is not understood or cannot be.
    Field {
        /// The key of the field.
        key: String,
        /// What the field is called.
        label: Said,
        /// What is wrong.
        reason: Box<Unreadable>,
    },
    /// There is no record with this id.
    NoSuchRecord(String),
    /// Records of this kind have no such key.
    NoSuchKey(Kind, String),
    /// A record of this kind needs at least this.
    Needs(Kind, Said),
    /// The day is not one of the visit's.
    OutsideVisit(NaiveDate, NaiveDate, NaiveDate),
    /// The visit has no days yet.
    NoDays,
    /// The visit's last day is before its first, or its days are too many.
    DaysOfVisit(NaiveDate, NaiveDate),
    /// An item would in the end follow itself.
    Circle(String),
    /// The visit itself is not removed like a record.
    VisitStays,
    /// A letter does not go from one state to this one.
    Step(LetterState, LetterState),
    /// The steps of a letter are not in the order of their dates.
    StepsOutOfOrder(NaiveDate, NaiveDate),
    /// A country is named by two letters.
    NotACountry(String),
    /// A slot cannot be so.
    Slot(#[from] SlotError),
    /// The item has no clock time.
    NoTime(String),
    /// The day has nothing to do this with.
    NothingThere(NaiveDate),
    /// The record is not of the kind that this is done with.
    NotA(Kind, String),
    /// The item has a fixed start.
    Fixed(String),
    /// The item follows another and has no time of its own.
    Follows {
        /// The item.
        title: String,
        /// The one that it follows.
        earlier: String,
    },
    /// The time would lie before the item's day, or far past it.
    LeavesDay(String),
    /// Two items do not stand on one day with a time or a place in a chain each.
    NoPlaceToSwap(String),
    /// There is nothing before or after it.
    NoNeighbour(String),
    /// Nobody of the visit belongs to a group of this name.
    NoSuchGroup(String),
    /// Somebody is named already, so that no names can be given.
    Named(String),
    /// More names than heads.
    TooManyNames(usize, u32),
    /// The letter has no party of this name; the ones that it has.
    NoSuchParty(String, Vec<String>),
    /// A person cannot stand for himself or herself.
    SamePerson(String),
    /// No such conflict about the record with this id is open.
    NoSuchConflict(String),
    /// This version of a conflict has no such record.
    NoVersion(Version),
    /// What was asked for changes nothing.
    NothingToDo,
}
