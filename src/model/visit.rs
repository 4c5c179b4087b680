//! A visit: its own fields and the tables of its records.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::{
    AnyRecord, AnyRef, Conflicts, Head, Id, Item, Kind, Letter, Participant, Place, Record, Table,
    Task, Vehicle, conflict, programme, slot::Zone, value::Reading,
};
use crate::words::Lang;

/// A visit as it is kept in one file. It has no format version: that belongs to the file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Visit {
    /// Its own fields.
    #[serde(rename = "visit")]
    pub head: Head,
    /// The programme items.
    #[serde(skip_serializing_if = "Table::is_empty")]
    pub items: Table<Item>,
    /// The participants of all sides.
    #[serde(skip_serializing_if = "Table::is_empty")]
    pub participants: Table<Participant>,
    /// The letters.
    #[serde(skip_serializing_if = "Table::is_empty")]
    pub letters: Table<Letter>,
    /// The places.
    #[serde(skip_serializing_if = "Table::is_empty")]
    pub places: Table<Place>,
    /// The vehicles.
    #[serde(skip_serializing_if = "Table::is_empty")]
    pub vehicles: Table<Vehicle>,
    /// The tasks.
    #[serde(skip_serializing_if = "Table::is_empty")]
    pub tasks: Table<Task>,
    /// What two sides changed differently and nobody has settled yet.
    #[serde(skip_serializing_if = "Conflicts::none")]
    pub conflicts: Conflicts,
}

/// The years that a date may be of. Clocks and calendars are sure of them.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// The most days from the first to the last of a visit.
pub(crate) const MOST_DAYS: i64 = 366;

const MOST_DAYS_SHOWN: usize = 367;

/// The id by which arguments address the visit itself.
pub const VISIT: &str = "visit";

impl Visit {
    /// An empty visit.
    pub fn new(head: Head) -> Self {
        Self {
            head,
            items: Table::default(),
            participants: Table::default(),
            letters: Table::default(),
            places: Table::default(),
            vehicles: Table::default(),
            tasks: Table::default(),
            conflicts: Conflicts::default(),
        }
    }

    /// The language of texts that say none.
    pub const fn main_lang(&self) -> Lang {
        self.head.language
    }

    /// The home time zone.
    pub fn zone(&self) -> Zone {
        self.head.zone.unwrap_or(Zone::BERLIN)
    }

