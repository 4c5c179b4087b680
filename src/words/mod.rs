//! The languages, and what is said in them: a sentence is written once per language, side by side.

mod count;
pub mod date;
pub mod entry;
mod lang;
mod names;
mod quote;
pub mod shared;
pub mod time;

pub use count::{capitalised, choice, count, joined, list, people, plural, range};
pub use lang::Lang;
pub use quote::{labelled, quoted};

/// A sentence or label in every language of the screen; leaving one out does not compile. What
/// stands on papers has its Arabic, too; without it, Arabic papers would show the French.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// German, as an official writes it.
    pub de: &'static str,
    /// British English.
    pub en: &'static str,
    /// French, as an official writes it.
    pub fr: &'static str,
    ar: &'static str,
}

impl Said {
    /// The same words in German, English and French.
    pub const fn new(de: &'static str, en: &'static str, fr: &'static str) -> Self {
        Self { de, en, fr, ar: "" }
    }

    /// With its Arabic, as Morocco writes it.
    #[must_use]
    pub const fn ar(self, ar: &'static str) -> Self {
        Self { ar, ..self }
    }

    /// What is the same in every language, such as a sign or a proper name.
    pub const fn same(text: &'static str) -> Self {
        Self::new(text, text, text).ar(text)
    }

    /// The words in `lang`.
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::De => self.de,
            Lang::En => self.en,
            Lang::Ar if !self.ar.is_empty() => self.ar,
            Lang::Fr | Lang::Ar => self.fr,
        }
    }
}

/// Something that can be told to a person in their language: refusals, errors, labels.
pub trait Speak {
    /// The whole sentence in `lang`.
    fn say(&self, lang: Lang) -> String;
}

impl Speak for Said {
    fn say(&self, lang: Lang) -> String {
        self.get(lang).to_owned()
    }
}

/// Formats a sentence in the language at hand; each language has its own pattern with captures. What
/// stands on papers has a fourth one, in Arabic.
///
/// ```
/// use attache::{say, words::Lang};
/// let n = 3;
/// let text = say!(Lang::Fr, "{n} Punkte verschoben", "{n} items moved", "{n} points déplacés");
/// assert_eq!(text, "3 points déplacés");
/// ```
#[macro_export]
macro_rules! say {
    ($lang:expr, $de:literal, $en:literal, $fr:literal $(,)?) => {
        match $lang {
            $crate::words::Lang::De => format!($de),
            $crate::words::Lang::En => format!($en),
            $crate::words::Lang::Fr | $crate::words::Lang::Ar => format!($fr),
        }
    };
    ($lang:expr, $de:literal, $en:literal, $fr:literal, $ar:literal $(,)?) => {
        match $lang {
            $crate::words::Lang::De => format!($de),
            $crate::words::Lang::En => format!($en),
            $crate::words::Lang::Fr => format!($fr),
            $crate::words::Lang::Ar => format!($ar),
        }
    };
}
