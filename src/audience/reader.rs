//! Whom a paper is for: an audience, and one of it where the paper is for that one alone.

use super::Audience;
use crate::model::{Id, Participant, Vehicle};

/// The one of an audience whom a paper is for or about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// A participant.
    Person(Id<Participant>),
    /// Whoever drives a vehicle.
    Vehicle(Id<Vehicle>),
}

impl Whose {
    /// The id of the record that it is.
    pub fn id(&self) -> &str {
        match self {
            Self::Person(id) => id.as_str(),
            Self::Vehicle(id) => id.as_str(),
        }
    }
}

/// Whom a paper is for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Reader {
    /// What may be known.
    pub audience: Audience,
    /// Whom of all it concerns; everybody where nobody is named.
    pub whose: Option<Whose>,
}

impl Reader {
    /// One person as part of an audience.
    pub const fn person(audience: Audience, id: Id<Participant>) -> Self {
        Self {
            audience,
            whose: Some(Whose::Person(id)),
        }
    }

    /// The participant whom it concerns alone.
    pub const fn participant(&self) -> Option<&Id<Participant>> {
        match &self.whose {
            Some(Whose::Person(id)) => Some(id),
            _ => None,
        }
    }

    /// The participant who is handed the paper: what is made for one person or one interpreter. What
    /// others hold about somebody is not for that one to read.
    pub fn holder(&self) -> Option<&Id<Participant>> {
        let is_own = matches!(self.audience, Audience::Person | Audience::Interpreter);
        self.participant().filter(|_| is_own)
    }

    /// The vehicle whose driver it concerns alone.
    pub const fn vehicle(&self) -> Option<&Id<Vehicle>> {
        match &self.whose {
            Some(Whose::Vehicle(id)) => Some(id),
            _ => None,
        }
    }
}

impl From<Audience> for Reader {
    fn from(audience: Audience) -> Self {
        Self {
            audience,
            whose: None,
        }
    }
}
