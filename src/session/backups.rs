//! The backups of a visit as they are listed: when each was, and what it would change.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::NaiveDateTime;

use super::{
    Settings,
    changed::{Changed, changes},
    outside::to_settle,
    told::{Told, change_count, change_said},
};
use crate::{
    display,
    model::{Visit, Zone},
    say,
    store::{About, Backup, Backups, Kind, OpenError, Recovery, RestoreError},
    words::{Lang, Said, Speak, labelled, quoted, time},
};

/// A backup, and what restoring it would change.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedBackup {
    /// It.
    pub backup: Backup,
    /// When that was, by the clock of the visit's home zone.
    pub at: NaiveDateTime,
    /// The same as `attache restore` takes it: it means this backup whatever others are made.
    pub stamp: String,
    /// The visit as it was, or why it is not restored: the file was broken then.
    pub content: Result<Arc<Visit>, String>,
    /// What would be different from now.
    pub differs: Differs,
    /// What the other file is called that it is of; none where it is of this one, wherever that was.
    pub other: Option<PathBuf>,
}

/// How a backup differs from what is there now.
#[derive(Debug, Clone, PartialEq)]
pub enum Differs {
    /// In this; in nothing where it is empty.
    In(Vec<Changed>),
    /// Only in what is in conflict: so many were open then.
    Conflicts(usize),
    /// It is of another visit.
    OtherVisit,
    /// It, or what is there now, cannot be read.
    Unknown,
}

/// How many changes a line names.
const NAMED: usize = 3;

/// The backups of the visit that is or was at `path`, the newest first, compared with the visit as
/// it is `now`, where that can be read.
pub fn list_backups(
    backups: &Backups,
    path: &Path,
    now: Option<&Visit>,
    lang: Lang,
) -> Vec<ListedBackup> {
    let read = backups.of(path).into_iter().map(|backup| {
        let content = match backup.open() {
            Ok(opened) => Ok(Arc::new(opened.visit)),
            Err(error) => Err(RestoreError::Unreadable(error).say(lang)),
        };
        (backup, content)
    });
    let read: Vec<(Backup, Result<Arc<Visit>, String>)> = read.collect();
    let zone = now.map(Visit::zone).or_else(|| {
        let mut visits = read.iter().filter_map(|(_, content)| content.as_ref().ok());
        visits.next().map(|visit| visit.zone())
    });
    let zone = zone.unwrap_or(Zone::UTC);
    read.into_iter()
        .map(|(backup, content)| ListedBackup {
            at: zone.local(backup.at),
            stamp: backup.stamp(zone),
            differs: differs(now, content.as_deref().ok(), lang),
            other: other(&backup, path),
            content,
            backup,
        })
        .collect()
}

fn differs(now: Option<&Visit>, then: Option<&Visit>, lang: Lang) -> Differs {
    match (now, then) {
        (Some(now), Some(then)) if now.head.id != then.head.id => Differs::OtherVisit,
        (Some(now), Some(then)) => match changes(now, then, lang) {
            none if none.is_empty() && now.conflicts != then.conflicts => {
                Differs::Conflicts(then.conflicts.len())
            }
            changes => Differs::In(changes),
        },
        _ => Differs::Unknown,
    }
}

impl ListedBackup {
    /// When it was: "12.11.2024, 14:05 Uhr".
    pub fn when(&self, lang: Lang) -> String {
        time::moment(self.at, lang)
    }

    /// Its size: "38 KB".
    pub fn size(&self, lang: Lang) -> String {
        let size = self.backup.size.div_ceil(1000);
        say!(lang, "{size}\u{a0}KB", "{size}\u{a0}kB", "{size}\u{a0}ko")
    }

    /// What is different from now, in a few words.
    pub fn in_short(&self, lang: Lang) -> String {
        let title = |visit: &Visit| quoted(visit.head.title.get(lang, visit.main_lang()), lang);
        let said = match (&self.differs, &self.content) {
            (_, Err(_)) => say!(
                lang,
                "war schon nicht lesbar",
                "could not be read then either",
                "était déjà illisible"
            ),
            (Differs::Unknown, Ok(visit)) => title(visit),
            (Differs::OtherVisit, Ok(visit)) => {
                let title = title(visit);
                say!(
                    lang,
                    "ein anderer Besuch: {title}",
                    "another visit: {title}",
                    "une autre visite\u{a0}: {title}"
                )
            }
            (Differs::Conflicts(0), _) => say!(
                lang,
                "ohne die offenen Widersprüche",
                "without the open conflicts",
                "sans les conflits ouverts"
            ),
            (Differs::Conflicts(n), _) => to_settle(*n, lang),
            (Differs::In(changes), _) if changes.is_empty() => {
                say!(lang, "wie jetzt", "as it is now", "comme maintenant")
            }
            (Differs::In(changes), _) => {
                let count = change_count(changes.len(), lang);
                labelled(&count, &named(changes), lang)
            }
        };
        let Some(name) = &self.other else {
            return said;
        };
        let name = quoted(&display::safe(&name.to_string_lossy()), lang);
        say!(
            lang,
            "{said} (aus {name})",
            "{said} (of {name})",
            "{said} (de {name})"
        )
    }

