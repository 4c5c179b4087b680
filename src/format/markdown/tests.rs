//! A whole page as somebody reads it who has nothing to show Markdown with.

use super::*;
use crate::paper::{Foot, Posting, Sheet};

#[test]
fn it_can_be_read_as_it_is() {
    let fact = |label: &str, text: &str| Fact {
        label: label.to_owned(),
        text: text.to_owned(),
    };
    let line = |when: &str, what: &str, details| Line {
        changed: when.starts_with("12"),
        when: vec![when.to_owned()],
        what: what.to_owned(),
        details,
    };
    let document = Document {
        lang: Lang::De,
        sheet: Sheet::Page,
        head: Head {
            sender: "STADT KÖLN".to_owned(),
            audience: "Verteiler: Delegation".to_owned(),
            title: "TAGESPROGRAMM".to_owned(),
            subject: "Dienstag, 12. November 2024".to_owned(),
            stamp: "Stand: 11.11.2024, 14:00 Uhr".to_owned(),
            ..Head::default()
        },
        columns: None,
        body: vec![
            Block::Schedule(vec![
                Stretch::One(line(
                    "10:00–10:45",
                    "Empfang",
                    vec![
                        Detail::Text("Rathaus".to_owned()),
                        Detail::Facts(vec![fact("Leitung:", "Koch")]),
                    ],
                )),
                Stretch::Parallel {
                    said: "gleichzeitig".to_owned(),
                    lines: vec![
                        line("12:00", "Essen", vec![]),
                        line(
                            "13:00",
                            "Gespräch",
                            vec![Detail::Text("1. Stock".to_owned())],
                        ),
                    ],
                },
            ]),
            Block::Facts(vec![fact("Ziel:", "Austausch"), fact("", "Vertrauen")]),
            Block::Table(Table {
                columns: vec!["Name".to_owned(), String::new()],
                rows: vec![vec!["Keller".to_owned(), "a|b".to_owned()].into()],
            }),
            Block::Checks(vec![Check {
                done: true,
                when: "T-7".to_owned(),
                what: "Namen erfragen".to_owned(),
                details: vec!["Büro".to_owned()],
            }]),
            Block::Signatures(vec![Signature {
                party: "Für Köln".to_owned(),
                signatory: vec!["Koch".to_owned()],
            }]),
        ],
        foot: Foot {
            note: "Änderungen vorbehalten.".to_owned(),
            contact: String::new(),
        },
        posting: Posting::default(),
        remarks: Vec::new(),
    };
    let expected = "\
STADT KÖLN

Verteiler: Delegation

# TAGESPROGRAMM

**Dienstag, 12. November 2024**

Stand: 11.11.2024, 14:00 Uhr

* * *

- **10:00–10:45** Empfang\\
  Rathaus\\
  Leitung: Koch
- gleichzeitig
  + **12:00** *(geändert)* Essen
  + **13:00** Gespräch\\
    1\\. Stock

* **Ziel:** Austausch\\
  Vertrauen

| Name |  |
| --- | --- |
| Keller | a\\|b |

- [x] **T-7** Namen erfragen\\
  Büro

Für Köln\\
────────────────────────\\
Koch

* * *

Änderungen vorbehalten.
";
    assert_eq!(write(&Print::plain(&document)), expected);
}
