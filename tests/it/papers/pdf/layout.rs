//! How pages are set: long tables, tables side by side, two languages, cards.

use super::*;

#[test]
fn a_long_table_repeats_its_header_and_keeps_its_rows() {
    let row = |at: usize| Row::from(vec![format!("Name {at}"), format!("Amt-{at} ").repeat(12)]);
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
            page.matches(&format!("Amt-{at} ")).count()
                + page.matches(&format!("Amt-{at}\n")).count()
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
            let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
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
