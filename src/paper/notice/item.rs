//! What became of the items: new, gone, moved, elsewhere, with others.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveDateTime};

use super::{
    Verb,
    compare::{Both, Subject},
};
use crate::{
    audience::{Audience, Whose},
    model::{
        AnyRef, FieldInfo, Item, ItemStatus, Kind, Moment, Part, Participant, Placed, Start,
        item::Seat,
    },
    paper::{
        line::TENTATIVE,
        pen::{Pen, label},
    },
    words::{Said, time},
};

/// An item with its place in the programme of a version.
type Found<'a> = (&'a Item, &'a Placed);

impl<'a> Both<'a> {
    /// Every item of either version, in the order of the new programme; what is gone stands where
    /// it was.
    pub(super) fn items(&mut self) {
        let before = self.found.len();
        let (old, new) = (all(&self.old), all(&self.new));
        let ids: HashSet<&str> = new.iter().map(|(item, _)| item.id.as_str()).collect();
        for found in &new {
            let id = found.0.id.as_str();
            let was = old.iter().find(|(item, _)| item.id.as_str() == id);
            self.item(was.copied(), *found);
        }
        let left = old.iter().filter(|(item, _)| {
            // What was cancelled before was gone before.
            !ids.contains(item.id.as_str()) && item.status != ItemStatus::Cancelled
        });
        for found in left {
            self.gone(*found, self.verb_of_going());
        }
        let order = |change: &super::Change| {
            let latest = (NaiveDate::MAX, NaiveDateTime::MAX);
            (
                change.day.unwrap_or(latest.0),
                change.start.unwrap_or(latest.1),
            )
        };
        // Stable: items without a clock time keep the order of the programme, those gone end it.
        self.found[before..].sort_by_key(order);
    }

    fn item(&mut self, was: Option<Found<'a>>, is: Found<'a>) {
        let is_on = |found: &Found<'_>| found.0.status != ItemStatus::Cancelled;
        match was {
            None => {
                if is_on(&is) {
                    self.came(is, self.verb_of_coming());
                }
            }
            Some(was) if is_on(&was) && !is_on(&is) => self.gone(was, Verb::Cancelled),
            Some(was) if !is_on(&was) && is_on(&is) => self.came(is, Verb::Revived),
            Some(was) => self.stayed(was, is),
        }
    }

    fn came(&mut self, (item, placed): Found<'a>, verb: Verb) {
        let subject = subject(&mut self.new, item, placed);
        self.new.begin_anew();
        let said = self.new.in_short(item, placed);
        self.tell(&subject, verb, (String::new(), said));
    }

    fn gone(&mut self, (item, placed): Found<'a>, verb: Verb) {
        let subject = subject(&mut self.old, item, placed);
        self.old.begin_anew();
        let said = self.old.in_short(item, placed);
        self.tell(&subject, verb, (said, String::new()));
    }

    fn stayed(&mut self, (old, was): Found<'a>, (new, is): Found<'a>) {
        let subject = subject(&mut self.new, new, is);
        if has_moved((old, was), (new, is)) {
            let with_day = was.day != is.day || was.until != is.until;
            let said = self.said((
                |pen: &mut Pen<'a>| pen.time_in_short(old, was, with_day),
                |pen: &mut Pen<'a>| pen.time_in_short(new, is, with_day),
            ));
            self.tell(&subject, Verb::Moved, said);
        }
        self.place_of(&subject, old, new);
        self.status(&subject, old, new);
        self.attendance(&subject, old, new);
        self.travel(&subject, old, new);
        if old.speeches != new.speeches {
            let speeches = |item: &'a Item| move |pen: &mut Pen<'a>| pen.speeches_in_short(item);
            let said = self.said((speeches(old), speeches(new)));
            self.tell_of(&subject, Verb::Speeches, field("speeches"), said);
        }
        self.fields(&subject, (AnyRef::Item(old), AnyRef::Item(new)), verb_of);
    }

