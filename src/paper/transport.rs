//! How one travels: carrier and number, from and to, check-in, vehicles and who sits in them.

use super::{
    document::Fact,
    pen::{Pen, label},
    ride::is_booked,
};
use crate::{
    model::{Item, Vehicle, item::Seat},
    say,
    words::{Said, joined, time},
};

const CHECK_IN: Said = label(Item::FIELDS, "check_in");
const VEHICLES: Said = label(Item::FIELDS, "vehicles");
const FROM: Said = Said::new("Abfahrt", "From", "Départ").ar("الانطلاق");
const TO: Said = Said::new("Ziel", "Destination", "Destination").ar("الوجهة");
const DRIVER: Said = Said::new("Fahrer/in", "driver", "chauffeur").ar("السائق");

impl<'a> Pen<'a> {
    /// Carrier, number, from and to, platform: "ICE 705, ab Berlin", "AT 742, Marrakesch – Düsseldorf".
    pub(super) fn journey(&mut self, item: &'a Item) -> String {
        let (from, to) = (self.text(&item.from), self.text(&item.to));
        let way = match (from, to) {
            ("", "") => String::new(),
            // A town bends with "ab" and "nach", a place does not.
            (from, "") if !is_booked(item) => self.sentence(FROM, from),
            ("", to) if !is_booked(item) => self.sentence(TO, to),
            (from, "") => say!(
                self.lang,
                "ab {from}",
                "from {from}",
                "depuis {from}",
                "من {from}"
            ),
            ("", to) => say!(self.lang, "nach {to}", "to {to}", "vers {to}", "إلى {to}"),
            (from, to) => format!("{from} – {to}"),
        };
        let carrier = format!("{} {}", item.carrier, item.number);
        let parts = [carrier.trim(), &way, &item.terminal];
        joined(parts, self.comma())
    }

    /// Check-in, vehicles and seats.
    pub(super) fn rides(&mut self, item: &'a Item) -> Vec<Fact> {
        let mut facts = Vec::new();
        if let Some(clock) = item.check_in {
            let clock = time::clock_full(clock.hour(), clock.minute(), self.lang);
            facts.push(self.fact(CHECK_IN, clock));
        }
        if let Some(own) = self.own_ride(item) {
            facts.push(own);
            return facts;
        }
        let mut vehicles = self.vehicles_at(item);
        if self.own.is_some() {
            // Where others have seats there is none for whoever has none.
            vehicles.retain(|vehicle| !has_seats(item, vehicle));
        }
        for (at, vehicle) in vehicles.into_iter().enumerate() {
            let fact = self.fact(VEHICLES, self.vehicle(vehicle));
            facts.push(Fact {
                label: if at == 0 { fact.label } else { String::new() },
                ..fact
            });
            let seats: Vec<&'a Seat> = item
                .seats
                .iter()
                .filter(|seat| seat.vehicle.as_ref() == Some(&vehicle.id))
                .collect();
            if !seats.is_empty() {
                facts.push(Fact {
                    label: String::new(),
                    text: self.seats(&seats),
                });
            }
        }
        let loose: Vec<&'a Seat> = item
            .seats
            .iter()
            .filter(|seat| seat.vehicle.is_none() && self.own.is_none())
            .collect();
        if !loose.is_empty() {
            let seats = self.seats(&loose);
            facts.push(self.fact(label(Item::FIELDS, "seats"), seats));
        }
        facts
    }

    /// The vehicles of an item, those in which people have seats last.
    pub(super) fn vehicles_at(&self, item: &'a Item) -> Vec<&'a Vehicle> {
        let mut vehicles: Vec<&'a Vehicle> = Vec::new();
        let seated = item.seats.iter().filter_map(|seat| seat.vehicle.as_ref());
        for vehicle in item.vehicles.iter().chain(seated) {
            let vehicle = self.visit().vehicles.get(vehicle);
            vehicles.extend(vehicle.filter(|vehicle| !vehicles.iter().any(|v| v.id == vehicle.id)));
        }
        vehicles
    }

    /// "Wagen 1 (Kleinbus, D-PR 101; Fahrer/in: Peter Lenz, +49 …)".
    pub(super) fn vehicle(&self, vehicle: &Vehicle) -> String {
        let driver = joined([&vehicle.driver, &vehicle.driver_phone], self.comma());
        let driver = if driver.is_empty() {
            driver
        } else {
            self.sentence(DRIVER, &driver)
        };
        let what = joined(
            [&vehicle.model, &vehicle.plate, &vehicle.company],
            self.comma(),
        );
        let more = self.series(&[what, driver]);
        if more.is_empty() {
            vehicle.name.clone()
        } else {
            format!("{} ({more})", vehicle.name).trim_start().to_owned()
        }
    }

    /// "Achraf Berrazouk (hinten rechts); …".
    pub(super) fn seats(&mut self, seats: &[&'a Seat]) -> String {
        let seats = seats.iter().map(|seat| {
            let person = self.who(&seat.person);
            match seat.seat.as_str() {
                "" => person,
                place => format!("{person} ({place})").trim_start().to_owned(),
            }
        });
        let seats: Vec<String> = seats.collect();
        self.series(&seats)
    }
}

/// Whether people have seats of their own in a vehicle.
pub(super) fn has_seats(item: &Item, vehicle: &Vehicle) -> bool {
    let mut seats = item.seats.iter();
    seats.any(|seat| seat.vehicle.as_ref() == Some(&vehicle.id))
}
