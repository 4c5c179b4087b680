//! `attache backups PATH`: the earlier versions of a visit that can be restored.

use std::path::Path;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::{
    Failure, Output, Settings, Subcommand, args, issues,
    sheet::{self, Row},
    visits,
};
use crate::{
    exchange::json,
    model::Visit,
    say,
    session::{Differs, ListedBackup, list_backups},
    store::{self, OpenError, ReadError},
    words::{Lang, Said, joined},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "backups",
    about: Said::new(
        "Die Sicherungen eines Besuchs auflisten: von wann, und was seither anders ist",
        "List the backups of a visit: of when, and what is different since",
        "Énumérer les sauvegardes d’une visite\u{a0}: leur date et ce qui a changé depuis",
    ),
    more: Some(Said::new(
        "Die Datei darf beschädigt, leer oder gelöscht sein. Aufbewahrt werden alle Sicherungen des \
         letzten Tages, die letzte jedes Tages einen Monat lang, die letzte jedes Monats ein Jahr \
         lang und immer die neuesten fünf. Nach denen dieser Datei, die neueste zuerst, stehen die von Kopien \
         desselben Besuchs in anderen Dateien. „attache restore“ stellt eine wieder her: nach ihrer \
         Nummer oder nach der Zeit in Klammern, die dieselbe bleibt.",
        "The file may be damaged, empty or deleted. What is kept: all backups of the last day, the \
         last of each day for a month, the last of each month for a year, and always the newest \
         five. After those of this file, the newest first, come those of copies of the same visit in \
         other files. ‘attache restore’ restores one: by its number, or by the time in brackets, \
         which stays the same.",
        "Le fichier peut être endommagé, vide ou supprimé. Sont conservées\u{a0}: toutes les \
         sauvegardes du dernier jour, la dernière de chaque jour pendant un mois, la dernière de \
         chaque mois pendant un an et toujours les cinq plus récentes. Après celles de ce fichier, la plus \
         récente en tête, viennent celles des copies de la même visite dans d’autres fichiers. \
         «\u{a0}attache restore\u{a0}» en restaure une\u{a0}: selon son numéro ou selon l’heure entre \
         crochets, qui ne change pas.",
    )),
    arguments: args::listing,
    run,
};

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let lang = settings.lang;
    let path = visits::path(matches, &settings.folders);
    let (all, notes) = listed(&path, settings)?;
    if args::wants_json(matches) {
        let all: Vec<Value> = all.iter().enumerate().map(as_json).collect();
        return Ok(Output {
            notes,
            ..Output::line(json::text(&all))
        });
    }
    let rows: Vec<Row> = all.iter().enumerate().map(|one| row(one, lang)).collect();
    let mut text = String::new();
    sheet::push_all(&mut text, &rows);
    Ok(Output {
        text,
        notes,
        ..Output::default()
    })
}

/// The backups of what is or was at a path, and what is to be said about it: that there are none
/// yet, or why the file itself cannot be read.
///
/// # Errors
/// Why the file cannot be opened, where there are no backups of it either.
pub(super) fn listed(
    path: &Path,
    settings: &Settings,
) -> Result<(Vec<ListedBackup>, Vec<String>), Failure> {
    let lang = settings.lang;
    let now = store::open(path);
    let visit: Option<&Visit> = now.as_ref().ok().map(|opened| &opened.visit);
    let all = list_backups(&settings.backups(), path, visit, settings);
    let note = match now {
        Ok(_) if all.is_empty() => Some(none_yet(path, lang)),
        Err(error) if all.is_empty() => return Err(error.into()),
        Ok(_) => None,
        Err(error) => Some(unreadable(&error, path, lang)),
    };
    Ok((all, note.into_iter().collect()))
}

fn none_yet(path: &Path, lang: Lang) -> String {
    let path = store::shown(path, lang);
    say!(
        lang,
        "Von {path} gibt es noch keine Sicherung; die erste entsteht, wenn daran gearbeitet wird",
        "There is no backup of {path} yet; the first is made when it is worked on",
        "Il n’y a pas encore de sauvegarde de {path}\u{a0}; la première est créée dès qu’on y travaille"
    )
}

/// Why there is nothing to compare with.
fn unreadable(error: &OpenError, path: &Path, lang: Lang) -> String {
    let path = store::shown(path, lang);
    match error {
        OpenError::Read(ReadError::Missing { .. }) => say!(
            lang,
            "{path} ist nicht mehr vorhanden; es gibt nur die Sicherungen",
            "{path} is no longer there; there are only the backups",
            "{path} n’existe plus\u{a0}; il ne reste que les sauvegardes"
        ),
        _ => say!(
            lang,
            "{path} ist nicht lesbar; die Sicherungen lassen sich daher nicht vergleichen",
            "{path} cannot be read, so there is nothing to compare the backups with",
            "{path} est illisible\u{a0}; rien ne permet donc de comparer les sauvegardes"
        ),
    }
}

fn row((nth, one): (usize, &ListedBackup), lang: Lang) -> Row {
    let parts = [one.when(lang), one.size(lang), one.in_short(lang)];
    Row::new((nth + 1).to_string(), joined(parts, " · ")).with_id(&one.stamp)
}

fn as_json((nth, one): (usize, &ListedBackup)) -> Value {
    let changes = match &one.differs {
        Differs::In(changes) => Some(changes.iter().map(issues::change).collect::<Vec<_>>()),
        Differs::Conflicts(_) => Some(Vec::new()),
        Differs::OtherVisit | Differs::Unknown => None,
    };
    let at = one.backup.at.format("%Y-%m-%dT%H:%M:%S%.3fZ");
    json!({
        "number": nth + 1,
        "at": at.to_string(),
        "size": one.backup.size,
        "of": one.backup.from.to_string_lossy(),
        "path": one.backup.path.to_string_lossy(),
        "visit": one.content.as_ref().ok().map(|visit| visit.head.id.to_string()),
        "error": one.content.as_ref().err(),
        "changes": changes,
    })
}
