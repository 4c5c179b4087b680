//! Removing a record, with everything that refers to it settled.

use super::{Draft, Refusal};
use crate::{
    edit::{Label, Transaction},
    model::{AnyRecord, End, Item, Kind, Programme, SlotParts, Start, Visit, value::View},
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
    let subject = record.title(View { visit, lang });
    let mut draft = Draft::new(visit);
    draft.remove(id);
    let programme = Programme::of(visit);
    for other in visit.all_records().filter(|other| other.id() != id) {
        if other.links().iter().any(|link| link.id == id) {
            let settled = without(other.to_owned(), id, &programme);
            draft.put(settled);
        }
    }
    Ok(draft.finish(Label::new(removed(record.kind()), subject)))
}

fn without(mut record: AnyRecord, id: &str, programme: &Programme) -> AnyRecord {
    if let AnyRecord::Item(item) = &mut record {
        keep_start(item, id, programme);
    }
    let fields = record.fields_mut();
    for at in 0..fields.info().len() {
        fields.value_mut(at).forget(id);
    }
    record
}

/// Gives an item that followed the one that goes the start that it had through it.
fn keep_start(item: &mut Item, id: &str, programme: &Programme) {
    if !matches!(&item.slot.start, Start::After(earlier) if earlier.as_str() == id) {
        return;
    }
    let Some(placed) = programme.find(item.id.as_str()) else {
        return;
    };
    let clock =
        |moment: Option<crate::model::Moment>| crate::model::Clock::of(moment?.local, placed.day?);
    let kept = item.slot.with(|parts: &mut SlotParts| {
        parts.day = placed.day;
        parts.start = clock(placed.start).map_or(Start::Open, Start::At);
        if let (Some(end), End::Lasts(_), Start::At(_)) =
            (clock(placed.end), parts.end, &parts.start)
        {
            parts.end = End::At(end);
        }
    });
    if let Ok(slot) = kept {
        item.slot = slot;
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
