//! What a file looked like when it was read or saved, so that a change from outside is noticed.

use std::{
    fs::Metadata,
    hash::{DefaultHasher, Hasher},
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
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_touched_file_has_the_same_content_and_a_rewritten_one_has_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("visit.ron");
        fs::write(&path, "abc").unwrap();
        let print = Fingerprint::of(b"abc", &fs::metadata(&path).unwrap());
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        let touched = fs::metadata(&path).unwrap();
        assert_ne!(print, Fingerprint::of(b"abc", &touched));
        assert!(print.same_content(&Fingerprint::of(b"abc", &touched)));
        assert!(!print.same_content(&Fingerprint::of(b"abd", &touched)));
        assert!(!print.same_content(&Fingerprint::of(b"abcd", &touched)));
    }
}
