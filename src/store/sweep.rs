//! Removes the temporary files and folders that a killed save left behind.

use std::{
    fs,
    path::Path,
    time::{Duration, SystemTime},
};

use super::temp;

/// A save takes milliseconds, so a temporary file of this age belongs to nobody.
const STALE_AFTER: Duration = Duration::from_hours(1);

/// Removes our own stale temporaries directly in `folder` and says how many there were.
///
/// What cannot be looked at or removed stays: sweeping is a courtesy and never an error.
pub fn sweep(folder: &Path, now: SystemTime) -> usize {
    let Ok(entries) = fs::read_dir(folder) else {
        return 0;
    };
    entries
        .flatten()
        .filter(|entry| temp::is_ours(&entry.file_name()))
        .filter(|entry| is_stale(&entry.path(), now, fs::Metadata::is_file))
        .filter(|entry| fs::remove_file(entry.path()).is_ok())
        .count()
}

/// Removes our own stale temporary folders directly in `folder`, such as issues that were never
/// finished, with all that is in them.
pub(super) fn sweep_folders(folder: &Path, now: SystemTime) -> usize {
    let Ok(entries) = fs::read_dir(folder) else {
        return 0;
    };
    entries
        .flatten()
        .filter(|entry| temp::is_ours(&entry.file_name()))
        .filter(|entry| is_stale(&entry.path(), now, fs::Metadata::is_dir))
        .filter(|entry| fs::remove_dir_all(entry.path()).is_ok())
        .count()
}

/// Something of its own (no link) that was not written for an hour.
fn is_stale(path: &Path, now: SystemTime, kind: fn(&fs::Metadata) -> bool) -> bool {
    fs::symlink_metadata(path)
        .ok()
        .filter(kind)
        .and_then(|metadata| metadata.modified().ok())
        .and_then(|modified| now.duration_since(modified).ok())
        .is_some_and(|age| age > STALE_AFTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = ".attache-0123456789abcdef.tmp";

    #[test]
    fn only_old_files_of_our_own_go() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in [OURS, "visit.ron", ".attache-other.tmp"] {
            fs::write(at(name), "x").unwrap();
        }
        fs::create_dir(at(".attache-00000000000000aa.tmp")).unwrap();
        fs::create_dir(at("sub")).unwrap();
        fs::write(at("sub").join(OURS), "x").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(at("visit.ron"), at(".attache-00000000000000bb.tmp")).unwrap();
        let count = || fs::read_dir(folder.path()).unwrap().count();
        let before = count();

        let now = SystemTime::now();
        assert_eq!(sweep(folder.path(), now), 0, "too young");
        assert_eq!(sweep(folder.path(), now - Duration::from_hours(9)), 0);
        assert_eq!(count(), before);

        assert_eq!(sweep(folder.path(), now + Duration::from_hours(2)), 1);
        assert!(!at(OURS).exists());
        assert_eq!(count(), before - 1);
        assert!(at("sub").join(OURS).exists());
        assert_eq!(sweep(&at("not-there"), now), 0);
    }
}
