//! Changing the days of a visit.

use chrono::{NaiveDate, TimeDelta};

use super::{Draft, Refusal, find, rules::check_days};
use crate::{
    edit::{Change, Label, Transaction},
    model::{AnyRecord, End, Head, Item, Participant, Task, VISIT, Visit, task::Due},
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

/// The items that lose their day by a change of the visit's days, by their titles.
pub fn off_their_day(transaction: &Transaction, visit: &Visit, lang: Lang) -> Vec<String> {
    let changes = transaction.changes.iter();
    let changes_visit = |change: &Change| matches!(change.after, Some(AnyRecord::Visit(_)));
    if !changes.clone().any(changes_visit) {
        return Vec::new();
    }
    let lost = changes.filter_map(|change| match (&change.before, &change.after) {
        (Some(AnyRecord::Item(was)), Some(AnyRecord::Item(is)))
            if was.slot.day.is_some() && is.slot.day.is_none() =>
        {
            Some(find::item_title(visit, is, lang))
        }
        _ => None,
    });
    lost.collect()
}

/// Moves everything that has a day of its own.
pub(super) fn move_by(draft: &mut Draft<'_>, by: TimeDelta) {
    let visit = draft.visit();
    let moved = |day: Option<NaiveDate>| day.and_then(|day| day.checked_add_signed(by));
    for item in visit.items.iter() {
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
            put_on(item, days);
        });
    }
}

/// An end that was on a later day, and at an earlier time than the start, goes with that day.
fn put_on(item: &mut Item, days: (Option<NaiveDate>, Option<NaiveDate>)) {
    let slot = item.slot.with(|parts| (parts.day, parts.until) = days);
    let without_end = || {
        item.slot.with(|parts| {
            (parts.day, parts.until) = days;
            parts.end = End::Open;
        })
    };
    if let Ok(slot) = slot.or_else(|_| without_end()) {
        item.slot = slot;
    }
}

fn empty(draft: &mut Draft<'_>) {
    let visit = draft.visit();
    for item in visit.items.iter() {
        draft.update(item.id.as_str(), |item: &mut Item| {
            put_on(item, (None, None));
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::arbitrary::first_day,
        plan::tests::{
            asker,
            fixture::{after, day, edits, person, unplaced, visit, why, with},
        },
    };
    use chrono::Days;

    fn planned() -> Visit {
        let mut visit = visit(&[
            ("a", "start=10:00 end=10:45"),
            ("b", "after=a"),
            ("c", "day=27.10. start=09:00"),
            ("d", "start=ganztägig until=26.10."),
        ]);
        person(
            &mut visit,
            "koch",
            "present_from=25.10. present_until=26.10.",
        );
        with::<Task>(&mut visit, "auto", "title=auto due=23.10.");
        with::<Task>(&mut visit, "saal", "title=saal due=T-28");
        visit
    }

    fn on(day: u64) -> NaiveDate {
        first_day() + Days::new(day)
    }

    #[test]
    fn everything_moves_along_if_it_is_to() {
        let visit = planned();
        let next = after(&visit, days_of_visit(&visit, on(7), on(10), true, Lang::De));
        for at in 0..4 {
            assert_eq!(day(&next, at + 7), day(&visit, at));
        }
        let koch = next.participants.get("koch").unwrap();
        assert_eq!(
            (koch.present_from, koch.present_until),
            (Some(on(8)), Some(on(9)))
        );
        let dues = ["auto", "saal"].map(|id| next.tasks.get(id).unwrap().due);
        assert_eq!(dues, [Due::On(on(6)), Due::Before(28)]);
    }

    #[test]
    fn what_is_outside_then_is_still_to_be_placed() {
        let visit = planned();
        for (first, last, placed, left) in [
            (0, 2, "d offen, a 10:00–10:45, b →a 10:45", "c"),
            (1, 3, "", "a, b"),
            (0, 0, "d offen, a 10:00–10:45, b →a 10:45", "c"),
        ] {
            let next = after(
                &visit,
                days_of_visit(&visit, on(first), on(last), false, Lang::De),
            );
            assert_eq!(
                (day(&next, 0).as_str(), unplaced(&next).as_str()),
                (placed, left),
                "{first} {last}"
            );
            let typed = edits(&format!("first={} last={}", on(first), on(last)));
            let typed = after(
                &visit,
                super::super::set(&visit, "visit", &typed, asker(Lang::De)),
            );
            assert_eq!(typed, next);
            let done = days_of_visit(&visit, on(first), on(last), false, Lang::De);
            let told = off_their_day(&done.unwrap(), &visit, Lang::De);
            // What follows another has no day of its own.
            let own = left.replace(", b", "");
            assert_eq!(told.join(", "), own);
        }
    }

    #[test]
    fn an_end_on_a_day_that_is_gone_goes_with_it() {
        let visit = visit(&[("a", "start=22:00 until=25.10. end=06:00")]);
        for (first, last, placed, left) in [(0, 0, "a 22:00", ""), (2, 3, "", "a")] {
            let done = days_of_visit(&visit, on(first), on(last), false, Lang::De);
            let next = after(&visit, done);
            assert_eq!(
                (day(&next, 0).as_str(), unplaced(&next).as_str()),
                (placed, left)
            );
        }
    }

    #[test]
    fn days_in_the_wrong_order_are_refused() {
        let visit = planned();
        let said = why(days_of_visit(&visit, on(3), on(0), true, Lang::De));
        assert!(
            said.starts_with("Vom 27.10.2024 bis zum 24.10.2024"),
            "{said}"
        );
        let same = days_of_visit(&visit, on(0), on(3), true, Lang::De);
        assert_eq!(same, Err(Refusal::NothingToDo));
    }
}
