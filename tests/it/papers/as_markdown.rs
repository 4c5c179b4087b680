//! Papers as Markdown: everything once and in its order, and nothing active.

use attache::{
    format::{Format, Print},
    paper::{Block, Document},
    words::Lang,
};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{
    DUESSELDORF, HAMBURG, Made,
    any_document::{any_document, anything},
    every_paper,
    read_back::{in_order, rich, signs},
    sample,
};

fn markdown(document: &Document, beside: Option<&Document>) -> String {
    let print = Print {
        beside,
        ..Print::plain(document)
    };
    let bytes = Format::named("markdown").unwrap().write(&print).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// What a page shows, read with everything that is known of Markdown; fails where it does more.
fn shown(page: &str) -> String {
    // Typographic quotation marks change a text, and nothing else.
    let all = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    let mut out = String::new();
    let mut in_mark = false;
    for event in Parser::new_ext(page, all) {
        match event {
            Event::Text(text) if !in_mark => out.push_str(&text),
            // Only "changed" stands in italics.
            Event::Start(Tag::Emphasis) => in_mark = true,
            Event::End(TagEnd::Emphasis) => in_mark = false,
            Event::InlineHtml(tag) => assert_eq!(&*tag, "<br>", "{page}"),
            Event::Code(_)
            | Event::Html(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::Start(
                Tag::Link { .. }
                | Tag::Image { .. }
                | Tag::CodeBlock(_)
                | Tag::HtmlBlock
                | Tag::BlockQuote(_)
                | Tag::DefinitionList
                | Tag::FootnoteDefinition(_)
                | Tag::MetadataBlock(_)
                | Tag::Strikethrough
                | Tag::Subscript
                | Tag::Superscript,
            ) => panic!("{event:?}\n{page}"),
            Event::Start(Tag::List(Some(_))) => panic!("a numbered list\n{page}"),
            Event::Start(_)
            | Event::End(_)
            | Event::Text(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }
    out
}

fn lines_are_clean(page: &str) -> bool {
    !page
        .chars()
        .any(|c| c != '\n' && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c)))
        && !page.contains("\n\n\n")
        && page.ends_with('\n')
}

/// How many headings and tables a document has.
fn parts(document: &Document) -> (usize, usize) {
    let headings = document.body.iter().filter(|block| match block {
        Block::Heading(text) => !signs(text).is_empty(),
        _ => false,
    });
    let tables = document
        .body
        .iter()
        .filter(|block| matches!(block, Block::Table(_)));
    (headings.count(), tables.count())
}

#[test]
fn every_text_stands_once_in_its_order() {
    for visit in [sample(DUESSELDORF), sample(HAMBURG), rich()] {
        for lang in Lang::WRITTEN {
            for Made { wanted, document } in every_paper(&visit, lang) {
                let page = markdown(&document, None);
                let shown = signs(&shown(&page));
                assert_eq!(shown, in_order(&document), "{wanted:?} {lang:?}\n{page}");
                assert!(lines_are_clean(&page), "{page:?}");
                let begun = Parser::new_ext(&page, Options::ENABLE_TABLES);
                let (mut headings, mut tables) = (0, 0);
                for event in begun {
                    headings += usize::from(matches!(event, Event::Start(Tag::Heading { .. })));
                    tables += usize::from(matches!(event, Event::Start(Tag::Table(_))));
                }
                assert_eq!((headings - 1, tables), parts(&document), "{page}");
            }
        }
    }
}

#[test]
fn two_languages_stand_one_after_the_other() {
    let visit = rich();
    let (german, arabic) = (every_paper(&visit, Lang::De), every_paper(&visit, Lang::Ar));
    for (Made { wanted, document }, other) in german.iter().zip(&arabic) {
        let shown = signs(&shown(&markdown(document, Some(&other.document))));
        let both = [in_order(document), in_order(&other.document)].concat();
        assert_eq!(shown, both, "{wanted:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_typed_is_shown_and_does_nothing(document in any_document(anything)) {
        let page = markdown(&document, None);
        prop_assert!(lines_are_clean(&page), "{:?}", page);
        prop_assert_eq!(signs(&shown(&page)), in_order(&document), "{}", page);
    }
}
