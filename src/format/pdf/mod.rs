//! PDF: pages to print and hand out, with embedded fonts, Arabic from right to left, and tags for
//! screen readers (PDF/UA-1, which BITV and EN 301 549 ask of public bodies).

mod beside;
mod bidi;
mod file;
mod flow;
mod fonts;
mod head;
mod lines;
mod pages;
mod paint;
mod schedule;
mod shape;
mod sheet;
mod slab;
mod table;
mod tree;

use fonts::Fonts;

use super::{Format, Print, Unwritable};
use crate::words::Said;

pub(super) const FORMAT: Format = Format {
    token: "pdf",
    label: Said::same("PDF"),
    extension: "pdf",
    is_text: false,
    write,
};

fn write(print: &Print<'_>) -> Result<Vec<u8>, Unwritable> {
    let fonts = Fonts::read()?;
    file::write(print, &fonts)
}

/// A small number as one of those that pages are measured in.
fn as_f32(number: impl TryInto<i16>) -> f32 {
    number.try_into().map_or(f32::from(i16::MAX), f32::from)
}
