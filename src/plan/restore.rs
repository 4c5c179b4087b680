//! Making a visit what it is in another version of it: an earlier one, or one that was merged.

use super::Draft;
use crate::{
    edit::{Label, Transaction},
    model::{AnyRef, Conflict, Visit},
    words::Said,
};

/// Makes the visit what it was in an earlier version of it, with `when` that was in the label; none
/// for a version of another visit.
pub fn restore(visit: &Visit, earlier: &Visit, when: &str) -> Option<Transaction> {
    let what = Said::new(
        "Früherer Stand wiederhergestellt",
        "earlier version restored",
        "version antérieure restaurée",
    );
    becoming(visit, earlier, Label::new(what, when))
}

/// Makes the visit what it became when a version that could not be saved was merged with it; none
/// for another visit.
pub fn recover(visit: &Visit, merged: &Visit, when: &str) -> Option<Transaction> {
    let what = Said::new(
        "Nicht gespeicherter Stand übernommen",
        "unsaved version merged",
        "version non enregistrée reprise",
    );
    becoming(visit, merged, Label::new(what, when))
}

/// What makes the visit another version of it, in its records and in what is in conflict.
fn becoming(visit: &Visit, other: &Visit, label: Label) -> Option<Transaction> {
    if visit.head.id != other.head.id {
        return None;
    }
    let mut draft = Draft::new(visit);
    for record in visit.all_records() {
        if other.record(record.id()).is_none() {
            draft.remove(record.id());
        }
    }
    for record in other.all_records() {
        draft.put(AnyRef::to_owned(record));
    }
    let mut transaction = draft.finish(label);
    let only_in = |one: &Visit, other: &Visit| -> Vec<Conflict> {
        let all = one.conflicts.iter();
        all.filter(|own| !other.conflicts.contains(own))
            .cloned()
            .collect()
    };
    transaction.settled = only_in(visit, other);
    transaction.raised = only_in(other, visit);
    Some(transaction)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        edit::apply,
        model::{Head, Id, Item, Place, Record, Start, Vehicle, value::Note},
    };

    fn visit() -> Visit {
        let mut visit = Visit::new(Head::with_id(Id::parse("besuch-7k2f").unwrap()));
        let mut first = Item::with_id(Id::parse("empfang-m3qp").unwrap());
        first.title = "Empfang".into();
        let mut second = Item::with_id(Id::parse("essen-m3qp").unwrap());
        let after = Start::After(first.id.clone());
        second.slot = second.slot.with(|parts| parts.start = after).unwrap();
        visit.items.put(first);
        visit.items.put(second);
        visit
    }

    #[test]
    fn it_is_one_step_there_and_one_back() {
        let earlier = visit();
        let mut now = visit();
        now.items.take("empfang-m3qp");
        now.items.take("essen-m3qp");
        now.head.note = Note("x".to_owned());
        now.places
            .put(Place::with_id(Id::parse("rathaus-m3qp").unwrap()));
        now.vehicles
            .put(Vehicle::with_id(Id::parse("bus-m3qp").unwrap()));
        let before = now.clone();
        let transaction = restore(&now, &earlier, "12.11.2024").unwrap();
        apply(&mut now, &transaction).unwrap();
        assert_eq!(now, earlier);
        apply(&mut now, &transaction.inverted()).unwrap();
        assert_eq!(now, before);
        assert!(restore(&earlier, &earlier, "").unwrap().is_empty());
    }

    #[test]
    fn what_is_in_conflict_is_what_was_then() {
        let disputed = |title: &str| {
            let mut theirs = visit().items.get("empfang-m3qp").unwrap().clone();
            theirs.title = title.into();
            let theirs = theirs.into_any();
            let mut visit = visit();
            let ours = visit.items.get("empfang-m3qp").unwrap().clone().into_any();
            let versions = [None, Some(ours.as_ref()), Some(theirs.as_ref())];
            visit.conflicts.put(Conflict::of_record(versions));
            visit
        };
        let (then, before) = (disputed("Begrüßung"), disputed("Ankunft"));
        for earlier in [visit(), then] {
            let mut now = before.clone();
            let transaction = restore(&now, &earlier, "").unwrap();
            apply(&mut now, &transaction).unwrap();
            assert_eq!(now, earlier);
            apply(&mut now, &transaction.inverted()).unwrap();
            assert_eq!(now, before);
        }
    }

    #[test]
    fn another_visit_is_not_put_in_its_place() {
        let other = Visit::new(Head::with_id(Id::parse("anderer-7k2f").unwrap()));
        assert_eq!(restore(&visit(), &other, ""), None);
    }
}
