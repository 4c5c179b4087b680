//! Who takes part: a table for each side in its precedence.

use super::{
    document::{Block, Table},
    pen::{Pen, capitalised, label},
};
use crate::{
    model::{Participant, Side},
    say,
    words::{Said, date, shared},
};

impl<'a> Pen<'a> {
    /// The participants whom the reader may know of, side by side.
    pub(super) fn participants(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (side, title) in [
            (
                Side::Guest,
                Said::new("Delegation", "Delegation", "Délégation"),
            ),
            (
                Side::Host,
                Said::new("Gastgeber", "Hosts", "Ville d’accueil"),
            ),
            (
                Side::Third,
                Said::new("Weitere Personen", "Others", "Autres personnes"),
            ),
        ] {
            let known = self.known;
            let people: Vec<&'a Participant> = known
                .people()
                .filter(|person| person.side == side)
                .collect();
            if people.is_empty() {
                continue;
            }
            blocks.push(Block::Heading(self.say(title).to_owned()));
            blocks.push(Block::Table(Table {
                columns: vec![
                    self.say(label(Participant::FIELDS, "name")).to_owned(),
                    self.say(label(Participant::FIELDS, "function")).to_owned(),
                ],
                rows: people.into_iter().map(|person| self.row(person)).collect(),
            }));
        }
        blocks
    }

    fn row(&mut self, person: &'a Participant) -> Vec<String> {
        let mut parts: Vec<String> = Vec::new();
        if person.head {
            parts.push(capitalised(self.say(shared::HEAD_OF_DELEGATION)));
        }
        parts.push(self.text(&person.function).to_owned());
        parts.push(self.text(&person.organisation).to_owned());
        parts.push(person.group.clone());
        parts.push(self.presence(person));
        parts.push(person.phone.clone());
        let contact = label(Participant::FIELDS, "contact");
        if !person.contact.is_empty() {
            let fact = self.fact(contact, person.contact.as_str());
            parts.push(format!("{} {}", fact.label, fact.text));
        }
        parts.push(self.prose(&person.remark).to_owned());
        parts.push(person.note.0.clone());
        parts.retain(|part| !part.is_empty());
        vec![self.name_alone(person), parts.join("; ")]
    }

    /// "ab 12. November 2024", where somebody is not there all the time.
    fn presence(&self, person: &Participant) -> String {
        let said = |day| date::long(day, self.lang);
        match (
            person.present_from.map(said),
            person.present_until.map(said),
        ) {
            (None, None) => String::new(),
            (Some(from), None) => {
                say!(self.lang, "ab {from}", "from {from}", "à partir du {from}")
            }
            (None, Some(until)) => {
                say!(
                    self.lang,
                    "bis {until}",
                    "until {until}",
                    "jusqu’au {until}"
                )
            }
            (Some(from), Some(until)) => {
                say!(
                    self.lang,
                    "{from} bis {until}",
                    "{from} to {until}",
                    "du {from} au {until}"
                )
            }
        }
    }
}
