//! Plain text, as wide as a terminal or a mail shows it: 80 columns unless something else is said.

mod beside;
mod body;
mod facts;
mod lists;
mod schedule;
mod setting;
mod strip;
mod table;

use super::{Format, Print};
use crate::{
    paper::{Document, Sheet},
    words::Said,
};
use setting::Setting;
use strip::{MARGIN, Strip, is_changed, joined, rule};

pub(super) const FORMAT: Format = Format {
    token: "text",
    label: Said::new("Text", "text", "texte"),
    extension: "txt",
    is_text: true,
    write: |print| Ok(write(print).into_bytes()),
};

/// The fewest columns that a page has, and those of a card: with fewer no line would read well.
const FEWEST: usize = 40;

fn write(print: &Print<'_>) -> String {
    let cols = match print.document.sheet {
        Sheet::Card => FEWEST,
        Sheet::Page | Sheet::Wide => print.width.max(FEWEST),
    };
    let documents = || std::iter::once(print.document).chain(print.beside);
    let has_margin = documents().any(is_changed);
    let cols = if has_margin { cols - MARGIN } else { cols };
    let strips = match beside::laid(print, cols) {
        Some(strips) => strips,
        None => one_after_the_other(documents(), cols),
    };
    joined(&strips, has_margin)
}

