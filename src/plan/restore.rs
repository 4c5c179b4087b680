//! Making a visit what it was in an earlier version.

use super::Draft;
use crate::{
    edit::{Label, Transaction},
    model::{AnyRef, Visit},
    words::Said,
};

/// Makes the visit what it was in an earlier version of it, with `when` that was in the label; none
/// for a version of another visit.
pub fn restore(visit: &Visit, earlier: &Visit, when: &str) -> Option<Transaction> {
    if visit.head.id != earlier.head.id {
        return None;
    }
    let mut draft = Draft::new(visit);
    for record in visit.all_records() {
        if earlier.record(record.id()).is_none() {
            draft.remove(record.id());
        }
    }
    for record in earlier.all_records() {
        draft.put(AnyRef::to_owned(record));
    }
    let what = Said::new(
        "Früherer Stand wiederhergestellt",
        "earlier version restored",
        "version antérieure restaurée",
    );
    Some(draft.finish(Label::new(what, when)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        edit::apply,
        model::{Head, Id, Item, Place, Start, Vehicle, value::Note},
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
    fn another_visit_is_not_put_in_its_place() {
        let other = Visit::new(Head::with_id(Id::parse("anderer-7k2f").unwrap()));
        assert_eq!(restore(&visit(), &other, ""), None);
    }
}
