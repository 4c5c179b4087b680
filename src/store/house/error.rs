//! Why a house file cannot be used, in words, with what to do about it.

use std::path::{Path, PathBuf};

use thiserror::Error;

use super::{COLOUR, LIMIT, logo};
use crate::{
    say,
    store::{Cause, ReadError, Reason, shown, visit_file::scan::At},
    words::{Lang, Said, Speak},
};

/// Why a house file cannot be used. Nothing is printed with half of a style.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum HouseError {
    /// It is a folder or a device.
    NotAFile {
        /// The path.
        path: PathBuf,
    },
    /// It is larger than any house style.
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// The operating system refused.
    Unread {
        /// The file.
        path: PathBuf,
        /// Why.
        cause: Cause,
    },
    /// Something in it is wrong.
    Broken {
        /// The file.
        path: PathBuf,
        /// Line and column.
        at: At,
        /// What is wrong there.
        reason: HouseReason,
    },
    /// The logo that it names cannot be used.
    Logo {
        /// The file.
        path: PathBuf,
        /// The line of the field, where that is known.
        line: Option<usize>,
        /// What it names.
        logo: PathBuf,
        /// Why.
        fault: LogoFault,
    },
}

/// What is wrong at a place of a house file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HouseReason {
    /// What can be wrong in any file of ours.
    Usual(Reason),
    /// No house style begins there.
    NoStyle,
    /// Something that is no colour.
    Colour,
    /// The file ends in the middle.
    CutOff,
    /// It is not text in UTF-8 from here on.
    NotText,
}

/// Why a logo cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogoFault {
    /// It does not lie in the folder of the house file or below.
    Outside,
    /// There is no such file.
    Missing,
    /// The operating system refused.
    Unread(Cause),
    /// It is neither PNG nor SVG.
    NoPicture,
    /// It is larger than papers can carry.
    TooLarge,
    /// It is an SVG that does more than show a picture.
    Active,
}

impl HouseError {
    /// What it means that the file at `path` could not be read.
    pub(super) fn of(error: ReadError, path: &Path) -> Self {
        let path = path.to_owned();
        let broken = |path, at, reason| Self::Broken { path, at, reason };
        match error {
            ReadError::Missing { .. } => Self::Unread {
                path,
                cause: Cause::Gone,
            },
            ReadError::Folder { .. } | ReadError::NotAFile { .. } => Self::NotAFile { path },
            ReadError::TooLarge { .. } => Self::TooLarge { path },
            ReadError::Empty { .. } => broken(path, (1, 1), HouseReason::NoStyle),
            ReadError::NotText { line, column, .. } => {
                broken(path, (line, column), HouseReason::NotText)
            }
            ReadError::Io { source, .. } => Self::Unread {
                path,
                cause: Cause::of(&source),
            },
        }
    }
}

impl From<Reason> for HouseReason {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::CutOff => Self::CutOff,
            other => Self::Usual(other),
        }
    }
}

impl HouseReason {
    /// What the parser's error means.
    pub(super) fn of(error: ron::Error) -> Self {
        match error {
            ron::Error::InvalidValueForType { expected, .. } if expected == COLOUR => Self::Colour,
            ron::Error::ExpectedNamedStructLike(_) | ron::Error::ExpectedStructLike => {
                Self::NoStyle
            }
            other => Reason::of(other).into(),
        }
    }
}

const NO_STYLE: Said = Said::new(
    "hier wird ein Hausstil in runden Klammern erwartet",
    "a house style in parentheses is expected here",
    "une charte entre parenthèses est attendue ici",
);

const NO_COLOUR: Said = Said::new(
    "hier wird eine Farbe wie #8a1538 erwartet, in Anführungszeichen",
    "a colour such as #8a1538 is expected here, in quotation marks",
    "une couleur comme #8a1538 est attendue ici, entre guillemets",
);

const CUT_OFF: Said = Said::new(
    "die Datei bricht hier ab",
    "the file breaks off here",
    "le fichier s’interrompt ici",
);

const NOT_TEXT: Said = Said::new(
    "ab hier ist es kein Text in UTF-8",
    "from here on it is not UTF-8 text",
    "à partir d’ici, ce n’est plus du texte UTF-8",
);

impl Speak for HouseReason {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Usual(reason) => reason.say(lang),
            Self::NoStyle => NO_STYLE.say(lang),
            Self::Colour => NO_COLOUR.say(lang),
            Self::CutOff => CUT_OFF.say(lang),
            Self::NotText => NOT_TEXT.say(lang),
        }
    }
}

