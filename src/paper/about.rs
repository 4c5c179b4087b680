//! What a visit is about: its letters, its purpose, who supports it, what it rests on.

use super::{
    document::{Block, Fact},
    pen::{Pen, capitalised, label},
};
use crate::{
    model::{
        Head, Letter,
        head::{LegalBasis, Supporter},
        letter::{Commitment, Validity},
    },
    say,
    words::{Said, date},
};

const STATE: Said = Said::new("Stand", "Status", "État");

impl<'a> Pen<'a> {
    /// Each letter with what is public of it, the newest first.
    pub(super) fn letters(&mut self) -> Vec<Block> {
        let visit = self.visit();
        let mut letters: Vec<&'a Letter> = visit.letters.iter().collect();
        letters.sort_by_key(|letter| std::cmp::Reverse(letter.steps.signed_on()));
        letters
            .into_iter()
            .flat_map(|letter| {
                let title = letter.title_in_list(self.lang, visit.main_lang());
                [
                    Block::Heading(capitalised(&title)),
                    Block::Facts(self.letter(letter)),
                ]
            })
            .collect()
    }

    fn letter(&mut self, letter: &'a Letter) -> Vec<Fact> {
        let mut facts = vec![self.fact(STATE, self.steps(letter))];
        facts.extend(self.signatories(letter, true));
        let texts = [
            (
                label(Letter::FIELDS, "predecessor"),
                self.predecessor(letter),
            ),
            (
                label(Letter::FIELDS, "delay"),
                self.prose(&letter.delay).to_owned(),
            ),
            (label(Letter::FIELDS, "topics"), self.texts(&letter.topics)),
            (label(Letter::FIELDS, "validity"), self.validity(letter)),
            (
                label(Letter::FIELDS, "remark"),
                self.prose(&letter.remark).to_owned(),
            ),
        ];
        self.push_texts(&mut facts, texts);
        let commitments = letter.commitments.iter().map(|row| self.commitment(row));
        let commitments = commitments.collect();
        self.push_list(
            &mut facts,
            label(Letter::FIELDS, "commitments"),
            commitments,
        );
        let supporters = letter
            .supporters
            .iter()
            .map(|row| self.supporter(row))
            .collect();
        self.push_list(&mut facts, label(Letter::FIELDS, "supporters"), supporters);
        let bases = letter
            .legal_bases
            .iter()
            .map(|row| self.legal_basis(row))
            .collect();
        self.push_list(&mut facts, label(Letter::FIELDS, "legal_bases"), bases);
        self.push_texts(
            &mut facts,
            [(label(Letter::FIELDS, "note"), letter.note.0.clone())],
        );
        facts
    }

    /// "unterzeichnet am 12. November 2024; ruhend".
    fn steps(&self, letter: &Letter) -> String {
        if letter.steps.0.is_empty() {
            return self.say(letter.steps.state().label()).to_owned();
        }
        let said = letter.steps.0.iter().map(|step| {
            let state = self.say(step.state.label());
            match step.date.map(|day| date::long(day, self.lang)) {
                None => state.to_owned(),
                Some(day) => say!(
                    self.lang,
                    "{state} am {day}",
                    "{state} on {day}",
                    "{state} le {day}"
                ),
            }
        });
        let said: Vec<String> = said.collect();
        self.series(&said)
    }

    fn predecessor(&self, letter: &Letter) -> String {
        let visit = self.visit();
        let before = letter
            .predecessor
            .as_ref()
            .filter(|own| own.visit.is_none());
        let before = before.and_then(|own| visit.letters.get(&own.letter));
        before.map_or_else(String::new, |before| {
            let title = before.title_in_list(self.lang, visit.main_lang());
            match before.steps.signed_on() {
                Some(day) => format!("{title} ({})", date::long(day, self.lang)),
                None => title,
            }
        })
    }

    fn validity(&self, letter: &Letter) -> String {
        let kind = match letter.validity {
            Validity::Unsaid => "",
            other => self.say(other.label()),
        };
        let until = letter.valid_until.map_or_else(String::new, |day| {
            let day = date::long(day, self.lang);
            say!(self.lang, "bis {day}", "until {day}", "jusqu’au {day}")
        });
        let parts = [kind, &until].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }

    fn commitment(&mut self, row: &'a Commitment) -> String {
        let due = row
            .due
            .map(|day| date::long(day, self.lang))
            .unwrap_or_default();
        let what = self.text(&row.what);
        let more = [row.owner.as_str(), due.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty());
        with_more(what, &more.collect::<Vec<_>>().join(", "))
    }

    /// What the visit is for, about, supported by and resting on.
    pub(super) fn about(&mut self) -> Vec<Block> {
        let head: &'a Head = &self.visit().head;
        let mut facts = Vec::new();
        let texts = [
            (
                label(Head::FIELDS, "purpose"),
                self.prose(&head.purpose).to_owned(),
            ),
            (label(Head::FIELDS, "topics"), self.texts(&head.topics)),
        ];
        self.push_texts(&mut facts, texts);
        for row in head.supporters.iter() {
            let text = self.supporter(row);
            facts.push(Fact {
                label: self.labelled(&capitalised(self.say(row.role.label()))),
                text,
            });
        }
        let bases = head
            .legal_bases
            .iter()
            .map(|row| self.legal_basis(row))
            .collect();
        self.push_list(&mut facts, label(Head::FIELDS, "legal_bases"), bases);
        self.push_texts(
            &mut facts,
            [(label(Head::FIELDS, "note"), head.note.0.clone())],
        );
        let remark = self.prose(&head.remark);
        let mut blocks = Vec::new();
        if !facts.is_empty() || !remark.is_empty() {
            let title = Said::new("Zum Besuch", "About the visit", "À propos de la visite");
            blocks.push(Block::Heading(self.say(title).to_owned()));
        }
        if !facts.is_empty() {
            blocks.push(Block::Facts(facts));
        }
        if !remark.is_empty() {
            blocks.push(Block::Paragraph(remark.to_owned()));
        }
        blocks
    }

    fn supporter(&mut self, row: &'a Supporter) -> String {
        let name = self.text(&row.name);
        with_more(name, self.text(&row.remark))
    }

    fn legal_basis(&mut self, row: &'a LegalBasis) -> String {
        let day = row
            .date
            .map(|day| date::long(day, self.lang))
            .unwrap_or_default();
        let parts = [
            self.text(&row.body),
            &row.number,
            &day,
            self.text(&row.subject),
        ];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }

    fn push_texts<const N: usize>(&self, facts: &mut Vec<Fact>, texts: [(Said, String); N]) {
        let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
        facts.extend(texts.map(|(label, text)| self.fact(label, text)));
    }

    /// One label for several lines.
    fn push_list(&self, facts: &mut Vec<Fact>, label: Said, texts: Vec<String>) {
        for (at, text) in texts.into_iter().enumerate() {
            let fact = self.fact(label, text);
            facts.push(Fact {
                label: if at == 0 { fact.label } else { String::new() },
                ..fact
            });
        }
    }
}

fn with_more(text: &str, more: &str) -> String {
    if more.is_empty() {
        text.to_owned()
    } else {
        format!("{text} ({more})")
    }
}
