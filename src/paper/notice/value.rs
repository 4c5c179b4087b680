//! The value of any declared field as a paper says it.

use std::any::Any;

use crate::{
    model::{
        AnyRef, Clock, FieldInfo, Fields, Kind, Link, Name, Participant, Prose, Text, Tongue, View,
        field::Shape, value::Entry,
    },
    paper::pen::Pen,
    words::{capitalised, date, joined},
};

impl<'a> Pen<'a> {
    /// What a field of a record says; empty where it says nothing.
    pub(super) fn value_of_field(&mut self, value: &'a dyn Entry, info: &FieldInfo) -> String {
        let any = value as &dyn Any;
        if let Some(text) = any.downcast_ref::<Text>() {
            return self.text(text).to_owned();
        }
        if let Some(prose) = any.downcast_ref::<Prose>() {
            return self.prose(prose).to_owned();
        }
        match info.shape {
            Shape::Date => {
                let days = value.dates().into_iter();
                let days: Vec<String> = days.map(|day| date::long(day, self.lang)).collect();
                days.join(self.comma())
            }
            Shape::Clock => any
                .downcast_ref::<Option<Clock>>()
                .and_then(|clock| clock.map(|clock| self.full_clock(clock)))
                .unwrap_or_default(),
            Shape::Ref(_) | Shape::Refs(_) if !value.links().is_empty() => {
                let names: Vec<String> = value
                    .links()
                    .iter()
                    .map(|link| self.name_of_link(link))
                    .collect();
                self.series(&names)
            }
            // A letter of another visit has no name here.
            Shape::Ref(Kind::Letter) => String::new(),
            Shape::List => self.list_value(value),
            Shape::Rows(_) => {
                let rows = value.rows();
                let rows: Vec<String> =
                    rows.into_iter().map(|row| self.row_in_short(row)).collect();
                self.series(&rows)
            }
            Shape::Parts(_) => match any.downcast_ref::<Name>() {
                Some(name) => name.full(),
                None => self.as_typed(value),
            },
            _ => self.as_typed(value),
        }
    }

    fn as_typed(&self, value: &dyn Entry) -> String {
        value.typed(View {
            visit: self.visit(),
            lang: self.lang,
        })
    }

    fn list_value(&mut self, value: &'a dyn Entry) -> String {
        let any = value as &dyn Any;
        if let Some(texts) = any.downcast_ref::<Vec<Text>>() {
            self.texts(texts)
        } else if let Some(tongues) = any.downcast_ref::<Vec<Tongue>>() {
            self.tongues(tongues)
        } else if let Some(words) = any.downcast_ref::<Vec<String>>() {
            words.join(self.comma())
        } else {
            self.as_typed(value)
        }
    }

    /// What a row says, cell by cell.
    fn row_in_short(&mut self, row: &'a dyn Fields) -> String {
        let cells: Vec<String> = row
            .info()
            .iter()
            .enumerate()
            .filter(|(at, _)| !row.value(*at).is_empty())
            .map(|(at, info)| self.value_of_field(row.value(at), info))
            .filter(|cell| !cell.is_empty())
            .collect();
        cells.join(self.comma())
    }

    /// What a record is called where something refers to it.
    fn name_of_link(&mut self, link: &Link) -> String {
        let visit = self.visit();
        match visit.record(&link.id) {
            Some(AnyRef::Participant(person)) => self.in_full(person),
            Some(record) => self.title_of(record),
            None => String::new(),
        }
    }

    /// Somebody's name with the function, whether or not it was said before.
    pub(super) fn in_full(&mut self, person: &'a Participant) -> String {
        let function = self.text(&person.function);
        self.name_with(person, function)
    }

    /// What a record is called.
    pub(super) fn title_of(&mut self, record: AnyRef<'a>) -> String {
        match record {
            AnyRef::Visit(head) => self.text(&head.title).to_owned(),
            AnyRef::Item(item) => match self.text(&item.title) {
                "" => self.say(item.kind.label()).to_owned(),
                title => title.to_owned(),
            },
            AnyRef::Participant(person) => capitalised(&self.name_alone(person)),
            AnyRef::Letter(letter) => {
                capitalised(&letter.title_in_list(self.lang, self.visit().main_lang()))
            }
            AnyRef::Place(place) => {
                let (name, city) = (self.text(&place.name), self.text(&place.city));
                let parts = [name, if name.contains(city) { "" } else { city }];
                joined(parts, self.comma())
            }
            AnyRef::Vehicle(vehicle) => match vehicle.name.as_str() {
                "" => vehicle.plate.clone(),
                name => name.to_owned(),
            },
            AnyRef::Task(task) => task.title.clone(),
        }
    }
}
