//! The interpreter's sheet: what is interpreted, who speaks, how names are written and said, terms.

use super::{
    Document, Options, Paper, Refusal, Topic,
    columns::table,
    days,
    document::Block,
    pen::{Pen, label},
    programme::STILL_OPEN,
};
use crate::{
    audience::{Audience, Redacted},
    model::{Item, Letter, Participant, Placed, Text, Tongue},
    words::{Lang, Said, capitalised, date},
};

pub(super) const PAPER: Paper = Paper {
    token: "interpreter",
    label: Said::new(
        "Dolmetscherblatt",
        "interpreter’s sheet",
        "feuille de l’interprète",
    )
    .ar("ورقة المترجم الشفوي"),
    hint: Said::new(
        "Gedolmetschte Termine, Sprachen, Reden, Namen mit Aussprache, Anreden, Begriffe",
        "Interpreted items, languages, speeches, names and how to say them, address, terms",
        "Points interprétés, langues, allocutions, noms et prononciation, formules, termes",
    ),
    needs: &[],
    takes: &[Topic::Day, Topic::Person],
    audiences: &[Audience::Interpreter, Audience::Internal, Audience::Host],
    compose,
};

const NOTHING_INTERPRETED: Said = Said::new(
    "dafür ist kein Programmpunkt mit Dolmetschen vorgesehen",
    "no item with interpreting is planned for it",
    "aucun point avec interprétation n’est prévu",
);
const ADDRESS: Said =
    Said::new("Anreden", "Forms of address", "Formules d’appel").ar("صيغ المخاطبة");
const NAMES: Said = Said::new(
    "Namen und Sprachen",
    "Names and languages",
    "Noms et langues",
)
.ar("الأسماء واللغات");
const SCRIPT: Said =
    Said::new("Eigene Schrift", "Own script", "Écriture d’origine").ar("الكتابة الأصلية");
const SAY: Said = Said::new("Aussprache", "How to say it", "Prononciation").ar("النطق");
const TERMS: Said = Said::new("Begriffe", "Terms", "Termes").ar("المصطلحات");

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let mut pen = Pen::new(known, options);
    let days = days::asked(known, options)?;
    let mut body = Vec::new();
    let mut items = Vec::new();
    let is_of_one_day = options.day.is_some();
    for day in days {
        let placed = pen.interpreted(known.programme().day(day), &mut items);
        if placed.is_empty() {
            continue;
        }
        if !is_of_one_day {
            body.push(Block::Heading(date::full_capital(day, options.lang)));
        }
        body.push(Block::Schedule(pen.schedule(placed, Some(day))));
    }
    if !is_of_one_day {
        let placed = pen.interpreted(known.programme().unplaced(), &mut items);
        if !placed.is_empty() {
            body.push(Block::Heading(pen.say(STILL_OPEN).to_owned()));
            body.push(Block::Schedule(pen.schedule(placed, None)));
        }
    }
    if body.is_empty() {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: NOTHING_INTERPRETED,
        });
    }
    let people = pen.who_is_interpreted(&items);
    body.extend(pen.names_and_address(&people));
    body.extend(pen.terms(&items, &people));
    let whose = pen.reader().map(|person| pen.name_alone(person));
    let day = options.day.map(|day| date::full(day, options.lang));
    let subject = pen.series(&[whose.unwrap_or_default(), day.unwrap_or_default()]);
    Ok(pen.finish(PAPER.label, subject, body))
}

