//! Papers as HTML: everything once and in its order, nothing active, and what a validator says.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use attache::{
    format::{Format, Print},
    paper::Document,
    words::Lang,
};
use html5gum::{DefaultEmitter, Token, Tokenizer};
use proptest::prelude::*;

use super::{
    DUESSELDORF, HAMBURG, Made,
    any_document::{any_document, anything},
    every_paper,
    read_back::{house, in_order, rich, signs},
    sample,
};

/// Elements that have no end.
const VOID: &[&str] = &["br", "hr", "img", "meta"];
/// Elements that a page is made of; nothing else can come in with a text.
const KNOWN: &str = "html head meta title style body header main footer div p h1 h2 table thead tbody \
                     tr th td ul li dl dt dd span bdi br hr img";
/// Attributes that a page has; none of them acts.
const ATTRIBUTES: &str = "lang dir charset http-equiv content name class id scope role aria-label \
                          aria-labelledby data-label data-mark src alt";

fn html(document: &Document, beside: Option<&Document>) -> String {
    let print = Print {
        beside,
        ..Print::plain(document)
    };
    String::from_utf8(Format::named("html").unwrap().write(&print).unwrap()).unwrap()
}

/// What a page shows, read by a parser; fails where the page is not well formed.
fn shown(page: &str) -> String {
    let mut open: Vec<(String, bool)> = Vec::new();
    let mut out = String::new();
    let emitter = DefaultEmitter::<()>::default();
    for token in Tokenizer::new_with_emitter(page, emitter) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                let name = utf8(&tag.name);
                assert!(
                    KNOWN.split_whitespace().any(|known| known == name),
                    "{name}"
                );
                let mut hidden = matches!(name.as_str(), "title" | "style");
                for (key, value) in &tag.attributes {
                    let (key, value) = (utf8(key), utf8(&value.value));
                    assert!(
                        ATTRIBUTES.split_whitespace().any(|known| known == key),
                        "{key}"
                    );
                    assert!(!has_control(&value), "{value:?}");
                    hidden |= name == "thead" && key == "class" || value == "unseen";
                }
                if !VOID.contains(&name.as_str()) {
                    let above = open.last().is_some_and(|(_, hidden)| *hidden);
                    open.push((name, hidden || above));
                }
            }
            Token::EndTag(tag) => {
                let (name, _) = open.pop().expect("an end without a beginning");
                assert_eq!(name, utf8(&tag.name));
            }
            Token::String(text) => {
                let text = utf8(&text.value);
                let hidden = open.last().is_some_and(|(_, hidden)| *hidden);
                assert!(!has_control(&text.replace('\n', "")), "{text:?}");
                if !hidden {
                    out.push_str(&text);
                }
            }
            Token::Doctype(_) => {}
            Token::Comment(_) => panic!("a comment"),
            Token::Error(error) => panic!("{error:?}"),
        }
    }
    assert_eq!(open, []);
    out
}

fn utf8(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn has_control(text: &str) -> bool {
    let turns = ['\u{202a}'..='\u{202e}', '\u{2066}'..='\u{2069}'];
    text.chars()
        .any(|c| c.is_control() || turns.iter().any(|turn| turn.contains(&c)))
}

#[test]
fn every_text_stands_once_in_its_order() {
    for visit in [sample(DUESSELDORF), sample(HAMBURG), rich()] {
        for lang in Lang::WRITTEN {
            for Made { wanted, document } in every_paper(&visit, lang) {
                let shown = signs(&shown(&html(&document, None)));
                assert_eq!(shown, in_order(&document), "{wanted:?} {lang:?}");
            }
        }
    }
}

#[test]
fn two_languages_stand_beside_each_other_whole() {
    let visit = rich();
    let (german, arabic) = (every_paper(&visit, Lang::De), every_paper(&visit, Lang::Ar));
    for (Made { wanted, document }, other) in german.iter().zip(&arabic) {
        let page = html(document, Some(&other.document));
        let shown = signs(&shown(&page));
        let both = in_order(document).len() + in_order(&other.document).len();
        assert_eq!(shown.len(), both, "{wanted:?}");
        assert!(page.contains("<div lang=\"ar\" dir=\"rtl\">"));
    }
}

#[test]
fn headings_are_one_below_the_other() {
    for Made { document, .. } in every_paper(&rich(), Lang::De) {
        let page = html(&document, None);
        assert_eq!(page.matches("<h1").count(), 1);
        let first = page.find("<h2").unwrap_or(page.len());
        assert!(page.find("<h1").unwrap() < first);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_typed_is_shown_and_does_nothing(
        document in any_document(anything),
        beside in proptest::option::of(any_document(anything)),
    ) {
        let page = html(&document, beside.as_ref());
        let shown = signs(&shown(&page));
        if beside.is_none() {
            prop_assert_eq!(shown, in_order(&document));
        }
    }
}

/// What the validator `tidy` has to say of a page; nothing without it.
fn complaints(page: &str) -> Option<String> {
    let mut tidy = Command::new("tidy")
        .args(["-quiet", "-errors", "-utf8", "--drop-empty-elements", "no"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    tidy.stdin.take()?.write_all(page.as_bytes()).ok()?;
    let output = tidy.wait_with_output().ok()?;
    Some(String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
#[allow(clippy::print_stdout)]
fn a_validator_has_nothing_to_say() {
    let visit = rich();
    let (french, arabic) = (every_paper(&visit, Lang::Fr), every_paper(&visit, Lang::Ar));
    for (Made { wanted, document }, beside) in french.iter().zip(&arabic) {
        for page in [
            html(document, None),
            html(&beside.document, None),
            html(document, Some(&beside.document)),
        ] {
            match complaints(&page) {
                Some(said) => assert_eq!(said, "", "{wanted:?}\n{page}"),
                None => return println!("skipped: the validator tidy is not installed"),
            }
        }
    }
}

#[test]
fn a_house_stands_above_and_below_the_paper() {
    let visit = sample(DUESSELDORF);
    let Made { document, .. } = &every_paper(&visit, Lang::Fr)[0];
    let house = house();
    let print = Print {
        house: &house,
        ..Print::plain(document)
    };
    let page = Format::named("html").unwrap().write(&print).unwrap();
    let page = String::from_utf8(page).unwrap();
    assert!(page.contains("--ink:#b5121b") && page.contains("src=\"data:image/svg+xml;base64,"));
    let mut expected = document.clone();
    expected.head.sender =
        "Ville de Düsseldorf Bureau des relations internationales Marktplatz 2, 40213 Düsseldorf"
            .to_owned();
    expected.foot.contact += "www.duesseldorf.de";
    assert_eq!(signs(&shown(&page)), in_order(&expected));
}
