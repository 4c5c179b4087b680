//! Random sequences of commands: each inverts, undo and redo lead back and forth, nothing dangles.

use chrono::Days;
use proptest::{collection::vec, prelude::*};

use super::asker;
use crate::{
    edit::{History, Transaction, apply},
    model::{
        Attendance, Base, Clock, Id, ItemStatus, Kind, LetterState, Name, Side, Visit, Who,
        arbitrary::{Maker, first_day, visits},
        field,
        letter::{Commitment, CommitmentState, Signatory},
    },
    plan::{self, Attend, Edit, Refusal, Target, Towards},
    words::Lang,
};

const COMMANDS: usize = 24;

/// Asks for the command of this number, with arguments at random.
fn ask(visit: &Visit, command: usize, seed: u64) -> Result<Transaction, Refusal> {
    let mut maker = Maker::new(seed);
    let lang = Lang::ALL[maker.below(3)];
    let of = |maker: &mut Maker, kind| maker.id(kind, visit).unwrap_or_default();
    let any_kind = Kind::ALL[maker.below(Kind::ALL.len())];
    let any = of(&mut maker, any_kind);
    let item = of(&mut maker, Kind::Item);
    let other = of(&mut maker, Kind::Item);
    let person = of(&mut maker, Kind::Participant);
    let letter = of(&mut maker, Kind::Letter);
    let towards = [Towards::Earlier, Towards::Later][maker.below(2)];
    let minutes = i64::try_from(maker.below(9) * 15).unwrap() - 60;
    match command {
        0 => {
            let edits = edits(&mut maker, visit, any_kind);
            plan::add(visit, any_kind, &edits, asker(lang)).map(|(done, _)| done)
        }
        1 | 2 => plan::set(
            visit,
            &any,
            &edits(&mut maker, visit, any_kind),
            asker(lang),
        ),
        3 => plan::remove(visit, &any, lang),
        4 | 5 => {
            let (day, clock) = (maker.day(), Clock::read(&maker.clock()).unwrap());
            let to = match maker.below(4) {
                0 => Target::Day(day),
                1 => Target::Time(clock),
                2 => Target::DayAndTime(day, clock),
                _ => Target::Unplaced,
            };
            plan::move_item(visit, &item, to, lang)
        }
        6 | 7 => plan::shift(visit, &item, minutes, maker.one_in(2), lang).map(|s| s.transaction),
        8 => plan::make_room(visit, &item, 30, lang).map(|s| s.transaction),
        9 => plan::swap(visit, &item, &other, lang),
        10 => plan::swap_towards(visit, &item, towards, lang),
        11 => {
            let to = maker.one_in(2).then(|| maker.day());
            plan::duplicate_item(visit, &item, to, lang).map(|(done, _)| done)
        }
        12 => plan::duplicate_day(visit, maker.day(), maker.day(), lang),
        13 => {
            let change = match maker.below(4) {
                0 => Attend::Toggle(person),
                1 => Attend::Optional(person),
                2 => Attend::Set(Attendance::all(Base::Hosts)),
                _ => Attend::Set(Attendance::only(Id::parse(&person))),
            };
            plan::attend(visit, &[&item, &other], &change, lang)
        }
        14 => plan::order(visit, &person, towards, "Ehrengast", lang),
        15 => plan::clear_order(visit, Side::ALL[maker.below(3)], lang),
        16 => {
            let state = LetterState::ALL[maker.below(LetterState::ALL.len())];
            plan::step(visit, &letter, state, Some(maker.day()), lang)
        }
        17 => plan::sign(visit, &letter, None, lang),
        18 => {
            let person = Id::parse(&person).map_or(Who::Nobody, Who::Is);
            let signatory = Signatory {
                person,
                ..Signatory::default()
            };
            plan::add_signatory(visit, &letter, signatory, lang)
        }
        19 => {
            let what = maker.word().as_str().into();
            let commitment = Commitment {
                what,
                ..Commitment::default()
            };
            match maker.below(2) {
                0 => plan::add_commitment(visit, &letter, commitment, lang),
                _ => plan::set_commitment(visit, &letter, 0, CommitmentState::Done, lang),
            }
        }
        20 => {
            let old = visit.letters.get(letter.as_str());
            let old = old.ok_or(Refusal::NothingToDo)?;
            plan::renew(visit, old, None, lang).map(|(done, _)| done)
        }
        21 => {
            let status = ItemStatus::ALL[maker.below(4)];
            plan::set_status(visit, &[&item], status, lang)
        }
        22 => match maker.below(2) {
            0 => {
                let names = [Name::new("Awatif", "Berdai"), Name::new("Karim", "Alaoui")];
                let names = &names[..=maker.below(2)];
                plan::name_people(visit, &person, names, lang)
            }
            _ => {
                let new = maker.id(Kind::Participant, visit).unwrap_or_default();
                plan::replace_person(visit, &person, &new, lang)
            }
        },
        _ => {
            let first = first_day() + Days::new(maker.below(4) as u64);
            let last = first + Days::new(maker.below(4) as u64);
            plan::days_of_visit(visit, first, last, maker.one_in(2), lang)
        }
    }
}

fn edits(maker: &mut Maker, visit: &Visit, kind: Kind) -> Vec<Edit> {
    let keys: Vec<_> = field::keys(kind.fields()).collect();
    let named = keys
        .iter()
        .find(|key| matches!(key.info.key, "title" | "name"));
    let mut edits: Vec<Edit> = named
        .map(|key| Edit::set(key.info.key, maker.word()))
        .into_iter()
        .collect();
    for _ in 0..=maker.below(4) {
        let info = maker.pick(&keys).unwrap().info;
        let text = if maker.one_in(5) {
            String::new()
        } else {
            maker.typed(&info, visit)
        };
        edits.push(Edit::set(info.key, text));
    }
    edits
}

/// What must hold whatever was asked for.
fn is_sound(visit: &Visit) -> Result<(), TestCaseError> {
    prop_assert!(visit.faults().is_empty(), "{:?}", visit.faults());
    for item in visit.items.iter() {
        let days = [item.slot.day, item.slot.until].into_iter().flatten();
        for day in days {
            prop_assert!(visit.has_day(day), "{} on {day}", item.id);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn every_command_inverts_and_undo_and_redo_lead_back_and_forth(
        start in visits(),
        seeds in vec((0..COMMANDS, any::<u64>()), 1..40),
    ) {
        let mut visit = start.clone();
        let mut history = History::default();
        for (command, seed) in seeds {
            let Ok(done) = ask(&visit, command, seed) else { continue };
            let before = visit.clone();
            history.commit(&mut visit, done.clone()).map_err(|stale| {
                TestCaseError::fail(format!("{stale}: {done:?}"))
            })?;
            is_sound(&visit)?;
            let mut back = visit.clone();
            apply(&mut back, &done.clone().inverted()).unwrap();
            prop_assert!(back == before, "{}", done.label.said(Lang::En));
            prop_assert_eq!(done.is_empty(), before == visit);
        }
        let end = visit.clone();
        while let Some(undone) = history.undo(&mut visit) {
            undone.unwrap();
        }
        prop_assert!(visit == start);
        while let Some(redone) = history.redo(&mut visit) {
            redone.unwrap();
        }
        prop_assert!(visit == end);
    }
}

/// The property would say nothing about a command that is always refused.
#[test]
fn no_command_is_always_refused() {
    for command in 0..COMMANDS {
        let mut tries = (0..200).map(|seed| (Maker::new(seed).visit(), seed));
        let is_done = tries.any(|(visit, seed)| ask(&visit, command, seed).is_ok());
        assert!(is_done, "command {command}");
    }
}
