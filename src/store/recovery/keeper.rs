//! What keeps the work on one open visit: files that no other opening of it touches.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{About, KeepError, Kind, Recovery, kept_at};
use crate::display;

/// Keeps what belongs to one open visit, in files that no other keeper touches.
#[derive(Debug)]
pub struct Keeper {
    pub(super) recovery: Arc<Recovery>,
    pub(super) number: u64,
}

impl Keeper {
    /// Which keeper of this run it is: no other one has this number.
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// Keeps `content`, in place of what was kept about the same before.
    pub fn keep(&self, about: &About, content: &[u8]) -> Result<PathBuf, KeepError> {
        let path = self.path_of(about);
        match self.recovery.write(&path, about, content) {
            Ok(()) => Ok(path),
            Err(source) => Err(KeepError { path, source }),
        }
    }

    /// Removes what this keeper kept about this, if anything.
    pub fn forget(&self, about: &About) -> Result<(), KeepError> {
        let path = self.path_of(about);
        match fs::remove_file(&path) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => {
                Err(KeepError { path, source })
            }
            _ => Ok(()),
        }
    }

    /// Where drafts of forms are kept by this keeper now, for whoever has to say so.
    pub fn drafts(&self) -> Vec<PathBuf> {
        let ending = format!("-{}-{}.ron", self.number, self.recovery.tag);
        let files = fs::read_dir(&self.recovery.folder).into_iter().flatten();
        let mut drafts: Vec<_> = files
            .flatten()
            .filter(|file| file.file_name().to_string_lossy().ends_with(&ending))
            .filter_map(|file| kept_at(&file.path()))
            .filter(|kept| kept.about.kind == Kind::Draft)
            .map(|kept| kept.path)
            .collect();
        drafts.sort();
        drafts
    }

    /// The visit is closed: what is still kept here was left behind.
    pub fn close(&self) {
        self.recovery.keepers().open.remove(&self.number);
    }

    /// One file for each thing of each keeper of each run, so that keeping again replaces.
    fn path_of(&self, about: &About) -> PathBuf {
        let mut hasher = DefaultHasher::new();
        about.hash(&mut hasher);
        let stem = Path::new(&about.visit).file_stem().unwrap_or_default();
        let slug = display::file_name(&stem.to_string_lossy());
        let (hash, number, tag) = (hasher.finish(), self.number, &self.recovery.tag);
        let name = format!("{slug}-{hash:016x}-{number}-{tag}.ron");
        self.recovery.folder.join(name)
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.close();
    }
}