impl<'a> Pen<'a> {
    /// Of these items those that are interpreted, by the one whose sheet it is.
    fn interpreted(&self, placed: &'a [Placed], items: &mut Vec<&'a Item>) -> Vec<&'a Placed> {
        let visit = self.visit();
        let reader = self.known.reader().participant();
        let is_interpreted = |item: &&Item| match reader {
            Some(id) => item.interpreters.contains(id),
            None => !item.interpreters.is_empty() || !item.interpreting.is_empty(),
        };
        let mut found = Vec::new();
        for placed in placed {
            if let Some(item) = visit.items.get(&placed.id).filter(is_interpreted) {
                found.push(placed);
                if !items.iter().any(|other| other.id == item.id) {
                    items.push(item);
                }
            }
        }
        found
    }

    /// Who is there by name and speaks or is spoken to: everybody but the interpreters.
    fn who_is_interpreted(&self, items: &[&'a Item]) -> Vec<&'a Participant> {
        let known = self.known;
        let is_there = |person: &&Participant| {
            items.iter().any(|item| {
                let speaks = |who: &crate::model::Who| who.participant() == Some(&person.id);
                let signs = self.letter_of(item).is_some_and(|letter| {
                    letter.signatories.iter().any(|row| speaks(&row.person))
                        || letter.witnesses.contains(&person.id)
                });
                item.attend.part_of(person).is_some()
                    || item.host.contains(&person.id)
                    || item.speeches.iter().any(|speech| speaks(&speech.speaker))
                    || signs
            })
        };
        let interprets = |person: &&Participant| {
            items
                .iter()
                .any(|item| item.interpreters.contains(&person.id))
        };
        known
            .people()
            .filter(|person| person.name.is_known())
            .filter(|person| !interprets(person))
            .filter(is_there)
            .collect()
    }

    /// How the names of those who are there are written and said and which languages they speak;
    /// then how one speaks to them.
    fn names_and_address(&mut self, people: &[&'a Participant]) -> Vec<Block> {
        const fn field(key: &str) -> Said {
            label(Participant::FIELDS, key)
        }
        if people.is_empty() {
            return Vec::new();
        }
        let names = people.iter().map(|person| {
            vec![
                capitalised(&self.latin_name(person)),
                person.name.script.clone(),
                person.name.say.clone(),
                self.spoken_languages(&person.languages),
            ]
        });
        // A name alone says nothing here: it stands with the form of address.
        let tells = |row: &Vec<String>| row.iter().skip(1).any(|cell| !cell.is_empty());
        let names = names.filter(tells).collect();
        let address = people.iter().map(|person| {
            vec![
                capitalised(&self.name_alone(person)),
                self.text(&person.function).to_owned(),
                self.text(&person.spoken).to_owned(),
            ]
        });
        let address = address.collect();
        let columns = [field("name"), SCRIPT, SAY, field("languages")];
        let names = table(&columns.map(|said| self.say(said)), names);
        let columns = [field("name"), field("function"), field("spoken")];
        let address = table(&columns.map(|said| self.say(said)), address);
        let mut blocks = Vec::new();
        for (title, table) in [(NAMES, names), (ADDRESS, address)] {
            // A table of nothing but names would say nothing.
            if table.columns.len() > 1 {
                blocks.push(Block::Heading(self.say(title).to_owned()));
                blocks.push(Block::Table(table));
            }
        }
        blocks
    }

    /// "Französisch (C1), Deutsch".
    fn spoken_languages(&self, tongues: &[Tongue]) -> String {
        let said = tongues
            .iter()
            .map(|tongue| super::about::with_more(tongue.name(self.lang), &tongue.level));
        said.collect::<Vec<_>>().join(self.comma())
    }

    /// What is said in several languages, beside each other: titles, bodies, functions.
    fn terms(&mut self, items: &[&'a Item], people: &[&'a Participant]) -> Vec<Block> {
        let visit = self.visit();
        let mut rows: Vec<[String; 4]> = Vec::new();
        for letter in visit.letters.iter() {
            let is_here = items
                .iter()
                .any(|item| self.letter_of(item).is_some_and(|own| own.id == letter.id));
            if is_here {
                rows.push(self.titles(letter));
                rows.extend(letter.topics.iter().map(|topic| self.wordings(topic)));
            }
        }
        let head = &visit.head;
        let texts = [&head.host, &head.guest].into_iter();
        let texts = texts.chain(items.iter().flat_map(|item| {
            let speeches = item.speeches.iter().map(|speech| &speech.topic);
            [&item.title]
                .into_iter()
                .chain(speeches)
                .chain(&item.points)
        }));
        let texts = texts.chain(people.iter().map(|person| &person.function));
        rows.extend(texts.map(|text| self.wordings(text)));
        let mut told = std::collections::HashSet::new();
        rows.retain(|row| {
            let worded = row.iter().filter(|text| !text.is_empty()).count();
            worded > 1 && told.insert(row.clone())
        });
        if rows.is_empty() {
            return Vec::new();
        }
        let columns = Lang::WRITTEN.map(|lang| capitalised(self.say(lang.label())));
        let columns = columns.each_ref().map(String::as_str);
        let table = table(&columns, rows.into_iter().map(Into::into).collect());
        vec![
            Block::Heading(self.say(TERMS).to_owned()),
            Block::Table(table),
        ]
    }

    /// The title of a letter in each language; without one its kind and the parties, where those
    /// have names in the language.
    fn titles(&self, letter: &Letter) -> [String; 4] {
        let main = self.visit().main_lang();
        if !letter.title.is_empty() {
            return self.wordings(&letter.title);
        }
        Lang::WRITTEN.map(|lang| {
            let is_worded = |text: &Text| text.exactly(lang, main).is_some();
            let mut parties = letter.parties.iter();
            if parties.all(|party| is_worded(&party.short) || is_worded(&party.name)) {
                capitalised(&letter.title_in_list(lang, main))
            } else {
                String::new()
            }
        })
    }

    /// A text in each language that it has.
    fn wordings(&self, text: &Text) -> [String; 4] {
        let main = self.visit().main_lang();
        Lang::WRITTEN.map(|lang| text.exactly(lang, main).unwrap_or_default().to_owned())
    }
}
