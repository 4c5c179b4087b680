//! Papers: each makes a document for one audience in one language, whatever its format will be.

mod about;
mod address;
mod body;
mod call;
mod calls;
mod card;
mod checklist;
mod columns;
mod day;
mod days;
mod delegation;
mod document;
mod driver;
mod due;
mod eaters;
mod facts;
mod frame;
mod greeting;
mod heads;
mod interpreter;
mod letters;
mod line;
mod meals;
mod names;
mod notice;
mod occasion;
mod options;
mod passengers;
mod pen;
mod people;
mod person;
mod place;
mod present;
mod press_note;
mod press_programme;
mod programme;
mod refusal;
mod register;
mod remark;
mod report;
mod ride;
mod role;
mod rooms;
mod run_sheet;
mod schedule;
mod seating;
mod security;
pub mod set;
mod signing;
mod speaking;
mod speeches;
mod table_order;
mod transport;
mod when;

pub use document::{
    Block, Check, Detail, Document, Fact, Foot, Head, Line, Mailbox, Posting, Row, Sheet,
    Signature, Stretch, Table,
};
pub use notice::{Change, Verb, changes};
pub use options::{Edition, Options, Since, Tentative};
pub use refusal::Refusal;
pub use remark::Remark;
pub use run_sheet::only_signed;

use crate::{
    audience::{Audience, Redacted},
    words::Said,
};

/// For whom the programme is: whoever needs all of it.
const OF_THE_PROGRAMME: &[Audience] = &[
    Audience::Delegation,
    Audience::Internal,
    Audience::Press,
    Audience::Host,
];

/// What a paper can be about, besides the visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// One day.
    Day,
    /// One participant, or whoever drives a vehicle.
    Person,
    /// One letter.
    Letter,
}

/// A paper that can be made of a visit.
#[derive(Debug, Clone, Copy)]
pub struct Paper {
    /// The English word that names it in arguments.
    pub token: &'static str,
    /// What a person calls it.
    pub label: Said,
    /// What it is for.
    pub hint: Said,
    /// What has to be named for it, unless the visit has only one.
    pub needs: &'static [Topic],
    /// What may be named besides, to have less on it.
    pub takes: &'static [Topic],
    /// For whom it may be made; the first where nobody is named.
    pub audiences: &'static [Audience],
    compose: fn(&Redacted, &Options) -> Result<Document, Refusal>,
}

/// The change notice: the only paper that goes to nobody but those who hold an older version.
pub const NOTICE: Paper = notice::PAPER;

/// Every paper, in the order in which they are offered.
pub const ALL: &[Paper] = &[
    day::PAPER,
    programme::PAPER,
    delegation::PAPER,
    greeting::PAPER,
    speaking::PAPER,
    seating::PAPER,
    rooms::PAPER,
    meals::PAPER,
    security::PAPER,
    NOTICE,
    person::PAPER,
    card::PAPER,
    calls::PAPER,
    driver::PAPER,
    interpreter::PAPER,
    press_programme::PAPER,
    press_note::PAPER,
    run_sheet::PAPER,
    checklist::PAPER,
    report::PAPER,
    register::PAPER,
];

impl Paper {
    /// The paper of this token.
    pub fn named(token: &str) -> Option<Self> {
        ALL.iter().find(|paper| paper.token == token).copied()
    }

    /// Whether it is, or can be, about such a thing.
    pub fn is_about(self, topic: Topic) -> bool {
        self.needs.contains(&topic) || self.takes.contains(&topic)
    }

    /// Makes the paper of what its reader may know.
    pub fn compose(self, known: &Redacted, options: &Options) -> Result<Document, Refusal> {
        if !self.audiences.contains(&known.audience()) {
            return Err(Refusal::NotForThem {
                paper: self.token,
                audiences: self.audiences,
            });
        }
        match options.tentative {
            Tentative::Mark => (self.compose)(known, options),
            Tentative::Omit => (self.compose)(&known.certain(), &options.without_tentative()),
        }
    }
}
