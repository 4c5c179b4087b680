//! Who sits where in which vehicle.

use super::{WHO, WITHOUT_SEAT};
use crate::{
    model::{Participant, Vehicle, item::Seat},
    paper::{
        Block,
        columns::table_of,
        occasion::Occasion,
        pen::{Pen, label},
    },
    words::{Said, capitalised},
};

const SEAT: Said = label(Seat::FIELDS, "seat");
const VEHICLE: Said = label(Seat::FIELDS, "vehicle");

impl<'a> Pen<'a> {
    /// Who sits where in which vehicle, and who has no seat yet.
    pub(super) fn car_seats(&mut self, occasion: Occasion<'a>) -> Vec<Block> {
        let item = occasion.item;
        let mut rows = Vec::new();
        let seated = item.seats.iter().filter_map(|seat| seat.vehicle.as_ref());
        let mut vehicles: Vec<&'a Vehicle> = Vec::new();
        for id in item.vehicles.iter().chain(seated) {
            let vehicle = self.visit().vehicles.get(id);
            vehicles.extend(vehicle.filter(|own| vehicles.iter().all(|told| told.id != own.id)));
        }
        for vehicle in vehicles {
            let seats = item.seats.iter();
            let own = seats.filter(|seat| seat.vehicle.as_ref() == Some(&vehicle.id));
            let own: Vec<&'a Seat> = own.collect();
            let name = self.vehicle(vehicle);
            rows.extend(self.seat_rows(&name, &own));
        }
        let loose = item.seats.iter().filter(|seat| seat.vehicle.is_none());
        let loose: Vec<&'a Seat> = loose.collect();
        if !loose.is_empty() {
            rows.extend(self.seat_rows("", &loose));
        }
        let columns = [VEHICLE, SEAT, WHO].map(|said| self.say(said));
        let mut blocks = vec![Block::Table(table_of(
            &columns,
            self.marked_rows(item, rows),
        ))];
        let (mut without, _) = self.seated_people(occasion);
        let has_seat = |person: &Participant| {
            let mut seats = item.seats.iter();
            seats.any(|seat| seat.person.participant() == Some(&person.id))
        };
        without.retain(|person| !has_seat(person));
        if !item.seats.is_empty() && !without.is_empty() {
            let names = self.listed(&without);
            blocks.push(Block::Facts(vec![self.fact(WITHOUT_SEAT, names)]));
        }
        blocks
    }

    /// A row for each seat, the vehicle in the first.
    fn seat_rows(&mut self, vehicle: &str, seats: &[&'a Seat]) -> Vec<Vec<String>> {
        if seats.is_empty() {
            return vec![vec![vehicle.to_owned(), String::new(), String::new()]];
        }
        let rows = seats.iter().enumerate().map(|(at, seat)| {
            let vehicle = if at == 0 { vehicle } else { "" };
            vec![
                vehicle.to_owned(),
                seat.seat.clone(),
                capitalised(&self.who(&seat.person)),
            ]
        });
        rows.collect()
    }
}
