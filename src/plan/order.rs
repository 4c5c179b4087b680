//! Ordering participants by hand, where no rule gives the order that the occasion needs.

use super::{Draft, Refusal, Towards, find};
use crate::{
    edit::{Label, Transaction},
    model::{AnyRef, Participant, Side, Visit, precedence},
    words::{Lang, Said},
};

/// Puts a participant one place further up or down among those of the same side, and keeps why.
/// Everybody down to that place gets a number by hand, so that later changes of rank do not
/// move them.
pub fn order(
    visit: &Visit,
    id: &str,
    towards: Towards,
    reason: &str,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let person = find::participant(visit, id)?;
    let title = find::title(visit, AnyRef::Participant(person), lang);
    let mut people = precedence::of_side(visit, person.side);
    let at = people.iter().position(|other| other.id == person.id);
    let at = at.unwrap_or_default();
    let to = match towards {
        Towards::Earlier => at.checked_sub(1),
        Towards::Later => Some(at + 1).filter(|to| *to < people.len()),
    };
    let to = to.ok_or(Refusal::NoNeighbour(title.clone()))?;
    people.swap(at, to);
    let by_hand = people.iter().filter(|p| p.order.is_some()).count();
    let numbered = by_hand.max(at.max(to) + 1);
    let mut draft = Draft::new(visit);
    for (number, other) in (1..).zip(people.into_iter().take(numbered)) {
        draft.update(other.id.as_str(), |other: &mut Participant| {
            other.order = Some(number);
            if other.id.as_str() == id && !reason.trim().is_empty() {
                reason.trim().clone_into(&mut other.rank_reason);
            }
        });
    }
    let what = Said::new(
        "Reihenfolge von Hand geändert",
        "order changed by hand",
        "ordre modifié à la main",
    );
    Ok(draft.finish(Label::new(what, title)))
}

/// Gives a side back to the rules of precedence.
pub fn clear_order(visit: &Visit, side: Side, lang: Lang) -> Result<Transaction, Refusal> {
    let mut draft = Draft::new(visit);
    let ordered = visit
        .participants
        .iter()
        .filter(|person| person.side == side && person.order.is_some());
    for person in ordered {
        draft.update(person.id.as_str(), |person: &mut Participant| {
            person.order = None;
        });
    }
    let what = Said::new(
        "Reihenfolge von Hand aufgehoben",
        "order by hand cleared",
        "ordre manuel levé",
    );
    let transaction = draft.finish(Label::new(what, side.label().get(lang)));
    if transaction.is_empty() {
        return Err(Refusal::NothingToDo);
    }
    Ok(transaction)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::fixture::{after, person, visit, why};

    fn guests() -> Visit {
        let mut visit = visit(&[]);
        for (id, fields) in [
            ("anna", "side=guest rank=2"),
            ("berta", "side=guest rank=1"),
            ("carla", "side=guest rank=3"),
            ("dora", "side=guest rank=4"),
            ("emil", "side=host"),
        ] {
            person(&mut visit, id, fields);
        }
        visit
    }

    fn shown(visit: &Visit) -> String {
        let people = precedence::of_side(visit, Side::Guest);
        let number = |order: Option<u32>| order.map_or(String::new(), |order| order.to_string());
        let one = |p: &&Participant| format!("{}{}", p.id, number(p.order));
        people.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn one_place_up_or_down_numbers_everybody_down_to_there() {
        for (moves, expected) in [
            (
                &[("carla", Towards::Earlier)][..],
                "berta1 carla2 anna3 dora",
            ),
            (&[("berta", Towards::Later)], "anna1 berta2 carla dora"),
            (
                &[("dora", Towards::Earlier), ("berta", Towards::Later)],
                "anna1 berta2 dora3 carla4",
            ),
        ] {
            let mut visit = guests();
            for (id, towards) in moves {
                visit = after(&visit, order(&visit, id, *towards, "Ehrengast", Lang::De));
            }
            assert_eq!(shown(&visit), expected);
            let moved = visit.participants.get(moves[0].0).unwrap();
            assert_eq!(moved.rank_reason, "Ehrengast");
            let cleared = after(&visit, clear_order(&visit, Side::Guest, Lang::De));
            assert_eq!(shown(&cleared), shown(&guests()));
        }
    }

    #[test]
    fn whoever_has_a_number_further_down_stays_behind() {
        let mut visit = guests();
        for id in ["anna", "berta", "carla", "dora"] {
            person(&mut visit, id, "side=guest order=1");
        }
        let moved = order(&visit, "berta", Towards::Earlier, "", Lang::De);
        assert_eq!(shown(&after(&visit, moved)), "berta1 anna2 carla3 dora4");
    }

    #[test]
    fn there_is_nothing_past_the_ends() {
        let visit = guests();
        for (id, towards) in [
            ("berta", Towards::Earlier),
            ("dora", Towards::Later),
            ("emil", Towards::Later),
        ] {
            let said = why(order(&visit, id, towards, "", Lang::De));
            assert!(said.contains("steht schon am Rand"), "{said}");
        }
        assert!(why(clear_order(&visit, Side::Guest, Lang::De)).starts_with("Es ist schon so"));
    }
}
