//! What is told of two versions: nothing twice, nothing left out.

use super::*;
use crate::model::{Head, Id, Item, Place, Vehicle, value::Note};

fn visit() -> Visit {
    Visit::new(Head::with_id(Id::parse("besuch-7k2f").unwrap()))
}

fn item(title: &str) -> Item {
    let mut item = Item::with_id(Id::parse("empfang-m3qp").unwrap());
    item.title = title.into();
    item
}

fn told(old: &Visit, new: &Visit) -> Vec<String> {
    let changes = changes(old, new, Lang::De).into_iter();
    changes
        .map(|one| format!("{}|{}|{}|{}", one.id, one.said, one.old, one.new))
        .collect()
}

#[test]
fn the_same_visit_has_no_changes() {
    let mut visit = visit();
    visit.items.put(item("Empfang"));
    assert_eq!(changes(&visit, &visit.clone(), Lang::De), []);
}

#[test]
fn what_is_new_gone_or_another_is_told_once() {
    let (old, mut new) = (visit(), visit());
    new.items.put(item("Empfang"));
    assert_eq!(told(&old, &new), ["empfang-m3qp|Neu: Zeit offen||"]);
    assert_eq!(told(&new, &old), ["empfang-m3qp|Entfällt: Zeit offen||"]);
    let mut other = new.clone();
    other.items.put(item("Begrüßung"));
    assert_eq!(
        told(&new, &other),
        ["empfang-m3qp|Titel geändert|Empfang|Begrüßung"]
    );
}

/// A change notice is silent about places and vehicles that nothing has to do with.
#[test]
fn what_no_notice_tells_of_is_not_left_out() {
    let (old, mut new) = (visit(), visit());
    let mut place = Place::with_id(Id::parse("rathaus-m3qp").unwrap());
    place.note = Note("Pförtner".to_owned());
    new.places.put(place);
    let vehicle = Vehicle::with_id(Id::parse("bus-m3qp").unwrap());
    new.vehicles.put(vehicle);
    assert_eq!(told(&old, &new), ["rathaus-m3qp|Neu||", "bus-m3qp|Neu||"]);
    let mut other = new.clone();
    let mut vehicle = Vehicle::with_id(Id::parse("bus-m3qp").unwrap());
    vehicle.plate = "D-1".to_owned();
    other.vehicles.put(vehicle);
    assert_eq!(told(&new, &other).len(), 1);
}

/// A text that was put right in one language only still reads the same in the others.
#[test]
fn what_reads_the_same_is_told_in_a_language_in_which_it_does_not() {
    let (mut old, mut new) = (visit(), visit());
    let both = |de: &str| {
        let mut one = item(de);
        one.title.set(Lang::En, Lang::De, "Reception");
        one
    };
    old.items.put(both("Empfang"));
    new.items.put(both("Begrüßung"));
    let found = changes(&old, &new, Lang::En);
    let found: Vec<_> = found.iter().map(|one| (&*one.old, &*one.new)).collect();
    assert_eq!(found, [("Empfang", "Begrüßung")]);
}

#[test]
fn each_wording_that_changed_is_told_once_whatever_the_reader_reads() {
    let called = |de: &str, fr: &str, note: &str| {
        let mut one = item(de);
        one.title.set(Lang::Fr, Lang::De, fr);
        one.note = Note(note.to_owned());
        let mut visit = visit();
        visit.items.put(one);
        visit
    };
    let old = called("Empfang", "Accueil", "laut");
    for (new, expected) in [
        (called("Begrüßung", "Accueil", "leise"), &["Empfang"][..]),
        (called("Empfang", "Réception", "leise"), &["Accueil"]),
        (
            called("Begrüßung", "Réception", "leise"),
            &["Accueil", "Empfang"],
        ),
        (called("Empfang", "", "leise"), &["Accueil"]),
    ] {
        for lang in Lang::ALL {
            let found = changes(&old, &new, lang);
            let mut titles: Vec<&str> = found
                .iter()
                .filter(|one| ["Empfang", "Accueil"].contains(&&*one.old))
                .map(|one| one.old.as_str())
                .collect();
            titles.sort_unstable();
            assert_eq!(titles, expected, "{lang:?}: {found:?}");
        }
    }
}

/// Beside what is told of it already.
#[test]
fn what_reads_the_same_is_told_of_a_record_of_which_something_else_is_told_too() {
    let (mut old, mut new) = (visit(), visit());
    let one = |room: &str, title: &str| {
        let mut one = item(title);
        one.room = room.into();
        one.room.set(Lang::En, Lang::De, "Hall");
        one
    };
    old.items.put(one("Saal", "Empfang"));
    new.items.put(one("Turm", "Begrüßung"));
    new.head.note = Note("Neu".to_owned());
    for (lang, what) in [(Lang::En, "Visit"), (Lang::De, "Besuch")] {
        let found = changes(&old, &new, lang);
        let mut values: Vec<_> = found.iter().map(|one| (&*one.old, &*one.new)).collect();
        values.sort_unstable();
        let expected = [("", "Neu"), ("Empfang", "Begrüßung"), ("Saal", "Turm")];
        assert_eq!(values, expected, "{lang:?}");
        assert_eq!(found[0].what, what);
    }
}
