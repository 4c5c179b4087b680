//! Three-way merge of one record, field by field.

use crate::model::AnyRecord;

/// Brings what happened between `base` and `theirs` into `ours`.
///
/// A field that only one of the two changed is theirs or ours; one that both changed alike is that.
///
/// # Errors
/// The keys of the fields that both changed differently; nothing is merged then.
pub fn merge_record(
    base: &AnyRecord,
    ours: &AnyRecord,
    theirs: &AnyRecord,
) -> Result<AnyRecord, Vec<&'static str>> {
    let mut merged = ours.clone();
    let mut torn = Vec::new();
    for (at, field) in base.as_ref().fields().info().iter().enumerate() {
        let was = base.as_ref().fields().value(at);
        let mine = ours.as_ref().fields().value(at);
        let wanted = theirs.as_ref().fields().value(at);
        if was.same(wanted) || mine.same(wanted) {
            continue;
        }
        if mine.same(was) {
            merged.fields_mut().value_mut(at).assign(wanted);
        } else {
            torn.push(field.key);
        }
    }
    if torn.is_empty() {
        Ok(merged)
    } else {
        Err(torn)
    }
}
