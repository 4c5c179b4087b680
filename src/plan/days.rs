//! Changing the days of a visit.

use chrono::{NaiveDate, TimeDelta};

use super::{Draft, Refusal, rules::check_days};
use crate::{
    edit::{Label, Transaction},
    model::{Head, Item, Participant, Task, VISIT, Visit, task::Due},
    words::{Lang, Said, date},
};

/// Gives a visit other days. With `move_all` everything that has a day moves along by as many days
/// as the first day does: items, from when to when somebody is there, tasks with a date of their
/// own. An item whose day is then outside the visit is still to be placed, with the time that it
/// has.
pub fn days_of_visit(
    visit: &Visit,
    first: NaiveDate,
    last: NaiveDate,
    move_all: bool,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let mut draft = Draft::new(visit);
    let head = Head {
        first: Some(first),
        last: Some(last),
        ..visit.head.clone()
    };
    check_days(&head)?;
    draft.update(VISIT, |own: &mut Head| *own = head.clone());
    if let Some(was) = visit.head.first.filter(|_| move_all) {
        move_by(&mut draft, first - was);
    }
    keep_within(&mut draft, &head);
    let what = Said::new(
        "Besuchstage geändert",
        "days of the visit changed",
        "dates de la visite modifiées",
    );
    let transaction = draft.finish(Label::new(what, date::range(first, last, lang)));
    if transaction.is_empty() {
        return Err(Refusal::NothingToDo);
    }
    Ok(transaction)
}

/// Moves everything that has a day of its own.
pub(super) fn move_by(draft: &mut Draft<'_>, by: TimeDelta) {
    let visit = draft.visit();
    let moved = |day: Option<NaiveDate>| day.and_then(|day| day.checked_add_signed(by));
    for item in visit.items.iter().filter(|item| item.slot.day.is_some()) {
        draft.update(item.id.as_str(), |item: &mut Item| {
            let days = (moved(item.slot.day), moved(item.slot.until));
            if let Ok(slot) = item.slot.with(|parts| (parts.day, parts.until) = days) {
                item.slot = slot;
            }
        });
    }
    for person in visit.participants.iter() {
        draft.update(person.id.as_str(), |person: &mut Participant| {
            person.present_from = moved(person.present_from);
            person.present_until = moved(person.present_until);
        });
    }
    for task in visit.tasks.iter() {
        draft.update(task.id.as_str(), |task: &mut Task| {
            if let Due::On(day) = task.due {
                task.due = moved(Some(day)).map_or(task.due, Due::On);
            }
        });
    }
}

/// Takes items off days that the visit does not have; of several days those stay that it has.
pub(super) fn keep_within(draft: &mut Draft<'_>, head: &Head) {
    let (Some(first), Some(last)) = (head.first, head.last.or(head.first)) else {
        return empty(draft);
    };
    let visit = draft.visit();
    for item in visit.items.iter() {
        draft.update(item.id.as_str(), |item: &mut Item| {
            let Some(day) = item.slot.day else { return };
            let until = item.slot.until.unwrap_or(day);
            let (from, to) = (day.max(first), until.min(last));
            let days = match (from <= to, from < to) {
                (false, _) => (None, None),
                (true, false) => (Some(from), None),
                (true, true) => (Some(from), Some(to)),
            };
            if let Ok(slot) = item.slot.with(|parts| (parts.day, parts.until) = days) {
                item.slot = slot;
            }
        });
    }
}

fn empty(draft: &mut Draft<'_>) {
    let visit = draft.visit();
    for item in visit.items.iter() {
        draft.update(item.id.as_str(), |item: &mut Item| {
            let off = item
                .slot
                .with(|parts| (parts.day, parts.until) = (None, None));
            if let Ok(slot) = off {
                item.slot = slot;
            }
        });
    }
}
