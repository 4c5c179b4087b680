//! Visits come back from their files as they were, and what is no visit is refused and untouched.

use std::fs;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::{
    model::{Id, Kind, Reading, Shape, Side, field::FieldInfo},
    words::{Lang, Speak},
};

fn small() -> Visit {
    let mut head = Head::with_id(Id::parse("besuch-7k2f").unwrap());
    head.title = "Besuch \"aus\" Marrakesch \\ مراكش".into();
    Visit::new(head)
}

fn text_of(visit: &Visit) -> String {
    String::from_utf8(to_ron(visit).unwrap()).unwrap()
}

/// What opening a file with this content gives; the file must be left as it is.
fn open_text(text: &str) -> Result<Opened, OpenError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("visit.ron");
    fs::write(&path, text).unwrap();
    let result = open(&path);
    assert_eq!(fs::read_to_string(&path).unwrap(), text, "untouched");
    result
}

#[test]
fn a_file_is_made_for_people_and_for_git() {
    let mut visit = small();
    let mut place = Place::with_id(Id::parse("rathaus-m3qp").unwrap());
    place.name = "Rathaus".into();
    place.note = crate::model::Note("Zeile 1\n  Zeile \"2\"".to_owned());
    visit.places.put(place);
    let expected = "(
    format: 1,
    visit: (
        id: \"besuch-7k2f\",
        title: r#\"Besuch \"aus\" Marrakesch \\ مراكش\"#,
    ),
    places: [
        (
            id: \"rathaus-m3qp\",
            name: \"Rathaus\",
            note: r#\"Zeile 1
  Zeile \"2\"\"#,
        ),
    ],
)
";
    assert_eq!(text_of(&visit), expected);
    let opened = open_text(expected).unwrap();
    assert_eq!(opened.visit, visit);
    assert_eq!(opened.warnings, []);
}

#[test]
fn the_samples_are_as_the_program_writes_them() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples");
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let opened = open(&path).unwrap();
        assert!(is_sample(&path) && opened.warnings.is_empty(), "{path:?}");
        let written = String::from_utf8(to_ron(&opened.visit).unwrap()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), written, "{path:?}");
        count += 1;
    }
    assert!(count > 0);
}

#[test]
fn line_ends_and_mark_of_other_systems_are_no_change() {
    let text = text_of(&small());
    for text in [text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
        assert_eq!(open_text(&text).unwrap().visit, small());
    }
}

#[test]
fn what_saving_would_lose_is_told_before() {
    let text = text_of(&small());
    let commented = text.replace("    visit:", "    // nicht vergessen\n    visit:");
    let warnings = open_text(&commented).unwrap().warnings;
    assert_eq!(warnings, [OpenWarning::Comments { line: 3 }]);

    let mut visit = small();
    visit.head.note.0 = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main".to_owned();
    visit.head.note.0.insert(0, '\n');
    let warnings = open_text(&text_of(&visit)).unwrap().warnings;
    assert_eq!(warnings, [OpenWarning::ConflictMarkers { line: 7 }]);
}

#[test]
fn what_is_no_visit_is_refused_with_its_place_and_left_as_it_is() {
    let twice = "(format: 1, visit: (id: \"a\"),\n places: [(id: \"b\"),\n (id: \"b\")])";
    let across = "(format: 1, visit: (id: \"a\"),\n places: [(id: \"b\")],\n tasks: [(id: \"b\")])";
    let markers = "(format: 1,\n<<<<<<< HEAD\n visit\n=======\n vis\n>>>>>>> main\n";
    let deep = format!("(format: 1, visit: {}", "(".repeat(1_000_000));
    let cases = [
        ("hello", "is not a visit file"),
        ("(visit: (id: \"a\"), format: 1)", "is not a visit file"),
        (
            "(format: 2, anything at all",
            "has format 2, this program knows 1",
        ),
        (
            "(format: 1, visit: (id: \"a\"), gadgets: [])",
            "Line 1, column 31: the field ‘gadgets’ is unknown",
        ),
        (
            "(format: 1, visit: (id: \"a\",\n titel: \"x\"))",
            "Line 2, column 2: the field ‘titel’",
        ),
        (
            "(format: 1, visit: (id: \"a\",\n status: Done))",
            "Line 2, column 10: there is no value ‘Done’ here; possible are Planned",
        ),
        (
            "(format: 1, visit: (title: \"x\"))",
            "the field id is missing",
        ),
        (
            "(format: 1, visit: (id: \"a\", title: \"\", title: \"\"))",
            "the field title stands twice",
        ),
        (
            "(format: 1, visit: (id: \"a\",\n title: \"x",
            "breaks off here",
        ),
        ("(format: 1, visit: (id: \"a\",", "breaks off here"),
        (&deep, "Line 1, column 21"),
        (
            "(format: 1, visit: (id: \"a\", title: \"x\u{202e}\"))",
            "column 39: there is a control character here, which no text may have (U+202E)",
        ),
        (
            "(format: 1, visit: (id: \"a\", title: \"x\\u{1b}[2J\"))",
            "column 39: there is a control character",
        ),
        (twice, "line 3: the id b stands twice"),
        (across, "line 3: the id b stands twice"),
        (
            "(format: 1, visit: (id: \"a\"), items: [(id: \"b\", place: \"c\")])",
            "b refers to c, which is not there",
        ),
        (markers, "line 2: the file has git’s conflict markers"),
        ("", "is empty"),
    ];
    for (text, expected) in cases {
        let error = match open_text(text) {
            Err(error) => error,
            Ok(opened) => panic!("{text}: {opened:?}"),
        };
        let said = error.to_string();
        assert!(said.contains(expected), "{text:.60}: {said}");
        for lang in Lang::ALL {
            assert!(!error.say(lang).contains(['\u{1b}', '\u{202e}']));
        }
    }
}

