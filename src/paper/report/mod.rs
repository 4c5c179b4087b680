//! The visit report: what took place and how, what did not, what was signed and promised, which
//! gifts were given, and whom to thank.

mod thanks;

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{
    Document, Options, Paper, Refusal,
    document::{Block, Detail, Line, Row, Stretch, Table},
    facts::{ACTUAL, field},
    pen::{Pen, label},
};
use crate::{
    audience::{Audience, Redacted},
    model::{Id, Item, ItemStatus, Letter, Placed, Start, Who, item::AlternativeKind, slot::End},
    words::{Lang, Said, capitalised, date},
};

pub(super) const PAPER: Paper = Paper {
    token: "report",
    label: Said::new(
        "Besuchsbericht",
        "visit report",
        "compte rendu de la visite",
    )
    .ar("تقرير الزيارة"),
    hint: Said::new(
        "Was stattfand und wie, was unterzeichnet und zugesagt wurde, wem zu danken ist",
        "What took place and how, what was signed and promised, whom to thank",
        "Ce qui a eu lieu et comment, ce qui a été signé et prévu, qui remercier",
    ),
    needs: &[],
    takes: &[],
    audiences: &[Audience::Internal, Audience::Host],
    compose,
};

const NOT_HELD: Said = Said::new(
    "Nicht stattgefunden",
    "Did not take place",
    "N’a pas eu lieu",
)
.ar("لم ينعقد");
const SIGNED: Said = Said::new("Unterzeichnet", "Signed", "Documents signés").ar("الوثائق الموقعة");
const GIFTS: Said = Said::new("Geschenke", "Gifts", "Cadeaux").ar("الهدايا");
const PLANNED: Said = Said::new(
    "geplant, nicht als überreicht vermerkt",
    "planned, not noted as given",
    "prévu, remise non notée",
)
.ar("مقررة ولم يسجل تسليمها");

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let visit = known.visit();
    if visit.items.is_empty() && visit.letters.is_empty() {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: Said::new(
                "der Besuch hat weder Programmpunkte noch Dokumente",
                "the visit has neither programme items nor letters",
                "la visite n’a ni programme ni document",
            ),
        });
    }
    let mut pen = Pen::new(known, options);
    let mut body = pen.days_held();
    body.extend(pen.not_held());
    body.extend(pen.letters_signed());
    body.extend(pen.gifts_given());
    body.extend(pen.letters_of_thanks());
    if body.is_empty() {
        body.push(Block::Paragraph(pen.nothing()));
    }
    Ok(pen.finish_record(PAPER.label, String::new(), body))
}

/// Whether an item took place: it was confirmed and no mere plan B, or somebody noted when it began
/// or ended.
fn was_held(item: &Item) -> bool {
    let is_certain =
        item.status == ItemStatus::Confirmed && item.alternative != AlternativeKind::PlanB;
    is_certain || item.started.is_some() || item.ended.is_some()
}

impl<'a> Pen<'a> {
    /// Each day with what took place, an item of several days on its first.
    fn days_held(&mut self) -> Vec<Block> {
        let visit = self.visit();
        let mut blocks = Vec::new();
        for (day, placed) in self.known.programme().days() {
            let mut lines = Vec::new();
            for placed in placed.iter().filter(|placed| placed.day == Some(day)) {
                let item = visit.items.get(&placed.id);
                if let Some(item) = item.filter(|item| was_held(item)) {
                    lines.push(Stretch::One(self.held(item, placed)));
                }
            }
            if !lines.is_empty() {
                blocks.push(Block::Heading(date::full_capital(day, self.lang)));
                blocks.push(Block::Schedule(lines));
            }
        }
        blocks
    }

    fn held(&mut self, item: &'a Item, placed: &Placed) -> Line {
        let when = match (placed.day, placed.until) {
            (Some(first), Some(until)) if until > first => {
                vec![self.days_in_short(first, until)]
            }
            // Of what has been, no time is open any more.
            _ if item.slot.start == Start::Open && item.slot.end == End::Open => Vec::new(),
            _ => self.when(item, placed, placed.day),
        };
        let (what, receives) = self.headline(item);
        let mut details = self.place(item).0;
        let letter = self.letter_of(item);
        let said = named_by_the_line(item, letter);
        details.extend(receives.map(|fact| Detail::Facts(vec![fact])));
        details.extend(self.present(item, placed.day, &said, false));
        details.extend(self.speeches(item));
        let points = capitalised(&self.texts(&item.points));
        details.extend((!points.is_empty()).then_some(Detail::Text(points)));
        if let Some(letter) = letter {
            details.extend(self.signing(letter, &what));
        }
        details.extend(self.how_it_went(item));
        Line {
            when,
            what,
            details,
            ..Line::default()
        }
    }

    /// "13.11.–15.11.2024".
    fn days_in_short(&self, first: NaiveDate, last: NaiveDate) -> String {
        match self.lang {
            Lang::De => format!(
                "{}–{}",
                first.format("%d.%m."),
                date::numeric(last, self.lang)
            ),
            lang => date::range_short(first, last, lang),
        }
    }

