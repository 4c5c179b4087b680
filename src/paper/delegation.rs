//! The delegation list: who takes part, side by side, each in its precedence.

use super::{
    Block, Document, Options, Paper, Refusal, Sheet,
    columns::{NUMBER, row, table_of},
    pen::{Pen, label},
    people::title_of,
};
use crate::{
    audience::{Audience, Redacted},
    model::{Kind, Participant, Side},
    words::{Said, capitalised},
};

pub(super) const PAPER: Paper = Paper {
    token: "delegation",
    label: Said::new(
        "Delegationsliste",
        "delegation list",
        "liste de la délégation",
    )
    .ar("لائحة الوفد"),
    hint: Said::new(
        "Die Teilnehmenden jeder Seite in protokollarischer Rangfolge",
        "The participants of each side in precedence",
        "Les participants de chaque partie par ordre de préséance",
    ),
    needs: &[],
    takes: &[],
    audiences: &[
        Audience::Delegation,
        Audience::Internal,
        Audience::Host,
        Audience::Press,
    ],
    compose,
};

/// What the visit lacks for any list of people.
pub(super) const NOBODY_YET: Said = Said::new(
    "es ist noch niemand eingetragen",
    "nobody has been entered yet",
    "personne n’est encore inscrit",
);

const OFFICE: Said = Said::new(
    "Funktion, Organisation",
    "Function, organisation",
    "Fonction, organisme",
)
.ar("الصفة والهيئة");
const MORE: Said = Said::new("Angaben", "Details", "Précisions").ar("معلومات");
const REACH: Said = Said::new("Erreichbar", "Reached at", "Coordonnées").ar("للاتصال");
const SCRIPT: Said =
    Said::new("Eigene Schrift", "Own script", "Écriture d’origine").ar("الاسم بالكتابة الأصلية");

const NATIVE: Said = Said::new("Muttersprache", "native", "langue maternelle").ar("اللغة الأم");

/// More columns than stand beside each other on an upright page.
const UPRIGHT: usize = 5;

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let mut pen = Pen::new(known, options);
    let mut body = Vec::new();
    for side in Side::ALL {
        let people = pen.of_side(*side);
        if people.is_empty() {
            continue;
        }
        // The press does not hear of everybody, so their number would be wrong.
        let heads = match known.audience() {
            Audience::Press => String::new(),
            _ => pen.heads(&people),
        };
        let title = pen.say(title_of(*side));
        body.push(Block::Heading(format!("{title}{heads}")));
        body.push(pen.list(&people));
    }
    if body.is_empty() {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: NOBODY_YET,
        });
    }
    Ok(pen.finish(PAPER.label, String::new(), body))
}

impl<'a> Pen<'a> {
    fn list(&mut self, people: &[&'a Participant]) -> Block {
        let columns = [
            NUMBER,
            label(Participant::FIELDS, "name"),
            OFFICE,
            label(Participant::FIELDS, "languages"),
            MORE,
            REACH,
            SCRIPT,
        ];
        let columns = columns.map(|said| self.say(said));
        let rows = people.iter().enumerate();
        let rows = rows.map(|(at, person)| {
            let is_changed = self.is_changed(Kind::Participant, &person.id);
            row(is_changed, self.listed_person(at + 1, person))
        });
        let table = table_of(&columns, rows.collect());
        if table.columns.len() > UPRIGHT {
            self.sheet = Sheet::Wide;
        }
        Block::Table(table)
    }

    fn listed_person(&mut self, number: usize, person: &'a Participant) -> Vec<String> {
        let more = [
            person.group.clone(),
            self.presence(person),
            self.prose(&person.remark).to_owned(),
        ];
        let reach = [
            person.phone.as_str(),
            &person.email,
            &match person.contact.as_str() {
                "" => String::new(),
                contact => self.sentence(label(Participant::FIELDS, "contact"), contact),
            },
        ];
        vec![
            number.to_string(),
            self.formal_name(person),
            capitalised(&self.office(person)),
            self.languages(person),
            capitalised(&self.series(&more)),
            self.series(&reach),
            person.name.script.clone(),
        ]
    }

    /// The name line, else the name with Mr or Ms as a list has it.
    pub(super) fn formal_name(&mut self, person: &'a Participant) -> String {
        let line = self.text(&person.name_line);
        let name = if !line.is_empty() {
            line.to_owned()
        } else if person.name.is_known() {
            person.name.formal(self.lang)
        } else {
            person.name_in_list(self.lang)
        };
        capitalised(&name)
    }

    /// "Arabisch, Französisch (C2)".
    fn languages(&self, person: &Participant) -> String {
        let languages = person.languages.iter().map(|tongue| {
            let name = tongue.name(self.lang);
            let level = match tongue.level.as_str() {
                "native" => self.say(NATIVE),
                level => level,
            };
            super::about::with_more(name, level)
        });
        capitalised(&languages.collect::<Vec<_>>().join(self.comma()))
    }
}
