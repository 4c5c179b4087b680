//! What a visit is about: its purpose, who supports it, what it rests on.

use super::{
    document::{Block, Fact},
    pen::{Pen, label},
};
use crate::{
    audience::Audience,
    model::{
        Head,
        head::{LegalBasis, Supporter},
    },
    words::{Said, capitalised, date, joined},
};

impl<'a> Pen<'a> {
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
        // Papers for the press have it at their foot.
        let press_contact = match self.known.audience() {
            Audience::Press => String::new(),
            _ => head.press_contact.clone(),
        };
        let others = [
            (label(Head::FIELDS, "press_contact"), press_contact),
            (label(Head::FIELDS, "note"), head.note.0.clone()),
        ];
        self.push_texts(&mut facts, others);
        let remark = self.prose(&head.remark);
        let mut blocks = Vec::new();
        if !facts.is_empty() || !remark.is_empty() {
            let title = Said::new("Zum Besuch", "About the visit", "À propos de la visite")
                .ar("حول الزيارة");
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

    pub(super) fn supporter(&mut self, row: &'a Supporter) -> String {
        let name = self.text(&row.name);
        with_more(name, self.text(&row.remark))
    }

    pub(super) fn legal_basis(&mut self, row: &'a LegalBasis) -> String {
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
        joined(parts, self.comma())
    }

    pub(super) fn push_texts(
        &self,
        facts: &mut Vec<Fact>,
        texts: impl IntoIterator<Item = (Said, String)>,
    ) {
        let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
        facts.extend(texts.map(|(label, text)| self.fact(label, text)));
    }

    /// One label for several lines.
    pub(super) fn push_list(&self, facts: &mut Vec<Fact>, label: Said, texts: Vec<String>) {
        for (at, text) in texts.into_iter().enumerate() {
            let fact = self.fact(label, text);
            facts.push(Fact {
                label: if at == 0 { fact.label } else { String::new() },
                ..fact
            });
        }
    }
}

/// "text (more)", where there is more.
pub(super) fn with_more(text: &str, more: &str) -> String {
    if more.is_empty() {
        text.to_owned()
    } else {
        format!("{text} ({more})")
    }
}
