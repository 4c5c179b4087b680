//! Why there is no merged visit, in words: which of the versions that git handed over is in the way.

use thiserror::Error;

use crate::{
    display::safe,
    merge::Unmergeable,
    say,
    store::{OpenError, SaveError},
    words::{Lang, Said, Speak, capitalised, quoted},
};

/// A version of the visit that git hands over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Side {
    /// What both sides began with.
    Base,
    /// Our own.
    Ours,
    /// That of the others.
    Theirs,
}

/// Why there is no merged visit. The file is byte for byte as git handed it over.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub(in crate::cli) enum Unmerged {
    /// A version cannot be read.
    Unreadable(String, Side, #[source] Box<OpenError>),
    /// The versions are of different visits.
    Unmergeable(String, #[source] Unmergeable),
    /// The result cannot be written.
    Save(String, #[source] Box<SaveError>),
}

impl Speak for Unmerged {
    fn say(&self, lang: Lang) -> String {
        let (name, reason) = match self {
            Self::Unreadable(name, side, error) => (name, side.unreadable(error, lang)),
            Self::Unmergeable(name, error) => (name, capitalised(&error.say(lang))),
            Self::Save(name, error) => (name, error.say(lang)),
        };
        let name = quoted(&safe(name), lang);
        say!(
            lang,
            "{name} wurde nicht zusammengeführt; die Datei enthält unverändert nur die Version einer Seite. {reason}",
            "{name} was not merged; the file holds the version of one side alone, as it was. {reason}",
            "{name} n’a pas été fusionné\u{a0}; le fichier ne contient que la version d’un côté, inchangée. {reason}"
        )
    }
}

impl Side {
    fn unreadable(self, error: &OpenError, lang: Lang) -> String {
        let side = match self {
            Self::Base => Said::new(
                "Die gemeinsame Ausgangsversion ist nicht lesbar",
                "The version that both began with cannot be read",
                "La version de départ commune est illisible",
            ),
            Self::Ours => Said::new(
                "Unsere Version ist nicht lesbar",
                "Our version cannot be read",
                "Notre version est illisible",
            ),
            Self::Theirs => Said::new(
                "Die Version der anderen Seite ist nicht lesbar",
                "Their version cannot be read",
                "La version de l’autre côté est illisible",
            ),
        };
        let (side, error) = (side.get(lang), error.say(lang));
        say!(
            lang,
            "{side}: {error}",
            "{side}: {error}",
            "{side}\u{a0}: {error}"
        )
    }
}
