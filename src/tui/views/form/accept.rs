//! What an accepted form asks of `plan`.

use super::{Done, field::Field, source};
use crate::{
    model::{AnyRef, Item, Kind, Start, VISIT, Visit},
    plan::{self, Asker, Edit, Refusal, Target},
    say,
    tui::{
        view::{Answer, Request, Scene},
        views::ask::Ask,
    },
    words::{Said, count, shared},
};

const LATER: Said = Said::new("später", "later", "plus tard");
const EARLIER: Said = Said::new("früher", "earlier", "plus tôt");

fn no_visit() -> Refusal {
    Refusal::NoSuchRecord(VISIT.to_owned())
}

pub(super) fn set(id: &str, edits: &[Edit], scene: &Scene<'_>) -> Result<Done, Refusal> {
    let visit = scene.visit().ok_or_else(no_visit)?;
    Ok(Done {
        commit: Some(plan::set(visit, id, edits, scene.asker())?),
        answer: Some(Answer::Record(id.to_owned())),
        ..Done::default()
    })
}

pub(super) fn add(kind: Kind, edits: &[Edit], scene: &Scene<'_>) -> Result<Done, Refusal> {
    let visit = scene.visit().ok_or_else(no_visit)?;
    let (transaction, id) = plan::add(visit, kind, edits, scene.asker())?;
    Ok(Done {
        commit: Some(transaction),
        answer: Some(Answer::Record(id)),
        ..Done::default()
    })
}

/// Where nothing but the day or the clock time changes, the item is moved with what hangs on it.
pub(super) fn move_to(id: &str, edits: &[Edit], scene: &Scene<'_>) -> Result<Done, Refusal> {
    let visit = scene.visit().ok_or_else(no_visit)?;
    let target = target(visit, id, edits, scene.asker());
    let Some(target) = target else {
        return set(id, edits, scene);
    };
    Ok(Done {
        commit: Some(plan::move_item(visit, id, target, scene.lang())?),
        answer: Some(Answer::Record(id.to_owned())),
        ..Done::default()
    })
}

fn target(visit: &Visit, id: &str, edits: &[Edit], asker: Asker) -> Option<Target> {
    let item: &Item = visit.items.get(id)?;
    let seen = plan::preview(visit, &AnyRef::Item(item).to_owned(), edits, asker);
    let Some(AnyRef::Item(next)) = seen.record() else {
        return None;
    };
    let is_edited = |key: &str| edits.iter().any(|edit| edit.key == key);
    let alike =
        |start: &Start| std::mem::discriminant(start) == std::mem::discriminant(&item.slot.start);
    let clock = next.slot.start.clock().filter(|_| alike(&next.slot.start));
    match (is_edited("day"), next.slot.day, is_edited("start"), clock) {
        (true, Some(day), true, Some(clock)) => Some(Target::DayAndTime(day, clock)),
        (true, Some(day), false, _) => Some(Target::Day(day)),
        (true, None, false, _) => Some(Target::Unplaced),
        (false, _, true, Some(clock)) => Some(Target::Time(clock)),
        _ => None,
    }
}

/// The view below hears the row, unless nothing stands in it.
pub(super) fn row(fields: &[Field]) -> Done {
    let row = row_of(fields);
    Done {
        answer: (!row.is_empty()).then_some(Answer::Text(row)),
        ..Done::default()
    }
}

/// A row as one types it, without empty cells at its end.
pub(super) fn row_of(fields: &[Field]) -> String {
    let mut cells: Vec<String> = fields.iter().map(source::cell).collect();
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells.join(" | ")
}

/// Changes the visit itself. Where its first day becomes another one, the person is asked whether
/// everything that has a day moves along.
pub(super) fn set_visit(edits: &[Edit], scene: &Scene<'_>) -> Result<Done, Refusal> {
    let visit = scene.visit().ok_or_else(no_visit)?;
    let (lang, asker) = (scene.lang(), scene.asker());
    let whole = plan::set(visit, VISIT, edits, asker)?;
    let before = AnyRef::Visit(&visit.head).to_owned();
    let seen = plan::preview(visit, &before, edits, asker);
    let head = &seen.visit.head;
    let moves = visit
        .head
        .first
        .zip(head.first)
        .filter(|(was, now)| was != now);
    let (Some((was, first)), false) = (moves, visit.items.is_empty()) else {
        return Ok(Done {
            commit: Some(whole),
            ..Done::default()
        });
    };
    let last = head.last.unwrap_or(first).max(first);
    let along = plan::days_of_visit(visit, first, last, true, lang)?;
    let is_day = |edit: &&Edit| matches!(edit.key.as_str(), "first" | "last");
    let (days, others): (Vec<&Edit>, Vec<&Edit>) = edits.iter().partition(is_day);
    let own = |edits: Vec<&Edit>| edits.into_iter().cloned().collect::<Vec<Edit>>();
    let days = plan::set(visit, VISIT, &own(days), asker)?;
    let others = plan::set(visit, VISIT, &own(others), asker)?;
    let by = count(
        usize::try_from((first - was).num_days().abs()).unwrap_or(0),
        shared::DAY,
        shared::DAYS,
        lang,
    );
    let way = if first > was { LATER } else { EARLIER }.get(lang);
    let question = say!(
        lang,
        "Der Besuch beginnt {by} {way}. Das ganze Programm mitverschieben?",
        "The visit begins {by} {way}. Move the whole programme along?",
        "La visite commence {by} {way}. Décaler tout le programme\u{a0}?"
    );
    let ask = Ask::either(
        question,
        vec![Request::Commit(along)],
        vec![Request::Commit(days)],
    );
    Ok(Done {
        commit: Some(others),
        answer: None,
        then: vec![Request::open(ask)],
    })
}