    /// When it really was, and what happened.
    fn how_it_went(&mut self, item: &'a Item) -> Vec<Detail> {
        let texts = [
            (ACTUAL, self.actual(item)),
            (field("outcome"), item.outcome.0.clone()),
            (field("report"), self.prose(&item.report).to_owned()),
            (field("remark"), self.prose(&item.remark).to_owned()),
            (field("note"), item.note.0.clone()),
        ];
        let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
        texts
            .map(|(label, text)| Detail::Text(self.sentence(label, &text)))
            .collect()
    }

    /// What was cancelled or never confirmed, and what was never given a day.
    fn not_held(&mut self) -> Vec<Block> {
        let visit = self.visit();
        let items = visit.items.iter();
        let items = items.filter(|item| {
            let placed = self.known.programme().find(item.id.as_str());
            !was_held(item) || placed.is_none_or(|placed| placed.day.is_none())
        });
        let items: Vec<&'a Item> = items.collect();
        let points = items.into_iter().map(|item| {
            let named = self.item_and_day(&item.id);
            let status = match (item.status, item.alternative) {
                (ItemStatus::Confirmed, AlternativeKind::PlanB) => {
                    self.say(AlternativeKind::PlanB.label())
                }
                (ItemStatus::Confirmed, _) => "",
                (status, _) => self.status(status),
            };
            let more = self.series(&[status, &item.outcome.0, &item.note.0]);
            if more.is_empty() {
                named
            } else {
                format!("{} {more}", self.labelled(&named))
            }
        });
        let points: Vec<String> = points.collect();
        self.section(NOT_HELD, points.is_empty(), Block::List(points))
    }

    /// The letters of the visit's own signings, and what they intend.
    fn letters_signed(&mut self) -> Vec<Block> {
        let visit = self.visit();
        let is_own = |letter: &&'a Letter| {
            let day = letter.steps.signed_on();
            letter.steps.was_signed()
                && (letter.item.is_some() || day.is_some_and(|day| visit.has_day(day)))
        };
        let letters: Vec<&'a Letter> = self.newest_first().into_iter().filter(is_own).collect();
        let mut facts = Vec::new();
        for letter in &letters {
            let title = self.letter_called(letter);
            let day = letter.steps.signed_on();
            let day = day.map_or_else(String::new, |day| date::long(day, self.lang));
            let text = super::about::with_more(&title, &day);
            facts.push(self.fact(label(Item::FIELDS, "letter"), text));
            facts.extend(self.signatories(letter, true));
        }
        let mut blocks = self.section(SIGNED, facts.is_empty(), Block::Facts(facts));
        blocks.extend(self.open_commitments(&letters));
        blocks
    }

    /// Who got what, at which item there were gifts, and what was planned and not noted as given.
    fn gifts_given(&mut self) -> Vec<Block> {
        let known = self.known;
        let mut rows: Vec<Row> = Vec::new();
        for item in known.visit().items.iter().filter(|item| was_held(item)) {
            let gifts = self.text(&item.gifts);
            if !gifts.is_empty() {
                let item = self.item_and_day(&item.id);
                rows.push(vec![item, gifts.to_owned()].into());
            }
        }
        for person in known.people() {
            let gift = match (
                self.text(&person.gift_given),
                self.text(&person.gift_planned),
            ) {
                ("", "") => continue,
                ("", planned) => super::about::with_more(planned, self.say(PLANNED)),
                (given, _) => given.to_owned(),
            };
            rows.push(vec![self.name_alone(person), gift].into());
        }
        let columns = [
            Said::new(
                "Anlass oder Person",
                "Occasion or person",
                "Occasion ou personne",
            )
            .ar("المناسبة أو الشخص"),
            Said::new("Geschenk", "Gift", "Cadeau").ar("الهدية"),
        ];
        let columns = columns.map(|said| self.say(said).to_owned()).into();
        let is_empty = rows.is_empty();
        self.section(GIFTS, is_empty, Block::Table(Table { columns, rows }))
    }

    /// A heading and what is below it, if that says anything.
    fn section(&self, title: Said, is_empty: bool, block: Block) -> Vec<Block> {
        if is_empty {
            return Vec::new();
        }
        vec![Block::Heading(self.say(title).to_owned()), block]
    }
}

/// Those whom a line names anyway: hosts, signatories, witnesses.
fn named_by_the_line<'a>(item: &'a Item, letter: Option<&'a Letter>) -> HashSet<&'a str> {
    let mut named: HashSet<&str> = item.host.iter().map(Id::as_str).collect();
    if let Some(letter) = letter {
        let signing = letter.signatories.iter();
        let signing = signing.filter_map(|row| Who::participant(&row.person));
        named.extend(signing.chain(letter.witnesses.iter()).map(Id::as_str));
    }
    named
}
