//! Where the program's own folders are, on this platform and in tests.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The folders that the program keeps things in; none of them needs to exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// The library that is opened when no path is given.
    pub library: PathBuf,
    /// `config.ron` and the person's own keymap.
    pub config: PathBuf,
    /// What can be computed again, such as the index of the library.
    pub cache: PathBuf,
    /// What belongs to this machine and must not be lost: recovery, trash, backups.
    pub state: PathBuf,
}

impl Folders {
    /// The platform's folders (on Linux the XDG variables count), or nothing without a home folder.
    ///
    /// The library is a folder of its own in the data folder because on some platforms data,
    /// configuration and state share one, and every `*.ron` in a library is taken for a visit.
    pub fn of_platform() -> Option<Self> {
        let dirs = ProjectDirs::from("", "", "attache")?;
        Some(Self {
            library: dirs.data_dir().join("visits"),
            config: dirs.config_dir().to_owned(),
            cache: dirs.cache_dir().to_owned(),
            state: dirs
                .state_dir()
                .map_or_else(|| dirs.data_local_dir().join("state"), Path::to_owned),
        })
    }

    /// All folders under `root`, for tests and for a portable installation.
    pub fn under(root: &Path) -> Self {
        Self {
            library: root.join("visits"),
            config: root.join("config"),
            cache: root.join("cache"),
            state: root.join("state"),
        }
    }

    /// Where unsaved work and the drafts of open forms are kept.
    pub fn recovery(&self) -> PathBuf {
        self.state.join("recovery")
    }

    /// Where earlier versions of visits are kept.
    pub fn backups(&self) -> PathBuf {
        self.state.join("backups")
    }

    /// Where deleted visits go.
    pub fn trash(&self) -> PathBuf {
        self.state.join("trash")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_folder_lies_in_the_library() {
        let mut all = vec![Folders::under(Path::new("/r"))];
        all.extend(Folders::of_platform());
        for folders in all {
            let others = [
                &folders.config,
                &folders.cache,
                &folders.state,
                &folders.recovery(),
                &folders.backups(),
                &folders.trash(),
            ];
            for other in others {
                assert!(!other.starts_with(&folders.library), "{}", other.display());
            }
        }
    }
}
