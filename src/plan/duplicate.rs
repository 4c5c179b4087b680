//! Duplicating an item or all items of a day.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Draft, Refusal, find, fresh_id, rules::check_day};
use crate::{
    edit::{Label, Transaction},
    model::{
        Id, Item, ItemStatus, Programme, Prose, Record, Start, Visit, item::AlternativeKind,
        programme,
    },
    words::{Lang, Said, date},
};

/// Adds a copy of an item, on its own day at its own time or, if one is named, on another day; the
/// id of the copy is the second of the result.
///
/// A copy is an idea until somebody says otherwise, and has nothing of what happened: no actual
/// times, no outcome, no letter to be signed.
pub fn duplicate_item(
    visit: &Visit,
    id: &str,
    to: Option<NaiveDate>,
    lang: Lang,
) -> Result<(Transaction, String), Refusal> {
    let item = find::item(visit, id)?;
    let mut copy = copy_of(visit, item, lang);
    copy.parallel_to = None;
    copy.alternative_to = None;
    copy.alternative = AlternativeKind::default();
    if let Some(day) = to.filter(|day| programme::day_of(visit, &item.id) != Some(*day)) {
        copy.slot = programme::untied(visit, &item.slot).moved_to(day)?;
        check_day(copy.slot.day, visit)?;
        check_day(copy.slot.until, visit)?;
    }
    let made = copy.id.to_string();
    let mut draft = Draft::new(visit);
    draft.put(copy.into_any());
    let what = Said::new(
        "Programmpunkt dupliziert",
        "item duplicated",
        "point dupliqué",
    );
    let label = Label::new(what, find::item_title(visit, item, lang));
    Ok((draft.finish(label), made))
}

/// Adds copies of all items of a day on another one, where its own items stay. Copies follow each
/// other as the originals do. Items of several days and cancelled ones are left out.
pub fn duplicate_day(
    visit: &Visit,
    from: NaiveDate,
    to: NaiveDate,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    check_day(Some(to), visit)?;
    if from == to {
        return Err(Refusal::NothingToDo);
    }
    let originals: Vec<&Item> = Programme::of_day(visit, from)
        .iter()
        .filter(|placed| placed.until.is_none())
        .filter_map(|placed| visit.items.get(&placed.id))
        .filter(|item| item.status != ItemStatus::Cancelled)
        .collect();
    if originals.is_empty() {
        return Err(Refusal::NothingThere(from));
    }
    let copies: Vec<Item> = originals
        .iter()
        .map(|item| copy_of(visit, item, lang))
        .collect();
    let ids = originals.iter().map(|item| &item.id);
    let of_original: HashMap<Id<Item>, Id<Item>> = ids
        .cloned()
        .zip(copies.iter().map(|copy| copy.id.clone()))
        .collect();
    let mut draft = Draft::new(visit);
    for copy in copies {
        draft.put(on_day(visit, copy, to, &of_original)?.into_any());
    }
    let what = Said::new("Tag dupliziert", "day duplicated", "journée dupliquée");
    let days = format!("{} → {}", date::short(from, lang), date::short(to, lang));
    Ok(draft.finish(Label::new(what, days)))
}

/// A copy on the new day; what it refers to on the old day is the copy of that.
fn on_day(
    visit: &Visit,
    mut copy: Item,
    day: NaiveDate,
    of_original: &HashMap<Id<Item>, Id<Item>>,
) -> Result<Item, Refusal> {
    let copied = |id: Option<Id<Item>>| id.and_then(|id| of_original.get(&id).cloned());
    copy.parallel_to = copied(copy.parallel_to.take());
    copy.alternative_to = copied(copy.alternative_to.take());
    if copy.alternative_to.is_none() {
        copy.alternative = AlternativeKind::default();
    }
    let earlier = match &copy.slot.start {
        Start::After(id) => of_original.get(id).cloned(),
        _ => None,
    };
    copy.slot = match earlier {
        Some(earlier) => copy.slot.follow(earlier)?,
        None => programme::untied(visit, &copy.slot).moved_to(day)?,
    };
    Ok(copy)
}

