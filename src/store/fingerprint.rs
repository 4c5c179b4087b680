//! What a file looked like when it was read or saved, so that a change from outside is noticed.

use std::{
    fs::{self, Metadata},
    hash::{DefaultHasher, Hasher},
    io,
    path::Path,
    time::SystemTime,
};

/// Size, modification time and content hash of a file at one moment.
///
/// It lives in memory only: the hash is not the same from one version of the program to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint {
    size: u64,
    modified: Option<SystemTime>,
    hash: u64,
}

impl Fingerprint {
    /// The fingerprint of `bytes` in a file with this `metadata`.
    pub fn of(bytes: &[u8], metadata: &Metadata) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(bytes);
        Self {
            size: bytes.len() as u64,
            modified: metadata.modified().ok(),
            hash: hasher.finish(),
        }
    }

    /// How many bytes the file had.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// When the file was last written, where the file system says so.
    pub const fn modified(&self) -> Option<SystemTime> {
        self.modified
    }

    /// Whether both stand for the same bytes; a file that was only touched holds nothing new.
    pub const fn same_content(&self, other: &Self) -> bool {
        self.size == other.size && self.hash == other.hash
    }

    /// Whether size and modification time are still these, which needs no reading.
    pub fn same_stamp(&self, metadata: &Metadata) -> bool {
        self.size == metadata.len() && self.modified == metadata.modified().ok()
    }

    /// Whether the file at `path` still holds what it held; it is read only if its stamp differs.
    ///
    /// This is the cheap look for the screen. Saving compares the content in every case.
    pub fn still_at(&self, path: &Path) -> io::Result<bool> {
        let metadata = fs::metadata(path)?;
        if self.same_stamp(&metadata) {
            return Ok(true);
        }
        if self.size != metadata.len() || !metadata.is_file() {
            return Ok(false);
        }
        Ok(self.same_content(&Self::of(&fs::read(path)?, &metadata)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_touched_file_is_still_the_same_and_a_rewritten_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("visit.ron");
        fs::write(&path, "abc").unwrap();
        let print = Fingerprint::of(b"abc", &fs::metadata(&path).unwrap());
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        assert!(!print.same_stamp(&fs::metadata(&path).unwrap()));
        assert!(print.still_at(&path).unwrap());

        fs::write(&path, "abd").unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        assert!(!print.still_at(&path).unwrap());
        fs::write(&path, "abcd").unwrap();
        assert!(!print.still_at(&path).unwrap());
        fs::remove_file(&path).unwrap();
        assert!(print.still_at(&path).is_err());
    }
}