    /// The days of the visit, in order; none for a dossier.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let first = self.head.first;
        let last = self.head.last.or(first);
        first
            .into_iter()
            .flat_map(|first| first.iter_days())
            .take_while(move |day| last.is_some_and(|last| *day <= last))
            // A visit that was not read from a file may still claim centuries.
            .take(MOST_DAYS_SHOWN)
    }

    /// Whether a day belongs to the visit.
    pub fn has_day(&self, day: NaiveDate) -> bool {
        let last = self.head.last.or(self.head.first);
        self.head.first.is_some_and(|first| first <= day) && last.is_some_and(|last| day <= last)
    }

    /// The day that weekdays and days without a year are counted from.
    pub fn near(&self, today: NaiveDate) -> NaiveDate {
        self.head.first.unwrap_or(today)
    }

    /// How many people take part, at least and at most.
    pub fn heads(&self) -> (u32, u32) {
        Participant::heads_of(self.participants.iter())
    }

    /// The record of any kind with this id; `visit` is the visit itself.
    pub fn record(&self, id: &str) -> Option<AnyRef<'_>> {
        if id == VISIT || self.head.id.as_str() == id {
            return Some(AnyRef::Visit(&self.head));
        }
        None.or_else(|| self.items.get(id).map(AnyRef::Item))
            .or_else(|| self.participants.get(id).map(AnyRef::Participant))
            .or_else(|| self.letters.get(id).map(AnyRef::Letter))
            .or_else(|| self.places.get(id).map(AnyRef::Place))
            .or_else(|| self.vehicles.get(id).map(AnyRef::Vehicle))
            .or_else(|| self.tasks.get(id).map(AnyRef::Task))
    }

    /// The record of this kind with this id; `visit` is the visit itself.
    pub(crate) fn record_of(&self, kind: Kind, id: &str) -> Option<AnyRef<'_>> {
        match kind {
            Kind::Visit => {
                (id == VISIT || self.head.id.as_str() == id).then_some(AnyRef::Visit(&self.head))
            }
            Kind::Item => self.items.get(id).map(AnyRef::Item),
            Kind::Participant => self.participants.get(id).map(AnyRef::Participant),
            Kind::Letter => self.letters.get(id).map(AnyRef::Letter),
            Kind::Place => self.places.get(id).map(AnyRef::Place),
            Kind::Vehicle => self.vehicles.get(id).map(AnyRef::Vehicle),
            Kind::Task => self.tasks.get(id).map(AnyRef::Task),
        }
    }

    /// The kind of the record with this id.
    pub fn kind_of(&self, id: &str) -> Option<Kind> {
        self.record(id).map(AnyRef::kind)
    }

    /// The records of a kind, in the order of their ids.
    pub fn records(&self, kind: Kind) -> Box<dyn Iterator<Item = AnyRef<'_>> + '_> {
        match kind {
            Kind::Visit => Box::new(std::iter::once(AnyRef::Visit(&self.head))),
            Kind::Item => Box::new(self.items.iter().map(AnyRef::Item)),
            Kind::Participant => Box::new(self.participants.iter().map(AnyRef::Participant)),
            Kind::Letter => Box::new(self.letters.iter().map(AnyRef::Letter)),
            Kind::Place => Box::new(self.places.iter().map(AnyRef::Place)),
            Kind::Vehicle => Box::new(self.vehicles.iter().map(AnyRef::Vehicle)),
            Kind::Task => Box::new(self.tasks.iter().map(AnyRef::Task)),
        }
    }

    /// Every record.
    pub fn all_records(&self) -> impl Iterator<Item = AnyRef<'_>> {
        Kind::ALL.iter().flat_map(|kind| self.records(*kind))
    }

    /// Puts a record in, in place of the one with its id.
    pub(crate) fn put(&mut self, record: AnyRecord) {
        match record {
            AnyRecord::Visit(record) => self.head = *record,
            AnyRecord::Item(record) => self.items.put(*record),
            AnyRecord::Participant(record) => self.participants.put(*record),
            AnyRecord::Letter(record) => self.letters.put(*record),
            AnyRecord::Place(record) => self.places.put(*record),
            AnyRecord::Vehicle(record) => self.vehicles.put(*record),
            AnyRecord::Task(record) => self.tasks.put(*record),
        }
    }

    /// Takes a record out; the visit itself stays.
    pub(crate) fn take(&mut self, id: &str) -> Option<AnyRecord> {
        None.or_else(|| self.items.take(id).map(Record::into_any))
            .or_else(|| self.participants.take(id).map(Record::into_any))
            .or_else(|| self.letters.take(id).map(Record::into_any))
            .or_else(|| self.places.take(id).map(Record::into_any))
            .or_else(|| self.vehicles.take(id).map(Record::into_any))
            .or_else(|| self.tasks.take(id).map(Record::into_any))
    }

    /// Ids that stand for two records, references to records that are not there, dates of no year
    /// that a visit could be in, and more days than one could have: what a file must not hold.
    pub fn faults(&self) -> Vec<Fault> {
        let mut seen = std::collections::BTreeSet::from([VISIT]);
        let mut faults = Vec::new();
        for record in self.all_records() {
            if !seen.insert(record.id()) {
                faults.push(Fault::IdTwice(record.id().to_owned()));
            }
        }
        for record in self.all_records() {
            let missing = record
                .links()
                .into_iter()
                .filter(|link| self.kind_of(&link.id) != Some(link.kind));
            faults.extend(missing.map(|link| Fault::NoSuch {
                from: record.id().to_owned(),
                to: link.id,
            }));
        }
        let circles = self
            .items
            .iter()
            .filter(|item| programme::goes_in_circles(self, item));
        faults.extend(circles.map(|item| Fault::Circle(item.id.clone())));
        for record in self.all_records() {
            let mut dates = record.dates().into_iter();
            let far = dates.find(|day| !YEARS.contains(&day.year()));
            faults.extend(far.map(|day| Fault::FarDate {
                of: record.id().to_owned(),
                day,
            }));
        }
        faults.extend(self.faults_of_conflicts());
        if let (Some(first), Some(last)) = (self.head.first, self.head.last)
            && (last - first).num_days() > MOST_DAYS
        {
            faults.push(Fault::TooManyDays(first, last));
        }
        faults
    }

    fn faults_of_conflicts(&self) -> impl Iterator<Item = Fault> {
        self.conflicts.iter().filter_map(|conflict| {
            let of = conflict.id().to_owned();
            if let Some(flaw) = conflict.flaw() {
                return Some(Fault::Conflict { of, flaw });
            }
            let mut dates = conflict
                .records()
                .flat_map(|record| record.as_ref().dates());
            let day = dates.find(|day| !YEARS.contains(&day.year()))?;
            Some(Fault::FarDate { of, day })
        })
    }
}

/// What must not be in a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// One id for two records.
    IdTwice(String),
    /// A reference to a record that is not there.
    NoSuch {
        /// The record that refers.
        from: String,
        /// The id that it refers to.
        to: String,
    },
    /// An item that in the end follows itself.
    Circle(Id<Item>),
    /// A date of a year that somebody must have mistyped.
    FarDate {
        /// The record that has it.
        of: String,
        /// The date.
        day: NaiveDate,
    },
    /// A conflict that cannot be one.
    Conflict {
        /// The record that it is about.
        of: String,
        /// What is wrong with it.
        flaw: conflict::Flaw,
    },
    /// More days from the first to the last than a visit has.
    TooManyDays(NaiveDate, NaiveDate),
}

impl Reading<'_> {
    /// The item that the one being edited would follow: the one before it on its day, or the last
    /// of the day where it is new there.
    pub(crate) fn before_on_day(&self, day: Option<NaiveDate>) -> Option<Id<Item>> {
        let on_day = programme::Programme::of_day(self.visit, day?);
        let own = on_day
            .iter()
            .position(|entry| entry.id.as_str() == self.subject);
        let before = &on_day[..own.unwrap_or(on_day.len())];
        before.last().map(|entry| entry.id.clone())
    }
}
