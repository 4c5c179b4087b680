//! Announcing, finding others, and sweeping what ended programs left.

use std::fs::File;

use super::*;
use crate::store::testing::names_in;

struct Scene {
    folder: tempfile::TempDir,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("visit.ron"), "x").unwrap();
        Self { folder }
    }

    fn visit(&self) -> PathBuf {
        self.folder.path().join("visit.ron")
    }

    /// The hidden files.
    fn hidden(&self) -> Vec<String> {
        let names = names_in(self.folder.path()).into_iter();
        names.filter(|name| name.starts_with('.')).collect()
    }

    /// A file as a program leaves or holds it.
    fn put(&self, tag: u8, holder: &Holder) -> File {
        let path = self
            .folder
            .path()
            .join(format!(".visit.ron.open-{tag:016x}"));
        fs::write(&path, ron::to_string(holder).unwrap()).unwrap();
        File::open(path).unwrap()
    }

    fn others(&self) -> Vec<(String, bool)> {
        let others = others(&self.visit()).into_iter();
        others
            .map(|own| (own.holder.called().to_owned(), own.certain))
            .collect()
    }
}

fn now() -> DateTime<Utc> {
    SystemTime::now().into()
}

/// Somebody on this machine; no process has that number.
fn here(name: &str) -> Holder {
    Holder {
        name: name.into(),
        process: i32::MAX.cast_unsigned(),
        ..Holder::me()
    }
}

fn elsewhere(name: &str) -> Holder {
    Holder {
        host: "another-machine".into(),
        ..here(name)
    }
}

#[test]
fn who_announces_is_there_until_they_leave() {
    let scene = Scene::new();
    let presence = announce(&scene.visit(), now()).unwrap();
    let [name] = &scene.hidden()[..] else {
        panic!("one file: {:?}", scene.hidden());
    };
    let held = File::open(scene.folder.path().join(name)).unwrap();
    assert!(
        matches!(held.try_lock_shared(), Err(TryLockError::WouldBlock)),
        "the lock outlasts the rename"
    );
    assert!(Holder::read(&held).unwrap().is_me());
    assert_eq!(scene.others(), [], "oneself is no other");
    drop(presence.clone());
    assert_eq!(scene.hidden().len(), 1, "a clone is the same presence");
    drop(presence);
    assert_eq!(scene.hidden(), [""; 0]);

    let presence = announce(&scene.visit(), now()).unwrap();
    presence.leave();
    assert_eq!(scene.hidden(), [""; 0]);
}

#[test]
fn a_lock_says_for_sure_and_what_has_none_was_left_behind() {
    let scene = Scene::new();
    let meier = scene.put(1, &here("Meier"));
    meier.try_lock().unwrap();
    drop(scene.put(2, &here("Killed")));
    assert_eq!(scene.others(), [("Meier".to_owned(), true)]);
    assert_eq!(scene.hidden().len(), 1, "what was left is swept");
    drop(meier);
    assert_eq!(scene.others(), []);
    assert_eq!(scene.hidden(), [""; 0]);
}

#[test]
fn of_another_machine_without_a_lock_one_knows_perhaps() {
    let scene = Scene::new();
    let weiss = scene.put(1, &elsewhere("Weiß"));
    assert_eq!(scene.others(), [("Weiß".to_owned(), false)]);
    weiss.try_lock().unwrap();
    assert_eq!(scene.others(), [("Weiß".to_owned(), true)]);
    weiss.unlock().unwrap();
    let path = scene.folder.path().join(&scene.hidden()[0]);
    let file = File::options().write(true).open(path).unwrap();
    for (age, files) in [(FORGOTTEN, 1), (ABANDONED, 0)] {
        let long_ago = SystemTime::now() - age - Duration::from_secs(1);
        file.set_modified(long_ago).unwrap();
        assert_eq!(scene.others(), []);
        assert_eq!(scene.hidden().len(), files, "{age:?}");
    }
}

