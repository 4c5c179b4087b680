//! Random sequences of commands: each inverts, undo and redo lead back and forth, nothing dangles.

use proptest::{collection::vec, prelude::*, sample::select};

use super::commands::{COMMANDS, Command};
use crate::{
    edit::{History, apply},
    model::{
        Visit,
        arbitrary::{Maker, visits},
    },
    words::Lang,
};

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

fn commands() -> impl Strategy<Value = Vec<(Command, u64)>> {
    vec((select(COMMANDS), any::<u64>()), 1..40)
}

proptest! {
    // Each case is a sequence of up to forty commands.
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn every_command_inverts_and_undo_and_redo_lead_back_and_forth(
        start in visits(),
        commands in commands(),
    ) {
        let mut visit = start.clone();
        let mut history = History::default();
        for ((name, ask), seed) in commands {
            let Ok(done) = ask(&mut Maker::new(seed), &visit) else { continue };
            let before = visit.clone();
            history.commit(&mut visit, done.clone()).map_err(|stale| {
                TestCaseError::fail(format!("{name}: {stale}: {done:?}"))
            })?;
            is_sound(&visit)?;
            let mut back = visit.clone();
            apply(&mut back, &done.clone().inverted()).unwrap();
            prop_assert!(back == before, "{name}: {}", done.label.said(Lang::En));
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
    for (name, ask) in COMMANDS {
        let mut makers = (0..300).map(Maker::new);
        let is_done = makers.any(|mut maker| {
            let visit = maker.visit();
            ask(&mut maker, &visit).is_ok()
        });
        assert!(is_done, "{name}");
    }
}
