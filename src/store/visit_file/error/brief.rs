//! What is wrong with a file, in a few words and without advice: what to do about it depends on what
//! the file is.

use super::{OpenError, speak::said};
use crate::{
    say,
    store::{cause::Cause, read_error::ReadError, visit_file::FORMAT},
    words::{Lang, Said, Speak},
};

impl OpenError {
    /// What is wrong, to stand in a sentence that says what to do.
    pub fn in_brief(&self, lang: Lang) -> String {
        match self {
            Self::Read(error) => error.in_brief(lang),
            Self::Foreign { .. } => say!(
                lang,
                "keine Besuchsdatei",
                "not a visit file",
                "pas un fichier de visite"
            ),
            Self::Newer { version, .. } => say!(
                lang,
                "Format {version}, bekannt ist {FORMAT}",
                "format {version}, known is {FORMAT}",
                "format {version}, connu\u{a0}: {FORMAT}"
            ),
            Self::Broken {
                at: (line, column),
                reason,
                ..
            } => {
                let reason = reason.say(lang);
                say!(
                    lang,
                    "Zeile {line}, Spalte {column}: {reason}",
                    "line {line}, column {column}: {reason}",
                    "ligne {line}, colonne {column}\u{a0}: {reason}"
                )
            }
            Self::Conflict { line, .. } => say!(
                lang,
                "Konfliktmarken von git ab Zeile {line}",
                "git’s conflict markers from line {line}",
                "marques de conflit git dès la ligne {line}"
            ),
            Self::Fault { fault, line, .. } => {
                let fault = said(fault, lang);
                match line {
                    None => fault,
                    Some(line) => say!(
                        lang,
                        "Zeile {line}: {fault}",
                        "line {line}: {fault}",
                        "ligne {line}\u{a0}: {fault}"
                    ),
                }
            }
        }
    }
}

impl ReadError {
    /// What is wrong, to stand in a sentence that says what to do.
    pub fn in_brief(&self, lang: Lang) -> String {
        let said = match self {
            Self::Missing { .. } => {
                Said::new("nicht mehr vorhanden", "no longer there", "n’existe plus")
            }
            Self::Folder { .. } => Said::new("ein Ordner", "a folder", "un dossier"),
            Self::NotAFile { .. } => Said::new(
                "ein Gerät oder eine Leitung",
                "a device or a pipe",
                "un périphérique ou un tube",
            ),
            Self::TooLarge { .. } => Said::new("zu groß", "too large", "trop grand"),
            Self::Empty { .. } => Said::new("leer", "empty", "vide"),
            Self::NotText { .. } => {
                Said::new("kein Text in UTF-8", "not UTF-8 text", "pas un texte UTF-8")
            }
            Self::Io { source, .. } => return Cause::of(source).say(lang),
        };
        said.say(lang)
    }
}
