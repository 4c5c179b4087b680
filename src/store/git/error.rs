//! Why `git` did not do what it was asked, in words, with what to do about it.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use thiserror::Error;

use super::{Deleted, Output, Why, why::meaning};
use crate::{
    display, say,
    store::{Cause, shown},
    words::{Lang, Said, Speak, list, quoted},
};

/// Why `git` did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.say(Lang::En))]
pub enum GitError {
    /// There is no such program.
    Missing,
    /// The repository belongs to another account.
    Foreign(PathBuf),
    /// The program could not be started or waited for.
    Start(String),
    /// This program's own path, by which `git` calls it to merge, is not known or cannot be told.
    Program(PathBuf),
    /// A file of attributes, which say what is merged by meaning, cannot be read or written.
    Attributes(PathBuf, Cause),
    /// It said nothing for so long that it was ended.
    Silent(Duration),
    /// It put out more than is taken.
    TooMuch,
    /// The repository is no longer there.
    Gone,
    /// The person ended it.
    Cancelled,
    /// The visit's file is being saved by somebody else.
    Held,
    /// No backup could be made before something is given up.
    NoBackup,
    /// One side deleted files that the other changed.
    Deleted(Deleted),
    /// Of what was in conflict only the version of one side is in the visit. Whether that was settled
    /// so, or `git` did not merge it, only the officer knows.
    Dropped {
        /// How many conflicts.
        number: usize,
        /// What they are about.
        what: String,
    },
    /// Both sides made issues of the same numbers; the merge was taken back.
    Twice {
        /// The folder beside the visit, from the root.
        folder: PathBuf,
        /// The number of each, and one that is free on both sides.
        issues: Vec<(u32, u32)>,
    },
    /// It refused.
    Refused {
        /// Why, as far as that is known.
        why: Why,
        /// Its own last line, or the files that it is about, where that says more.
        line: String,
    },
}

impl GitError {
    /// What an exit code other than 0 means.
    pub fn refused(output: &Output) -> Self {
        let out = String::from_utf8_lossy(&output.out);
        let why = meaning(&output.err).or_else(|| meaning(&out));
        let why = why.unwrap_or(Why::Other);
        let line = match why {
            Why::Uncommitted => Some(files_in(&output.err)),
            why if !why.is_told_by_git() => None,
            _ => last_line(&output.err).or_else(|| last_line(&out)),
        };
        Self::Refused {
            why,
            line: line.unwrap_or_default(),
        }
    }

    /// That a merge that stopped was taken back, with what the driver said.
    pub(super) fn unmerged(output: &Output) -> Self {
        let out = String::from_utf8_lossy(&output.out);
        let conflict = || out.lines().find(|line| line.starts_with("CONFLICT"));
        let line = last_line(&output.err).or_else(|| conflict().map(str::to_owned));
        Self::Refused {
            why: Why::Unmerged,
            line: line.unwrap_or_default(),
        }
    }

    /// Why `git` refused, if that is what it did.
    pub const fn why(&self) -> Option<Why> {
        match self {
            Self::Refused { why, .. } => Some(*why),
            _ => None,
        }
    }

    /// Whether it is one that the officer may say yes to.
    pub const fn is_question(&self) -> bool {
        matches!(self, Self::Dropped { .. })
    }

    /// A refusal of which nothing more is to be said.
    pub const fn foreseen(why: Why) -> Self {
        Self::Refused {
            why,
            line: String::new(),
        }
    }
}

/// The last complaint without what only concerns its form; what `git` advises is for its own
/// command line. The last that says what is wrong counts before one that only goes with it.
fn last_line(text: &str) -> Option<String> {
    let lines = || {
        let lines = text.split(['\n', '\r']).map(str::trim);
        lines.filter(|line| !line.is_empty() && !line.starts_with("hint:"))
    };
    let wrong = |line: &&str| {
        let marks = ["fatal:", "error:", "!", "remote: error:", "ERROR:"];
        // What it says whatever the other side refused.
        let is_all = line.contains("failed to push some refs");
        !is_all && marks.iter().any(|mark| line.starts_with(mark))
    };
    let line = lines().rfind(wrong).or_else(|| lines().next_back())?;
    let line = ["fatal: ", "error: "]
        .iter()
        .find_map(|mark| line.strip_prefix(mark))
        .unwrap_or(line);
    Some(line.to_owned())
}

