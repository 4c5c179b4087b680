//! Three-way merge of one record, field by field.

use crate::model::{AnyRecord, AnyRef};

/// A record in which the changes of two sides were brought together.
#[derive(Debug, Clone, PartialEq)]
pub struct Joined {
    /// The record; where both sides changed a field differently it is as ours.
    pub record: AnyRecord,
    /// The indices of the fields that both sides changed differently.
    pub torn: Vec<usize>,
}

/// Brings what happened between `base` and `theirs` into `ours`; all three are of one kind.
///
/// A field that only one of the two changed is theirs or ours; one that both changed alike is that;
/// one that both changed differently is torn.
pub fn join(base: AnyRef<'_>, ours: AnyRef<'_>, theirs: AnyRef<'_>) -> Joined {
    let mut record = ours.to_owned();
    let mut torn = Vec::new();
    for at in 0..base.fields().info().len() {
        let was = base.fields().value(at);
        let mine = ours.fields().value(at);
        let wanted = theirs.fields().value(at);
        if was.same(wanted) || mine.same(wanted) {
            continue;
        }
        if mine.same(was) {
            record.fields_mut().value_mut(at).assign(wanted);
        } else {
            torn.push(at);
        }
    }
    Joined { record, torn }
}

/// The same where nothing may be torn.
///
/// # Errors
/// The keys of the fields that both changed differently; nothing is merged then.
pub fn merge_record(
    base: &AnyRecord,
    ours: &AnyRecord,
    theirs: &AnyRecord,
) -> Result<AnyRecord, Vec<&'static str>> {
    let joined = join(base.as_ref(), ours.as_ref(), theirs.as_ref());
    if joined.torn.is_empty() {
        return Ok(joined.record);
    }
    let fields = base.kind().fields();
    Err(joined.torn.iter().map(|at| fields[*at].key).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Kind, Visit,
        arbitrary::{Maker, visits},
        field,
        value::Reading,
    };
    use crate::words::Lang;
    use proptest::prelude::*;

    /// The record with some fields typed anew.
    fn changed(visit: &Visit, record: AnyRef<'_>, seed: u64) -> AnyRecord {
        let mut maker = Maker::new(seed);
        let mut changed = record.to_owned();
        for key in field::keys(record.kind().fields()).filter(|key| key.part.is_none()) {
            if maker.one_in(3) {
                let text = maker.typed(&key.info, visit);
                let mut reading = Reading {
                    visit,
                    lang: Lang::De,
                    near: visit.head.first.unwrap(),
                    today: visit.head.first.unwrap(),
                    side: crate::model::Side::Guest,
                    subject: record.id(),
                    made: Vec::new(),
                };
                // What cannot be read leaves the field as it was.
                let _ = changed
                    .fields_mut()
                    .value_mut(key.field)
                    .read(&text, &mut reading);
            }
        }
        changed
    }

    fn items(visit: &Visit) -> impl Iterator<Item = AnyRef<'_>> {
        visit.records(Kind::Item).chain(visit.records(Kind::Letter))
    }

    proptest! {
        #[test]
        fn what_only_one_side_changed_is_taken(visit in visits(), seed in any::<u64>()) {
            for record in items(&visit) {
                let (base, a) = (record.to_owned(), changed(&visit, record, seed));
                prop_assert_eq!(merge_record(&base, &a, &base), Ok(a.clone()));
                prop_assert_eq!(merge_record(&base, &base, &a), Ok(a.clone()));
                prop_assert_eq!(merge_record(&base, &a, &a), Ok(a));
            }
        }

        #[test]
        fn the_sides_may_change_places(visit in visits(), one in any::<u64>(), other in any::<u64>()) {
            for record in items(&visit) {
                let base = record.to_owned();
                let (a, b) = (changed(&visit, record, one), changed(&visit, record, other));
                let merged = merge_record(&base, &a, &b);
                prop_assert_eq!(&merged, &merge_record(&base, &b, &a));
                let Ok(merged) = merged else { continue };
                // Each side's changes are in it, and a second time changes nothing.
                prop_assert_eq!(merge_record(&base, &merged, &a), Ok(merged.clone()));
                prop_assert_eq!(merge_record(&base, &merged, &b), Ok(merged));
            }
        }
    }

    #[test]
    fn a_field_that_both_changed_differently_is_named() {
        let visit = Maker::new(1).visit();
        let base = visit.records(Kind::Item).next().unwrap().to_owned();
        let titled = |title: &str, note: &str| {
            let mut record = base.clone();
            if let AnyRecord::Item(item) = &mut record {
                item.title = title.into();
                item.note.0 = note.to_owned();
            }
            record
        };
        let (a, b) = (titled("eins", "gleich"), titled("zwei", "gleich"));
        assert_eq!(merge_record(&base, &a, &b), Err(vec!["title"]));
    }
}
