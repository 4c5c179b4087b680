//! How a person is written in a visit and beside it: names, numbers, and where they stand in a text.

use std::collections::BTreeSet;

use crate::{
    display,
    model::{Name, Participant, Visit, participant::Honorific},
    words::Lang,
};

/// What stands in place of a name that was erased.
pub(super) const NOBODY: &str = "N. N.";
/// A shorter word would hit what is no name.
const SHORTEST: usize = 3;
/// A shorter family name is looked for as a whole word only: "Ott" is no trace of "Otto".
const SHORT_NAME: usize = 5;

/// How a person is written, as far as the records that were seen say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traces {
    /// What stands for this person and nobody else; it is replaced.
    pub(super) words: BTreeSet<String>,
    /// Family names, which others may have too; where one stands is told.
    names: BTreeSet<String>,
}

impl Traces {
    /// Adds what one version of the record says.
    pub fn add(&mut self, person: &Participant) {
        let family = &person.name.family;
        self.names
            .extend((!family.is_empty()).then(|| family.clone()));
        self.words.extend(ways_of_writing(person));
    }

    /// What stands for this person and nobody else who takes part in this visit; what somebody else
    /// has too, such as the telephone of an office, is only told.
    pub(super) fn apart_from_others(&self, visit: &Visit, id: &str) -> Self {
        let others = visit
            .participants
            .iter()
            .filter(|other| other.id.as_str() != id);
        let others: Vec<String> = others.flat_map(ways_of_writing).collect();
        let is_shared = |word: &String| others.iter().any(|other| stands_in(other, word));
        let (shared, words) = self.words.iter().cloned().partition(is_shared);
        let names = &self.names | &shared;
        Self { words, names }
    }

    /// The text without the person, as [`reworded`](Self::reworded) in this visit or beside it.
    pub fn reworded_in(&self, visit: &Visit, id: &str, text: &str) -> Option<String> {
        self.apart_from_others(visit, id).reworded(text)
    }

    /// Adds what another account of the same person says.
    pub fn join(&mut self, other: &Self) {
        self.words.extend(other.words.iter().cloned());
        self.names.extend(other.names.iter().cloned());
    }

    /// Whether nothing is known of the person.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.names.is_empty()
    }

    /// The text without the person; none where the person does not stand in it.
    pub fn reworded(&self, text: &str) -> Option<String> {
        let mut words: Vec<&String> = self.words.iter().collect();
        // "Dr. Keller" must not leave "Stephan" of "Stephan Keller" behind.
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let mut reworded = None;
        for word in words {
            let now = reworded.as_deref().unwrap_or(text);
            if let Some(next) = replaced(now, word) {
                reworded = Some(next);
            }
        }
        reworded
    }

    /// The names as they stand in file names.
    pub fn slugs(&self) -> impl Iterator<Item = String> {
        let names = self
            .names
            .iter()
            .map(|name| display::file_name(name).to_lowercase());
        names.filter(|name| name.chars().count() >= SHORTEST)
    }

    /// Whether the family name stands in a text as it is.
    pub fn has_family(&self, text: &str) -> bool {
        self.names.iter().any(|name| text.contains(name))
    }

    /// Whether this is the person's name, as far as it says both parts.
    pub fn is_name(&self, name: &Name) -> bool {
        !name.given.is_empty()
            && self
                .words
                .contains(&format!("{} {}", name.given, name.family))
    }

    /// Whether a text may still speak of the person.
    pub fn may_stand_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.names.iter().chain(&self.words).any(|name| {
            let name = name.to_lowercase();
            let is_short = name.chars().count() < SHORT_NAME;
            text.match_indices(&name)
                .any(|(at, _)| !is_short || is_whole(&text, at, name.len()))
        })
    }
}

/// What a record says that stands for a person: names in each way of writing them, and numbers.
fn ways_of_writing(person: &Participant) -> Vec<String> {
    let name = &person.name;
    let (given, family) = (&name.given, &name.family);
    let mut words = vec![
        name.full(),
        name.script.clone(),
        person.passport.clone(),
        person.passport_name.clone(),
        person.phone.clone(),
        person.email.clone(),
    ];
    if !family.is_empty() {
        if !given.is_empty() {
            words.push(format!("{given} {family}"));
            words.push(format!("{family} {given}"));
            words.push(format!("{family}, {given}"));
        }
        if !name.title.is_empty() {
            words.push(format!("{} {family}", name.title));
        }
        if name.honorific != Honorific::Unsaid {
            let label = name.honorific.label();
            words.extend(Lang::ALL.map(|lang| format!("{} {family}", label.get(lang))));
        }
    }
    let upper: Vec<String> = words.iter().map(|word| word.to_uppercase()).collect();
    words.extend(upper);
    words.retain(|word| word.chars().count() >= SHORTEST);
    words
}

/// Whether the whole word stands in the text.
fn stands_in(text: &str, word: &str) -> bool {
    let mut found = text.match_indices(word);
    found.any(|(at, _)| is_whole(text, at, word.len()))
}

/// The text with the whole word replaced wherever it stands.
fn replaced(text: &str, word: &str) -> Option<String> {
    let mut out = String::new();
    let mut done = 0;
    for (at, _) in text.match_indices(word) {
        if at >= done && is_whole(text, at, word.len()) {
            out.push_str(&text[done..at]);
            out.push_str(NOBODY);
            done = at + word.len();
        }
    }
    (done > 0).then(|| out + &text[done..])
}

/// Whether no letter or digit stands right before or after.
fn is_whole(text: &str, at: usize, len: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + len..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::fixture::{person, visit};

    fn keller() -> Traces {
        let mut visit = visit(&[]);
        person(
            &mut visit,
            "keller",
            "title=Dr. given=Stephan honorific=mr phone=+49-211-1 script=كيلر",
        );
        let mut traces = Traces::default();
        traces.add(visit.participants.get("keller").unwrap());
        traces
    }

    #[test]
    fn a_name_goes_in_each_way_of_writing_it() {
        for (text, expected) in [
            ("Empfang durch Dr. Stephan keller", "Empfang durch N. N."),
            ("Stephan keller, Dr. keller", "N. N., N. N."),
            ("keller, Stephan", "N. N."),
            ("STEPHAN KELLER", "N. N."),
            ("M. keller arrive", "N. N. arrive"),
            ("Tel. +49-211-1.", "Tel. N. N.."),
            ("كيلر", "N. N."),
        ] {
            assert_eq!(keller().reworded(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["Stephan kellermann", "im keller", "+49-211-12", ""] {
            assert_eq!(keller().reworded(text), None, "{text}");
        }
    }

    #[test]
    fn what_may_still_be_the_person_is_told() {
        for (text, expected) in [
            ("Büro keller", true),
            ("Kellers Rede", true),
            ("Stephan", false),
            ("Büro", false),
        ] {
            assert_eq!(keller().may_stand_in(text), expected, "{text}");
        }
        let mut short = Traces::default();
        short.names.insert("Ott".to_owned());
        assert!(short.may_stand_in("Frau Ott spricht"));
        assert!(!short.may_stand_in("Otto spricht"));
    }
}
