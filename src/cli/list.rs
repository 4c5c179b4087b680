//! `attache list [FOLDER]`: the visits of a library, the latest first.

use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::{
    Failure, Output, Settings, Subcommand, args,
    sheet::{self, Row},
};
use crate::{
    exchange::json,
    store::{self, Listed, ReadError, Summary},
    words::{Lang, Said, Speak, count, date, joined, people, plural, shared},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "list",
    about: Said::new(
        "Die Besuche der Bibliothek oder eines Ordners auflisten",
        "List the visits of the library or of a folder",
        "Énumérer les visites de la bibliothèque ou d’un dossier",
    ),
    more: None,
    arguments,
    run,
};

const ARCHIVE: &str = "archive";

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let folder = Said::new(
        "Ordner mit Besuchsdateien; ohne Angabe die Bibliothek",
        "A folder of visit files; the library when nothing is given",
        "Dossier de fichiers de visite\u{a0}; à défaut, la bibliothèque",
    );
    let archive = Said::new(
        "Auch die archivierten",
        "The archived ones too",
        "Aussi les visites archivées",
    );
    let name = Said::new("ORDNER", "FOLDER", "DOSSIER");
    command
        .arg(args::path(folder, lang).value_name(name.get(lang)))
        .arg(args::flag(ARCHIVE, archive, lang))
        .arg(args::format(lang))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let lang = settings.lang;
    let given = matches.get_one::<PathBuf>(args::PATH);
    if let Some(folder) = given.filter(|folder| folder.symlink_metadata().is_err()) {
        let path = folder.clone();
        return Err(ReadError::Missing { path }.into());
    }
    let library = given.unwrap_or(&settings.folders.library);
    let listed = store::list(library, matches.get_flag(ARCHIVE))?;
    if args::wants_json(matches) {
        let all: Vec<Value> = listed.iter().map(|one| as_json(one, lang)).collect();
        return Ok(Output::line(json::text(&all)));
    }
    let rows: Vec<Row> = listed
        .iter()
        .map(|one| row(one, given.is_none(), lang))
        .collect();
    let mut text = String::new();
    sheet::push_all(&mut text, &rows);
    let empty = Said::new(
        "Hier gibt es noch keine Besuche; „attache new“ legt einen an",
        "There are no visits here yet; ‘attache new’ makes one",
        "Il n’y a pas encore de visite ici\u{a0}; «\u{a0}attache new\u{a0}» en crée une",
    );
    let notes = rows.is_empty().then(|| empty.get(lang).to_owned());
    Ok(Output {
        text,
        notes: notes.into_iter().collect(),
        ..Output::default()
    })
}

/// A visit in a line, with the path by which arguments name it: in the library its name will do.
fn row(listed: &Listed, by_name: bool, lang: Lang) -> Row {
    let name = match listed.path.file_stem() {
        Some(stem) if by_name && !listed.archived => stem.to_string_lossy(),
        _ => listed.path.to_string_lossy(),
    };
    let (days, said) = match &listed.content {
        Ok(summary) => (days(summary, lang), told(summary, listed.archived, lang)),
        Err(error) => ("?".to_owned(), error.say(lang)),
    };
    Row::new(days, said).with_id(&name)
}

fn days(summary: &Summary, lang: Lang) -> String {
    match (summary.first, summary.last) {
        (Some(first), Some(last)) => date::range_short(first, last, lang),
        _ => Said::new("Akte", "Dossier", "Dossier").get(lang).to_owned(),
    }
}

fn told(summary: &Summary, archived: bool, lang: Lang) -> String {
    let main = summary.main;
    let letter = |n| plural(n, shared::LETTER, shared::LETTERS, lang);
    let archived = archived.then_some(Said::new("archiviert", "archived", "archivée").get(lang));
    let parts = [
        Some(summary.title.get(lang, main).to_owned()),
        Some(summary.partner.get(lang, main).to_owned()),
        Some(summary.status.label().get(lang).to_owned()),
        archived.map(str::to_owned),
        (summary.items > 0).then(|| count(summary.items, shared::ITEM, shared::ITEMS, lang)),
        (summary.heads.1 > 0).then(|| people(summary.heads, lang)),
        (summary.letters > 0).then(|| format!("{} {}", summary.letters, letter(summary.letters))),
    ];
    joined(parts.into_iter().flatten(), " · ")
}

fn as_json(listed: &Listed, lang: Lang) -> Value {
    let mut all = json!({ "path": listed.path.to_string_lossy(), "archived": listed.archived });
    match &listed.content {
        Ok(summary) => {
            all["id"] = json!(summary.id);
            all["title"] = json!(summary.title);
            all["partner"] = json!(summary.partner);
            all["partner_place"] = json!(summary.partner_place);
            all["first"] = json!(summary.first);
            all["last"] = json!(summary.last);
            all["status"] = json!(summary.status.token());
            all["items"] = json!(summary.items);
            all["heads"] = json!([summary.heads.0, summary.heads.1]);
            all["letters"] = json!(summary.letters);
        }
        Err(error) => all["error"] = json!(error.say(lang)),
    }
    all
}