    /// What restoring it would do, in full.
    pub fn told(&self, lang: Lang) -> Vec<Told> {
        let Differs::In(changes) = &self.differs else {
            let said = self.content.as_ref().err().cloned();
            return vec![Told::Heading(said.unwrap_or_else(|| self.in_short(lang)))];
        };
        if changes.is_empty() {
            return vec![Told::Heading(self.in_short(lang))];
        }
        let heading = Said::new(
            "Das Wiederherstellen ändert",
            "To restore it changes",
            "La restauration change",
        );
        let heading = labelled(heading.get(lang), &change_count(changes.len(), lang), lang);
        let entries = changes
            .iter()
            .map(|one| Told::Entry(change_said(one, lang)));
        std::iter::once(Told::Heading(heading))
            .chain(entries)
            .collect()
    }

    /// Whether the visit that is `now` can be made what it was in here.
    pub const fn is_of_this_visit(&self) -> bool {
        matches!(self.differs, Differs::In(_))
    }
}

/// What the file is called that a backup was made of, if that is not the one at `path`. Where both have
/// one name, as in two clones, the folder tells them apart; a file that is no longer there may have
/// become this one.
fn other(backup: &Backup, path: &Path) -> Option<PathBuf> {
    let from = &backup.from;
    let name = from.file_name().map(PathBuf::from).unwrap_or_default();
    if from.file_name() != path.file_name() {
        return Some(name);
    }
    let is_another = !backup.is_of(path) && from.exists();
    let folder = from.parent().and_then(Path::file_name).unwrap_or_default();
    is_another.then(|| Path::new(folder).join(name))
}

/// The first few things that differ, each once.
fn named(changes: &[Changed]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for one in changes {
        if !names.contains(&one.what.as_str()) {
            names.push(&one.what);
        }
    }
    let more = if names.len() > NAMED { ", …" } else { "" };
    names.truncate(NAMED);
    format!("{}{more}", names.join(", "))
}

/// What can stand in for a file that cannot be opened, as sentences: what an earlier run could not
/// save in it, and the newest backup with the command for it; none where there is neither, or where
/// they are no help.
pub fn backup_hint(error: &OpenError, path: &Path, settings: &Settings) -> Option<String> {
    if !error.is_damage() {
        return None;
    }
    let hints = [unsaved(path, settings), newest(path, settings)];
    let hints: Vec<String> = hints.into_iter().flatten().collect();
    (!hints.is_empty()).then(|| hints.join(". "))
}

/// What an earlier run could not save in the file: it is newer than any backup.
fn unsaved(path: &Path, settings: &Settings) -> Option<String> {
    let path = std::path::absolute(path).ok()?;
    let path = path.to_string_lossy();
    let left = Recovery::at(settings.folders.recovery()).left_behind();
    let is_it = |about: &About| about.kind == Kind::Unsaved && about.visit == path;
    let kept = left.into_iter().find(|kept| is_it(&kept.about))?;
    let lang = settings.lang;
    let kept = quoted(&display::safe(&kept.path.to_string_lossy()), lang);
    Some(say!(
        lang,
        "Was zuletzt nicht gespeichert werden konnte, liegt in {kept} und lässt sich wie ein Besuch öffnen",
        "What could not be saved last is in {kept} and can be opened like a visit",
        "Ce qui n’a pas pu être enregistré en dernier est dans {kept} et s’ouvre comme une visite"
    ))
}

/// The newest backup that can be read: of this very file, else of another of the same visit, of which
/// it is said then.
fn newest(path: &Path, settings: &Settings) -> Option<String> {
    let all = settings.backups().of(path).into_iter();
    let (own, others): (Vec<_>, Vec<_>) = all.partition(|backup| backup.is_of(path));
    let (backup, zone) = own.into_iter().chain(others).find_map(|backup| {
        let zone = backup.open().ok()?.visit.zone();
        Some((backup, zone))
    })?;
    let lang = settings.lang;
    let shown = display::argument(&path.to_string_lossy());
    let command = format!("attache restore {shown} {}", backup.stamp(zone));
    let command = quoted(&display::safe(&command), lang);
    let at = time::moment(zone.local(backup.at), lang);
    if backup.is_of(path) {
        return Some(say!(
            lang,
            "Die neueste lesbare Sicherung ist vom {at}; {command} stellt sie wieder her",
            "The newest backup that can be read is of {at}; {command} restores it",
            "La dernière sauvegarde lisible est du {at}\u{a0}; {command} la restaure"
        ));
    }
    let from = quoted(&display::safe(&backup.from.to_string_lossy()), lang);
    Some(say!(
        lang,
        "Von dieser Datei gibt es keine lesbare Sicherung; die neueste der Datei {from} mit demselben Besuch ist vom {at}, und {command} stellt sie hier wieder her",
        "There is no backup of this file that can be read; the newest of the file {from}, which holds the same visit, is of {at}, and {command} restores it here",
        "Il n’y a pas de sauvegarde lisible de ce fichier\u{a0}; la dernière du fichier {from}, qui contient la même visite, est du {at}, et {command} la restaure ici"
    ))
}

/// An error with the hint behind it, as two sentences.
pub fn with_hint(error: &OpenError, hint: &str, lang: Lang) -> String {
    let error = error.say(lang);
    format!("{}. {hint}.", error.trim_end_matches('.'))
}
