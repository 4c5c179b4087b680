//! Whose a saved file is, and who may read and write it, with and without the rights of root.

use super::*;

const NOBODY: u32 = 65534;

#[test]
fn the_group_of_a_file_stays_and_a_shared_folder_gives_its_own() {
    if !rustix::process::geteuid().is_root() {
        return skipped("only root can give files to any group");
    }
    let scene = Scene::new();
    chown(scene.target(), None, Some(1)).unwrap();
    let save = || {
        let mut command = scene.child(Command::new(env::current_exe().unwrap()));
        let output = command.output().unwrap();
        assert_eq!(outcome(&output.stdout).as_deref(), Some("saved []"));
        let metadata = fs::metadata(scene.target()).unwrap();
        (metadata.gid(), metadata.mode() & 0o777)
    };
    set_mode(&scene.target(), 0o640);
    assert_eq!(save(), (1, 0o640), "kept");
    fs::remove_file(scene.target()).unwrap();
    chown(scene.folder.path(), None, Some(1)).unwrap();
    set_mode(scene.folder.path(), 0o2775);
    assert_eq!(save(), (1, 0o660), "inherited");
}

#[test]
fn a_new_file_is_private_under_any_umask() {
    for mask in [0, 0o022, 0o377] {
        let scene = Scene::new();
        fs::remove_file(scene.target()).unwrap();
        let mut command = scene.child(Command::new(env::current_exe().unwrap()));
        let output = command.env(UMASK, mask.to_string()).output().unwrap();
        assert_eq!(outcome(&output.stdout).as_deref(), Some("saved []"));
        let mode = fs::metadata(scene.target()).unwrap().mode() & 0o7777;
        assert_eq!(mode, 0o600, "umask {mask:o}");
    }
}

/// Runs the child with the rights of nobody on the scene, prepared by root.
fn as_nobody(prepare: impl Fn(&Path, &Path)) -> Option<(Scene, String)> {
    if !rustix::process::geteuid().is_root() {
        skipped("only root can prepare files of others");
        return None;
    }
    let scene = Scene::new();
    prepare(scene.folder.path(), &scene.target());
    let mut command = scene.child(Command::new(env::current_exe().unwrap()));
    let output = command.uid(NOBODY).gid(NOBODY).output();
    let Some(said) = output.ok().and_then(|output| outcome(&output.stdout)) else {
        skipped("nobody may not run this test program");
        return None;
    };
    Some((scene, said))
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn without_rights_nothing_is_changed_and_the_reason_is_told() {
    type Prepare = fn(&Path, &Path);
    let cases: [(&str, Prepare); 3] = [
        ("refused: ‘{}’ is write-protected", |folder, file| {
            set_mode(folder, 0o777);
            set_mode(file, 0o444);
        }),
        (
            "refused: ‘{}’ was not saved; what was there is unchanged. Access is denied",
            |_, file| {
                set_mode(file, 0o666);
            },
        ),
        (
            "unread: ‘{}’ cannot be read. Access is denied",
            |folder, file| {
                set_mode(folder, 0o777);
                set_mode(file, 0o200);
            },
        ),
    ];
    for (expected, prepare) in cases {
        let Some((scene, said)) = as_nobody(prepare) else {
            return;
        };
        let expected = expected.replace("{}", scene.target().to_str().unwrap());
        assert!(said.starts_with(&expected), "{said}");
        assert_eq!(scene.content(), "old");
        assert_eq!(scene.names(), ["visit.ron"]);
    }
}

#[test]
fn a_group_that_cannot_be_kept_loses_its_rights_to_nobody_else() {
    let prepared = as_nobody(|folder, file| {
        set_mode(folder, 0o777);
        chown(file, Some(NOBODY), Some(1)).unwrap();
        set_mode(file, 0o664);
    });
    let Some((scene, said)) = prepared else {
        return;
    };
    assert!(said.starts_with("saved [RightsNarrowed"), "{said}");
    let metadata = fs::metadata(scene.target()).unwrap();
    assert_eq!((metadata.gid(), metadata.mode() & 0o777), (NOBODY, 0o644));
}

#[test]
fn a_former_owner_who_may_be_shut_out_is_mentioned() {
    let prepared = as_nobody(|folder, file| {
        set_mode(folder, 0o777);
        chown(file, Some(0), Some(1)).unwrap();
        set_mode(file, 0o606);
    });
    let Some((scene, said)) = prepared else {
        return;
    };
    assert!(said.starts_with("saved [OwnerChanged"), "{said}");
    assert_eq!(fs::metadata(scene.target()).unwrap().uid(), NOBODY);
}
