//! What papers say in any format, so that what was written can be compared with what was to be said.

use std::path::Path;

use attache::{
    display::safe_lines,
    format::House,
    model::Visit,
    paper::Document,
    store::{self, Folders},
};

use super::any_document::texts;

/// A visit with more in it than the samples.
pub(super) fn rich() -> Visit {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/papers/rich.ron");
    store::open(path.as_ref()).unwrap().visit
}

/// The house of the sample house file.
pub(super) fn house() -> House {
    let folder = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/it/papers/house"
    ));
    let visit = folder.join("visit.ron");
    store::house(Some(&visit), &Folders::under(folder)).unwrap()
}

/// The letters, digits and signs of a text: no white space, no lines, nothing that stands for what
/// could not be shown.
pub(super) fn signs(text: &str) -> String {
    let is_sign = |c: &char| c.is_alphanumeric() || c.is_ascii_punctuation();
    text.chars().filter(is_sign).collect()
}

/// All that a document says, in the order of pages that have no columns: what it is about stands
/// below its title.
pub(super) fn in_order(document: &Document) -> String {
    let mut document = document.clone();
    let head = &mut document.head;
    std::mem::swap(&mut head.issue, &mut head.subject);
    let texts = texts(&document);
    texts.iter().map(|text| signs(&safe_lines(text))).collect()
}
