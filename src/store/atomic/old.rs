//! The file that a save replaces: what may be replaced at all, and whether it is still what was loaded.

use std::{
    fs::{self, File, Metadata},
    io::{self, ErrorKind, Read},
    path::Path,
};

use crate::store::{fingerprint::Fingerprint, platform, save_error::SaveError};

/// The file that is about to be replaced.
pub(super) struct Old {
    pub(super) file: File,
    pub(super) metadata: Metadata,
}

impl Old {
    /// Opens what is at `target`, if anything; only a file that may be written will do.
    pub(super) fn open(target: &Path) -> Result<Option<Self>, SaveError> {
        let path = || target.to_owned();
        let failed = |source| SaveError::Io {
            path: path(),
            source,
        };
        match fs::metadata(target) {
            Err(error) if error.kind() == ErrorKind::NotFound && target.file_name().is_some() => {
                return Ok(None);
            }
            Err(error) => return Err(failed(error)),
            Ok(metadata) if !metadata.is_file() => {
                return Err(SaveError::NotAFile { path: path() });
            }
            Ok(_) if !platform::may_write(target) => {
                return Err(SaveError::WriteProtected { path: path() });
            }
            Ok(_) => {}
        }
        let file = platform::open_at_once(target).map_err(failed)?;
        let metadata = file.metadata().map_err(failed)?;
        if metadata.is_file() {
            Ok(Some(Self { file, metadata }))
        } else {
            Err(SaveError::NotAFile { path: path() })
        }
    }

    /// What it holds, read only if its size is one of `sizes`.
    fn fingerprint(&self, sizes: &[u64]) -> io::Result<Option<Fingerprint>> {
        let size = self.metadata.len();
        if !sizes.contains(&size) {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        (&self.file).take(size + 1).read_to_end(&mut bytes)?;
        Ok(Some(Fingerprint::of(&bytes, &self.metadata)))
    }
}

/// The file at `path`, to be asked for its rights; none where there is no file.
pub(super) fn rights_of(path: &Path) -> Option<File> {
    // Asked before opening: to open a device can do something.
    fs::metadata(path).ok().filter(Metadata::is_file)?;
    platform::open_at_once(path).ok()
}

/// Checks that nobody's work would be lost by writing `bytes` over `old`.
pub(super) fn as_expected(
    old: Option<&Old>,
    bytes: &[u8],
    expected: Option<&Fingerprint>,
    target: &Path,
) -> Result<(), SaveError> {
    let path = || target.to_owned();
    let Some(old) = old else {
        return match expected {
            None => Ok(()),
            Some(_) => Err(SaveError::RemovedOutside { path: path() }),
        };
    };
    let ours = Fingerprint::of(bytes, &old.metadata);
    let sizes = [expected.map_or(ours.size(), Fingerprint::size), ours.size()];
    let found = old.fingerprint(&sizes).map_err(|source| SaveError::Io {
        path: path(),
        source,
    })?;
    // Bytes that are ours already are nobody else's work: two people made the same change.
    let harmless = |found: &Fingerprint| {
        found.same_content(&ours) || expected.is_some_and(|loaded| found.same_content(loaded))
    };
    if found.as_ref().is_some_and(harmless) {
        Ok(())
    } else {
        Err(SaveError::ChangedOutside { path: path() })
    }
}
