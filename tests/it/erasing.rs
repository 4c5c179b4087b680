//! A person who is erased is found nowhere any more, in no file that the program keeps.

mod elsewhere;
#[cfg(unix)]
mod on_the_screen;
mod refused;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use attache::{
    model::AnyRecord,
    store::{self, About, Backups, Draft, Folders, Recovery, Trash},
};

use crate::harness::{Home, Term};

const VISIT: &str = "visits/besuch.ron";
const PERSON: &str = "miriam-koch-e9va";
/// What stands for this person alone.
const TRACES: [&str; 6] = [
    "Miriam Koch",
    "KOCH MIRIAM",
    "C01X00T47",
    "koch@example.org",
    "miriam-koch-e9va",
    "miriam-koch",
];

/// A visit whose person has left traces wherever the program keeps something.
fn home() -> Home {
    let home = Home::new();
    home.copy_to("assets/samples/duesseldorf-marrakesch-2024.ron", VISIT);
    home.attache([
        "set",
        VISIT,
        PERSON,
        "passport=C01X00T47",
        "passport_name=KOCH MIRIAM",
        "email=koch@example.org",
    ])
    .ok();
    home
}

fn all_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(all_files(&path));
        } else {
            files.push(path);
        }
    }
    files
}

/// The files of the home in which a trace of the person is, with the trace.
fn traces(home: &Home) -> Vec<String> {
    let mut found = Vec::new();
    for path in all_files(&home.path("")) {
        let name = path.strip_prefix(home.path("")).unwrap().display();
        let bytes = fs::read(&path).unwrap();
        let text = format!("{name}\n{}", String::from_utf8_lossy(&bytes));
        let traces = TRACES.iter().filter(|trace| text.contains(**trace));
        found.extend(traces.map(|trace| format!("{name}: {trace}")));
    }
    found
}

fn state(home: &Home) -> PathBuf {
    home.path(".local/state/attache")
}

/// Leaves a visit in the trash that cannot be read.
fn delete_broken(home: &Home, name: &str) {
    let broken = home.write(&format!("visits/{name}.ron"), "(");
    let folders = Folders {
        state: state(home),
        ..Folders::under(&home.path(""))
    };
    Trash::at(folders.trash()).put(&broken).unwrap();
}

/// Leaves the person in two issues, with papers that went out, in a backup, in what was kept for
/// recovery, in a draft, in the trash and in a conflict.
fn spread(home: &Home) {
    home.attache(["issue", VISIT]).ok();
    home.attache([
        "export", VISIT, "--paper", "person", "--person", PERSON, "-o", "out.txt",
    ])
    .ok();
    home.attache(["set", VISIT, PERSON, "phone=+49 211 1"]).ok();
    home.attache(["issue", VISIT, "--note", "an Miriam Koch"])
        .ok();
    let text = home.read(VISIT);
    let about = About::unsaved(&home.path(VISIT));
    let draft = About::draft(&home.path(VISIT), &format!("participant {PERSON}"));
    let keeper = Arc::new(Recovery::at(state(home).join("recovery"))).keeper();
    let visit = store::open(&home.path(VISIT)).unwrap().visit;
    let unsaved = store::kept_visit(&visit, Some(&visit)).unwrap();
    keeper.keep(&about, &unsaved).unwrap();
    keeper.keep(&draft, b"note=abgesagt").unwrap();
    // The visit had another name when this was typed.
    let renamed = About::draft(&home.path("visits/before.ron"), "empfang");
    keeper.keep(&renamed, b"(host: \"Miriam Koch\")").unwrap();
    drop(keeper);
    let copy = home.write("visits/copy.ron", &text);
    let folders = Folders {
        state: state(home),
        ..Folders::under(&home.path(""))
    };
    Trash::at(folders.trash()).put(&copy).unwrap();
    home.write("visits/besuch-recovered.ron", &text);
    let conflict = format!(
        "    conflicts: [(\n        ours: Participant((id: \"{PERSON}\", name: (family: \"Koch\"))),\n    )],\n)\n"
    );
    let text = text.trim_end().trim_end_matches(')').to_owned() + &conflict;
    home.write(VISIT, text);
}

