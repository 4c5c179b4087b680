//! Who rides in a vehicle, on which seat, and how many they are.

use chrono::NaiveDate;

use super::{document::Fact, heads::Heads, pen::Pen, transport::has_seats};
use crate::{
    model::{Item, ItemKind, Part, Participant, Vehicle, Who, item::Seat},
    say,
    words::Said,
};

const PASSENGERS: Said = Said::new("Fahrgäste", "Passengers", "Passagers").ar("الركاب");
const HEADS: Said = Said::new("Personenzahl", "Head count", "Nombre de personnes").ar("عدد الأشخاص");
const WITH_LUGGAGE: Said = Said::new(
    "Personen mit Gepäck",
    "People with luggage",
    "Personnes avec bagages",
)
.ar("عدد الأشخاص بأمتعتهم");

/// Somebody who rides, on which seat where that is said, and whether he or she surely does.
pub(super) struct Passenger<'a> {
    pub(super) who: Rider<'a>,
    pub(super) seat: &'a str,
    pub(super) surely: bool,
}

/// A participant, or somebody else by name.
pub(super) enum Rider<'a> {
    Known(&'a Participant),
    Named(&'a str),
}

impl<'a> Pen<'a> {
    /// Who rides in a vehicle on a day: those who have seats in their order, and those who attend
    /// and sit in none, where it is the vehicle of such. Also the other vehicles of those.
    pub(super) fn passengers(
        &self,
        item: &'a Item,
        vehicle: &Vehicle,
        day: Option<NaiveDate>,
    ) -> (Vec<Passenger<'a>>, Vec<&'a Vehicle>) {
        let seated: Vec<&'a Seat> = item.seats.iter().collect();
        let is_here = |seat: &&&Seat| seat.vehicle.as_ref() == Some(&vehicle.id);
        let mut riders: Vec<Passenger<'a>> = seated
            .iter()
            .filter(is_here)
            .filter_map(|seat| self.seated(seat))
            .collect();
        if has_seats(item, vehicle) {
            return (riders, Vec::new());
        }
        let without: Vec<&'a Vehicle> = self
            .vehicles_at(item)
            .into_iter()
            .filter(|other| other.id != vehicle.id && !has_seats(item, other))
            .collect();
        let sits = |person: &Participant| {
            let mut seated = seated.iter();
            seated
                .any(|seat| seat.vehicle.is_some() && seat.person.participant() == Some(&person.id))
        };
        let known = self.known;
        for person in known.people().filter(|person| !sits(person)) {
            let seat = seated
                .iter()
                .find(|seat| seat.person.participant() == Some(&person.id));
            let part = item.attend.part_of(person);
            if day.is_some_and(|day| !person.is_present(day)) || (part.is_none() && seat.is_none())
            {
                continue;
            }
            riders.push(Passenger {
                who: Rider::Known(person),
                seat: seat.map_or("", |seat| &seat.seat),
                surely: part != Some(Part::Optional),
            });
        }
        (riders, without)
    }

    fn seated(&self, seat: &'a Seat) -> Option<Passenger<'a>> {
        let who = match &seat.person {
            Who::Nobody => return None,
            Who::Named(name) => Rider::Named(name),
            Who::Is(id) => Rider::Known(self.visit().participants.get(id)?),
        };
        Some(Passenger {
            who,
            seat: &seat.seat,
            surely: true,
        })
    }

    /// How many ride and who they are, one a line with the seat; and with whom they are shared.
    pub(super) fn riders(
        &mut self,
        item: &Item,
        riders: &[Passenger<'a>],
        shared_with: &[&Vehicle],
    ) -> Vec<Fact> {
        let mut facts = Vec::new();
        if riders.is_empty() {
            return facts;
        }
        let heads: Heads = riders
            .iter()
            .map(|rider| {
                let heads = match rider.who {
                    Rider::Known(person) => Heads::of(person),
                    Rider::Named(_) => Heads::ONE,
                };
                if rider.surely { heads } else { heads.at_most() }
            })
            .sum();
        let has_luggage = matches!(item.kind, ItemKind::Arrival | ItemKind::Departure);
        facts.push(self.fact(
            if has_luggage { WITH_LUGGAGE } else { HEADS },
            heads.to_string(),
        ));
        for (at, rider) in riders.iter().enumerate() {
            let name = match rider.who {
                Rider::Known(person) => self.name(person, super::names::In::List),
                Rider::Named(name) => self.spelled(name),
            };
            let surely = if rider.surely {
                ""
            } else {
                self.say(Said::new("freigestellt", "optional", "facultatif").ar("اختياري"))
            };
            let more = self.series(&[rider.seat, surely]);
            let fact = self.fact(PASSENGERS, super::about::with_more(&name, &more));
            facts.push(Fact {
                label: if at == 0 { fact.label } else { String::new() },
                ..fact
            });
        }
        if !shared_with.is_empty() {
            let names: Vec<&str> = shared_with
                .iter()
                .map(|other| other.name.as_str())
                .collect();
            let others = names.join(self.comma());
            let text = say!(
                self.lang,
                "(mit {others}; Aufteilung offen)",
                "(with {others}; who rides where is open)",
                "(avec {others}\u{a0}; répartition à préciser)",
                "(مع {others}؛ التوزيع يحدد لاحقا)"
            );
            facts.push(Fact {
                label: String::new(),
                text,
            });
        }
        facts
    }
}
