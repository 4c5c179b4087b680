//! Nothing is replaced, nothing moves by half, on one file system and from one to another.

use std::path::PathBuf;

use super::*;
use crate::store::testing::names_in;

/// A visit with a folder beside it.
fn scene() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let visit = home.path().join("visit.ron");
    fs::write(&visit, "visit").unwrap();
    fs::create_dir_all(files_of(&visit).join("issue-1")).unwrap();
    fs::write(files_of(&visit).join("issue-1/day.txt"), "paper").unwrap();
    (home, visit)
}

#[test]
fn what_belongs_to_a_visit_goes_with_it() {
    let (home, visit) = scene();
    let to = home.path().join("archive/visit.ron");
    relocate(&visit, &to).unwrap();
    assert_eq!(fs::read_to_string(&to).unwrap(), "visit");
    let paper = files_of(&to).join("issue-1/day.txt");
    assert_eq!(fs::read_to_string(paper).unwrap(), "paper");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
}

#[test]
fn nothing_is_replaced_and_nothing_moves_by_half() {
    for taken in ["visit.ron", "visit.files"] {
        let (home, visit) = scene();
        let to = home.path().join("archive/visit.ron");
        fs::create_dir(home.path().join("archive")).unwrap();
        fs::write(home.path().join("archive").join(taken), "theirs").unwrap();
        let error = relocate(&visit, &to).unwrap_err();
        assert!(matches!(error, MoveError::Taken { .. }), "{error}");
        assert!(visit.exists() && files_of(&visit).join("issue-1").exists());
        let theirs = home.path().join("archive").join(taken);
        assert_eq!(fs::read_to_string(theirs).unwrap(), "theirs");
    }
}

#[cfg(target_os = "linux")]
#[test]
#[allow(clippy::print_stderr, reason = "a skipped test says so")]
fn a_visit_moves_to_another_file_system() {
    let (home, visit) = scene();
    let device = |path: &Path| {
        use std::os::unix::fs::MetadataExt;
        fs::metadata(path).unwrap().dev()
    };
    let other = match tempfile::tempdir_in("/dev/shm") {
        Ok(other) if device(other.path()) != device(home.path()) => other,
        _ => return eprintln!("skipped: there is no other file system"),
    };
    std::os::unix::fs::symlink("issue-1", files_of(&visit).join("latest")).unwrap();
    let to = other.path().join("visit.ron");
    relocate(&visit, &to).unwrap();
    assert_eq!(fs::read_to_string(&to).unwrap(), "visit");
    let paper = files_of(&to).join("latest/day.txt");
    assert_eq!(fs::read_to_string(paper).unwrap(), "paper");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
    relocate(&to, &visit).unwrap();
    assert_eq!(fs::read_dir(other.path()).unwrap().count(), 0);
}

#[test]
fn a_copy_to_another_file_system_is_whole() {
    let (home, visit) = scene();
    let to = home.path().join("copy.files");
    copy(&files_of(&visit), &to).unwrap();
    let paper = fs::read_to_string(to.join("issue-1/day.txt")).unwrap();
    assert_eq!(paper, "paper");
    remove(&to).unwrap();
    assert!(!to.exists());
    copy(&visit, &home.path().join("copy.ron")).unwrap();
    assert!(copy(&visit, &home.path().join("copy.ron")).is_err());
}

#[test]
fn what_is_not_there_is_told() {
    let (home, visit) = scene();
    fs::remove_file(&visit).unwrap();
    let error = relocate(&visit, &home.path().join("archive/visit.ron")).unwrap_err();
    assert!(error.to_string().contains("is not there"), "{error}");
    assert!(files_of(&visit).exists());
}

fn is_ours(path: &Path) -> bool {
    path.file_name().is_some_and(temp::is_ours)
}

/// As if each move led to another file system.
const FAR: System = System {
    rename: |from, to| {
        if is_ours(from) || is_ours(to) {
            platform::rename_new(from, to)
        } else {
            Err(ErrorKind::CrossesDevices.into())
        }
    },
    ..SYSTEM
};

#[test]
fn what_is_at_a_far_target_stays_as_it_is() {
    for taken in ["visit.ron", "visit.files"] {
        for is_folder in [false, true] {
            let (home, visit) = scene();
            let far = home.path().join("far");
            let theirs = far.join(taken);
            if is_folder {
                fs::create_dir_all(&theirs).unwrap();
                fs::write(theirs.join("day.txt"), "theirs").unwrap();
            } else {
                fs::create_dir(&far).unwrap();
                fs::write(&theirs, "theirs").unwrap();
            }
            let error = FAR.relocate(&visit, &far.join("visit.ron")).unwrap_err();
            assert!(matches!(error, MoveError::Taken { .. }), "{error}");
            let file = if is_folder {
                theirs.join("day.txt")
            } else {
                theirs
            };
            assert_eq!(fs::read_to_string(file).unwrap(), "theirs");
            assert_eq!(names_in(&far), [taken]);
            assert_eq!(names_in(home.path()), ["far", "visit.files", "visit.ron"]);
            assert!(files_of(&visit).join("issue-1/day.txt").exists());
        }
    }
}

#[test]
fn a_far_move_is_whole_and_leaves_nothing() {
    let (home, visit) = scene();
    let to = home.path().join("far/visit.ron");
    let moved = FAR.relocate(&visit, &to).unwrap();
    assert!(moved.warning.is_none());
    assert_eq!(names_in(home.path()), ["far"]);
    assert_eq!(
        names_in(&home.path().join("far")),
        ["visit.files", "visit.ron"]
    );
    assert!(files_of(&to).join("issue-1/day.txt").exists());
}

#[test]
fn an_original_that_cannot_be_removed_is_not_moved() {
    let system = System {
        rename: |from, to| {
            if is_ours(to) {
                Err(ErrorKind::PermissionDenied.into())
            } else {
                (FAR.rename)(from, to)
            }
        },
        ..SYSTEM
    };
    let (home, visit) = scene();
    let far = home.path().join("far");
    let error = system.relocate(&visit, &far.join("visit.ron")).unwrap_err();
    assert!(matches!(error, MoveError::Io { .. }), "{error}");
    assert_eq!(names_in(&far), [""; 0]);
    assert_eq!(fs::read_to_string(&visit).unwrap(), "visit");
    assert!(files_of(&visit).join("issue-1/day.txt").exists());
}

#[test]
fn a_far_copy_that_the_disk_does_not_confirm_costs_no_original() {
    let system = System {
        sync: |_| Err(ErrorKind::StorageFull.into()),
        ..FAR
    };
    let (home, visit) = scene();
    let far = home.path().join("far");
    assert!(system.relocate(&visit, &far.join("visit.ron")).is_err());
    assert_eq!(names_in(home.path()), ["far", "visit.files", "visit.ron"]);
    assert_eq!(names_in(&far), [""; 0]);
}

#[test]
fn a_move_that_the_disk_does_not_confirm_is_one_with_a_warning() {
    let system = System {
        sync: |_| Err(ErrorKind::StorageFull.into()),
        ..SYSTEM
    };
    let (home, visit) = scene();
    let to = home.path().join("archive/visit.ron");
    let warning = system.relocate(&visit, &to).unwrap().warning.unwrap();
    assert!(matches!(warning, MoveWarning::Unconfirmed { .. }));
    assert!(to.exists() && files_of(&to).exists());
    assert_eq!(names_in(home.path()), ["archive"]);
}
