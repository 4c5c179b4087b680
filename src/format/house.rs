//! How the papers of a house look: its name, logo, colour, address, footer line and paper size.

use super::colour::{Rgb, WHITE, readable};
use crate::words::Lang;

/// The size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PaperSize {
    /// 210 × 297 mm (ISO 216).
    #[default]
    A4,
    /// 8.5 × 11 inches (ANSI/ASME Y14.1).
    Letter,
}

/// What a picture is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoKind {
    /// Portable Network Graphics.
    Png,
    /// Scalable Vector Graphics.
    Svg,
}

/// The logo of a house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// What it is written in.
    pub kind: LogoKind,
    /// The file as it is.
    pub bytes: Vec<u8>,
}

/// Something in every language of the papers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EachLang<T>([T; Lang::WRITTEN.len()]);

impl<T> EachLang<T> {
    /// What `of` gives for each language.
    pub fn of(of: impl FnMut(Lang) -> T) -> Self {
        Self(Lang::WRITTEN.map(of))
    }

    /// What it is in this language.
    pub const fn get(&self, lang: Lang) -> &T {
        let [de, en, fr, ar] = &self.0;
        match lang {
            Lang::De => de,
            Lang::En => en,
            Lang::Fr => fr,
            Lang::Ar => ar,
        }
    }
}

/// How the papers of a house look. What is empty is not printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct House {
    /// The name of the house, in place of the organisation that the visit names.
    pub name: EachLang<String>,
    /// The address, a line each.
    pub address: EachLang<Vec<String>>,
    /// A line at the foot of each page.
    pub footer: EachLang<String>,
    /// The colour of rules; for text there is [`ink`](Self::ink).
    pub colour: Rgb,
    /// The size of paper.
    pub paper: PaperSize,
    /// The logo.
    pub logo: Option<Logo>,
}

/// A house in the language of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spoken<'a> {
    /// The name of the house; empty where the visit's own is to stand.
    pub name: &'a str,
    /// The address, a line each.
    pub address: &'a [String],
    /// A line at the foot of each page.
    pub footer: &'a str,
}

/// No house style: black on A4.
static PLAIN: House = House::new();

impl House {
    /// No house style: black on A4.
    pub fn plain() -> &'static Self {
        &PLAIN
    }

    const fn new() -> Self {
        Self {
            name: EachLang([const { String::new() }; 4]),
            address: EachLang([const { Vec::new() }; 4]),
            footer: EachLang([const { String::new() }; 4]),
            colour: [0, 0, 0],
            paper: PaperSize::A4,
            logo: None,
        }
    }

    /// What it says of itself in a language.
    pub fn in_lang(&self, lang: Lang) -> Spoken<'_> {
        Spoken {
            name: self.name.get(lang),
            address: self.address.get(lang),
            footer: self.footer.get(lang),
        }
    }

    /// The colour of headings on white paper: the house's, darkened as far as it takes to be read
    /// (a contrast of 4.5 to 1, as WCAG 2.1 asks).
    pub fn ink(&self) -> Rgb {
        readable(self.colour, WHITE)
    }
}

impl Default for House {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::colour::contrast;

    #[test]
    fn a_pale_colour_is_darkened_for_text_only() {
        let yellow = House {
            colour: [255, 204, 0],
            ..House::new()
        };
        assert_eq!(yellow.colour, [255, 204, 0]);
        assert!(contrast(yellow.ink(), WHITE) >= 4.5);
        let red = House {
            colour: [0x8a, 0x15, 0x38],
            ..House::new()
        };
        assert_eq!(red.ink(), red.colour);
        assert_eq!(House::plain().ink(), [0, 0, 0]);
    }

    #[test]
    fn each_language_has_its_own() {
        let code = EachLang::of(Lang::code);
        for lang in Lang::WRITTEN {
            assert_eq!(*code.get(lang), lang.code());
        }
    }
}
