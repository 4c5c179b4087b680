//! What can be asked for when a paper is made.

use chrono::{NaiveDate, NaiveDateTime};

use crate::{model::value::choice, words::Lang};

choice! {
    /// What becomes of items that may still not take place. The press never hears of them.
    Tentative {
        Mark "mark" ["kennzeichnen", "mark", "signaler"],
        Omit "omit" ["weglassen", "leave out", "omettre"],
    }
}

/// What can be asked for when a paper is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The day, for a paper about one; a visit of one day needs none.
    pub day: Option<NaiveDate>,
    /// The language of the paper.
    pub lang: Lang,
    /// What becomes of items that may still not take place.
    pub tentative: Tentative,
    /// When it is made, by the clock of the visit's home zone.
    pub now: NaiveDateTime,
}
