//! What a change is: a record before and after; a transaction is several under one label.

use crate::{
    display,
    model::{AnyRecord, Conflict},
    words::{Lang, Said, labelled},
};

/// A change of one record. Without `before` it adds the record, without `after` it removes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The record as it was.
    pub before: Option<AnyRecord>,
    /// The record as it is to be.
    pub after: Option<AnyRecord>,
}

impl Change {
    /// The id of the record.
    pub fn id(&self) -> &str {
        self.after
            .as_ref()
            .or(self.before.as_ref())
            .map_or("", AnyRecord::id)
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverted(self) -> Self {
        Self {
            before: self.after,
            after: self.before,
        }
    }
}

/// What a transaction did, for messages, undo and history: "item moved", and which.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// What was done.
    pub what: Said,
    /// To what, in the words of whoever did it; may be empty.
    pub subject: String,
}

impl Label {
    /// A label.
    pub fn new(what: Said, subject: impl Into<String>) -> Self {
        Self {
            what,
            subject: subject.into(),
        }
    }

    /// How much of the subject a sentence needs.
    const LONGEST: usize = 48;

    /// The label in a language, such as "Programmpunkt verschoben: Empfang".
    pub fn said(&self, lang: Lang) -> String {
        let what = self.what.get(lang);
        let subject = display::truncate(&self.subject, Self::LONGEST);
        if subject.is_empty() {
            return what.to_owned();
        }
        labelled(what, &subject, lang)
    }
}

/// Changes that are made together or not at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Transaction {
    /// What it does, for people.
    pub label: Label,
    /// The changes, at most one a record.
    pub changes: Vec<Change>,
    /// The open conflicts that it settles.
    pub settled: Vec<Conflict>,
    /// The conflicts that it raises.
    pub raised: Vec<Conflict>,
}

impl Transaction {
    /// Changes of records, which have nothing to do with conflicts.
    pub const fn new(label: Label, changes: Vec<Change>) -> Self {
        Self {
            label,
            changes,
            settled: Vec::new(),
            raised: Vec::new(),
        }
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.settled.is_empty() && self.raised.is_empty()
    }

    /// The transaction that takes this one back.
    #[must_use]
    pub fn inverted(self) -> Self {
        let changes = self
            .changes
            .into_iter()
            .rev()
            .map(Change::inverted)
            .collect();
        Self {
            label: self.label,
            changes,
            settled: self.raised,
            raised: self.settled,
        }
    }
}
