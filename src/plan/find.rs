//! Finding the record that somebody asks about, or saying why there is none.

use super::Refusal;
use crate::{
    model::{AnyRef, Item, Kind, Letter, Participant, Visit, value::View},
    words::{Lang, count, shared},
};

/// What a record is called.
pub(super) fn title(visit: &Visit, record: AnyRef<'_>, lang: Lang) -> String {
    record.title(View { visit, lang })
}

/// What an item is called.
pub(super) fn item_title(visit: &Visit, item: &Item, lang: Lang) -> String {
    title(visit, AnyRef::Item(item), lang)
}

/// What an item is called, or how many there are.
pub(super) fn items_title(visit: &Visit, items: &[&Item], lang: Lang) -> String {
    match items {
        [item] => item_title(visit, item, lang),
        several => count(several.len(), shared::ITEM, shared::ITEMS, lang),
    }
}

pub(super) fn item<'a>(visit: &'a Visit, id: &str) -> Result<&'a Item, Refusal> {
    visit
        .items
        .get(id)
        .ok_or_else(|| missing(visit, Kind::Item, id))
}

pub(super) fn items<'a>(visit: &'a Visit, ids: &[&str]) -> Result<Vec<&'a Item>, Refusal> {
    ids.iter().map(|id| item(visit, id)).collect()
}

pub(super) fn participant<'a>(visit: &'a Visit, id: &str) -> Result<&'a Participant, Refusal> {
    visit
        .participants
        .get(id)
        .ok_or_else(|| missing(visit, Kind::Participant, id))
}

pub(super) fn letter<'a>(visit: &'a Visit, id: &str) -> Result<&'a Letter, Refusal> {
    visit
        .letters
        .get(id)
        .ok_or_else(|| missing(visit, Kind::Letter, id))
}

fn missing(visit: &Visit, wanted: Kind, id: &str) -> Refusal {
    match visit.record(id) {
        Some(record) => Refusal::NotA(wanted, title(visit, record, visit.main_lang())),
        None => Refusal::NoSuchRecord(id.to_owned()),
    }
}
