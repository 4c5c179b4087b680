//! A visit from which the copies for all its readers are made, what they have in common worked out
//! once.

use super::{
    Reader, hears,
    redact::{Redacted, clear, drop_unused, forget_lost, known},
    settle::Hidden,
};
use crate::model::{
    AnyRecord, AnyRef, Id, Item, Kind, Letter, Participant, Programme, Record, Side, Sight, Visit,
    precedence,
};

/// A visit with what is worked out from all of it, whoever may know how much.
#[derive(Debug, Clone)]
pub struct Whole<'a> {
    visit: &'a Visit,
    programme: Programme,
    precedence: Vec<Id<Participant>>,
    guests: Option<u32>,
}

/// What a reader may know of a visit.
pub fn redact(visit: &Visit, reader: impl Into<Reader>) -> Redacted {
    Whole::of(visit).redact(reader)
}

impl<'a> Whole<'a> {
    /// Works out the times and the precedence.
    pub fn of(visit: &'a Visit) -> Self {
        let people = precedence::of_all(visit).into_iter();
        Self {
            visit,
            programme: Programme::of(visit),
            precedence: people.map(|person| person.id.clone()).collect(),
            guests: guests(visit),
        }
    }

    /// What a reader may know of it.
    pub fn redact(&self, reader: impl Into<Reader>) -> Redacted {
        let reader = reader.into();
        let visit = self.known_to(&reader);
        let is_known = |id: &&Id<Participant>| visit.participants.get(*id).is_some();
        let precedence = self.precedence.iter().filter(is_known).cloned();
        let programme = self.programme.clone();
        Redacted {
            precedence: precedence.collect(),
            guests: self.guests,
            zone: self.visit.zone(),
            programme: programme.keeping(|id| visit.items.get(id).is_some()),
            visit,
            reader,
        }
    }

    /// The records, without what the reader may not know.
    fn known_to(&self, reader: &Reader) -> Visit {
        let (visit, audience) = (self.visit, reader.audience);
        let (heard, hidden): (Vec<&Item>, Vec<&Item>) = visit
            .items
            .iter()
            .partition(|item| hears::of_item(reader, item, visit));
        let hidden: Hidden = hidden.into_iter().map(|item| item.id.clone()).collect();
        let items: Vec<Item> = heard
            .into_iter()
            .map(|item| known(item, visit, &self.programme, &hidden, audience))
            .collect();
        let letters: Vec<Letter> = visit
            .letters
            .iter()
            .filter(|letter| hears::of_letter(audience, letter, &items))
            .cloned()
            .collect();
        let heard = (&items[..], &letters[..]);
        let people: Vec<Participant> = visit
            .participants
            .iter()
            .filter_map(|person| hears::of_person(reader, person, visit, heard))
            .collect();

        let mut copy = Visit::new(visit.head.clone());
        clear(&mut copy.head, |sight| audience.sees(sight));
        let mut keep = |mut record: AnyRecord| {
            let is_own = reader
                .participant()
                .is_some_and(|id| record.id() == id.as_str());
            clear(record.fields_mut(), |sight| {
                audience.sees(sight) || is_own && sight != Sight::Internal
            });
            copy.put(record);
        };
        items.into_iter().map(Record::into_any).for_each(&mut keep);
        letters
            .into_iter()
            .map(Record::into_any)
            .for_each(&mut keep);
        people.into_iter().map(Record::into_any).for_each(&mut keep);
        for kind in [Kind::Place, Kind::Vehicle, Kind::Task] {
            let sees_some = kind.fields().iter().any(|info| audience.sees(info.sight));
            if sees_some && hears::of_kind(audience, kind) {
                visit
                    .records(kind)
                    .map(AnyRef::to_owned)
                    .for_each(&mut keep);
            }
        }
        forget_lost(&mut copy);
        // A vehicle that goes may have been the only one to lead to somebody, but never to a place.
        for kind in [Kind::Vehicle, Kind::Place] {
            if hears::only_used(audience, kind) {
                drop_unused(&mut copy, kind);
            }
        }
        copy
    }
}

/// How many guests there are from beginning to end, where nothing is open about it.
fn guests(visit: &Visit) -> Option<u32> {
    let mut heads = 0;
    for guest in visit.participants.iter() {
        if guest.side != Side::Guest {
            continue;
        }
        let is_counted = guest.name.is_known() || guest.count.is_some();
        let stays = guest.present_from.is_none() && guest.present_until.is_none();
        let (least, most) = guest.heads();
        if !is_counted || !stays || least != most {
            return None;
        }
        heads += most;
    }
    (heads > 0).then_some(heads)
}
