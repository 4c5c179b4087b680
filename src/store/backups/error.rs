//! Why a backup could not be made or read.

use std::{io, path::PathBuf};

use thiserror::Error;

use crate::{
    say,
    store::{ReadError, cause::Cause, shown},
    words::{Lang, Speak},
};

/// A backup could not be made, or not be read. The file that it is of is as it was.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum BackupError {
    /// The file that a backup was to be made of cannot be read.
    Read(#[from] ReadError),
    /// The backup itself cannot be written.
    Write {
        /// The file that it was to be of.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
}

impl Speak for BackupError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Read(error) => error.say(lang),
            Self::Write { path, source } => {
                let (path, cause) = (shown(path, lang), Cause::of(source).say(lang));
                say!(
                    lang,
                    "Von {path} ließ sich keine Sicherung anlegen. {cause}",
                    "No backup of {path} could be made. {cause}",
                    "Aucune sauvegarde de {path} n’a pu être créée. {cause}"
                )
            }
        }
    }
}
