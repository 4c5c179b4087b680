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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{
            arbitrary::first_day,
            value::{Entry, View},
        },
        plan::tests::fixture::{after, letter as put, visit, why},
    };

    fn steps(visit: &Visit) -> String {
        let letter = visit.letters.get("loi").unwrap();
        letter.steps.typed(View {
            visit,
            lang: Lang::De,
        })
    }

    #[test]
    fn only_allowed_steps_are_taken_and_in_the_order_of_their_dates() {
        let day = |day: u64| Some(first_day() + chrono::Days::new(day));
        for (from, state, date, expected) in [
            ("", LetterState::Draft, None, Ok("Entwurf")),
            (
                "draft",
                LetterState::Signed,
                day(1),
                Ok("Entwurf; unterzeichnet 25.10.2024"),
            ),
            (
                "",
                LetterState::Effective,
                None,
                Err("Auf „Idee“ kann nicht „wirksam“ folgen"),
            ),
            (
                "signed 25.10.2024",
                LetterState::Draft,
                None,
                Err("Auf „unterzeichnet“ kann nicht „Entwurf“ folgen"),
            ),
            (
                "draft 26.10.2024",
                LetterState::Signed,
                day(1),
                Err("Der Schritt vom 25.10.2024 liegt vor"),
            ),
        ] {
            let mut visit = visit(&[]);
            put(&mut visit, "loi", &format!("steps={from}"));
            let done = step(&visit, "loi", state, date, Lang::De);
            match expected {
                Ok(expected) => assert_eq!(steps(&after(&visit, done)), expected),
                Err(begins) => {
                    let said = why(done);
                    assert!(said.starts_with(begins), "{said}");
                }
            }
        }
    }

    #[test]
    fn the_steps_on_offer_are_those_that_are_taken() {
        for from in LetterState::ALL {
            let mut visit = visit(&[]);
            let blank = Letter::with_id(crate::model::Id::parse("loi").unwrap());
            let mut letter = blank;
            letter.steps.0 = vec![Step {
                state: *from,
                date: None,
            }];
            let offered = allowed_steps(&letter).to_vec();
            visit.put(crate::model::Record::into_any(letter));
            for to in LetterState::ALL {
                let is_taken = step(&visit, "loi", *to, None, Lang::De).is_ok();
                assert_eq!(is_taken, offered.contains(to), "{from:?} {to:?}");
            }
        }
    }

    #[test]
    fn a_letter_is_signed_on_the_day_of_its_item() {
        let mut visit = visit(&[("a", "day=25.10. start=10:00"), ("b", "after=a")]);
        put(&mut visit, "loi", "item=b");
        assert_eq!(
            visit.items.get("b").unwrap().letter,
            crate::model::Id::parse("loi")
        );
        let signed = after(&visit, sign(&visit, "loi", None, Lang::De));
        assert_eq!(steps(&signed), "unterzeichnet 25.10.2024");
        put(&mut visit, "alone", "");
        assert_eq!(
            why(sign(&visit, "alone", None, Lang::De)),
            "Partnerschaftsdokument: Es fehlt noch das Datum der Unterzeichnung"
        );
    }
}