/// The item anew, with an id that nothing else has, in the slot of the old one.
fn copy_of(visit: &Visit, item: &Item, lang: Lang) -> Item {
    let mut copy = item.clone();
    let title = find::item_title(visit, item, lang);
    copy.id = fresh_id(visit, &title);
    copy.letter = None;
    not_yet_held(&mut copy);
    copy
}

/// The item as one that is still to be agreed on and held.
pub(super) fn not_yet_held(item: &mut Item) {
    item.status = ItemStatus::Idea;
    item.started = None;
    item.ended = None;
    item.outcome.0.clear();
    item.report = Prose::default();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::arbitrary::first_day,
        plan::tests::fixture::{after, day, letter, visit, why, with},
    };
    use chrono::Days;

    /// The programme of a day without the random ends of the copies' ids.
    fn plain(visit: &Visit, on: u64) -> String {
        let random = |word: &str| match word.split_once('-') {
            Some((id, end)) if end.len() == 4 && id.len() == 1 => id.to_owned(),
            _ => word.to_owned(),
        };
        let day = day(visit, on).replace('→', "→ ");
        day.split(' ').map(random).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn copies_follow_each_other_as_the_originals_do() {
        let visit = visit(&[
            ("a", "start=10:00 end=10:45"),
            ("b", "after=a end=+30"),
            ("c", "start=14:00 end=15:00 parallel_to=b"),
            ("d", "start=16:00 status=cancelled"),
            ("e", "start=ganztägig until=25.10."),
            ("f", "day=25.10. start=09:00"),
        ]);
        let next = after(
            &visit,
            duplicate_day(&visit, first_day(), first_day() + Days::new(1), Lang::De),
        );
        assert_eq!(day(&next, 0), day(&visit, 0));
        assert_eq!(
            plain(&next, 1),
            "e offen, f 09:00, a 10:00–10:45, b → a 10:45–11:15, c 14:00–15:00"
        );
        let on_second = |item: &&Item| programme::day_of(&next, &item.id) > Some(first_day());
        let copy_of = |title: &str| {
            let mut items = next.items.iter().filter(on_second);
            items.find(|item| item.title == title.into()).unwrap()
        };
        assert_eq!(copy_of("c").parallel_to.as_ref(), Some(&copy_of("b").id));
    }

    #[test]
    fn a_copy_has_nothing_of_what_happened() {
        let mut visit = visit(&[]);
        letter(&mut visit, "loi", "kind=letter-of-intent");
        with::<Item>(
            &mut visit,
            "a",
            "title=a day=24.10. start=10:00 letter=loi started=10:05 outcome=gut status=confirmed remark=bleibt",
        );
        let (done, id) = duplicate_item(&visit, "a", None, Lang::De).unwrap();
        let next = after(&visit, Ok(done));
        let copy = next.items.get(id.as_str()).unwrap();
        assert_eq!(
            (copy.status, copy.started, &copy.letter),
            (ItemStatus::Idea, None, &None)
        );
        assert!(copy.outcome.0.is_empty() && !copy.remark.0.is_empty());
        assert_eq!(copy.slot, visit.items.get("a").unwrap().slot);
    }

    #[test]
    fn a_copy_on_another_day_follows_nothing_there() {
        let visit = visit(&[("a", "start=10:00 end=10:45"), ("b", "after=a end=+30")]);
        let copied = |to: u64| {
            let to = Some(first_day() + Days::new(to));
            let (done, _) = duplicate_item(&visit, "b", to, Lang::De).unwrap();
            after(&visit, Ok(done))
        };
        assert_eq!(plain(&copied(1), 1), "b 10:45–11:15");
        assert_eq!(day(&copied(0), 0).matches("→a").count(), 2);
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let visit = visit(&[("a", "start=10:00")]);
        let on = |day| first_day() + Days::new(day);
        for (from, to, said) in [
            (1, 0, "Am 25.10.2024 gibt es keine Programmpunkte"),
            (0, 0, "Es ist schon so; es gibt nichts zu ändern"),
            (
                0,
                9,
                "Der 02.11.2024 liegt außerhalb des Besuchs (24. bis 27. Oktober 2024)",
            ),
        ] {
            assert_eq!(why(duplicate_day(&visit, on(from), on(to), Lang::De)), said);
        }
    }
}
