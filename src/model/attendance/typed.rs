//! An attendance as one types it: `guests, +Keller, -Koch, ?Bouabid`.

use super::{Attendance, Base, Part};
use crate::{
    display,
    model::{
        Id, Kind, Participant, Visit,
        field::Shape,
        reference,
        value::{Entry, Reading, Shaped, Unreadable, View},
    },
    say,
};

const EVERYONE: &[&str] = &["everyone", "all", "alle", "tous", "toutes"];
const GUESTS: &[&str] = &["guests", "gaeste", "invites", "delegation", "la-delegation"];
const HOSTS: &[&str] = &[
    "hosts",
    "gastgeber",
    "accueillants",
    "ville-daccueil",
    "cote-hote",
];
const NOBODY: &[&str] = &["nobody", "none", "niemand", "personne"];

/// Before the name of a group that would be read as something else.
const GROUP: &[&str] = &["group:", "gruppe:", "groupe:"];

/// The base that a term names.
fn read_base(term: &str, visit: &Visit) -> Option<Base> {
    let word = display::fold(term);
    for (words, base) in [
        (EVERYONE, Base::Everyone),
        (GUESTS, Base::Guests),
        (HOSTS, Base::Hosts),
        (NOBODY, Base::Nobody),
    ] {
        if words.contains(&word.as_str()) {
            return Some(base);
        }
    }
    let exactly = groups(visit).find(|group| *group == term);
    let alike = || groups(visit).find(|group| display::fold(group) == word);
    exactly
        .or_else(alike)
        .map(|group| Base::Group(group.to_owned()))
}

/// The groups of a visit, as often as they have members.
fn groups(visit: &Visit) -> impl Iterator<Item = &str> {
    let groups = visit
        .participants
        .iter()
        .map(|person| person.group.as_str());
    groups.filter(|group| !group.is_empty())
}

/// A base as one types it.
fn typed_base(base: &Base, view: View<'_>) -> String {
    let said = base.said(view.lang);
    let is_read_so = || read_base(&said, view.visit).as_ref() == Some(base);
    if terms(&said) == [said.as_str()] && is_read_so() && sign_of(&said).is_none() {
        return said;
    }
    say!(view.lang, "Gruppe:{said}", "group:{said}", "groupe:{said}")
}

