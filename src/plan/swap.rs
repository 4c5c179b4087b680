//! Letting two items of a day change places.

use super::{Draft, Refusal, Towards, find, retime};
use crate::{
    edit::{Label, Transaction},
    model::{End, Item, Placed, Programme, Slot, SlotError, SlotParts, Start, Visit, programme},
    words::{Lang, Said},
};

/// Lets two items of a day change places. Each keeps its length; the one that was second starts when
/// the first did. Neighbours together end when they did; others take each other's start. What
/// followed one of them now follows the other, so that a chain keeps its order.
pub fn swap(visit: &Visit, a: &str, b: &str, lang: Lang) -> Result<Transaction, Refusal> {
    let (one, other) = (find::item(visit, a)?, find::item(visit, b)?);
    let on_day = beside(visit, one);
    let place = |item: &Item| {
        let at = on_day.iter().position(|placed| placed.id == item.id);
        let one_clock = one.slot.zone == other.slot.zone;
        at.filter(|_| one_clock && can_swap(item))
            .ok_or_else(|| Refusal::NoPlaceToSwap(find::item_title(visit, item, lang)))
    };
    let (mut first, mut second) = ((place(one)?, one), (place(other)?, other));
    if first.0 == second.0 {
        return Err(Refusal::NothingToDo);
    }
    if first.0 > second.0 {
        (first, second) = (second, first);
    }
    for (_, item) in [first, second] {
        if item.slot.fixed {
            return Err(Refusal::Fixed(find::item_title(visit, item, lang)));
        }
    }
    if first.1.slot.start == Start::Open && second.1.slot.start == Start::Open {
        let title = find::item_title(visit, first.1, lang);
        return Err(Refusal::NoPlaceToSwap(title));
    }
    let adjacent = second.0 == first.0 + 1;
    let (placed_first, placed_second) = (&on_day[first.0], &on_day[second.0]);
    let later = later_start(second.1, [placed_first, placed_second], adjacent);
    let mut draft = Draft::new(visit);
    let moves = [
        (second.1, first.1.slot.start.clone(), placed_first),
        (first.1, later, placed_second),
    ];
    for (item, start, place) in moves {
        let start = renamed(start, first.1, second.1);
        let slot = taking(&item.slot, start, place);
        let slot = retime::on_its_day(slot, visit, item, lang)?;
        retime::put(&mut draft, item.id.as_str(), slot);
    }
    for item in visit.items.iter() {
        let swapped = renamed(item.slot.start.clone(), first.1, second.1);
        if item.id != first.1.id && item.id != second.1.id && swapped != item.slot.start {
            let slot = item.slot.with(|parts| parts.start = swapped)?;
            retime::put(&mut draft, item.id.as_str(), slot);
        }
    }
    retime::calls_follow(&mut draft);
    let what = Said::new(
        "Programmpunkte getauscht",
        "items swapped",
        "points échangés",
    );
    let titles = [second.1, first.1].map(|item| find::item_title(visit, item, lang));
    Ok(draft.finish(Label::new(what, titles.join(", "))))
}

/// Swaps an item with the one before or after it on its day, passing over what runs at the same
/// time for other people.
pub fn swap_towards(
    visit: &Visit,
    id: &str,
    towards: Towards,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let item = find::item(visit, id)?;
    let on_day = beside(visit, item);
    let alone = || Refusal::NoNeighbour(find::item_title(visit, item, lang));
    let at = on_day
        .iter()
        .position(|placed| placed.id == item.id)
        .ok_or_else(alone)?;
    let is_neighbour = |placed: &&Placed| {
        let other = visit.items.get(&placed.id);
        other.is_some_and(can_swap) && !programme::are_parallel(visit, &on_day[at], placed)
    };
    let neighbour = match towards {
        Towards::Earlier => on_day[..at].iter().rev().find(is_neighbour),
        Towards::Later => on_day[at + 1..].iter().find(is_neighbour),
    };
    swap(visit, id, neighbour.ok_or_else(alone)?.id.as_str(), lang)
}

/// The day of an item.
fn beside(visit: &Visit, item: &Item) -> Vec<Placed> {
    let day = programme::day_of(visit, &item.id);
    day.map_or_else(Vec::new, |day| Programme::of_day(visit, day))
}

fn can_swap(item: &Item) -> bool {
    item.slot.until.is_none() && item.slot.start != Start::AllDay
}

/// When the first of two starts in the place of the second: neighbours end when they did.
fn later_start(second: &Item, placed: [&Placed; 2], adjacent: bool) -> Start {
    let start = &second.slot.start;
    let length = |placed: &Placed| Some((placed.end?.utc - placed.start?.utc).num_minutes());
    let [first, last] = placed;
    let in_turn = first
        .end
        .zip(last.start)
        .is_some_and(|(end, start)| end.utc <= start.utc);
    let by = match (adjacent && in_turn, length(last), length(first)) {
        (true, Some(own), Some(others)) => own - others,
        _ => 0,
    };
    match start.clock().and_then(|clock| clock.shifted(by)) {
        Some(clock) => start.with_clock(clock),
        None => start.clone(),
    }
}

