//! Conflicts as data: written, read and told.

use super::*;
use crate::{
    model::{Id, Item, Place, Record, value::View},
    words::Lang,
};

fn item(id: &str, title: &str, note: &str) -> AnyRecord {
    let mut item = Item::with_id(Id::parse(id).unwrap());
    item.title = title.into();
    item.note.0 = note.to_owned();
    item.into_any()
}

fn field(key: &str) -> usize {
    let mut fields = Kind::Item.fields().iter();
    fields.position(|info| info.key == key).unwrap()
}

#[test]
fn a_conflict_about_a_field_holds_nothing_else() {
    let (base, ours) = (item("a", "eins", "geheim"), item("a", "zwei", "geheim"));
    let conflict = Conflict::of_field(
        field("title"),
        [Some(base.as_ref()), Some(ours.as_ref()), None],
    );
    assert_eq!(conflict.base, Some(item("a", "eins", "")));
    assert_eq!(conflict.ours, Some(item("a", "zwei", "")));
    assert_eq!(conflict.flaw(), None);
    let visit = crate::plan::tests::fixture::visit(&[]);
    let view = View {
        visit: &visit,
        lang: Lang::De,
    };
    let told = Version::ALL.map(|of| conflict.told(of, view).join(" "));
    assert_eq!(told, ["eins", "zwei", "–"]);
}

#[test]
fn what_does_not_fit_together_is_a_flaw() {
    let conflict = |field: Option<&str>, records: [Option<AnyRecord>; 3]| {
        let [base, ours, theirs] = records;
        Conflict {
            field: field.map(str::to_owned),
            base,
            ours,
            theirs,
        }
    };
    let a = || Some(item("a", "eins", ""));
    let place = || Some(Place::with_id(Id::parse("a").unwrap()).into_any());
    for (conflict, flaw) in [
        (conflict(None, [None, None, None]), Some(Flaw::Empty)),
        (
            conflict(None, [a(), Some(item("b", "", "")), None]),
            Some(Flaw::OtherRecords),
        ),
        (
            conflict(Some("title"), [None, a(), place()]),
            Some(Flaw::OtherRecords),
        ),
        (conflict(None, [None, a(), place()]), None),
        (
            conflict(Some("x"), [a(), None, None]),
            Some(Flaw::NoField("x".into())),
        ),
        (
            conflict(Some("note"), [a(), None, None]),
            Some(Flaw::MoreThanField("note".into())),
        ),
        (conflict(Some("title"), [a(), a(), None]), None),
    ] {
        assert_eq!(conflict.flaw(), flaw, "{conflict:?}");
    }
}

#[test]
fn conflicts_stand_once_and_in_one_order() {
    let about = |id: &str, title: &str| {
        let record = item(id, title, "");
        Conflict::of_field(field("title"), [None, Some(record.as_ref()), None])
    };
    let (a, b, c) = (about("a", "x"), about("a", "y"), about("b", "x"));
    let one: Conflicts = [c.clone(), a.clone(), b.clone(), a.clone()]
        .into_iter()
        .collect();
    let mut other: Conflicts = [b.clone(), a].into_iter().collect();
    assert_ne!(one, other);
    other.put(c);
    assert_eq!(one, other);
    assert!(other.take(&b) && !other.take(&b));
    assert!(b.clone().swapped().is_same(&b) && b.clone().swapped() != b);
}
