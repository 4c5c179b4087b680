//! `attache issues PATH`: the issues of a visit, what changed in each and what was exported of it.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::{
    Failure, Output, Settings, Subcommand, args,
    sheet::{self, Row},
    visits,
};
use crate::{
    exchange::json,
    model::Visit,
    session::{self, Changed, ListedIssue, Told, draft_name, issue_said},
    words::{Lang, Said},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "issues",
    about: Said::new(
        "Die Fassungen eines Besuchs auflisten: was sich geändert hat und was ausgegeben wurde",
        "List the issues of a visit: what changed in each and what was exported of it",
        "Énumérer les versions d’une visite\u{a0}: ce qui a changé et ce qui en a été exporté",
    ),
    more: None,
    arguments: args::listing,
    run,
};

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let lang = settings.lang;
    let path = visits::path(matches, &settings.folders);
    let visit = visits::open_at(&path, settings)?.visit;
    let versions = session::list_issues(&path, &visit, lang)?;
    if args::wants_json(matches) {
        let all: Vec<Value> = versions.iter().map(as_json).collect();
        return Ok(Output::line(json::text(&all)));
    }
    let none = Said::new(
        "Noch keine Fassung; „attache issue“ hält eine fest",
        "No issue yet; ‘attache issue’ makes one",
        "Pas encore de version\u{a0}; «\u{a0}attache issue\u{a0}» en établit une",
    );
    let is_new = versions.iter().all(|version| version.issue.is_none());
    let mut text = String::new();
    for version in versions.iter().filter(|version| !version.is_nothing()) {
        push(&mut text, version, &visit, lang);
    }
    Ok(Output {
        text,
        notes: is_new
            .then(|| none.get(lang).to_owned())
            .into_iter()
            .collect(),
        ..Output::default()
    })
}

fn push(text: &mut String, version: &ListedIssue, visit: &Visit, lang: Lang) {
    let heading = version.issue.as_ref().map_or_else(
        || draft_name(version.since, lang),
        |issue| issue_said(issue, lang),
    );
    let told = version
        .told(visit, lang)
        .into_iter()
        .map(|told| match told {
            Told::Heading(line) => line,
            Told::Entry(line) => format!("– {line}"),
        });
    let rows: Vec<Row> = told.map(|line| Row::new("", line)).collect();
    sheet::section(text, &heading, &rows);
}

fn as_json(version: &ListedIssue) -> Value {
    let issue = version.issue.as_ref();
    json!({
        "number": issue.map(|issue| issue.number),
        "at": issue.map(|issue| issue.at),
        "note": issue.map(|issue| issue.note.as_str()),
        "since": version.since,
        "changes": version.changes.iter().map(change).collect::<Vec<_>>(),
        "sent": version.sent,
        "drafts": version.drafts,
    })
}

/// A change as programs read it.
pub(super) fn change(changed: &Changed) -> Value {
    json!({
        "kind": changed.kind.token(),
        "id": changed.id,
        "what": changed.what,
        "said": changed.said,
        "old": changed.old,
        "new": changed.new,
    })
}
