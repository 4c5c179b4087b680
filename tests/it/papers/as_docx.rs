//! Any document as a word processor's file: whole, well formed, and the same each time.

use std::io::{Cursor, Read};

use attache::{
    format::{Format, House, Print, house::PaperSize},
    paper::{Block, Document, Posting, Sheet},
    words::Lang,
};
use proptest::prelude::*;
use quick_xml::{Reader, XmlVersion, events::Event};

use super::{
    Made,
    any_document::{any_document, anything, said, texts, words},
    every_paper, facts,
    tokens::laden,
};

/// What a file says, part by part, without its elements: each paragraph and break ends a line.
pub(super) fn decoded(docx: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let name = file.name().to_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        if !matches!(name.rsplit_once('.'), Some((_, "png"))) {
            parts.push((name, plain(&String::from_utf8(bytes).unwrap())));
        }
    }
    parts
}

/// The text and the attributes' values of a part that is well formed.
fn plain(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut out = String::new();
    let mut open = 0_usize;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                open += 1;
                told(&tag, &mut out);
            }
            Event::Empty(tag) => told(&tag, &mut out),
            Event::End(tag) => {
                open -= 1;
                if tag.name().as_ref() == b"w:p" {
                    out.push('\n');
                }
            }
            Event::Text(text) => out.push_str(&text.decode().unwrap()),
            Event::GeneralRef(reference) => {
                let name = reference.decode().unwrap();
                match reference.resolve_char_ref().unwrap() {
                    Some(c) => out.push(c),
                    None => out.push_str(quick_xml::escape::resolve_xml_entity(&name).unwrap()),
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0, "{xml}");
    out
}

/// What a reader or a program sees of an element besides the text in it.
fn told(tag: &quick_xml::events::BytesStart<'_>, out: &mut String) {
    if matches!(tag.name().as_ref(), b"w:br" | b"w:tab") {
        out.push(' ');
    }
    for attribute in tag.attributes() {
        let attribute = attribute.unwrap();
        if attribute.key.as_ref() == b"descr" {
            out.push_str(&attribute.normalized_value(XmlVersion::Implicit1_0).unwrap());
        }
    }
}

fn docx(print: &Print<'_>) -> Vec<u8> {
    Format::named("docx").unwrap().write(print).unwrap()
}

