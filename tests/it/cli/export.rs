//! Papers by command: which one, for whom, in which language, and where it goes.

use std::{collections::BTreeSet, fs};

use super::{add, home};
use crate::harness::Home;

const SAMPLE: &str = "assets/samples/duesseldorf-marrakesch-2024.ron";
const NAME: &str = "duesseldorf-marrakesch-2024.ron";

fn sample() -> Home {
    let home = Home::new();
    home.copy(SAMPLE);
    home
}

#[test]
fn a_day_makes_the_day_schedule_and_no_day_the_programme() {
    let home = sample();
    let day = home.attache(["export", NAME, "--day", "12.11."]).ok();
    assert!(
        day.contains("TAGESPROGRAMM") && day.contains("10:00–10:45"),
        "{day}"
    );
    assert!(!day.contains("13. November"), "{day}");
    assert_eq!(
        home.attache(["export", NAME, "--paper", "day", "--day", "Tue"])
            .ok(),
        day
    );
    let whole = home.attache(["export", NAME]).ok();
    assert!(
        whole.contains("10:00–10:45") && whole.contains("Mittwoch, 13. November"),
        "{whole}"
    );
    assert_eq!(
        home.attache(["export", NAME, "--paper", "programme", "--format", "text"])
            .ok(),
        whole
    );
}

#[test]
fn the_language_is_the_papers_and_else_that_of_the_visit() {
    let home = sample();
    for (lang, words) in [
        ("de", "Stand: 11.11.2024, 14:00 Uhr"),
        ("en", "As of 11 November 2024, 14:00"),
        ("fr", "État au 11/11/2024 à 14 h 00"),
    ] {
        let paper = home
            .attache(["export", NAME, "--day", "12.11.", "--lang", lang])
            .ok();
        assert!(paper.contains(words), "{words} in {paper}");
        let wide = paper
            .lines()
            .find(|line| attache::display::width(line) > 80);
        assert_eq!(wide, None);
    }
    let paper = home
        .attache(["--lang", "fr", "export", NAME, "--day", "12.11."])
        .ok();
    assert!(
        paper.contains("TAGESPROGRAMM"),
        "the visit's own language: {paper}"
    );
    let told = home
        .attache([
            "--lang", "fr", "export", NAME, "--day", "20.11.", "--lang", "de",
        ])
        .refused();
    assert!(
        told.contains("n’est pas un jour de la visite"),
        "the program's language: {told}"
    );
}

#[test]
fn nothing_internal_or_sensitive_leaves_unless_asked_for() {
    let home = home();
    add(
        &home,
        "participant",
        &[
            "given=Achraf",
            "family=Berrazouk",
            "phone=PHONE",
            "diet=DIET",
            "passport=PASSPORT",
            "note=NOTE-P",
        ],
    );
    add(
        &home,
        "item",
        &["title=Empfang", "day=12.11.", "start=10:00", "note=NOTE-I"],
    );
    add(&home, "item", &["title=IDEE", "day=12.11.", "status=idea"]);
    let of = |args: &[&str]| home.attache([&["export", "v.ron"], args].concat()).ok();
    for (audience, idea) in [("delegation", true), ("press", false), ("internal", true)] {
        for paper in [&["--day", "12.11."][..], &[]] {
            let text = of(&[paper, &["--for", audience]].concat());
            assert!(text.contains("Empfang"), "{text}");
            assert!(!text.contains("PASSPORT"), "{audience}: {text}");
            assert_eq!(
                text.contains("NOTE-I"),
                audience == "internal",
                "{audience}: {text}"
            );
            assert_eq!(text.contains("IDEE"), idea, "{audience}: {text}");
            for secret in ["PHONE", "DIET", "NOTE-P"] {
                assert!(
                    audience == "internal" || !text.contains(secret),
                    "{audience}: {text}"
                );
            }
        }
    }
    assert_eq!(
        of(&[]),
        of(&["--for", "delegation"]),
        "the delegation when nothing is said"
    );
    assert_eq!(
        of(&[]),
        of(&["--tentative", "mark"]),
        "marked when nothing is said"
    );
    assert!(!of(&["--tentative", "omit"]).contains("IDEE"));
    assert!(!of(&["--for", "press", "--tentative", "mark"]).contains("IDEE"));
}