    fn place_of(&mut self, subject: &Subject, old: &'a Item, new: &'a Item) {
        let verb = if old.place != new.place {
            Verb::Place
        } else if old.room != new.room {
            Verb::Room
        } else {
            return;
        };
        // In the same place the rooms alone say it, where both have one.
        let rooms = verb == Verb::Room && !old.room.is_empty() && !new.room.is_empty();
        let place = |item: &'a Item| {
            move |pen: &mut Pen<'a>| {
                if rooms {
                    pen.text(&item.room).to_owned()
                } else {
                    pen.place_and_room(item)
                }
            }
        };
        let said = self.said((place(old), place(new)));
        let key = if verb == Verb::Place { "place" } else { "room" };
        self.tell_of(subject, verb, field(key), said);
    }

    fn status(&mut self, subject: &Subject, old: &Item, new: &Item) {
        let (was, is) = (old.status, new.status);
        let verb = match (was.is_tentative(), is.is_tentative()) {
            (true, false) => Verb::Confirmed,
            (false, true) => Verb::Unsure,
            _ => Verb::Other,
        };
        let internal = self.audience().plans();
        let said = |status: ItemStatus, pen: &Pen<'_>| {
            let said = match status {
                status if status.is_tentative() && !internal => TENTATIVE,
                status => status.label(),
            };
            pen.say(said).to_owned()
        };
        let both = (said(was, &self.old), said(is, &self.new));
        self.tell_of(subject, verb, field("status"), both);
    }

    /// Who attends: the reader, where it is about one person, else everybody who does so otherwise
    /// than before.
    fn attendance(&mut self, subject: &Subject, old: &'a Item, new: &'a Item) {
        let reader = self.new.known.reader();
        if let (Audience::Person, Some(id)) = (reader.audience, reader.participant()) {
            let part = |pen: &Pen<'a>, item: &Item| {
                let person = pen.visit().participants.get(id);
                let part = person.and_then(|person| item.attend.part_of(person));
                pen.say(match part {
                    Some(Part::Optional) => OPTIONAL,
                    // Whoever signs or speaks there is expected all the same.
                    Some(Part::Attends) | None => EXPECTED,
                })
                .to_owned()
            };
            let said = (part(&self.old, old), part(&self.new, new));
            self.tell(subject, Verb::OwnPart, said);
            return;
        }
        if old.attend == new.attend {
            return;
        }
        let (was, is) = (self.old.visit(), self.new.visit());
        let known = self.new.known;
        let differ = known.people().filter_map(|person| {
            let before = was.participants.get(&person.id);
            let before = before.and_then(|before| old.attend.part_of(before));
            let now = new.attend.part_of(person);
            (before != now).then_some((person, before, now))
        });
        let differ: Vec<(&'a Participant, Option<Part>, Option<Part>)> = differ.collect();
        let left = was.participants.iter().filter(|person| {
            is.participants.get(&person.id).is_none() && old.attend.part_of(person).is_some()
        });
        let left: Vec<&'a Participant> = left.collect();
        let said = self.said((
            |pen: &mut Pen<'a>| {
                let known = differ.iter().map(|(person, before, _)| (*person, *before));
                let left = left.iter().map(|person| (*person, Some(Part::Attends)));
                pen.with_and_without(&known.chain(left).collect::<Vec<_>>())
            },
            |pen: &mut Pen<'a>| {
                let known = differ.iter().map(|(person, _, now)| (*person, *now));
                pen.with_and_without(&known.collect::<Vec<_>>())
            },
        ));
        self.tell(subject, Verb::Attendance, said);
    }

    /// The way, the vehicles and who sits where in them: all of it, the reader's own vehicle's, or
    /// the reader's own.
    fn travel(&mut self, subject: &Subject, old: &'a Item, new: &'a Item) {
        let journey = |item: &'a Item| move |pen: &mut Pen<'a>| pen.journey(item);
        let said = self.said((journey(old), journey(new)));
        self.tell_of(subject, Verb::Journey, JOURNEY, said);
        let reader = self.new.known.reader();
        let is_own = |seat: &&Seat| match &reader.whose {
            Some(Whose::Vehicle(id)) => seat.vehicle.as_ref() == Some(id),
            Some(Whose::Person(id)) => seat.person.participant() == Some(id),
            None => true,
        };
        if old.vehicles != new.vehicles && reader.vehicle().is_none() {
            let vehicles = |item: &'a Item| move |pen: &mut Pen<'a>| pen.vehicles_of(item);
            let said = self.said((vehicles(old), vehicles(new)));
            self.tell_of(subject, Verb::Vehicles, field("vehicles"), said);
        }
        let seats =
            |item: &'a Item| -> Vec<&'a Seat> { item.seats.iter().filter(is_own).collect() };
        let (was, is) = (seats(old), seats(new));
        if was != is {
            let said = self.said((
                |pen: &mut Pen<'a>| pen.seats_by_vehicle(&was),
                |pen: &mut Pen<'a>| pen.seats_by_vehicle(&is),
            ));
            self.tell_of(subject, Verb::Seats, field("seats"), said);
        }
    }
}

