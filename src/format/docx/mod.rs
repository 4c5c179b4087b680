//! Word processor files (Office Open XML, ECMA-376), to be edited on: real styles, tables and headers.

mod beside;
mod blocks;
mod frame;
mod package;
mod paragraph;
mod schedule;
mod setting;
mod sheet;
mod styles;
mod table;
mod xml;

use super::{Format, Print, Unwritable, logo};
use crate::words::Said;
use package::Package;
use setting::Setting;
use sheet::Measures;
use xml::Element;

pub(super) const FORMAT: Format = Format {
    token: "docx",
    label: Said::new("Word (DOCX)", "Word (DOCX)", "Word (DOCX)"),
    extension: "docx",
    is_text: false,
    write,
};

/// What the elements of a word processor's file are called.
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn write(print: &Print<'_>) -> Result<Vec<u8>, Unwritable> {
    let document = print.document;
    let logo = match &print.house.logo {
        Some(logo) => logo::picture(&logo.bytes)?,
        None => None,
    };
    let measures = Measures::of(document.sheet, print.house.paper, print.beside.is_some());
    let set = Setting::of(document, document.lang, &measures);
    let beside = print.beside.map(|beside| {
        let set = Setting::of(beside, document.lang, &measures);
        (beside, set)
    });
    let mut body = Element::new("w:body");
    body = match (&beside, print.pairs()) {
        (Some(beside), Some(pairs)) => body.all(beside::laid(&[(document, set), *beside], &pairs)),
        _ => body
            .all(frame::title(document, set))
            .all(blocks::laid(document, set)),
    };
    let languages: Vec<_> = std::iter::once((document, set)).chain(beside).collect();
    let package = Package {
        document: part("w:document").put(body.put(measures.section(set.is_rtl()))),
        styles: styles::styles(print.house, set),
        first_header: frame::first_header(print.house, &languages, logo.as_ref()),
        next_header: frame::next_header(&languages),
        footer: frame::footer(print.house, &languages),
        logo: logo.map(|logo| logo.png),
        title: frame::name(document),
        lang: document.lang,
    };
    package
        .zipped()
        .map_err(|error| Unwritable::Failed(error.to_string()))
}

/// The outermost element of a part, with the names that are used in it.
fn part(name: &'static str) -> Element {
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006";
    Element::new(name)
        .with("xmlns:w", WORD)
        .with("xmlns:r", RELATIONS)
        .with("xmlns:wp", format!("{drawing}/wordprocessingDrawing"))
        .with("xmlns:a", format!("{drawing}/main"))
        .with("xmlns:pic", format!("{drawing}/picture"))
        .with(
            "xmlns:w14",
            "http://schemas.microsoft.com/office/word/2010/wordml",
        )
        .with(
            "xmlns:mc",
            "http://schemas.openxmlformats.org/markup-compatibility/2006",
        )
        .with("mc:Ignorable", "w14")
}