#[test]
fn nobody_finds_the_person_any_more() {
    let home = home();
    spread(&home);
    fs::remove_file(home.path("out.txt")).unwrap();
    // A deleted visit that lost the note of where it was.
    let lost = home.read(VISIT);
    home.write(".local/state/attache/trash/lost-0/lost.ron", lost);
    assert!(traces(&home).len() > 10, "{:#?}", traces(&home));

    let run = home.attache(["erase", VISIT, PERSON]);
    assert!(
        run.status == Some(1) && run.stderr.contains("--yes"),
        "{run}"
    );
    assert!(traces(&home).len() > 10, "asked first");

    let run = home.attache(["erase", VISIT, PERSON, "--yes"]);
    assert_eq!(traces(&home), Vec::<String>::new(), "{run}");
    let told = run.ok();
    for said in [
        "2 issues",
        "1 kept paper",
        "backup",
        "1 copy of the visit (‘",
        "/visits/besuch-recovered.ron’)",
        "2 deleted visits (‘copy.ron’ and ‘lost.ron’)",
    ] {
        assert!(told.contains(said), "{said} in {told}");
    }
    let known = home.attache(["show", VISIT]).ok();
    assert!(
        known.contains("Keller") && !known.contains("Koch"),
        "{known}"
    );
    let issues = home.attache(["issues", VISIT]).ok();
    assert!(issues.contains("somebody was erased"), "{issues}");
    // What was composed from an issue can be composed again.
    home.attache(["export", VISIT, "--paper", "programme", "--issue", "1"])
        .ok();
    let again = home.attache(["erase", VISIT, PERSON, "--yes"]).refused();
    assert!(again.contains("There is no"), "{again}");
}

#[test]
fn somebody_whom_the_visit_has_lost_is_still_erased_from_what_is_kept() {
    let home = home();
    home.attache(["issue", VISIT]).ok();
    home.attache(["remove", VISIT, PERSON]).ok();
    home.attache(["erase", VISIT, PERSON, "--yes"]).ok();
    assert_eq!(traces(&home), Vec::<String>::new());
}

#[test]
fn an_issue_that_tells_who_left_is_erased_too() {
    let home = home();
    home.attache(["add", VISIT, "participant", "name=Zora Lindt"])
        .ok();
    let visit = store::open(&home.path(VISIT)).unwrap().visit;
    let mut people = visit.participants.iter();
    let zora = people.find(|person| person.name.family == "Lindt").unwrap();
    let zora = zora.id.as_str();
    home.attache(["issue", VISIT]).ok();
    home.attache(["remove", VISIT, zora]).ok();
    home.attache(["add", VISIT, "item", "title=Zora Lindt", "day=12.11."])
        .ok();
    home.attache(["issue", VISIT, "--note", "Zora Lindt abgesagt"])
        .ok();
    let visit = store::open(&home.path(VISIT)).unwrap().visit;
    let mut items = visit.items.iter().map(|item| item.id.as_str());
    let named = items.find(|id| id.starts_with("zora-lindt")).unwrap();
    home.attache(["remove", VISIT, named]).ok();
    home.attache(["issue", VISIT]).ok();
    home.attache(["add", VISIT, "item", "title=Empfang", "day=12.11."])
        .ok();
    home.attache(["issue", VISIT]).ok();
    for (number, said) in [(2, "ohne Zora"), (3, "ohne Zora"), (4, "Titel")] {
        store::keep(&home.path(VISIT), number, "notice.txt", said.as_bytes()).unwrap();
    }
    home.attache(["erase", VISIT, zora, "--yes"]).ok();
    for path in all_files(&home.path("visits")) {
        let text = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&text);
        assert!(!text.contains("Zora"), "{}: {text}", path.display());
    }
    let kept = store::kept(&home.path(VISIT), 4, "notice.txt").unwrap();
    assert_eq!(kept.as_deref(), Some("Titel".as_bytes()), "not about them");

    let noted = self::home();
    noted.attache(["remove", VISIT, PERSON]).ok();
    noted
        .attache(["issue", VISIT, "--note", "ohne Miriam Koch"])
        .ok();
    noted.attache(["erase", VISIT, PERSON, "--yes"]).ok();
    assert_eq!(traces(&noted), Vec::<String>::new());
}

