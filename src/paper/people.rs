//! Who takes part: a table for each side in its precedence.

use super::{
    body,
    columns::row,
    document::{Block, Table},
    pen::{Pen, label},
};
use crate::{
    model::{Kind, Participant, Side, participant::Honorific},
    say,
    words::{Lang, Said, capitalised, date, joined, shared},
};

/// What stands above the people of a side.
pub(super) const fn title_of(side: Side) -> Said {
    match side {
        Side::Guest => Said::new("Delegation", "Delegation", "Délégation").ar("الوفد"),
        Side::Host => Said::new("Gastgeber", "Hosts", "Ville d’accueil").ar("الجهة المضيفة"),
        Side::Third => {
            Said::new("Weitere Personen", "Others", "Autres personnes").ar("أشخاص آخرون")
        }
    }
}

impl<'a> Pen<'a> {
    /// The participants whom the reader may know of, side by side.
    pub(super) fn participants(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for side in Side::ALL {
            let people = self.of_side(*side);
            if people.is_empty() {
                continue;
            }
            blocks.push(Block::Heading(self.say(title_of(*side)).to_owned()));
            let rows = people.iter().map(|person| {
                let changed = self.is_changed(Kind::Participant, &person.id);
                row(changed, self.row(person))
            });
            let rows = rows.collect();
            let table = Table {
                columns: vec![
                    self.say(label(Participant::FIELDS, "name")).to_owned(),
                    self.say(label(Participant::FIELDS, "function")).to_owned(),
                ],
                rows,
            };
            blocks.push(Block::Table(table));
        }
        blocks
    }

    /// The participants of a side whom the reader may know of, in their precedence.
    pub(super) fn of_side(&self, side: Side) -> Vec<&'a Participant> {
        let people = self.known.people();
        people.filter(|person| person.side == side).collect()
    }

    /// Whether somebody of neither side is there to interpret.
    pub(super) fn interprets(&self, person: &Participant) -> bool {
        let mut items = self.visit().items.iter();
        person.side == Side::Third && items.any(|item| item.interpreters.contains(&person.id))
    }

    /// "Delegationsleitung; Bürgermeisterin, Stadt Exempel": what somebody is here.
    pub(super) fn office(&mut self, person: &'a Participant) -> String {
        let office = self.function_and_body(person);
        let head = if person.head && self.lang == Lang::Fr && person.name.honorific == Honorific::Ms
        {
            "cheffe de délégation"
        } else if person.head {
            self.say(shared::HEAD_OF_DELEGATION)
        } else {
            ""
        };
        self.series(&[head, &office])
    }

    /// "Bürgermeisterin, Stadt Exempel", and of "maire d’Exemple, Ville d’Exemple" only the function.
    pub(super) fn function_and_body(&mut self, person: &'a Participant) -> String {
        let [function, body] = [&person.function, &person.organisation].map(|text| self.text(text));
        if body::is_named(function, body) {
            return function.to_owned();
        }
        joined([function, body], self.comma())
    }

    fn row(&mut self, person: &'a Participant) -> Vec<String> {
        let office = self.office(person);
        let labelled = |key: Said, text: &str| match text {
            "" => String::new(),
            text => self.sentence(key, text),
        };
        let parts = [
            office,
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
    pub(super) fn presence(&self, person: &Participant) -> String {
        let said = |day| date::long(day, self.lang);
        match (
            person.present_from.map(said),
            person.present_until.map(said),
        ) {
            (None, None) => String::new(),
            (Some(from), None) => {
                say!(
                    self.lang,
                    "ab {from}",
                    "from {from}",
                    "à partir du {from}",
                    "ابتداء من {from}"
                )
            }
            (None, Some(until)) => {
                say!(
                    self.lang,
                    "bis {until}",
                    "until {until}",
                    "jusqu’au {until}",
                    "إلى غاية {until}"
                )
            }
            (Some(from), Some(until)) => {
                say!(
                    self.lang,
                    "{from} bis {until}",
                    "{from} to {until}",
                    "du {from} au {until}",
                    "من {from} إلى {until}"
                )
            }
        }
    }
}
