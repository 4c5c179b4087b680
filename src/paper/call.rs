//! A call: who has to be where at what time for an item, as far as the visit's data says so.
//!
//! No time is made up: a call is at a time that stands in the visit, or at none.

use chrono::{NaiveDate, NaiveDateTime};

use super::{
    pen::Pen,
    ride::{is_booked, sets_off},
};
use crate::model::{
    Clock, Item, ItemKind, ItemStatus, Part, Participant, Place, Placed, Side, Start, Vehicle,
};

/// Who is called.
pub(super) enum Called<'a> {
    /// The press.
    Press,
    /// Whoever drives these vehicles, which stand ready.
    Drivers(Vec<&'a Vehicle>),
    /// These people; those of the lowest rank come first, the highest last.
    People(Vec<&'a Participant>),
}

/// At what time.
pub(super) enum At {
    /// When the item begins, as it says.
    Start,
    /// When those come in who are met.
    Coming,
    /// At this time.
    Clock(Clock),
    /// The visit does not say when.
    Open,
}

/// Where.
pub(super) enum Spot<'a> {
    /// Where the press meets.
    Media,
    /// Where people check in or take the flight or train.
    Counter,
    /// Where the journey begins.
    PickUp,
    /// Where people lodge.
    Lodging(&'a Place),
    /// Where one meets for the item, else where it is.
    Item,
}

/// Who has to be where at what time.
pub(super) struct Call<'a> {
    pub(super) who: Called<'a>,
    pub(super) at: At,
    pub(super) spot: Spot<'a>,
    pub(super) item: &'a Item,
    pub(super) placed: &'a Placed,
    /// What decides the order: the time, else that of what comes before.
    pub(super) instant: Option<NaiveDateTime>,
}

impl At {
    /// Whether the visit does not say when.
    pub(super) const fn is_open(&self) -> bool {
        matches!(self, Self::Open)
    }
}

impl Call<'_> {
    /// Whether others are called than those who receive.
    pub(super) fn is_for_guests(&self) -> bool {
        let receives = |one: &&'_ Participant| self.item.host.contains(&one.id);
        matches!(&self.who, Called::People(people) if !people.iter().all(receives))
    }

    /// Whether people are called to check in.
    pub(super) fn is_check_in(&self) -> bool {
        matches!(self.spot, Spot::Counter) && self.item.check_in.is_some()
    }
}