#[test]
fn another_visit_that_had_the_path_keeps_its_backups() {
    let home = home();
    let text = home.read(VISIT);
    let id = store::open(&home.path(VISIT)).unwrap().visit.head.id;
    let other = text.replace(id.as_str(), "anderer-besuch-2k2k");
    let backups = Backups::at(state(&home).join("backups"));
    let own = backups.keep(&home.path(VISIT), text.as_bytes()).unwrap();
    let others = backups.keep(&home.path(VISIT), other.as_bytes()).unwrap();
    home.attache(["erase", VISIT, PERSON, "--yes"]).ok();
    assert_eq!(others.bytes().unwrap(), other.as_bytes());
    assert_ne!(own.bytes().unwrap(), text.as_bytes());
}

#[test]
fn what_remains_is_said() {
    let home = home();
    home.attache(["add", VISIT, "item", "title=Koch-Stiftung", "day=12.11."])
        .ok();
    let told = home.attache(["erase", VISIT, PERSON, "--yes"]).ok();
    assert!(told.contains("Koch-Stiftung"), "{told}");
    let wrong = home.attache(["erase", VISIT, "reception-2ju6", "--yes"]);
    assert!(!wrong.refused().is_empty());
}

#[test]
fn which_other_files_are_changed_is_said_before() {
    let home = home();
    home.copy_to(
        "assets/samples/duesseldorf-marrakesch-2024.ron",
        "visits/kopie.ron",
    );
    let before = home.read("visits/kopie.ron");
    let run = home.attache(["erase", VISIT, PERSON]);
    assert_eq!(run.status, Some(1), "nobody said yes");
    let told = run.stderr;
    assert!(told.contains("visits/kopie.ron"), "{told}");
    assert!(!told.contains("besuch.ron"), "{told}");
    assert_eq!(home.read("visits/kopie.ron"), before);
}

#[test]
fn what_was_typed_of_another_record_stays_where_only_the_record_names_the_person() {
    let home = home();
    let visit = store::open(&home.path(VISIT)).unwrap().visit;
    let item = visit.items.iter().next().unwrap();
    let mut base = item.clone();
    base.note.0 = format!("mit {PERSON}");
    let draft = Draft {
        typed: "title=Empfang".to_owned(),
        base: Some(AnyRecord::Item(Box::new(base))),
    };
    let recovery = Arc::new(Recovery::at(state(&home).join("recovery")));
    let keeper = recovery.keeper();
    let about = About::draft(&home.path(VISIT), &format!("item {}", item.id.as_str()));
    keeper.keep(&about, draft.text().as_bytes()).unwrap();
    drop((keeper, recovery));
    home.attache(["erase", VISIT, PERSON, "--yes"]).ok();
    assert_eq!(traces(&home), Vec::<String>::new());
    let left = Recovery::at(state(&home).join("recovery")).left_behind();
    assert_eq!(left[0].text().unwrap(), "title=Empfang");
}

#[test]
fn somebody_whom_only_a_draft_or_the_log_names_is_erased() {
    for is_draft in [true, false] {
        let home = self::home();
        if is_draft {
            let keeper = Arc::new(Recovery::at(state(&home).join("recovery"))).keeper();
            let about = About::draft(&home.path(VISIT), &format!("participant {PERSON}"));
            keeper.keep(&about, b"note=x").unwrap();
        } else {
            home.attache([
                "export", VISIT, "--paper", "person", "--person", PERSON, "-o", "out.txt",
            ])
            .ok();
            fs::remove_file(home.path("out.txt")).unwrap();
        }
        home.attache(["remove", VISIT, PERSON]).ok();
        for folder in ["backups", "trash"] {
            let _ = fs::remove_dir_all(state(&home).join(folder));
        }
        // How the person is called is known no more.
        let ids = || {
            traces(&home)
                .iter()
                .filter(|own| own.ends_with(PERSON))
                .count()
        };
        assert!(ids() > 0, "{is_draft}");
        home.attache(["erase", VISIT, PERSON, "--yes"]).ok();
        assert_eq!(ids(), 0, "{is_draft}: {:?}", traces(&home));
    }
}
