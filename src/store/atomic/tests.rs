//! What saving keeps, refuses and leaves behind, on a real file system.

#[cfg(unix)]
mod unix;

use std::fs::OpenOptions;

use super::*;
use crate::store::testing::names_in;

/// A folder with a file in it that was loaded.
struct Scene {
    folder: tempfile::TempDir,
    loaded: Fingerprint,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("visit.ron");
        fs::write(&path, "old").unwrap();
        let loaded = Fingerprint::of(b"old", &fs::metadata(&path).unwrap());
        Self { folder, loaded }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self) -> PathBuf {
        self.at("visit.ron")
    }

    fn save(&self, bytes: &str) -> Result<Saved, SaveError> {
        save_to(&self.file(), bytes, Some(&self.loaded))
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).unwrap()
    }

    /// The names in the folder, sorted: neither a lock nor a temporary file may stay.
    fn names(&self) -> Vec<String> {
        names_in(self.folder.path())
    }
}

fn save_to(path: &Path, bytes: &str, expected: Option<&Fingerprint>) -> Result<Saved, SaveError> {
    hold(path, Duration::ZERO)?.save(bytes.as_bytes(), expected)
}

#[test]
fn one_save_after_the_other() {
    let scene = Scene::new();
    let first = scene.save("first").unwrap();
    assert_eq!(first.warnings, []);
    let there = fs::metadata(scene.file()).unwrap();
    assert_eq!(first.fingerprint, Fingerprint::of(b"first", &there));
    save_to(&scene.file(), "second", Some(&first.fingerprint)).unwrap();
    assert_eq!(scene.text(), "second");
    assert_eq!(scene.names(), ["visit.ron"]);
}

#[test]
fn a_new_file_is_created_but_never_over_another() {
    let scene = Scene::new();
    save_to(&scene.at("new.ron"), "new", None).unwrap();
    assert_eq!(fs::read_to_string(scene.at("new.ron")).unwrap(), "new");
    let refused = save_to(&scene.file(), "new", None).unwrap_err();
    assert!(matches!(refused, SaveError::ChangedOutside { .. }));
    assert_eq!(scene.text(), "old");
    assert_eq!(scene.names(), ["new.ron", "visit.ron"]);
}

#[test]
fn somebody_elses_change_is_not_overwritten() {
    let scene = Scene::new();
    for theirs in ["their work", "odl"] {
        fs::write(scene.file(), theirs).unwrap();
        let time = scene.loaded.modified().unwrap();
        let file = OpenOptions::new().write(true).open(scene.file()).unwrap();
        file.set_modified(time).unwrap();
        let refused = scene.save("ours").unwrap_err();
        assert!(matches!(refused, SaveError::ChangedOutside { .. }));
        assert_eq!(scene.text(), theirs);
    }
    fs::remove_file(scene.file()).unwrap();
    let refused = scene.save("ours").unwrap_err();
    assert!(matches!(refused, SaveError::RemovedOutside { .. }));
    assert_eq!(scene.names(), [""; 0]);
}

#[test]
fn a_touched_file_and_our_own_bytes_are_nobody_elses_work() {
    let scene = Scene::new();
    fs::write(scene.file(), "old").unwrap();
    scene.save("ours").unwrap();
    assert_eq!(scene.text(), "ours");
    // A save that was in place but not confirmed is tried again with what was expected before.
    scene.save("ours").unwrap();
    assert_eq!(scene.text(), "ours");
}

#[test]
fn a_lock_that_is_held_is_waited_for_and_then_named() {
    let scene = Scene::new();
    let lock = lock::ask(&scene.file(), Duration::ZERO);
    assert!(matches!(lock, Asked::Ours(_)));
    let refused = scene.save("ours").unwrap_err();
    assert!(matches!(
        refused,
        SaveError::Locked {
            holder: Some(_),
            ..
        }
    ));
    assert_eq!(scene.text(), "old");
    drop(lock);
    scene.save("ours").unwrap();
}

#[test]
fn of_many_savers_who_loaded_the_same_one_wins_and_the_others_are_told() {
    let scene = Scene::new();
    let save = |n: usize| {
        save(
            &scene.file(),
            format!("of {n}").as_bytes(),
            Some(&scene.loaded),
        )
    };
    let results: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|n| scope.spawn(move || save(n))).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    let winners: Vec<_> = (0..8).filter(|&n| results[n].is_ok()).collect();
    assert_eq!(winners.len(), 1, "{results:?}");
    assert_eq!(scene.text(), format!("of {}", winners[0]));
    for refused in results.into_iter().filter_map(Result::err) {
        assert!(
            matches!(refused, SaveError::ChangedOutside { .. }),
            "{refused}"
        );
    }
    assert_eq!(scene.names(), ["visit.ron"]);
}

#[test]
fn what_cannot_be_a_file_is_refused_with_the_next_step() {
    let scene = Scene::new();
    fs::create_dir(scene.at("folder")).unwrap();
    let cases = [
        (scene.at("folder"), "is a folder"),
        (scene.at("folder/.."), "is a folder"),
        (scene.at("gone/visit.ron"), "not there"),
        (scene.at("visit.ron/below.ron"), "a file and not a folder"),
        (scene.at(&"n".repeat(300)), "name is too long"),
        (PathBuf::new(), "not there"),
    ];
    for (path, expected) in cases {
        let said = save_to(&path, "ours", None).unwrap_err().to_string();
        assert!(said.contains(expected), "{}: {said}", path.display());
    }
    assert_eq!(scene.names(), ["folder", "visit.ron"]);
}

#[test]
fn a_file_that_stays_busy_is_written_over_only_with_a_backup() {
    for kind in [ErrorKind::ResourceBusy, ErrorKind::PermissionDenied] {
        let scene = Scene::new();
        let backups = Backups::at(scene.at("backups"));
        let mut held = hold(&scene.file(), Duration::ZERO).unwrap();
        held.rename = match kind {
            ErrorKind::ResourceBusy => |_, _| Err(ErrorKind::ResourceBusy.into()),
            _ => |_, _| Err(ErrorKind::PermissionDenied.into()),
        };
        let refused = held.save(b"new", Some(&scene.loaded)).unwrap_err();
        assert!(matches!(refused, SaveError::Io { .. }), "{refused}");
        assert_eq!(scene.text(), "old");
        let held = held.with_backups(&backups);
        let saved = held.save(b"new", Some(&scene.loaded));
        drop(held);
        if kind == ErrorKind::PermissionDenied {
            assert!(
                saved.is_err(),
                "somebody else's right is not a file held open"
            );
            assert_eq!(scene.text(), "old");
            continue;
        }
        let there = fs::metadata(scene.file()).unwrap();
        assert_eq!(saved.unwrap().fingerprint, Fingerprint::of(b"new", &there));
        assert_eq!(scene.text(), "new");
        assert_eq!(backups.of(&scene.file())[0].bytes().unwrap(), b"old");
        assert_eq!(scene.names(), ["backups", "visit.ron"]);
    }
}
