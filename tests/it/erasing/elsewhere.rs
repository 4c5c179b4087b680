//! What lies outside the library, and what others have open, is erased or named as well.

use super::*;

#[test]
fn a_copy_anywhere_is_erased_where_something_kept_says_that_it_is_one() {
    for is_backup in [true, false] {
        let home = home();
        let copy = home.write("elsewhere/copy.ron", home.read(VISIT));
        if is_backup {
            home.attache(["set", "elsewhere/copy.ron", PERSON, "phone=+49 211 9"])
                .ok();
        } else {
            let keeper = Arc::new(Recovery::at(state(&home).join("recovery"))).keeper();
            keeper.keep(&About::unsaved(&copy), b"(").unwrap();
        }
        let asked = home.attache(["erase", VISIT, PERSON]).stderr;
        assert!(asked.contains("elsewhere/copy.ron"), "{asked}");
        let run = home.attache(["erase", VISIT, PERSON, "--yes"]);
        assert!(run.stdout.contains("elsewhere/copy.ron"), "{run}");
        assert_eq!(traces(&home), Vec::<String>::new(), "{run}");
    }
}

#[test]
fn another_visit_that_is_at_the_place_of_a_copy_by_now_is_left_alone() {
    let home = home();
    home.write("elsewhere/copy.ron", home.read(VISIT));
    home.attache(["set", "elsewhere/copy.ron", PERSON, "phone=+49 211 9"])
        .ok();
    let id = store::open(&home.path(VISIT)).unwrap().visit.head.id;
    let other = home.read(VISIT).replace(id.as_str(), "anderer-besuch-2k2k");
    home.write("elsewhere/copy.ron", &other);
    let told = home.attache(["erase", VISIT, PERSON, "--yes"]).ok();
    assert!(!told.contains("elsewhere"), "{told}");
    assert_eq!(home.read("elsewhere/copy.ron"), other);
}

#[test]
fn what_was_changed_and_what_is_left_is_named_by_where_it_is() {
    let home = home();
    home.attache(["add", VISIT, "task", "title=Auto für Koch"])
        .ok();
    let note = ["note=Miriam Koch anrufen", "owner=Miriam Koch"];
    home.attache(["add", VISIT, "task", "title=Rückruf", note[0], note[1]])
        .ok();
    home.attache(["issue", VISIT]).ok();
    // What has no backup yet gets one of the visit as it is.
    fs::remove_dir_all(state(&home).join("backups")).unwrap();
    home.attache(["set", VISIT, PERSON, "phone=+49 211 9"]).ok();
    for file in ["visits/liste.txt", "visits/weg.txt"] {
        home.attache(["export", VISIT, "--paper", "delegation", "-o", file])
            .ok();
    }
    fs::remove_file(home.path("visits/weg.txt")).unwrap();
    let run = home.attache(["erase", VISIT, PERSON, "--yes"]);
    let told: Vec<&str> = run.stdout.lines().collect();
    for (line, parts) in [
        (
            "Replaced by",
            ["‘Rückruf’ (Internal note)", "‘Rückruf’ (Owner)"],
        ),
        ("The name or", ["‘Auto für Koch’ (Task)", "Check"]),
        ("Besides, ", ["1 issue", "1 backup"]),
        ("Exported files", ["/visits’: ‘liste.txt’.", "Delete"]),
    ] {
        let line = told.iter().find(|own| own.starts_with(line));
        let line = line.unwrap_or_else(|| panic!("{run}"));
        assert!(parts.iter().all(|part| line.contains(part)), "{line}");
    }
    assert!(!run.stdout.contains("anrufen"), "{run}");
}

#[test]
fn every_changed_file_that_is_in_git_is_named() {
    let home = home();
    home.run("git", ["init", "-q", "clone"]).ok();
    home.write("clone/anna/copy.ron", home.read(VISIT));
    home.attache(["set", "clone/anna/copy.ron", PERSON, "phone=+49 211 9"])
        .ok();
    let run = home.attache(["erase", VISIT, PERSON, "--yes"]);
    let mut told = run.stdout.lines();
    let line = told.find(|line| line.starts_with("In a git repository: "));
    let line = line.unwrap_or_else(|| panic!("{run}"));
    assert!(line.contains("/clone/anna/copy.ron’"), "{line}");
    assert!(!line.contains("besuch.ron"), "{line}");
    for said in ["still to be committed", "The history keeps"] {
        assert!(line.contains(said), "{line}");
    }
}

#[test]
fn what_was_kept_and_is_a_copy_by_now_is_not_said_to_be_unknown() {
    let home = home();
    let kept = ".local/state/attache/recovery/besuch-0-1-0123456789abcdef.ron";
    home.write(kept, home.read(VISIT));
    home.attache(["set", kept, PERSON, "phone=+49 211 9"]).ok();
    let told = home.attache(["erase", VISIT, PERSON, "--yes"]).ok();
    assert!(told.contains("1 copy of the visit (‘"), "{told}");
    assert_eq!(told.matches(kept).count(), 1, "{told}");
    assert_eq!(traces(&home), Vec::<String>::new());
}

#[test]
fn texts_of_copies_are_changed_and_what_is_only_kept_is_deleted_whole() {
    let home = home();
    home.attache(["add", VISIT, "task", "title=Auto für Koch"])
        .ok();
    home.attache(["issue", VISIT]).ok();
    home.write("visits/kopie.ron", home.read(VISIT));
    let run = home.attache(["erase", VISIT, PERSON, "--yes"]);
    let line = |part: &str| {
        let line = run.stdout.lines().find(|line| line.contains(part));
        line.unwrap_or_else(|| panic!("{part}: {run}"))
    };
    let whole = line("deleted whole");
    assert!(whole.contains("1 issue"), "{whole}");
    assert!(!whole.contains("kopie.ron"), "{whole}");
    let changed = line("open the copy and change the text");
    assert!(changed.contains("/visits/kopie.ron’"), "{changed}");
}
