//! What a removal took from other records: while nobody has decided about it, they have it still.

use std::{borrow::Cow, collections::BTreeSet};

use super::records::Merging;
use crate::model::{AnyRecord, AnyRef, Visit, reference};

impl Merging<'_> {
    /// The ids of the records that one side removed and that are in conflict.
    pub(super) fn disputed(&self) -> impl Iterator<Item = &String> {
        let is_removed = |id: &&String| {
            let [_, ours, theirs] = self.versions(id);
            ours.is_some() != theirs.is_some()
        };
        self.whole.iter().filter(is_removed)
    }
}

/// A side as if it had not yet removed what is disputed: what stands in it only because of that
/// removal is as it was before. What it also changed by itself stays as it has it.
pub(super) fn put_off<'a>(
    base: &Visit,
    side: &'a Visit,
    disputed: &BTreeSet<String>,
) -> Cow<'a, Visit> {
    let ids = base.all_records().map(AnyRef::id);
    let removed: Vec<&str> = ids.filter(|id| side.record(id).is_none()).collect();
    let is_decided = |id: &&str| !disputed.contains(*id);
    let decided: Vec<&str> = removed.iter().copied().filter(is_decided).collect();
    if decided.len() == removed.len() {
        return Cow::Borrowed(side);
    }
    let (without_all, without_decided) = (without(base, &removed), without(base, &decided));
    let mut put_off = side.clone();
    for record in side.all_records() {
        let of_kind = |visit: &Visit| {
            let found = visit.record(record.id()).map(AnyRef::to_owned);
            found.filter(|found| found.kind() == record.kind())
        };
        let consequence = of_kind(&without_all).zip(of_kind(&without_decided));
        if let Some((consequence, was)) = consequence.filter(|(after, was)| after != was) {
            put_off.put(replaced(record, &consequence, &was));
        }
    }
    Cow::Owned(put_off)
}

/// The record, with each field that is as the first has it as the second has it.
fn replaced(record: AnyRef<'_>, from: &AnyRecord, to: &AnyRecord) -> AnyRecord {
    let mut replaced = record.to_owned();
    let (from, to) = (from.as_ref().fields(), to.as_ref().fields());
    let fields = replaced.fields_mut();
    for at in 0..fields.info().len() {
        if fields.value(at).same(from.value(at)) {
            fields.value_mut(at).assign(to.value(at));
        }
    }
    replaced
}

/// The visit without some of its records, as if each had been removed.
fn without(visit: &Visit, ids: &[&str]) -> Visit {
    let mut next = visit.clone();
    for id in ids {
        let refers = |record: &AnyRef<'_>| record.links().iter().any(|link| link.id == *id);
        let forgetting = |record: AnyRef<'_>| {
            let mut record = record.to_owned();
            reference::forget(&mut record, id, &next);
            record
        };
        let changed: Vec<AnyRecord> = next.all_records().filter(refers).map(forgetting).collect();
        next.take(id);
        for record in changed.into_iter().filter(|record| record.id() != *id) {
            next.put(record);
        }
    }
    next
}