/// The files that a complaint lists, each on a line of its own that begins with a tab.
fn files_in(text: &str) -> String {
    let files = text.lines().filter_map(|line| line.strip_prefix('\t'));
    files.collect::<Vec<_>>().join(", ")
}

impl Speak for GitError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Missing => MISSING.say(lang),
            Self::Foreign(folder) => {
                let folder = shown(folder, lang);
                say!(
                    lang,
                    "Das Repository {folder} gehört einem anderen Benutzerkonto; git wird darin nicht ausgeführt. Bitte mit einem eigenen Klon arbeiten.",
                    "The repository {folder} belongs to another account; git is not run in it. Please work with a clone of your own.",
                    "Le dépôt {folder} appartient à un autre compte\u{a0}; git n’y est pas lancé. Travaillez avec votre propre clone."
                )
            }
            Self::Start(error) => {
                let error = display::safe(error);
                say!(
                    lang,
                    "git lässt sich nicht starten: {error}",
                    "git cannot be started: {error}",
                    "git ne peut pas être lancé\u{a0}: {error}"
                )
            }
            Self::Program(path) => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "git kann dieses Programm zum Zusammenführen nicht aufrufen, sein Pfad {path} ist unbekannt oder kein Text in UTF-8. Bitte das Programm in einen Ordner des PATH legen und neu starten.",
                    "git cannot call this program to merge: its path {path} is unknown or not UTF-8 text. Please put the program into a folder of the PATH and start it again.",
                    "git ne peut pas appeler ce programme pour fusionner\u{a0}: son chemin {path} est inconnu ou n’est pas du texte en UTF-8. Placez le programme dans un dossier du PATH et relancez-le."
                )
            }
            Self::Attributes(path, cause) => {
                let (path, cause) = (shown(path, lang), cause.say(lang));
                say!(
                    lang,
                    "Die Datei {path} mit den Attributen für git lässt sich nicht lesen oder schreiben; es wurde nichts zusammengeführt. {cause}",
                    "The file {path} with the attributes for git cannot be read or written; nothing was merged. {cause}",
                    "Le fichier {path} des attributs de git ne peut être lu ou écrit\u{a0}; rien n’a été fusionné. {cause}"
                )
            }
            Self::Silent(patience) => {
                let seconds = patience.as_secs();
                say!(
                    lang,
                    "git hat {seconds} Sekunden lang nichts von sich hören lassen und wurde beendet. Bitte die Verbindung prüfen und erneut versuchen.",
                    "git said nothing for {seconds} seconds and was ended. Please check the connection and try again.",
                    "git n’a rien répondu pendant {seconds} secondes et a été arrêté. Vérifiez la connexion et réessayez."
                )
            }
            Self::Gone => GONE.say(lang),
            Self::TooMuch => TOO_MUCH.say(lang),
            Self::Cancelled => CANCELLED.say(lang),
            Self::Held => HELD.say(lang),
            Self::NoBackup => NO_BACKUP.say(lang),
            Self::Deleted(deleted) => deleted.said(lang),
            Self::Dropped { number, what } => dropped(*number, what, lang),
            Self::Twice { folder, issues } => twice(folder, issues, lang),
            Self::Refused {
                why: Why::Uncommitted,
                line,
            } if !line.is_empty() => {
                let files = display::safe(line);
                say!(
                    lang,
                    "Diese Dateien sind geändert und noch in keinem Commit; das Holen würde sie überschreiben: {files}. Bitte sie erst in einen Commit aufnehmen, dann erneut holen.",
                    "These files are changed and in no commit yet, and the pull would overwrite them: {files}. Please commit them first, then pull again.",
                    "Ces fichiers sont modifiés et pas encore validés\u{a0}; la récupération les écraserait\u{a0}: {files}. Validez-les d’abord, puis récupérez de nouveau."
                )
            }
            Self::Refused { why, line } => {
                let said = why.said().get(lang);
                let line = display::safe(line);
                if line.is_empty() {
                    return said.to_owned();
                }
                let line = quoted(&line, lang);
                say!(
                    lang,
                    "{said} (git: {line})",
                    "{said} (git: {line})",
                    "{said} (git\u{a0}: {line})"
                )
            }
        }
    }
}

