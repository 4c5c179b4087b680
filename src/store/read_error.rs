//! Why a file could not be read, in words, with what to do about it.

use std::{io, path::PathBuf};

use thiserror::Error;

use super::{cause::Cause, read::SIZE_LIMIT, shown};
use crate::{
    say,
    words::{Lang, Speak},
};

/// Why a file could not be read.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum ReadError {
    /// There is no such file.
    Missing {
        /// The path.
        path: PathBuf,
    },
    /// The path is a folder.
    Folder {
        /// The path.
        path: PathBuf,
    },
    /// The path is a device, a pipe or a socket.
    NotAFile {
        /// The path.
        path: PathBuf,
    },
    /// The file is larger than [`SIZE_LIMIT`].
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size in bytes, or as much as was seen of it.
        size: u64,
    },
    /// The file holds nothing.
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// The file is not text in UTF-8.
    NotText {
        /// The file.
        path: PathBuf,
        /// The line of the first wrong byte, from 1.
        line: usize,
        /// Its column in characters, from 1.
        column: usize,
    },
    /// The operating system refused.
    Io {
        /// The file.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
}

impl Speak for ReadError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Missing { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist nicht vorhanden. Bitte den Pfad prüfen oder mit „attache new“ \
                     einen Besuch anlegen.",
                    "{path} does not exist. Please check the path, or make a visit with \
                     ‘attache new’.",
                    "{path} n’existe pas. Vérifiez le chemin ou créez une visite \
                     avec «\u{a0}attache new\u{a0}»."
                )
            }
            Self::Folder { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist ein Ordner. Bitte eine Besuchsdatei darin angeben.",
                    "{path} is a folder. Please name a visit file in it.",
                    "{path} est un dossier. Indiquez un fichier de visite qui s’y \
                     trouve."
                )
            }
            Self::NotAFile { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist ein Gerät oder eine Leitung und keine Besuchsdatei. Bitte eine \
                     Datei angeben.",
                    "{path} is a device or a pipe and not a visit file. Please name a file.",
                    "{path} est un périphérique ou un tube et non un fichier de \
                     visite. Indiquez un fichier."
                )
            }
            Self::TooLarge { path, size } => said_too_large(&shown(path, lang), *size, lang),
            Self::Empty { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist leer. Bitte eine Sicherung zurückspielen oder die Datei löschen \
                     und den Besuch neu anlegen.",
                    "{path} is empty. Please restore a backup, or delete the file and make the \
                     visit anew.",
                    "{path} est vide. Restaurez une sauvegarde ou supprimez le \
                     fichier et recréez la visite."
                )
            }
            Self::NotText { path, line, column } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist ab Zeile {line}, Spalte {column} kein Text in UTF-8 und bleibt \
                     unverändert. Bitte prüfen, ob es die richtige Datei ist, oder eine Sicherung \
                     zurückspielen.",
                    "{path} is not UTF-8 text from line {line}, column {column}, and is left as \
                     it is. Please check that it is the right file, or restore a backup.",
                    "{path} n’est pas un texte UTF-8 à partir de la ligne {line}, \
                     colonne {column}, et reste inchangé. Vérifiez que c’est le bon fichier ou \
                     restaurez une sauvegarde."
                )
            }
            Self::Io { path, source } => {
                let (path, cause) = (shown(path, lang), Cause::of(source).say(lang));
                say!(
                    lang,
                    "{path} lässt sich nicht lesen. {cause}",
                    "{path} cannot be read. {cause}",
                    "{path} ne peut pas être lu. {cause}"
                )
            }
        }
    }
}

fn said_too_large(path: &str, size: u64, lang: Lang) -> String {
    let (size, limit) = (size.div_ceil(1 << 20), SIZE_LIMIT >> 20);
    say!(
        lang,
        "{path} ist mit {size} MiB größer als die {limit} MiB, die eine Besuchsdatei haben darf. \
         Bitte prüfen, ob es die richtige Datei ist.",
        "{path} has {size} MiB, more than the {limit} MiB that a visit file may have. Please \
         check that it is the right file.",
        "{path} a {size}\u{a0}Mio, plus que les {limit}\u{a0}Mio permis pour un \
         fichier de visite. Vérifiez que c’est le bon fichier."
    )
}
