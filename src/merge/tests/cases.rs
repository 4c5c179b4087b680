//! Tables of cases: what is taken, what is in conflict, what stays and what goes.

use super::{line, merged, told};
use crate::{
    merge::{Unmergeable, merge},
    model::{
        Head, Id, Item, Link, Participant, Place, Record, Task, Version, Visit,
        arbitrary::first_day,
    },
    plan::{
        self,
        tests::{
            asker,
            fixture::{after, edits, person, visit, with},
        },
    },
    words::{Lang, Speak},
};

/// What one side did to a visit.
type Did = fn(&Visit) -> Visit;

fn set(visit: &Visit, id: &str, fields: &str) -> Visit {
    after(visit, plan::set(visit, id, &edits(fields), asker(Lang::De)))
}

fn remove(visit: &Visit, id: &str) -> Visit {
    after(visit, plan::remove(visit, id, Lang::De))
}

fn base() -> Visit {
    let mut base = visit(&[
        ("a", "start=10:00 end=10:30"),
        ("b", "start=11:00"),
        ("c", "after=b"),
    ]);
    person(&mut base, "koch", "given=Miriam");
    with::<Place>(&mut base, "rathaus", "name=Rathaus");
    base
}

#[test]
fn what_both_sides_did_comes_together_or_is_in_conflict() {
    let cases: &[(&str, Did, Did, &[&str])] = &[
        (
            "other fields of one record",
            |v| set(v, "a", "title=neu"),
            |v| set(v, "a", "note=Vermerk"),
            &[],
        ),
        (
            "the same",
            |v| set(v, "a", "title=neu"),
            |v| set(v, "a", "title=neu"),
            &[],
        ),
        (
            "one field",
            |v| set(v, "a", "title=unser"),
            |v| set(v, "a", "title=deren"),
            &["a title: a | unser | deren"],
        ),
        (
            "a field of the visit itself",
            |v| set(v, "visit", "title=unser"),
            |v| set(v, "visit", "title=deren"),
            &["besuch-7k2f title: Besuch | unser | deren"],
        ),
        (
            "removed by both",
            |v| remove(v, "b"),
            |v| remove(v, "b"),
            &[],
        ),
        (
            "removed by one",
            |v| remove(v, "b"),
            |v| set(v, "a", "note=x"),
            &[],
        ),
        (
            "removed and changed",
            |v| remove(v, "a"),
            |v| set(v, "a", "title=neu"),
            &["a: a | gelöscht | neu"],
        ),
        (
            "changed and removed",
            |v| set(v, "a", "title=neu"),
            |v| remove(v, "a"),
            &["a: a | neu | gelöscht"],
        ),
        (
            "removed and invited",
            |v| remove(v, "koch"),
            |v| set(v, "a", "attend=guests, +koch"),
            &["koch: Miriam koch | gelöscht | Miriam koch"],
        ),
        (
            "invited and removed",
            |v| set(v, "a", "attend=guests, +koch"),
            |v| remove(v, "koch"),
            &["koch: Miriam koch | Miriam koch | gelöscht"],
        ),
        (
            "what is followed, removed and followed by another",
            |v| remove(v, "b"),
            |v| set(v, "a", "after=b"),
            &["b: b | gelöscht | b"],
        ),
        (
            "each follows the other",
            |v| set(v, "a", "after=c"),
            |v| set(v, "b", "after=a"),
            &[
                "a slot: Tag: 24.10.2024, Beginn: 10:00, Ende: 10:30 | Tag: 24.10.2024, Beginn: anschl., Ende: +30 min, Folgt auf: c | Tag: 24.10.2024, Beginn: 10:00, Ende: 10:30",
                "b slot: Tag: 24.10.2024, Beginn: 11:00 | Tag: 24.10.2024, Beginn: 11:00 | Tag: 24.10.2024, Beginn: anschl., Folgt auf: a",
            ],
        ),
    ];
    for (what, ours, theirs, expected) in cases {
        let base = base();
        let (ours, theirs) = (ours(&base), theirs(&base));
        let merged = merged(&base, &ours, &theirs);
        assert_eq!(told(&merged.visit), *expected, "{what}");
        assert_eq!(merged.raised, expected.len(), "{what}");
    }
}

