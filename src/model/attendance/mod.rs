//! Who attends an item: a base such as all guests, plus some, minus some, optional for some.

mod typed;

use serde::{Deserialize, Serialize};

use super::{Id, Participant, Side, value::Entry};
use crate::words::Said;

/// The many from whom an attendance starts; who joins later belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Base {
    /// All participants of the visit.
    #[default]
    Everyone,
    /// All guests.
    Guests,
    /// All hosts.
    Hosts,
    /// All of a named group.
    Group(String),
    /// Nobody but those who are added.
    Nobody,
}

/// Who attends. On disk and in merges it is one unit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Attendance {
    /// The many.
    pub base: Base,
    /// Those who attend besides.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub plus: Vec<Id<Participant>>,
    /// Those of the base who do not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub minus: Vec<Id<Participant>>,
    /// Those who are free to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub optional: Vec<Id<Participant>>,
}

impl Base {
    /// What the base is called.
    pub fn said(&self, lang: crate::words::Lang) -> String {
        let said = match self {
            Self::Everyone => Said::new("alle", "everyone", "tous"),
            Self::Guests => Said::new("Gäste", "guests", "invités"),
            Self::Hosts => Said::new("Gastgeber", "hosts", "ville d’accueil"),
            Self::Nobody => Said::new("niemand", "nobody", "personne"),
            Self::Group(name) => return name.clone(),
        };
        said.get(lang).to_owned()
    }

    /// Whether a participant belongs to it.
    pub fn holds(&self, person: &Participant) -> bool {
        match self {
            Self::Everyone => true,
            Self::Guests => person.side == Side::Guest,
            Self::Hosts => person.side == Side::Host,
            Self::Group(name) => person.group == *name,
            Self::Nobody => false,
        }
    }
}

/// How a participant takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Attends.
    Attends,
    /// May attend.
    Optional,
}

impl Attendance {
    /// Nobody but these.
    pub fn only(people: impl IntoIterator<Item = Id<Participant>>) -> Self {
        Self {
            base: Base::Nobody,
            plus: people.into_iter().collect(),
            ..Self::default()
        }
    }

    /// Everybody of a base.
    pub fn all(base: Base) -> Self {
        Self {
            base,
            ..Self::default()
        }
    }

    /// Whether and how this participant takes part, presence during the visit aside.
    pub fn part_of(&self, person: &Participant) -> Option<Part> {
        if self.minus.contains(&person.id) {
            return None;
        }
        if self.optional.contains(&person.id) {
            return Some(Part::Optional);
        }
        (self.plus.contains(&person.id) || self.base.holds(person)).then_some(Part::Attends)
    }

    /// The same with one participant taking part so, or not at all; what the base says already is
    /// not said again.
    #[must_use]
    pub fn with(&self, person: &Participant, part: Option<Part>) -> Self {
        let mut next = self.clone();
        next.forget(person.id.as_str());
        let list = match (part, next.base.holds(person)) {
            (Some(Part::Optional), _) => &mut next.optional,
            (Some(Part::Attends), false) => &mut next.plus,
            (None, true) => &mut next.minus,
            (Some(Part::Attends), true) | (None, false) => return next,
        };
        list.push(person.id.clone());
        next
    }

    /// The same with one participant in the place of another: whoever of both takes part the more
    /// surely decides.
    #[must_use]
    pub fn succeeded(&self, gone: &Participant, come: &Participant) -> Self {
        let parts = [gone, come].map(|person| self.part_of(person));
        let part = parts.into_iter().flatten().min();
        let place = |list: &[Id<Participant>]| list.iter().position(|id| *id == gone.id);
        let places = [place(&self.plus), place(&self.optional)];
        let mut next = self.clone();
        next.forget(gone.id.as_str());
        if next.part_of(come) == part {
            return next;
        }
        next = next.with(come, part);
        for (list, place) in [&mut next.plus, &mut next.optional].into_iter().zip(places) {
            if let (Some(place), Some(last)) = (place, list.pop_if(|last| *last == come.id)) {
                list.insert(place.min(list.len()), last);
            }
        }
        next
    }

    /// The same with one participant in or out; what the base says already is not said again.
    #[must_use]
    pub fn toggled(&self, person: &Participant) -> Self {
        let was_in = self.part_of(person).is_some();
        self.with(person, (!was_in).then_some(Part::Attends))
    }

    /// The same with one participant free to attend, or bound by the base again.
    #[must_use]
    pub fn with_optional(&self, person: &Participant, optional: bool) -> Self {
        let part = if optional {
            Part::Optional
        } else {
            Part::Attends
        };
        self.with(person, Some(part))
    }

    fn lists(&mut self) -> [&mut Vec<Id<Participant>>; 3] {
        [&mut self.plus, &mut self.minus, &mut self.optional]
    }
}
