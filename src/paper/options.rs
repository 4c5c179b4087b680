//! What can be asked for when a paper is made.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use crate::{
    audience::Redacted,
    model::{Id, Letter, value::choice},
    words::Lang,
};

choice! {
    /// What becomes of items that may still not take place. The press never hears of them.
    Tentative {
        Mark "mark" ["kennzeichnen", "mark", "signaler"],
        Omit "omit" ["weglassen", "leave out", "omettre"],
    }
}

/// Which version of the visit a paper shows. Times are by the clock of the visit's home zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// Not issued; its "Stand" is when it is made.
    Draft {
        /// When it is made.
        now: NaiveDateTime,
        /// The issue that was changed since, if there was one.
        after: Option<u32>,
    },
    /// As it went out.
    Issue {
        /// Its number, from 1.
        number: u32,
        /// Its "Stand": when it was issued.
        at: NaiveDateTime,
    },
}

impl Edition {
    /// Its "Stand".
    pub const fn at(self) -> NaiveDateTime {
        match self {
            Self::Draft { now, .. } => now,
            Self::Issue { at, .. } => at,
        }
    }
}

/// What a reader knew before, to be compared with what is known now.
#[derive(Debug, Clone, PartialEq)]
pub struct Since {
    /// The older visit, as the same reader might know it.
    pub known: Redacted,
    /// Which version that was.
    pub edition: Edition,
}

/// What can be asked for when a paper is made, besides whom it is for.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// The day, for a paper about one; a visit of one day needs none.
    pub day: Option<NaiveDate>,
    /// The letter, for a paper about one; a visit with one letter to sign needs none.
    pub letter: Option<Id<Letter>>,
    /// The language of the paper.
    pub lang: Lang,
    /// What becomes of items that may still not take place.
    pub tentative: Tentative,
    /// Which version of the visit it shows.
    pub edition: Edition,
    /// With what it is compared: changed lines are marked, and a change notice tells of them.
    pub since: Option<Arc<Since>>,
}

impl Options {
    /// The same, what it is compared with being without what might still not take place.
    pub(super) fn without_tentative(&self) -> Self {
        let certain = |since: &Arc<Since>| {
            Arc::new(Since {
                known: since.known.certain().into_owned(),
                edition: since.edition,
            })
        };
        Self {
            since: self.since.as_ref().map(certain),
            ..self.clone()
        }
    }

    /// A draft made at a time of the visit's home zone, about nothing in particular.
    pub const fn draft(lang: Lang, now: NaiveDateTime) -> Self {
        Self {
            day: None,
            letter: None,
            lang,
            tentative: Tentative::Mark,
            edition: Edition::Draft { now, after: None },
            since: None,
        }
    }
}
