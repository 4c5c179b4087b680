//! Setting fields of a record as a person types them, in a form or in arguments.

use super::{Asker, Draft, Refusal, along, done::done, find, rules};
use crate::{
    edit::{Label, Transaction},
    model::{AnyRecord, Key, Reading, Side, Unreadable, Visit, field::find_key},
    words::Lang,
};

/// What to do with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// Replace the value; an empty text clears it.
    Set,
    /// Add to a list.
    Add,
    /// Take out of a list.
    Take,
}

/// One field and what was typed for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The key, such as `title`, `title.fr` or `start`.
    pub key: String,
    /// What to do with it.
    pub op: Op,
    /// What was typed.
    pub text: String,
}

impl Edit {
    /// Replaces the value of a key.
    pub fn set(key: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            op: Op::Set,
            text: text.into(),
        }
    }
}

/// Changes fields of the record with this id (`visit` for the visit itself), all or none.
pub fn set(visit: &Visit, id: &str, edits: &[Edit], asker: Asker) -> Result<Transaction, Refusal> {
    let record = visit
        .record(id)
        .ok_or_else(|| Refusal::NoSuchRecord(id.to_owned()))?;
    let mut draft = Draft::new(visit);
    let changed = edited(&mut draft, &record.to_owned(), edits, asker)?;
    let what = done(changed.kind()).changed;
    let subject = find::title(visit, changed.as_ref(), asker.lang);
    Ok(draft.finish(Label::new(what, subject)))
}

/// Puts a record into the draft with its fields as typed, checked as a whole, with the records that
/// it made on the spot and what it brings with it in others.
pub(super) fn edited(
    draft: &mut Draft<'_>,
    before: &AnyRecord,
    edits: &[Edit],
    asker: Asker,
) -> Result<AnyRecord, Refusal> {
    let visit = &draft.preview();
    let mut record = before.clone();
    let mut made = Vec::new();
    for (key, edit) in in_turn(&record, edits)? {
        read(&mut record, key, edit, (visit, asker), &mut made)?;
    }
    rules::check(before, &record, visit)?;
    let says_fixed = edits.iter().any(|edit| edit.key == "fixed");
    along::itself(before, &mut record, says_fixed);
    for made in made {
        draft.put(made);
    }
    draft.put(record.clone());
    along::others(draft, before, &record);
    Ok(record)
}

/// Reads what was typed for one key into the record; what it makes on the spot is added to `made`.
pub(super) fn read(
    record: &mut AnyRecord,
    key: Key,
    edit: &Edit,
    (visit, asker): (&Visit, Asker),
    made: &mut Vec<AnyRecord>,
) -> Result<(), Refusal> {
    let subject = record.id().to_owned();
    let mut reading = Reading {
        visit,
        lang: asker.lang,
        near: near(record, visit, asker),
        today: asker.today,
        side: side_of_new(key),
        subject: &subject,
        made: std::mem::take(made),
    };
    let written = write(record, key, edit, &mut reading);
    *made = reading.made;
    written.map_err(|reason| Refusal::Field {
        key: edit.key.clone(),
        label: key.info.label,
        reason: Box::new(reason),
    })
}

/// The edits with their keys. An item that names what it follows needs no other to be guessed for
/// "then"; a day is known before the times on it.
pub(super) fn in_turn<'a>(
    record: &AnyRecord,
    edits: &'a [Edit],
) -> Result<Vec<(Key, &'a Edit)>, Refusal> {
    let kind = record.kind();
    let keyed = edits.iter().map(|edit| {
        let key = find_key(kind.fields(), &edit.key);
        key.map(|key| (key, edit))
            .ok_or_else(|| Refusal::NoSuchKey(kind, edit.key.clone()))
    });
    let mut keyed = keyed.collect::<Result<Vec<_>, _>>()?;
    keyed.sort_by_key(|(key, _)| {
        let part = key.part.unwrap_or_default();
        (key.field, part != "after", part != "day", part == "end")
    });
    Ok(keyed)
}

fn write(
    record: &mut AnyRecord,
    key: Key,
    edit: &Edit,
    at: &mut Reading<'_>,
) -> Result<(), Unreadable> {
    let value = record.fields_mut().value_mut(key.field);
    let text = edit.text.trim();
    let part = key.part.or(key.lang.map(Lang::code));
    match (edit.op, part) {
        (Op::Set, Some(part)) => value.read_part(part, text, at),
        (Op::Set, None) if text.is_empty() => {
            // The plain key of a text is the wording of the main language only.
            match key.info.shape {
                crate::model::Shape::Words | crate::model::Shape::Prose => value.read(text, at),
                _ => {
                    value.clear();
                    Ok(())
                }
            }
        }
        (Op::Set, None) => value.read(text, at),
        (Op::Add | Op::Take, Some(_)) => Err(Unreadable::NotAList),
        (Op::Add, None) if text.is_empty() => Ok(()),
        (Op::Take, None) if text.is_empty() => Err(Unreadable::NotInList(String::new())),
        (Op::Add, None) => value.add(text, at),
        (Op::Take, None) => value.take(text, at),
    }
}

/// The day that weekdays and days without a year are counted from.
fn near(record: &AnyRecord, visit: &Visit, asker: Asker) -> chrono::NaiveDate {
    let own = match record {
        AnyRecord::Item(item) => item.slot.day,
        AnyRecord::Visit(head) => head.first,
        _ => None,
    };
    own.unwrap_or_else(|| visit.near(asker.today))
}

/// The side of a person whom this field names for the first time.
fn side_of_new(key: Key) -> Side {
    match key.info.key {
        "host" => Side::Host,
        "interpreters" => Side::Third,
        _ => Side::Guest,
    }
}

#[cfg(test)]
mod tests;
