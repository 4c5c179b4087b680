//! Papers: each makes a document for one audience in one language, whatever its format will be.

mod about;
mod day;
mod document;
mod facts;
mod letters;
mod line;
mod names;
mod options;
mod pen;
mod people;
mod place;
mod present;
mod programme;
mod refusal;
mod remark;
mod schedule;
mod signing;
mod speeches;
mod transport;
mod when;

pub use document::{Block, Detail, Document, Fact, Foot, Head, Line, Stretch, Table};
pub use options::{Options, Tentative};
pub use refusal::Refusal;
pub use remark::Remark;

use crate::{audience::Redacted, words::Said};

/// A paper that can be made of a visit.
#[derive(Debug, Clone, Copy)]
pub struct Paper {
    /// The English word that names it in arguments.
    pub token: &'static str,
    /// What a person calls it.
    pub label: Said,
    /// What it is for.
    pub hint: Said,
    /// Whether it is about one day, which then has to be said.
    pub of_one_day: bool,
    compose: fn(&Redacted, &Options) -> Result<Document, Refusal>,
}

/// Every paper, in the order in which they are offered.
pub const ALL: &[Paper] = &[day::PAPER, programme::PAPER];

impl Paper {
    /// The paper of this token.
    pub fn named(token: &str) -> Option<Self> {
        ALL.iter().find(|paper| paper.token == token).copied()
    }

    /// Makes the paper of what its audience may know.
    pub fn compose(self, known: &Redacted, options: &Options) -> Result<Document, Refusal> {
        match options.tentative {
            Tentative::Mark => (self.compose)(known, options),
            Tentative::Omit => (self.compose)(&known.certain(), options),
        }
    }
}
