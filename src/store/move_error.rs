//! What a move of a visit came to: why it was not moved, and what is worth knowing although it was.

use std::{io, path::PathBuf};

use thiserror::Error;

use super::{cause::Cause, shown};
use crate::{
    say,
    words::{Lang, Speak},
};

/// Why a visit was not moved; it is where it was.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum MoveError {
    /// Somebody is saving it.
    Locked {
        /// The visit.
        path: PathBuf,
    },
    /// There is something already where it should go.
    Taken {
        /// The place.
        path: PathBuf,
    },
    /// The operating system refused.
    Io {
        /// The visit.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
}

impl Speak for MoveError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Locked { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} wird gerade gespeichert. Bitte gleich noch einmal versuchen.",
                    "{path} is being saved right now. Please try again in a moment.",
                    "{path} est en cours d’enregistrement. Réessayez dans un instant."
                )
            }
            Self::Taken { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist schon vorhanden. Bitte diese Datei zuerst umbenennen.",
                    "{path} is there already. Please rename that file first.",
                    "{path} existe déjà. Renommez d’abord ce fichier."
                )
            }
            Self::Io { path, source } => {
                let (path, cause) = (shown(path, lang), Cause::of(source).say(lang));
                say!(
                    lang,
                    "{path} wurde nicht verschoben. {cause}",
                    "{path} was not moved. {cause}",
                    "{path} n’a pas été déplacé. {cause}"
                )
            }
        }
    }
}

/// What was moved, where it is now, and what a person should know all the same.
#[derive(Debug)]
pub struct Moved<T> {
    /// What is there now.
    pub now: T,
    /// What did not go as it should.
    pub warning: Option<MoveWarning>,
}

impl<T> Moved<T> {
    /// The same with another account of what is there now.
    pub(super) fn map<U>(self, map: impl FnOnce(T) -> U) -> Moved<U> {
        Moved {
            now: map(self.now),
            warning: self.warning,
        }
    }
}

/// What a person should know about a visit that was moved.
#[derive(Debug)]
pub enum MoveWarning {
    /// The disk did not confirm that it will stay there after a power cut.
    Unconfirmed {
        /// Where it is now.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// It is whole in its new place, but a part of it could not be removed from the old one.
    Rest {
        /// What is left.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
}

impl Speak for MoveWarning {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Unconfirmed { path, source } => {
                let (path, cause) = (shown(path, lang), Cause::of(source).say(lang));
                say!(
                    lang,
                    "{path} ist verschoben, aber der Datenträger hat es nicht bestätigt. {cause}",
                    "{path} is moved, but the disk did not confirm it. {cause}",
                    "{path} est déplacé, mais le disque ne l’a pas confirmé. {cause}"
                )
            }
            Self::Rest { path, source } => {
                let (path, cause) = (shown(path, lang), Cause::of(source).say(lang));
                say!(
                    lang,
                    "Am alten Ort ist {path} übrig geblieben; bitte von Hand löschen. {cause}",
                    "{path} was left in the old place; please delete it by hand. {cause}",
                    "{path} est resté à l’ancien emplacement\u{a0}; supprimez-le à la main. {cause}"
                )
            }
        }
    }
}
