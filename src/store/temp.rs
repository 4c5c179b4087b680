//! The temporary file beside the real one, gone again unless it took its place.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use super::{platform, target::folder_of};

/// Names of such files, as git's list of ignored files writes patterns.
pub(super) const IGNORED: &str = ".attache-????????????????.tmp";

const PREFIX: &str = ".attache-";
const SUFFIX: &str = ".tmp";
const RANDOM_DIGITS: usize = 16;

/// A private file with a random name that removes itself when dropped.
#[derive(Debug)]
pub(super) struct Temp {
    path: PathBuf,
    /// `None` once closed.
    file: Option<File>,
}

impl Temp {
    /// Creates an empty one in `folder`, readable and writable by its owner alone.
    pub(super) fn create_in(folder: &Path) -> io::Result<Self> {
        let path = folder.join(new_name()?);
        let file = platform::create_private(&path)?;
        Ok(Self {
            path,
            file: Some(file),
        })
    }

    /// Puts all of `bytes` in it.
    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file()?.write_all(bytes)
    }

    /// The open file.
    pub(super) fn file(&mut self) -> io::Result<&mut File> {
        self.file
            .as_mut()
            .ok_or_else(|| io::Error::other("the temporary file is closed already"))
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Makes sure that everything is on the disk and closes the file: some systems do not rename
    /// an open one.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        self.file()?.sync_all()?;
        self.file = None;
        Ok(())
    }

    /// The file now stands under its real name and is not to be removed.
    pub(super) fn renamed(mut self) {
        self.path = PathBuf::new();
    }

    /// Takes the file at `path` out of its place, to be removed.
    pub(super) fn taken_from(path: &Path) -> io::Result<Self> {
        let away = folder_of(path).join(new_name()?);
        fs::rename(path, &away)?;
        Ok(Self {
            path: away,
            file: None,
        })
    }

    /// Gives the file its real name while it stays open, with whatever lock is held on it.
    pub(super) fn renamed_to(mut self, path: &Path) -> io::Result<File> {
        fs::rename(&self.path, path)?;
        self.open_still()
    }

    /// The same, but not if that name is taken.
    pub(super) fn renamed_to_new(mut self, path: &Path) -> io::Result<File> {
        // A network drive that lost its own answer says that the name is taken, by this very file.
        let is_there = |error: &io::Error, file: &Option<File>| {
            let is_it = file
                .as_ref()
                .is_some_and(|file| platform::is_still(file, path));
            cfg!(unix) && error.kind() == ErrorKind::AlreadyExists && is_it
        };
        match platform::rename_new(&self.path, path) {
            Err(error) if is_there(&error, &self.file) => fs::remove_file(&self.path)?,
            other => other?,
        }
        self.open_still()
    }

    fn open_still(&mut self) -> io::Result<File> {
        self.path = PathBuf::new();
        self.file
            .take()
            .ok_or_else(|| io::Error::other("the temporary file is closed already"))
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        self.file = None;
        if !self.path.as_os_str().is_empty() {
            // Nothing can be done about a failure here; the next start sweeps.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// A name for something temporary that nobody else has.
pub(super) fn new_name() -> io::Result<String> {
    let random = getrandom::u64().map_err(|error| io::Error::other(error.to_string()))?;
    Ok(format!("{PREFIX}{random:0RANDOM_DIGITS$x}{SUFFIX}"))
}

/// Whether a file of this name can only be a temporary one of ours.
pub(super) fn is_ours(name: &OsStr) -> bool {
    name.to_str()
        .and_then(|name| name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX))
        .is_some_and(|random| {
            random.len() == RANDOM_DIGITS
                && random
                    .bytes()
                    .all(|digit| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_away_unless_renamed() {
        let folder = tempfile::tempdir().unwrap();
        let mut temp = Temp::create_in(folder.path()).unwrap();
        temp.write(b"abc").unwrap();
        temp.finish().unwrap();
        assert!(temp.write(b"more").is_err());
        let path = temp.path().to_owned();
        assert!(path.exists() && is_ours(path.file_name().unwrap()));
        drop(temp);
        assert!(!path.exists());

        let temp = Temp::create_in(folder.path()).unwrap();
        let path = temp.path().to_owned();
        temp.renamed();
        assert!(path.exists());
    }

    #[test]
    fn only_our_own_names_are_ours() {
        let cases = [
            (".attache-0123456789abcdef.tmp", true),
            (".attache-0123456789abcdeF.tmp", false),
            (".attache-0123456789abcde.tmp", false),
            (".attache-0123456789abcdef0.tmp", false),
            ("attache-0123456789abcdef.tmp", false),
            (".attache-notes.tmp", false),
            (".attache-0123456789abcdef.ron", false),
        ];
        for (name, expected) in cases {
            assert_eq!(is_ours(OsStr::new(name)), expected, "{name}");
        }
    }
}
