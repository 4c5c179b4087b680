//! Where: place and room, at first mention with the address, and how to get in.

use super::{
    document::{Detail, Fact},
    pen::{Pen, label},
};
use crate::{
    model::{Item, Place},
    words::{Said, joined},
};

const MEETING_POINT: Said =
    Said::new("Treffpunkt", "Meeting point", "Rendez-vous").ar("نقطة اللقاء");
const ENTRY: Said = label(Place::FIELDS, "entry");
const PHONE: Said = label(Place::FIELDS, "phone");

impl<'a> Pen<'a> {
    /// Place and room of an item; at the first mention of a place in a paper with its address, and
    /// with facts about how to get in.
    pub(super) fn place(&mut self, item: &'a Item) -> (Vec<Detail>, Vec<Fact>) {
        let Some(place) = self.place_of(item) else {
            let room = self.text(&item.room).to_owned();
            return (texts([room]), Vec::new());
        };
        let room = self.text(&item.room);
        let (said, access) = self.place_in_full(place, room);
        (texts(said), access)
    }

    /// A place and a room in it; at the first mention in a paper with the address, and with facts
    /// about how to get in.
    pub(super) fn place_in_full(
        &mut self,
        place: &'a Place,
        room: &str,
    ) -> ([String; 3], Vec<Fact>) {
        let place_and_room = self.place_called(place, room);
        if !self.told.insert(place.id.as_str()) {
            return ([place_and_room, String::new(), String::new()], Vec::new());
        }
        let address = self.prose(&place.address).lines().map(str::trim);
        let address = address.collect::<Vec<_>>().join(", ");
        let remark = self.prose(&place.remark).to_owned();
        let access = [(ENTRY, self.text(&place.entry)), (PHONE, &place.phone)];
        let access = access.into_iter().filter(|(_, text)| !text.is_empty());
        let access = access.map(|(label, text)| self.fact(label, text)).collect();
        ([place_and_room, address, remark], access)
    }

    /// "Rathaus, Jan-Wellem-Saal", and the town where that is another one.
    pub(super) fn place_called(&mut self, place: &'a Place, room: &str) -> String {
        let name = self.text(&place.name);
        let city = match self.text(&place.city) {
            city if name.contains(city) => "",
            city => city,
        };
        let parts = [name, room, city];
        joined(parts, self.comma())
    }

    /// Place and room of an item, with the town where that is not in the place's name.
    pub(super) fn place_and_room(&mut self, item: &'a Item) -> String {
        match self.place_of(item) {
            Some(place) => {
                let room = self.text(&item.room);
                self.place_called(place, room)
            }
            None => self.text(&item.room).to_owned(),
        }
    }

    /// Where one meets for an item.
    pub(super) fn meeting_point(&mut self, item: &'a Item) -> Option<Fact> {
        let text = self.text(&item.meeting_point);
        (!text.is_empty()).then(|| self.fact(MEETING_POINT, text))
    }

    pub(super) fn place_of(&self, item: &Item) -> Option<&'a Place> {
        self.visit().places.get(item.place.as_ref()?)
    }
}

fn texts<const N: usize>(texts: [String; N]) -> Vec<Detail> {
    let texts = texts.into_iter().filter(|text| !text.is_empty());
    texts.map(Detail::Text).collect()
}
