//! A journey as whoever drives has it: where people are picked up, when and where they go.

use chrono::NaiveDate;

use super::{
    document::Fact,
    passengers::{Passenger, Rider},
    pen::{Pen, label},
};
use crate::{
    model::{Clock, Item, ItemKind, Participant, Place, Placed, Start, Text},
    say,
    words::{Lang, Said, joined, shared},
};

const PICK_UP: Said = Said::new("Abholung", "Pick-up", "Prise en charge").ar("نقطة الانطلاق");
const DESTINATION: Said = Said::new("Ziel", "Destination", "Destination").ar("الوجهة");
const LODGING: Said = label(Participant::FIELDS, "lodging");
/// Where a journey begins or ends: a text, or a place of the visit.
#[derive(Clone, Copy)]
enum Stop<'a> {
    Text(&'a Text),
    Place(&'a Place, Option<&'a Text>),
}

/// Whether people come by flight, train or the like, so that the vehicles wait for it.
pub(super) fn is_booked(item: &Item) -> bool {
    !item.carrier.is_empty() || !item.number.is_empty()
}

/// Whether the time of an item is that at which the vehicles set off or, when people come in, wait.
pub(super) fn sets_off(item: &Item) -> bool {
    match item.kind {
        ItemKind::Arrival => true,
        ItemKind::Transfer | ItemKind::Departure => !is_booked(item),
        _ => false,
    }
}

/// Whether people come in by flight, train or the like.
pub(super) fn comes_in(item: &Item) -> bool {
    is_booked(item) && item.kind == ItemKind::Arrival
}

impl<'a> Pen<'a> {
    /// When a vehicle is needed: when people come in, else when the item begins.
    pub(super) fn when_needed(
        &self,
        item: &Item,
        placed: &Placed,
        day: Option<NaiveDate>,
    ) -> Vec<String> {
        match (placed.end, placed.day) {
            (Some(end), Some(first)) if comes_in(item) => {
                let Some(clock) = Clock::of(end.local, first) else {
                    return self.when(item, placed, day);
                };
                let said = match item.slot.start {
                    Start::About(_) => self.word(shared::ABOUT, &self.clock(clock)),
                    _ => self.clock(clock),
                };
                [said]
                    .into_iter()
                    .chain(self.days_later(None, Some(clock)))
                    .collect()
            }
            _ => self.when(item, placed, day),
        }
    }

