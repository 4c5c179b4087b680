//! Which records a reader hears of at all.
//!
//! Planners hear of everything. Hosts and delegation hear of no internal meeting, nothing cancelled
//! (a change notice tells those who hold an older programme) and no task. One person hears of what
//! he or she takes part in; drivers of the journeys, one driver of his or her own; interpreters of
//! what is interpreted; catering of the meals, and of people only how many and what they eat;
//! security of everybody and every movement, but of no letter. The press hears of what is certain
//! and public: nothing tentative, no alternative, nothing without a day, nothing closed to it, no
//! transfer or free time unless that was opened to it; of people only those who appear in public by
//! name; of letters only those that are signed or whose signing is announced.

use super::{Audience, Reader, Whose};
use crate::model::{
    Item, ItemKind, ItemStatus, Kind, Letter, LetterState, Participant, Visit, Who,
    item::{AlternativeKind, PressRule, Seat},
    programme,
};

/// Whether a reader hears of an item.
pub(super) fn of_item(reader: &Reader, item: &Item, visit: &Visit) -> bool {
    let is_for_audience = match reader.audience {
        Audience::Internal => return concerns(reader, item, visit),
        Audience::Host | Audience::Delegation | Audience::Person | Audience::Security => true,
        Audience::Driver => !item.vehicles.is_empty() || !item.seats.is_empty(),
        Audience::Interpreter => !item.interpreters.is_empty() || !item.interpreting.is_empty(),
        Audience::Catering => item.kind == ItemKind::Meal,
        Audience::Press => {
            let has_day = programme::day_of(visit, &item.id).is_some();
            has_day && is_certain(item, visit) && is_public(item)
        }
    };
    is_for_audience && takes_place(item) && concerns(reader, item, visit)
}

/// Whether an item has anything to do with the one whom the paper is for alone.
fn concerns(reader: &Reader, item: &Item, visit: &Visit) -> bool {
    match &reader.whose {
        None => true,
        Some(Whose::Vehicle(id)) => {
            let is_seat_in = |seat: &Seat| seat.vehicle.as_ref() == Some(id);
            item.vehicles.contains(id) || item.seats.iter().any(is_seat_in)
        }
        Some(Whose::Person(id)) if reader.audience == Audience::Interpreter => {
            item.interpreters.contains(id)
        }
        Some(Whose::Person(id)) => visit
            .participants
            .get(id)
            .is_some_and(|person| takes_part(item, person, visit)),
    }
}

/// Whether somebody has a part in an item: attends or may, receives, speaks, interprets, rides,
/// signs or witnesses.
pub(super) fn takes_part(item: &Item, person: &Participant, visit: &Visit) -> bool {
    let is_one = |who: &Who| who.participant() == Some(&person.id);
    let signs = || {
        let is_signed_here = |letter: &&Letter| {
            item.letter.as_ref() == Some(&letter.id) || letter.item.as_ref() == Some(&item.id)
        };
        visit.letters.iter().filter(is_signed_here).any(|letter| {
            letter.signatories.iter().any(|row| is_one(&row.person))
                || letter.witnesses.contains(&person.id)
        })
    };
    item.attend.part_of(person).is_some()
        || item.host.contains(&person.id)
        || item.interpreters.contains(&person.id)
        || item.speeches.iter().any(|speech| is_one(&speech.speaker))
        || item.seats.iter().any(|seat| is_one(&seat.person))
        || signs()
}

fn takes_place(item: &Item) -> bool {
    item.kind != ItemKind::Internal && item.status != ItemStatus::Cancelled
}

/// Of two items of equal right neither is certain; of plan A and plan B the first is.
fn is_certain(item: &Item, visit: &Visit) -> bool {
    let is_one_of_two = || {
        visit.items.iter().any(|other| {
            matches!(
                other.alternative,
                AlternativeKind::Either | AlternativeKind::AndOr
            ) && other.alternative_to.as_ref() == Some(&item.id)
        })
    };
    !item.status.is_tentative()
        && item.alternative == AlternativeKind::None
        && item.alternative_to.is_none()
        && !is_one_of_two()
}

