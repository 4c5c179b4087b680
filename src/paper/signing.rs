//! The signing of a letter: who signs for whom, in whose presence.

use super::{
    document::{Detail, Fact},
    pen::{Pen, label},
};
use crate::{
    model::{Item, Letter, letter::Signatory},
    say,
    words::Said,
};

const SIGNATORIES: Said = label(Letter::FIELDS, "signatories");
const WITNESSES: Said = label(Letter::FIELDS, "witnesses");
const DOCUMENT: Said = label(Item::FIELDS, "letter");

impl<'a> Pen<'a> {
    /// The letter that is signed at an item.
    pub(super) fn letter_of(&self, item: &Item) -> Option<&'a Letter> {
        let letters = &self.visit().letters;
        let named = item.letter.as_ref().and_then(|id| letters.get(id));
        named.or_else(|| {
            let mut signed = letters.iter();
            signed.find(|letter| letter.item.as_ref() == Some(&item.id))
        })
    }

    /// What is signed, unless the line's title says it, by whom and in whose presence.
    pub(super) fn signing(&mut self, letter: &'a Letter, title: &str) -> Vec<Detail> {
        let mut details = Vec::new();
        let own_title = self.text(&letter.title);
        if !title.contains(own_title) {
            details.push(Detail::Facts(vec![self.fact(DOCUMENT, own_title)]));
        }
        let mut facts = self.signatories(letter, false);
        let witnesses = self.names(letter.witnesses.iter());
        if !witnesses.is_empty() {
            facts.push(self.fact(WITNESSES, witnesses));
        }
        if !facts.is_empty() {
            details.push(Detail::Facts(facts));
        }
        details
    }

    /// A line for each who signs, with the party for which it is.
    pub(super) fn signatories(&mut self, letter: &'a Letter, in_full: bool) -> Vec<Fact> {
        let mut before: Option<&str> = None;
        let rows = letter.signatories.iter().map(|row| {
            let label = match before.replace(&row.party) {
                Some(party) if party == row.party => String::new(),
                _ => self.party(letter, row),
            };
            Fact {
                label,
                text: self.signatory(row, in_full),
            }
        });
        rows.collect()
    }

    fn party(&mut self, letter: &'a Letter, row: &'a Signatory) -> String {
        if row.party.is_empty() {
            return self.labelled(self.say(SIGNATORIES));
        }
        let name = self.party_called(letter, &row.party);
        say!(
            self.lang,
            "Für {name}:",
            "For {name}:",
            "Pour {name}\u{a0}:",
            "باسم {name}:"
        )
    }

    /// A party in the paper's language, whichever of its names was typed.
    pub(super) fn party_called(&mut self, letter: &'a Letter, name: &'a str) -> &'a str {
        match letter.parties.iter().find(|party| party.is_called(name)) {
            None => name,
            Some(party) if party.short.is_empty() => self.text(&party.name),
            Some(party) => self.text(&party.short),
        }
    }
}
