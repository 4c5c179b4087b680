//! What cannot be looked at is named with what to do, and whoever is nowhere is refused.

use super::*;

#[test]
fn what_cannot_be_read_or_is_in_use_is_said() {
    let home = home();
    delete_broken(&home, "broken");
    let keeper = Arc::new(Recovery::at(state(&home).join("recovery"))).keeper();
    let draft = About::draft(&home.path(VISIT), PERSON);
    keeper.keep(&draft, b"(name: \"Miriam Koch\")").unwrap();
    let run = home.attache(["erase", VISIT, PERSON, "--yes"]);
    assert_eq!(run.status, Some(1), "{run}");
    for said in ["trash/broken-", "that runs", "other accounts and computers"] {
        assert!(run.stdout.contains(said), "{said}: {run}");
    }
    assert!(run.stderr.contains("not be erased everywhere"), "{run}");
}

/// Cuts the only file whose path has this in it off in the middle.
fn cut_off(home: &Home, part: &str) -> PathBuf {
    let mut files = all_files(&home.path(""));
    files.retain(|path| path.to_string_lossy().contains(part));
    let path = files.remove(0);
    assert!(files.is_empty(), "{part} is not one file");
    let text = fs::read(&path).unwrap();
    fs::write(&path, &text[..text.len() / 2]).unwrap();
    path
}

#[test]
fn what_cannot_be_looked_at_is_named_with_what_to_do_and_nothing_else_is_left_out() {
    let home = home();
    spread(&home);
    fs::remove_file(home.path("out.txt")).unwrap();
    let cut = [
        "visits/besuch.files/issue-1/visit.ron",
        "visits/besuch-recovered.ron",
        "attache/trash/copy-",
    ];
    let trash = state(&home).join("trash");
    for folder in fs::read_dir(&trash).unwrap() {
        fs::remove_file(folder.unwrap().path().join("origin")).unwrap();
    }
    let cut: Vec<PathBuf> = cut.iter().map(|part| cut_off(&home, part)).collect();
    let backups = state(&home).join("backups");
    let folder = fs::read_dir(&backups)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let name = "20241112T080000.000Z-0000000000000000.ron";
    let kept = folder.join(name);
    fs::write(&kept, "(format: 1, visit: (").unwrap();
    fs::write(folder.join("copy.txt"), "Miriam Koch").unwrap();
    let strange = state(&home).join("recovery/x-0-1-0123456789abcdef.ron");
    fs::write(&strange, "Miriam Koch").unwrap();
    let untagged = state(&home).join("recovery/visit.ron~");
    fs::write(&untagged, "Miriam Koch").unwrap();
    let run = home.attache(["erase", VISIT, PERSON, "--yes"]);
    assert_eq!(run.status, Some(1), "{run}");
    assert!(
        run.stderr.contains("the report names what is left"),
        "{run}"
    );
    let told: Vec<&str> = run.stdout.lines().collect();
    let line_of = |path: &Path| {
        let path = path.to_string_lossy();
        let line = told.iter().find(|line| line.contains(&*path));
        line.unwrap_or_else(|| panic!("{path}: {run}"))
    };
    let line = line_of(cut[0].parent().unwrap());
    assert!(line.contains("restore it from git"), "{line}");
    for path in [
        cut[2].parent().unwrap(),
        &kept,
        &folder.join("copy.txt"),
        &strange,
        &untagged,
    ] {
        let line = line_of(path);
        assert!(line.contains("look at it yourself and delete it"), "{line}");
    }
    let line = line_of(&cut[1]);
    assert!(line.contains("mend the file and repeat this"), "{line}");
    assert!(!run.stdout.contains("restore a backup"), "{run}");
    let left = traces(&home);
    let named = |trace: &&String| {
        told.iter().any(|line| {
            let (file, _) = trace.split_once(": ").unwrap();
            let path = home.path(file);
            let issue = path.parent().and_then(Path::parent).unwrap_or(&path);
            [&*path, path.parent().unwrap(), issue]
                .iter()
                .any(|place| line.contains(&format!("{}’", place.display())))
        })
    };
    let unnamed: Vec<_> = left.iter().filter(|trace| !named(trace)).collect();
    assert_eq!(unnamed, [""; 0], "{run}");
}

#[test]
fn a_broken_file_of_another_visit_keeps_nothing_from_being_done() {
    let home = home();
    let broken = "(format: 1, visit: (id: \"other-7k2f\", title: ";
    home.write("visits/broken.ron", broken);
    let folders = Folders {
        state: state(&home),
        ..Folders::under(&home.path(""))
    };
    Trash::at(folders.trash())
        .put(&home.path("visits/broken.ron"))
        .unwrap();
    let told = home.attache(["erase", VISIT, PERSON, "--yes"]).ok();
    assert!(!told.contains("broken"), "{told}");
}

#[test]
fn whoever_is_nowhere_is_refused_before_it_is_asked() {
    let home = home();
    let refused = home.attache(["erase", VISIT, "nobody-7k2f"]).refused();
    assert!(refused.contains("There is no ‘nobody-7k2f’"), "{refused}");
    assert!(!refused.contains("Erase for good?"), "{refused}");
    // Somebody whom only what is kept holds is asked about.
    home.attache(["remove", VISIT, PERSON]).ok();
    let run = home.attache(["erase", VISIT, PERSON]);
    assert!(run.stderr.contains("Erase for good?"), "{run}");
    let sample = "assets/samples/duesseldorf-marrakesch-2024.ron";
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join(sample);
    let run = home.attache(["erase", &sample.to_string_lossy(), PERSON]);
    assert_eq!(run.status, Some(1));
    assert!(!run.stderr.contains("Erase for good?"), "{run}");
}

#[test]
fn somebody_unknown_is_refused_and_what_could_not_be_looked_at_is_said() {
    let home = home();
    delete_broken(&home, "broken");
    let typed = PERSON.replace("koch", "kock");
    let run = home.attache(["erase", VISIT, &typed, "--yes"]);
    assert_eq!(run.status, Some(1), "{run}");
    for said in ["trash/broken-", &typed, PERSON] {
        assert!(run.stderr.contains(said), "{said}: {run}");
    }
}
