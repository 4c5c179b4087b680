//! Every paper that a visit can have: each paper for each audience, day, person and letter.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{ALL, Document, NOTICE, Options, Paper, Refusal, Topic};
use crate::{
    audience::{Audience, Reader, Redacted, Whose, redact},
    model::{Id, Letter, Programme, Visit},
};

/// A paper, for whom it is and what it is about.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Which paper.
    pub paper: Paper,
    /// For whom.
    pub reader: Reader,
    /// Of which day, where it is about one.
    pub day: Option<NaiveDate>,
    /// About which letter, where it is about one.
    pub letter: Option<Id<Letter>>,
}

impl Wanted {
    /// Makes the paper; of the options its own day and letter count.
    pub fn compose(&self, visit: &Visit, options: &Options) -> Result<Document, Refusal> {
        self.compose_for(&redact(visit, self.reader.clone()), options)
    }

    /// The same where what the reader may know is at hand.
    pub fn compose_for(&self, known: &Redacted, options: &Options) -> Result<Document, Refusal> {
        let options = Options {
            day: self.day,
            letter: self.letter.clone(),
            ..options.clone()
        };
        self.paper.compose(known, &options)
    }
}

/// Every paper of a visit for those for whom it is first of all. Some may turn out to be empty.
/// A change notice is none of them: it goes to those who hold an older version.
pub fn usual(visit: &Visit) -> Vec<Wanted> {
    let papers = ALL.iter();
    papers
        .filter(|paper| paper.token != NOTICE.token)
        .flat_map(|paper| of(*paper, paper.audiences[0], visit))
        .collect()
}

/// Every paper of a visit for everybody for whom it can be made. Some may turn out to be empty.
pub fn all(visit: &Visit) -> Vec<Wanted> {
    let papers = ALL.iter();
    papers
        .flat_map(|paper| {
            let audiences = paper.audiences.iter();
            audiences.flat_map(|audience| of(*paper, *audience, visit))
        })
        .collect()
}

/// A paper for an audience: once a day, person or letter that it is about.
pub fn of(paper: Paper, audience: Audience, visit: &Visit) -> Vec<Wanted> {
    let days: Vec<Option<NaiveDate>> = if paper.needs.contains(&Topic::Day) {
        let days = Programme::of(visit).all_days(visit);
        days.into_iter().map(Some).collect()
    } else {
        vec![None]
    };
    let letters: Vec<Option<Id<Letter>>> = if paper.needs.contains(&Topic::Letter) {
        let letters = visit.letters.iter();
        letters.map(|letter| Some(letter.id.clone())).collect()
    } else {
        vec![None]
    };
    let mut wanted = Vec::new();
    for reader in readers(paper, audience, visit) {
        for day in &days {
            for letter in &letters {
                wanted.push(Wanted {
                    paper,
                    reader: reader.clone(),
                    day: *day,
                    letter: letter.clone(),
                });
            }
        }
    }
    wanted
}

/// For whom of an audience a paper is made: where it is about somebody, for each of them.
fn readers(paper: Paper, audience: Audience, visit: &Visit) -> Vec<Reader> {
    if !paper.is_about(Topic::Person) {
        return vec![audience.into()];
    }
    let mut whose: Vec<Option<Whose>> = match audience {
        Audience::Driver => {
            let vehicles = visit.vehicles.iter();
            vehicles
                .map(|vehicle| Some(Whose::Vehicle(vehicle.id.clone())))
                .collect()
        }
        Audience::Interpreter => {
            let interpreters = visit.items.iter().flat_map(|item| item.interpreters.iter());
            let interpreters: BTreeSet<_> = interpreters.collect();
            interpreters
                .into_iter()
                .map(|id| Some(Whose::Person(id.clone())))
                .collect()
        }
        _ => {
            let people = visit.participants.iter();
            people
                .map(|person| Some(Whose::Person(person.id.clone())))
                .collect()
        }
    };
    // What is for one person is for somebody.
    if !paper.needs.contains(&Topic::Person) && audience != Audience::Person {
        whose.insert(0, None);
    }
    whose
        .into_iter()
        .map(|whose| Reader { audience, whose })
        .collect()
}