fn one_after_the_other<'a>(
    documents: impl Iterator<Item = &'a Document>,
    cols: usize,
) -> Vec<Strip> {
    let mut strips = Vec::new();
    for document in documents {
        if !strips.is_empty() {
            strips.extend(["", "", ""].map(Strip::from));
        }
        let set = Setting::of(document, cols);
        strips.extend(body::head(document, &set));
        strips.push(rule(cols));
        strips.extend(body::laid(&document.body, &set, document.columns.as_ref()));
        strips.push(rule(cols));
        strips.extend(body::foot(document, &set));
    }
    strips
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        paper::{Block, Check, Fact, Line, Posting, Row, Signature, Stretch, Table},
        words::Lang,
    };

    fn document(lang: Lang, body: Vec<Block>) -> Document {
        Document {
            lang,
            sheet: Sheet::Page,
            head: crate::paper::Head::default(),
            columns: None,
            body,
            foot: crate::paper::Foot::default(),
            posting: Posting::default(),
            remarks: Vec::new(),
        }
    }

    /// What stands between the two rules.
    fn inside(body: Vec<Block>, lang: Lang, width: usize) -> String {
        let document = document(lang, body);
        let print = Print {
            width,
            ..Print::plain(&document)
        };
        between_rules(&write(&print))
    }

    fn between_rules(text: &str) -> String {
        let lines: Vec<&str> = text.lines().collect();
        let is_rule =
            |line: &str| line.trim().chars().all(|c| "─┬┴".contains(c)) && line.len() > 100;
        let rules: Vec<usize> = (0..lines.len()).filter(|at| is_rule(lines[*at])).collect();
        lines[rules[0] + 1..rules[rules.len() - 1]].join("\n")
    }

    fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
        texts.map(str::to_owned).to_vec()
    }

    fn line(when: &str, what: &str) -> Line {
        Line {
            when: texts([when]),
            what: what.to_owned(),
            ..Line::default()
        }
    }

    #[test]
    fn a_table_that_is_too_narrow_becomes_records() {
        let table = |cells: [&str; 3]| {
            vec![Block::Table(Table {
                columns: texts(["Nr.", "Name", "Funktion"]),
                rows: vec![texts(cells).into(), texts(["2", "Keller", ""]).into()],
            })]
        };
        let narrow = table(["1", "Berrazouk", "Stellvertretender Bürgermeister"]);
        assert_eq!(
            inside(narrow.clone(), Lang::De, 80),
            "Nr.  Name       Funktion\n\
             ───  ─────────  ───────────────────────────────\n\
             1    Berrazouk  Stellvertretender Bürgermeister\n\
             2    Keller"
        );
        assert_eq!(
            inside(narrow.clone(), Lang::De, 40),
            "Nr.  Name       Funktion\n\
             ───  ─────────  ────────────────────────\n\
             1    Berrazouk  Stellvertretender\n\
             \u{20}               Bürgermeister\n\
             2    Keller"
        );
        let long = table(["1", "Städtepartnerschaften", "Königreichsvertretung"]);
        assert_eq!(
            inside(long, Lang::De, 40),
            "Nr.:      1\n\
             Name:     Städtepartnerschaften\n\
             Funktion: Königreichsvertretung\n\
             \n\
             Nr.:  2\n\
             Name: Keller"
        );
        assert_eq!(
            inside(narrow, Lang::Ar, 80),
            "Nr.: 1\nName: Berrazouk\nFunktion: Stellvertretender Bürgermeister\n\n\
             Nr.: 2\nName: Keller"
        );
    }

    #[test]
    fn what_changed_stands_beside_a_bar() {
        let changed = Line {
            changed: true,
            ..line("10:00", "Empfang")
        };
        let rows = vec![
            Row::from(texts(["eins"])),
            Row {
                changed: true,
                cells: texts(["zwei"]),
            },
        ];
        let blocks = vec![
            Block::Schedule(vec![
                Stretch::One(line("09:00", "Ankunft")),
                Stretch::One(changed),
            ]),
            Block::Table(Table {
                columns: texts([""]),
                rows,
            }),
        ];
        assert_eq!(
            inside(blocks.clone(), Lang::De, 80),
            "  09:00          Ankunft\n\n▌ 10:00          Empfang\n\n  eins\n▌ zwei"
        );
        assert_eq!(
            inside(blocks, Lang::Ar, 80),
            "09:00\nAnkunft\n\n▌ 10:00\n▌ Empfang\n\neins\n\n▌ zwei"
        );
    }

    #[test]
    fn two_languages_stand_side_by_side() {
        let german = vec![
            Block::Heading("Dienstag".to_owned()),
            Block::Schedule(vec![
                Stretch::One(line("10:00", "Empfang im Jan-Wellem-Saal des Rathauses")),
                Stretch::One(line("anschl.", "Unterzeichnung")),
            ]),
        ];
        let french = vec![
            Block::Heading("Mardi".to_owned()),
            Block::Schedule(vec![
                Stretch::One(line("10\u{a0}h\u{a0}00", "Accueil")),
                Stretch::One(line("puis", "Signature")),
            ]),
        ];
        let (german, french) = (document(Lang::De, german), document(Lang::Fr, french));
        let print = |width| Print {
            beside: Some(&french),
            width,
            ..Print::plain(&german)
        };
        assert_eq!(
            between_rules(&write(&print(80))),
            "Dienstag                               │ Mardi\n\
             ────────                               │ ─────\n\
             10:00                                  │ 10 h 00\n\
             \u{20} Empfang im Jan-Wellem-Saal des       │   Accueil\n\
             \u{20} Rathauses                            │\n\
             \u{20}                                      │\n\
             anschl.                                │ puis\n\
             \u{20} Unterzeichnung                       │   Signature"
        );
        let narrow = write(&print(60));
        assert!(!narrow.contains('│') && narrow.find("Rathauses") < narrow.find("Mardi"));
    }

    #[test]
    fn what_is_to_be_done_is_ticked_off() {
        let check = |done, when: &str, what: &str| Check {
            done,
            when: when.to_owned(),
            what: what.to_owned(),
            details: texts(["Jana Weiß"]),
        };
        let checks = vec![
            check(false, "14.10.2024", "Dolmetscherin buchen"),
            check(true, "bis zum 28. Oktober 2024", "Tischkarten"),
        ];
        assert_eq!(
            inside(vec![Block::Checks(checks.clone())], Lang::De, 80),
            "[ ] 14.10.2024          Dolmetscherin buchen\n\
             \u{20}                       Jana Weiß\n\
             [x] bis zum 28. Oktober Tischkarten\n\
             \u{20}   2024                Jana Weiß"
        );
        assert_eq!(
            inside(vec![Block::Checks(checks)], Lang::Ar, 80),
            "[ ] 14.10.2024\nDolmetscherin buchen\nJana Weiß\n\
             [x] bis zum 28. Oktober 2024\nTischkarten\nJana Weiß"
        );
    }

    #[test]
    fn the_visitor_signs_beside_the_host() {
        let sign = |party: &str, name: &str| Signature {
            party: party.to_owned(),
            signatory: texts([name]),
        };
        let signatures = vec![
            sign("Für Marrakesch", "Berrazouk"),
            sign("Für Düsseldorf", "Koch"),
        ];
        let line = "_".repeat(38);
        assert_eq!(
            inside(vec![Block::Signatures(signatures.clone())], Lang::De, 80),
            format!(
                "Für Marrakesch                            Für Düsseldorf\n\n\n\n\
                 {line}    {line}\n\
                 Berrazouk                                 Koch"
            )
        );
        let line = "_".repeat(40);
        assert_eq!(
            inside(vec![Block::Signatures(signatures)], Lang::De, 40),
            format!(
                "Für Marrakesch\n\n\n\n{line}\nBerrazouk\n\nFür Düsseldorf\n\n\n\n{line}\nKoch"
            )
        );
    }

    #[test]
    fn on_a_card_a_label_is_not_broken() {
        let facts = vec![Fact {
            label: "Es nehmen alle teil:".to_owned(),
            text: "König Charles III.; Elke Büdenbender".to_owned(),
        }];
        assert_eq!(
            inside(vec![Block::Facts(facts)], Lang::De, 40),
            "Es nehmen alle teil: König Charles\n  III.; Elke Büdenbender"
        );
    }

    #[test]
    fn arabic_does_not_depend_on_columns() {
        let facts = vec![
            Fact {
                label: "المكان:".to_owned(),
                text: "القصر البلدي".to_owned(),
            },
            Fact {
                label: "اللباس:".to_owned(),
                text: "بدلة داكنة".to_owned(),
            },
        ];
        assert_eq!(
            inside(vec![Block::Facts(facts)], Lang::Ar, 80),
            "المكان: القصر البلدي\nاللباس: بدلة داكنة"
        );
    }
}