/// A participant by name, or by id where the name would be read as everyone, a group and so on.
fn typed_person(id: &Id<Participant>, view: View<'_>) -> String {
    let name = reference::typed(id, view);
    match read_base(&name, view.visit) {
        Some(_) => id.to_string(),
        None => name,
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

/// The sign before a name.
fn sign_of(term: &str) -> Option<char> {
    term.chars()
        .next()
        .filter(|c| matches!(c, '+' | '-' | '?' | '−'))
}

/// A group that is named as such at the beginning of a text, and the rest of the text.
fn split_group<'a>(text: &'a str, visit: &Visit) -> (Option<Base>, &'a str) {
    let named = GROUP.iter().find_map(|word| {
        let (before, named) = text.split_at_checked(word.len())?;
        before
            .eq_ignore_ascii_case(word)
            .then(|| named.trim_start())
    });
    let Some(named) = named else {
        return (None, text);
    };
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([',', ';', '\n', ' ']);
    let begins = |group: &&str| named.strip_prefix(*group).is_some_and(ends);
    let group = groups(visit).filter(begins).max_by_key(|group| group.len());
    let group = group.unwrap_or_else(|| named.split([',', ';', '\n']).next().unwrap_or(named));
    let base = Base::Group(group.trim_end().to_owned());
    (Some(base), &named[group.len()..])
}

impl Attendance {
    /// Reads terms one after the other.
    fn apply_all(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        let (group, rest) = split_group(text, at.visit);
        if let Some(group) = group {
            self.join(&group, group.said(at.lang), at.visit)?;
        }
        let (many, some): (Vec<_>, Vec<_>) = terms(rest)
            .into_iter()
            .map(|term| {
                let sign = sign_of(&term);
                let name = term[sign.map_or(0, char::len_utf8)..].trim().to_owned();
                (sign, read_base(&name, at.visit), name)
            })
            .partition(|(sign, base, _)| base.is_some() && matches!(sign, None | Some('+')));
        for (_, base, name) in many {
            if let Some(base) = base {
                self.join(&base, name, at.visit)?;
            }
        }
        for (sign, base, name) in some {
            match (base, sign) {
                (Some(base), Some('?')) => self.set_all(&base, Some(Part::Optional), at.visit),
                (Some(base), _) => self.leave(&base, at.visit),
                (None, _) => self.apply(sign, &name, at)?,
            }
        }
        Ok(())
    }

    /// All of a base attend too. A second one comes in by the names of its people; where it has
    /// none, so that what was typed would be lost, it is refused.
    fn join(&mut self, base: &Base, typed: String, visit: &Visit) -> Result<(), Unreadable> {
        match (&self.base, base) {
            (_, Base::Nobody) => return Ok(()),
            (Base::Nobody, _) | (_, Base::Everyone) => self.base = base.clone(),
            (own, _) if own == base || *own == Base::Everyone => {}
            _ if !visit.participants.iter().any(|person| base.holds(person)) => {
                return Err(Unreadable::NobodyOf(typed));
            }
            _ => {}
        }
        let held = visit.participants.iter().filter(|p| base.holds(p));
        for person in held {
            if self.part_of(person).is_none() {
                *self = self.with(person, Some(Part::Attends));
            }
        }
        Ok(())
    }

    /// Nobody of a base attends any more.
    fn leave(&mut self, base: &Base, visit: &Visit) {
        self.set_all(base, None, visit);
        if self.base == *base {
            self.base = Base::Nobody;
            self.minus.clear();
        }
    }

    fn set_all(&mut self, base: &Base, part: Option<Part>, visit: &Visit) {
        for person in visit.participants.iter().filter(|p| base.holds(p)) {
            *self = self.with(person, part);
        }
    }

    fn apply(
        &mut self,
        sign: Option<char>,
        name: &str,
        at: &mut Reading<'_>,
    ) -> Result<(), Unreadable> {
        let id = match sign {
            Some('-' | '−') => reference::read_known::<Participant>(name, at)?,
            _ => reference::read::<Participant>(name, at)?,
        };
        self.forget(id.as_str());
        match sign {
            Some('-' | '−') => self.minus.push(id),
            Some('?') => self.optional.push(id),
            _ => self.plus.push(id),
        }
        Ok(())
    }
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
                .map(|id| format!("{sign}{}", typed_person(id, view)))
                .collect::<Vec<_>>()
        };
        let only = self.base == Base::Nobody && !(self.plus.is_empty() && self.optional.is_empty());
        let base = (!only).then(|| typed_base(&self.base, view));
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
        let mut next = self.clone();
        let (group, rest) = split_group(text, at.visit);
        if let Some(group) = group {
            next.leave(&group, at.visit);
        }
        for term in terms(rest) {
            if let Some(base) = read_base(&term, at.visit) {
                next.leave(&base, at.visit);
                continue;
            }
            let id = reference::read_known::<Participant>(&term, at)?;
            let person = at.visit.participants.get(&id);
            let person = person.filter(|person| next.part_of(person).is_some());
            let person = person.ok_or(Unreadable::NotInList(term))?;
            next = next.with(person, None);
        }
        *self = next;
        Ok(())
    }

    fn give_links(&self, give: &mut dyn FnMut(Kind, &str)) {
        for id in [&self.plus, &self.minus, &self.optional]
            .into_iter()
            .flatten()
        {
            give(Kind::Participant, id.as_str());
        }
    }

    fn forget(&mut self, id: &str) {
        for list in self.lists() {
            list.retain(|own| own.as_str() != id);
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
