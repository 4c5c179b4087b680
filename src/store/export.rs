//! Writing a paper to a file that the person named: privately, whole, and over nothing unasked.

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    time::Duration,
};

use thiserror::Error;

use super::{Fingerprint, atomic::save_here, platform, save_error::SaveError, shown};
use crate::{
    say,
    words::{Lang, Speak},
};

const LOCK_WAIT: Duration = Duration::from_secs(2);

/// Whether a file that is there already may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replace {
    /// It stays, and nothing is written.
    No,
    /// The person said so.
    Yes,
}

/// Why a paper was not written. What was there is unchanged.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum ExportError {
    /// There is a file already; ask, then replace it.
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// It is a symbolic link, which an export does not follow.
    Link {
        /// The link.
        path: PathBuf,
    },
    /// It could not be saved.
    Save(#[from] SaveError),
}

impl Speak for ExportError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Exists { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist schon vorhanden und bleibt unverändert.",
                    "{path} is there already and is left as it is.",
                    "{path} existe déjà et reste inchangé."
                )
            }
            Self::Link { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist eine Verknüpfung auf eine andere Datei. Bitte die Datei selbst oder \
                     einen anderen Namen angeben.",
                    "{path} is a link to another file. Please name that file itself or another one.",
                    "{path} est un lien vers un autre fichier. Indiquez ce fichier lui-même ou un \
                     autre nom."
                )
            }
            Self::Save(error) => error.say(lang),
        }
    }
}

/// The folder that papers are put into; made, private to its owner, where it is not there.
pub fn paper_folder(path: &Path) -> Result<PathBuf, ExportError> {
    platform::create_folder(path).map_err(|source| SaveError::Io {
        path: path.to_owned(),
        source,
    })?;
    Ok(path.to_owned())
}

/// Writes `bytes` to `path`, readable by its owner alone unless the folder is shared; a file that
/// is replaced keeps its rights.
pub fn export(path: &Path, bytes: &[u8], replace: Replace) -> Result<(), ExportError> {
    let own = || path.to_owned();
    let failed = |source| SaveError::Io {
        path: own(),
        source,
    };
    let expected = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(failed(error).into()),
        Ok(metadata) if metadata.is_symlink() => return Err(ExportError::Link { path: own() }),
        Ok(metadata) if !metadata.is_file() => {
            return Err(SaveError::NotAFile { path: own() }.into());
        }
        Ok(_) if replace == Replace::No => return Err(ExportError::Exists { path: own() }),
        Ok(metadata) => {
            let old = fs::read(path).map_err(failed)?;
            Some(Fingerprint::of(&old, &metadata))
        }
    };
    match save_here(path, bytes, expected.as_ref(), LOCK_WAIT) {
        Err(SaveError::ChangedOutside { .. }) => Err(ExportError::Exists { path: own() }),
        other => Ok(other.map(drop)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_replaced_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("day.txt");
        export(&path, b"first", Replace::No).unwrap();
        for bytes in [&b"second"[..], b"first"] {
            let error = export(&path, bytes, Replace::No).unwrap_err();
            assert!(matches!(error, ExportError::Exists { .. }), "{error}");
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), "first");
        export(&path, b"second", Replace::Yes).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_is_no_file_of_its_own_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let error = export(folder.path(), b"x", Replace::Yes).unwrap_err();
        assert!(matches!(
            error,
            ExportError::Save(SaveError::NotAFile { .. })
        ));
        let error = export(&folder.path().join("no/day.txt"), b"x", Replace::No).unwrap_err();
        assert!(matches!(error, ExportError::Save(SaveError::Io { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed_and_a_new_paper_is_private() {
        use std::os::unix::fs::{MetadataExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("victim"), "precious").unwrap();
        symlink(at("victim"), at("link")).unwrap();
        symlink(at("none"), at("dangling")).unwrap();
        for name in ["link", "dangling"] {
            let error = export(&at(name), b"x", Replace::Yes).unwrap_err();
            assert!(matches!(error, ExportError::Link { .. }), "{error}");
        }
        assert_eq!(fs::read_to_string(at("victim")).unwrap(), "precious");
        assert!(!at("none").exists());
        export(&at("day.txt"), b"x", Replace::No).unwrap();
        assert_eq!(fs::metadata(at("day.txt")).unwrap().mode() & 0o777, 0o600);
    }
}