impl<'a> Pen<'a> {
    /// The calls of a day in their order.
    pub(super) fn calls_of(&self, day: NaiveDate) -> Vec<Call<'a>> {
        let visit = self.visit();
        let known = self.known;
        let mut calls = Vec::new();
        let mut before: Option<&'a Item> = None;
        let mut earlier: Vec<&'a Item> = Vec::new();
        let mut now = None;
        for placed in known.programme().day(day) {
            let Some(item) = visit.items.get(&placed.id) else {
                continue;
            };
            if item.status == ItemStatus::Cancelled || placed.day != Some(day) {
                continue;
            }
            now = placed
                .start
                .map(|start| start.utc)
                .or(match item.slot.start {
                    Start::After(_) => now,
                    _ => None,
                });
            let mut made = Vec::new();
            made.extend(call_of_press(item, placed));
            self.call_drivers(item, placed, &mut made);
            self.call_people(item, placed, (before, &earlier), &mut made);
            for mut call in made {
                call.instant = self
                    .instant(&call, day)
                    .or(now.filter(|_| !matches!(call.at, At::Open)));
                calls.push(call);
            }
            before = Some(item);
            earlier.push(item);
        }
        calls.sort_by_key(|call| (call.instant.is_none(), call.instant));
        calls
    }

    /// The instant of a call that has a time.
    fn instant(&self, call: &Call<'_>, day: NaiveDate) -> Option<NaiveDateTime> {
        let placed = call.placed;
        match call.at {
            At::Open => None,
            At::Start => placed.start.map(|start| start.utc),
            At::Coming => placed.end.or(placed.start).map(|end| end.utc),
            At::Clock(clock) => {
                let zone = call.item.slot.zone.unwrap_or_else(|| self.known.zone());
                clock.on(day).map(|local| zone.instant(local).0)
            }
        }
    }

    /// Vehicles stand ready when people come in, and when they set off; when they have to set off to
    /// reach a flight, a train or a dinner, the visit does not say.
    fn call_drivers(&self, item: &'a Item, placed: &'a Placed, calls: &mut Vec<Call<'a>>) {
        let vehicles = self.vehicles_at(item);
        if vehicles.is_empty() {
            return;
        }
        let at = match item.kind {
            _ if !sets_off(item) => At::Open,
            ItemKind::Arrival => At::Coming,
            _ => At::Start,
        };
        calls.push(Call {
            who: Called::Drivers(vehicles),
            at,
            spot: Spot::PickUp,
            item,
            placed,
            instant: None,
        });
    }

    fn call_people(
        &self,
        item: &'a Item,
        placed: &'a Placed,
        (before, earlier): (Option<&'a Item>, &[&'a Item]),
        calls: &mut Vec<Call<'a>>,
    ) {
        let mut people = self.who_is_called(item, placed.day);
        let mut call = |people: Vec<&'a Participant>, at, spot| {
            if !people.is_empty() {
                calls.push(Call {
                    who: Called::People(people),
                    at,
                    spot,
                    item,
                    placed,
                    instant: None,
                });
            }
        };
        if item.check_in.is_none() && item.kind != ItemKind::Arrival {
            if !is_booked(item) && !is_called_for(item, before) {
                return;
            }
            // Whoever receives is named as the one who does; the order of arrival is the others'.
            let receives = |person: &&Participant| item.host.contains(&person.id);
            if !people.iter().all(receives) {
                people.retain(|person| !item.host.contains(&person.id));
            }
        }
        if let Some(clock) = item.check_in {
            call(people, At::Clock(clock), Spot::Counter);
        } else if item.kind == ItemKind::Arrival {
            // Those who arrive are not called; those who meet them are.
            people.retain(|person| item.host.contains(&person.id) || person.side != Side::Guest);
            call(people, At::Coming, Spot::PickUp);
        } else if is_booked(item) {
            call(people, At::Start, Spot::Counter);
        } else if leaves_a_lodging(item) {
            for (place, people) in self.by_lodging(people, placed.day, earlier) {
                call(people, At::Start, place.map_or(Spot::PickUp, Spot::Lodging));
            }
        } else {
            let sets_off = matches!(item.kind, ItemKind::Transfer | ItemKind::Departure);
            call(
                people,
                At::Start,
                if sets_off { Spot::PickUp } else { Spot::Item },
            );
        }
    }

    /// Who is called for an item on a day, the highest in rank last.
    fn who_is_called(&self, item: &'a Item, day: Option<NaiveDate>) -> Vec<&'a Participant> {
        let known = self.known;
        let is_there = |person: &&Participant| day.is_none_or(|day| person.is_present(day));
        let is_called = |person: &&Participant| {
            item.attend.part_of(person) == Some(Part::Attends)
                || item.host.contains(&person.id)
                || item.interpreters.contains(&person.id)
        };
        let people = known.people().filter(is_there).filter(is_called);
        let mut people: Vec<&'a Participant> = people.collect();
        people.reverse();
        people
    }

    /// People by where they lodge, as far as nothing took them elsewhere that day.
    fn by_lodging(
        &self,
        people: Vec<&'a Participant>,
        day: Option<NaiveDate>,
        earlier: &[&'a Item],
    ) -> Vec<(Option<&'a Place>, Vec<&'a Participant>)> {
        let mut groups: Vec<(Option<&'a Place>, Vec<&'a Participant>)> = Vec::new();
        for person in people {
            let was_out = earlier.iter().any(|item| {
                self.who_is_called(item, day)
                    .iter()
                    .any(|other| other.id == person.id)
            });
            let place = person.lodging.as_ref().filter(|_| !was_out);
            let place = place.and_then(|id| self.visit().places.get(id));
            let group = groups
                .iter_mut()
                .find(|(other, _)| other.map(|place| &place.id) == place.map(|place| &place.id));
            match group {
                Some((_, group)) => group.push(person),
                None => groups.push((place, vec![person])),
            }
        }
        groups
    }
}

/// The press is called where the item says when or where.
fn call_of_press<'a>(item: &'a Item, placed: &'a Placed) -> Option<Call<'a>> {
    let is_called = item.media_time.is_some() || !item.media_place.is_empty();
    is_called.then(|| Call {
        who: Called::Press,
        at: item.media_time.map_or(At::Open, At::Clock),
        spot: Spot::Media,
        item,
        placed,
        instant: None,
    })
}

/// Whether people set off and nothing says where from, so that it is where they lodge.
fn leaves_a_lodging(item: &Item) -> bool {
    let sets_off = matches!(item.kind, ItemKind::Transfer | ItemKind::Departure);
    sets_off && item.meeting_point.is_empty() && item.from.is_empty()
}

/// Whether an item calls people together: it has a time on the clock or a meeting point, or it is
/// at another place than what it follows.
fn is_called_for(item: &Item, before: Option<&Item>) -> bool {
    let is_elsewhere =
        item.place.is_some() && before.is_none_or(|before| before.place != item.place);
    let is_free = matches!(item.kind, ItemKind::FreeTime);
    let is_whole_day = item.slot.start == Start::AllDay;
    !item.meeting_point.is_empty()
        || (!is_free && !is_whole_day && (item.slot.start.clock().is_some() || is_elsewhere))
}
