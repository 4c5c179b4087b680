//! How people are named: with their function at first mention, then short.

use super::pen::Pen;
use crate::{
    model::{Id, Name, Participant, Who, letter::Signatory, participant::Honorific},
    words::{Lang, joined},
};

/// Where a name stands: German bends what it would put before the name in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum In {
    /// In a list, or after a colon.
    List,
    /// After a preposition.
    Sentence,
}

impl<'a> Pen<'a> {
    /// Somebody's name: with the function at first mention in this paper, then short.
    pub(super) fn name(&mut self, person: &'a Participant, place: In) -> String {
        if self.named.insert(person.id.as_str()) {
            let function = self.text(&person.function);
            self.name_with(person, function)
        } else {
            self.short(person, place)
        }
    }

    /// The names of these people, one after the other.
    pub(super) fn names<'b>(&mut self, ids: impl IntoIterator<Item = &'b Id<Participant>>) -> String
    where
        'a: 'b,
    {
        let visit = self.visit();
        let people = ids.into_iter().filter_map(|id| visit.participants.get(id));
        let people: Vec<&'a Participant> = people.collect();
        self.listed(&people)
    }

    /// The same where they are at hand; functions have commas in them.
    pub(super) fn listed(&mut self, people: &[&'a Participant]) -> String {
        let names = people.iter().map(|person| self.name(person, In::List));
        let names: Vec<String> = names.collect();
        self.series(&names)
    }

    /// Somebody who may not be a participant.
    pub(super) fn who(&mut self, who: &'a Who) -> String {
        match who {
            Who::Nobody => String::new(),
            Who::Named(name) => self.spelled(name),
            Who::Is(id) => match self.visit().participants.get(id) {
                Some(person) => self.name(person, In::List),
                None => String::new(),
            },
        }
    }

    /// A name by itself: with "Herr" before it, it is written as a participant's would be.
    pub(super) fn spelled(&self, name: &str) -> String {
        match Name::with_honorific(name) {
            Some(name) if self.lang == Lang::De => name.full(),
            Some(name) => name.formal(self.lang),
            None => name.to_owned(),
        }
    }

    /// Somebody who signs, in the capacity in which he or she does; in full at first mention, or
    /// wherever that is wanted.
    pub(super) fn signatory(&mut self, row: &'a Signatory, in_full: bool) -> String {
        let capacity = self.text(&row.capacity);
        let person = row
            .person
            .participant()
            .and_then(|id| self.visit().participants.get(id));
        match person {
            Some(person) if self.named.insert(person.id.as_str()) || in_full => {
                let function = match capacity {
                    "" => self.text(&person.function),
                    capacity => capacity,
                };
                self.name_with(person, function)
            }
            Some(person) => self.short(person, In::List),
            None => joined([self.who(&row.person).as_str(), capacity], self.comma()),
        }
    }

    /// The whole name of somebody who signs, for a name card.
    pub(super) fn card(&mut self, row: &'a Signatory) -> String {
        match self.signs(row) {
            Some(person) => self.name_alone(person),
            None => self.who(&row.person),
        }
    }

    /// Name and capacity of somebody who signs, one below the other.
    pub(super) fn name_and_capacity(&mut self, row: &'a Signatory) -> Vec<String> {
        let capacity = match (self.text(&row.capacity), self.signs(row)) {
            ("", Some(person)) => self.text(&person.function),
            (capacity, _) => capacity,
        };
        let lines = [self.card(row), capacity.to_owned()];
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }

    fn signs(&self, row: &Signatory) -> Option<&'a Participant> {
        let id = row.person.participant()?;
        self.visit().participants.get(id)
    }

    /// The name with a function; whoever has none stands for an organisation.
    pub(super) fn name_with(&mut self, person: &'a Participant, function: &'a str) -> String {
        let name = self.name_alone(person);
        let (function, before) = if function.is_empty() {
            (self.text(&person.organisation), false)
        } else {
            let is_one_word = !function.contains(char::is_whitespace);
            (
                function,
                is_one_word && self.lang == Lang::De && person.name.is_known(),
            )
        };
        if function.is_empty() || name.contains(function) {
            name
        } else if before {
            format!("{function} {name}")
        } else {
            format!("{name}{}{function}", self.comma())
        }
    }

    /// The whole name without a function; in Arabic in its own script where that is Arabic.
    pub(super) fn name_alone(&mut self, person: &'a Participant) -> String {
        match (self.text(&person.name_line), self.arabic_name(person)) {
            ("", Some(name)) => name,
            _ => self.latin_name(person),
        }
    }

    /// The whole name as it is spelled with Latin letters.
    pub(super) fn latin_name(&mut self, person: &'a Participant) -> String {
        let line = self.text(&person.name_line);
        if !line.is_empty() {
            line.to_owned()
        } else if !person.name.is_known() {
            person.name_in_list(self.lang)
        } else if self.lang == Lang::De {
            person.name.full()
        } else {
            person.name.formal(self.lang)
        }
    }

    /// The name in Arabic letters, for an Arabic paper.
    fn arabic_name(&self, person: &Participant) -> Option<String> {
        let script = &person.name.script;
        let is_arabic = |letter: char| ('\u{600}'..='\u{6ff}').contains(&letter);
        let is_wanted = self.lang == Lang::Ar && script.chars().any(is_arabic);
        is_wanted.then(|| {
            let before = honorific(person.name.honorific, Lang::Ar);
            let name = [before, &person.name.title_in(Lang::Ar), script].join(" ");
            name.split_whitespace().collect::<Vec<_>>().join(" ")
        })
    }

    /// The name of somebody whom the paper has named before.
    fn short(&mut self, person: &'a Participant, place: In) -> String {
        let name = &person.name;
        let has_namesake = || {
            let mut others = self.visit().participants.iter();
            others.any(|other| other.name.family == name.family && other.id != person.id)
        };
        // Which part of a name in its own script is the family's is not known.
        if name.family.is_empty() || has_namesake() || self.arabic_name(person).is_some() {
            return self.name_alone(person);
        }
        let title = match self.lang {
            Lang::Fr => String::new(),
            lang => name.title_in(lang),
        };
        let before = match self.lang {
            Lang::De => {
                let function = self.text(&person.function);
                let words = function.split_whitespace().count();
                match (words, place) {
                    (1, _) | (2, In::List) => function,
                    (_, In::List) => honorific(name.honorific, Lang::De),
                    (_, In::Sentence) => "",
                }
            }
            Lang::En if !title.is_empty() => "",
            lang => honorific(name.honorific, lang),
        };
        if before.is_empty() && (title.is_empty() || self.lang == Lang::De) {
            return self.name_alone(person);
        }
        let short = [before, &title, &name.family].join(" ");
        short.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn honorific(honorific: Honorific, lang: Lang) -> &'static str {
    match honorific {
        Honorific::Unsaid => "",
        other => other.label().get(lang),
    }
}

#[cfg(test)]
mod tests;
