//! Why a document cannot be written in a format.

use thiserror::Error;

use crate::{
    say,
    words::{Lang, Speak},
};

/// Why a document cannot be written in a format.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.say(Lang::En))]
pub enum Unwritable {
    /// The logo of the house style is no picture that the format can take.
    Logo(String),
    /// A library that the format is written with failed, and this is what it said.
    Failed(String),
}

impl Speak for Unwritable {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Logo(why) => say!(
                lang,
                "Das Logo des Hausstils lässt sich nicht verwenden ({why}); bitte eine PNG- oder SVG-Datei angeben",
                "The logo of the house style cannot be used ({why}); give a PNG or SVG file",
                "Le logo de la charte graphique est inutilisable ({why})\u{a0}; indiquez un fichier PNG ou SVG"
            ),
            Self::Failed(why) => say!(
                lang,
                "Die Unterlage lässt sich in diesem Format nicht schreiben: {why}",
                "The paper cannot be written in this format: {why}",
                "Le document ne peut pas être écrit dans ce format\u{a0}: {why}"
            ),
        }
    }
}
