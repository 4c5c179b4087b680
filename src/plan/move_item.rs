//! Moving an item to another day or time.

use chrono::NaiveDate;

use super::{
    Draft, Refusal, find, retime,
    rules::{check_day, check_morning_after},
};
use crate::{
    edit::{Label, Transaction},
    model::{Clock, Item, Slot, Start, Visit, programme},
    words::{Lang, Said},
};

/// Where an item is moved to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// To a day, with the time that it has.
    Day(NaiveDate),
    /// To a time, on the day that it has.
    Time(Clock),
    /// To a day and a time.
    DayAndTime(NaiveDate, Clock),
    /// Off its day, still to be placed, with the time that it has.
    Unplaced,
}

/// Moves an item and keeps its length. Items that follow it come along; an item that follows
/// another loses that tie and keeps the start that it had. A fixed start may be moved so: whoever
/// names the new time means it.
pub fn move_item(visit: &Visit, id: &str, to: Target, lang: Lang) -> Result<Transaction, Refusal> {
    let item = find::item(visit, id)?;
    let alone = programme::untied(visit, &item.slot);
    let slot = match to {
        Target::Day(day) => on_day(visit, item, &alone, day),
        Target::Time(clock) => alone.starting(clock),
        Target::DayAndTime(day, clock) => alone.moved_to(day).and_then(|slot| slot.starting(clock)),
        Target::Unplaced => alone.with(|parts| (parts.day, parts.until) = (None, None)),
    };
    let slot = retime::on_its_day(slot, visit, item, lang)?;
    if slot == item.slot {
        return Err(Refusal::NothingToDo);
    }
    check_day(slot.day, visit)?;
    check_day(slot.until, visit)?;
    check_morning_after(&slot, visit)?;
    let mut draft = Draft::new(visit);
    retime::put(&mut draft, id, slot);
    retime::calls_follow(&mut draft);
    let label = Label::new(label(item, to), find::item_title(visit, item, lang));
    Ok(draft.finish(label))
}

/// A follower that is on the day already stays one.
fn on_day(
    visit: &Visit,
    item: &Item,
    alone: &Slot,
    day: NaiveDate,
) -> Result<Slot, crate::model::SlotError> {
    let follows = matches!(item.slot.start, Start::After(_));
    if follows && programme::day_of(visit, &item.id) == Some(day) {
        return Ok(item.slot.clone());
    }
    alone.moved_to(day)
}

