//! What a file says of itself and of its house, and what it does not hold.

use super::*;

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