#[test]
fn what_could_not_be_opened_again_is_not_written() {
    let mut visit = small();
    visit.head.note.0 = "a\u{202e}b".to_owned();
    assert_eq!(to_ron(&visit), Err("U+202E".to_owned()));
}

#[test]
fn a_visit_is_saved_and_opened_through_its_path() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("visit.ron");
    let saved = save_visit(&path, &small(), None).unwrap();
    let opened = open(&path).unwrap();
    assert_eq!(opened.visit, small());
    assert!(opened.fingerprint.same_content(&saved.fingerprint));
}

/// A field and what is typed in it: its example, or a text that is hard to write down.
type Typed = (usize, Option<String>);

fn hard_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        proptest::sample::select(vec![
            "\"",
            "\"#",
            "\"##",
            "\\",
            "\\u{41}",
            "r#\"",
            "//",
            "/*",
            "\n",
            "\t",
            " ",
            "(",
            "|",
            "، مُحَمَّد",
            "e\u{301}",
            "👩\u{200d}👧",
            "N. N.",
        ])
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..12)
        .prop_map(|pieces| display::fit(&pieces.concat()).trim().to_owned())
}

fn records() -> impl Strategy<Value = Vec<(usize, Vec<Typed>)>> {
    let typed = (0..60_usize, proptest::option::of(hard_text()));
    let record = (0..Kind::ALL.len(), proptest::collection::vec(typed, 0..25));
    proptest::collection::vec(record, 0..12)
}

/// A visit with the records that somebody typed; what cannot be read is left out, as in a form.
fn typed_visit(records: &[(usize, Vec<Typed>)]) -> Visit {
    let mut visit = small();
    for (at, (kind, typed)) in records.iter().enumerate() {
        let kind = Kind::ALL[*kind];
        let mut record = match kind {
            Kind::Visit => visit.record("visit").unwrap().to_owned(),
            kind => kind.blank(&format!("{}{at}", kind.token())),
        };
        let id = record.id().to_owned();
        let day = NaiveDate::from_ymd_opt(2024, 11, 12).unwrap();
        let mut reading = Reading {
            visit: &visit,
            lang: Lang::De,
            near: day,
            today: day,
            side: Side::Guest,
            subject: &id,
            made: Vec::new(),
        };
        for (field, text) in typed {
            let infos: &[FieldInfo] = kind.fields();
            let info = infos[field % infos.len()];
            let before = record.clone();
            let value = record.fields_mut().value_mut(field % infos.len());
            let text = text.as_deref().unwrap_or(info.example);
            let read = match info.shape {
                Shape::Parts(parts) => {
                    let part = parts[field % parts.len()];
                    value.read_part(part.key, part.example, &mut reading)
                }
                Shape::Words | Shape::Prose if field % 2 == 0 => {
                    value.read_part("fr", text, &mut reading)
                }
                _ if text.is_empty() => Ok(()),
                _ => value.read(text, &mut reading),
            };
            if read.is_err() {
                record = before;
            }
        }
        let made = reading.made;
        for made in made {
            visit.put(made);
        }
        visit.put(record);
    }
    visit
}

proptest! {
    #[test]
    fn every_visit_comes_back_and_is_written_the_same_again(records in records()) {
        let visit = typed_visit(&records);
        prop_assume!(visit.faults().is_empty());
        let bytes = to_ron(&visit).unwrap();
        let text = std::str::from_utf8(&bytes).unwrap();
        let back = parse(text).unwrap_or_else(|flaw| panic!("{flaw:?}\n{text}"));
        prop_assert_eq!(&back, &visit);
        prop_assert_eq!(&to_ron(&back).unwrap(), &bytes);
        prop_assert_eq!(scan::comment(text), None, "{}", text);
    }

    #[test]
    fn no_text_makes_opening_panic(text in "\\(format: 1, visit: \\(id: \"a\",.{0,200}") {
        let _ = parse(&text);
    }
}
