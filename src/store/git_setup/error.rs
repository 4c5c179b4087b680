//! Why a folder was not set up for git, in words.

use std::path::PathBuf;

use thiserror::Error;

use crate::{
    say,
    store::{ExportError, ReadError, SaveError, git::GitError, shown},
    words::{Lang, Speak},
};

/// Why a folder was not set up for git.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum SetupError {
    /// There is no such folder.
    NoFolder(PathBuf),
    /// The folder is in no repository.
    NoRepository(PathBuf),
    /// git refused, or the repository belongs to somebody else.
    Git(#[from] GitError),
    /// A file that lines belong into cannot be read.
    Read(#[from] ReadError),
    /// It cannot be written.
    Write(#[from] ExportError),
    /// The program's own path cannot be told to git.
    Program(PathBuf),
}

impl From<SaveError> for SetupError {
    fn from(error: SaveError) -> Self {
        Self::Write(error.into())
    }
}

impl Speak for SetupError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::NoFolder(path) => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "Den Ordner {path} gibt es nicht; bitte den Ordner mit den Besuchen angeben",
                    "There is no folder {path}; name the folder of the visits",
                    "Le dossier {path} n’existe pas\u{a0}; indiquez le dossier des visites"
                )
            }
            Self::NoRepository(path) => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} liegt in keinem git-Repository; bitte dort erst „git init“ ausführen oder den Klon angeben",
                    "{path} is in no git repository; run ‘git init’ there first, or name the clone",
                    "{path} n’est dans aucun dépôt git\u{a0}; lancez-y d’abord «\u{a0}git init\u{a0}» ou indiquez le clone"
                )
            }
            Self::Git(error) => error.say(lang),
            Self::Read(error) => error.say(lang),
            Self::Write(error) => error.say(lang),
            Self::Program(path) => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "Der Pfad des Programms, {path}, ist kein Text in UTF-8; bitte das Programm in einen Ordner des PATH legen",
                    "The program’s path, {path}, is not UTF-8 text; put the program into a folder of the PATH",
                    "Le chemin du programme, {path}, n’est pas du texte en UTF-8\u{a0}; placez le programme dans un dossier du PATH"
                )
            }
        }
    }
}