    /// Where people are picked up, where they go and, for a flight, where their lodgings are.
    pub(super) fn way(&mut self, item: &'a Item, riders: &[Passenger<'a>]) -> Vec<Fact> {
        let (from, to) = self.stops(item);
        let terminal = item.terminal.as_str();
        let (at_start, at_end) = match (is_booked(item), comes_in(item)) {
            (_, true) => (terminal, ""),
            (true, false) => ("", terminal),
            (false, false) => ("", ""),
        };
        let meeting_point = self.text(&item.meeting_point).to_owned();
        let mut facts = Vec::new();
        self.push_stop(&mut facts, PICK_UP, from, &[at_start, &meeting_point]);
        // Whoever is not told where to pick people up begins where they lodge.
        let begins_open = from.is_none() && meeting_point.is_empty();
        if begins_open {
            facts.extend(self.lodgings(riders));
        }
        self.push_stop(&mut facts, DESTINATION, to, &[at_end]);
        if !begins_open && to.is_none() {
            facts.extend(self.lodgings(riders));
        }
        facts
    }

    /// The same in one line each, without addresses: where people are picked up.
    pub(super) fn pick_up(&mut self, item: &'a Item) -> String {
        let meeting_point = self.text(&item.meeting_point);
        let place = match self.stops(item).0 {
            None => String::new(),
            Some(Stop::Text(text)) => self.text(text).to_owned(),
            Some(Stop::Place(place, room)) => {
                let room = room.map_or("", |room| self.text(room));
                self.place_called(place, room)
            }
        };
        let terminal = if comes_in(item) {
            item.terminal.as_str()
        } else {
            ""
        };
        self.joined(&[&place, terminal, meeting_point])
    }

    /// "Royal Air Maroc AT 0810 aus Casablanca".
    pub(super) fn booked(&mut self, item: &'a Item) -> String {
        if !is_booked(item) {
            return String::new();
        }
        let named = format!("{} {}", item.carrier, item.number);
        let named = named.trim();
        if comes_in(item) {
            match self.text(&item.from) {
                "" => named.to_owned(),
                from => say!(
                    self.lang,
                    "{named} aus {from}",
                    "{named} from {from}",
                    "{named} en provenance de {from}",
                    "{named} من {from}"
                ),
            }
        } else {
            match self.text(&item.to) {
                "" => named.to_owned(),
                to => say!(
                    self.lang,
                    "{named} nach {to}",
                    "{named} to {to}",
                    "{named} à destination de {to}",
                    "{named} إلى {to}"
                ),
            }
        }
    }

    /// Where one takes a flight or train, or checks in for it.
    pub(super) fn counter(&mut self, item: &'a Item) -> String {
        let place = match self.place_and_room(item) {
            nowhere if nowhere.is_empty() => self.text(&item.from).to_owned(),
            place => place,
        };
        self.joined(&[&place, &item.terminal])
    }

    /// Where a journey begins and where it ends, for the vehicle.
    fn stops(&self, item: &'a Item) -> (Option<Stop<'a>>, Option<Stop<'a>>) {
        let place = self
            .place_of(item)
            .map(|place| Stop::Place(place, Some(&item.room)));
        let text = |text: &'a Text| (!text.is_empty()).then(|| self.stop(text));
        let (from, to) = (text(&item.from), text(&item.to));
        match (is_booked(item), item.kind) {
            (true, ItemKind::Arrival) => (place.or(to), None),
            (true, _) => (None, place.or(from)),
            (false, _) if to.is_some() && from.is_none() => {
                let is_the_end = matches!((place, to), (Some(Stop::Place(a, _)), Some(Stop::Place(b, _))) if a.id == b.id);
                (place.filter(|_| !is_the_end), to)
            }
            (false, _) => (from, to.or(place)),
        }
    }

    /// A text, or the place of the visit that has this name.
    fn stop(&self, text: &'a Text) -> Stop<'a> {
        let main = self.visit().main_lang();
        let is_named_so = |place: &&Place| {
            Lang::WRITTEN
                .iter()
                .filter_map(|lang| text.exactly(*lang, main))
                .any(|name| place.name.all().any(|own| own == name))
        };
        let place = self.visit().places.iter().find(is_named_so);
        place.map_or(Stop::Text(text), |place| Stop::Place(place, None))
    }

    fn push_stop(
        &mut self,
        facts: &mut Vec<Fact>,
        label: Said,
        stop: Option<Stop<'a>>,
        more: &[&str],
    ) {
        let (said, access) = match stop {
            None => (String::new(), Vec::new()),
            Some(Stop::Text(text)) => (self.text(text).to_owned(), Vec::new()),
            Some(Stop::Place(place, room)) => {
                let room = room.map_or("", |room| self.text(room));
                let ([name, address, remark], access) = self.place_in_full(place, room);
                (self.joined(&[&name, &address, &remark]), access)
            }
        };
        let parts: Vec<&str> = [said.as_str()]
            .into_iter()
            .chain(more.iter().copied())
            .collect();
        let said = self.joined(&parts);
        if !said.is_empty() {
            facts.push(self.fact(label, said));
        }
        facts.extend(access);
    }

    /// Where those who ride lodge, each place once.
    fn lodgings(&mut self, riders: &[Passenger<'a>]) -> Vec<Fact> {
        let mut places: Vec<&'a Place> = Vec::new();
        for rider in riders {
            let Rider::Known(person) = rider.who else {
                continue;
            };
            let place = person
                .lodging
                .as_ref()
                .and_then(|id| self.visit().places.get(id));
            places.extend(place.filter(|place| !places.iter().any(|other| other.id == place.id)));
        }
        let mut facts = Vec::new();
        for place in places {
            self.push_stop(&mut facts, LODGING, Some(Stop::Place(place, None)), &[]);
        }
        facts
    }

    fn joined(&self, parts: &[&str]) -> String {
        joined(parts, self.comma())
    }
}