impl Speak for LogoFault {
    fn say(&self, lang: Lang) -> String {
        let limit = logo::LIMIT >> 10;
        match self {
            Self::Outside => say!(
                lang,
                "liegt nicht im Ordner der Hausstil-Datei; bitte die Datei dorthin legen und den Pfad von dort aus angeben",
                "is not in the folder of the house file; put the file there and give its path from there",
                "n’est pas dans le dossier du fichier de charte\u{a0}; placez-y le fichier et indiquez son chemin depuis ce dossier"
            ),
            Self::Missing => say!(
                lang,
                "ist nicht vorhanden; bitte den Namen prüfen",
                "does not exist; check the name",
                "n’existe pas\u{a0}; vérifiez le nom"
            ),
            Self::Unread(cause) => {
                let cause = cause.say(lang);
                let cause = cause.trim_end_matches('.');
                say!(
                    lang,
                    "lässt sich nicht lesen: {cause}",
                    "cannot be read: {cause}",
                    "ne peut pas être lu\u{a0}: {cause}"
                )
            }
            Self::NoPicture => say!(
                lang,
                "ist weder PNG noch SVG; bitte in einem der beiden Formate speichern",
                "is neither PNG nor SVG; save it as one of the two",
                "n’est ni un PNG ni un SVG\u{a0}; enregistrez-le dans l’un de ces formats"
            ),
            Self::TooLarge => say!(
                lang,
                "ist größer als {limit} KiB oder 16 Millionen Bildpunkte; bitte kleiner speichern",
                "is larger than {limit} KiB or 16 million dots; save it smaller",
                "dépasse {limit}\u{a0}Kio ou 16\u{a0}millions de pixels\u{a0}; enregistrez-le en plus petit"
            ),
            Self::Active => say!(
                lang,
                "enthält Skripte oder Entitäten; bitte als einfaches SVG speichern",
                "has scripts or entities; save it as plain SVG",
                "contient des scripts ou des entités\u{a0}; enregistrez-le en SVG simple"
            ),
        }
    }
}

impl Speak for HouseError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::NotAFile { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist keine Datei. Der Hausstil ist eine Textdatei; bitte den Ordner umbenennen.",
                    "{path} is not a file. The house style is a text file; rename the folder.",
                    "{path} n’est pas un fichier. La charte est un fichier texte\u{a0}; renommez le dossier."
                )
            }
            Self::TooLarge { path } => {
                let (path, limit) = (shown(path, lang), LIMIT >> 10);
                say!(
                    lang,
                    "{path} ist größer als die {limit} KiB, die eine Hausstil-Datei haben darf; bitte prüfen, ob es die richtige Datei ist",
                    "{path} is larger than the {limit} KiB that a house file may have; check that it is the right file",
                    "{path} dépasse les {limit}\u{a0}Kio permis pour un fichier de charte\u{a0}; vérifiez que c’est le bon fichier"
                )
            }
            Self::Unread { path, cause } => {
                let (path, cause) = (shown(path, lang), cause.say(lang));
                say!(
                    lang,
                    "{path} lässt sich nicht lesen. {cause}",
                    "{path} cannot be read. {cause}",
                    "{path} ne peut pas être lu. {cause}"
                )
            }
            Self::Broken {
                path,
                at: (line, column),
                reason,
            } => {
                let (path, reason) = (shown(path, lang), reason.say(lang));
                say!(
                    lang,
                    "{path}, Zeile {line}, Spalte {column}: {reason}. Bitte dort berichtigen.",
                    "{path}, line {line}, column {column}: {reason}. Correct it there.",
                    "{path}, ligne {line}, colonne {column}\u{a0}: {reason}. Corrigez à cet endroit."
                )
            }
            Self::Logo {
                path,
                line,
                logo,
                fault,
            } => {
                let line = line.map_or_else(String::new, |line| {
                    say!(lang, ", Zeile {line}", ", line {line}", ", ligne {line}")
                });
                let logo = shown(logo, lang);
                let (path, fault) = (shown(path, lang), fault.say(lang));
                say!(
                    lang,
                    "{path}{line}: Das Logo {logo} {fault}",
                    "{path}{line}: the logo {logo} {fault}",
                    "{path}{line}\u{a0}: le logo {logo} {fault}"
                )
            }
        }
    }
}