fn is_public(item: &Item) -> bool {
    match item.press {
        PressRule::Open | PressRule::PhotoAtStart => true,
        PressRule::Closed => false,
        PressRule::Unsaid => !matches!(item.kind, ItemKind::Transfer | ItemKind::FreeTime),
    }
}

/// Whether an audience hears of a letter, given the items that it hears of.
pub(super) fn of_letter(audience: Audience, letter: &Letter, items: &[&Item]) -> bool {
    let announced = || {
        items.iter().any(|item| {
            item.letter.as_ref() == Some(&letter.id) || letter.item.as_ref() == Some(&item.id)
        })
    };
    match audience {
        Audience::Internal => true,
        // What is no more than an idea is nobody's but ours.
        Audience::Host | Audience::Delegation | Audience::Person => {
            letter.steps.state() != LetterState::Idea || announced()
        }
        Audience::Interpreter => announced(),
        Audience::Driver | Audience::Security | Audience::Catering => false,
        Audience::Press => letter.steps.was_signed() || announced(),
    }
}

/// Whether an audience hears of all records of a kind of which it may see some field.
pub(super) fn of_kind(audience: Audience, kind: Kind) -> bool {
    match kind {
        Kind::Task => audience == Audience::Internal,
        Kind::Vehicle => audience != Audience::Catering,
        _ => true,
    }
}

/// Whether an audience hears only of the places and vehicles that something which it hears of has to
/// do with. A hotel where a group of others stays is nobody's but theirs.
pub(super) const fn only_used(audience: Audience, kind: Kind) -> bool {
    match audience {
        Audience::Internal => false,
        Audience::Host | Audience::Delegation | Audience::Security | Audience::Press => {
            matches!(kind, Kind::Place)
        }
        Audience::Person | Audience::Driver | Audience::Interpreter | Audience::Catering => true,
    }
}

/// Whether a reader hears of a participant, given the items and letters that it hears of.
pub(super) fn of_person(
    reader: &Reader,
    person: &Participant,
    visit: &Visit,
    (items, letters): (&[&Item], &[&Letter]),
) -> bool {
    match reader.audience {
        Audience::Internal
        | Audience::Host
        | Audience::Delegation
        | Audience::Person
        | Audience::Security
        | Audience::Catering => true,
        Audience::Driver | Audience::Interpreter => {
            reader.participant() == Some(&person.id)
                || person.head
                || items.iter().any(|item| takes_part(item, person, visit))
        }
        Audience::Press => in_public(person, items, letters),
    }
}

/// A participant as those of an audience hear of him or her who do.
pub(super) fn as_heard(audience: Audience, person: &Participant) -> Participant {
    match audience {
        Audience::Catering => counted(person),
        _ => person.clone(),
    }
}

/// What is left of a participant for those who only count heads: no name, nothing that leads to it.
fn counted(person: &Participant) -> Participant {
    Participant {
        side: person.side,
        count: person.count.filter(|_| !person.name.is_known()),
        group: person.group.clone(),
        diet: person.diet.clone(),
        access: person.access.clone(),
        present_from: person.present_from,
        present_until: person.present_until,
        replies: person.replies.clone(),
        ..Participant::with_id(person.id.clone())
    }
}

/// Whether the press hears of somebody, given the items and letters of which it hears.
fn in_public(person: &Participant, items: &[&Item], letters: &[&Letter]) -> bool {
    let id = &person.id;
    let is_one = |who: &Who| who.participant() == Some(id);
    // Who only belongs to a group that attends is not named for that.
    let appears = |item: &&Item| {
        let attends = item.attend.plus.contains(id)
            && !item.attend.optional.contains(id)
            && !item.interpreters.contains(id);
        attends
            || item.host.contains(id)
            || item.speeches.iter().any(|speech| is_one(&speech.speaker))
    };
    let signs = |letter: &&Letter| {
        letter.signatories.iter().any(|row| is_one(&row.person)) || letter.witnesses.contains(id)
    };
    person.name.is_known()
        && (person.head || items.iter().any(appears) || letters.iter().any(signs))
}
