//! The account over all interleavings of what may happen.

use proptest::prelude::*;

use super::*;

/// What may happen next.
#[derive(Debug, Clone, Copy)]
enum Move {
    Add,
    Remove(u32),
    Save,
    Absorb,
    OutsideAdd,
    OutsideRemove(u32),
    Fault(u8),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        Just(Move::Add),
        any::<u32>().prop_map(Move::Remove),
        Just(Move::Save),
        Just(Move::Save),
        Just(Move::Absorb),
        Just(Move::OutsideAdd),
        any::<u32>().prop_map(Move::OutsideRemove),
        any::<u8>().prop_map(Move::Fault),
    ];
    prop::collection::vec(one, 0..60)
}

fn some(of: &Facts, at: u32) -> Option<u32> {
    let at = at as usize % of.len().max(1);
    of.iter().nth(at).copied()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]
    #[test]
    fn whatever_happens_in_whichever_order_both_end_with_all(moves in moves()) {
        let mut play = Play::new(&[0, 1, 2]);
        let (mut next, mut added, mut removed) = (3, facts(&[0, 1, 2]), Facts::new());
        for one in moves {
            next += 1;
            match one {
                Move::Add => {
                    play.commit(with(next));
                    added.insert(next);
                }
                Move::Remove(at) => {
                    let fact = some(&play.session.has, at);
                    play.commit(without(fact));
                    removed.extend(fact);
                }
                Move::Save => drop(play.save()),
                Move::Absorb => play.absorb(),
                Move::OutsideAdd => {
                    play.disk.outside(with(next));
                    added.insert(next);
                }
                Move::OutsideRemove(at) => {
                    let fact = some(&play.disk.holds, at);
                    play.disk.outside(without(fact));
                    removed.extend(fact);
                }
                Move::Fault(0..64) => play.disk.faults.push_back(Fault::Unreadable),
                Move::Fault(64..128) => play.disk.faults.push_back(Fault::Full),
                Move::Fault(128..192) => play.disk.faults.push_back(Fault::Unsure),
                Move::Fault(_) => play.disk.faults.push_back(Fault::Race(next)),
            }
        }
        play.disk.faults.clear();
        prop_assert_eq!(play.save(), Ok(()));
        while !play.reports.is_empty() {
            play.absorb();
        }
        play.commit(|_| {});
        prop_assert_eq!(play.save(), Ok(()));
        prop_assert!(play.reports.is_empty());
        prop_assert_eq!(&play.session.has, &play.disk.holds);
        added.extend(&play.disk.raced);
        prop_assert_eq!(&play.disk.holds, &(&added - &removed));
    }
}
