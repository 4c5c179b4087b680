//! A new visit from an old one: the same plan for a new date.

use chrono::NaiveDate;

use super::{
    Asker, Draft, Refusal, days, duplicate::not_yet_held, find, readable_id, remove::take_out,
    rules::check_days,
};
use crate::model::{
    AnyRef, Conflicts, Fields, Head, Item, ItemStatus, Kind, Participant, Sight, Task, VISIT,
    Visit, head::VisitStatus, task::TaskState,
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
    let last_day = visit.head.last.unwrap_or(first).checked_add_signed(by);
    let last_day = last_day.ok_or(Refusal::DaysOfVisit(first_day, first))?;
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
    // Whoever plans anew begins with what stands.
    next.conflicts = Conflicts::default();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::arbitrary::{first_day, visits},
        plan::tests::{
            asker,
            fixture::{day, letter, person, visit, with},
        },
        words::Lang,
    };
    use chrono::Days;
    use proptest::{prop_assert, prop_assert_eq, proptest};

    #[test]
    fn the_plan_is_taken_over_and_what_happened_is_not() {
        let mut visit = visit(&[
            ("a", "start=10:00 end=10:45 status=confirmed started=10:05"),
            ("x", "after=a end=+15 status=cancelled"),
            ("b", "after=x end=+30"),
            (
                "c",
                "day=26.10. start=09:00 number=LH 1 fixed=yes status=confirmed",
            ),
        ]);
        letter(&mut visit, "loi", "item=a steps=signed 24.10.2024");
        person(
            &mut visit,
            "koch",
            "diet=halal passport=AB1 visa=granted present_from=25.10. replies=a | accepted",
        );
        with::<Task>(
            &mut visit,
            "auto",
            "title=auto state=done done_on=1.10.2024",
        );
        let next = template(&visit, first_day() + Days::new(365), asker(Lang::De)).unwrap();
        assert_ne!(next.head.id, visit.head.id);
        assert_eq!(next.head.last, Some(first_day() + Days::new(368)));
        assert_eq!(day(&next, 365), "a 10:00–10:45, b 11:00–11:30");
        assert_eq!(day(&next, 367), "c 09:00");
        assert!(
            next.items
                .iter()
                .all(|item| item.status == ItemStatus::Idea)
        );
        let (a, c) = (next.items.get("a").unwrap(), next.items.get("c").unwrap());
        assert_eq!((a.started, &a.letter, c.number.as_str()), (None, &None, ""));
        let koch = next.participants.get("koch").unwrap();
        assert_eq!((koch.diet.as_str(), koch.passport.as_str()), ("halal", ""));
        assert_eq!(koch.present_from, Some(first_day() + Days::new(366)));
        assert!(koch.replies.is_empty());
        assert_eq!(next.tasks.get("auto").unwrap().state, TaskState::Open);
    }

    #[test]
    fn a_dossier_has_no_days_to_begin_with() {
        let mut visit = visit(&[]);
        (visit.head.first, visit.head.last) = (None, None);
        let refused = template(&visit, first_day(), asker(Lang::De));
        assert_eq!(refused, Err(Refusal::NoDays));
    }

    proptest! {
        #[test]
        fn nothing_dangles_and_nothing_of_an_identity_is_left(visit in visits()) {
            let next = template(&visit, first_day() + Days::new(100), asker(Lang::De)).unwrap();
            prop_assert!(next.conflicts.is_empty());
            prop_assert_eq!(next.faults(), []);
            prop_assert_eq!(next.letters.len(), 0);
            for person in next.participants.iter() {
                for (at, field) in Participant::FIELDS.iter().enumerate() {
                    prop_assert!(field.sight != Sight::Identity || person.value(at).is_empty());
                }
            }
        }
    }
}
