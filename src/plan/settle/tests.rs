//! Settling conflicts, one or all, with what hangs together.

use super::*;
use crate::{
    edit::apply,
    merge::merge,
    model::{Id, Item, Place, Record, arbitrary::first_day},
    plan::{
        self,
        tests::{
            asker,
            fixture::{after, edits, person, visit, why, with},
        },
    },
};

fn set(visit: &Visit, id: &str, fields: &str) -> Visit {
    after(visit, plan::set(visit, id, &edits(fields), asker(Lang::De)))
}

fn removed(visit: &Visit, id: &str) -> Visit {
    after(visit, plan::remove(visit, id, Lang::De))
}

fn settled(visit: &Visit, version: Option<Version>) -> Visit {
    let next = after(visit, settle(visit, &visit.conflicts[0], version, Lang::De));
    assert!(next.conflicts.len() < visit.conflicts.len());
    next
}

#[test]
fn a_field_takes_the_version_and_undoing_brings_the_conflict_back() {
    let base = visit(&[("a", "")]);
    let (ours, theirs) = (
        set(&base, "a", "title=unser"),
        set(&base, "a", "title=deren"),
    );
    let merged = merge(&base, &ours, &theirs).unwrap().visit;
    let merged = set(&merged, "a", "title=beides");
    for (version, title) in [
        (Some(Version::Base), "a"),
        (Some(Version::Ours), "unser"),
        (Some(Version::Theirs), "deren"),
        (None, "beides"),
    ] {
        let done = settle(&merged, &merged.conflicts[0], version, Lang::De).unwrap();
        assert_eq!(
            done.label.said(Lang::De),
            "Widerspruch entschieden: beides: Titel"
        );
        let mut next = merged.clone();
        apply(&mut next, &done).unwrap();
        assert_eq!(next.items.get("a").unwrap().title, title.into());
        assert!(next.conflicts.is_empty());
        apply(&mut next, &done.inverted()).unwrap();
        assert_eq!(next, merged);
    }
    let none = settle(&base, &merged.conflicts[0], None, Lang::De);
    assert_eq!(why(none), "Bei „a“ ist kein solcher Widerspruch offen");
}

#[test]
fn a_person_who_goes_after_all_leaves_nothing_that_dangles() {
    let mut base = visit(&[("a", "")]);
    person(&mut base, "koch", "given=Miriam");
    let (ours, theirs) = (
        removed(&base, "koch"),
        set(&base, "a", "attend=guests, +koch"),
    );
    let merged = merge(&base, &ours, &theirs).unwrap().visit;
    let gone = settled(&merged, Some(Version::Ours));
    assert!(gone.participants.is_empty());
    assert!(gone.items.get("a").unwrap().attend.plus.is_empty());
    for stays in [Some(Version::Theirs), Some(Version::Base), None] {
        let stays = settled(&merged, stays);
        assert_eq!(stays.items, merged.items);
        assert_eq!(stays.participants, merged.participants);
    }
}

#[test]
fn removing_by_hand_settles_what_was_in_conflict() {
    let base = visit(&[("a", "")]);
    let merged = merge(&base, &removed(&base, "a"), &set(&base, "a", "note=x")).unwrap();
    assert_eq!(merged.visit.conflicts.len(), 1);
    let next = removed(&merged.visit, "a");
    assert!(next.conflicts.is_empty() && next.items.is_empty());
}

#[test]
fn both_days_of_a_visit_are_settled_together() {
    let base = visit(&[]);
    let moved = |days: u64| {
        let mut visit = base.clone();
        visit.head.first = Some(first_day() + chrono::Days::new(days));
        visit.head.last = Some(first_day() + chrono::Days::new(days + 2));
        visit
    };
    let (ours, theirs) = (moved(30), moved(500));
    let merged = merge(&base, &ours, &theirs).unwrap().visit;
    assert_eq!(merged.conflicts.len(), 2);
    let next = settled(&merged, Some(Version::Theirs));
    assert_eq!(next.head, theirs.head);
    assert!(next.conflicts.is_empty());
}

#[test]
fn items_that_would_follow_each_other_are_refused_until_one_lets_go() {
    let base = visit(&[("a", "start=10:00"), ("b", "start=11:00")]);
    let (ours, theirs) = (set(&base, "a", "after=b"), set(&base, "b", "after=a"));
    let merged = merge(&base, &ours, &theirs).unwrap().visit;
    let of = |visit: &Visit, id: &str| {
        let mut all = visit.conflicts.iter();
        all.find(|own| own.id() == id).unwrap().clone()
    };
    let theirs = Some(Version::Theirs);
    let refused = settle(&merged, &of(&merged, "b"), theirs, Lang::De);
    assert_eq!(why(refused), "„b“ würde am Ende auf sich selbst folgen");
    let all: Vec<&Conflict> = merged.conflicts.iter().rev().collect();
    let at_once = after(&merged, settle_all(&merged, &all, theirs, Lang::De));
    let next = after(
        &merged,
        settle(&merged, &of(&merged, "a"), theirs, Lang::De),
    );
    let next = after(&next, settle(&next, &of(&next, "b"), theirs, Lang::De));
    assert_eq!(plan::tests::fixture::day(&next, 0), "a 10:00, b →a offen");
    assert_eq!(next, at_once);
}

#[test]
fn what_was_held_because_of_its_id_takes_the_place_of_the_other() {
    let base = visit(&[]);
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    with::<Item>(&mut ours, "x", "title=x");
    with::<Item>(&mut ours, "y", "title=y after=x");
    with::<Place>(&mut theirs, "x", "name=Messe");
    let merged = merge(&base, &ours, &theirs).unwrap().visit;
    let next = settled(&merged, Some(Version::Theirs));
    assert_eq!(next.record("x"), theirs.record("x"));
    assert!(next.items.get(&Id::<Item>::parse("y").unwrap()).is_some());
    let next = settled(&merged, Some(Version::Ours));
    assert_eq!(next.items, merged.items);
    let next = settled(&merged, Some(Version::Base));
    assert_eq!(next.record("x"), None);
}

#[test]
fn a_version_that_has_no_such_record_is_refused() {
    let mut merged = visit(&[("a", "")]);
    let mut other = merged.items.get("a").unwrap().clone();
    other.title = "anders".into();
    let other = other.into_any();
    let records = [None, merged.record("a"), Some(other.as_ref())];
    let conflict = Conflict::of_field(0, records);
    merged.conflicts.put(conflict.clone());
    let refused = settle(&merged, &conflict, Some(Version::Base), Lang::De);
    assert_eq!(why(refused), "Vorher gab es den Eintrag noch nicht");
}