/// What stands on the pages, from the header of the first to its footer.
fn pages(docx: &[u8]) -> String {
    let parts = decoded(docx);
    let part = |name: &str| {
        let name = format!("word/{name}.xml");
        let found = parts.iter().find(|(part, _)| *part == name);
        found.unwrap().1.as_str()
    };
    [part("header1"), part("document"), part("footer1")].concat()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// One part as it is.
fn raw(docx: &[u8], part: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut xml = String::new();
    zip.by_name(part).unwrap().read_to_string(&mut xml).unwrap();
    xml
}

fn empty(lang: Lang, body: Vec<Block>) -> Document {
    Document {
        lang,
        sheet: Sheet::Page,
        head: attache::paper::Head::default(),
        columns: None,
        body,
        foot: attache::paper::Foot::default(),
        posting: Posting::default(),
        remarks: Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_gives_a_file_that_opens(
        document in any_document(anything),
        beside in prop::option::of(any_document(anything)),
    ) {
        let print = Print { beside: beside.as_ref(), ..Print::plain(&document) };
        let written = docx(&print);
        prop_assert!(decoded(&written).len() >= 12);
        prop_assert_eq!(docx(&print), written);
    }

    #[test]
    fn what_a_document_says_stands_once_and_in_its_order(document in any_document(words)) {
        let written = squeezed(&pages(&docx(&Print::plain(&document))));
        let mut rest = written.as_str();
        for block in &document.body {
            // A table without a row, or too wide for its columns, says its names otherwise.
            let is_table = matches!(block, Block::Table(_));
            for text in said(block).into_iter().filter(|_| !is_table).map(squeezed) {
                let at = rest.find(&text);
                prop_assert!(at.is_some(), "{text} in {rest}");
                rest = &rest[at.unwrap() + text.len()..];
            }
        }
        for text in texts(&document).into_iter().map(squeezed) {
            let is_cell = document.body.iter().any(|block| {
                matches!(block, Block::Table(table) if table.columns.iter().any(|name| squeezed(name) == text))
            });
            prop_assert!(is_cell || written.contains(&text), "{text} in {written}");
        }
    }

    #[test]
    fn both_languages_are_there(first in any_document(words), second in any_document(words)) {
        let print = Print { beside: Some(&second), ..Print::plain(&first) };
        let written = squeezed(&pages(&docx(&print)));
        for text in [&first, &second].into_iter().flat_map(texts).map(squeezed) {
            let is_cell = [&first, &second].iter().flat_map(|one| &one.body).any(|block| {
                matches!(block, Block::Table(table) if table.columns.iter().any(|name| squeezed(name) == text))
            });
            prop_assert!(is_cell || written.contains(&text), "{text} in {written}");
        }
    }
}

#[test]
fn headings_are_headings_and_table_heads_are_repeated() {
    let table = attache::paper::Table {
        columns: vec!["Name".to_owned(), "Funktion".to_owned()],
        rows: vec![vec!["Keller".to_owned(), "Oberbürgermeister".to_owned()].into()],
    };
    let document = empty(
        Lang::De,
        vec![Block::Heading("Delegation".to_owned()), Block::Table(table)],
    );
    let written = docx(&Print::plain(&document));
    let body = raw(&written, "word/document.xml");
    assert!(body.contains(r#"<w:pStyle w:val="Heading1"/>"#), "{body}");
    assert!(body.contains("<w:tblHeader/>") && body.contains("<w:cantSplit/>"));
    let styles = raw(&written, "word/styles.xml");
    assert!(styles.contains(r#"<w:name w:val="heading 1"/>"#) && styles.contains("<w:keepNext/>"));
    assert!(styles.contains(r#"<w:lang w:val="de-DE" w:eastAsia="de-DE" w:bidi="ar-MA"/>"#));
}

#[test]
fn arabic_runs_from_right_to_left() {
    let table = attache::paper::Table {
        columns: vec!["الاسم".to_owned(), "الصفة".to_owned()],
        rows: vec![vec!["Keller كيلر".to_owned(), "عمدة".to_owned()].into()],
    };
    let document = empty(Lang::Ar, vec![Block::Table(table)]);
    let body = raw(&docx(&Print::plain(&document)), "word/document.xml");
    for element in ["<w:bidiVisual/>", "<w:bidi/>", "<w:rtl/>"] {
        assert!(body.contains(element), "{element} in {body}");
    }
    let latin = body
        .split("<w:r>")
        .find(|run| run.contains("Keller"))
        .unwrap();
    assert!(!latin.contains("<w:rtl/>"), "{latin}");
}

#[test]
fn the_page_is_the_houses() {
    let document = |sheet| Document {
        sheet,
        ..empty(Lang::De, Vec::new())
    };
    let house = House {
        paper: PaperSize::Letter,
        ..House::default()
    };
    let size = |sheet, house: &House| {
        let document = document(sheet);
        let print = Print {
            house,
            ..Print::plain(&document)
        };
        let body = raw(&docx(&print), "word/document.xml");
        let at = body.find("<w:pgSz ").unwrap() + 8;
        body[at..].split("/>").next().unwrap().to_owned()
    };
    let plain = House::plain();
    assert_eq!(size(Sheet::Page, plain), r#"w:w="11906" w:h="16838""#);
    assert_eq!(size(Sheet::Page, &house), r#"w:w="12240" w:h="15840""#);
    assert_eq!(
        size(Sheet::Wide, plain),
        r#"w:w="16838" w:h="11906" w:orient="landscape""#
    );
    assert_eq!(size(Sheet::Card, &house), r#"w:w="5953" w:h="8391""#);
}

#[test]
fn nothing_says_who_made_it_when_or_where() {
    let document = empty(Lang::Fr, vec![Block::Paragraph("Texte".to_owned())]);
    let written = docx(&Print::plain(&document));
    let about = raw(&written, "docProps/core.xml");
    for word in ["creator", "created", "modified", "LastModifiedBy"] {
        assert!(!about.contains(word), "{about}");
    }
    let mut zip = zip::ZipArchive::new(Cursor::new(&written)).unwrap();
    for at in 0..zip.len() {
        let file = zip.by_index(at).unwrap();
        assert_eq!(
            file.last_modified(),
            Some(zip::DateTime::DEFAULT),
            "{}",
            file.name()
        );
    }
}

#[test]
fn no_part_of_a_file_tells_what_is_not_for_its_reader() {
    let (visit, tokens) = laden();
    for Made { wanted, document } in every_paper(&visit, Lang::De) {
        let file = docx(&Print::plain(&document));
        for (part, text) in decoded(&file) {
            let text = facts::squeezed(&text).to_lowercase();
            let mut told = tokens.iter().filter(|token| token.stands_in(&text));
            let secret = told.find(|token| !token.is_for(&wanted.reader));
            assert!(secret.is_none(), "{wanted:?} {part}: {secret:?}\n{text}");
        }
    }
}
