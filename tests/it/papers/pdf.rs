//! Papers as PDF, read back with poppler's tools.

use std::{collections::BTreeSet, process::Command};

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
use proptest::prelude::*;

use super::{
    DUESSELDORF, HAMBURG, Made,
    any_document::{any_document, anything, said, texts, words},
    every_paper,
    facts::squeezed,
    sample,
    secrets::laden,
};

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

#[test]
fn a_file_says_what_it_is_and_not_who_made_it() {
    let made = every_paper(&sample(DUESSELDORF), Lang::De).into_iter();
    let mut made = made.filter(|made| made.wanted.paper.token == "programme");
    let document = &made.next().unwrap().document;
    for (sheet, paper, size) in [
        (Sheet::Page, PaperSize::A4, "595.276 x 841.89 pts (A4)"),
        (Sheet::Wide, PaperSize::A4, "841.89 x 595.276 pts (A4)"),
        (Sheet::Page, PaperSize::Letter, "612 x 792 pts (letter)"),
        (Sheet::Card, PaperSize::A4, "297.638 x 419.528 pts"),
    ] {
        let document = Document {
            sheet,
            ..document.clone()
        };
        let house = House {
            paper,
            ..House::default()
        };
        let print = Print {
            house: &house,
            ..Print::plain(&document)
        };
        let bytes = written(&print);
        assert_eq!(bytes, written(&print), "the same paper is the same file");
        let Some(info) = poppler("pdfinfo", &[], &bytes) else {
            return;
        };
        let says = |key: &str| {
            let mut lines = info.lines();
            let line = lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
            line.map(str::trim)
        };
        assert!(says("Title").unwrap().starts_with(&document.head.title));
        assert_eq!(says("Tagged"), Some("yes"));
        assert!(says("Page size").unwrap().starts_with(size), "{info}");
        for key in ["Author", "Creator", "Producer", "CreationDate", "ModDate"] {
            assert_eq!(says(key), None);
        }
        let tree = poppler("pdfinfo", &["-struct"], &bytes).unwrap();
        for tag in ["Document", "H1", "H2", "P", "Table", "TH", "TD"] {
            let mut tags = tree.lines().map(str::trim);
            assert!(
                tags.any(|line| line.split([' ', ':']).next() == Some(tag)),
                "{tag}\n{tree}"
            );
        }
    }
}

#[test]
fn a_house_has_its_name_address_and_logo() {
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#900"/></svg>"##;
    let mut house = House {
        name: EachLang::of(|lang| format!("Stadt {}", lang.code())),
        address: EachLang::of(|_| vec!["Marktplatz 2".to_owned(), "40213 Düsseldorf".to_owned()]),
        footer: EachLang::of(|_| "Amt für Protokoll".to_owned()),
        colour: [0x8a, 0x15, 0x38],
        logo: Some(Logo {
            kind: LogoKind::Svg,
            bytes: svg.as_bytes().to_vec(),
        }),
        ..House::default()
    };
    let made = every_paper(&sample(HAMBURG), Lang::De);
    let beside = every_paper(&sample(HAMBURG), Lang::Ar);
    for beside in [None, Some(&beside[0].document)] {
        let print = Print {
            house: &house,
            beside,
            ..Print::plain(&made[0].document)
        };
        let bytes = written(&print);
        let Some(text) = read(&bytes) else { return };
        for said in [
            "Stadt de",
            "Marktplatz 2",
            "40213 Düsseldorf",
            "Amt für Protokoll",
        ] {
            assert!(text.contains(said), "{said}\n{text}");
        }
        assert!(
            poppler("pdfimages", &["-list"], &bytes)
                .unwrap()
                .contains("1200")
        );
        let tree = poppler("pdfinfo", &["-struct"], &bytes).unwrap();
        assert!(tree.contains("Figure"), "{tree}");
    }
    for broken in [
        &b"\x89PNG\r\n\x1a\nno picture at all"[..],
        b"<svg",
        b"GIF89a",
    ] {
        house.logo = Some(Logo {
            kind: LogoKind::Png,
            bytes: broken.to_vec(),
        });
        let print = Print {
            house: &house,
            ..Print::plain(&made[0].document)
        };
        let refused = Format::named("pdf").unwrap().write(&print);
        assert!(matches!(refused, Err(Unwritable::Logo(_))), "{refused:?}");
    }
}

#[test]
fn a_long_table_repeats_its_header_and_keeps_its_rows() {
    let row = |at: usize| {
        Row::from(vec![
            format!("Name {at}"),
            format!("Funktion {at} ").repeat(12),
        ])
    };
    let mut document = every_paper(&sample(HAMBURG), Lang::De).remove(0).document;
    document.body = vec![Block::Table(Table {
        columns: vec!["Name".to_owned(), "Funktion".to_owned()],
        rows: (0..150).map(row).collect(),
    })];
    let Some(text) = read(&written(&Print::plain(&document))) else {
        return;
    };
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert!(pages.len() > 3);
    for page in pages {
        assert!(page.contains("Name Funktion"), "{page}");
        let named = (0..150).filter(|at| page.contains(&format!("Name {at} ")));
        let whole = named.filter(|at| {
            page.matches(&format!("Funktion {at} ")).count()
                + page.matches(&format!("Funktion {at}\n")).count()
                == 12
        });
        assert!(whole.count() > 5, "{page}");
    }
}

