//! Links, rights, access lists, attributes and what is no file, as saving treats them on Unix.

use std::{
    fs::File,
    os::unix::fs::{MetadataExt, PermissionsExt, symlink},
};

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
fn a_new_file_like_another_is_for_whom_that_one_is_and_only_beside_it() {
    let scene = Scene::new();
    let sub = scene.at("sub");
    fs::create_dir(&sub).unwrap();
    symlink(scene.file(), sub.join("link")).unwrap();
    let made = |name: &str, like: &Path| {
        let path = scene.at(name);
        let held = hold(&path, LOCK_WAIT).unwrap().like(like);
        held.save(b"new", None).unwrap();
        let made = mode(&path);
        fs::remove_file(path).unwrap();
        made
    };
    for own in [0o644, 0o660, 0o640, 0o600, 0o400, 0o444] {
        set_mode(&scene.file(), own);
        let given = own | 0o600;
        assert_eq!(made("beside", &scene.file()), given, "like {own:o}");
        let linked = made("beside", &sub.join("link"));
        assert_eq!(linked, given, "it is beside that");
        assert_eq!(made("sub/other", &scene.file()), 0o600);
    }
    set_mode(&scene.file(), 0o644);
    assert_eq!(made("beside", &scene.at("gone")), 0o600);
    assert_eq!(made("beside", &sub), 0o600);
    for owner in [6, 4] {
        if set(&scene.file(), ACL, &acl(owner, 4, 0, 4, 0)) {
            let path = scene.at("beside");
            let held = hold(&path, LOCK_WAIT).unwrap().like(&scene.file());
            held.save(b"new", None).unwrap();
            let list = acl(6, 4, 0, 4, 0);
            assert_eq!(xattr::get(&path, ACL).unwrap(), Some(list));
            fs::remove_file(path).unwrap();
        }
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
