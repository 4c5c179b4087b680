//! What is said of the backups of a file that cannot be opened.

use std::path::Path;

use crate::{
    display, say,
    session::Settings,
    store::{self, About, Kind, OpenError, Recovery},
    words::{Lang, Speak, quoted, time},
};

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
    let command = format!("attache {}", display::argument(&path));
    let left = Recovery::at(settings.folders.recovery()).left_behind();
    let is_it = |about: &About| about.kind == Kind::Unsaved && about.visit == path;
    let kept = left.into_iter().find(|kept| is_it(&kept.about))?;
    let lang = settings.lang;
    let kept = store::shown(&kept.path, lang);
    let command = quoted(&display::safe(&command), lang);
    Some(say!(
        lang,
        "Was zuletzt nicht gespeichert werden konnte, liegt in {kept}; {command} bietet es an",
        "What could not be saved last is in {kept}; {command} offers it",
        "Ce qui n’a pas pu être enregistré en dernier est dans {kept}\u{a0}; {command} le propose"
    ))
}

/// The newest backup that can be read: of this very file, else of another of the same visit, of which
/// it is said then.
fn newest(path: &Path, settings: &Settings) -> Option<String> {
    let all = settings.backups().of(path).into_iter();
    let (own, others): (Vec<_>, Vec<_>) = all.partition(|backup| backup.is_of(path));
    let mut all = own.into_iter().chain(others);
    let backup = all.find(|backup| backup.open().is_ok())?;
    let lang = settings.lang;
    let shown = display::argument(&path.to_string_lossy());
    let at = settings.local(backup.at.and_utc());
    let command = format!("attache restore {shown} {}", backup.stamp(at));
    let command = quoted(&display::safe(&command), lang);
    let at = time::moment(at, lang);
    if backup.is_of(path) {
        return Some(say!(
            lang,
            "Die neueste lesbare Sicherung ist vom {at}; {command} stellt sie wieder her",
            "The newest backup that can be read is of {at}; {command} restores it",
            "La dernière sauvegarde lisible est du {at}\u{a0}; {command} la restaure"
        ));
    }
    let from = store::shown(&backup.from, lang);
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