/// A start in which each of two items stands for the other.
fn renamed(start: Start, one: &Item, other: &Item) -> Start {
    match start {
        Start::After(id) if id == one.id => Start::After(other.id.clone()),
        Start::After(id) if id == other.id => Start::After(one.id.clone()),
        start => start,
    }
}

/// A slot with the start of another place, and its own length.
fn taking(slot: &Slot, start: Start, place: &Placed) -> Result<Slot, SlotError> {
    let length = slot.minutes();
    match (start.clock(), slot.start.clock()) {
        (Some(clock), Some(_)) => slot
            .starting(clock)?
            .with(|parts| (parts.start, parts.day) = (start, place.day)),
        _ => slot.with(|parts: &mut SlotParts| {
            parts.day = match start {
                Start::After(_) => None,
                _ => place.day,
            };
            parts.end = match (parts.end, length) {
                (End::At(_), Some(minutes)) => End::Lasts(minutes),
                (end, _) => end,
            };
            parts.start = start;
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::fixture::{after, day, visit, why};

    #[test]
    fn the_second_starts_when_the_first_did() {
        let clocks = &[
            ("a", "start=10:00 end=10:45"),
            ("b", "start=11:00 end=11:30"),
            ("c", "start=12:00 end=13:00"),
        ];
        let chain = &[
            ("a", "start=10:00 end=10:45"),
            ("b", "after=a end=+30"),
            ("c", "after=b end=+60"),
        ];
        let mixed = &[
            ("a", "start=ca. 10:00 end=10:45"),
            ("b", "after=a end=+30"),
            ("c", "start=12:00 end=13:00"),
            ("d", "end=+20"),
        ];
        for (items, one, other, expected) in [
            (
                &clocks[..],
                "a",
                "b",
                "b 10:00–10:30, a 10:45–11:30, c 12:00–13:00",
            ),
            (
                clocks,
                "c",
                "b",
                "a 10:00–10:45, c 11:00–12:00, b 12:30–13:00",
            ),
            (
                clocks,
                "a",
                "c",
                "c 10:00–11:00, b 11:00–11:30, a 12:00–12:45",
            ),
            (
                chain,
                "a",
                "b",
                "b 10:00–10:30, a →b 10:30–11:15, c →a 11:15–12:15",
            ),
            (
                chain,
                "b",
                "c",
                "a 10:00–10:45, c →a 10:45–11:45, b →c 11:45–12:15",
            ),
            (
                chain,
                "a",
                "c",
                "c 10:00–11:00, b →c 11:00–11:30, a →b 11:30–12:15",
            ),
            (
                mixed,
                "b",
                "c",
                "a 10:00–10:45, c →a 10:45–11:45, b 12:30–13:00, d offen",
            ),
            (
                mixed,
                "c",
                "d",
                "a 10:00–10:45, b →a 10:45–11:15, d 12:00–12:20, c offen",
            ),
        ] {
            let visit = visit(items);
            let swapped = after(&visit, swap(&visit, one, other, Lang::De));
            assert_eq!(day(&swapped, 0), expected, "{one} {other}");
            let back = after(&swapped, swap(&swapped, one, other, Lang::De));
            assert_eq!(day(&back, 0), day(&visit, 0), "{one} {other} and back");
        }
    }

    #[test]
    fn a_neighbour_is_what_stands_before_or_after_for_the_same_people() {
        let visit = visit(&[
            ("a", "start=10:00 end=10:45"),
            ("b", "start=10:00 end=10:45 parallel_to=a"),
            ("c", "start=11:00 end=11:45"),
            ("e", "start=ganztägig"),
        ]);
        let down = after(&visit, swap_towards(&visit, "a", Towards::Later, Lang::De));
        assert_eq!(
            day(&down, 0),
            "e offen, b 10:00–10:45, c 10:00–10:45, a 11:00–11:45"
        );
        assert_eq!(
            why(swap_towards(&visit, "a", Towards::Earlier, Lang::De)),
            "„a“ steht schon am Rand; in dieser Richtung gibt es nichts"
        );
    }

    #[test]
    fn what_has_no_place_is_not_swapped() {
        let visit = visit(&[
            ("a", "start=10:00"),
            ("b", "start=11:00 fixed=yes"),
            ("c", ""),
            ("d", ""),
            ("e", "start=ganztägig"),
            ("f", "day=25.10. start=10:00"),
        ]);
        for (one, other, begins) in [
            ("a", "a", "Es ist schon so"),
            ("a", "b", "„b“ hat eine feste Zeit"),
            ("c", "d", "„c“ lässt sich nicht tauschen"),
            ("a", "e", "„e“ lässt sich nicht tauschen"),
            ("a", "f", "„f“ lässt sich nicht tauschen"),
        ] {
            let said = why(swap(&visit, one, other, Lang::De));
            assert!(said.starts_with(begins), "{one} {other}: {said}");
        }
    }
}
