//! The copy of a visit that an audience may know.
//!
//! Times and precedence are worked out first, from the whole visit, so that they are right for
//! those who may not know what they rest on. Then records and fields go that the audience may not
//! know, and last every reference to what went.

use std::{borrow::Cow, collections::HashSet};

use super::{
    Audience, hears,
    settle::{self, Hidden},
};
use crate::model::{
    AnyRecord, AnyRef, Fields, Id, Item, Kind, Letter, Link, Participant, Programme, Record, Sight,
    Visit,
    field::{FieldInfo, Shape},
    precedence,
};

/// What an audience may know of a visit. Papers take nothing else.
#[derive(Debug, Clone, PartialEq)]
pub struct Redacted {
    visit: Visit,
    programme: Programme,
    precedence: Vec<Id<Participant>>,
    audience: Audience,
}

impl Redacted {
    /// The records, without what the audience may not know.
    pub const fn visit(&self) -> &Visit {
        &self.visit
    }

    /// The items in their order, with times that were worked out from the whole visit.
    pub const fn programme(&self) -> &Programme {
        &self.programme
    }

    /// Whom it is for.
    pub const fn audience(&self) -> Audience {
        self.audience
    }

    /// The participants in their precedence: guests, hosts, third parties.
    pub fn people(&self) -> impl Iterator<Item = &Participant> {
        self.precedence
            .iter()
            .filter_map(|id| self.visit.participants.get(id))
    }

    /// The same without what may still not take place.
    pub fn certain(&self) -> Cow<'_, Self> {
        let hidden: Hidden = self
            .visit
            .items
            .iter()
            .filter(|item| item.status.is_tentative())
            .map(|item| item.id.clone())
            .collect();
        if hidden.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut certain = self.clone();
        for id in &hidden {
            certain.visit.take(id.as_str());
        }
        let left: Vec<Id<Item>> = certain
            .visit
            .items
            .iter()
            .map(|item| item.id.clone())
            .collect();
        for item in left.iter().filter_map(|id| self.visit.items.get(id)) {
            let slot = settle::slot(item, &self.visit, &self.programme, &hidden);
            if slot != item.slot {
                let item = Item {
                    slot,
                    ..item.clone()
                };
                certain.visit.put(item.into_any());
            }
        }
        certain.programme = certain.programme.keeping(|id| !hidden.contains(id));
        forget_lost(&mut certain.visit);
        Cow::Owned(certain)
    }
}

/// What an audience may know of a visit.
pub fn redact(visit: &Visit, audience: Audience) -> Redacted {
    let programme = Programme::of(visit);
    let (heard, hidden): (Vec<&Item>, Vec<&Item>) = visit
        .items
        .iter()
        .partition(|item| hears::of_item(audience, item, visit));
    let hidden: Hidden = hidden.into_iter().map(|item| item.id.clone()).collect();
    let items: Vec<Item> = heard
        .into_iter()
        .map(|item| known(item, visit, &programme, &hidden, audience))
        .collect();
    let letters: Vec<Letter> = visit
        .letters
        .iter()
        .filter(|letter| hears::of_letter(audience, letter, &items))
        .cloned()
        .collect();
    let in_public =
        (audience == Audience::Press).then(|| hears::in_public(visit, &items, &letters));

    let mut copy = Visit::new(visit.head.clone());
    clear(&mut copy.head, audience);
    let mut keep = |record: AnyRecord| {
        let mut record = record;
        clear(record.fields_mut(), audience);
        copy.put(record);
    };
    items.into_iter().map(Record::into_any).for_each(&mut keep);
    letters
        .into_iter()
        .map(Record::into_any)
        .for_each(&mut keep);
    let people = visit.participants.iter().filter(|person| {
        in_public
            .as_ref()
            .is_none_or(|public| public.contains(&person.id))
    });
    people.cloned().map(Record::into_any).for_each(&mut keep);
    for kind in [Kind::Place, Kind::Vehicle, Kind::Task] {
        let may_know = kind != Kind::Task || audience == Audience::Internal;
        if may_know && kind.fields().iter().any(|info| audience.sees(info.sight)) {
            visit
                .records(kind)
                .map(AnyRef::to_owned)
                .for_each(&mut keep);
        }
    }
    forget_lost(&mut copy);
    if audience != Audience::Internal {
        drop_places_without_use(&mut copy);
    }
    let precedence = precedence::of_all(visit)
        .into_iter()
        .map(|person| &person.id)
        .filter(|id| copy.participants.get(*id).is_some());
    Redacted {
        precedence: precedence.cloned().collect(),
        visit: copy,
        programme: programme.keeping(|id| !hidden.contains(id)),
        audience,
    }
}

/// An item as it stands when the hidden ones are not known, its own fields still all there.
fn known(
    item: &Item,
    visit: &Visit,
    programme: &Programme,
    hidden: &Hidden,
    audience: Audience,
) -> Item {
    let mut item = Item {
        slot: settle::slot(item, visit, programme, hidden),
        ..item.clone()
    };
    if !audience.sees(Sight::Programme) {
        item.attend = settle::who_surely_attends(&item.attend, visit);
    }
    item
}

/// Empties every field, also of rows within a field, that the audience may not see.
fn clear(record: &mut dyn Fields, audience: Audience) {
    for (at, info) in record.info().iter().enumerate() {
        if !audience.sees(info.sight) {
            record.value_mut(at).clear();
        } else if matches!(info.shape, Shape::Rows(columns) if hides_some(columns, audience)) {
            for row in record.value_mut(at).rows_mut() {
                clear(row, audience);
            }
        }
    }
}

fn hides_some(columns: &[FieldInfo], audience: Audience) -> bool {
    columns.iter().any(|info| !audience.sees(info.sight))
}

/// Forgets every reference to a record that is not there.
fn forget_lost(visit: &mut Visit) {
    let mut changed = Vec::new();
    for record in visit.all_records() {
        let lost: Vec<Link> = links(record, |_| true)
            .filter(|link| visit.kind_of(&link.id) != Some(link.kind))
            .collect();
        if lost.is_empty() {
            continue;
        }
        let mut record = record.to_owned();
        for at in 0..record.as_ref().fields().info().len() {
            let value = record.fields_mut().value_mut(at);
            for link in &lost {
                value.forget(&link.id);
            }
        }
        changed.push(record);
    }
    for record in changed {
        visit.put(record);
    }
}

/// A place that nothing known takes place at, such as a hotel, is not known either.
fn drop_places_without_use(visit: &mut Visit) {
    let used: HashSet<String> = visit
        .all_records()
        .flat_map(|record| links(record, |kind| kind == Kind::Place))
        .filter(|link| link.kind == Kind::Place)
        .map(|link| link.id)
        .collect();
    let unused: Vec<String> = visit
        .places
        .iter()
        .map(|place| place.id.to_string())
        .filter(|id| !used.contains(id))
        .collect();
    for id in unused {
        visit.take(&id);
    }
}

/// What a record refers to, in the fields that may refer to such a kind.
fn links<'a>(
    record: AnyRef<'a>,
    wanted: impl Fn(Kind) -> bool + 'a,
) -> impl Iterator<Item = Link> + 'a {
    let fields = record.fields();
    let may_link = move |info: &FieldInfo| match info.shape {
        Shape::Ref(kind) | Shape::Refs(kind) => wanted(kind),
        Shape::Attendance => wanted(Kind::Participant),
        Shape::Rows(_) | Shape::Parts(_) => true,
        _ => false,
    };
    let all = fields.info().iter().enumerate();
    all.filter(move |(_, info)| may_link(info))
        .flat_map(move |(at, _)| fields.value(at).links())
}
