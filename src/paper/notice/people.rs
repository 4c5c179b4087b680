//! What became of the people: new, gone, replaced, now named, in another order.

use super::{
    Verb,
    compare::{Both, Subject},
};
use crate::{
    audience::Audience,
    model::{AnyRef, FieldInfo, Kind, Participant, Side},
    paper::pen::Pen,
    words::joined,
};

impl<'a> Both<'a> {
    /// Everybody of either version, in precedence.
    pub(super) fn people(&mut self) {
        let (old, new) = (self.old.known, self.new.known);
        let (was, is) = (&old.visit().participants, &new.visit().participants);
        let mut gone: Vec<&'a Participant> = old
            .people()
            .filter(|person| is.get(&person.id).is_none())
            .collect();
        for person in new.people() {
            if let Some(before) = was.get(&person.id) {
                if self.concern.hears_of(Kind::Participant, person.id.as_str()) {
                    self.person(before, person);
                }
                continue;
            }
            let before = gone.iter().position(|before| is_successor(person, before));
            self.person_came(before.map(|at| gone.remove(at)), person);
        }
        for person in gone {
            if self.concern.hears_of(Kind::Participant, person.id.as_str()) {
                let (what, subject) = of_person(&mut self.old, person);
                let said = (what, String::new());
                let verb = self.verb_of_going();
                self.tell(&subject, verb, said);
            }
        }
        self.order();
    }

    fn person_came(&mut self, before: Option<&'a Participant>, person: &'a Participant) {
        let ids = before.iter().chain([&person]).map(|one| one.id.as_str());
        let concerns = ids
            .into_iter()
            .any(|id| self.concern.hears_of(Kind::Participant, id));
        if !concerns {
            return;
        }
        let (what, subject) = of_person(&mut self.new, person);
        let (verb, was) = match before {
            Some(before) => (Verb::Replaced, of_person(&mut self.old, before).0),
            None => (self.verb_of_coming(), String::new()),
        };
        self.tell(&subject, verb, (was, what));
    }

    fn person(&mut self, old: &'a Participant, new: &'a Participant) {
        let (_, subject) = of_person(&mut self.new, new);
        let is_named = !old.name.is_known() && new.name.is_known();
        if is_named {
            let said = self.said((
                |pen: &mut Pen<'a>| pen.name_alone(old),
                |pen: &mut Pen<'a>| pen.in_full(new),
            ));
            self.tell(&subject, Verb::Named, said);
        }
        let both = (AnyRef::Participant(old), AnyRef::Participant(new));
        self.fields(&subject, both, |info| verb_of(info, is_named));
    }

    /// Who goes first now of those who went otherwise before, for those who hold a list of people.
    fn order(&mut self) {
        let lists = [Audience::Internal, Audience::Host, Audience::Delegation];
        if !lists.contains(&self.audience()) || self.new.known.reader().whose.is_some() {
            return;
        }
        for side in Side::ALL {
            let ranked = |one: &Pen<'a>, other: &Pen<'a>| -> Vec<&'a Participant> {
                let (known, others) = (one.known, &other.known.visit().participants);
                let people = known.people().filter(|person| person.side == *side);
                let stayed = people.filter(|person| {
                    others
                        .get(&person.id)
                        .is_some_and(|other| other.side == *side)
                });
                stayed.collect()
            };
            let mut old = ranked(&self.old, &self.new);
            let mut new = ranked(&self.new, &self.old);
            let same = |pair: &(&&Participant, &&Participant)| pair.0.id == pair.1.id;
            let ahead = old.iter().zip(&new).take_while(same).count();
            old.drain(..ahead);
            new.drain(..ahead);
            let behind = old
                .iter()
                .rev()
                .zip(new.iter().rev())
                .take_while(same)
                .count();
            old.truncate(old.len() - behind);
            new.truncate(new.len() - behind);
            let Some(first) = new.first() else { continue };
            let subject = Subject {
                what: side.all_of_them().get(self.lang()).to_owned(),
                ..of_person(&mut self.new, first).1
            };
            let names = |people: Vec<&'a Participant>| {
                move |pen: &mut Pen<'a>| {
                    let names = people.into_iter().map(|person| pen.name_alone(person));
                    let names: Vec<String> = names.collect();
                    names.join(pen.comma())
                }
            };
            let said = self.said((names(old), names(new)));
            self.tell(&subject, Verb::Order, said);
        }
    }
}

/// Somebody in full, and as the subject of a change. For those who only count heads nobody has a
/// name: there it is the side.
fn of_person<'a>(pen: &mut Pen<'a>, person: &'a Participant) -> (String, Subject) {
    let record = AnyRef::Participant(person);
    let what = if pen.known.audience() == Audience::Catering {
        let side = pen.say(person.side.label());
        let parts = [side.to_owned(), person.group.clone(), person.diet.clone()];
        joined(parts, pen.comma())
    } else {
        pen.in_full(person)
    };
    let title = match pen.known.audience() {
        Audience::Catering => pen.say(person.side.label()).to_owned(),
        _ => pen.title_of(record),
    };
    (what, Subject::of(record, title))
}

/// Whether somebody holds the office of somebody who is no longer there.
fn is_successor(person: &Participant, before: &Participant) -> bool {
    person.side == before.side
        && !person.function.is_empty()
        && person.function == before.function
        && person.organisation == before.organisation
}

fn verb_of(info: &FieldInfo, is_named: bool) -> Option<Verb> {
    match info.key {
        "name" | "name_line" | "count" | "function" if is_named => None,
        "function" => Some(Verb::Function),
        // What decides precedence is told as the order that comes of it.
        "rank" | "order" | "since" | "elected" | "foreign" => None,
        _ => Some(Verb::Other),
    }
}
