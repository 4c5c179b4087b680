//! Where: place and room, at first mention with the address, and how to get in.

use super::{
    document::{Detail, Fact},
    pen::{Pen, label},
};
use crate::{
    model::{Item, Place},
    words::Said,
};

const MEETING_POINT: Said = Said::new("Treffpunkt", "Meeting point", "Rendez-vous");
const ENTRY: Said = label(Place::FIELDS, "entry");
const PHONE: Said = label(Place::FIELDS, "phone");

impl<'a> Pen<'a> {
    /// Place, room and address of an item.
    pub(super) fn place(&mut self, item: &'a Item) -> Vec<Detail> {
        let place = self.place_of(item);
        let mut parts: Vec<&'a str> = Vec::new();
        if let Some(place) = place {
            parts.push(self.text(&place.name));
        }
        parts.push(self.text(&item.room));
        if let Some(place) = place {
            let city = self.text(&place.city);
            if !parts.iter().any(|part| part.contains(city)) {
                parts.push(city);
            }
        }
        parts.retain(|part| !part.is_empty());
        let mut lines = vec![parts.join(", ")];
        if let Some(place) = place
            && self.told.insert(place.id.as_str())
        {
            let address = self.prose(&place.address).lines().map(str::trim);
            lines.push(address.collect::<Vec<_>>().join(", "));
            lines.push(self.prose(&place.remark).to_owned());
        }
        lines.retain(|line| !line.is_empty());
        lines.into_iter().map(Detail::Text).collect()
    }

    /// How to get there and in.
    pub(super) fn access(&mut self, item: &'a Item) -> Vec<Fact> {
        let place = self.place_of(item);
        let mut facts = vec![(MEETING_POINT, self.text(&item.meeting_point))];
        if let Some(place) = place {
            facts.push((ENTRY, self.text(&place.entry)));
            facts.push((PHONE, &place.phone));
        }
        facts.retain(|(_, text)| !text.is_empty());
        facts
            .into_iter()
            .map(|(label, text)| self.fact(label, text))
            .collect()
    }

    fn place_of(&self, item: &Item) -> Option<&'a Place> {
        self.visit().places.get(item.place.as_ref()?)
    }
}