#[test]
fn a_missing_wording_is_told_beside_the_paper() {
    let home = home();
    add(&home, "item", &["title=Empfang", "day=12.11."]);
    let run = home.attache(["export", "v.ron", "--day", "12.11.", "--lang", "fr"]);
    assert_eq!(run.status, Some(0), "{run}");
    assert!(
        run.stdout.contains("Empfang") && run.stderr.contains("not there in French"),
        "{run}"
    );
}

#[test]
fn what_cannot_be_made_is_said() {
    let home = sample();
    let before = home.read(NAME);
    for (args, words) in [
        (&["--paper", "day"][..], "For which day?"),
        (&["--day", "20.11."], "not a day of the visit"),
        (&["--day", "31.2."], "no 31 February"),
        (
            &["--paper", "person", "--person", "Zxqy"],
            "no ‘Zxqy’ here (participant); ‘attache show PATH’ lists all ids",
        ),
        (
            &["--paper", "person", "--person", "Kellner"],
            "Did you mean Dr. Stephan Keller (stephan-keller-8n4c)?",
        ),
    ] {
        let told = home.attache([&["export", NAME], args].concat()).refused();
        assert!(told.contains(words), "{words} in {told}");
        assert!(!told.contains("new:"), "nothing is made here: {told}");
    }
    for (args, words) in [
        (
            &["--paper", "programme", "--day", "12.11."][..],
            "does not go with the paper programme",
        ),
        (
            &["--for", "everybody"],
            "delegation, internal, host, person, driver, interpreter, security, catering or press",
        ),
        (&["--format", "odt"], "‘--format FORMAT’ cannot be ‘odt’"),
        (&["--lang", "nl"], "de, en, fr or ar"),
        (&["--lang", "de,fr,en"], "one or two"),
        (&["--width", "20"], "‘--width COLUMNS’"),
        (&["--all", "--day", "12.11."], "--day"),
        (&["--force"], "-o FILE"),
    ] {
        let told = home.attache([&["export", NAME], args].concat()).misused();
        assert!(told.contains(words), "{words} in {told}");
    }
    assert_eq!(home.read(NAME), before);
}

