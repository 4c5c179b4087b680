//! Removing a record, with everything that refers to it settled.

use super::{Draft, Refusal, find};
use crate::{
    edit::{Label, Transaction},
    model::{AnyRecord, Kind, Start, Visit, programme},
    words::{Lang, Said},
};

/// Removes a record. References to it are taken out; items that followed it keep the start that
/// they had; a commitment, signature or seat of a person keeps the person's name.
pub fn remove(visit: &Visit, id: &str, lang: Lang) -> Result<Transaction, Refusal> {
    let record = visit
        .record(id)
        .ok_or_else(|| Refusal::NoSuchRecord(id.to_owned()))?;
    if record.kind() == Kind::Visit {
        return Err(Refusal::VisitStays);
    }
    let mut draft = Draft::new(visit);
    take_out(&mut draft, id);
    let subject = find::title(visit, record, lang);
    Ok(draft.finish(Label::new(removed(record.kind()), subject)))
}

/// Takes a record out of the draft and settles what refers to it.
pub(super) fn take_out(draft: &mut Draft<'_>, id: &str) {
    let visit = draft.visit();
    draft.remove(id);
    for other in visit.all_records().filter(|other| other.id() != id) {
        if !other.links().iter().any(|link| link.id == id) {
            continue;
        }
        if let Some(mut record) = draft.get(other.id()) {
            forget(&mut record, id, visit);
            draft.put(record);
        }
    }
}

/// Takes out the references of one record to another that goes.
pub(super) fn forget(record: &mut AnyRecord, id: &str, visit: &Visit) {
    if let AnyRecord::Item(item) = record
        && matches!(&item.slot.start, Start::After(earlier) if earlier.as_str() == id)
    {
        item.slot = programme::untied(visit, &item.slot);
    }
    let gone = visit.participants.get(id).filter(|p| p.name.is_known());
    let fields = record.fields_mut();
    for at in 0..fields.info().len() {
        let value = fields.value_mut(at);
        if let Some(person) = gone {
            value.keep_name(id, &person.name.full());
        }
        value.forget(id);
    }
}

const fn removed(kind: Kind) -> Said {
    match kind {
        Kind::Visit => Said::new("Besuch gelöscht", "visit removed", "visite supprimée"),
        Kind::Item => Said::new("Programmpunkt gelöscht", "item removed", "point supprimé"),
        Kind::Participant => Said::new(
            "Teilnehmer/in gelöscht",
            "participant removed",
            "participant(e) supprimé(e)",
        ),
        Kind::Letter => Said::new("Dokument gelöscht", "letter removed", "document supprimé"),
        Kind::Place => Said::new("Ort gelöscht", "place removed", "lieu supprimé"),
        Kind::Vehicle => Said::new("Fahrzeug gelöscht", "vehicle removed", "véhicule supprimé"),
        Kind::Task => Said::new("Aufgabe gelöscht", "task removed", "tâche supprimée"),
    }
}