/// What a field of an item is called.
pub(super) const fn field(key: &str) -> Said {
    label(Item::FIELDS, key)
}

const JOURNEY: Said = Said::new("Fahrt", "Journey", "Trajet").ar("الرحلة");
const EXPECTED: Said = Said::new("vorgesehen", "expected", "prévue").ar("متوقع");
const OPTIONAL: Said = Said::new("freigestellt", "optional", "facultative").ar("اختياري");

/// What is told of a field by itself; none where it was told of otherwise.
fn verb_of(info: &FieldInfo) -> Option<Verb> {
    Some(match info.key {
        "slot" | "place" | "room" | "status" | "attend" | "speeches" | "carrier" | "number"
        | "from" | "to" | "terminal" | "vehicles" | "seats" => return None,
        "meeting_point" => Verb::MeetingPoint,
        "host" => Verb::Host,
        "contact" => Verb::Contact,
        "interpreters" | "interpreting" => Verb::Interpreting,
        "attire" => Verb::Attire,
        _ => Verb::Other,
    })
}

/// Every item of a version, in the order of its programme.
fn all<'a>(pen: &Pen<'a>) -> Vec<Found<'a>> {
    let known = pen.known;
    let programme = known.programme();
    let placed = programme.days().flat_map(|(day, placed)| {
        // Of several days the first counts.
        placed.iter().filter(move |placed| placed.day == Some(day))
    });
    placed
        .chain(programme.unplaced())
        .filter_map(|placed| Some((known.visit().items.get(&placed.id)?, placed)))
        .collect()
}

fn subject<'a>(pen: &mut Pen<'a>, item: &'a Item, placed: &Placed) -> Subject {
    let when = match item.slot.start {
        Start::At(clock) => time::clock(clock.hour(), clock.minute(), pen.lang),
        // The old and the new time say it where that matters.
        Start::Open if placed.end.is_none() => String::new(),
        _ => pen.when(item, placed, None).swap_remove(0),
    };
    Subject {
        kind: Kind::Item,
        id: item.id.to_string(),
        what: pen.title_of(AnyRef::Item(item)),
        when,
        day: placed.day,
        start: placed.start.or(placed.end).map(|moment| moment.local),
    }
}

/// Whether an item is not when it was. Times count as they were worked out: an item that follows
/// another moves with it, and one that only says otherwise that it begins then does not move.
fn has_moved((old, was): Found<'_>, (new, is): Found<'_>) -> bool {
    let when = |placed: &Placed| {
        let clock = |moment: Option<Moment>| moment.map(|moment| moment.local);
        (
            placed.day,
            placed.until,
            clock(placed.start),
            clock(placed.end),
        )
    };
    let follows = |item: &Item| matches!(item.slot.start, Start::After(_));
    let says = |item: &Item| {
        let zones = (item.slot.zone, item.slot.end_zone);
        (std::mem::discriminant(&item.slot.start), zones)
    };
    let worked_out = was.start.is_some() && is.start.is_some();
    let says_the_same = says(old) == says(new) || worked_out && (follows(old) || follows(new));
    when(was) != when(is) || !says_the_same
}
