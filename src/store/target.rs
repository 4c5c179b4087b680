//! The real file behind a path: where saving writes to when the path is a symbolic link.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::platform;

/// As many links in a row as Linux itself follows.
const MOST_LINKS: usize = 40;

/// Follows the chain of links from `path` to the file that it means, whether that exists or not.
///
/// Links in the folders on the way are left to the system; a chain that never ends is an error.
pub(super) fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::symlink_metadata(&target) {
            Ok(metadata) if metadata.is_symlink() => {
                let next = fs::read_link(&target)?;
                target = folder_of(&target).join(next);
            }
            Ok(_) => return Ok(target),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(target),
            Err(error) => return Err(error),
        }
    }
    Err(platform::circle())
}

/// The folder that `path` is in; a bare file name is in the current one.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A path as it is the same wherever the program is started: absolute, and through links.
pub fn home(path: &Path) -> PathBuf {
    let path = resolve(path).unwrap_or_else(|_| path.to_owned());
    let path = std::path::absolute(&path).unwrap_or(path);
    let folder = folder_of(&path).canonicalize();
    match (folder, path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path,
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn chains_of_links_lead_to_the_file_even_if_it_does_not_exist() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("sub")).unwrap();
        fs::write(at("sub/real.ron"), "x").unwrap();
        symlink("sub/second.ron", at("first.ron")).unwrap();
        symlink("real.ron", at("sub/second.ron")).unwrap();
        symlink(at("sub/new.ron"), at("dangling.ron")).unwrap();
        symlink("sub", at("other")).unwrap();
        symlink("other/second.ron", at("through.ron")).unwrap();

        let cases = [
            ("first.ron", "sub/real.ron"),
            ("sub/real.ron", "sub/real.ron"),
            ("dangling.ron", "sub/new.ron"),
            ("through.ron", "other/real.ron"),
            ("not-there.ron", "not-there.ron"),
        ];
        for (path, expected) in cases {
            assert_eq!(resolve(&at(path)).unwrap(), at(expected), "{path}");
        }
    }

    #[test]
    fn a_circle_of_links_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (a, b) = (folder.path().join("a"), folder.path().join("b"));
        symlink(&a, &b).unwrap();
        symlink(&b, &a).unwrap();
        assert!(resolve(&a).is_err());
    }

    #[test]
    fn a_bare_name_is_in_the_current_folder() {
        assert_eq!(folder_of(Path::new("a.ron")), Path::new("."));
        assert_eq!(folder_of(Path::new("/b/a.ron")), Path::new("/b"));
    }
}
