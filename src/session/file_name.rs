//! Sensible names for the files of papers.

use super::order::{Order, Source};
use crate::{
    audience::{Audience, Whose},
    display,
    model::{Text, Visit, head::Direction},
    paper::{self, Edition},
    words::{Lang, Said, shared},
};

/// The longest name without its extension, in bytes.
const LONGEST: usize = 72;

impl Order {
    /// Whose visit, which day, which paper, for whom, about which letter, in which languages, which
    /// issue; with the extension. What is ordered decides and nothing else, so that a paper has one
    /// name wherever it is made; names of one visit's papers differ, and begin alike.
    pub fn file_name(&self, source: &Source) -> String {
        let (wanted, visit) = (&self.wanted, &*source.visit);
        let day = wanted.day.or(visit.head.first);
        let day = day.map_or_else(String::new, |day| day.format("%Y-%m-%d").to_string());
        let beside = self.beside.filter(|beside| *beside != self.lang);
        let issue = match source.edition {
            Edition::Issue { number, .. } => {
                format!("{} {number}", latin(shared::ISSUE, self.lang))
            }
            Edition::Draft { .. } => String::new(),
        };
        let paper = spelt(latin(wanted.paper.label, self.lang));
        let about = |whose| {
            let parts = [day.clone(), paper.clone(), self.for_whom(whose)];
            parts.join("-").trim_matches('-').to_owned()
        };
        let version = spelt(&format!(
            "{} {} {} {issue}",
            self.letter(visit).unwrap_or_default(),
            self.lang.code(),
            beside.map_or("", Lang::code),
        ));
        // The end tells papers of one visit apart, so that it is the beginning that gives way, and of a
        // name too long for that the end of the id stands for it.
        let room = LONGEST.saturating_sub(version.len() + 1);
        let whole = about(self.whose(visit));
        let about = if whole.len() <= room {
            whole
        } else {
            let reader = &wanted.reader;
            let in_short = reader.whose.as_ref().map(|own| end_of(own.id()).to_owned());
            cut(about(in_short), room)
        };
        let rest = format!("{about}-{version}");
        let name = cut(self.partner(visit), LONGEST.saturating_sub(rest.len() + 1));
        let name = format!("{name}-{rest}");
        format!("{}.{}", name.trim_matches('-'), self.format.extension)
    }

    /// The place of the partner, or the title of the visit.
    fn partner(&self, visit: &Visit) -> String {
        let (head, main) = (&visit.head, visit.main_lang());
        let partner = match head.direction {
            Direction::Incoming => &head.guest_place,
            Direction::Outgoing => &head.host_place,
        };
        let texts = [partner, &head.title].map(|text| spelt(latin_text(text, self.lang, main)));
        let known = texts.into_iter().find(|text| !text.is_empty());
        known.unwrap_or_else(|| spelt(latin(shared::VISIT, self.lang)))
    }

    /// The audience, or the one of it whom the paper is for; both where others hold it about
    /// somebody.
    fn for_whom(&self, whose: Option<String>) -> String {
        let reader = &self.wanted.reader;
        let audience = spelt(latin(reader.audience.label(), self.lang));
        let is_own = matches!(
            reader.audience,
            Audience::Person | Audience::Interpreter | Audience::Driver
        );
        match whose {
            None => audience,
            Some(name) if is_own => name,
            Some(name) => format!("{audience}-{name}"),
        }
    }

    /// The one whom the paper is for or about alone: by the id where the name can't be spelt, or is
    /// that of another too.
    fn whose(&self, visit: &Visit) -> Option<String> {
        let whose = self.wanted.reader.whose.as_ref()?;
        let names: Vec<(&str, String)> = match whose {
            Whose::Person(_) => {
                let people = visit.participants.iter();
                people
                    .map(|person| (person.id.as_str(), person.name_in_list(self.lang)))
                    .collect()
            }
            Whose::Vehicle(_) => {
                let vehicles = visit.vehicles.iter();
                vehicles
                    .map(|own| (own.id.as_str(), format!("{} {}", own.name, own.driver)))
                    .collect()
            }
        };
        let names: Vec<(&str, String)> = names
            .into_iter()
            .map(|(id, name)| (id, spelt(&name)))
            .collect();
        let (id, name) = names.iter().find(|(id, _)| *id == whose.id())?;
        let alike = names.iter().filter(|(_, other)| other == name).count();
        Some(if name.is_empty() || alike > 1 {
            (*id).to_owned()
        } else {
            name.clone()
        })
    }

    /// The letter that the paper is about, where it is not the only one that is signed: by the end
    /// of its id, which tells it apart.
    fn letter<'a>(&'a self, visit: &Visit) -> Option<&'a str> {
        let letter = self.wanted.letter.as_ref()?;
        (paper::only_signed(visit) != Some(letter)).then_some(end_of(letter.as_str()))
    }
}

/// The end of an id, which tells it apart.
fn end_of(id: &str) -> &str {
    let mut dashes = id.rmatch_indices('-').map(|(at, _)| at + 1);
    dashes.nth(1).map_or(id, |at| &id[at..])
}

/// A text as file names spell it, empty where it has no Latin letters.
fn spelt(text: &str) -> String {
    if display::slug(text).is_empty() {
        return String::new();
    }
    display::file_name(text).to_ascii_lowercase()
}

/// As many whole words as there is room for.
fn cut(mut name: String, room: usize) -> String {
    while name.len() > room {
        name.truncate(name.rfind('-').unwrap_or(0));
    }
    name
}

/// A word as a file name can spell it: in English where the language has no Latin letters.
fn latin(said: Said, lang: Lang) -> &'static str {
    if lang.is_right_to_left() {
        said.get(Lang::En)
    } else {
        said.get(lang)
    }
}

/// The same of a text of the visit, which else is in its main language.
fn latin_text(text: &Text, lang: Lang, main: Lang) -> &str {
    let lang = if lang.is_right_to_left() { main } else { lang };
    text.get(lang, main)
}

#[cfg(test)]
mod tests;
