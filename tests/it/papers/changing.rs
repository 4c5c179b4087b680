//! Changing the visits that papers are made of.

use attache::{
    edit::{Change, Label, Transaction, apply},
    model::{AnyRecord, AnyRef, Reading, Side, Visit},
    words::{Lang, Said},
};

use super::date;

/// A change that puts a record in, new or in place of the one of its id.
pub(super) fn put(visit: &mut Visit, record: AnyRecord) {
    let before = visit.record(record.id()).map(AnyRef::to_owned);
    let change = Change {
        before,
        after: Some(record),
    };
    let label = Label::new(Said::same("put"), "");
    apply(visit, &Transaction::new(label, vec![change])).unwrap();
}

/// A record with another value in a field, as one types it.
pub(super) fn edited(visit: &Visit, id: &str, key: &str, typed: &str) -> AnyRecord {
    let mut record = visit.record(id).unwrap().to_owned();
    let info = record.as_ref().fields().info();
    let at = info.iter().position(|info| info.key == key).unwrap();
    read(visit, &mut record, at, typed).unwrap();
    record
}

/// Types a value into the field at this index.
pub(super) fn read(
    visit: &Visit,
    record: &mut AnyRecord,
    at: usize,
    typed: &str,
) -> Result<(), String> {
    let near = date(2024, 11, 12);
    let mut reading = Reading {
        visit,
        lang: Lang::En,
        near,
        today: near,
        side: Side::Guest,
        subject: "",
        made: Vec::new(),
    };
    let value = record.fields_mut().value_mut(at);
    // No wording in another language is to stand in for the token.
    value.clear();
    value
        .read(typed, &mut reading)
        .map_err(|error| error.to_string())
}
