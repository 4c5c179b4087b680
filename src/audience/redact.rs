//! The copy of a visit that a reader may know.
//!
//! Times and precedence are worked out first, from the whole visit, so that they are right for
//! those who may not know what they rest on. Then records and fields go that the audience may not
//! know, and last every reference to what went.

use std::{borrow::Cow, collections::HashSet, sync::Arc};

use super::{
    Audience, Reader,
    settle::{self, Hidden},
};
use crate::model::{
    AnyRef, Fields, Id, Item, Kind, Participant, Programme, Record, Sight, Visit, Zone,
    field::Shape,
};

/// What an audience may know of a visit. Papers take nothing else.
#[derive(Debug, Clone, PartialEq)]
pub struct Redacted {
    pub(super) visit: Visit,
    pub(super) programme: Programme,
    /// The participants in their precedence; papers ask for them at every item.
    pub(super) people: Vec<Arc<Participant>>,
    pub(super) guests: Option<u32>,
    pub(super) zone: Zone,
    pub(super) conflicts: usize,
    pub(super) reader: Reader,
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

    /// What is known to all for whom it is.
    pub const fn audience(&self) -> Audience {
        self.reader.audience
    }

    /// Whom it is for.
    pub const fn reader(&self) -> &Reader {
        &self.reader
    }

    /// The participants in their precedence: guests, hosts, third parties.
    pub fn people(&self) -> impl Iterator<Item = &Participant> {
        self.people.iter().map(Arc::as_ref)
    }

    /// The zone by whose clock the programme is, whoever may know that it is the visit's.
    pub const fn zone(&self) -> Zone {
        self.zone
    }

    /// How many conflicts are open in the whole visit. What they are about is nobody's to know from
    /// a paper: the other side's version may never come to stand.
    pub const fn conflicts(&self) -> usize {
        self.conflicts
    }

    /// How many guests come, where that is certain and all of them are there all the time.
    pub const fn guests(&self) -> Option<u32> {
        self.guests
    }

    /// What another audience may know of this: whoever checks a paper for the press gets what the
    /// press itself gets.
    #[must_use]
    pub fn as_known_to(&self, audience: Audience) -> Self {
        if self.audience() == audience {
            return self.clone();
        }
        let mut less = super::whole::redact(&self.visit, audience);
        // What was worked out from the whole visit stays so.
        let programme = &self.programme;
        less.programme = programme.keeping(|id| less.visit.items.get(id).is_some());
        less.people = among(&less.visit, self.people().map(|person| &person.id));
        less.guests = self.guests;
        less.zone = self.zone;
        less.conflicts = self.conflicts;
        less
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
            if let Some(slot) = settle::slot(item, &self.visit, &self.programme, &hidden) {
                let item = Item {
                    slot,
                    ..item.clone()
                };
                certain.visit.put(item.into_any());
            }
        }
        certain.programme = self.programme.keeping(|id| !hidden.contains(id));
        forget_lost(&mut certain.visit);
        certain.people = among(&certain.visit, self.people().map(|person| &person.id));
        Cow::Owned(certain)
    }
}

/// Those of some people who are in a visit, as they are there.
pub(super) fn among<'a>(
    visit: &Visit,
    people: impl Iterator<Item = &'a Id<Participant>>,
) -> Vec<Arc<Participant>> {
    people
        .filter_map(|id| visit.participants.shared(id.as_str()).cloned())
        .collect()
}

/// Empties every field, also of rows within a field, that may not be seen.
pub(super) fn clear(record: &mut dyn Fields, may_see: impl Fn(Sight) -> bool + Copy) {
    for (at, info) in record.info().iter().enumerate() {
        if !may_see(info.sight) {
            record.value_mut(at).clear();
        } else if let Shape::Rows(columns) = info.shape
            && columns.iter().any(|info| !may_see(info.sight))
        {
            for row in record.value_mut(at).rows_mut() {
                clear(row, may_see);
            }
        }
    }
}

/// Forgets every reference to a record that is not there.
pub(super) fn forget_lost(visit: &mut Visit) {
    let mut changed = Vec::new();
    for record in visit.all_records() {
        let mut lost: Vec<String> = Vec::new();
        give_links(record, |_| true, &mut |kind, id| {
            if visit.record_of(kind, id).is_none() {
                lost.push(id.to_owned());
            }
        });
        if lost.is_empty() {
            continue;
        }
        let mut record = record.to_owned();
        for at in 0..record.as_ref().fields().info().len() {
            let value = record.fields_mut().value_mut(at);
            for id in &lost {
                value.forget(id);
            }
        }
        changed.push(record);
    }
    for record in changed {
        visit.put(record);
    }
}

/// A place that nothing known takes place at, such as a hotel, is not known either; nor is a
/// vehicle that nobody known rides in.
pub(super) fn drop_unused(visit: &mut Visit, kind: Kind) {
    let mut unused: HashSet<String> = visit
        .records(kind)
        .map(|record| record.id().to_owned())
        .collect();
    for record in visit.all_records() {
        let mut uses = |of: Kind, id: &str| {
            if of == kind {
                unused.remove(id);
            }
        };
        give_links(record, |wanted| wanted == kind, &mut uses);
    }
    for id in unused {
        visit.take(&id);
    }
}

/// Gives what a record refers to, in the fields that may refer to such a kind.
fn give_links(record: AnyRef<'_>, wanted: impl Fn(Kind) -> bool, give: &mut dyn FnMut(Kind, &str)) {
    let fields = record.fields();
    for (at, info) in fields.info().iter().enumerate() {
        let may_link = match info.shape {
            Shape::Ref(kind) | Shape::Refs(kind) => wanted(kind),
            Shape::Attendance => wanted(Kind::Participant),
            Shape::Rows(_) | Shape::Parts(_) => true,
            _ => false,
        };
        if may_link {
            fields.value(at).give_links(give);
        }
    }
}
