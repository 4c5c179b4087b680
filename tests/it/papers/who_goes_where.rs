//! The papers of those who go along: one person, the pocket, calls, drivers, interpreters.

mod on_the_day;
mod person;
mod service;

use attache::{
    audience::{Audience, Reader, Whose, redact},
    model::{Id, Item, ItemStatus, Participant, Visit},
    paper::{Block, Detail, Document, Line, Options, Paper, Refusal, Sheet, Stretch},
    store,
    words::{Lang, date as words_date},
};
use std::{collections::BTreeSet, path::Path};

use super::{DUESSELDORF, HAMBURG, composed, date, facts::squeezed, options, sample, text};
use chrono::NaiveDate;

/// A visit of two days with flights, lodgings, vehicles, an interpreter, in four languages.
fn escort() -> Visit {
    of_tests("escort")
}

fn of_tests(name: &str) -> Visit {
    let path = format!("{}/tests/it/papers/{name}.ron", env!("CARGO_MANIFEST_DIR"));
    store::open(Path::new(&path)).unwrap().visit
}

fn every_visit() -> [Visit; 4] {
    [
        escort(),
        of_tests("rich"),
        sample(DUESSELDORF),
        sample(HAMBURG),
    ]
}

fn person(id: &str) -> Whose {
    Whose::Person(Id::parse(id).unwrap())
}

fn vehicle(id: &str) -> Whose {
    Whose::Vehicle(Id::parse(id).unwrap())
}

fn reader(audience: Audience, whose: Option<Whose>) -> Reader {
    Reader { audience, whose }
}

fn made(visit: &Visit, paper: &str, reader: Reader, options: &Options) -> Document {
    composed(&redact(visit, reader), paper, options)
}

fn refused(visit: &Visit, paper: &str, reader: Reader, options: &Options) -> Option<Refusal> {
    let paper = Paper::named(paper).unwrap();
    paper.compose(&redact(visit, reader), options).err()
}

/// Every line of the schedules of a document.
fn lines(document: &Document) -> Vec<&Line> {
    let stretches = document.body.iter().flat_map(|block| match block {
        Block::Schedule(stretches) => stretches.as_slice(),
        _ => &[],
    });
    let lines = stretches.flat_map(|stretch| match stretch {
        Stretch::One(line) => std::slice::from_ref(line),
        Stretch::Parallel { lines, .. } => lines.as_slice(),
    });
    lines.collect()
}

/// The facts of a line with these labels, without their colons.
fn facts(line: &Line, label: &str) -> Vec<String> {
    let all = line.details.iter().flat_map(|detail| match detail {
        Detail::Facts(facts) => facts.as_slice(),
        Detail::Text(_) => &[],
    });
    let mut under = String::new();
    let mut found = Vec::new();
    for fact in all {
        if !fact.label.is_empty() {
            fact.label
                .trim_end_matches([':', '\u{a0}'])
                .clone_into(&mut under);
        }
        if under == label {
            found.push(fact.text.clone());
        }
    }
    found
}

fn titled<'a>(document: &'a Document, title: &str) -> &'a Line {
    let all = lines(document);
    let found = all.iter().find(|line| line.what.starts_with(title));
    found.unwrap_or_else(|| panic!("no {title} in\n{}", text(document)))
}

/// Words of Latin letters.
fn latin_words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !(c.is_alphabetic() && c < '\u{250}'));
    words
        .filter(|word| word.len() > 1)
        .map(str::to_owned)
        .collect()
}

#[test]
fn in_arabic_nothing_is_latin_but_what_the_visit_says_so() {
    let visit = escort();
    let data = std::fs::read_to_string(Path::new(&format!(
        "{}/tests/it/papers/escort.ron",
        env!("CARGO_MANIFEST_DIR")
    )));
    let data = latin_words(&data.unwrap());
    for token in ["person", "card", "calls", "driver", "interpreter"] {
        let paper = Paper::named(token).unwrap();
        for wanted in attache::paper::set::all(&visit) {
            if wanted.paper.token != token {
                continue;
            }
            let Ok(document) = wanted.compose(&visit, &options(Lang::Ar, None)) else {
                continue;
            };
            let mut said = text(&document);
            // How well a language is spoken and what a day is called in capitals are no words.
            said = said.replace("C2", "");
            let words = latin_words(&said);
            let foreign: Vec<&String> = words.difference(&data).collect();
            // The terms stand in every language on purpose.
            let is_glossary = paper.token == "interpreter";
            let kinds = [
                "Absichtserklärung",
                "Letter",
                "of",
                "intent",
                "Déclaration",
                "intention",
            ];
            let foreign = foreign
                .into_iter()
                .filter(|word| !(is_glossary && kinds.contains(&word.as_str())));
            let foreign: Vec<&String> = foreign.collect();
            assert!(foreign.is_empty(), "{wanted:?}: {foreign:?}\n{said}");
        }
    }
}

#[test]
fn a_paper_of_one_day_says_which() {
    let visit = escort();
    let monday = date(2026, 5, 11);
    for lang in Lang::WRITTEN {
        for (token, audience) in [
            ("card", Audience::Delegation),
            ("calls", Audience::Host),
            ("driver", Audience::Driver),
            ("interpreter", Audience::Interpreter),
        ] {
            let document = made(&visit, token, audience.into(), &options(lang, Some(monday)));
            let day = words_date::full_capital(monday, lang);
            assert!(
                document.head.subject.contains(&day),
                "{token}: {}",
                document.head.subject
            );
        }
    }
}

fn expect(name: &str, document: &Document) {
    insta::with_settings!({
        snapshot_path => "../../expected",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!(format!("{name}-{}", document.lang.code()), text(document)) });
}

#[test]
fn as_they_are_handed_out() {
    let visit = escort();
    let monday = Some(date(2026, 5, 11));
    for lang in [Lang::De, Lang::Ar] {
        let reader = reader(Audience::Person, Some(person("alaoui")));
        expect(
            "escort-person-alaoui",
            &made(&visit, "person", reader, &options(lang, None)),
        );
    }
    let own = reader(Audience::Person, Some(person("kaya")));
    expect(
        "escort-card-kaya",
        &made(&visit, "card", own, &options(Lang::Fr, None)),
    );
    for lang in [Lang::De, Lang::Fr] {
        let document = made(
            &visit,
            "calls",
            Audience::Host.into(),
            &options(lang, monday),
        );
        expect("escort-calls", &document);
    }
    for lang in [Lang::De, Lang::En] {
        let reader = reader(Audience::Driver, Some(vehicle("wagen-1")));
        expect(
            "escort-driver",
            &made(&visit, "driver", reader, &options(lang, None)),
        );
    }
    let own = reader(Audience::Interpreter, Some(person("amrani")));
    expect(
        "escort-interpreter",
        &made(&visit, "interpreter", own, &options(Lang::Fr, None)),
    );
    let keller = reader(Audience::Person, Some(person("stephan-keller-8n4c")));
    let visit = sample(DUESSELDORF);
    expect(
        "marrakesh-person-keller",
        &made(&visit, "person", keller, &options(Lang::De, None)),
    );
}
