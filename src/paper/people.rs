//! Who takes part: a table for each side in its precedence.

use super::{
    document::{Block, Table},
    pen::{Pen, label},
};
use crate::{
    model::{Participant, Side},
    say,
    words::{Said, capitalised, date, shared},
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
                rows: people
                    .into_iter()
                    .map(|person| self.row(person).into())
                    .collect(),
            }));
        }
        blocks
    }

    fn row(&mut self, person: &'a Participant) -> Vec<String> {
        let [function, organisation] =
            [&person.function, &person.organisation].map(|text| self.text(text));
        let office = [function, organisation]
            .into_iter()
            .filter(|part| !part.is_empty());
        let head = if person.head {
            self.say(shared::HEAD_OF_DELEGATION)
        } else {
            ""
        };
        let labelled = |key: Said, text: &str| match text {
            "" => String::new(),
            text => self.sentence(key, text),
        };
        let parts = [
            head.to_owned(),
            office.collect::<Vec<_>>().join(", "),
            person.group.clone(),
            self.presence(person),
            person.phone.clone(),
            labelled(label(Participant::FIELDS, "contact"), &person.contact),
            labelled(label(Participant::FIELDS, "note"), &person.note.0),
        ];
        let remark = self.prose(&person.remark);
        let about = self.series(&[self.series(&parts).as_str(), remark]);
        vec![capitalised(&self.name_alone(person)), capitalised(&about)]
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
