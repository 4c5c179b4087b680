//! Who attends an item: a base such as all guests, plus some, minus some, optional for some.

use serde::{Deserialize, Serialize};

use super::{
    Id, Kind, Participant, Side,
    field::Shape,
    reference::{self, is_word},
    value::{Entry, Link, Reading, Shaped, Unreadable, View},
};
use crate::{display, words::Said};

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

const EVERYONE: &[&str] = &["everyone", "all", "alle", "tous", "toutes"];
const GUESTS: &[&str] = &["guests", "gaeste", "invites", "delegation", "la-delegation"];
const HOSTS: &[&str] = &[
    "hosts",
    "gastgeber",
    "accueillants",
    "ville-d-accueil",
    "cote-hote",
];
const NOBODY: &[&str] = &["nobody", "none", "niemand", "personne"];

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

    fn read(text: &str, at: &Reading<'_>) -> Option<Self> {
        for (words, base) in [
            (EVERYONE, Self::Everyone),
            (GUESTS, Self::Guests),
            (HOSTS, Self::Hosts),
            (NOBODY, Self::Nobody),
        ] {
            if is_word(text, words) {
                return Some(base);
            }
        }
        let typed = display::fold(text);
        at.visit
            .participants
            .iter()
            .map(|person| &person.group)
            .find(|group| !group.is_empty() && display::fold(group) == typed)
            .map(|group| Self::Group(group.clone()))
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

    /// The same with one participant in or out; what the base says already is not said again.
    #[must_use]
    pub fn toggled(&self, person: &Participant) -> Self {
        let mut next = self.clone();
        let was_in = self.part_of(person).is_some();
        next.forget(person.id.as_str());
        match (was_in, next.base.holds(person)) {
            (true, true) => next.minus.push(person.id.clone()),
            (false, false) => next.plus.push(person.id.clone()),
            _ => {}
        }
        next
    }

    /// The same with one participant free to attend, or bound by the base again.
    #[must_use]
    pub fn with_optional(&self, person: &Participant, optional: bool) -> Self {
        let mut next = self.clone();
        next.forget(person.id.as_str());
        if optional {
            next.optional.push(person.id.clone());
        } else if !next.base.holds(person) {
            next.plus.push(person.id.clone());
        }
        next
    }

    fn lists(&mut self) -> [&mut Vec<Id<Participant>>; 3] {
        [&mut self.plus, &mut self.minus, &mut self.optional]
    }

    fn apply(&mut self, sign: char, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        let id = reference::read::<Participant>(text, at)?;
        self.forget(id.as_str());
        match sign {
            '-' => self.minus.push(id),
            '?' => self.optional.push(id),
            _ => self.plus.push(id),
        }
        Ok(())
    }

    /// Reads terms such as `guests, +Keller, -Koch, ?Bouabid`.
    fn apply_all(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        for term in terms(text) {
            let (sign, name) = match term.chars().next() {
                Some(sign @ ('+' | '-' | '?' | '−')) => (
                    if sign == '−' { '-' } else { sign },
                    term[sign.len_utf8()..].trim(),
                ),
                _ => ('+', term.as_str()),
            };
            match Base::read(name, at) {
                Some(base) if sign == '+' => self.base = base,
                _ => self.apply(sign, name, at)?,
            }
        }
        Ok(())
    }
}

/// The terms of a typed attendance: separated by commas, or by a sign with a space on both sides.
fn terms(text: &str) -> Vec<String> {
    let text = text
        .replace(" + ", ", +")
        .replace(" - ", ", -")
        .replace(" − ", ", -")
        .replace(" ? ", ", ?");
    text.split([',', ';', '\n'])
        .map(|term| term.trim().to_owned())
        .filter(|term| !term.is_empty())
        .collect()
}

impl Shaped for Attendance {
    const SHAPE: Shape = Shape::Attendance;
}

impl Entry for Attendance {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn typed(&self, view: View<'_>) -> String {
        let signed = |sign: &'static str, list: &[Id<Participant>]| {
            list.iter()
                .map(|id| format!("{sign}{}", reference::typed(id, view)))
                .collect::<Vec<_>>()
        };
        let only = self.base == Base::Nobody && !(self.plus.is_empty() && self.optional.is_empty());
        let base = (!only).then(|| self.base.said(view.lang));
        base.into_iter()
            .chain(signed(if only { "" } else { "+" }, &self.plus))
            .chain(signed("-", &self.minus))
            .chain(signed("?", &self.optional))
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// What names no base means nobody but those named, unless it only adds or takes away.
    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        let mut next = Self {
            base: Base::Nobody,
            ..Self::default()
        };
        next.apply_all(text, at)?;
        *self = next;
        Ok(())
    }

    fn add(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        self.apply_all(text, at)
    }

    fn take(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        for term in terms(text) {
            let id = reference::read::<Participant>(&term, at)?;
            let person = at
                .visit
                .participants
                .get(&id)
                .ok_or_else(|| Unreadable::NotInList(term.clone()))?;
            if self.part_of(person).is_none() {
                return Err(Unreadable::NotInList(term));
            }
            *self = self.toggled(person);
        }
        Ok(())
    }

    fn links(&self) -> Vec<Link> {
        let all = [&self.plus, &self.minus, &self.optional]
            .into_iter()
            .flatten();
        all.map(|id| Link {
            kind: Kind::Participant,
            id: id.to_string(),
        })
        .collect()
    }

    fn forget(&mut self, id: &str) {
        for list in self.lists() {
            list.retain(|own| own.as_str() != id);
        }
    }

    fn relink(&mut self, from: &str, to: &str) {
        for list in self.lists() {
            reference::relink_all(list, from, to);
        }
    }

    fn list_beside(&mut self, beside: &str, id: &str) {
        for list in self.lists() {
            reference::list_beside(list, beside, id);
        }
    }

    fn texts(&self, _: View<'_>, give: &mut dyn FnMut(&str)) {
        if let Base::Group(name) = &self.base {
            give(name);
        }
    }
}
