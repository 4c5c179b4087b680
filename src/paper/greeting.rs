//! The greeting order: in which order people are greeted, and with which words.

use super::{
    Block, Document, Fact, Options, Paper, Refusal, Topic,
    columns::{NUMBER, row, table_of},
    delegation::NOBODY_YET,
    pen::{Pen, label},
    people::title_of,
};
use crate::{
    audience::{Audience, Redacted},
    model::{Kind, Participant, Side, head::Direction},
    say,
    words::{Lang, Said, capitalised},
};

pub(super) const PAPER: Paper = Paper {
    token: "greeting",
    label: Said::new("Begrüßungsfolge", "greeting order", "ordre des salutations")
        .ar("ترتيب الترحيب"),
    hint: Said::new(
        "Wer in welcher Reihenfolge wie begrüßt wird",
        "Who is greeted in which order, and how",
        "Qui est salué, dans quel ordre et en quels termes",
    ),
    needs: &[],
    takes: &[Topic::Day],
    audiences: &[Audience::Internal, Audience::Host],
    compose,
};

const SPOKEN: Said = label(Participant::FIELDS, "spoken");
const SALUTATION: Said = Said::new(
    "Anrede in Rede und Brief",
    "Salutation in speech and letter",
    "Formule d’appel, discours et lettre",
)
.ar("صيغة المخاطبة في الخطاب والرسالة");
const NAME: Said = Said::new("Name, Funktion", "Name, function", "Nom, fonction").ar("الاسم والصفة");
const POSTAL: Said = label(Participant::FIELDS, "postal");
const CLOSING: Said = label(Participant::FIELDS, "closing");
const THANKS: Said = Said::new(
    "Für Dankschreiben",
    "For letters of thanks",
    "Pour les lettres de remerciement",
)
.ar("لرسائل الشكر");
const OPENINGS: Said = Said::new(
    "Eröffnung der Rede",
    "Opening of the speech",
    "Début de l’allocution",
)
.ar("افتتاح الكلمة");

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let mut pen = Pen::new(known, options);
    if let Some(day) = options.day {
        pen.check_day(day)?;
    }
    let sides = pen.greeted_sides().map(|side| {
        let mut people = pen.of_side(side);
        people.retain(|person| options.day.is_none_or(|day| person.is_present(day)));
        (side, people)
    });
    if sides.iter().all(|(_, people)| people.is_empty()) {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: NOBODY_YET,
        });
    }
    let mut body = pen.openings(&sides);
    for (side, people) in sides.iter().filter(|(_, people)| !people.is_empty()) {
        body.push(Block::Heading(pen.say(title_of(*side)).to_owned()));
        body.push(pen.greeted(people));
    }
    if pen.is_internal() {
        body.extend(pen.thanks(&sides));
    }
    let subject = pen.subject(options.day);
    Ok(pen.finish(PAPER.label, subject, body))
}

/// A side and its people in their precedence.
type SideOf<'a> = (Side, Vec<&'a Participant>);

impl<'a> Pen<'a> {
    /// The sides in the order in which we greet them.
    fn greeted_sides(&self) -> [Side; 3] {
        match self.visit().head.direction {
            Direction::Incoming => [Side::Guest, Side::Third, Side::Host],
            Direction::Outgoing => [Side::Host, Side::Third, Side::Guest],
        }
    }

