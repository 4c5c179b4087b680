//! What saving keeps, refuses and leaves behind, on a real file system.

use std::fs::OpenOptions;

use super::*;

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

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
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

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use xattr::FileExt;

    use super::*;

    const ACL: &str = "system.posix_acl_access";
    const DEFAULT_ACL: &str = "system.posix_acl_default";

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o7777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    /// An access list in the kernel's format: owner, user 1234, group, mask, others.
    fn acl(owner: u8, user: u8, group: u8, mask: u8, others: u8) -> Vec<u8> {
        const NOBODY: u32 = u32::MAX;
        let entries = [
            (1u16, owner, NOBODY),
            (2, user, 1234),
            (4, group, NOBODY),
            (0x10, mask, NOBODY),
            (0x20, others, NOBODY),
        ];
        let mut bytes = 2u32.to_le_bytes().to_vec();
        for (tag, rights, id) in entries {
            bytes.extend(tag.to_le_bytes());
            bytes.extend(u16::from(rights).to_le_bytes());
            bytes.extend(id.to_le_bytes());
        }
        bytes
    }

    /// Sets an attribute, or says why the rest of a test means nothing here.
    #[allow(clippy::print_stderr, reason = "a skipped test says so")]
    fn set(path: &Path, name: &str, value: &[u8]) -> bool {
        let result = xattr::set(path, name, value);
        if let Err(error) = &result {
            eprintln!("skipped: no {name} on {}: {error}", path.display());
        }
        result.is_ok()
    }

    #[test]
    fn links_stay_links_and_the_real_file_is_saved() {
        let scene = Scene::new();
        fs::create_dir(scene.at("sub")).unwrap();
        symlink("../visit.ron", scene.at("sub/second")).unwrap();
        symlink("sub/second", scene.at("first")).unwrap();
        save_to(&scene.at("first"), "new", Some(&scene.loaded)).unwrap();
        assert_eq!(scene.text(), "new");
        assert!(scene.at("first").is_symlink() && scene.at("sub/second").is_symlink());
        assert_eq!(names_in(&scene.at("sub")), ["second"]);

        symlink("sub/to-come.ron", scene.at("dangling")).unwrap();
        save_to(&scene.at("dangling"), "new", None).unwrap();
        assert_eq!(
            fs::read_to_string(scene.at("sub/to-come.ron")).unwrap(),
            "new"
        );
        assert!(scene.at("dangling").is_symlink());

        symlink("circle", scene.at("circle")).unwrap();
        let refused = save_to(&scene.at("circle"), "new", None).unwrap_err();
        assert!(refused.to_string().contains("in a circle"), "{refused}");
    }

    #[test]
    fn the_mode_stays_and_a_new_file_is_private_whatever_the_umask() {
        let scene = Scene::new();
        let mut loaded = scene.loaded;
        for bits in [0o640, 0o600, 0o664, 0o660, 0o755] {
            set_mode(&scene.file(), bits);
            loaded = save_to(&scene.file(), "new", Some(&loaded))
                .unwrap()
                .fingerprint;
            assert_eq!(mode(&scene.file()), bits, "{bits:o}");
        }
        save_to(&scene.at("new.ron"), "new", None).unwrap();
        assert_eq!(mode(&scene.at("new.ron")), 0o600);
    }

    #[test]
    fn in_a_shared_folder_the_group_is_inherited_and_others_never() {
        let scene = Scene::new();
        for (folder_mode, expected) in [(0o2775, 0o660), (0o2755, 0o640), (0o777, 0o600)] {
            let folder = scene.at(&format!("{folder_mode:o}"));
            fs::create_dir(&folder).unwrap();
            set_mode(&folder, folder_mode);
            let path = folder.join("new.ron");
            save_to(&path, "new", None).unwrap();
            assert_eq!(mode(&path), expected, "in {folder_mode:o}");
        }
    }

    #[test]
    fn an_access_list_is_kept_and_never_widened() {
        let scene = Scene::new();
        let list = acl(6, 6, 0, 6, 0);
        if !set(&scene.file(), ACL, &list) {
            return;
        }
        assert_eq!(mode(&scene.file()), 0o660, "the mode shows the mask");
        scene.save("new").unwrap();
        assert_eq!(xattr::get(scene.file(), ACL).unwrap(), Some(list));
        assert_eq!(mode(&scene.file()), 0o660);
    }

    #[test]
    fn a_folders_list_for_new_files_gives_nothing_to_an_old_one() {
        let scene = Scene::new();
        if !set(scene.folder.path(), DEFAULT_ACL, &acl(7, 7, 7, 7, 7)) {
            return;
        }
        set_mode(&scene.file(), 0o640);
        assert_eq!(xattr::get(scene.file(), ACL).unwrap(), None);
        scene.save("new").unwrap();
        assert_eq!(xattr::get(scene.file(), ACL).unwrap(), None);
        assert_eq!(mode(&scene.file()), 0o640);

        set_mode(scene.folder.path(), 0o770);
        save_to(&scene.at("new.ron"), "new", None).unwrap();
        assert_eq!(mode(&scene.at("new.ron")) & 0o007, 0, "never others");
        assert_eq!(mode(&scene.at("new.ron")), 0o660);
    }

    #[test]
    fn peoples_own_attributes_stay() {
        let scene = Scene::new();
        if set(&scene.file(), "user.remark", b"for the archive") {
            scene.save("new").unwrap();
            let file = File::open(scene.file()).unwrap();
            let value = file.get_xattr("user.remark").unwrap();
            assert_eq!(value.as_deref(), Some(&b"for the archive"[..]));
        }
    }

    #[test]
    fn further_names_of_a_file_are_told() {
        let scene = Scene::new();
        fs::hard_link(scene.file(), scene.at("other-name.ron")).unwrap();
        let saved = scene.save("new").unwrap();
        let path = scene.file();
        assert_eq!(saved.warnings, [SaveWarning::HardLink { path }]);
        assert_eq!(
            fs::read_to_string(scene.at("other-name.ron")).unwrap(),
            "old"
        );
    }

    #[test]
    fn pipes_and_devices_are_refused_without_waiting() {
        let scene = Scene::new();
        let pipe = scene.at("pipe");
        rustix::fs::mknodat(
            rustix::fs::CWD,
            &pipe,
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR,
            0,
        )
        .unwrap();
        for path in [pipe.as_path(), Path::new("/dev/full")] {
            let refused = save_to(path, "new", None).unwrap_err();
            assert!(matches!(refused, SaveError::NotAFile { .. }), "{refused}");
        }
    }
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