/// The words of a text that nothing may part.
fn unbroken(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}

#[test]
fn two_languages_break_no_word_and_are_both_named_on_every_page() {
    let [german, french] = [Lang::De, Lang::Fr].map(|lang| every_paper(&rich(), lang));
    for (made, other) in german.iter().zip(&french) {
        if !["security", "delegation", "register", "rooms", "programme"]
            .contains(&made.wanted.paper.token)
        {
            continue;
        }
        let documents = [&made.document, &other.document];
        let print = Print {
            beside: Some(documents[1]),
            ..Print::plain(documents[0])
        };
        let Some(text) = read(&written(&print)) else {
            return;
        };
        let read = unbroken(&text);
        for part in documents.into_iter().flat_map(|document| &document.body) {
            let Block::Table(table) = part else { continue };
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            for word in cells.chain(&table.columns).flat_map(|cell| unbroken(cell)) {
                let is_latin = word.chars().all(|c| c < '\u{600}');
                assert!(!is_latin || read.contains(word), "{word} in\n{text}");
            }
        }
        for page in text.trim_end_matches('\u{c}').split('\u{c}') {
            for document in documents {
                assert!(page.contains(&document.head.title), "{page}");
            }
        }
    }
}

#[test]
fn tables_beside_each_other_repeat_both_headers() {
    let of = |lang, names: [&str; 2]| {
        let mut document = every_paper(&sample(HAMBURG), lang).remove(0).document;
        let row = |at: usize| Row::from(vec![format!("{at}"), "so und so ".repeat(8)]);
        document.body = vec![Block::Table(Table {
            columns: names.map(str::to_owned).into(),
            rows: (0..120).map(row).collect(),
        })];
        document
    };
    let (german, french) = (
        of(Lang::De, ["Zahl", "Bemerkung"]),
        of(Lang::Fr, ["Nombre", "Remarque"]),
    );
    let print = Print {
        beside: Some(&french),
        ..Print::plain(&german)
    };
    let Some(text) = read(&written(&print)) else {
        return;
    };
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert!(pages.len() > 2);
    for page in pages {
        for name in ["Zahl", "Bemerkung", "Nombre", "Remarque"] {
            assert_eq!(page.matches(name).count(), 1, "{name}\n{page}");
        }
    }
}

#[test]
fn cards_in_two_languages_are_folded_in_the_middle() {
    let [german, french] = [Lang::De, Lang::Fr].map(|lang| {
        let made = every_paper(&sample(DUESSELDORF), lang).into_iter();
        let mut cards = made.filter(|made| made.document.sheet == Sheet::Card);
        cards.next().unwrap().document
    });
    let print = Print {
        beside: Some(&french),
        ..Print::plain(&german)
    };
    let Some(info) = poppler("pdfinfo", &[], &written(&print)) else {
        return;
    };
    assert!(info.contains("595.276 x 419.528 pts"), "{info}");
}

/// Those who may know least.
const STRICTEST: &[Audience] = &[
    Audience::Press,
    Audience::Delegation,
    Audience::Catering,
    Audience::Driver,
    Audience::Interpreter,
];

#[test]
fn no_file_holds_what_is_not_for_its_reader() {
    let (visit, tokens) = laden();
    let [german, french] = [Lang::De, Lang::Fr].map(|lang| every_paper(&visit, lang));
    let mut had = BTreeSet::new();
    for (made, other) in german.iter().zip(&french) {
        let reader = &made.wanted.reader;
        let kind = (made.wanted.paper.token, reader.audience);
        if !STRICTEST.contains(&reader.audience) || !had.insert(kind) {
            continue;
        }
        let print = Print {
            beside: Some(&other.document),
            ..Print::plain(&made.document)
        };
        let bytes = written(&print);
        let Some(text) = read(&bytes) else { return };
        let info = ["-meta", "-struct-text", "-dests", "-js", "-url"];
        let info = info.map(|option| poppler("pdfinfo", &[option], &bytes).unwrap());
        let general = poppler("pdfinfo", &[], &bytes).unwrap();
        assert!(general.contains("Tagged:          yes"), "{general}");
        // What is not packed, in one byte a letter or in two.
        let raw: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
        let raw = String::from_utf8_lossy(&raw);
        let all = [&text, &general, &*raw].map(|text| squeezed(text).to_lowercase());
        let all = all
            .into_iter()
            .chain(info.map(|text| squeezed(&text).to_lowercase()));
        let all: Vec<String> = all.collect();
        for token in tokens.iter().filter(|token| !token.is_for(reader)) {
            assert!(!token.stands_in(&all[0]), "{kind:?}: {token:?}\n{text}");
            assert!(
                !token.is_word() || all.iter().all(|text| !token.stands_in(text)),
                "{kind:?}: {token:?}"
            );
        }
        let told = tokens.iter().filter(|token| token.is_for(reader));
        let told = told.filter(|token| token.stands_in(&all[0]));
        assert!(told.count() > 0, "{kind:?}: nothing is read\n{text}");
    }
    assert!(had.len() > 8, "{had:?}");
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
