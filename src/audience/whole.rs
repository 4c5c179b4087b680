//! A visit from which the copies for all its readers are made, what they have in common worked out
//! once.

use super::{
    Audience, Reader, hears,
    redact::{Redacted, among, clear, drop_unused, forget_lost},
    settle::{self, Hidden},
};
use crate::model::{
    AnyRef, Id, Item, Kind, Letter, Participant, Programme, Record, Side, Sight, Visit, precedence,
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
    let reader = reader.into();
    let whole = Whole::of(visit);
    whole.redact(&whole.seen_by(reader.audience), reader)
}

/// The fields of every record that an audience may see, whichever records somebody of it hears of.
/// The copies for all who belong to it share them.
#[derive(Debug, Clone)]
pub struct Seen {
    audience: Audience,
    records: Visit,
}

impl Seen {
    /// Whose eyes they are.
    pub const fn audience(&self) -> Audience {
        self.audience
    }
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

    /// What an audience may see of each record.
    pub fn seen_by(&self, audience: Audience) -> Seen {
        let sees = |sight| audience.sees(sight);
        let mut records = Visit::new(self.visit.head.clone());
        clear(&mut records.head, sees);
        for record in Kind::ALL.iter().flat_map(|kind| self.visit.records(*kind)) {
            let sees_some = record.kind().fields().iter().any(|info| sees(info.sight));
            if record.kind() == Kind::Visit || !sees_some {
                continue;
            }
            let mut record = match record {
                AnyRef::Item(item) if !sees(Sight::Programme) => {
                    let attend = settle::who_surely_attends(&item.attend, self.visit);
                    let item = item.clone();
                    Item { attend, ..item }.into_any()
                }
                AnyRef::Participant(person) => hears::as_heard(audience, person).into_any(),
                other => other.to_owned(),
            };
            clear(record.fields_mut(), sees);
            records.put(record);
        }
        Seen { audience, records }
    }

    /// What a reader may know of it, given what the audience that it belongs to may see.
    pub fn redact(&self, seen: &Seen, reader: Reader) -> Redacted {
        let visit = self.known_to(seen, &reader);
        Redacted {
            people: among(&visit, self.precedence.iter()),
            guests: self.guests,
            zone: self.visit.zone(),
            conflicts: self.visit.conflicts.len(),
            programme: self.programme.keeping(|id| visit.items.get(id).is_some()),
            visit,
            reader,
        }
    }

    /// The records, without what the reader may not know.
    fn known_to(&self, seen: &Seen, reader: &Reader) -> Visit {
        let (visit, audience) = (self.visit, reader.audience);
        let (items, hidden): (Vec<&Item>, Vec<&Item>) = visit
            .items
            .iter()
            .partition(|item| hears::of_item(reader, item, visit));
        let hidden: Hidden = hidden.into_iter().map(|item| item.id.clone()).collect();
        let letters = visit.letters.iter();
        let letters: Vec<&Letter> = letters
            .filter(|letter| hears::of_letter(audience, letter, &items))
            .collect();
        let people = visit.participants.iter();
        let people = people.filter(|own| hears::of_person(reader, own, visit, (&items, &letters)));

        let mut copy = Visit::new(seen.records.head.clone());
        for item in &items {
            copy.items.share_of(&seen.records.items, &item.id);
            if let Some(slot) = settle::slot(item, visit, &self.programme, &hidden)
                && let Some(item) = copy.items.get(&item.id).cloned()
            {
                copy.items.put(Item { slot, ..item });
            }
        }
        for letter in &letters {
            copy.letters.share_of(&seen.records.letters, &letter.id);
        }
        for person in people {
            if reader.participant() == Some(&person.id) {
                copy.participants.put(own(person, audience));
            } else {
                copy.participants
                    .share_of(&seen.records.participants, &person.id);
            }
        }
        let all = |kind| hears::of_kind(audience, kind);
        if all(Kind::Place) {
            copy.places = seen.records.places.clone();
        }
        if all(Kind::Vehicle) {
            copy.vehicles = seen.records.vehicles.clone();
        }
        if all(Kind::Task) {
            copy.tasks = seen.records.tasks.clone();
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

/// A participant as the one that he or she is may see it: all but what is only for those who plan.
fn own(person: &Participant, audience: Audience) -> Participant {
    let mut person = hears::as_heard(audience, person);
    clear(&mut person, |sight| {
        audience.sees(sight) || sight != Sight::Internal
    });
    person
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
