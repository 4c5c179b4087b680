//! Work that was left behind is found again, by the next run and not before.

use super::*;
use crate::store::testing::names_in;

fn folder() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("state/recovery");
    (home, folder)
}

#[test]
fn what_a_run_left_is_offered_to_the_next_and_not_while_it_runs() {
    let (_home, folder) = folder();
    let visit = About::unsaved(Path::new("/visits/Köln \n\u{202e}.ron"));
    let draft = About::draft(Path::new("/visits/köln.ron"), "berrazouk-7k2f");
    let recovery = Arc::new(Recovery::at(folder.clone()));
    let first = recovery.keeper();
    let path = first.keep(&visit, b"(id: \"k\")\n").unwrap();
    assert_eq!(first.keep(&visit, b"(id: \"newer\")\n").unwrap(), path);
    first.keep(&draft, "é\nx".as_bytes()).unwrap();

    let second = Recovery::at(folder.clone());
    assert_eq!(second.left_behind(), [], "the first one is still running");
    assert_eq!(recovery.left_behind(), [], "the visit is still open");
    drop((first, recovery));
    let kept = second.left_behind();
    assert_eq!(kept.len(), 2);
    let text = |about: &About| {
        let found = kept.iter().find(|kept| kept.about == *about).unwrap();
        found.text().unwrap()
    };
    assert_eq!(text(&visit), "(id: \"newer\")\n");
    assert_eq!(text(&draft), "é\nx");
    for kept in &kept {
        kept.remove().unwrap();
    }
    assert_eq!(names_in(&folder), [""; 0]);
}

#[test]
fn what_was_accepted_is_forgotten() {
    let (_home, folder) = folder();
    let draft = About::draft(Path::new("a.ron"), "new");
    let run = Arc::new(Recovery::at(folder.clone())).keeper();
    run.forget(&draft).unwrap();
    assert!(!folder.exists(), "nothing is made before it is needed");
    run.keep(&draft, b"x").unwrap();
    run.forget(&draft).unwrap();
    drop(run);
    assert_eq!(names_in(&folder), [""; 0]);
}

#[test]
fn strange_files_in_the_folder_are_neither_offered_nor_touched() {
    let (_home, folder) = folder();
    fs::create_dir_all(&folder).unwrap();
    let tag = "0123456789abcdef";
    let strange = [
        format!("notes-{tag}.ron"),
        "visit.ron".to_owned(),
        format!("x-{tag}.txt"),
    ];
    for name in &strange {
        fs::write(folder.join(name), "hello\n").unwrap();
    }
    fs::write(folder.join(format!(".{tag}.lock")), "").unwrap();
    assert_eq!(Recovery::at(folder.clone()).left_behind(), []);
    let mut named = Recovery::at(folder.clone()).strange();
    named.sort();
    assert_eq!(named, strange.each_ref().map(|name| folder.join(name)));
    assert_eq!(names_in(&folder), strange, "only the dead lock is gone");
}

#[cfg(unix)]
#[test]
fn folder_and_files_are_private() {
    use std::os::unix::fs::MetadataExt;
    let (home, folder) = folder();
    let run = Arc::new(Recovery::at(folder.clone())).keeper();
    let path = run.keep(&About::unsaved(Path::new("a.ron")), b"x").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(&home.path().join("state")), 0o700);
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("file"), "").unwrap();
    let run = Arc::new(Recovery::at(home.path().join("file/recovery"))).keeper();
    let error = run
        .keep(&About::unsaved(Path::new("a.ron")), b"x")
        .unwrap_err();
    assert!(error.say(Lang::De).contains("kein Ordner"), "{error}");
}

#[test]
fn what_an_earlier_opening_left_is_offered_and_not_touched_by_a_later_one() {
    let (_home, folder) = folder();
    let visit = About::unsaved(Path::new("a.ron"));
    let recovery = Arc::new(Recovery::at(folder));
    let first = recovery.keeper();
    first.keep(&visit, b"first").unwrap();
    first.close();
    let second = recovery.keeper();
    second.keep(&visit, b"second").unwrap();
    let texts = || -> Vec<_> {
        let left = recovery.left_behind();
        left.iter().map(|kept| kept.text().unwrap()).collect()
    };
    assert_eq!(texts(), ["first"]);
    second.forget(&visit).unwrap();
    assert_eq!(texts(), ["first"]);
    second.keep(&visit, b"again").unwrap();
    drop(second);
    assert_eq!(texts().len(), 2);
}

#[test]
fn of_many_who_look_at_once_each_sees_all() {
    let (_home, folder) = folder();
    for n in 0..20 {
        let run = Arc::new(Recovery::at(folder.clone())).keeper();
        let visit = About::unsaved(Path::new(&format!("{n}.ron")));
        run.keep(&visit, b"x").unwrap();
    }
    let recovery = Recovery::at(folder);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..10 {
                    assert_eq!(recovery.left_behind().len(), 20);
                }
            });
        }
    });
}