    /// The opening of a speech of the hosts, and of one of the guests.
    fn openings(&self, sides: &[SideOf<'a>; 3]) -> Vec<Block> {
        let of = |side: Side| sides.iter().find(|(own, _)| *own == side);
        let of = |side: Side| of(side).map_or(&[][..], |(_, people)| people);
        let facts = [(Side::Host, Side::Guest), (Side::Guest, Side::Host)];
        let facts = facts.map(|(speaks, other)| {
            let by = self.say(title_of(speaks));
            let greetings = self.greetings(of(other), of(Side::Third), of(speaks));
            Fact {
                label: say!(
                    self.lang,
                    "Es spricht: {by}",
                    "Speaking: {by}",
                    "Prend la parole\u{a0}: {by}",
                    "المتدخل: {by}"
                ),
                text: self.opening(&greetings),
            }
        });
        let title = Block::Heading(self.say(OPENINGS).to_owned());
        let blocks = facts
            .into_iter()
            .flat_map(|fact| [Block::Paragraph(format!("{}\n{}", fact.label, fact.text))]);
        std::iter::once(title).chain(blocks).collect()
    }

    /// The greetings of a speech: the other side, third parties, then one's own, who are named where
    /// they have a form of their own. Whoever has to be greeted and has none leaves a gap.
    fn greetings(
        &self,
        other: &[&'a Participant],
        third: &[&'a Participant],
        own: &[&'a Participant],
    ) -> Vec<String> {
        let with = |people: &[&'a Participant], must: &dyn Fn(usize) -> bool| {
            let people = people
                .iter()
                .enumerate()
                .filter(|(_, person)| person.name.is_known() && !self.interprets(person));
            let greetings = people.filter_map(|(at, person)| {
                self.greeting(person)
                    .or_else(|| must(at).then(|| self.unaddressed(person)))
            });
            greetings.collect::<Vec<String>>()
        };
        let mut greetings = with(other, &|at| at == 0);
        greetings.extend(with(third, &|_| true));
        // The first of one's own is the one who speaks.
        greetings.extend(with(own.get(1..).unwrap_or_default(), &|_| false));
        greetings
    }

    /// "[Anrede ergänzen: Achraf Berrazouk]".
    fn unaddressed(&self, person: &Participant) -> String {
        let name = match self.lang {
            Lang::De => person.name.full(),
            lang => person.name.formal(lang),
        };
        say!(
            self.lang,
            "[Anrede ergänzen: {name}]",
            "[form of address to be filled in: {name}]",
            "[formule d’appel à compléter\u{a0}: {name}]",
            "[صيغة المخاطبة للاستكمال: {name}]"
        )
    }

    fn greeted(&mut self, people: &[&'a Participant]) -> Block {
        let columns = [NUMBER, NAME, SPOKEN, SALUTATION].map(|said| self.say(said));
        let rows = people.iter().enumerate().map(|(at, person)| {
            let is_greeted = person.name.is_known() && !self.interprets(person);
            let [spoken, salutation] = [(&person.spoken, SPOKEN), (&person.salutation, SALUTATION)]
                .map(|(form, what)| match self.form(form) {
                    "" if is_greeted => self.gap(shorter(what)),
                    form => form.to_owned(),
                });
            let name = self.greeted_name(person);
            let is_changed = self.is_changed(Kind::Participant, &person.id);
            row(
                is_changed,
                vec![(at + 1).to_string(), name, spoken, salutation],
            )
        });
        Block::Table(table_of(&columns, rows.collect()))
    }

    /// Name, how to say it, and function.
    fn greeted_name(&mut self, person: &'a Participant) -> String {
        let name = super::about::with_more(&self.formal_name(person), &person.name.say);
        let office = self.office(person);
        capitalised(&self.series(&[name, office]))
    }

    /// Postal address and closing of those who are written to afterwards.
    fn thanks(&mut self, sides: &[SideOf<'a>; 3]) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (at, (_, people)) in sides.iter().enumerate() {
            let is_own = at == sides.len() - 1;
            for person in people {
                let postal = self.form(&person.postal.0);
                let closing = self.form(&person.closing);
                let has_any = !postal.is_empty() || !closing.is_empty();
                if !person.name.is_known() || is_own && !has_any {
                    continue;
                }
                let facts = [(POSTAL, postal), (CLOSING, closing)].map(|(what, form)| {
                    let form = match form {
                        "" => self.gap(what),
                        form => form.to_owned(),
                    };
                    self.fact(what, form)
                });
                let name = Fact {
                    text: self.formal_name(person),
                    ..self.fact(label(Participant::FIELDS, "name"), "")
                };
                let facts = std::iter::once(name).chain(facts);
                blocks.push(Block::Facts(facts.collect()));
            }
        }
        if !blocks.is_empty() {
            blocks.insert(0, Block::Heading(self.say(THANKS).to_owned()));
        }
        blocks
    }
}

/// What is missing, in the cell that it is missing from.
fn shorter(what: Said) -> Said {
    if what == SALUTATION {
        Said::new("Anrede", "Salutation", "Formule d’appel").ar("صيغة المخاطبة")
    } else {
        what
    }
}
