//! The change notice: what is different, for its reader, from the version that he or she holds.

mod compare;
mod concerns;
mod in_short;
mod item;
mod marks;
mod people;
mod record;
mod value;
mod verb;

use compare::Both;
pub use compare::changes;
pub(super) use marks::Marks;
pub use verb::Verb;

use chrono::{NaiveDate, NaiveDateTime};

use super::{
    Block, Document, Edition, Fact, Options, Paper, Refusal, Row, Since, Table, Topic, pen::Pen,
};
use crate::{
    audience::{Audience, Redacted, Whose},
    model::Kind,
    say,
    words::{Lang, Said, capitalised, date, joined, shared, time},
};

pub(super) const PAPER: Paper = Paper {
    token: "changes",
    label: shared::CHANGE_NOTICE,
    hint: Said::new(
        "Was gegenüber einer älteren Fassung anders ist, je Empfänger",
        "What is different from an older issue, for each recipient",
        "Ce qui diffère d’une version antérieure, pour chaque destinataire",
    ),
    needs: &[],
    takes: &[Topic::Person],
    audiences: Audience::ALL,
    compose,
};

/// Something that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Of what kind it is.
    pub kind: Kind,
    /// The id of the record that it is about.
    pub id: String,
    /// The day of the programme that it belongs to, if it is about an item that has one.
    pub day: Option<NaiveDate>,
    /// When the item begins, as far as that is known.
    pub start: Option<NaiveDateTime>,
    /// The time of the item as the programme says it now.
    pub when: String,
    /// What became of it.
    pub verb: Verb,
    /// The same in words.
    pub said: String,
    /// What it is called; empty where it is the visit itself.
    pub what: String,
    /// What was; empty where nothing was.
    pub old: String,
    /// What is; empty where nothing is.
    pub new: String,
}

/// What stands where nothing is or was.
const NOTHING: &str = "–";

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let since = since(known, options).ok_or(Refusal::NoOlder)?;
    if known.audience() == Audience::Person && known.reader().whose.is_none() {
        return Err(Refusal::PersonMissing);
    }
    let both = Both::compare(&since.known, known, options);
    let changes = &both.found;
    if changes.is_empty() {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: Said::new(
                "seit der älteren Fassung hat sich hier nichts geändert",
                "nothing has changed here since the older issue",
                "rien n’a changé ici depuis la version antérieure",
            ),
        });
    }
    let mut pen = Pen::new(known, options);
    pen.count_foreign_of(&both.new, |text| {
        let says = |change: &Change| change.what.contains(text) || change.new.contains(text);
        changes.iter().any(says)
    });
    let mut body = pen.for_whom();
    for part in PARTS {
        pen.part_of_notice(*part, changes, &mut body);
    }
    let subject = against(since.edition, options.lang);
    Ok(pen.finish(PAPER.label, subject, body))
}

/// What the paper is compared with, if that is what the same reader knew.
pub(super) fn since<'a>(known: &Redacted, options: &'a Options) -> Option<&'a Since> {
    let since = options.since.as_deref()?;
    (since.known.reader() == known.reader()).then_some(since)
}

/// "gegenüber Fassung 1 (Stand: 08.11.2024, 09:00 Uhr)".
pub(super) fn than(edition: Edition, lang: Lang) -> String {
    let stamp = time::stamp_within(edition.at(), lang);
    match edition {
        Edition::Issue { number, .. } => say!(
            lang,
            "gegenüber Fassung\u{a0}{number} ({stamp})",
            "since issue\u{a0}{number} ({stamp})",
            "par rapport à la version\u{a0}{number} ({stamp})",
            "مقارنة مع النسخة\u{a0}{number} ({stamp})"
        ),
        Edition::Draft { .. } => say!(
            lang,
            "gegenüber dem Entwurf ({stamp})",
            "since the draft ({stamp})",
            "par rapport à la version provisoire ({stamp})",
            "مقارنة مع المسودة ({stamp})"
        ),
    }
}

fn against(edition: Edition, lang: Lang) -> String {
    let than = than(edition, lang);
    say!(
        lang,
        "Änderungen {than}",
        "Changes {than}",
        "Modifications {than}",
        "التعديلات {than}"
    )
}

