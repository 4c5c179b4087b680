//! The archive: visits that are over, out of the way in a folder of the library.

use std::path::{Path, PathBuf};

use super::{
    library::free_path,
    move_error::{MoveError, Moved},
    relocate::relocate,
    target::folder_of,
};

const ARCHIVE: &str = "archive";

/// The archive of a library.
pub(super) fn archive_of(library: &Path) -> PathBuf {
    library.join(ARCHIVE)
}

/// Whether the visit at `path` is in an archive.
pub fn is_archived(path: &Path) -> bool {
    folder_of(path)
        .file_name()
        .is_some_and(|name| name == ARCHIVE)
}

/// Puts the visit at `path` into the archive beside it, and says where it is now.
pub fn archive(path: &Path) -> Result<Moved<PathBuf>, MoveError> {
    move_to(path, &archive_of(folder_of(path)))
}

/// Takes the visit at `path` out of its archive, and says where it is now.
pub fn unarchive(path: &Path) -> Result<Moved<PathBuf>, MoveError> {
    move_to(path, folder_of(folder_of(path)))
}

/// Moves a visit to a folder, under its own name or, where that is taken, one with a number.
fn move_to(path: &Path, folder: &Path) -> Result<Moved<PathBuf>, MoveError> {
    let same = folder.join(path.file_name().unwrap_or_default());
    match relocate(path, &same) {
        Err(MoveError::Taken { .. }) => {}
        other => return other.map(|moved| moved.map(|()| same)),
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let to = free_path(folder, &stem).map_err(|source| MoveError::Io {
        path: path.to_owned(),
        source,
    })?;
    relocate(path, &to).map(|moved| moved.map(|()| to))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_visit_goes_into_the_archive_and_back() {
        let library = tempfile::tempdir().unwrap();
        let path = library.path().join("Besuch.ron");
        fs::write(&path, "x").unwrap();
        let archived = archive(&path).unwrap().now;
        assert_eq!(archived, library.path().join("archive/Besuch.ron"));
        assert!(is_archived(&archived) && !is_archived(&path));
        assert!(archived.exists() && !path.exists());
        assert_eq!(unarchive(&archived).unwrap().now, path);
        assert!(path.exists());
    }

    #[test]
    fn two_of_one_name_both_stay() {
        let library = tempfile::tempdir().unwrap();
        let path = library.path().join("besuch.ron");
        for content in ["first", "second"] {
            fs::write(&path, content).unwrap();
            archive(&path).unwrap();
        }
        let read = |name: &str| fs::read_to_string(library.path().join(name)).unwrap();
        assert_eq!(read("archive/besuch.ron"), "first");
        assert_eq!(read("archive/besuch-2.ron"), "second");
    }
}