#[test]
fn ours_stands_meanwhile_and_what_was_removed_stays() {
    let base = base();
    let ours = set(&base, "a", "title=unser");
    let theirs = set(
        &set(&base, "a", "title=deren note=Vermerk"),
        "b",
        "room=Saal",
    );
    let merged = merged(&base, &ours, &theirs).visit;
    let a = merged.items.get("a").unwrap();
    assert_eq!((&a.title, a.note.0.as_str()), (&"unser".into(), "Vermerk"));
    assert_eq!(merged.items.get("b").unwrap().room, "Saal".into());

    let ours = remove(&base, "koch");
    let theirs = set(&base, "a", "host=koch");
    let merged = super::merged(&base, &ours, &theirs).visit;
    assert_eq!(
        merged.participants.get("koch"),
        base.participants.get("koch")
    );
}

/// A removal that is in conflict takes nothing from other records until it is settled.
#[test]
fn what_referred_to_a_record_does_so_until_its_removal_is_settled() {
    let base = set(&base(), "a", "host=koch attend=guests, +koch");
    let cases: &[(&str, &str, Did, Did, &[&str])] = &[
        (
            "what follows",
            "b",
            |v| remove(v, "b"),
            |v| set(v, "b", "note=neu"),
            &["c"],
        ),
        (
            "a person, whom the other side invites anew",
            "koch",
            |v| remove(v, "koch"),
            |v| set(v, "b", "host=koch"),
            &["a", "b"],
        ),
        (
            "other fields of what refers to it",
            "koch",
            |v| set(&remove(v, "koch"), "a", "room=Saal"),
            |v| set(&set(v, "koch", "given=Mira"), "a", "note=y"),
            &["a"],
        ),
        (
            "what the other side changed in the same field",
            "b",
            |v| remove(v, "b"),
            |v| set(&set(v, "b", "note=neu"), "c", "end=+20"),
            &["c"],
        ),
        (
            "what the other side has otherwise by now",
            "b",
            |v| remove(v, "b"),
            |v| set(&set(v, "b", "note=neu"), "c", "start=15:00"),
            &[],
        ),
        (
            "what the same side changed by itself",
            "b",
            |v| set(&remove(v, "b"), "c", "start=16:00"),
            |v| set(v, "b", "note=neu"),
            &[],
        ),
        (
            "one of two that the same side removed",
            "b",
            |v| remove(&remove(v, "b"), "koch"),
            |v| set(v, "b", "note=neu"),
            &["c"],
        ),
        (
            "each side removed one that the other changed",
            "b",
            |v| set(&remove(v, "b"), "a", "note=neu"),
            |v| set(&remove(v, "a"), "b", "note=neu"),
            &["c"],
        ),
    ];
    for (what, id, ours, theirs, refer) in cases {
        let (ours, theirs) = (ours(&base), theirs(&base));
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
            let merged = merged(&base, ours, theirs).visit;
            let of_fields = merged.conflicts.iter().filter(|own| own.field.is_some());
            assert_eq!(of_fields.count(), 0, "{what}");
            assert_eq!(referring(&merged, id), *refer, "{what}");
        }
    }
}

/// The ids of the records that refer to one.
fn referring(visit: &Visit, id: &str) -> Vec<String> {
    let refers = |links: Vec<Link>| links.iter().any(|link| link.id == id);
    let all = visit.all_records().filter(|record| refers(record.links()));
    all.map(|record| record.id().to_owned()).collect()
}

#[test]
fn what_both_added_under_one_id_merges_field_by_field() {
    let base = base();
    let with_place = |fields: &str| {
        let mut visit = base.clone();
        with::<Place>(&mut visit, "messe", fields);
        visit
    };
    let ours = with_place("name=Messe address=Messeplatz");
    let theirs = with_place("name=Messehalle note=Tor 3");
    let merged = merged(&base, &ours, &theirs).visit;
    assert_eq!(told(&merged), ["messe name: – | Messe | Messehalle"]);
    assert_eq!(merged.places.get("messe").unwrap().note.0, "Tor 3");
}

#[test]
fn days_that_do_not_go_together_are_in_conflict() {
    let base = visit(&[]);
    let days = |first: u64, last: u64| {
        let mut visit = base.clone();
        visit.head.first = Some(first_day() + chrono::Days::new(first));
        visit.head.last = Some(first_day() + chrono::Days::new(last));
        visit
    };
    for (ours, theirs, raised) in [
        (days(1, 3), days(0, 5), 0),
        (days(300, 303), days(0, 2), 2),
        (days(0, 2), days(300, 303), 2),
        (days(2, 3), days(0, 1), 2),
        (days(0, 366), days(1, 366), 0),
    ] {
        let merged = merged(&base, &ours, &theirs);
        assert_eq!(merged.raised, raised, "{:?}", told(&merged.visit));
        if raised > 0 {
            assert_eq!(merged.visit.head, ours.head);
        }
    }
}

