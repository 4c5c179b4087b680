//! How a document is set: its language and direction, the size of its letters, the width of a line.

use super::sheet::Measures;
use crate::{display::width, paper::Document, words::Lang};

/// How a document is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    pub(super) lang: Lang,
    /// The language of the file, whose first one it is.
    pub(super) main: Lang,
    /// What a line is wide, in twentieths of a point.
    pub(super) width: usize,
    /// The size of letters in half points.
    pub(super) size: usize,
    /// Whether it stands on a card.
    pub(super) is_card: bool,
}

impl Setting {
    pub(super) const fn of(document: &Document, main: Lang, measures: &Measures) -> Self {
        Self {
            lang: document.lang,
            main,
            width: measures.line(),
            size: measures.size,
            is_card: measures.is_card,
        }
    }

    /// The same in a line of another width.
    pub(super) const fn within(self, width: usize) -> Self {
        Self { width, ..self }
    }

    /// Whether it is written from right to left.
    pub(super) const fn is_rtl(self) -> bool {
        self.lang.is_right_to_left()
    }

    /// What a line of Arabic is high, so that lines with and without it are evenly apart, in letters of
    /// so many hundredths of the usual size.
    pub(super) const fn arabic_line(self, hundredths: usize) -> usize {
        self.size * hundredths * 16 / 100
    }

    /// What a letter is wide: somewhat more than half of its size.
    pub(super) const fn letter(self) -> usize {
        self.size * 6
    }

    /// What texts take of a line that are set one below the other, at most so much.
    pub(super) fn widest<'a>(self, texts: impl Iterator<Item = &'a str>, most: usize) -> usize {
        let lines = texts.flat_map(|text| text.split('\n'));
        let widest = lines.map(|line| width(line) * self.letter()).max();
        widest.unwrap_or(0).min(most)
    }
}

/// The language as word processors name it.
pub(super) const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "de-DE",
        Lang::En => "en-GB",
        Lang::Fr => "fr-FR",
        Lang::Ar => "ar-MA",
    }
}
