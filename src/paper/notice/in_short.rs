//! What a notice says of an item in a line: its time, its speeches, its vehicles and who is there.

use chrono::NaiveDateTime;

use super::item::field;
use crate::{
    model::{AnyRef, Clock, Item, Part, Participant, Placed, Start, item::Seat},
    paper::pen::Pen,
    say,
    words::{date, joined, shared, time},
};

impl<'a> Pen<'a> {
    /// When an item is, with its day where that is asked for.
    pub(super) fn time_in_short(
        &mut self,
        item: &'a Item,
        placed: &Placed,
        with_day: bool,
    ) -> String {
        let day = match (placed.day, placed.until) {
            (Some(first), Some(last)) if with_day => date::range(first, last, self.lang),
            (Some(day), None) if with_day => date::full(day, self.lang),
            _ => String::new(),
        };
        let clock = |at: NaiveDateTime| Clock::of(at, placed.day?);
        let start = placed.start.and_then(|moment| clock(moment.local));
        let time = match (&item.slot.start, start) {
            (Start::After(_), Some(start)) => {
                let end = placed.end.and_then(|moment| clock(moment.local));
                let of = |clock: Clock| (clock.hour(), clock.minute());
                let span = end.map_or_else(
                    || time::clock(start.hour(), start.minute(), self.lang),
                    |end| time::span(of(start), of(end), self.lang),
                );
                format!("{} ({span})", self.say(shared::FOLLOWING))
            }
            _ => self.when(item, placed, None).join(" "),
        };
        let whose_clock = self.local_time(item).unwrap_or_default();
        let time = [time.as_str(), whose_clock.as_str()].join(" ");
        let parts = [day.as_str(), time.trim()];
        joined(parts, self.comma())
    }

    /// An item as one has to know it who has not heard of it: when, where, how and with whom.
    pub(super) fn in_short(&mut self, item: &'a Item, placed: &Placed) -> String {
        let meeting_point = self.meeting_point(item).into_iter();
        let receives = match self.names(item.host.iter()) {
            names if names.is_empty() => names,
            names => self.sentence(field("host"), &names),
        };
        let mut parts = vec![
            self.time_in_short(item, placed, placed.until.is_some()),
            self.place_and_room(item),
        ];
        parts.extend(meeting_point.map(|fact| format!("{} {}", fact.label, fact.text)));
        parts.push(self.journey(item));
        parts.push(receives);
        let rides = self.rides(item).into_iter();
        parts.extend(rides.map(|fact| format!("{} {}", fact.label, fact.text).trim().to_owned()));
        if !item.contact.is_empty() {
            parts.push(self.sentence(field("contact"), &item.contact));
        }
        self.series(&parts)
    }

    /// Who speaks, about what and for how long.
    pub(super) fn speeches_in_short(&mut self, item: &'a Item) -> String {
        let speeches: Vec<String> = item
            .speeches
            .iter()
            .map(|speech| {
                let minutes = self.minutes(speech);
                let topic = self.text(&speech.topic);
                let parts = [self.who(&speech.speaker).as_str(), topic, minutes.as_str()]
                    .map(str::to_owned);
                joined(parts, self.comma())
            })
            .collect();
        self.series(&speeches)
    }

    /// The vehicles of an item.
    pub(super) fn vehicles_of(&self, item: &Item) -> String {
        let vehicles = item.vehicles.iter();
        let vehicles = vehicles.filter_map(|id| self.visit().vehicles.get(id));
        let vehicles: Vec<String> = vehicles.map(|vehicle| self.vehicle(vehicle)).collect();
        self.series(&vehicles)
    }

    /// "Wagen 1: Achraf Berrazouk (hinten rechts); …", each vehicle with its own.
    pub(super) fn seats_by_vehicle(&mut self, seats: &[&'a Seat]) -> String {
        let by_vehicle = seats.chunk_by(|a, b| a.vehicle == b.vehicle);
        let said: Vec<String> = by_vehicle
            .map(|seats| {
                let names = self.seats(seats);
                let vehicle = seats[0].vehicle.as_ref();
                match vehicle.and_then(|id| self.visit().vehicles.get(id)) {
                    Some(vehicle) => {
                        let name = self.title_of(AnyRef::Vehicle(vehicle));
                        format!("{} {names}", self.labelled(&name))
                            .trim()
                            .to_owned()
                    }
                    None => names,
                }
            })
            .collect();
        self.series(&said)
    }

    /// "mit Miriam Koch; ohne Jan Meyer; freigestellt: …".
    pub(super) fn with_and_without(
        &mut self,
        people: &[(&'a Participant, Option<Part>)],
    ) -> String {
        let mut of = |wanted: Option<Part>| -> String {
            let people = people.iter().filter(|(_, part)| *part == wanted);
            let names = people.map(|(person, _)| self.name_alone(person));
            names.collect::<Vec<_>>().join(self.comma())
        };
        let [with, optional, without] =
            [Some(Part::Attends), Some(Part::Optional), None].map(&mut of);
        let lang = self.lang;
        let mut said = Vec::new();
        if !with.is_empty() {
            said.push(say!(
                lang,
                "mit {with}",
                "with {with}",
                "avec {with}",
                "مع {with}"
            ));
        }
        if !optional.is_empty() {
            let optional = say!(
                lang,
                "freigestellt: {optional}",
                "optional: {optional}",
                "facultatif\u{a0}: {optional}",
                "اختياري: {optional}"
            );
            said.push(optional);
        }
        if !without.is_empty() {
            let without = say!(
                lang,
                "ohne {without}",
                "without {without}",
                "sans {without}",
                "بدون {without}"
            );
            said.push(without);
        }
        self.series(&said)
    }
}
