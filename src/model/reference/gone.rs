//! Forgetting what goes: what a record keeps of another that is removed.

use crate::model::{AnyRecord, Start, Visit, programme};

/// Takes out the references of one record to another that is to go; the visit still has it. An item
/// that followed it keeps the start that it had, and a person's name stays where a name can stand.
pub(crate) fn forget(record: &mut AnyRecord, id: &str, visit: &Visit) {
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

/// Takes out the references of a record that is to come into the visit to what is not there.
pub(crate) fn forget_lost(record: &mut AnyRecord, visit: &Visit) {
    let own = (record.kind(), record.id().to_owned());
    let mut links = record.as_ref().links();
    links.retain(|link| {
        let is_own = (link.kind, &link.id) == (own.0, &own.1);
        !is_own && visit.kind_of(&link.id) != Some(link.kind)
    });
    let fields = record.fields_mut();
    for at in 0..fields.info().len() {
        for link in &links {
            fields.value_mut(at).forget(&link.id);
        }
    }
}
