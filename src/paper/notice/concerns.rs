//! What of all that a reader may know is told to him or her when it changes.
//!
//! Nothing is decided here about secrets: whoever may not know something has a copy without it.
//! A notice is to be short, so one person hears of the records that his or her own items lead to,
//! and nobody hears of what no paper of theirs says.

use std::collections::HashSet;

use crate::{
    audience::{Audience, Reader, Redacted, Whose},
    model::{Id, Item, Kind, Letter, Participant, Visit, Who},
};

/// Which records concern a reader.
pub(super) struct Concern {
    reader: Reader,
    /// What leads to the reader; none where he or she hears of everything in the copy.
    linked: Option<HashSet<String>>,
}

impl Concern {
    pub(super) fn of(old: &Redacted, new: &Redacted) -> Self {
        let reader = new.reader().clone();
        let linked = reader.whose.as_ref().map(|whose| {
            let mut linked = HashSet::new();
            for visit in [old.visit(), new.visit()] {
                collect(visit, whose, &mut linked);
            }
            linked
        });
        Self { reader, linked }
    }

    /// Whether the reader hears of a record at all.
    pub(super) fn hears_of(&self, kind: Kind, id: &str) -> bool {
        match kind {
            Kind::Task => self.reader.audience == Audience::Internal && self.linked.is_none(),
            Kind::Visit | Kind::Item => true,
            _ => self
                .linked
                .as_ref()
                .is_none_or(|linked| linked.contains(id)),
        }
    }

    /// Whether the reader hears of a field of a record when it changes.
    pub(super) fn tells(&self, kind: Kind, id: &str, key: &str) -> bool {
        let is_own = self
            .reader
            .participant()
            .is_some_and(|own| own.as_str() == id);
        let audience = self.reader.audience;
        if audience == Audience::Internal || is_own {
            return true;
        }
        let unsaid: &[&str] = match kind {
            Kind::Visit => self.unsaid_of_visit(),
            Kind::Item => &["kind"],
            Kind::Participant => unsaid_of_person(audience),
            Kind::Letter if self.linked.is_some() => OF_THE_LETTER_ALONE,
            _ => &[],
        };
        !unsaid.contains(&key)
    }

    fn unsaid_of_visit(&self) -> &'static [&'static str] {
        match self.reader.audience {
            _ if self.linked.is_some() => BACKGROUND,
            Audience::Host | Audience::Delegation | Audience::Press => &["direction", "language"],
            _ => BACKGROUND,
        }
    }
}

/// What a visit is about, which changes nobody's way.
const BACKGROUND: &[&str] = &[
    "direction",
    "language",
    "host",
    "host_place",
    "host_country",
    "guest",
    "guest_place",
    "guest_country",
    "purpose",
    "topics",
    "supporters",
    "legal_bases",
    "remark",
];

/// What of a letter matters to no more than those who have to do with all of it.
const OF_THE_LETTER_ALONE: &[&str] = &[
    "kind",
    "originals",
    "legal_bases",
    "topics",
    "sdgs",
    "supporters",
    "validity",
    "valid_until",
    "predecessor",
    "delay",
    "commitments",
    "remark",
];

/// What of others no paper of an audience says.
const fn unsaid_of_person(audience: Audience) -> &'static [&'static str] {
    match audience {
        Audience::Internal | Audience::Host => &[],
        Audience::Delegation | Audience::Person | Audience::Interpreter => {
            &["salutation", "spoken", "replies", "languages"]
        }
        Audience::Driver => &[
            "salutation",
            "spoken",
            "replies",
            "languages",
            "email",
            "lodging_room",
            "head",
            "side",
        ],
        Audience::Security => &["salutation", "spoken", "replies", "languages", "email"],
        Audience::Catering => &["side", "replies"],
        Audience::Press => &["side", "present_from", "present_until"],
    }
}

/// What the items, the letters and the record of one person, or of a vehicle, lead to.
fn collect(visit: &Visit, whose: &Whose, linked: &mut HashSet<String>) {
    for item in visit.items.iter() {
        linked.extend(item.place.iter().map(Id::to_string));
        linked.extend(met(item).map(Id::to_string));
        linked.extend(item.letter.iter().map(Id::to_string));
        if let Whose::Person(id) = whose {
            linked.extend(ridden(item, id));
        }
    }
    let of_an_item = |letter: &Letter| {
        let item = letter.item.as_ref();
        item.is_some_and(|id| visit.items.get(id).is_some())
    };
    match whose {
        Whose::Vehicle(id) => {
            linked.insert(id.to_string());
        }
        Whose::Person(id) => {
            linked.insert(id.to_string());
            let person = visit.participants.get(id);
            let lodging = person.and_then(|person| person.lodging.as_ref());
            linked.extend(lodging.map(Id::to_string));
            let letters = visit.letters.iter();
            let letters = letters.filter(|letter| of_an_item(letter) || signs(letter, id));
            linked.extend(letters.map(|letter| letter.id.to_string()));
        }
    }
}

/// Whom one has to do with at an item: who receives, interprets, speaks or rides along.
fn met(item: &Item) -> impl Iterator<Item = &Id<Participant>> {
    let speakers = item.speeches.iter().map(|speech| &speech.speaker);
    let riders = item.seats.iter().map(|seat| &seat.person);
    let named = speakers.chain(riders).filter_map(Who::participant);
    item.host
        .iter()
        .chain(item.interpreters.iter())
        .chain(named)
}

/// The vehicles that somebody rides in: the own seat's, else all of the item.
fn ridden(item: &Item, id: &Id<Participant>) -> Vec<String> {
    let mut own = item
        .seats
        .iter()
        .filter(|seat| seat.person.participant() == Some(id))
        .filter_map(|seat| seat.vehicle.as_ref())
        .peekable();
    if own.peek().is_some() {
        own.map(Id::to_string).collect()
    } else {
        item.vehicles.iter().map(Id::to_string).collect()
    }
}

fn signs(letter: &Letter, id: &Id<Participant>) -> bool {
    let mut signatories = letter.signatories.iter();
    signatories.any(|row| row.person.participant() == Some(id)) || letter.witnesses.contains(id)
}