#[test]
fn one_id_for_two_kinds_keeps_ours_and_holds_theirs() {
    let base = base();
    let id = "konzept-7k2f";
    let mut ours = base.clone();
    ours.put(Task::with_id(Id::parse(id).unwrap()).into_any());
    let mut theirs = base.clone();
    with::<Place>(&mut theirs, id, "name=Konzept");
    with::<Item>(&mut theirs, "neu", &format!("title=neu place={id}"));
    let merged = merged(&base, &ours, &theirs);
    assert_eq!(merged.visit.kind_of(id), Some(crate::model::Kind::Task));
    let lines = [format!("{id}:  | Konzept"), "neu place: – | – | ".into()];
    let told = told(&merged.visit);
    assert!(
        told[0].starts_with("neu place: – | – | "),
        "{told:?} {lines:?}"
    );
    assert_eq!(told[1], format!("{id}: – |  | Konzept"));
    let held = merged
        .visit
        .conflicts
        .iter()
        .find_map(|c| c.record(Version::Theirs));
    assert!(held.is_some());
    // From the other side the place stands, and what refers to it does, too.
    let swapped = super::merged(&base, &theirs, &ours);
    assert_eq!(
        super::told(&swapped.visit),
        [format!("{id}: – | Konzept | ")]
    );
}

#[test]
fn what_one_side_settled_is_settled() {
    let start = base();
    let base = merged(
        &start,
        &set(&start, "a", "title=unser"),
        &set(&start, "a", "title=deren"),
    )
    .visit;
    let conflict = base.conflicts[0].clone();
    let mut settled = set(&base, "a", "title=deren");
    assert!(settled.conflicts.take(&conflict));
    let edited = set(&base, "b", "room=Saal");
    for (ours, theirs) in [(&settled, &edited), (&edited, &settled)] {
        let merged = merged(&base, ours, theirs);
        assert_eq!((told(&merged.visit), merged.raised), (vec![], 0));
        assert_eq!(merged.visit.items.get("a").unwrap().title, "deren".into());
        assert_eq!(merged.visit.items.get("b").unwrap().room, "Saal".into());
    }
}

/// Two machines merge each other's changes before they meet again.
#[test]
fn a_conflict_that_both_raised_is_one() {
    let base = base();
    let (one, other) = (set(&base, "a", "title=eins"), set(&base, "a", "title=zwei"));
    let (ours, theirs) = (merged(&base, &one, &other), merged(&base, &other, &one));
    let both = merged(&base, &ours.visit, &theirs.visit);
    assert_eq!(told(&both.visit), ["a title: a | eins | zwei"]);
    assert_eq!(both.raised, 0);
}

/// A person whom nobody needs any more is not brought back by a conflict that is settled.
#[test]
fn a_conflict_keeps_the_record_that_it_is_about() {
    let base = base();
    let mut theirs = base.clone();
    let title = merged(
        &base,
        &set(&base, "a", "title=a"),
        &set(&base, "a", "title=b"),
    );
    assert_eq!(title.raised, 0);
    let raised = merged(
        &base,
        &set(&base, "a", "title=unser"),
        &set(&base, "a", "title=deren"),
    );
    theirs.conflicts = raised.visit.conflicts;
    let ours = remove(&base, "a");
    let merged = merged(&base, &ours, &theirs).visit;
    assert!(merged.items.get("a").is_some());
    let mut lines = told(&merged);
    lines.sort();
    assert_eq!(lines, ["a title: a | unser | deren", "a: a | gelöscht | a"]);
}

#[test]
fn visits_with_other_ids_are_not_merged() {
    let one = visit(&[]);
    let other = Visit::new(Head::with_id(Id::parse("anders").unwrap()));
    let refused = Unmergeable::OtherVisit("besuch-7k2f".into(), "anders".into());
    assert_eq!(merge(&one, &one, &other), Err(refused.clone()));
    assert_eq!(merge(&other, &one, &one), Err(refused.clone()));
    assert!(refused.say(Lang::De).contains("zwei verschiedene Besuche"));
}

#[test]
fn the_last_resort_holds_each_record_of_theirs() {
    let base = base();
    let ours = set(&base, "a", "title=unser");
    let theirs = remove(&set(&base, "a", "title=deren"), "koch");
    let apart = crate::merge::held::apart([&base, &ours, &theirs]);
    assert_eq!(apart.visit.items, ours.items);
    let lines = [
        "a: a | unser | deren",
        "koch: Miriam koch | Miriam koch | gelöscht",
    ];
    assert_eq!(told(&apart.visit), lines);
    let people: Option<&Participant> = apart.visit.participants.get("koch");
    assert!(people.is_some());
    assert_eq!(line(&base, &apart.visit.conflicts[0]), lines[0]);
}
