//! The steps of a letter, of which only allowed ones are taken.

use chrono::NaiveDate;

use super::label;
use crate::{
    edit::Transaction,
    model::{Kind, Letter, LetterState, Step, Visit, programme},
    plan::{Draft, Refusal, find},
    words::{Lang, Said},
};

/// The states that a letter may go to from where it stands.
pub fn allowed_steps(letter: &Letter) -> &'static [LetterState] {
    letter.steps.state().next()
}

/// Takes a letter a step further, on a date where that is known.
pub fn step(
    visit: &Visit,
    letter: &str,
    state: LetterState,
    date: Option<NaiveDate>,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let letter = find::letter(visit, letter)?;
    let mut draft = Draft::new(visit);
    take(&mut draft, letter, state, date)?;
    let what = Said::new(
        "Dokument fortgeschrieben",
        "letter taken further",
        "document mis à jour",
    );
    Ok(draft.finish(label(what, visit, letter, lang)))
}

/// Marks a letter as signed: on this date or, where none is given, on the day of the item at which
/// it is signed. The letter then names that item.
pub fn sign(
    visit: &Visit,
    letter: &str,
    date: Option<NaiveDate>,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let letter = find::letter(visit, letter)?;
    let named = letter.item.as_ref().and_then(|id| visit.items.get(id));
    let signs = || {
        let mut items = visit.items.iter();
        items.find(|item| item.letter.as_ref() == Some(&letter.id))
    };
    let item = named.or_else(signs);
    let day = item.and_then(|item| programme::day_of(visit, &item.id));
    let date = date.or(day).ok_or(Refusal::Needs(
        Kind::Letter,
        Said::new(
            "das Datum der Unterzeichnung",
            "the date of the signing",
            "la date de signature",
        ),
    ))?;
    let mut draft = Draft::new(visit);
    take(&mut draft, letter, LetterState::Signed, Some(date))?;
    if let Some(item) = item {
        draft.update(letter.id.as_str(), |letter: &mut Letter| {
            letter.item = Some(item.id.clone());
        });
    }
    let what = Said::new("Dokument unterzeichnet", "letter signed", "document signé");
    Ok(draft.finish(label(what, visit, letter, lang)))
}

fn take(
    draft: &mut Draft<'_>,
    letter: &Letter,
    state: LetterState,
    date: Option<NaiveDate>,
) -> Result<(), Refusal> {
    let now = letter.steps.state();
    if !now.next().contains(&state) {
        return Err(Refusal::Step(now, state));
    }
    let last = letter.steps.0.iter().rev().find_map(|step| step.date);
    if let (Some(earlier), Some(later)) = (last, date)
        && later < earlier
    {
        return Err(Refusal::StepsOutOfOrder(earlier, later));
    }
    draft.update(letter.id.as_str(), |letter: &mut Letter| {
        letter.steps.0.push(Step { state, date });
    });
    Ok(())
}