fn label(item: &Item, to: Target) -> Said {
    let is_placed = item.slot.day.is_some() || matches!(item.slot.start, Start::After(_));
    match to {
        Target::Unplaced => Said::new(
            "Programmpunkt vom Tag genommen",
            "item taken off its day",
            "point retiré de sa journée",
        ),
        Target::Day(_) | Target::DayAndTime(..) if !is_placed => Said::new(
            "Programmpunkt eingeordnet",
            "item placed",
            "point placé au programme",
        ),
        _ => Said::new("Programmpunkt verschoben", "item moved", "point déplacé"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::arbitrary::first_day,
        plan::tests::fixture::{after, day, unplaced, visit, why},
    };
    use chrono::Days;

    fn chain() -> Visit {
        visit(&[
            ("a", "start=10:00 end=10:45"),
            ("b", "after=a end=+30"),
            ("c", "after=b end=+30"),
        ])
    }

    fn target(text: &str) -> Target {
        let clock = |text: &str| Clock::read(text).unwrap();
        let day = |text: &str| first_day() + Days::new(text.parse().unwrap());
        match text.split_once(' ') {
            Some((on, at)) => Target::DayAndTime(day(on), clock(at)),
            None if text.contains(':') => Target::Time(clock(text)),
            None if text.is_empty() => Target::Unplaced,
            None => Target::Day(day(text)),
        }
    }

    #[test]
    fn followers_come_along_and_a_moved_follower_keeps_its_start() {
        for (id, to, first, second) in [
            (
                "a",
                "09:00",
                "a 09:00–09:45, b →a 09:45–10:15, c →b 10:15–10:45",
                "",
            ),
            (
                "a",
                "1",
                "",
                "a 10:00–10:45, b →a 10:45–11:15, c →b 11:15–11:45",
            ),
            (
                "a",
                "1 14:00",
                "",
                "a 14:00–14:45, b →a 14:45–15:15, c →b 15:15–15:45",
            ),
            ("b", "1", "a 10:00–10:45", "b 10:45–11:15, c →b 11:15–11:45"),
            (
                "b",
                "12:00",
                "a 10:00–10:45, b 12:00–12:30, c →b 12:30–13:00",
                "",
            ),
            (
                "c",
                "1 00:15+1",
                "a 10:00–10:45, b →a 10:45–11:15",
                "c 00:15+1–00:45+1",
            ),
        ] {
            let visit = chain();
            let moved = after(&visit, move_item(&visit, id, target(to), Lang::De));
            assert_eq!(
                (day(&moved, 0).as_str(), day(&moved, 1).as_str()),
                (first, second),
                "{id} {to}"
            );
        }
    }

    #[test]
    fn an_item_taken_off_its_day_keeps_its_time() {
        let visit = chain();
        let moved = after(&visit, move_item(&visit, "a", Target::Unplaced, Lang::De));
        assert_eq!(
            (unplaced(&moved).as_str(), day(&moved, 0).as_str()),
            ("a, b, c", "")
        );
        let back = after(&moved, move_item(&moved, "a", target("0"), Lang::De));
        assert_eq!(day(&back, 0), day(&visit, 0));
    }

    #[test]
    fn what_lasts_several_days_keeps_their_number_and_the_media_call_its_distance() {
        let visit = visit(&[
            ("a", "until=25.10. start=ganztägig"),
            ("b", "start=10:00 media_time=09:45 fixed=yes"),
        ]);
        let moved = after(&visit, move_item(&visit, "a", target("2"), Lang::De));
        let slot = &moved.items.get("a").unwrap().slot;
        assert_eq!(slot.until, Some(first_day() + Days::new(3)));
        let moved = after(&visit, move_item(&visit, "b", target("11:00"), Lang::De));
        assert_eq!(
            moved
                .items
                .get("b")
                .unwrap()
                .media_time
                .unwrap()
                .to_string(),
            "10:45"
        );
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let visit = chain();
        for (id, to, said) in [
            ("a", "0", "Es ist schon so; es gibt nichts zu ändern"),
            ("b", "0", "Es ist schon so; es gibt nichts zu ändern"),
            (
                "a",
                "5",
                "Der 29.10.2024 liegt außerhalb des Besuchs (24. bis 27. Oktober 2024)",
            ),
            (
                "a",
                "3 10:00+1",
                "Der 28.10.2024 liegt außerhalb des Besuchs (24. bis 27. Oktober 2024)",
            ),
            (
                "a",
                "23:59+7",
                "„a“ läge dann vor Beginn des Tages oder nach der Nacht darauf; weniger verschieben oder den Tag ändern",
            ),
            ("x", "1", "„x“ gibt es in diesem Besuch nicht"),
            (
                "visit",
                "1",
                "Das geht nur hier: Programmpunkt; „Besuch“ ist etwas anderes",
            ),
        ] {
            assert_eq!(
                why(move_item(&visit, id, target(to), Lang::De)),
                said,
                "{id} {to}"
            );
        }
    }

    #[test]
    fn the_calls_of_followers_come_along() {
        let chain = [
            ("a", "start=10:00 end=10:45 media_time=09:45"),
            ("b", "after=a end=+30 media_time=10:40 check_in=10:30"),
            ("c", "after=b media_time=11:00"),
        ];
        for (id, to, expected) in [
            ("a", "09:00", "08:45 09:40 09:30 10:00"),
            ("b", "12:00", "09:45 11:55 11:45 12:15"),
            ("b", "1", "09:45 10:40 10:30 11:00"),
            ("a", "1 11:00", "10:45 11:40 11:30 12:00"),
        ] {
            let visit = visit(&chain);
            let moved = after(&visit, move_item(&visit, id, target(to), Lang::De));
            let item = |id: &str| moved.items.get(id).unwrap();
            let calls = [item("a").media_time, item("b").media_time];
            let others = [item("b").check_in, item("c").media_time];
            let calls = calls.into_iter().chain(others).flatten();
            let calls: Vec<String> = calls.map(|clock| clock.to_string()).collect();
            assert_eq!(calls.join(" "), expected, "{id} {to}");
        }
    }
}
