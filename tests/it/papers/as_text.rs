//! Any document as text: within the width, with nothing lost.

use std::collections::BTreeMap;

use attache::{
    display,
    format::{Format, Print},
    paper::{Block, Document, Sheet},
};
use proptest::prelude::*;

use super::any_document::{any_document, anything, texts, words};

fn text(document: &Document, beside: Option<&Document>, width: usize) -> String {
    let print = Print {
        beside,
        width,
        ..Print::plain(document)
    };
    String::from_utf8(Format::named("text").unwrap().write(&print).unwrap()).unwrap()
}

fn counted<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    let is_space = |c: char| c.is_whitespace() || "│┌▌".contains(c);
    let words = texts.into_iter().flat_map(|text| text.split(is_space));
    // A column's name has its colon where the table became records.
    let words = words.map(|word| word.trim_end_matches([':', ',']));
    for word in words.filter(|word| !word.is_empty()) {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

/// The document without the names of columns that hold nothing: records do not say those.
fn without_empty_columns(mut document: Document) -> Document {
    for block in &mut document.body {
        let Block::Table(table) = block else { continue };
        for (at, name) in table.columns.iter_mut().enumerate() {
            if table.rows.iter().all(|row| row.cells[at].is_empty()) && !table.rows.is_empty() {
                name.clear();
            }
        }
    }
    document
}

fn columns(document: &Document, width: usize) -> usize {
    match document.sheet {
        Sheet::Card => 40,
        Sheet::Page | Sheet::Wide => width.max(40),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_line_is_whole_and_within_the_width(
        document in any_document(anything),
        beside in prop::option::of(any_document(anything)),
        width in 0..200_usize,
    ) {
        let text = text(&document, beside.as_ref(), width);
        prop_assert!(text.ends_with('\n'));
        for line in text.lines() {
            prop_assert!(display::width(line) <= columns(&document, width), "{line:?}\n{text}");
            prop_assert_eq!(line.trim_end(), line);
            prop_assert!(!line.contains(char::is_control), "{line:?}");
            prop_assert_eq!(&display::safe(line), line);
        }
    }

    #[test]
    fn no_word_is_lost(
        document in any_document(words),
        beside in prop::option::of(any_document(words)),
        width in 40..200_usize,
    ) {
        let text = text(&document, beside.as_ref(), width);
        let found = counted([text.as_str()]);
        let documents = [Some(document), beside].into_iter().flatten();
        let documents: Vec<Document> = documents.map(without_empty_columns).collect();
        for (word, times) in counted(documents.iter().flat_map(texts)) {
            let stands = found.get(word).copied().unwrap_or(0);
            prop_assert!(stands >= times, "{word} stands {stands} times, not {times}:\n{text}");
        }
    }
}
