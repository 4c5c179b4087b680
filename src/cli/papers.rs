//! `attache papers`: the table of the papers that there are.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::{
    Failure, Output, Settings, Subcommand, args,
    sheet::{self, Row},
};
use crate::{
    exchange::json,
    format,
    paper::{self, Paper, Topic},
    words::{Lang, Said, capitalised, labelled},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "papers",
    about: Said::new(
        "Aufzählen, welche Unterlagen es gibt, für wen und in welchen Formaten",
        "List which papers there are, for whom and in which formats",
        "Énumérer les documents, leurs destinataires et les formats",
    ),
    more: None,
    arguments,
    run: |matches, settings| Ok::<_, Failure>(run(matches, settings)),
};

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    command.arg(args::format(lang))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Output {
    let lang = settings.lang;
    if args::wants_json(matches) {
        let all: Vec<Value> = paper::ALL
            .iter()
            .map(|paper| as_json(*paper, lang))
            .collect();
        return Output::line(json::text(&all));
    }
    let rows: Vec<Row> = paper::ALL.iter().map(|paper| row(*paper, lang)).collect();
    let mut text = String::new();
    sheet::push_all(&mut text, &rows);
    let formats = listed(format::ALL.iter().map(|format| format.token));
    let label = Said::new("Formate", "Formats", "Formats").get(lang);
    text += &format!("\n{}\n", labelled(label, &formats, lang));
    Output::text(text)
}

/// What it is, for whom, what has to be named for it, and the word that names it.
fn row(paper: Paper, lang: Lang) -> Row {
    let audiences = paper.audiences.iter().map(|audience| audience.token());
    let mut text = format!("{}. --for {}", paper.hint.get(lang), listed(audiences));
    for topic in paper.needs {
        text += &format!("; {}", option(*topic));
    }
    for topic in paper.takes {
        text += &format!("; [{}]", option(*topic));
    }
    let label = capitalised(paper.label.get(lang));
    Row::new(paper.token, labelled(&label, &text, lang))
}

/// The option that names what a paper is about.
const fn option(topic: Topic) -> &'static str {
    match topic {
        Topic::Day => "--day",
        Topic::Person => "--person",
        Topic::Letter => "--letter",
    }
}

fn listed(words: impl Iterator<Item = &'static str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

fn as_json(paper: Paper, lang: Lang) -> Value {
    let options =
        |topics: &[Topic]| -> Vec<&str> { topics.iter().map(|topic| option(*topic)).collect() };
    let audiences = paper.audiences.iter();
    json!({
        "paper": paper.token,
        "label": paper.label.get(lang),
        "hint": paper.hint.get(lang),
        "for": audiences.map(|audience| audience.token()).collect::<Vec<_>>(),
        "needs": options(paper.needs),
        "takes": options(paper.takes),
        "formats": format::ALL.iter().map(|format| format.token).collect::<Vec<_>>(),
    })
}
