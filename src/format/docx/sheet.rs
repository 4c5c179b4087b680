//! The sheet: its size, its margins and the size of the letters on it.

use super::{
    package::{FIRST_HEADER, FOOTER, NEXT_HEADER},
    xml::Element,
};
use crate::{format::house::PaperSize, paper::Sheet};

/// Lengths in twentieths of a point.
const A4: (usize, usize) = (11_906, 16_838);
const LETTER: (usize, usize) = (12_240, 15_840);
/// A card for the pocket: A6.
const A6: (usize, usize) = (5_953, 8_391);

pub(super) struct Measures {
    width: usize,
    height: usize,
    margin: usize,
    /// The size of letters in half points.
    pub(super) size: usize,
    pub(super) is_card: bool,
}

impl Measures {
    /// Cards in two languages lie beside each other on a sheet that is folded between them.
    pub(super) const fn of(sheet: Sheet, paper: PaperSize, is_beside: bool) -> Self {
        let page = match paper {
            PaperSize::A4 => A4,
            PaperSize::Letter => LETTER,
        };
        let (width, height, margin, size) = match sheet {
            Sheet::Page => (page.0, page.1, 1_134, 20),
            Sheet::Wide => (page.1, page.0, 1_134, 19),
            Sheet::Card if is_beside => (2 * A6.0, A6.1, 454, 15),
            Sheet::Card => (A6.0, A6.1, 454, 15),
        };
        Self {
            width,
            height,
            margin,
            size,
            is_card: matches!(sheet, Sheet::Card),
        }
    }

    /// What a line is wide.
    pub(super) const fn line(&self) -> usize {
        self.width - 2 * self.margin
    }

    /// What the pages of the document are.
    pub(super) fn section(&self, is_rtl: bool) -> Element {
        let reference =
            |name, kind: &str, id: &str| Element::new(name).with("w:type", kind).with("r:id", id);
        let size = Element::new("w:pgSz")
            .with("w:w", self.width)
            .with("w:h", self.height);
        let size = if self.width > self.height {
            size.with("w:orient", "landscape")
        } else {
            size
        };
        let section = Element::new("w:sectPr")
            .put(reference("w:headerReference", "default", NEXT_HEADER))
            .put(reference("w:headerReference", "first", FIRST_HEADER))
            .put(reference("w:footerReference", "default", FOOTER))
            .put(reference("w:footerReference", "first", FOOTER))
            .put(size)
            .put(
                Element::new("w:pgMar")
                    .with("w:top", self.margin)
                    .with("w:right", self.margin)
                    .with("w:bottom", self.margin)
                    .with("w:left", self.margin)
                    .with("w:header", self.margin / 2)
                    .with("w:footer", self.margin / 2)
                    .with("w:gutter", 0),
            )
            .put(Element::new("w:titlePg"));
        if is_rtl {
            section.put(Element::new("w:bidi"))
        } else {
            section
        }
    }
}
