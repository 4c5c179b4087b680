//! `attache fields KIND`: the keys of a kind of record, what they mean, and how one types them.

use clap::{Arg, ArgMatches, builder::PossibleValuesParser};
use serde_json::{Value, json};

use super::{Output, Settings, Subcommand, args, help};
use crate::{
    display::width,
    exchange::json,
    model::{FieldInfo, Kind, Shape, field},
    say,
    words::{Lang, Said, labelled, list},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "fields",
    about: Said::new(
        "Die Felder einer Art von Einträgen nennen: Schlüssel, Bedeutung, Beispiel",
        "List the fields of a kind of record: key, meaning, example",
        "Énumérer les champs d’un type de fiche\u{a0}: clé, sens, exemple",
    ),
    more: None,
    arguments,
    run: |matches, settings| Ok(run(matches, settings)),
};

const KIND: &str = "kind";

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    command
        .arg(kind(Kind::ALL, lang).required(true))
        .arg(args::format(lang))
}

/// The kind of record, as one of these.
pub(super) fn kind(kinds: &[Kind], lang: Lang) -> Arg {
    let tokens: Vec<&str> = kinds.iter().map(|kind| kind.token()).collect();
    let said = Said::new(
        "Art des Eintrags: ",
        "Kind of record: ",
        "Type de fiche\u{a0}: ",
    );
    Arg::new(KIND)
        .value_name(Said::new("ART", "KIND", "TYPE").get(lang))
        .help(said.get(lang).to_owned() + &tokens.join(", "))
        .value_parser(PossibleValuesParser::new(tokens))
}

/// The kind of record that was given.
pub(super) fn given_kind(matches: &ArgMatches) -> Kind {
    let token = args::text(matches, KIND);
    let known = Kind::ALL.iter().find(|kind| kind.token() == token);
    known.copied().unwrap_or(Kind::Visit)
}

fn run(matches: &ArgMatches, settings: &Settings) -> Output {
    let lang = settings.lang;
    let keys: Vec<FieldInfo> = field::keys(given_kind(matches).fields())
        .map(|key| key.info)
        .collect();
    if args::wants_json(matches) {
        let all: Vec<Value> = keys.iter().map(|info| as_json(info, lang)).collect();
        return Output::line(json::text(&all));
    }
    let left = keys.iter().map(|info| width(info.key)).max().unwrap_or(0);
    let mut text = String::new();
    for info in &keys {
        text += &help::row(info.key, &described(info, lang), left);
        text.push('\n');
    }
    Output::text(text)
}

fn described(info: &FieldInfo, lang: Lang) -> String {
    let (label, hint) = (info.label.get(lang), info.hint.get(lang));
    let example = info.example;
    let mut lines = vec![if label == hint {
        label.to_owned()
    } else {
        labelled(label, hint, lang)
    }];
    lines.push(say!(
        lang,
        "Beispiel: {example}",
        "Example: {example}",
        "Exemple\u{a0}: {example}"
    ));
    if let Some(choices) = choices(info.shape) {
        let choices = choices.join(", ");
        lines.push(say!(
            lang,
            "Möglich: {choices}",
            "Possible: {choices}",
            "Possible\u{a0}: {choices}"
        ));
    }
    if let Shape::Rows(columns) = info.shape {
        let columns = columns.iter().map(|column| said_column(column, lang));
        let columns = columns.collect::<Vec<_>>().join(" | ");
        lines.push(say!(
            lang,
            "Zeilen aus: {columns}",
            "Rows of: {columns}",
            "Lignes de\u{a0}: {columns}"
        ));
    }
    if info.shape.is_worded() {
        let keys: Vec<String> = keys_by_lang(info.key);
        let keys = list(&keys, lang);
        lines.push(say!(
            lang,
            "Je Sprache: {keys}",
            "In each language: {keys}",
            "Par langue\u{a0}: {keys}"
        ));
    }
    lines.join("\n")
}

fn said_column(column: &FieldInfo, lang: Lang) -> String {
    let label = column.label.get(lang);
    match choices(column.shape) {
        Some(choices) => format!("{label} ({})", choices.join(", ")),
        None => label.to_owned(),
    }
}

fn as_json(info: &FieldInfo, lang: Lang) -> Value {
    let mut all = json!({
        "key": info.key,
        "label": info.label.get(lang),
        "meaning": info.hint.get(lang),
        "example": info.example,
    });
    if let Some(choices) = choices(info.shape) {
        all["choices"] = json!(choices);
    }
    if let Shape::Rows(columns) = info.shape {
        let columns: Vec<Value> = columns.iter().map(|column| as_json(column, lang)).collect();
        all["columns"] = json!(columns);
    }
    if info.shape.is_worded() {
        all["keys_by_language"] = json!(keys_by_lang(info.key));
    }
    all
}

fn choices(shape: Shape) -> Option<Vec<&'static str>> {
    match shape {
        Shape::Choice(choices) => Some(choices.iter().map(|choice| choice.token).collect()),
        Shape::Flag => Some(vec!["yes", "no"]),
        _ => None,
    }
}

fn keys_by_lang(key: &str) -> Vec<String> {
    Lang::WRITTEN
        .map(|lang| format!("{key}.{}", lang.code()))
        .into()
}