/// Of what only the version of one side is in the visit, and what to do if nobody wanted that.
fn dropped(number: usize, what: &str, lang: Lang) -> String {
    say!(
        lang,
        "Hier steht nur die Version einer Seite, die der anderen ginge verloren ({number}): {what}. Hat das niemand so entschieden, hat git den Besuch nicht zusammengeführt: Dann bitte abbrechen und hier holen, so wird jede Stelle zur Entscheidung gestellt.",
        "Here only the version of one side stands, that of the other would be lost ({number}): {what}. Unless somebody settled it so, git did not merge the visit: then please abort and pull here, to be asked about each.",
        "Seule la version d’un côté figure ici, celle de l’autre serait perdue ({number})\u{a0}: {what}. Si personne n’en a décidé ainsi, git n’a pas fusionné la visite\u{a0}: abandonnez alors et récupérez ici, pour décider de chaque point."
    )
}

/// Which issues both sides made, and what the own ones have to be called.
fn twice(folder: &Path, issues: &[(u32, u32)], lang: Lang) -> String {
    let folder = shown(folder, lang);
    let numbers: Vec<String> = issues
        .iter()
        .map(|(number, _)| number.to_string())
        .collect();
    let numbers = list(&numbers, lang);
    let renamed: Vec<String> = issues
        .iter()
        .map(|(number, free)| format!("issue-{number} → issue-{free}"))
        .collect();
    let renamed = renamed.join(", ");
    say!(
        lang,
        "Beide Seiten haben in {folder} eine Fassung mit derselben Nummer festgehalten ({numbers}). Das Holen wurde zurückgenommen, alles ist wie zuvor. Bitte den eigenen Ordner dort umbenennen ({renamed}), einen Commit anlegen und erneut holen; die Fassung der anderen Seite behält ihre Nummer.",
        "Both sides made an issue of the same number in {folder} ({numbers}). The pull was taken back, everything is as it was. Please rename your own folder there ({renamed}), commit and pull again; the issue of the other side keeps its number.",
        "Les deux côtés ont établi dans {folder} une version du même numéro ({numbers}). La récupération a été annulée, tout est comme avant. Renommez-y votre propre dossier ({renamed}), créez un commit et récupérez de nouveau\u{a0}; la version de l’autre côté garde son numéro."
    )
}

const MISSING: Said = Said::new(
    "Das Programm git ist nicht installiert. Bitte installieren lassen, dann erneut versuchen.",
    "The program git is not installed. Please have it installed, then try again.",
    "Le programme git n’est pas installé. Faites-le installer, puis réessayez.",
);

const TOO_MUCH: Said = Said::new(
    "git hat mehr ausgegeben, als hier gelesen wird. Bitte auf der Befehlszeile nachsehen.",
    "git put out more than is read here. Please have a look on the command line.",
    "git a affiché plus que ce qui est lu ici. Vérifiez en ligne de commande.",
);

const GONE: Said = Said::new(
    "Der Besuch liegt in keinem Repository mehr. Bitte prüfen, ob der Ordner verschoben wurde.",
    "The visit is in no repository any more. Please check whether the folder was moved.",
    "La visite n’est plus dans un dépôt. Vérifiez si le dossier a été déplacé.",
);

const CANCELLED: Said = Said::new(
    "git wurde abgebrochen",
    "git was stopped",
    "git a été interrompu",
);

const HELD: Said = Said::new(
    "Der Besuch wird gerade von einem anderen Programm gespeichert; git wurde nicht ausgeführt. Bitte warten und erneut versuchen.",
    "Another program is saving the visit; git was not run. Please wait and try again.",
    "Un autre programme enregistre la visite\u{a0}; git n’a pas été lancé. Patientez, puis réessayez.",
);

const NO_BACKUP: Said = Said::new(
    "Vom Besuch ließ sich keine Sicherung anlegen; die Zusammenführung wurde nicht abgebrochen. Bitte freien Platz und Rechte prüfen, dann erneut versuchen.",
    "No backup of the visit could be made; the merge was not aborted. Please check free space and permissions, then try again.",
    "Aucune sauvegarde de la visite n’a pu être créée\u{a0}; la fusion n’a pas été abandonnée. Vérifiez l’espace libre et les droits, puis réessayez.",
);