#[test]
fn a_file_is_private_and_replaced_only_when_told_so() {
    let home = sample();
    let export = |more: &[&str]| {
        home.attache([&["export", NAME, "--day", "12.11.", "-o", "day.txt"], more].concat())
    };
    let on_screen = home.attache(["export", NAME, "--day", "12.11."]).ok();
    assert_eq!(export(&[]).ok(), "");
    assert_eq!(home.read("day.txt"), on_screen);
    let told = export(&["--lang", "fr"]).refused();
    assert!(
        told.contains("day.txt") && told.contains("--force"),
        "{told}"
    );
    assert_eq!(home.read("day.txt"), on_screen);
    export(&["--lang", "fr", "--force"]).ok();
    assert!(home.read("day.txt").contains("novembre"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let mode = fs::metadata(home.path("day.txt"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
        symlink("elsewhere.txt", home.path("link.txt")).unwrap();
        for more in [&["-o", "link.txt"][..], &["-o", "link.txt", "--force"]] {
            home.attache([&["export", NAME], more].concat()).refused();
        }
        assert!(!home.path("elsewhere.txt").exists(), "a link was followed");
    }
    home.attache(["export", NAME, "-o", "none/day.txt", "--force"])
        .refused();
    assert_eq!(
        fs::read_dir(home.path(""))
            .unwrap()
            .filter(|entry| {
                entry
                    .as_ref()
                    .unwrap()
                    .file_name()
                    .to_string_lossy()
                    .contains(".tmp")
            })
            .count(),
        0
    );
}

const DAY_12: &str = "marrakesch-2024-11-12-tagesprogramm-delegation-de.txt";

#[test]
fn in_a_folder_a_paper_has_a_sensible_name() {
    let home = sample();
    let asked = ["export", NAME, "--day", "12.11."];
    let on_screen = home.attache(asked).ok();
    assert_eq!(home.attache([&asked[..], &["-o", "."]].concat()).ok(), "");
    assert_eq!(home.read(DAY_12), on_screen);
}

#[test]
fn a_paper_has_one_name_by_itself_and_among_all() {
    let home = sample();
    home.attache(["export", NAME, "--all", "-o", "all"]).told();
    fs::create_dir(home.path("alone")).unwrap();
    let asked: &[&[&str]] = &[
        &["--paper", "signing", "--for", "internal"],
        &["--paper", "register"],
        &["--paper", "delegation"],
        &["--paper", "calls", "--day", "12.11.", "--for", "internal"],
        &["--paper", "card"],
        &["--person", "berrazouk"],
        &["--day", "12.11."],
        &[],
    ];
    for asked in asked {
        let export = [&["export", NAME], *asked, &["-o", "alone"]].concat();
        home.attache(export).told();
    }
    let names = |folder: &str| -> BTreeSet<String> {
        let files = fs::read_dir(home.path(folder)).unwrap();
        files
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect()
    };
    let (all, alone) = (names("all"), names("alone"));
    assert_eq!(alone.len(), asked.len());
    assert!(alone.is_subset(&all), "{alone:#?} of {all:#?}");
    assert!(
        all.iter()
            .all(|name| name.starts_with("marrakesch-2024-11-"))
    );
}

#[test]
fn an_arabic_paper_of_the_sample_needs_no_other_language() {
    let home = sample();
    for paper in ["programme", "delegation", "press-note", "register"] {
        let wanted = ["export", NAME, "--paper", paper, "--lang", "ar"];
        let (_, notes) = home.attache(wanted).told();
        assert_eq!(notes, "", "{paper}");
    }
}

#[test]
fn all_papers_go_into_a_folder_at_once_or_none() {
    let home = sample();
    let all = ["export", NAME, "--all", "-o", "papers/of/it"];
    let (told, notes) = home.attache(all).told();
    assert!(notes.contains("not written"), "{notes}");
    let written: Vec<&str> = told.lines().collect();
    assert_eq!(
        fs::read_dir(home.path("papers/of/it")).unwrap().count(),
        written.len()
    );
    let day = format!("papers/of/it/{DAY_12}");
    assert!(written.iter().any(|path| path.ends_with(&day)), "{told}");
    home.write(&day, "mine");
    for path in &written {
        if !path.ends_with(&day) {
            fs::remove_file(home.path(path)).unwrap();
        }
    }
    let told = home.attache(all).refused();
    assert!(told.contains("--force") && told.contains(DAY_12), "{told}");
    assert_eq!(fs::read_dir(home.path("papers/of/it")).unwrap().count(), 1);
    assert_eq!(home.read(&day), "mine");
    home.attache([&all[..], &["--force"]].concat()).told();
    assert_ne!(home.read(&day), "mine");
    let told = home.attache(["export", NAME, "--all"]).misused();
    assert!(told.contains("-o"), "{told}");
}

#[test]
fn the_papers_that_there_are_can_be_listed() {
    let home = Home::new();
    let told = home.attache(["papers"]).ok();
    let json = home.attache(["papers", "--format", "json"]).ok();
    for paper in attache::paper::ALL {
        assert!(told.contains(&format!("  {} ", paper.token)), "{told}");
        assert!(json.contains(&format!("{:?}", paper.token)), "{json}");
    }
    for format in attache::format::ALL {
        assert!(told.contains(format.token), "{told}");
    }
}

#[cfg(feature = "pdf")]
#[test]
fn what_went_out_of_an_issue_needs_no_house_style_to_come_out_again() {
    let home = sample();
    freeze(&home);
    let day = ["export", NAME, "--day", "12.11.", "-o"];
    home.attache([&day[..], &["day.pdf"]].concat()).ok();
    home.write("house.ron", "(logo: \"logo.svg\")\n");
    let svg = r#"<svg xmlns="http://www.w3.org/2000/svg"><text>Stadt</text></svg>"#;
    home.write("logo.svg", svg);
    home.attache([&day[..], &["again.pdf"]].concat()).ok();
    let read = |name| fs::read(home.path(name)).unwrap();
    assert_eq!(read("again.pdf"), read("day.pdf"));
    let other = ["export", NAME, "--day", "13.11.", "-o", "other.pdf"];
    home.attache(other).refused();
}

/// Freezes the visit as it stands.
fn freeze(home: &Home) {
    let path = home.path(NAME);
    let visit = attache::store::open(&path).unwrap().visit;
    let at = chrono::NaiveDate::from_ymd_opt(2024, 11, 10).unwrap();
    let at = at.and_hms_opt(9, 0, 0).unwrap();
    attache::store::freeze(&path, &visit, at, "").unwrap();
}

#[test]
fn a_paper_says_of_which_issue_it_is_and_comes_out_the_same_ever_after() {
    let home = sample();
    let day = ["export", NAME, "--day", "12.11."];
    freeze(&home);
    let issued = home.attache(day).ok();
    assert!(
        issued.contains("Fassung 1") && issued.contains("Stand: 10.11.2024, 09:00 Uhr"),
        "{issued}"
    );
    home.attache([&day[..], &["-o", "day.txt"]].concat()).ok();
    assert_eq!(home.read("day.txt"), issued);
    home.attache(["set", NAME, "empfang-4rwt", "room=Plenarsaal"])
        .ok();
    let now = home.attache(day).ok();
    assert!(
        now.contains("Entwurf (nach Fassung 1)") && now.contains("Plenarsaal"),
        "{now}"
    );
    let of_issue = [&day[..], &["--issue", "1"]].concat();
    assert_eq!(home.attache(of_issue.clone()).ok(), issued);
    // What went out is kept, whatever the program would make of the frozen visit today.
    let kept = home.path("duesseldorf-marrakesch-2024.files/issue-1/papers");
    let kept: Vec<_> = fs::read_dir(kept).unwrap().collect();
    let [Ok(kept)] = &kept[..] else {
        panic!("{kept:?}")
    };
    fs::write(kept.path(), "as it went out\n").unwrap();
    assert_eq!(home.attache(of_issue).ok(), "as it went out\n");
    let other = [&day[..], &["--issue", "1", "--lang", "fr"]].concat();
    let told = home.attache(other).ok();
    assert!(
        told.contains("Version 1") && !told.contains("Plenarsaal"),
        "{told}"
    );
    let told = home
        .attache([&day[..], &["--issue", "7"]].concat())
        .refused();
    assert!(told.contains('7'), "{told}");
    let log = attache::store::sent(&home.path(NAME)).unwrap();
    let log: Vec<_> = log.iter().map(|own| (own.issue, &*own.file)).collect();
    assert_eq!(log, [(Some(1), "day.txt")]);
}

/// What was wrong is said so that one can put it right.
#[test]
fn what_is_wrong_with_an_argument_is_said() {
    let home = Home::new();
    home.copy(SAMPLE);
    for (arguments, told) in [
        (&["--all"][..], "Missing: -o FILE|FOLDER"),
        (&["--width", "10"], "‘--width COLUMNS’ cannot be ‘10’"),
        (
            &["--all", "--for", "press", "-o", "x"],
            "‘--all’ and ‘--for AUDIENCE’ exclude each other",
        ),
    ] {
        let run = home.attache([&["export", NAME][..], arguments].concat());
        assert_eq!(run.status, Some(2), "{run}");
        assert!(run.stderr.starts_with(told), "{run}");
    }
}
