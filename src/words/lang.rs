//! The languages of the screen and the papers, and how one is named in arguments and files.

use serde::{Deserialize, Serialize};

use super::Said;

/// A language of the papers and of texts in a visit; all but Arabic are languages of the screen, too.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// German.
    #[default]
    De,
    /// English.
    En,
    /// French.
    Fr,
    /// Arabic, as Morocco writes it.
    Ar,
}

impl Lang {
    /// The languages of the screen, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::De, Self::En, Self::Fr];

    /// The languages of papers and of texts, in the order in which they are offered.
    pub const WRITTEN: [Self; 4] = [Self::De, Self::En, Self::Fr, Self::Ar];

    /// Whether it is written from right to left.
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Self::Ar)
    }

    /// What it is called, in each language.
    pub const fn label(self) -> Said {
        match self {
            Self::De => Said::new("Deutsch", "German", "allemand").ar("الألمانية"),
            Self::En => Said::new("Englisch", "English", "anglais").ar("الإنجليزية"),
            Self::Fr => Said::new("Französisch", "French", "français").ar("الفرنسية"),
            Self::Ar => Said::new("Arabisch", "Arabic", "arabe").ar("العربية"),
        }
    }

    /// The two letters of ISO 639-1.
    pub const fn code(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ar => "ar",
        }
    }

    /// The language of papers and texts that has this code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::WRITTEN.into_iter().find(|lang| lang.code() == code)
    }

    /// The language of a code or locale such as `de`, `de_DE.UTF-8` or `fr-CA`, if the screen has it.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let code = locale.split(['_', '-', '.', '@']).next()?;
        Self::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(code))
    }
}
