//! Why an issue could not be made or read, in words, with what to do about it.

use std::path::PathBuf;

use thiserror::Error;

use super::Issue;
use crate::{
    display, say,
    store::{OpenError, ReadError, Reason, SaveError, shown},
    words::{Lang, Speak, list, quoted},
};

/// Why an issue, or what was kept of it, could not be made or read.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum IssueError {
    /// It could not be read.
    Read(#[from] ReadError),
    /// The frozen visit could not be opened.
    Open(#[from] OpenError),
    /// It could not be written.
    Save(#[from] SaveError),
    /// It is one of the samples of the program, which stay as they are.
    Sample {
        /// The sample.
        path: PathBuf,
    },
    /// It is the frozen visit of an issue, which stays as it went out.
    Frozen {
        /// The frozen visit.
        path: PathBuf,
    },
    /// Nothing changed since the newest issue.
    Unchanged(Issue),
    /// There is no such issue.
    Missing {
        /// The visit.
        path: PathBuf,
        /// The number that was asked for.
        number: u32,
        /// Those that there are.
        known: Vec<u32>,
    },
    /// Something else stands where a file or folder of an issue belongs, such as a link.
    Foreign {
        /// What stands there.
        path: PathBuf,
    },
    /// A file of an issue is gone, empty or something else.
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// The log of what was exported is empty or something else.
    NoLog {
        /// The file.
        path: PathBuf,
    },
    /// A file of an issue, or of what was sent, cannot be understood.
    Broken {
        /// The file.
        path: PathBuf,
        /// The line.
        line: usize,
        /// What is wrong there.
        reason: Reason,
    },
    /// A file of an issue is of a newer program.
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format version.
        version: u32,
    },
    /// This cannot be the name of a paper.
    Name(String),
    /// Another paper was kept under that name.
    KeptOther {
        /// The paper that is kept.
        path: PathBuf,
    },
}

impl Speak for IssueError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Read(error) => error.say(lang),
            Self::Open(error) => error.say(lang),
            Self::Save(error) => error.say(lang),
            Self::Sample { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist ein Beispiel von Attaché und hat keine Fassungen. Bitte die Datei an einen anderen Ort kopieren und dort arbeiten.",
                    "{path} is a sample of Attaché and has no issues. Copy the file to another place and work there.",
                    "{path} est un exemple d’Attaché et n’a pas de versions. Copiez le fichier ailleurs et travaillez-y."
                )
            }
            Self::Frozen { path } => frozen(&shown(path, lang), lang),
            Self::Unchanged(Issue { number, .. }) => say!(
                lang,
                "Seit Fassung {number} hat sich nichts geändert; sie gilt weiter. Für eine neue Fassung zuerst etwas ändern.",
                "Nothing changed since issue {number}, which still holds. Change something before making a new issue.",
                "Rien n’a changé depuis la version {number}, qui reste valable. Modifiez quelque chose avant d’établir une nouvelle version."
            ),
            Self::Missing {
                path,
                number,
                known,
            } => missing(&shown(path, lang), *number, known, lang),
            Self::Foreign { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} gehört nicht zu den Fassungen dieses Besuchs: Dort steht eine Verknüpfung oder etwas anderes. Bitte prüfen und umbenennen.",
                    "{path} does not belong to the issues of this visit: it is a link or something else. Check it and rename it.",
                    "{path} n’appartient pas aux versions de cette visite\u{a0}: c’est un lien ou autre chose. Vérifiez et renommez-le."
                )
            }
            Self::Damaged { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} fehlt oder ist nicht mehr, was festgehalten wurde. Bitte den Ordner dieser Fassung aus einer Sicherung zurückspielen.",
                    "{path} is missing or no longer what was frozen. Restore the folder of this issue from a backup.",
                    "{path} manque ou n’est plus ce qui a été figé. Restaurez le dossier de cette version depuis une sauvegarde."
                )
            }
            Self::NoLog { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist nicht das Verzeichnis dessen, was ausgegeben wurde. Bitte eine Sicherung zurückspielen oder die Datei umbenennen; dann beginnt ein neues.",
                    "{path} is not the log of what was exported. Restore a backup or rename the file; then a new one begins.",
                    "{path} n’est pas le relevé de ce qui a été exporté. Restaurez une sauvegarde ou renommez le fichier\u{a0}; un nouveau commence alors."
                )
            }
            Self::Broken { path, line, reason } => {
                let (path, reason) = (shown(path, lang), reason.say(lang));
                say!(
                    lang,
                    "{path} ist nicht lesbar. Zeile {line}: {reason}. Bitte dort berichtigen oder eine Sicherung zurückspielen; die Datei ist unverändert.",
                    "{path} cannot be read. Line {line}: {reason}. Correct it there or restore a backup; the file is as it was.",
                    "{path} est illisible. Ligne {line}\u{a0}: {reason}. Corrigez à cet endroit ou restaurez une sauvegarde\u{a0}; le fichier est inchangé."
                )
            }
            Self::Newer { path, version } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} hat das Format {version}, das dieses Programm nicht kennt; bitte eine neuere Version von Attaché verwenden. Die Datei ist unverändert.",
                    "{path} has format {version}, which this program does not know; use a newer version of Attaché. The file is as it was.",
                    "{path} est au format {version}, inconnu de ce programme\u{a0}; utilisez une version plus récente d’Attaché. Le fichier est inchangé."
                )
            }
            Self::Name(name) => {
                let name = quoted(&display::safe(name), lang);
                say!(
                    lang,
                    "{name} kann nicht der Name einer Unterlage sein. Möglich sind Buchstaben, Ziffern und Bindestriche.",
                    "{name} cannot be the name of a paper. Use letters, digits and hyphens.",
                    "{name} ne peut pas être le nom d’un document. Utilisez des lettres, des chiffres et des traits d’union."
                )
            }
            Self::KeptOther { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "Unter {path} liegt schon eine andere Unterlage dieser Fassung; sie bleibt, wie sie ausgegeben wurde",
                    "Another paper of this issue is already kept at {path}; it stays as it went out",
                    "Un autre document de cette version est déjà conservé sous {path}\u{a0}; il reste tel qu’il a été remis"
                )
            }
        }
    }
}

fn frozen(path: &str, lang: Lang) -> String {
    say!(
        lang,
        "{path} ist der Besuch, wie er in einer Fassung ausgegeben wurde, und bleibt so. Bitte den Besuch selbst öffnen; Unterlagen der Fassung entstehen mit „attache export“ und „--issue“",
        "{path} is the visit as it went out in an issue and stays so. Open the visit itself; papers of the issue are made with ‘attache export’ and ‘--issue’",
        "{path} est la visite telle qu’elle a été remise dans une version et le reste. Ouvrez la visite elle-même\u{a0}; les documents de la version s’établissent avec «\u{a0}attache export\u{a0}» et «\u{a0}--issue\u{a0}»"
    )
}

fn missing(path: &str, number: u32, known: &[u32], lang: Lang) -> String {
    if known.is_empty() {
        return say!(
            lang,
            "{path} hat noch keine Fassung. Eine neue entsteht mit „attache issue“",
            "{path} has no issue yet. Make one with ‘attache issue’",
            "{path} n’a pas encore de version. Établissez-en une avec «\u{a0}attache issue\u{a0}»"
        );
    }
    let known: Vec<String> = known.iter().map(u32::to_string).collect();
    let known = list(&known, lang);
    say!(
        lang,
        "{path} hat keine Fassung {number}, nur {known}",
        "{path} has no issue {number}, only {known}",
        "{path} n’a pas de version {number}, seulement {known}"
    )
}
