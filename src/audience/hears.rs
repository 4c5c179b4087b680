//! Which records an audience hears of at all.
//!
//! Planners hear of everything. The delegation hears of no internal meeting, nothing cancelled (a
//! change notice tells those who hold an older programme) and no task. The press hears of what is
//! certain and public: nothing tentative, no alternative, nothing without a day, nothing closed to
//! it, no transfer or free time unless that was opened to it; of people only those who appear in
//! public by name; of letters only those that are signed or whose signing is announced.

use std::collections::HashSet;

use super::Audience;
use crate::model::{
    Id, Item, ItemKind, ItemStatus, Letter, LetterState, Participant, Visit, Who,
    item::{AlternativeKind, PressRule},
    programme,
};

/// Whether an audience hears of an item.
pub(super) fn of_item(audience: Audience, item: &Item, visit: &Visit) -> bool {
    match audience {
        Audience::Internal => true,
        Audience::Delegation => takes_place(item),
        Audience::Press => {
            let has_day = programme::day_of(visit, &item.id).is_some();
            takes_place(item) && has_day && is_certain(item, visit) && is_public(item)
        }
    }
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
pub(super) fn of_letter(audience: Audience, letter: &Letter, items: &[Item]) -> bool {
    let announced = || {
        items.iter().any(|item| {
            item.letter.as_ref() == Some(&letter.id) || letter.item.as_ref() == Some(&item.id)
        })
    };
    match audience {
        Audience::Internal => true,
        // What is no more than an idea is nobody's but ours.
        Audience::Delegation => letter.steps.state() != LetterState::Idea || announced(),
        Audience::Press => letter.steps.was_signed() || announced(),
    }
}

/// The people of whom the press hears, given the items and letters of which it hears.
pub(super) fn in_public(
    visit: &Visit,
    items: &[Item],
    letters: &[Letter],
) -> HashSet<Id<Participant>> {
    let heads = visit
        .participants
        .iter()
        .filter(|person| person.head)
        .map(|person| &person.id);
    // As the visit has them: who only belongs to a group that attends is not named for that.
    let at_items = items.iter().filter_map(|item| visit.items.get(&item.id));
    let at_items = at_items.flat_map(|item| {
        let interprets = |id: &&Id<Participant>| item.interpreters.contains(id);
        let attending = item.attend.plus.iter();
        let attending =
            attending.filter(move |id| !interprets(id) && !item.attend.optional.contains(id));
        let speaking = item
            .speeches
            .iter()
            .filter_map(|speech| speech.speaker.participant());
        item.host.iter().chain(attending).chain(speaking)
    });
    let at_letters = letters.iter().flat_map(|letter| {
        let signing = letter.signatories.iter().map(|row| &row.person);
        signing
            .filter_map(Who::participant)
            .chain(letter.witnesses.iter())
    });
    heads
        .chain(at_items)
        .chain(at_letters)
        .filter(|id| {
            visit
                .participants
                .get(*id)
                .is_some_and(|person| person.name.is_known())
        })
        .cloned()
        .collect()
}
