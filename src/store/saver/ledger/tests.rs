//! The account of a session, its reports, a disk that fails, and others who write: nothing that any
//! side wrote is ever lost, and nothing that was removed comes back.

mod any_order;

use std::collections::{BTreeSet, VecDeque};

use super::*;

/// A visit is the set of what was written in it.
type Facts = BTreeSet<u32>;

fn facts(all: &[u32]) -> Facts {
    all.iter().copied().collect()
}

fn with(fact: u32) -> impl FnOnce(&mut Facts) {
    move |all| {
        all.insert(fact);
    }
}

fn without(fact: Option<u32>) -> impl FnOnce(&mut Facts) {
    move |all| all.retain(|own| Some(*own) != fact)
}

/// What one side removed goes, what one side added stays.
fn merge(base: &Facts, ours: &Facts, theirs: &Facts) -> Facts {
    let all = ours.union(theirs).copied();
    all.filter(|fact| !base.contains(fact) || ours.contains(fact) && theirs.contains(fact))
        .collect()
}

/// What is to happen with the disk at the next write or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Unreadable,
    Full,
    Unsure,
    /// Somebody writes between reading and writing.
    Race(u32),
}

#[derive(Debug, PartialEq, Eq)]
struct Refused(&'static str);

#[derive(Debug, Default)]
struct Fake {
    holds: Facts,
    version: u32,
    is_new: bool,
    faults: VecDeque<Fault>,
    /// What was written by those who were faster.
    raced: Facts,
}

impl Fake {
    fn outside(&mut self, change: impl FnOnce(&mut Facts)) {
        change(&mut self.holds);
        self.version += 1;
        self.is_new = false;
    }

    fn fault(&mut self, is: fn(&Fault) -> bool) -> Option<Fault> {
        self.faults.front().copied().filter(is)?;
        self.faults.pop_front()
    }
}

impl Disk for Fake {
    type Visit = Facts;
    type Print = u32;
    type Refused = Refused;

    fn changed(&mut self, known: Option<u32>) -> Result<Option<(Facts, u32)>, Refused> {
        if self.is_new || known == Some(self.version) {
            return Ok(None);
        }
        match self.fault(|fault| *fault == Fault::Unreadable) {
            Some(_) => Err(Refused("unreadable")),
            None => Ok(Some((self.holds.clone(), self.version))),
        }
    }

    fn merge(&mut self, base: &Facts, ours: &Facts, theirs: &Facts) -> Result<Facts, Refused> {
        Ok(merge(base, ours, theirs))
    }

    fn write(
        &mut self,
        visit: &Facts,
        known: Option<u32>,
    ) -> Result<Written<u32, Refused>, Refused> {
        let fault = self.fault(|fault| *fault != Fault::Unreadable);
        match fault {
            Some(Fault::Full) => return Err(Refused("full")),
            Some(Fault::Race(fact)) => {
                self.raced.insert(fact);
                self.outside(with(fact));
            }
            _ => {}
        }
        if (known.is_none() && !self.is_new) || known.is_some_and(|known| known != self.version) {
            return Ok(Written::Beaten);
        }
        self.outside(|all| all.clone_from(visit));
        Ok(match fault {
            Some(Fault::Unsure) => Written::Unsure(self.version, Refused("unsure")),
            _ => Written::Done(self.version),
        })
    }

    fn restless(&mut self) -> Refused {
        Refused("restless")
    }
}

/// The session, as far as it matters here.
#[derive(Debug, Default)]
struct Session {
    has: Facts,
    taken: u64,
}

impl Session {
    fn absorb(&mut self, step: &Incoming<Facts>) {
        assert_eq!(step.number, self.taken + 1, "steps come in order");
        self.has = merge(&step.base, &self.has, &step.merged);
        self.taken = step.number;
    }
}

struct Play {
    disk: Fake,
    ledger: Ledger<Fake>,
    session: Session,
    /// Handed over and not yet seen by the saving thread: the newest wins.
    handed: Option<(Facts, u64)>,
    /// Reports on their way to the session.
    reports: VecDeque<Incoming<Facts>>,
}

impl Play {
    fn new(first: &[u32]) -> Self {
        Self {
            disk: Fake {
                holds: facts(first),
                ..Fake::default()
            },
            ledger: Ledger::new(Arc::new(facts(first)), Some(0)),
            session: Session {
                has: facts(first),
                taken: 0,
            },
            handed: None,
            reports: VecDeque::new(),
        }
    }

    fn commit(&mut self, change: impl FnOnce(&mut Facts)) {
        change(&mut self.session.has);
        self.handed = Some((self.session.has.clone(), self.session.taken));
    }

    fn save(&mut self) -> Result<(), Refused> {
        if let Some((visit, taken)) = self.handed.take() {
            self.ledger.hand_over(Arc::new(visit), taken);
        }
        let mut came = Vec::new();
        let settled = self.ledger.settle(&mut self.disk, &mut came);
        self.reports.extend(came);
        settled
    }

    fn absorb(&mut self) {
        if let Some(step) = self.reports.pop_front() {
            self.session.absorb(&step);
        }
    }
}

#[test]
fn what_the_file_held_is_merged_and_told() {
    let mut play = Play::new(&[1, 2, 3]);
    play.commit(|all| {
        all.remove(&1);
        all.insert(10);
    });
    play.disk.outside(|all| {
        all.remove(&2);
        all.insert(20);
    });
    play.save().unwrap();
    assert_eq!(play.disk.holds, facts(&[3, 10, 20]));
    let step = play.reports[0].clone();
    assert_eq!(*step.base, facts(&[2, 3, 10]));
    assert_eq!(*step.before, facts(&[1, 2, 3]));
    assert_eq!(*step.theirs, facts(&[1, 3, 20]));
    assert_eq!(*step.merged, facts(&[3, 10, 20]));
}

#[test]
fn a_state_from_before_a_step_overwrites_nothing() {
    let mut play = Play::new(&[1]);
    play.disk.outside(with(20));
    play.save().unwrap();
    play.commit(with(10));
    play.save().unwrap();
    assert_eq!(play.disk.holds, facts(&[1, 10, 20]));
    play.absorb();
    assert_eq!(play.session.has, facts(&[1, 10, 20]));
    // What is removed after the step stays removed.
    play.commit(without(Some(20)));
    play.save().unwrap();
    assert_eq!(play.disk.holds, facts(&[1, 10]));
}

#[test]
fn what_others_wrote_alike_is_no_step() {
    let mut play = Play::new(&[1]);
    play.commit(with(2));
    play.disk.outside(with(2));
    play.save().unwrap();
    assert_eq!(play.reports.len(), 0);
    assert_eq!(play.disk.version, 1, "nothing was written");
}

#[test]
fn what_cannot_be_read_is_not_overwritten_and_merged_once_it_can() {
    let mut play = Play::new(&[1]);
    play.commit(with(2));
    play.disk.outside(with(3));
    play.disk.faults.extend([Fault::Unreadable; 2]);
    for _ in 0..2 {
        assert_eq!(play.save(), Err(Refused("unreadable")));
        assert_eq!(play.disk.holds, facts(&[1, 3]));
    }
    play.save().unwrap();
    assert_eq!(play.disk.holds, facts(&[1, 2, 3]));
}

#[test]
fn what_was_read_before_a_write_failed_is_told_once() {
    let mut play = Play::new(&[1]);
    play.commit(with(2));
    play.disk.outside(with(3));
    play.disk.faults.push_back(Fault::Full);
    assert_eq!(play.save(), Err(Refused("full")));
    assert_eq!(play.reports.len(), 1);
    play.absorb();
    play.save().unwrap();
    assert_eq!((play.reports.len(), play.disk.holds.len()), (0, 3));
}

#[test]
fn what_is_not_sure_to_stay_is_written_again() {
    let mut play = Play::new(&[1]);
    play.commit(with(2));
    play.disk.faults.push_back(Fault::Unsure);
    assert_eq!(play.save(), Err(Refused("unsure")));
    play.save().unwrap();
    assert_eq!(play.disk.version, 2);
    play.save().unwrap();
    assert_eq!(play.disk.version, 2, "and then it is");
}

#[test]
fn two_who_make_the_same_new_file_have_one_with_both() {
    let mut play = Play::new(&[1]);
    play.disk.is_new = true;
    play.ledger = Ledger::new(Arc::new(facts(&[1])), None);
    play.commit(with(2));
    play.disk.outside(with(3));
    play.save().unwrap();
    assert_eq!(play.disk.holds, facts(&[1, 2, 3]));
}

#[test]
fn others_who_never_rest_are_given_up_on_and_nothing_is_overwritten() {
    let mut play = Play::new(&[]);
    play.commit(with(1000));
    play.disk.faults.extend((0..10).map(Fault::Race));
    assert_eq!(play.save(), Err(Refused("restless")));
    assert_eq!(play.disk.holds.len(), 10);
    play.save().unwrap();
    assert_eq!(play.disk.holds.len(), 11);
}
