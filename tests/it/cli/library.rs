//! New visits, and the list of them.

use std::fs;

use super::EMPTY;
use crate::harness::Home;

const LIBRARY: &str = ".local/share/attache/visits";
const NEW: &[&str] = &[
    "new",
    "--title",
    "Delegation aus Marrakesch",
    "--from",
    "11.11.2024",
    "--to",
    "15.11.",
];

#[test]
fn a_new_visit_is_a_private_file_of_the_library_whose_path_is_printed() {
    let home = Home::new().lang("de");
    let told = home
        .attache(
            [
                NEW,
                &["--host", "Stadt Düsseldorf", "--guest", "Stadt Marrakesch"],
            ]
            .concat(),
        )
        .ok();
    let path = home
        .path(LIBRARY)
        .join("delegation-aus-marrakesch-2024.ron");
    assert_eq!(told, format!("{}\n", path.display()));
    let shown = home
        .attache(["show", "delegation-aus-marrakesch-2024", "--format", "json"])
        .ok();
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    for (key, value) in [
        ("title", "Delegation aus Marrakesch"),
        ("first", "2024-11-11"),
        ("last", "2024-11-15"),
        ("host", "Stadt Düsseldorf"),
        ("guest", "Stadt Marrakesch"),
    ] {
        assert_eq!(shown["visit"][key], value, "{key}");
    }
    #[cfg(unix)]
    for (inside, mode) in [(path.as_path(), 0o600), (&home.path(LIBRARY), 0o700)] {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            fs::metadata(inside).unwrap().permissions().mode() & 0o777,
            mode
        );
    }
    let again = home.attache(NEW).ok();
    assert!(
        again.ends_with("delegation-aus-marrakesch-2024-2.ron\n"),
        "{again}"
    );
}

#[test]
fn a_new_visit_may_be_put_anywhere_but_replaces_nothing() {
    let home = Home::new();
    assert_eq!(
        home.attache([NEW, &["-o", "m.ron"]].concat()).ok(),
        "m.ron\n"
    );
    let before = home.read("m.ron");
    let told = home.attache([NEW, &["-o", "m.ron"]].concat()).refused();
    assert!(told.contains("m.ron") && told.contains("already"), "{told}");
    assert_eq!(home.read("m.ron"), before);
    let told = home
        .attache([NEW, &["-o", "none/m.ron"]].concat())
        .refused();
    assert!(told.contains("none"), "{told}");
    assert!(
        !home.path(LIBRARY).exists(),
        "the library was not asked for"
    );
}

#[test]
fn the_language_of_a_new_visit_is_that_of_the_program() {
    for lang in ["de", "en", "fr"] {
        let home = Home::new().lang(lang);
        home.attache([NEW, &["-o", "m.ron"]].concat()).ok();
        home.attache(["set", "m.ron", "visit", "title.fr=Visite"])
            .ok();
        let shown = home.attache(["show", "m.ron", "--format", "json"]).ok();
        let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
        let title = &shown["visit"]["title"];
        let expected = if lang == "fr" {
            "Visite"
        } else {
            "Delegation aus Marrakesch"
        };
        assert!(
            title == expected || title[lang] == expected,
            "{lang}: {title}"
        );
    }
}

#[test]
fn days_that_cannot_be_make_no_visit() {
    let home = Home::new();
    for (from, to, words) in [
        ("31.2.2024", "1.3.2024", "no 31 February"),
        (
            "15.11.2024",
            "11.11.2024",
            "the last day must not come before the first",
        ),
        ("11.11.2024", "11.11.2030", "at most a year later"),
        ("soon", "11.11.2030", "‘soon’ is not a date"),
    ] {
        let told = home
            .attache(["new", "--title", "T", "--from", from, "--to", to])
            .refused();
        assert!(told.contains(words), "{words} in {told}");
    }
    home.attache(["new", "--title", " ", "--from", "11.11.", "--to", "12.11."])
        .refused();
    for args in [
        &["new"][..],
        &["new", "--title", "T"],
        &["new", "--title", "T", "--from", "11.11."],
    ] {
        assert!(
            home.attache(args).misused().contains("--to DATE"),
            "{args:?}"
        );
    }
    assert!(!home.path(LIBRARY).exists());
}

#[test]
fn a_list_has_the_latest_first_and_hides_nothing_broken() {
    let home = Home::new();
    home.write("visits/old.ron", EMPTY.replace("2024", "2019"));
    home.write("visits/next.ron", EMPTY);
    home.write("visits/broken.ron", "(format: 1, ");
    home.write("visits/archive/held.ron", EMPTY.replace("2024", "2023"));
    home.write("visits/notes.txt", "no visit");
    let names = |args: &[&str]| {
        let json = home.attache([args, &["--format", "json"]].concat()).ok();
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let all = json.as_array().unwrap().iter();
        all.map(|one| one["path"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        names(&["list", "visits"]),
        ["visits/next.ron", "visits/old.ron", "visits/broken.ron"]
    );
    assert_eq!(names(&["list", "visits", "--archive"]).len(), 4);
    let text = home.attache(["list", "visits"]).ok();
    assert!(
        text.contains("11–15 Nov 2024  Besuch · planned [visits/next.ron]"),
        "{text}"
    );
    assert!(text.contains("visits/broken.ron"), "{text}");
    let told = home.attache(["list", "nowhere"]).refused();
    assert!(told.contains("nowhere"), "{told}");
    assert!(
        home.attache(["list", "visits/next.ron"])
            .refused()
            .contains("next.ron")
    );
}

#[test]
fn an_empty_library_says_what_to_do_first() {
    let run = Home::new().attache(["list"]);
    assert_eq!((run.status, run.stdout.as_str()), (Some(0), ""));
    assert!(
        run.stderr.contains("attache new") && run.stderr.lines().count() == 1,
        "{run}"
    );
    assert_eq!(
        Home::new().attache(["list", "--format", "json"]).stdout,
        "[]\n"
    );
}
