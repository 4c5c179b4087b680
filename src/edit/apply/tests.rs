//! What a transaction needs to fit, and that it goes in whole or not at all.

use super::*;
use crate::{
    edit::Label,
    model::{AnyRecord, Item, Record, Start},
    plan::{
        self,
        tests::fixture::{edits, visit},
    },
    words::Said,
};

fn label() -> Label {
    Label::new(Said::same("x"), "")
}

fn titled(visit: &Visit, id: &str, title: &str) -> AnyRecord {
    let item = visit.items.get(id).unwrap().clone();
    Item {
        title: title.into(),
        ..item
    }
    .into_any()
}

fn transaction(changes: Vec<(Option<AnyRecord>, Option<AnyRecord>)>) -> Transaction {
    let changes = changes
        .into_iter()
        .map(|(before, after)| Change { before, after });
    Transaction::new(label(), changes.collect())
}

#[test]
fn what_does_not_fit_is_told_by_what_it_is_called() {
    let stale = Stale::Changed("Empfang".into(), Kind::Item, vec!["title", "slot"]);
    let said = "„Empfang“ wurde inzwischen anders geändert (Titel, Zeit); es wurde nichts geändert";
    assert_eq!(stale.say(Lang::De), said);
}

#[test]
fn only_what_the_change_touches_has_to_be_as_it_expects() {
    let mut visit = visit(&[("a", "")]);
    let asker = plan::tests::asker(Lang::De);
    let title = plan::set(&visit, "a", &edits("title=neu"), asker).unwrap();
    let note = plan::set(&visit, "a", &edits("note=ein Vermerk"), asker).unwrap();
    let other = plan::set(&visit, "a", &edits("title=anders"), asker).unwrap();
    apply(&mut visit, &title).unwrap();
    apply(&mut visit, &note).unwrap();
    let item = visit.items.get("a").unwrap();
    assert_eq!(
        (item.note.0.as_str(), &item.title),
        ("ein Vermerk", &"neu".into())
    );
    let before = visit.clone();
    let stale = Stale::Changed("neu".into(), Kind::Item, vec!["title"]);
    assert_eq!(apply(&mut visit, &other), Err(stale));
    assert_eq!(visit, before);
    apply(&mut visit, &title.inverted()).unwrap();
    let item = visit.items.get("a").unwrap();
    assert_eq!(
        (item.note.0.as_str(), &item.title),
        ("ein Vermerk", &"a".into())
    );
}

#[test]
fn all_changes_go_in_or_none() {
    let visit = visit(&[("a", ""), ("b", "after=a"), ("c", "")]);
    let record = |id: &str| visit.record(id).map(AnyRef::to_owned);
    let after_c = |id: &str| {
        let mut item = visit.items.get(id).unwrap().clone();
        let c = visit.items.get("c").unwrap().id.clone();
        item.slot = item
            .slot
            .with(|parts| (parts.day, parts.start) = (None, Start::After(c)))
            .unwrap();
        Some(item.into_any())
    };
    let first = (record("a"), Some(titled(&visit, "a", "neu")));
    for (second, stale) in [
        ((None, record("b")), Stale::There("b".into())),
        (
            (Some(blank("x")), Some(blank("x"))),
            Stale::Gone("x".into()),
        ),
        (
            (Some(titled(&visit, "c", "war")), None),
            Stale::Changed("c".into(), Kind::Item, vec!["title"]),
        ),
        (
            (record("a"), None),
            Stale::Dangling {
                from: "b".into(),
                to: "a".into(),
            },
        ),
        ((record("c"), after_c("c")), Stale::Circle("c".into())),
    ] {
        let mut next = visit.clone();
        let changes = match &second.0 {
            Some(before) if before.id() == "a" => vec![second],
            _ => vec![first.clone(), second],
        };
        assert_eq!(apply(&mut next, &transaction(changes)), Err(stale));
        assert_eq!(next, visit);
    }
}

fn blank(id: &str) -> AnyRecord {
    Item::with_id(crate::model::Id::parse(id).unwrap()).into_any()
}

#[test]
fn a_reference_to_what_is_not_there_is_refused() {
    let mut visit = visit(&[("a", "")]);
    let mut item = visit.items.get("a").unwrap().clone();
    item.place = crate::model::Id::parse("nirgends");
    let change = (
        visit.record("a").map(AnyRef::to_owned),
        Some(item.into_any()),
    );
    let dangling = Stale::Dangling {
        from: "a".into(),
        to: "nirgends".into(),
    };
    assert_eq!(apply(&mut visit, &transaction(vec![change])), Err(dangling));
}

#[test]
fn a_conflict_is_settled_once_and_comes_back_by_undoing() {
    let mut visit = visit(&[("a", "")]);
    let records = [None, visit.record("a"), None];
    let conflict = crate::model::Conflict::of_record(records);
    visit.conflicts.put(conflict.clone());
    let before = visit.clone();
    let settling = Transaction {
        settled: vec![conflict],
        ..transaction(Vec::new())
    };
    assert!(!settling.is_empty());
    apply(&mut visit, &settling).unwrap();
    assert!(visit.conflicts.is_empty());
    let stale = Stale::Settled("a".into());
    assert_eq!(apply(&mut visit, &settling), Err(stale));
    apply(&mut visit, &settling.inverted()).unwrap();
    assert_eq!(visit, before);
}

#[test]
fn a_record_of_another_kind_takes_the_place_of_the_one_with_its_id() {
    let mut visit = visit(&[("a", "")]);
    let before = visit.clone();
    let task = crate::model::Task::with_id(crate::model::Id::parse("a").unwrap()).into_any();
    let item = visit.record("a").map(AnyRef::to_owned);
    let change = transaction(vec![(item, Some(task.clone()))]);
    apply(&mut visit, &change).unwrap();
    assert_eq!(visit.record("a"), Some(task.as_ref()));
    assert!(visit.items.is_empty());
    apply(&mut visit, &change.inverted()).unwrap();
    assert_eq!(visit, before);
}
