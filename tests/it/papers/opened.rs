//! Papers opened by a word processor, as an officer opens them. `LibreOffice` takes some seconds, so
//! that these are run by name: `cargo test -- --ignored`.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use attache::{
    audience::{Audience, redact},
    format::{
        Format, House, Print,
        house::{Logo, LogoKind},
    },
    paper::{
        Block, Check, Detail, Document, Fact, Foot, Head, Line, Posting, Row, Sheet, Signature,
        Stretch, Table,
    },
    words::Lang,
};

use super::{DUESSELDORF, HAMBURG, any_document::texts, composed, date, options, sample};

/// Runs a program, if it is installed.
fn run(program: &str, arguments: &[&str]) -> Option<String> {
    match Command::new(program).args(arguments).output() {
        Ok(output) => {
            assert!(output.status.success(), "{program}: {output:?}");
            Some(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => panic!("{program}: {error}"),
    }
}

fn day(lang: Lang) -> Document {
    let known = redact(&sample(DUESSELDORF), Audience::Delegation);
    composed(&known, "day", &options(lang, Some(date(2024, 11, 12))))
}

fn programme(lang: Lang) -> Document {
    let known = redact(&sample(DUESSELDORF), Audience::Delegation);
    composed(&known, "programme", &options(lang, None))
}

fn texts_of<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}

/// A document with every block that there is.
#[allow(clippy::too_many_lines, reason = "it is a list of what there is")]
fn everything(sheet: Sheet) -> Document {
    let line = |changed, when: &str, what: &str| Line {
        changed,
        when: texts_of([when]),
        what: what.to_owned(),
        details: vec![
            Detail::Text("Rathaus, Jan-Wellem-Saal".to_owned()),
            Detail::Facts(vec![
                fact("Kleidung:", "dunkler Anzug"),
                fact(
                    "Es nehmen teil:",
                    "Oberbürgermeister Dr. Keller; Generalkonsulin Bouabid; \
                      weitere Gäste nach gesonderter Liste des Protokolls",
                ),
            ]),
        ],
    };
    let row = |changed, cells: [&str; 4]| Row {
        changed,
        cells: texts_of(cells),
    };
    let check = |done, when: &str, what: &str| Check {
        done,
        when: when.to_owned(),
        what: what.to_owned(),
        details: texts_of(["Jana Weiß"]),
    };
    let sign = |party: &str, name: &str| Signature {
        party: party.to_owned(),
        signatory: texts_of([name, "Bürgermeister"]),
    };
    Document {
        lang: Lang::De,
        sheet,
        head: Head {
            marking: "NUR FÜR DEN DIENSTGEBRAUCH".to_owned(),
            sender: "LANDESHAUPTSTADT DÜSSELDORF".to_owned(),
            audience: "Verteiler: intern".to_owned(),
            visit: "Besuch einer Delegation der Stadt Marrakesch".to_owned(),
            title: "ABLAUFPLAN DER UNTERZEICHNUNG".to_owned(),
            issue: "Fassung 2".to_owned(),
            subject: "Dienstag, 12. November 2024".to_owned(),
            stamp: "Stand: 11.11.2024, 14:00 Uhr".to_owned(),
        },
        columns: Some(("Uhrzeit".to_owned(), "Programmpunkt".to_owned())),
        body: vec![
            Block::Paragraph("Die Unterzeichnung findet im Rathaus statt.".to_owned()),
            Block::Heading("Ablauf".to_owned()),
            Block::Schedule(vec![
                Stretch::One(line(false, "10:00–10:45", "Empfang")),
                Stretch::One(line(
                    true,
                    "spätestens 11:00",
                    "Unterzeichnung der Absichtserklärung",
                )),
                Stretch::Parallel {
                    said: "Gleichzeitig:".to_owned(),
                    lines: vec![
                        line(false, "12:00", "Führung"),
                        line(true, "12:00", "Gespräch"),
                    ],
                },
            ]),
            Block::Heading("Mappe".to_owned()),
            Block::Facts(vec![
                fact("Urschriften:", "zwei, je eine für jede Seite"),
                fact(
                    "Sprachen:",
                    "Deutsch und Französisch, beide gleichermaßen verbindlich",
                ),
            ]),
            Block::Heading("Teilnehmende".to_owned()),
            Block::Table(Table {
                columns: texts_of(["Nr.", "Name", "Funktion", "Telefon"]),
                rows: vec![
                    row(
                        false,
                        [
                            "1",
                            "Achraf Berrazouk",
                            "Stellvertretender Bürgermeister der Stadt Marrakesch",
                            "+212 600 000000",
                        ],
                    ),
                    row(
                        true,
                        [
                            "2",
                            "Boutaina Bouabid",
                            "Generalkonsulin des Königreichs Marokko",
                            "",
                        ],
                    ),
                    row(
                        false,
                        ["3", "أشرف برازوق", "Dolmetscher", "+49 170 5550100"],
                    ),
                ],
            }),
            Block::List(texts_of([
                "Stifte prüfen",
                "Flaggen: Gast rechts vom Gastgeber",
            ])),
            Block::Heading("Zu erledigen".to_owned()),
            Block::Checks(vec![
                check(false, "11.11.2024", "Namensschilder drucken"),
                check(true, "", "Gastgeschenk besorgen"),
            ]),
            Block::NewPage,
            Block::Heading("Unterschriften".to_owned()),
            Block::Signatures(vec![
                sign("Für Marrakesch", "Achraf Berrazouk"),
                sign("Für Düsseldorf", "Miriam Koch"),
                sign("In Anwesenheit von", "Boutaina Bouabid"),
            ]),
        ],
        foot: Foot {
            note: "Änderungen vorbehalten.".to_owned(),
            contact: "Kontakt: Jana Weiß, +49 170 5550100".to_owned(),
        },
        posting: Posting::default(),
        remarks: Vec::new(),
    }
}

fn fact(label: &str, text: &str) -> Fact {
    Fact {
        label: label.to_owned(),
        text: text.to_owned(),
    }
}

fn house() -> House {
    let logo = r##"<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" fill="#a00020"/><circle cx="20" cy="20" r="14" fill="#fff"/></svg>"##;
    House {
        colour: [160, 0, 32],
        logo: Some(Logo {
            kind: LogoKind::Svg,
            bytes: logo.as_bytes().to_vec(),
        }),
        ..House::default()
    }
}

/// The papers that are opened, and with what beside each.
fn papers() -> Vec<(&'static str, Document, Option<Document>)> {
    let hamburg = redact(&sample(HAMBURG), Audience::Delegation);
    let hamburg = |lang| composed(&hamburg, "day", &options(lang, None));
    vec![
        ("day", day(Lang::De), None),
        ("programme", programme(Lang::De), None),
        ("beside", day(Lang::De), Some(day(Lang::Fr))),
        ("arabic", day(Lang::Ar), None),
        ("arabic-programme", programme(Lang::Ar), None),
        ("beside-arabic", hamburg(Lang::De), Some(hamburg(Lang::Ar))),
        ("everything", everything(Sheet::Page), None),
        ("everything-wide", everything(Sheet::Wide), None),
        ("everything-card", everything(Sheet::Card), None),
        (
            "everything-beside",
            everything(Sheet::Page),
            Some(everything(Sheet::Page)),
        ),
    ]
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Writes the papers into a folder and returns their files.
fn written(folder: &Path) -> Vec<PathBuf> {
    let (format, house) = (Format::named("docx").unwrap(), house());
    let write = |(name, document, beside): &(&str, Document, Option<Document>)| {
        let print = Print {
            beside: beside.as_ref(),
            house: &house,
            ..Print::plain(document)
        };
        let path = folder.join(format!("{name}.docx"));
        std::fs::write(&path, format.write(&print).unwrap()).unwrap();
        path
    };
    papers().iter().map(write).collect()
}

#[test]
#[ignore = "LibreOffice takes some seconds"]
#[allow(clippy::print_stdout, reason = "to be skipped is no success")]
fn a_word_processor_shows_everything() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("docx");
    std::fs::create_dir_all(&folder).unwrap();
    let files = written(&folder);
    let profile = tempfile::tempdir().unwrap();
    let profile = format!("-env:UserInstallation=file://{}", profile.path().display());
    let out = folder.to_str().unwrap();
    let mut arguments = vec![
        profile.as_str(),
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        out,
    ];
    arguments.extend(files.iter().map(|path| path.to_str().unwrap()));
    if run("soffice", &arguments).is_none() || run("pdftotext", &["-v"]).is_none() {
        println!("skipped: LibreOffice or poppler is not installed");
        return;
    }
    for ((name, document, beside), path) in papers().iter().zip(&files) {
        let pdf = path.with_extension("pdf");
        let text = run("pdftotext", &["-layout", pdf.to_str().unwrap(), "-"]).unwrap();
        let pages = text.matches('\u{c}').count();
        assert!((1..=8).contains(&pages), "{name}: {pages} pages");
        if document.lang.is_right_to_left() || beside.is_some() {
            continue;
        }
        assert!(
            text.contains("Seite 1 von") || text.contains("Seite\u{a0}1 von"),
            "{name}:\n{text}"
        );
        let squeezed_text = squeezed(&text);
        // A cell beside another is broken into lines; its first word is looked for.
        for word in texts(document)
            .into_iter()
            .filter_map(|text| text.split_whitespace().next())
        {
            assert!(
                squeezed_text.contains(word) || word.contains(['-', '/', 'أ']),
                "{name}: {word}\n{text}"
            );
        }
    }
}
