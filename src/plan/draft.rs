//! A transaction in the making: records as they would become, seen before anything is changed.

use std::collections::BTreeMap;

use crate::{
    edit::{Change, Label, Transaction},
    model::{AnyRecord, AnyRef, Conflict, Record, VISIT, Visit},
};

/// Collects the changes of one transaction; several changes of one record become one.
pub struct Draft<'a> {
    visit: &'a Visit,
    records: BTreeMap<String, Option<AnyRecord>>,
    settled: Vec<Conflict>,
}

impl<'a> Draft<'a> {
    /// A draft that changes nothing yet.
    pub fn new(visit: &'a Visit) -> Self {
        Self {
            visit,
            records: BTreeMap::new(),
            settled: Vec::new(),
        }
    }

    /// The visit as it is before the draft.
    pub const fn visit(&self) -> &'a Visit {
        self.visit
    }

    /// The visit as the draft would make it.
    pub fn preview(&self) -> Visit {
        let mut next = self.visit.clone();
        for (id, record) in &self.records {
            if next.kind_of(id) != record.as_ref().map(AnyRecord::kind) {
                next.take(id);
            }
            if let Some(record) = record {
                next.put(record.clone());
            }
        }
        next
    }

    /// A record as the draft has it.
    pub fn get(&self, id: &str) -> Option<AnyRecord> {
        let id = match id {
            VISIT => self.visit.head.id.as_str(),
            id => id,
        };
        match self.records.get(id) {
            Some(record) => record.clone(),
            None => self.visit.record(id).map(AnyRef::to_owned),
        }
    }

    /// Adds a record or replaces the one with its id.
    pub fn put(&mut self, record: AnyRecord) {
        self.records.insert(record.id().to_owned(), Some(record));
    }

    /// Changes a record, if there is one of this kind and id.
    pub fn update<R: Record>(&mut self, id: &str, change: impl FnOnce(&mut R)) {
        let Some(mut record) = self.get(id).and_then(R::of_any) else {
            return;
        };
        change(&mut record);
        self.put(record.into_any());
    }

    /// Removes a record.
    pub fn remove(&mut self, id: &str) {
        self.records.insert(id.to_owned(), None);
    }

    /// Settles an open conflict.
    pub fn settle(&mut self, conflict: &Conflict) {
        if !self.settled.contains(conflict) {
            self.settled.push(conflict.clone());
        }
    }

    /// The transaction that makes the visit as the draft has it; what stays the same is left out.
    /// With a record goes what was in conflict about it.
    pub fn finish(mut self, label: Label) -> Transaction {
        let visit = self.visit;
        for conflict in visit.conflicts.iter() {
            if self.records.get(conflict.id()) == Some(&None) {
                self.settle(conflict);
            }
        }
        let changes = self
            .records
            .into_iter()
            .map(|(id, after)| {
                let before = visit.record(&id).map(AnyRef::to_owned);
                Change { before, after }
            })
            .filter(|change| change.before != change.after)
            .collect();
        Transaction {
            settled: self.settled,
            ..Transaction::new(label, changes)
        }
    }
}
