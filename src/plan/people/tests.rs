//! Naming, replacing and listing people.

use super::*;
use crate::{
    model::{
        Item, Letter,
        value::{Entry, View},
    },
    plan::tests::fixture::{after, person, visit, why, with},
};

fn names(list: &[&str]) -> Vec<Name> {
    list.iter().map(|family| Name::new("A.", family)).collect()
}

fn delegation(count: &str) -> Visit {
    let mut visit = visit(&[]);
    with::<Participant>(
        &mut visit,
        "nn",
        &format!("side=guest count={count} group=Rot"),
    );
    with::<Item>(
        &mut visit,
        "a",
        "title=a attend=nobody, +nn interpreters=nn",
    );
    visit
}

fn shown(visit: &Visit) -> (String, String) {
    let view = View {
        visit,
        lang: Lang::De,
    };
    let mut people: Vec<String> = visit
        .participants
        .iter()
        .map(|p| p.name_in_list(Lang::De))
        .collect();
    people.sort();
    (
        people.join(", "),
        visit.items.get("a").unwrap().attend.typed(view),
    )
}

#[test]
fn names_are_split_off_until_nobody_is_left_unnamed() {
    for (count, list, people, attend) in [
        (
            "3",
            &["Berdai"][..],
            "A. Berdai, N. N. (2)",
            "N. N. (2), A. Berdai",
        ),
        (
            "3",
            &["Berdai", "Alaoui"],
            "A. Alaoui, A. Berdai, N. N. (1)",
            "N. N. (1), A. Berdai, A. Alaoui",
        ),
        (
            "2",
            &["Berdai", "Alaoui"],
            "A. Alaoui, A. Berdai",
            "A. Berdai, A. Alaoui",
        ),
        (
            "8-9",
            &["Berdai"],
            "A. Berdai, N. N. (7–8)",
            "N. N. (7–8), A. Berdai",
        ),
        ("", &["Berdai"], "A. Berdai", "A. Berdai"),
    ] {
        let visit = delegation(count);
        let next = after(&visit, name_people(&visit, "nn", &names(list), Lang::De));
        assert_eq!(
            shown(&next),
            (people.to_owned(), attend.to_owned()),
            "{count} {list:?}"
        );
        assert!(next.participants.iter().all(|person| person.group == "Rot"));
    }
}

#[test]
fn more_names_than_heads_and_names_of_the_named_are_refused() {
    let visit = delegation("1");
    let given = names(&["Berdai", "Alaoui"]);
    assert_eq!(
        why(name_people(&visit, "nn", &given, Lang::De)),
        "2 Namen für 1 Personen; erst die Personenzahl erhöhen"
    );
    let next = after(&visit, name_people(&visit, "nn", &given[..1], Lang::De));
    assert_eq!(
        why(name_people(&next, "nn", &given, Lang::De)),
        "„A. Berdai“ ist schon benannt; Namen ergänzt man bei N. N."
    );
    assert_eq!(
        name_people(&visit, "nn", &[], Lang::De),
        Err(Refusal::NothingToDo)
    );
}

#[test]
fn a_person_is_replaced_everywhere_but_in_what_was_signed() {
    let mut visit = visit(&[]);
    person(&mut visit, "keller", "side=host head=yes given=Stephan");
    person(&mut visit, "mueller", "side=host");
    with::<Item>(
        &mut visit,
        "a",
        "title=a host=keller attend=guests, +keller, +mueller speeches=keller | 5",
    );
    with::<Letter>(
        &mut visit,
        "alt",
        "title=alt steps=signed 30.8.2019 signatories=keller",
    );
    with::<Letter>(
        &mut visit,
        "neu",
        "title=neu signatories=keller witnesses=keller, mueller",
    );
    let next = after(
        &visit,
        replace_person(&visit, "keller", "mueller", Lang::De),
    );
    let view = View {
        visit: &next,
        lang: Lang::De,
    };
    let item = next.items.get("a").unwrap();
    let letter = |id: &str| next.letters.get(id).unwrap();
    for (value, expected) in [
        (&item.host as &dyn Entry, "mueller"),
        (&item.attend, "Gäste, +mueller"),
        (&item.speeches, "mueller | 5"),
        (&letter("alt").signatories, "Stephan keller"),
        (&letter("neu").signatories, "mueller"),
        (&letter("neu").witnesses, "mueller"),
    ] {
        assert_eq!(value.typed(view), expected);
    }
    assert!(next.participants.get("keller").is_none());
    assert!(next.participants.get("mueller").unwrap().head);
    assert_eq!(
        why(replace_person(&visit, "keller", "keller", Lang::De)),
        "„Stephan keller“ kann sich nicht selbst ersetzen; jemand anderen nennen"
    );
}

#[test]
fn only_the_first_who_is_named_leads() {
    for (count, given) in [("2", &["B", "A"][..]), ("3", &["B", "A"]), ("1", &["B"])] {
        let mut visit = delegation(count);
        visit.put({
            let mut nn = visit.participants.get("nn").unwrap().clone();
            nn.head = true;
            nn.into_any()
        });
        let next = after(&visit, name_people(&visit, "nn", &names(given), Lang::De));
        let heads = next.participants.iter().filter(|person| person.head);
        let heads: Vec<String> = heads.map(|p| p.name_in_list(Lang::De)).collect();
        assert_eq!(heads, ["A. B"], "{count} {given:?}");
    }
}

#[test]
fn who_takes_a_place_attends_as_much_as_either_did() {
    for (attend, expected) in [
        ("alle, -alt", "alle"),
        ("Gäste, -alt, +neu", "Gäste, +neu"),
        ("Gäste, -alt, -neu", "Gäste, -neu"),
        ("Gäste, +alt, -neu", "Gäste"),
        ("Gäste, -neu", "Gäste"),
        ("Gäste, ?alt", "Gäste"),
        ("niemand, ?alt", "?neu"),
        ("?alt, -neu", "?neu"),
        ("?alt, neu", "neu"),
        ("alt, berta, neu", "berta, neu"),
        ("alt, berta", "neu, berta"),
        ("Gastgeber, alt, ?neu", "Gastgeber, +neu"),
        ("Rot", "Rot"),
    ] {
        let mut visit = visit(&[]);
        for (id, fields) in [("alt", "group=Rot"), ("neu", ""), ("berta", "")] {
            person(&mut visit, id, &format!("side=guest {fields}"));
        }
        with::<Item>(&mut visit, "a", &format!("title=a attend={attend}"));
        let next = after(&visit, replace_person(&visit, "alt", "neu", Lang::De));
        assert_eq!(shown(&next).1, expected, "{attend}");
    }
}
