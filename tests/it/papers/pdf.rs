//! Papers as PDF, read back with poppler's tools.

mod layout;
mod particulars;

use attache::{
    audience::Audience,
    format::{
        Format, House, PAGE_COLUMNS, Print, Unwritable,
        house::{EachLang, Logo, LogoKind, PaperSize},
    },
    model::Visit,
    paper::{Block, Document, Row, Sheet, Table},
    store,
    words::Lang,
};
use std::{collections::BTreeSet, process::Command};

use super::{
    DUESSELDORF, HAMBURG, Made,
    any_document::{any_document, anything, said, texts, words},
    every_paper,
    facts::squeezed,
    sample,
    tokens::laden,
};
use proptest::prelude::*;

fn written(print: &Print<'_>) -> Vec<u8> {
    let head = &print.document.head;
    let bytes = Format::named("pdf").unwrap().write(print);
    bytes.unwrap_or_else(|error| panic!("{} {:?}: {error}", head.title, print.document.lang))
}

/// What one of poppler's tools says about a file; nothing where the tools are not there.
#[allow(clippy::print_stdout, reason = "to be skipped is no success")]
fn poppler(tool: &str, options: &[&str], bytes: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, bytes).unwrap();
    let mut command = Command::new(tool);
    command.args(options).arg(&file);
    if tool == "pdftotext" {
        command.arg("-");
    }
    let Ok(ran) = command.output() else {
        println!("skipped: {tool} of poppler-utils is not there");
        return None;
    };
    assert!(ran.status.success(), "{tool}: {ran:?}");
    Some(String::from_utf8_lossy(&ran.stdout).into_owned())
}

/// What a reader finds in a file, in the order in which it stands there.
fn read(bytes: &[u8]) -> Option<String> {
    poppler("pdftotext", &["-raw", "-enc", "UTF-8"], bytes)
}

/// The same as poppler puts it in order by itself, Arabic from right to left.
fn read_arabic(bytes: &[u8]) -> Option<String> {
    let text = poppler("pdftotext", &["-enc", "UTF-8"], bytes)?;
    Some(text.chars().filter(|c| !is_direction(*c)).collect())
}

/// Marks that poppler puts around what runs from right to left.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
}

fn rich() -> Visit {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/papers/rich.ron");
    store::open(path.as_ref()).unwrap().visit
}

/// One paper of each kind in each language, and some of the others by turns: all of them would take
/// a minute.
fn some_papers(visit: &Visit, langs: &[Lang]) -> Vec<Made> {
    let mut papers = Vec::new();
    for (at, lang) in langs.iter().enumerate() {
        let mut had = BTreeSet::new();
        for (nth, made) in every_paper(visit, *lang).into_iter().enumerate() {
            if had.insert(made.wanted.paper.token) || nth % 12 == at {
                papers.push(made);
            }
        }
    }
    papers
}

#[test]
fn every_paper_is_written_in_every_language() {
    for visit in [sample(DUESSELDORF), rich()] {
        for made in some_papers(&visit, &Lang::WRITTEN) {
            let print = Print::plain(&made.document);
            assert!(written(&print).starts_with(b"%PDF-1.7"));
        }
    }
}

#[test]
fn what_a_paper_says_is_read_in_its_order() {
    for lang in Lang::ALL {
        for made in some_papers(&rich(), &[lang]) {
            let document = &made.document;
            let Some(text) = read(&written(&Print::plain(document))) else {
                return;
            };
            let text = whole(&text, document);
            // Without being told so, poppler does not order what is Arabic in a German line.
            let is_latin = |part: &&str| !part.contains(|c| matches!(c, '\u{600}'..='\u{6ff}'));
            for part in texts(document).into_iter().filter(is_latin) {
                assert!(text.contains(&squeezed(part)), "{part:?} is not in\n{text}");
            }
            let mut rest = text.as_str();
            for part in document.body.iter().flat_map(said).filter(is_latin) {
                let part = squeezed(part);
                let Some(at) = rest.find(&part) else {
                    panic!("{part:?} does not come after what is before it in\n{text}");
                };
                rest = &rest[at + part.len()..];
            }
        }
    }
}

/// The text of all pages as one, squeezed, without what only stands there again.
fn whole(text: &str, document: &Document) -> String {
    let (head, foot) = (&document.head, &document.foot);
    let running = [&head.title, &head.subject].map(String::as_str);
    let running: Vec<&str> = running
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let running = [
        head.marking.clone(),
        running.join(" · "),
        head.issue.clone(),
    ];
    let repeated = squeezed(&running.concat());
    let below = squeezed(&format!("{}{}", foot.note, foot.contact));
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    let mut out = String::new();
    for (at, page) in pages.iter().enumerate() {
        let page = squeezed(page);
        let count = [
            format!("Seite{}von{}", at + 1, pages.len()),
            format!("Page{}of{}", at + 1, pages.len()),
            format!("Page{}sur{}", at + 1, pages.len()),
        ];
        assert!(count.iter().any(|count| page.contains(count)), "{page}");
        let page = count
            .iter()
            .fold(page, |page, count| page.replacen(count, "", 1));
        let page = page.strip_prefix(&repeated).unwrap_or(&page);
        let is_last = at + 1 == pages.len();
        let body = page.strip_suffix(&below).filter(|_| !is_last);
        out.push_str(body.unwrap_or(page));
    }
    out
}

#[test]
fn arabic_can_be_searched_and_copied() {
    for made in some_papers(&rich(), &[Lang::Ar]) {
        let document = &made.document;
        let Some(text) = read_arabic(&written(&Print::plain(document))) else {
            return;
        };
        let is_letter = |c: char| matches!(c, '\u{621}'..='\u{64a}');
        let words = |text: &str| -> BTreeSet<String> {
            let words = text.split(|c| !is_letter(c));
            words
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let read = words(&text);
        for part in texts(document) {
            for word in words(part) {
                assert!(read.contains(&word), "{word} of {part}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn whatever_is_typed_becomes_a_page(
        document in any_document(anything),
        beside in prop::option::of(any_document(anything)),
    ) {
        let print = Print {
            document: &document,
            beside: beside.as_ref(),
            house: House::plain(),
            width: PAGE_COLUMNS,
        };
        written(&print);
    }

    #[test]
    fn nothing_is_lost(
        document in any_document(words),
        beside in prop::option::of(any_document(words)),
    ) {
        let print = Print {
            document: &document,
            beside: beside.as_ref(),
            house: House::plain(),
            width: PAGE_COLUMNS,
        };
        if let Some(text) = read(&written(&print)) {
            let said = [Some(&document), beside.as_ref()];
            let said: Vec<&str> = said.into_iter().flatten().flat_map(texts).collect();
            for letter in 'a'..='z' {
                let wanted: usize = said.iter().map(|part| part.matches(letter).count()).sum();
                let found = text.matches(letter).count();
                prop_assert!(found >= wanted, "{letter}: {found} of {wanted} in {text}");
            }
        }
    }
}
