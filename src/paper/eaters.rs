//! Who eats at a meal, counted: by side, by diet, by what they need, by their replies.

use chrono::NaiveDate;

use super::heads::Heads;
use crate::{
    display,
    model::{Item, Part, Participant, Side, participant::ReplyState},
};

/// Somebody who is expected at a meal, or some who are not yet named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Eater<'a> {
    pub(super) person: &'a Participant,
    /// None of them is certain where they are free to come.
    pub(super) heads: Heads,
}

/// People who have something in common.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Counted<'a> {
    /// What; empty where nothing is said.
    pub(super) what: &'a str,
    pub(super) heads: Heads,
    pub(super) people: Vec<&'a Participant>,
}

/// Who is expected: who attends or receives, is there that day and has not declined. Whoever is free
/// to come counts at the most, and surely once he or she has accepted.
pub(super) fn eaters<'a>(
    item: &Item,
    day: Option<NaiveDate>,
    people: impl Iterator<Item = &'a Participant>,
) -> Vec<Eater<'a>> {
    let expected = people.filter_map(|person| {
        let part = match item.attend.part_of(person) {
            _ if item.host.contains(&person.id) => Part::Attends,
            part => part?,
        };
        let reply = reply(item, person);
        let is_there = day.is_none_or(|day| person.is_present(day));
        let heads = Heads::of(person);
        let heads = match (part, reply) {
            (Part::Optional, Some(ReplyState::Accepted)) | (Part::Attends, _) => heads,
            (Part::Optional, _) => heads.at_most(),
        };
        let comes = is_there && reply != Some(ReplyState::Declined);
        comes.then_some(Eater { person, heads })
    });
    expected.collect()
}

/// What somebody answered to the invitation to an item; none where nobody was invited.
pub(super) fn reply(item: &Item, person: &Participant) -> Option<ReplyState> {
    let mut replies = person.replies.iter();
    let own = replies.find(|reply| reply.item.as_ref() == Some(&item.id));
    own.map(|reply| reply.state)
}

/// How many of all are of a side.
pub(super) fn of_side(eaters: &[Eater<'_>], side: Side) -> Heads {
    let own = eaters.iter().filter(|eater| eater.person.side == side);
    own.map(|eater| eater.heads).sum()
}

/// Those with the same text together, the most first, those without any last.
pub(super) fn by<'a>(
    eaters: &[Eater<'a>],
    text: impl Fn(&'a Participant) -> &'a str,
) -> Vec<Counted<'a>> {
    let mut counted: Vec<Counted<'a>> = Vec::new();
    for eater in eaters {
        let what = text(eater.person).trim();
        let key = display::fold(what);
        match counted
            .iter_mut()
            .find(|own| display::fold(own.what) == key)
        {
            Some(own) => {
                own.heads = own.heads + eater.heads;
                own.people.push(eater.person);
            }
            None => counted.push(Counted {
                what,
                heads: eater.heads,
                people: vec![eater.person],
            }),
        }
    }
    counted.sort_by_key(|own| {
        let most = std::cmp::Reverse(own.heads.most);
        (own.what.is_empty(), most, display::fold(own.what))
    });
    counted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Attendance, Base, Id, Name, Numbers, participant::Reply};

    fn person(id: &str, change: impl FnOnce(&mut Participant)) -> Participant {
        let mut person = Participant::with_id(Id::parse(id).unwrap());
        person.name = Name::new("", id);
        change(&mut person);
        person
    }

    fn answers(state: ReplyState) -> impl Fn(&mut Participant) {
        move |person| {
            person.replies.0.push(Reply {
                item: Id::parse("dinner"),
                state,
            });
        }
    }

    fn unnamed(person: &mut Participant, least: u32, most: u32) {
        person.name = Name::default();
        person.count = Numbers::try_from((least, most)).ok();
    }

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 11, day).unwrap()
    }

    /// The dinner of the guests, given by a host, to which some are free to come.
    fn dinner() -> Item {
        let mut item = Item::with_id(Id::parse("dinner").unwrap());
        item.attend = Attendance {
            base: Base::Guests,
            optional: vec![Id::parse("free").unwrap(), Id::parse("sure").unwrap()],
            ..Attendance::default()
        };
        item.host.0 = vec![Id::parse("host").unwrap()];
        item
    }

    #[test]
    fn heads_of_a_meal() {
        let host = |person: &mut Participant| person.side = Side::Host;
        let cases: [(&str, Participant, &str); 9] = [
            ("attends", person("guest", |_| {}), "1"),
            ("receives", person("host", host), "1"),
            ("another host", person("other", host), "0"),
            ("several", person("nn", |nn| unnamed(nn, 7, 8)), "7–8"),
            ("free to come", person("free", host), "0–1"),
            (
                "accepted",
                person("sure", answers(ReplyState::Accepted)),
                "1",
            ),
            (
                "declined",
                person("away", answers(ReplyState::Declined)),
                "0",
            ),
            (
                "invited",
                person("asked", answers(ReplyState::Invited)),
                "1",
            ),
            (
                "comes later",
                person("late", |late| late.present_from = Some(day(13))),
                "0",
            ),
        ];
        for (what, person, expected) in &cases {
            let eaters = eaters(&dinner(), Some(day(12)), std::iter::once(person));
            let heads: Heads = eaters.iter().map(|eater| eater.heads).sum();
            assert_eq!(heads.to_string(), *expected, "{what}");
        }
        let people = cases.iter().map(|(_, person, _)| person);
        let eaters = eaters(&dinner(), Some(day(12)), people);
        assert_eq!(of_side(&eaters, Side::Guest).to_string(), "10–11");
        assert_eq!(of_side(&eaters, Side::Host).to_string(), "1–2");
        assert_eq!(of_side(&eaters, Side::Third), Heads::default());
    }

    #[test]
    fn diets_are_counted_however_they_are_written() {
        let diet =
            |text: &'static str| move |person: &mut Participant| text.clone_into(&mut person.diet);
        let people = [
            person("a", diet("vegetarisch")),
            person("b", diet("")),
            person("c", |nn| {
                unnamed(nn, 7, 8);
                "halal".clone_into(&mut nn.diet);
            }),
            person("d", diet("Vegetarisch ")),
            person("e", diet("vegan")),
        ];
        let eaters = eaters(&dinner(), None, people.iter());
        let counted = by(&eaters, |person| &person.diet);
        let told: Vec<String> = counted
            .iter()
            .map(|own| format!("{} {} of {}", own.what, own.heads, own.people.len()))
            .collect();
        assert_eq!(
            told,
            [
                "halal 7–8 of 1",
                "vegetarisch 2 of 2",
                "vegan 1 of 1",
                " 1 of 1"
            ]
        );
    }
}
