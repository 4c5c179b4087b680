//! A new visit from an old one: the same plan for a new date.

use chrono::NaiveDate;

use super::{
    Asker, Draft, Refusal, days, duplicate::not_yet_held, find, readable_id, remove::take_out,
    rules::check_days,
};
use crate::model::{
    AnyRef, Fields, Head, Item, ItemStatus, Kind, Participant, Sight, Task, VISIT, Visit,
    head::VisitStatus, task::TaskState,
};

/// A visit with an id of its own that begins on this day and is planned as the old one was.
///
/// Everything keeps its distance to the first day. What was agreed or happened is not taken over:
/// items are ideas again and have no actual times, no outcome and no number of a flight or train;
/// cancelled ones are left out. Letters stay where they were signed; a new one is made by
/// [`super::renew`]. Participants stay without their replies, rooms, gifts given and everything
/// that only serves to check identities. Tasks are open again.
pub fn template(visit: &Visit, first_day: NaiveDate, asker: Asker) -> Result<Visit, Refusal> {
    let first = visit.head.first.ok_or(Refusal::NoDays)?;
    let by = first_day - first;
    let last_day = visit.head.last.unwrap_or(first) + by;
    let mut draft = Draft::new(visit);
    let cancelled = visit
        .items
        .iter()
        .filter(|item| item.status == ItemStatus::Cancelled);
    for id in cancelled.map(|item| item.id.as_str()) {
        take_out(&mut draft, id);
    }
    for letter in visit.letters.iter() {
        take_out(&mut draft, letter.id.as_str());
    }
    days::move_by(&mut draft, by);
    draft.update(VISIT, |head: &mut Head| {
        head.status = VisitStatus::Planned;
        (head.first, head.last) = (Some(first_day), Some(last_day));
        head.retain_until = None;
    });
    for item in visit.items.iter() {
        draft.update(item.id.as_str(), anew);
    }
    for person in visit.participants.iter() {
        draft.update(person.id.as_str(), without_past);
    }
    for task in visit.tasks.iter() {
        draft.update(task.id.as_str(), |task: &mut Task| {
            task.state = TaskState::Open;
            task.done_on = None;
        });
    }
    let mut next = draft.preview();
    check_days(&next.head)?;
    let title = find::title(visit, AnyRef::Visit(&visit.head), asker.lang);
    next.head.id = readable_id(Kind::Visit, &title);
    Ok(next)
}

fn anew(item: &mut Item) {
    not_yet_held(item);
    item.number.clear();
    item.terminal.clear();
    item.check_in = None;
}

fn without_past(person: &mut Participant) {
    person.replies.0.clear();
    person.lodging_room.clear();
    person.gift_given = crate::model::Text::default();
    for (at, field) in Participant::FIELDS.iter().enumerate() {
        if field.sight == Sight::Identity {
            person.value_mut(at).clear();
        }
    }
}
