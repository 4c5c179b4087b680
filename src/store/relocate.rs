//! Moving a visit file together with the folder beside it, within a file system or to another one.

use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    time::Duration,
};

use thiserror::Error;

use super::{
    cause::Cause,
    library::files_of,
    lock::{self, Asked},
    platform, shown,
    target::folder_of,
    temp::Temp,
};
use crate::{
    say,
    words::{Lang, Speak},
};

/// A save takes milliseconds, so a move need not wait long for one.
const LOCK_WAIT: Duration = Duration::from_secs(2);

/// Why a visit was not moved; it is where it was.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum MoveError {
    /// Somebody is saving it.
    Locked {
        /// The visit.
        path: PathBuf,
    },
    /// There is something already where it should go.
    Taken {
        /// The place.
        path: PathBuf,
    },
    /// The operating system refused.
    Io {
        /// The visit.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
}

impl Speak for MoveError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Locked { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} wird gerade gespeichert. Bitte gleich noch einmal versuchen.",
                    "{path} is being saved right now. Please try again in a moment.",
                    "{path} est en cours d’enregistrement. Réessayez dans un instant."
                )
            }
            Self::Taken { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist schon vorhanden. Bitte diese Datei zuerst umbenennen.",
                    "{path} is there already. Please rename that file first.",
                    "{path} existe déjà. Renommez d’abord ce fichier."
                )
            }
            Self::Io { path, source } => {
                let (path, cause) = (shown(path, lang), Cause::of(source).say(lang));
                say!(
                    lang,
                    "{path} wurde nicht verschoben. {cause}",
                    "{path} was not moved. {cause}",
                    "{path} n’a pas été déplacé. {cause}"
                )
            }
        }
    }
}

/// Moves the visit at `from`, with the folder beside it, to `to`, where nothing may be.
pub(super) fn relocate(from: &Path, to: &Path) -> Result<(), MoveError> {
    let failed = |source: io::Error| match source.kind() {
        ErrorKind::AlreadyExists => MoveError::Taken {
            path: to.to_owned(),
        },
        _ => MoveError::Io {
            path: from.to_owned(),
            source,
        },
    };
    let _lock = match lock::ask(from, LOCK_WAIT) {
        Asked::Ours(lock) => Some(lock),
        Asked::Impossible => None,
        Asked::Taken(_) => {
            return Err(MoveError::Locked {
                path: from.to_owned(),
            });
        }
    };
    platform::create_folder(folder_of(to)).map_err(failed)?;
    let (from_files, to_files) = (files_of(from), files_of(to));
    let has_files = fs::symlink_metadata(&from_files).is_ok();
    if has_files {
        move_one(&from_files, &to_files).map_err(failed)?;
    }
    move_one(from, to)
        .inspect_err(|_| {
            if has_files {
                // Back to where the visit still is; if even that fails, nothing is lost but order.
                let _ = move_one(&to_files, &from_files);
            }
        })
        .map_err(failed)
}

/// Moves a file or folder to where nothing is.
fn move_one(from: &Path, to: &Path) -> io::Result<()> {
    match platform::rename_new(from, to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            copy(from, to).inspect_err(|_| remove(to))?;
            remove(from);
        }
        other => other?,
    }
    platform::sync_folder(folder_of(to))?;
    platform::sync_folder(folder_of(from))
}

/// Copies a file, or a folder and what is in it, to where nothing is. A link stays a link.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let kind = fs::symlink_metadata(from)?.file_type();
    if kind.is_symlink() {
        return platform::copy_link(from, to);
    }
    if kind.is_dir() {
        platform::create_folder(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    let mut temp = Temp::create_in(folder_of(to))?;
    let mut source = platform::open_at_once(from)?;
    if !source.metadata()?.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    io::copy(&mut source, temp.file()?)?;
    platform::give_new(folder_of(to), temp.file()?)?;
    temp.finish()?;
    platform::rename_new(temp.path(), to)?;
    temp.renamed();
    Ok(())
}

/// Removes what has been copied, or a copy that is not whole; a rest is no loss.
fn remove(path: &Path) {
    let is_folder = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir());
    let _ = if is_folder {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A visit with a folder beside it.
    fn scene() -> (tempfile::TempDir, PathBuf) {
        let home = tempfile::tempdir().unwrap();
        let visit = home.path().join("visit.ron");
        fs::write(&visit, "visit").unwrap();
        fs::create_dir_all(files_of(&visit).join("issue-1")).unwrap();
        fs::write(files_of(&visit).join("issue-1/day.txt"), "paper").unwrap();
        (home, visit)
    }

    #[test]
    fn what_belongs_to_a_visit_goes_with_it() {
        let (home, visit) = scene();
        let to = home.path().join("archive/visit.ron");
        relocate(&visit, &to).unwrap();
        assert_eq!(fs::read_to_string(&to).unwrap(), "visit");
        let paper = files_of(&to).join("issue-1/day.txt");
        assert_eq!(fs::read_to_string(paper).unwrap(), "paper");
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
    }

    #[test]
    fn nothing_is_replaced_and_nothing_moves_by_half() {
        for taken in ["visit.ron", "visit.files"] {
            let (home, visit) = scene();
            let to = home.path().join("archive/visit.ron");
            fs::create_dir(home.path().join("archive")).unwrap();
            fs::write(home.path().join("archive").join(taken), "theirs").unwrap();
            let error = relocate(&visit, &to).unwrap_err();
            assert!(matches!(error, MoveError::Taken { .. }), "{error}");
            assert!(visit.exists() && files_of(&visit).join("issue-1").exists());
            let theirs = home.path().join("archive").join(taken);
            assert_eq!(fs::read_to_string(theirs).unwrap(), "theirs");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    #[allow(clippy::print_stderr, reason = "a skipped test says so")]
    fn a_visit_moves_to_another_file_system() {
        let (home, visit) = scene();
        let device = |path: &Path| {
            use std::os::unix::fs::MetadataExt;
            fs::metadata(path).unwrap().dev()
        };
        let other = match tempfile::tempdir_in("/dev/shm") {
            Ok(other) if device(other.path()) != device(home.path()) => other,
            _ => return eprintln!("skipped: there is no other file system"),
        };
        std::os::unix::fs::symlink("issue-1", files_of(&visit).join("latest")).unwrap();
        let to = other.path().join("visit.ron");
        relocate(&visit, &to).unwrap();
        assert_eq!(fs::read_to_string(&to).unwrap(), "visit");
        let paper = files_of(&to).join("latest/day.txt");
        assert_eq!(fs::read_to_string(paper).unwrap(), "paper");
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
        relocate(&to, &visit).unwrap();
        assert_eq!(fs::read_dir(other.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_copy_to_another_file_system_is_whole() {
        let (home, visit) = scene();
        let to = home.path().join("copy.files");
        copy(&files_of(&visit), &to).unwrap();
        let paper = fs::read_to_string(to.join("issue-1/day.txt")).unwrap();
        assert_eq!(paper, "paper");
        remove(&to);
        assert!(!to.exists());
        copy(&visit, &home.path().join("copy.ron")).unwrap();
        assert!(copy(&visit, &home.path().join("copy.ron")).is_err());
    }

    #[test]
    fn what_is_not_there_is_told() {
        let (home, visit) = scene();
        fs::remove_file(&visit).unwrap();
        let error = relocate(&visit, &home.path().join("archive/visit.ron")).unwrap_err();
        assert!(error.to_string().contains("is not there"), "{error}");
        assert!(files_of(&visit).exists());
    }
}
