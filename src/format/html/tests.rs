//! What holds for a page whatever the paper is.

use super::*;
use crate::{
    format::House,
    format::house::{Logo, LogoKind},
    paper::{Block, Foot, Head, Posting, Table},
};

/// A paper with something in each part.
fn paper(lang: Lang, text: &str) -> Document {
    Document {
        lang,
        sheet: Sheet::Page,
        head: Head {
            title: text.to_owned(),
            ..Head::default()
        },
        columns: None,
        body: vec![
            Block::Heading(text.to_owned()),
            Block::Table(Table {
                columns: vec![text.to_owned(), String::new()],
                rows: vec![vec![text.to_owned(), text.to_owned()].into()],
            }),
        ],
        foot: Foot::default(),
        posting: Posting::default(),
        remarks: Vec::new(),
    }
}

fn written(print: &Print<'_>) -> String {
    String::from_utf8(FORMAT.write(print).unwrap()).unwrap()
}

#[test]
fn what_is_typed_is_text_and_nothing_else() {
    let hostile = "</title></style><script>alert('1')</script>\" onload=\"x\u{202e}\u{7}&amp;";
    let page = written(&Print::plain(&paper(Lang::En, hostile)));
    assert!(!page.contains("<script") && !page.contains("alert('"));
    assert!(!page.contains("\" onload") && !page.contains('\u{202e}') && !page.contains('\u{7}'));
    assert!(page.contains("&lt;script&gt;alert(&#39;1&#39;)") && page.contains("&amp;amp;"));
}

#[test]
fn it_fetches_nothing() {
    let page = written(&Print::plain(&paper(Lang::En, "x")));
    assert!(
        page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"")
    );
    for sign in ["http:", "https:", "url(", "@import", "<link", "<script"] {
        assert!(!page.contains(sign), "{sign}");
    }
}

#[test]
fn it_says_its_language_and_direction() {
    let (arabic, german) = (paper(Lang::Ar, "برنامج"), paper(Lang::De, "Programm"));
    assert!(written(&Print::plain(&arabic)).contains("<html lang=\"ar\" dir=\"rtl\">"));
    let both = written(&Print {
        beside: Some(&arabic),
        ..Print::plain(&german)
    });
    assert!(both.contains("<html lang=\"de\" dir=\"ltr\">"));
    assert!(both.contains("<div lang=\"ar\" dir=\"rtl\">"));
}

#[test]
fn the_house_is_seen() {
    let house = House {
        colour: [255, 204, 0],
        logo: Some(Logo {
            kind: LogoKind::Svg,
            bytes: b"<svg/>".to_vec(),
        }),
        ..House::default()
    };
    let document = paper(Lang::De, "x");
    let page = written(&Print {
        house: &house,
        ..Print::plain(&document)
    });
    assert!(page.contains("src=\"data:image/svg+xml;base64,PHN2Zy8+\""));
    assert!(page.contains("--rule:#ffcc00") && !page.contains("--ink:#ffcc00}\n@media screen"));
}

#[test]
fn an_empty_column_has_no_empty_header() {
    let page = written(&Print::plain(&paper(Lang::De, "x")));
    assert!(page.contains("<td role=\"cell\"></td></tr></thead>"));
}
