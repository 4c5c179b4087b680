//! Making a record anew that somebody removed, with what was typed for it since.

use super::{
    Asker, Draft, Edit, Refusal,
    done::done,
    find,
    set::{edited, set},
};
use crate::{
    edit::{Label, Transaction},
    model::{AnyRecord, Visit, reference},
};

/// Puts a record back under the id that it had, with some of its fields as typed; what it referred
/// to and is gone as well is left out.
///
/// # Errors
/// What is typed is refused, or a record with this id is there.
pub fn make_again(
    visit: &Visit,
    record: &AnyRecord,
    edits: &[Edit],
    asker: Asker,
) -> Result<Transaction, Refusal> {
    if visit.record(record.id()).is_some() {
        return set(visit, record.id(), edits, asker);
    }
    let mut draft = Draft::new(visit);
    let made = edited(&mut draft, &known(visit, record), edits, asker)?;
    let subject = find::title(visit, made.as_ref(), asker.lang);
    Ok(draft.finish(Label::new(done(record.kind()).again, subject)))
}

/// A record that is not in the visit, with only those references that lead somewhere in it.
pub fn known(visit: &Visit, record: &AnyRecord) -> AnyRecord {
    let mut known = record.clone();
    reference::forget_lost(&mut known, visit);
    known
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        edit::apply,
        model::AnyRef,
        plan::{
            remove,
            tests::{asker, fixture::visit},
        },
        words::Lang,
    };

    #[test]
    fn it_comes_back_under_its_id_with_what_was_typed_and_without_what_is_gone() {
        let before = visit(&[("a", "start=10:00 end=10:45"), ("b", "after=a title=zwei")]);
        let of = |id: &str| before.record(id).map(AnyRef::to_owned).unwrap();
        for (removed, again, edits) in [
            (&["a"][..], "a", &[][..]),
            (&["b"], "b", &[]),
            (&["b", "a"], "b", &[("title", "drei")]),
        ] {
            let mut now = before.clone();
            for id in removed {
                let transaction = remove(&now, id, Lang::De).unwrap();
                apply(&mut now, &transaction).unwrap();
            }
            let edits: Vec<_> = edits.iter().map(|(k, t)| Edit::set(*k, *t)).collect();
            let made = make_again(&now, &of(again), &edits, asker(Lang::De)).unwrap();
            let gone = now.clone();
            apply(&mut now, &made).unwrap();
            if removed.len() == 1 {
                assert_eq!(now.record(again), before.record(again));
            } else {
                let item = now.items.get("b").unwrap();
                assert!(item.slot.start.clock().is_none());
                assert_eq!(find::item_title(&now, item, Lang::De), "drei");
            }
            apply(&mut now, &made.inverted()).unwrap();
            assert_eq!(now, gone, "one step back");
        }
    }

    #[test]
    fn what_is_there_again_is_changed_and_not_put_back() {
        let old = visit(&[("a", "start=10:00")]);
        let record = old.record("a").map(AnyRef::to_owned).unwrap();
        let mut now = visit(&[("a", "start=11:00")]);
        let edits = [Edit::set("note", "leise")];
        let made = make_again(&now, &record, &edits, asker(Lang::De)).unwrap();
        apply(&mut now, &made).unwrap();
        let item = now.items.get("a").unwrap();
        assert_eq!(item.slot.start.clock().unwrap().to_string(), "11:00");
        assert_eq!(item.note.0, "leise");
    }
}
