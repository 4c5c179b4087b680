//! A library as its folder, with all that can lie in it.

use super::*;
use crate::store::save_visit;

fn visit(title: &str, first: Option<(i32, u32, u32)>) -> Visit {
    let mut head = Head::with_id(Id::make(title));
    head.title = title.into();
    head.first = first.and_then(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d));
    Visit::new(head)
}

fn names(listed: &[Listed]) -> Vec<String> {
    let name = |file: &Listed| {
        file.path
            .file_name()
            .unwrap()
            .to_string_lossy()
            .into_owned()
    };
    listed.iter().map(name).collect()
}

#[test]
fn visits_are_listed_by_day_and_broken_ones_are_not_hidden() {
    let home = tempfile::tempdir().unwrap();
    let library = home.path().join("visits");
    assert_eq!(list(&library, true).unwrap().len(), 0, "none yet");

    create(&library, &visit("Alt", Some((2019, 8, 30)))).unwrap();
    create(&library, &visit("Neu", Some((2024, 11, 11)))).unwrap();
    create(&library, &visit("Akte", None)).unwrap();
    fs::write(library.join("broken.ron"), "(format: 1, ").unwrap();
    for other in [".hidden.ron", "house.ron", "notes.txt", "neu-2024.ron.bak"] {
        fs::write(library.join(other), "x").unwrap();
    }
    fs::create_dir(library.join("folder.ron")).unwrap();
    fs::create_dir(library.join("archive")).unwrap();
    let old = visit("Uralt", Some((1999, 1, 1)));
    save_visit(&library.join("archive/uralt.ron"), &old, None).unwrap();

    let listed = list(&library, false).unwrap();
    let expected = ["neu-2024.ron", "alt-2019.ron", "akte.ron", "broken.ron"];
    assert_eq!(names(&listed), expected);
    assert!(listed[3].content.is_err() && listed[0].modified.is_some());

    let all = list(&library, true).unwrap();
    assert_eq!(names(&all)[2], "uralt.ron");
    assert_eq!(all.iter().filter(|file| file.archived).count(), 1);
}

#[test]
fn a_list_says_whom_it_is_about_and_how_many() {
    let mut incoming = visit("Besuch", Some((2024, 11, 11)));
    incoming.head.guest = "Stadt Marrakesch".into();
    incoming.head.host = "Stadt Düsseldorf".into();
    let people = [
        "(id: \"a\", name: (given: \"Achraf\", family: \"Berrazouk\"))",
        "(id: \"b\", count: (8, 9))",
    ];
    for person in people {
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        incoming.participants.put(options.from_str(person).unwrap());
    }
    let summary = Summary::of(&incoming);
    assert_eq!(summary.partner, "Stadt Marrakesch".into());
    assert_eq!((summary.heads, summary.items), ((9, 10), 0));
    assert_eq!(summary.last, summary.first, "a visit of one day");

    incoming.head.direction = Direction::Outgoing;
    assert_eq!(Summary::of(&incoming).partner, "Stadt Düsseldorf".into());
}

#[test]
fn a_new_file_never_takes_anothers_name() {
    let home = tempfile::tempdir().unwrap();
    let made = |title: &str, day| {
        let (path, _) = create(home.path(), &visit(title, day)).unwrap();
        path.file_name().unwrap().to_str().unwrap().to_owned()
    };
    let day = Some((2024, 11, 11));
    assert_eq!(made("Königin & König", day), "koenigin-koenig-2024.ron");
    assert_eq!(made("Königin & König", day), "koenigin-koenig-2024-2.ron");
    assert_eq!(made("Marrakesch 2024", day), "marrakesch-2024.ron");
    fs::create_dir(home.path().join("marrakesch-2024-2.files")).unwrap();
    assert_eq!(made("Marrakesch 2024", day), "marrakesch-2024-3.ron");
    assert_eq!(made("House", None), "house-2.ron");
    assert_eq!(made("../../etc/passwd", None), "etc-passwd.ron");
    assert_eq!(made("مراكش", None), "unnamed.ron");
}

#[test]
fn a_library_that_cannot_be_listed_says_why() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("file");
    fs::write(&file, "x").unwrap();
    let error = list(&file, false).unwrap_err();
    assert!(error.to_string().contains("not a folder"), "{error}");
}