#[test]
fn who_says_again_that_a_visit_is_open_is_not_forgotten() {
    let scene = Scene::new();
    let presence = announce(&scene.visit(), now()).unwrap();
    let reminder = presence.reminder();
    let path = scene.folder.path().join(&scene.hidden()[0]);
    let long_ago = SystemTime::now() - FORGOTTEN - Duration::from_secs(1);
    let file = File::options().write(true).open(&path).unwrap();
    file.set_modified(long_ago).unwrap();
    assert!(reminder.remind());
    let age = SystemTime::now().duration_since(fs::metadata(&path).unwrap().modified().unwrap());
    assert!(age.is_ok_and(|age| age < FORGOTTEN));
    drop(presence);
    assert!(!reminder.remind());
}

#[test]
fn others_stand_in_the_order_in_which_they_came() {
    let scene = Scene::new();
    let at = |name: &str, hour: u32| Holder {
        since: format!("2024-11-12T{hour:02}:00:00Z").parse().unwrap(),
        ..here(name)
    };
    let held = [scene.put(1, &at("B", 9)), scene.put(2, &at("A", 8))];
    for file in &held {
        file.try_lock().unwrap();
    }
    let names: Vec<String> = scene.others().into_iter().map(|own| own.0).collect();
    assert_eq!(names, ["A", "B"]);
}

#[test]
fn what_is_not_ours_is_left_alone() {
    let scene = Scene::new();
    let at = |name: &str| scene.folder.path().join(name);
    for name in [
        ".visit.ron.open-1",
        ".visit.ron.open-000000000000000g",
        ".other.ron.open-0000000000000001",
        "visit.ron.open-0000000000000001",
    ] {
        fs::write(at(name), ron::to_string(&here("X")).unwrap()).unwrap();
    }
    fs::create_dir(at(".visit.ron.open-0000000000000002")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(at("visit.ron"), at(".visit.ron.open-0000000000000003")).unwrap();
    let before = scene.hidden().len();
    assert_eq!(scene.others(), []);
    assert_eq!(scene.hidden().len(), before);

    fs::write(at(".visit.ron.open-0000000000000004"), "not a holder").unwrap();
    let unknown = others(&scene.visit());
    assert!(matches!(&unknown[..], [own] if !own.certain), "{unknown:?}");
}

#[test]
fn where_nothing_can_be_written_nothing_is_said() {
    let scene = Scene::new();
    assert!(announce(&scene.folder.path().join("gone/visit.ron"), now()).is_none());
    let long = scene.folder.path().join("x".repeat(250));
    assert!(announce(&long, now()).is_none());
    assert_eq!(scene.hidden(), [""; 0], "nothing is left of the attempt");
    assert_eq!(others(&scene.folder.path().join("gone/visit.ron")), []);
}

#[cfg(unix)]
#[test]
fn it_stands_beside_the_real_file_and_is_open_to_no_more_than_its_group() {
    use std::os::unix::fs::PermissionsExt;

    let scene = Scene::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let link = elsewhere.path().join("link.ron");
    std::os::unix::fs::symlink(scene.visit(), &link).unwrap();
    for (mode, expected) in [
        (0o600, 0o600),
        (0o640, 0o640),
        (0o664, 0o660),
        (0o444, 0o440),
    ] {
        fs::set_permissions(scene.visit(), fs::Permissions::from_mode(mode)).unwrap();
        let presence = announce(&link, now()).unwrap();
        let file = scene.folder.path().join(&scene.hidden()[0]);
        let given = fs::metadata(file).unwrap().permissions().mode() & 0o777;
        assert_eq!(given, expected, "{mode:o}");
        drop(presence);
        assert_eq!(scene.hidden(), [""; 0]);
    }
    // A visit that has no file yet.
    let presence = announce(&scene.folder.path().join("new.ron"), now()).unwrap();
    let file = scene.folder.path().join(&scene.hidden()[0]);
    let given = fs::metadata(file).unwrap().permissions().mode() & 0o777;
    assert_eq!(given & 0o007, 0);
    drop(presence);
}
