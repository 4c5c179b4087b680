//! The papers, as their recipients read them.

mod afterwards;
mod any_document;
#[cfg(feature = "docx")]
mod as_docx;
mod as_html;
mod as_markdown;
mod as_text;
mod at_table;
mod changing;
mod facts;
mod notices;
#[cfg(feature = "docx")]
mod opened;
#[cfg(feature = "pdf")]
mod pdf;
mod people;
mod press;
mod printed;
mod properties;
mod read_back;
mod secrets;
mod signing;
mod tokens;
mod who_goes_where;
mod wording;

use std::path::{Path, PathBuf};

use attache::{
    audience::{Audience, Redacted, redact},
    format::{Format, Print},
    model::Visit,
    paper::{self, Block, Document, Options, Paper, Refusal, set::Wanted},
    store,
    words::Lang,
};
use chrono::NaiveDate;

const DUESSELDORF: &str = "duesseldorf-marrakesch-2024";
const HAMBURG: &str = "hamburg-2023";

fn path(name: &str) -> PathBuf {
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples");
    PathBuf::from(format!("{samples}/{name}.ron"))
}

/// A sample visit.
fn sample(name: &str) -> Visit {
    store::open(&path(name)).unwrap().visit
}

/// A visit that has something of everything.
fn rich() -> Visit {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/papers/rich.ron");
    store::open(Path::new(path)).unwrap().visit
}

/// Whether each word of a body stands in the function by its first letters, but that it is a town.
fn names_body(function: &str, body: &str) -> bool {
    let towns = [
        "Stadt",
        "Landeshauptstadt",
        "City",
        "Ville",
        "de",
        "of",
        "مدينة",
    ];
    let function = function.to_lowercase();
    let mut words = body.split_whitespace().filter(|word| !towns.contains(word));
    words.all(|word| function.contains(&word.to_lowercase().chars().take(5).collect::<String>()))
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn options(lang: Lang, day: Option<NaiveDate>) -> Options {
    let now = date(2024, 11, 11).and_hms_opt(14, 0, 0).unwrap();
    Options {
        day,
        ..Options::draft(lang, now)
    }
}

fn composed(known: &Redacted, paper: &str, options: &Options) -> Document {
    Paper::named(paper)
        .unwrap()
        .compose(known, options)
        .unwrap()
}

fn text(document: &Document) -> String {
    let written = Format::named("text")
        .unwrap()
        .write(&Print::plain(document));
    String::from_utf8(written.unwrap()).unwrap()
}

/// What a document of lists says, piece by piece.
fn said(document: &Document) -> String {
    let pieces = document.body.iter().flat_map(|block| match block {
        Block::Heading(text) | Block::Paragraph(text) => vec![text.clone()],
        Block::List(points) => points.clone(),
        Block::Facts(facts) => {
            let facts = facts.iter();
            facts
                .flat_map(|fact| [fact.label.clone(), fact.text.clone()])
                .collect()
        }
        Block::Table(table) => {
            let rows = table.rows.iter().flat_map(|row| row.cells.clone());
            table.columns.iter().cloned().chain(rows).collect()
        }
        other => panic!("not in a list: {other:?}"),
    });
    pieces.collect::<Vec<_>>().join("\n")
}

/// A paper of a visit as text.
fn written(
    visit: &Visit,
    paper: &str,
    audience: Audience,
    lang: Lang,
    day: Option<NaiveDate>,
) -> String {
    let known = redact(visit, audience);
    text(&composed(&known, paper, &options(lang, day)))
}

/// The papers that tell the programme whole.
const OF_THE_PROGRAMME: [&str; 2] = ["day", "programme"];

/// For whom those are.
fn for_the_programme() -> &'static [Audience] {
    Paper::named("programme").unwrap().audiences
}

/// A paper that was made.
struct Made {
    wanted: Wanted,
    document: Document,
}

/// Every paper of a visit that there is anything to stand on, for everybody for whom it can be made.
fn every_paper(visit: &Visit, lang: Lang) -> Vec<Made> {
    let wanted = paper::set::all(visit).into_iter();
    wanted
        .filter_map(|wanted| {
            let document = match wanted.compose(visit, &options(lang, None)) {
                Ok(document) => document,
                Err(Refusal::Nothing { .. } | Refusal::NoOlder) => return None,
                Err(refusal) => panic!("{wanted:?}: {refusal}"),
            };
            Some(Made { wanted, document })
        })
        .collect()
}

#[test]
fn the_samples_are_as_the_program_would_save_them() {
    for name in [DUESSELDORF, HAMBURG] {
        let saved = store::to_ron(&sample(name)).unwrap();
        assert!(std::fs::read(path(name)).unwrap() == saved, "{name}");
    }
}

#[test]
fn a_paper_about_a_day_needs_one_of_the_visit() {
    let (first, last) = (date(2024, 11, 11), date(2024, 11, 15));
    let refused = |sample_name: &str, day| {
        let known = redact(&sample(sample_name), Audience::Delegation);
        let paper = Paper::named("day").unwrap();
        paper.compose(&known, &options(Lang::De, day)).err()
    };
    assert_eq!(
        refused(DUESSELDORF, None),
        Some(Refusal::DayMissing { first, last })
    );
    let day = date(2024, 11, 16);
    assert_eq!(
        refused(DUESSELDORF, Some(day)),
        Some(Refusal::NotADay { day, first, last })
    );
    assert_eq!(refused(DUESSELDORF, Some(last)), None);
    assert_eq!(refused(HAMBURG, None), None);
    let mut dossier = sample(HAMBURG);
    (dossier.head.first, dossier.head.last) = (None, None);
    dossier.items = attache::model::Table::default();
    for paper in OF_THE_PROGRAMME.map(|token| Paper::named(token).unwrap()) {
        let known = redact(&dossier, Audience::Delegation);
        let refusal = paper.compose(&known, &options(Lang::De, None)).err();
        assert_eq!(refusal, Some(Refusal::NoDays));
    }
}
