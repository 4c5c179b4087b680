//! Why a subcommand did nothing, as the one sentence that is printed.

use std::{
    io,
    path::{Path, PathBuf},
};

use thiserror::Error;

use super::{merge_driver::Unmerged, misuse::Misuse};
use crate::{
    display::{argument, safe},
    edit::Stale,
    model::{Kind, Unreadable},
    plan::Refusal,
    say,
    session::{SettingsError, SourceError, order::OrderError, with_hint},
    store::{
        self, Cause, ExportError, IssueError, Kept, OpenError, ReadError, RestoreError, SaveError,
        SetupError,
    },
    words::{Lang, Said, Speak, capitalised, choice, entry, labelled, quoted},
};

/// Why a subcommand did nothing.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub(super) enum Failure {
    /// The arguments are wrong beyond what clap finds; the program ends with 2 for this one.
    Misuse(#[from] Misuse),
    /// There are no settings.
    Settings(#[from] SettingsError),
    /// The visit does not allow it.
    Refused(#[from] Refusal),
    /// The visit is not as the change expects.
    Stale(#[from] Stale),
    /// A file could not be opened as a visit.
    Open(#[from] OpenError),
    /// A file could not be opened as a visit, but there is a backup of it, as the hint says.
    Damaged(Box<OpenError>, String),
    /// A folder could not be read.
    Read(#[from] ReadError),
    /// A file could not be saved.
    Save(#[from] SaveError),
    /// A day, a time or a length of time is not understood.
    Entry(#[from] entry::Unreadable),
    /// Records of this kind have no such key; these resemble it.
    NoSuchKey(Kind, String, Vec<String>),
    /// The visit has no record of this id; these resemble it.
    NoSuchId(String, Vec<String>),
    /// There is a file already.
    Exists(PathBuf),
    /// There is a file already, which an option replaces.
    ExistsUnlessForced(PathBuf),
    /// A sample that comes with the program is not changed in place.
    Sample(PathBuf),
    /// What could not be saved in a visit, or was typed in a form of it, is not changed as a visit.
    Kept(Box<Kept>),
    /// A paper cannot be made as it was ordered.
    Order(#[from] OrderError),
    /// There is nothing to make papers from.
    Source(#[from] SourceError),
    /// What was typed for a person or a letter means none.
    Unreadable(#[from] Unreadable),
    /// What was typed is the beginning of several names.
    Ambiguous(String, Vec<String>),
    /// There is no older issue than this one, with which it could be compared.
    FirstIssue(u32),
    /// A paper could not be written.
    Export(#[from] ExportError),
    /// An issue could not be made or read.
    Issue(#[from] IssueError),
    /// Versions of a visit could not be merged.
    Unmerged(#[from] Unmerged),
    /// A folder could not be set up for git.
    Setup(#[from] SetupError),
    /// There is no backup of this file.
    NoBackup(PathBuf),
    /// There is none of this number or as old as this, of so many.
    NoSuchBackup(String, usize),
    /// A backup was not restored.
    Restore(#[from] RestoreError),
    /// The person did not want it.
    NotWanted,
    /// Standard output cannot be written.
    Output(io::Error),
}

impl Speak for Failure {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Misuse(misuse) => misuse.say(lang),
            Self::Settings(error) => error.say(lang),
            Self::Refused(refusal) => refused(refusal, lang),
            Self::Stale(stale) => stale.say(lang),
            Self::Open(error) => error.say(lang),
            Self::Damaged(error, hint) => with_hint(error, hint, lang),
            Self::Read(error) => error.say(lang),
            Self::Save(error) => error.say(lang),
            Self::Entry(error) => error.say(lang),
            Self::NoSuchKey(kind, key, near) => no_such_key(*kind, key, near, lang),
            Self::NoSuchId(id, near) => no_such_id(id, near, lang),
            Self::Ambiguous(typed, names) => {
                let (typed, names) = (quoted(&safe(typed), lang), choice(names, lang));
                say!(
                    lang,
                    "{typed} ist mehrdeutig; gemeint ist {names}",
                    "{typed} may be several; what is meant is {names}",
                    "{typed} est équivoque\u{a0}; il s’agit de {names}"
                )
            }
            Self::Exists(path) => {
                let path = store::shown(path, lang);
                say!(
                    lang,
                    "{path} ist schon vorhanden und bleibt unverändert; bitte einen anderen Namen wählen",
                    "{path} is there already and is left as it is; choose another name",
                    "{path} existe déjà et reste inchangé\u{a0}; choisissez un autre nom"
                )
            }
            Self::ExistsUnlessForced(path) => {
                let path = store::shown(path, lang);
                say!(
                    lang,
                    "{path} ist schon vorhanden und bleibt unverändert; mit --force wird die Datei ersetzt",
                    "{path} is there already and is left as it is; --force replaces it",
                    "{path} existe déjà et reste inchangé\u{a0}; --force le remplace"
                )
            }
            Self::Sample(path) => sample(path, lang),
            Self::Kept(kept) => not_a_visit(kept, lang),
            Self::Order(error) => error.say(lang),
            Self::Source(error) => error.say(lang),
            Self::Unreadable(error @ Unreadable::NotThere(_, _, None)) => {
                with_all_ids(&error.say(lang), lang)
            }
            Self::Unreadable(error) => error.say(lang),
            Self::FirstIssue(number) => say!(
                lang,
                "Gezeigt würde Fassung {number}; es gibt keine ältere, mit der sie sich vergleichen ließe",
                "What would be shown is issue {number}; there is no older one to compare it with",
                "Il s’agirait de la version {number}\u{a0}; il n’y en a pas de plus ancienne à laquelle la comparer"
            ),
            Self::Export(error) => error.say(lang),
            Self::Issue(error) => error.say(lang),
            Self::Unmerged(error) => error.say(lang),
            Self::Setup(error) => error.say(lang),
            Self::NoBackup(path) => {
                let path = store::shown(path, lang);
                say!(
                    lang,
                    "Von {path} gibt es keine Sicherung",
                    "There is no backup of {path}",
                    "Il n’y a pas de sauvegarde de {path}"
                )
            }
            Self::NoSuchBackup(which, count) => {
                let which = quoted(&safe(which), lang);
                say!(
                    lang,
                    "Eine Sicherung {which} gibt es nicht; „attache backups“ zeigt die {count}, die es gibt",
                    "There is no backup {which}; ‘attache backups’ shows the {count} that there are",
                    "Il n’y a pas de sauvegarde {which}\u{a0}; «\u{a0}attache backups\u{a0}» montre les {count} disponibles"
                )
            }
            Self::Restore(error) => error.say(lang),
            Self::NotWanted => say!(
                lang,
                "Es wurde nichts geschrieben; mit --yes geschieht es ohne Frage",
                "Nothing was written; --yes does it without asking",
                "Rien n’a été écrit\u{a0}; --yes le fait sans question"
            ),
            Self::Output(error) => {
                let cause = Cause::of(error).say(lang);
                say!(
                    lang,
                    "Die Ausgabe lässt sich nicht schreiben. {cause}",
                    "The output cannot be written. {cause}",
                    "La sortie ne peut pas être écrite. {cause}"
                )
            }
        }
    }
}

/// A refusal with the key that is typed for it; on the screen there is none to type.
fn refused(refusal: &Refusal, lang: Lang) -> String {
    let key = match refusal {
        Refusal::Field { key, label, reason } => {
            let label = format!("{} ({key})", label.get(lang));
            return labelled(&label, &reason.say(lang), lang);
        }
        Refusal::NoSuchRecord(id) => return no_such_id(id, &[], lang),
        Refusal::Fixed(_) => "fixed=no",
        Refusal::Needs(Kind::Visit | Kind::Item | Kind::Task, _) => "title=…",
        Refusal::Needs(Kind::Place | Kind::Vehicle, _) => "name=…",
        _ => return refusal.say(lang),
    };
    format!("{} ({key})", refusal.say(lang))
}

fn not_a_visit(kept: &Kept, lang: Lang) -> String {
    let path = store::shown(&kept.path, lang);
    let visit = store::shown(&kept.about.visit, lang);
    let command = format!("attache {}", argument(&kept.about.visit));
    let command = quoted(&safe(&command), lang);
    say!(
        lang,
        "In {path} liegt, was sich nicht in {visit} speichern ließ oder dort in einem Formular stand; das bleibt, wie es ist. {command} bietet es an.",
        "{path} holds what could not be saved in {visit}, or was in a form there, and stays as it is. {command} offers it.",
        "{path} contient ce qui n’a pas pu être enregistré dans {visit}, ou figurait là dans un formulaire, et reste tel quel. {command} le propose."
    )
}

fn sample(path: &Path, lang: Lang) -> String {
    let name = path.file_name().map_or(path, Path::new);
    let command = format!(
        "cp {} ~/{}",
        argument(&path.to_string_lossy()),
        argument(&name.to_string_lossy())
    );
    let (path, command) = (store::shown(path, lang), safe(&command));
    say!(
        lang,
        "{path} ist ein Beispiel und bleibt, wie es ist; bitte erst kopieren und die Kopie ändern: {command}",
        "{path} is a sample and is left as it is; copy it first and change the copy: {command}",
        "{path} est un exemple et reste inchangé\u{a0}; copiez-le d’abord et modifiez la copie\u{a0}: {command}"
    )
}

fn no_such_key(kind: Kind, key: &str, near: &[String], lang: Lang) -> String {
    if near.is_empty() {
        return Refusal::NoSuchKey(kind, key.to_owned()).say(lang);
    }
    let (kind, token) = (capitalised(kind.label().get(lang)), kind.token());
    let (key, near) = (quoted(&safe(key), lang), choice(near, lang));
    say!(
        lang,
        "{kind}: Das Feld {key} gibt es nicht; gemeint ist vielleicht {near}, und alle zeigt „attache fields {token}“",
        "{kind}: there is no field {key}; perhaps {near} is meant, and ‘attache fields {token}’ lists them all",
        "{kind}\u{a0}: le champ {key} n’existe pas\u{a0}; peut-être {near}, et «\u{a0}attache fields {token}\u{a0}» les énumère tous"
    )
}

const ALL_IDS: Said = Said::new(
    "alle Kennungen zeigt „attache show PFAD“",
    "‘attache show PATH’ lists all ids",
    "«\u{a0}attache show CHEMIN\u{a0}» énumère les identifiants",
);

/// What is said, and how to see what could have been typed.
fn with_all_ids(said: &str, lang: Lang) -> String {
    let all = ALL_IDS.get(lang);
    say!(
        lang,
        "{said}; {all}",
        "{said}; {all}",
        "{said}\u{a0}; {all}"
    )
}

fn no_such_id(id: &str, near: &[String], lang: Lang) -> String {
    if near.is_empty() {
        let said = Refusal::NoSuchRecord(id.to_owned()).say(lang);
        return with_all_ids(&said, lang);
    }
    let all = ALL_IDS.get(lang);
    let (id, near) = (quoted(&safe(id), lang), choice(near, lang));
    say!(
        lang,
        "{id} gibt es in diesem Besuch nicht; gemeint ist vielleicht {near}, und {all}",
        "There is no {id} in this visit; perhaps {near} is meant, and {all}",
        "{id} n’existe pas dans cette visite\u{a0}; peut-être {near}, et {all}"
    )
}