/// A part of a notice: the kinds of records that it tells of, under its heading.
type Part = (&'static [Kind], Said);

/// The parts of a notice in their order; items stand under their days.
const PARTS: &[Part] = &[
    (
        &[Kind::Visit],
        Said::new("Zum Besuch", "About the visit", "À propos de la visite").ar("حول الزيارة"),
    ),
    (&[Kind::Item], Said::same("")),
    (
        &[Kind::Participant],
        Said::new("Teilnehmende", "Participants", "Participants").ar("المشاركون"),
    ),
    (
        &[Kind::Place, Kind::Vehicle],
        Said::new(
            "Orte und Fahrzeuge",
            "Places and vehicles",
            "Lieux et véhicules",
        )
        .ar("الأماكن والمركبات"),
    ),
    (
        &[Kind::Letter],
        Said::new(
            "Partnerschaftsdokumente",
            "Letters",
            "Documents de partenariat",
        )
        .ar("وثائق الشراكة"),
    ),
    (
        &[Kind::Task],
        Said::new("Aufgaben", "Tasks", "Tâches").ar("المهام"),
    ),
];

const CHANGE: Said = Said::new("Änderung", "Change", "Modification").ar("التعديل");
const OLD: Said = Said::new("Bisher", "Until now", "Jusqu’ici").ar("سابقاً");
const NOW: Said = Said::new("Jetzt", "Now", "Désormais").ar("حالياً");
const STILL_OPEN: Said =
    Said::new("Noch einzuordnen", "Still to be placed", "Date à préciser").ar("لم يحدد تاريخه بعد");

impl Pen<'_> {
    /// Who it is for, where it is for one alone.
    fn for_whom(&mut self) -> Vec<Block> {
        let visit = self.visit();
        let name = match &self.known.reader().whose {
            None => return Vec::new(),
            Some(Whose::Person(id)) => visit
                .participants
                .get(id)
                .map(|person| self.in_full(person)),
            Some(Whose::Vehicle(id)) => visit.vehicles.get(id).map(|vehicle| {
                let driver = [vehicle.name.as_str(), vehicle.driver.as_str()];
                joined(driver, self.comma())
            }),
        };
        let name = name.filter(|name| !name.is_empty());
        let label = Said::new("Für", "For", "Pour").ar("إلى");
        let facts: Vec<Fact> = name
            .map(|name| self.fact(label, name))
            .into_iter()
            .collect();
        if facts.is_empty() {
            return Vec::new();
        }
        vec![Block::Facts(facts)]
    }

    fn part_of_notice(&self, (kinds, title): Part, changes: &[Change], body: &mut Vec<Block>) {
        let own: Vec<&Change> = changes
            .iter()
            .filter(|change| kinds.contains(&change.kind))
            .collect();
        if kinds != [Kind::Item] {
            if !own.is_empty() {
                body.push(Block::Heading(self.say(title).to_owned()));
                body.push(Block::Table(self.table_of_changes(&own, false)));
            }
            return;
        }
        for day in own.chunk_by(|a, b| a.day == b.day) {
            let heading = day[0].day.map_or_else(
                || self.say(STILL_OPEN).to_owned(),
                |day| date::full_capital(day, self.lang),
            );
            body.push(Block::Heading(heading));
            body.push(Block::Table(self.table_of_changes(day, true)));
        }
    }

    fn table_of_changes(&self, changes: &[&Change], with_times: bool) -> Table {
        let columns = [CHANGE, OLD, NOW].map(|said| self.say(said).to_owned());
        let time = capitalised(self.say(shared::TIME));
        let rows = changes.iter().map(|change| {
            let what = match change.what.as_str() {
                "" => change.said.clone(),
                what => format!("{} {what}", self.labelled(&change.said)),
            };
            let [old, new] = [&change.old, &change.new].map(|text| match text.as_str() {
                "" => NOTHING.to_owned(),
                text => text.to_owned(),
            });
            let when = with_times.then(|| change.when.clone());
            let cells: Vec<String> = when.into_iter().chain([what, old, new]).collect();
            Row::from(cells)
        });
        Table {
            columns: with_times
                .then_some(time)
                .into_iter()
                .chain(columns)
                .collect(),
            rows: rows.collect(),
        }
    }
}
