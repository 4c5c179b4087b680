//! Setting fields of a record as a person types them, in a form or in arguments.

use super::{Asker, Draft, Refusal};
use crate::{
    edit::{Label, Transaction},
    model::{
        AnyRecord, AnyRef, Key, Kind, Reading, Side, Start, Unreadable, Visit, field::find_key,
        programme, value::View,
    },
    words::{Lang, Said},
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
    let changed = edited(&mut draft, record.to_owned(), edits, asker)?;
    let subject = changed.as_ref().title(View {
        visit,
        lang: asker.lang,
    });
    let what = changed_label(changed.kind());
    draft.put(changed);
    Ok(draft.finish(Label::new(what, subject)))
}

/// A record with its fields as typed, checked as a whole; records made on the spot are in the draft.
pub(super) fn edited(
    draft: &mut Draft<'_>,
    mut record: AnyRecord,
    edits: &[Edit],
    asker: Asker,
) -> Result<AnyRecord, Refusal> {
    let visit = draft.visit();
    let kind = record.kind();
    let id = record.id().to_owned();
    let mut keyed = edits
        .iter()
        .map(|edit| {
            let key = find_key(kind.fields(), &edit.key);
            key.map(|key| (key, edit))
                .ok_or_else(|| Refusal::NoSuchKey(kind, edit.key.clone()))
        })
        .collect::<Result<Vec<_>, _>>()?;
    // An item that names what it follows needs no other to be guessed for "then"; a day is known
    // before the times on it.
    keyed.sort_by_key(|(key, _)| {
        (
            key.field,
            key.part != Some("after"),
            key.part != Some("day"),
        )
    });
    let mut made = Vec::new();
    for (key, edit) in keyed {
        let mut reading = Reading {
            visit,
            lang: asker.lang,
            near: near(&record, visit, asker),
            today: asker.today,
            side: side_of_new(key),
            subject: &id,
            made: std::mem::take(&mut made),
        };
        write(&mut record, key, edit, &mut reading).map_err(|reason| Refusal::Field {
            key: edit.key.clone(),
            label: key.info.label,
            reason: Box::new(reason),
        })?;
        made = reading.made;
    }
    for made in made {
        draft.put(made);
    }
    check(&record, visit)?;
    Ok(record)
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
        (Op::Add, None) => value.add(text, at),
        (Op::Take, None) => value.take(text, at),
    }
}

/// The day that weekdays and days without a year are counted from.
fn near(record: &AnyRecord, visit: &Visit, asker: Asker) -> chrono::NaiveDate {
    let own = match record {
        AnyRecord::Item(item) => item.slot.day,
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

/// What must hold for a record as a whole, beyond each field.
fn check(record: &AnyRecord, visit: &Visit) -> Result<(), Refusal> {
    let needs = |de, en, fr| Err(Refusal::Needs(record.kind(), Said::new(de, en, fr)));
    match record {
        AnyRecord::Visit(head) => {
            if head.title.is_empty() {
                return needs(
                    "ein Titel (title)",
                    "a title (title)",
                    "un intitulé (title)",
                );
            }
            for country in [&head.host_country, &head.guest_country] {
                if !country.is_empty() && !is_country(country) {
                    return Err(Refusal::NotACountry(country.clone()));
                }
            }
            check_days(head)
        }
        AnyRecord::Item(item) => {
            if item.title.is_empty() {
                return needs(
                    "ein Titel (title)",
                    "a title (title)",
                    "un intitulé (title)",
                );
            }
            if let Start::After(earlier) = &item.slot.start {
                let mut with_it = visit.clone();
                with_it.put(record.clone());
                if *earlier == item.id || programme::goes_in_circles(&with_it, item) {
                    let title = AnyRef::Item(item).title(View {
                        visit,
                        lang: visit.main_lang(),
                    });
                    return Err(Refusal::Circle(title));
                }
            }
            check_day(item.slot.day, visit)?;
            check_day(item.slot.until, visit)
        }
        AnyRecord::Letter(letter) => check_steps(letter),
        AnyRecord::Place(place) if place.name.is_empty() => {
            needs("ein Name (name)", "a name (name)", "un nom (name)")
        }
        AnyRecord::Vehicle(vehicle) if vehicle.name.is_empty() => {
            needs("ein Name (name)", "a name (name)", "un nom (name)")
        }
        AnyRecord::Task(task) if task.title.is_empty() => needs(
            "ein Titel (title)",
            "a title (title)",
            "un intitulé (title)",
        ),
        _ => Ok(()),
    }
}

fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())
}

fn check_days(head: &crate::model::Head) -> Result<(), Refusal> {
    match (head.first, head.last) {
        (Some(first), Some(last)) if last < first || (last - first).num_days() > 366 => {
            Err(Refusal::DaysOfVisit(first, last))
        }
        (None, Some(_)) => Err(Refusal::NoDays),
        _ => Ok(()),
    }
}

/// A day, where one is given, has to be one of the visit's.
pub(super) fn check_day(day: Option<chrono::NaiveDate>, visit: &Visit) -> Result<(), Refusal> {
    match (day, visit.head.first, visit.head.last.or(visit.head.first)) {
        (None, _, _) => Ok(()),
        (Some(day), Some(first), Some(last)) if first <= day && day <= last => Ok(()),
        (Some(day), Some(first), Some(last)) => Err(Refusal::OutsideVisit(day, first, last)),
        (Some(_), _, _) => Err(Refusal::NoDays),
    }
}

fn check_steps(letter: &crate::model::Letter) -> Result<(), Refusal> {
    for pair in letter.steps.0.windows(2) {
        let [from, to] = pair else { continue };
        if from.state != to.state && !from.state.next().contains(&to.state) {
            return Err(Refusal::Step(from.state, to.state));
        }
        if let (Some(earlier), Some(later)) = (from.date, to.date)
            && later < earlier
        {
            return Err(Refusal::StepsOutOfOrder(earlier, later));
        }
    }
    Ok(())
}

const fn changed_label(kind: Kind) -> Said {
    match kind {
        Kind::Visit => Said::new("Besuch geändert", "visit changed", "visite modifiée"),
        Kind::Item => Said::new("Programmpunkt geändert", "item changed", "point modifié"),
        Kind::Participant => Said::new(
            "Teilnehmer/in geändert",
            "participant changed",
            "participant(e) modifié(e)",
        ),
        Kind::Letter => Said::new("Dokument geändert", "letter changed", "document modifié"),
        Kind::Place => Said::new("Ort geändert", "place changed", "lieu modifié"),
        Kind::Vehicle => Said::new("Fahrzeug geändert", "vehicle changed", "véhicule modifié"),
        Kind::Task => Said::new("Aufgabe geändert", "task changed", "tâche modifiée"),
    }
}
