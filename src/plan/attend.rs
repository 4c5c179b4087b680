//! Setting who attends, in one step, for one item or several.

use super::{Draft, Refusal, find};
use crate::{
    edit::{Label, Transaction},
    model::{Attendance, Base, Item, Part, Participant, Visit},
    words::{Lang, Said, count, shared},
};

/// What is to become of an attendance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attend {
    /// Exactly so, whoever attended before: everyone, the hosts, a group, nobody, some.
    Set(Attendance),
    /// This participant out if he or she attends all of the items, else in.
    Toggle(String),
    /// This participant free to attend or, if that is so at all of the items, no longer.
    Optional(String),
}

/// Sets who attends these items.
pub fn attend(
    visit: &Visit,
    items: &[&str],
    change: &Attend,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let items = items
        .iter()
        .map(|id| find::item(visit, id))
        .collect::<Result<Vec<&Item>, _>>()?;
    let changed = changing(visit, &items, change)?;
    let mut draft = Draft::new(visit);
    for item in &items {
        let attend = changed(item);
        draft.update(item.id.as_str(), |item: &mut Item| item.attend = attend);
    }
    let what = Said::new(
        "Teilnahme geändert",
        "attendance changed",
        "participation modifiée",
    );
    let subject = match items.as_slice() {
        [item] => find::item_title(visit, item, lang),
        _ => count(items.len(), shared::ITEM, shared::ITEMS, lang),
    };
    let transaction = draft.finish(Label::new(what, subject));
    if transaction.is_empty() {
        return Err(Refusal::NothingToDo);
    }
    Ok(transaction)
}

type Changed<'a> = Box<dyn Fn(&Item) -> Attendance + 'a>;

/// What the attendance of each item becomes.
fn changing<'a>(
    visit: &'a Visit,
    items: &[&Item],
    change: &'a Attend,
) -> Result<Changed<'a>, Refusal> {
    let all = |person: &Participant, part: &dyn Fn(Option<Part>) -> bool| {
        items.iter().all(|item| part(item.attend.part_of(person)))
    };
    Ok(match change {
        Attend::Set(attendance) => {
            check(visit, attendance)?;
            Box::new(|_| attendance.clone())
        }
        Attend::Toggle(id) => {
            let person = find::participant(visit, id)?;
            let leaves = all(person, &|part| part.is_some());
            Box::new(move |item| {
                if item.attend.part_of(person).is_some() == leaves {
                    item.attend.toggled(person)
                } else {
                    item.attend.clone()
                }
            })
        }
        Attend::Optional(id) => {
            let person = find::participant(visit, id)?;
            let bound = all(person, &|part| part == Some(Part::Optional));
            Box::new(move |item| item.attend.with_optional(person, !bound))
        }
    })
}

/// A group has members, and whoever is named is a participant.
fn check(visit: &Visit, attendance: &Attendance) -> Result<(), Refusal> {
    if let Base::Group(group) = &attendance.base
        && !visit.participants.iter().any(|p| p.group == *group)
    {
        return Err(Refusal::NoSuchGroup(group.clone()));
    }
    let named = [&attendance.plus, &attendance.minus, &attendance.optional];
    for id in named.into_iter().flatten() {
        find::participant(visit, id.as_str())?;
    }
    Ok(())
}
