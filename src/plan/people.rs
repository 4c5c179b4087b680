//! Naming those who were N. N., and replacing one person by another.

use super::{Draft, Refusal, find, fresh_id, remove};
use crate::{
    edit::{Label, Transaction},
    model::{AnyRecord, AnyRef, Item, Name, Numbers, Participant, Record, Visit},
    words::{Lang, Said, list},
};

/// Names people of whom only the number was known. The head count goes down by as many; when
/// nobody is left unnamed, the first of the names takes the place of N. N.
///
/// The named ones take over what was said of N. N., and stand in every list in which N. N. stands,
/// in the order in which they are named. The first of them leads the delegation if N. N. did.
pub fn name_people(
    visit: &Visit,
    unnamed: &str,
    names: &[Name],
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let nn = find::participant(visit, unnamed)?;
    if nn.name.is_known() {
        let name = find::title(visit, AnyRef::Participant(nn), lang);
        return Err(Refusal::Named(name));
    }
    let names: Vec<&Name> = names.iter().filter(|name| name.is_known()).collect();
    let (fewest, most) = nn.heads();
    let heads = usize::try_from(most).unwrap_or(usize::MAX);
    let (Some((first, others)), true) = (names.split_first(), names.len() <= heads) else {
        return Err(match names.len() {
            0 => Refusal::NothingToDo,
            given => Refusal::TooManyNames(given, most),
        });
    };
    let all_are_named = names.len() == heads;
    let apart = if all_are_named { others } else { &names };
    let mut draft = Draft::new(visit);
    // Each stands right after N. N., so that the last comes first.
    for (at, name) in apart.iter().enumerate().rev() {
        let mut person = nn.clone();
        person.head = nn.head && at == 0 && !all_are_named;
        person.id = fresh_id(visit, &name.full());
        person.name = (*name).clone();
        person.count = None;
        list_beside(&mut draft, unnamed, person.id.as_str());
        draft.put(person.into_any());
    }
    draft.update(unnamed, |nn: &mut Participant| {
        if all_are_named {
            nn.name = (*first).clone();
            nn.count = None;
        } else {
            nn.head = false;
            let gone = u32::try_from(names.len()).unwrap_or(most);
            nn.count = Numbers::try_from((fewest.saturating_sub(gone).max(1), most - gone)).ok();
        }
    });
    let what = Said::new("Namen ergänzt", "people named", "noms ajoutés");
    let said: Vec<String> = names.iter().map(|name| name.full()).collect();
    Ok(draft.finish(Label::new(what, list(&said, lang))))
}

/// Lists somebody wherever another one is listed.
fn list_beside(draft: &mut Draft<'_>, beside: &str, id: &str) {
    for record in draft.visit().all_records() {
        let links = record.links();
        if !links.iter().any(|link| link.id == beside) {
            continue;
        }
        let Some(mut changed) = draft.get(record.id()) else {
            continue;
        };
        let fields = changed.fields_mut();
        for at in 0..fields.info().len() {
            fields.value_mut(at).list_beside(beside, id);
        }
        draft.put(changed);
    }
}

/// Puts one participant in the place of another everywhere, and takes the other out of the visit.
/// In a letter that has been signed the other stays, by name.
pub fn replace_person(
    visit: &Visit,
    old: &str,
    new: &str,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let (gone, come) = (
        find::participant(visit, old)?,
        find::participant(visit, new)?,
    );
    let title = |person| find::title(visit, AnyRef::Participant(person), lang);
    if gone.id == come.id {
        return Err(Refusal::SamePerson(title(gone)));
    }
    let mut draft = Draft::new(visit);
    for record in visit.all_records() {
        if record.links().iter().any(|link| link.id == old) {
            draft.put(replaced(record.to_owned(), old, new, visit));
        }
    }
    let mut successor = come.clone();
    successor.head |= gone.head && come.side == gone.side;
    if come.group.is_empty() {
        successor.group.clone_from(&gone.group);
    }
    for item in visit.items.iter() {
        let attend = item.attend.succeeded(gone, &successor);
        draft.update(item.id.as_str(), |item: &mut Item| item.attend = attend);
    }
    draft.update(new, |come: &mut Participant| {
        (come.head, come.group) = (successor.head, successor.group);
    });
    draft.remove(old);
    let what = Said::new("Person ersetzt", "person replaced", "personne remplacée");
    let subject = format!("{} → {}", title(gone), title(come));
    Ok(draft.finish(Label::new(what, subject)))
}

fn replaced(mut record: AnyRecord, old: &str, new: &str, visit: &Visit) -> AnyRecord {
    let is_signed = matches!(&record, AnyRecord::Letter(letter) if letter.steps.was_signed());
    if is_signed {
        remove::forget(&mut record, old, visit);
        return record;
    }
    let fields = record.fields_mut();
    for at in 0..fields.info().len() {
        fields.value_mut(at).relink(old, new);
    }
    record
}

#[cfg(test)]
mod tests {
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
}
