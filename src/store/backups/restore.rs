//! Putting a backup back in place of the file, so that even that can be taken back.

use std::path::Path;

use thiserror::Error;

use super::{Backup, BackupError, Backups, home};
use crate::{
    say,
    store::{ReadError, SIZE_LIMIT, SaveError, Saved, atomic, platform, read::read_bytes, target},
    words::{Lang, Speak},
};

/// Why a backup was not restored. The file is as it was.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum RestoreError {
    /// What is there now could not be kept, so it was not replaced.
    NotKept(BackupError),
    /// The backup itself cannot be read.
    Unreadable(ReadError),
    /// It could not be put in place.
    Save(#[from] SaveError),
}

impl Speak for RestoreError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::NotKept(error) => {
                let error = error.say(lang);
                say!(
                    lang,
                    "{error} Deshalb wurde nichts ersetzt; mit „attache restore … -o DATEI“ entsteht eine Datei daneben.",
                    "{error} Therefore nothing was replaced; ‘attache restore … -o FILE’ makes a file beside it.",
                    "{error} Rien n’a donc été remplacé\u{a0}; «\u{a0}attache restore … -o FICHIER\u{a0}» crée un fichier à part."
                )
            }
            Self::Unreadable(error) => error.say(lang),
            Self::Save(error) => error.say(lang),
        }
    }
}

impl Backups {
    /// Puts a backup in place of the file at `path`, which is among the backups before that. A
    /// file that is gone is made anew, in its folder.
    ///
    /// # Errors
    /// Whatever keeps what is there from being kept or the backup from being put in place.
    pub fn restore(&self, path: &Path, backup: &Backup) -> Result<Saved, RestoreError> {
        let bytes = backup.bytes().map_err(RestoreError::Unreadable)?;
        let path = home(path);
        let expected = match read_bytes(&path, SIZE_LIMIT) {
            Ok((there, fingerprint)) => {
                if !there.is_empty() {
                    self.keep(&path, &there).map_err(RestoreError::NotKept)?;
                }
                Some(fingerprint)
            }
            Err(ReadError::Missing { .. }) => {
                // If this fails, so does the save, and says why.
                let _ = platform::create_folder(target::folder_of(&path));
                None
            }
            Err(error) => return Err(RestoreError::NotKept(error.into())),
        };
        let held = atomic::hold(&path, atomic::LOCK_WAIT)?.with_backups(self);
        Ok(held.save(&bytes, expected.as_ref())?)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_was_there_can_be_restored_in_its_turn() {
        let home = tempfile::tempdir().unwrap();
        let backups = Backups::at(home.path().join("state/backups"));
        let path = home.path().join("sub/visit.ron");
        fs::create_dir(home.path().join("sub")).unwrap();
        fs::write(&path, "good").unwrap();
        backups.make(&path).unwrap();
        fs::write(&path, "<<<<<<< HEAD").unwrap();
        let good = backups.of(&path).remove(0);
        backups.restore(&path, &good).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "good");
        let broken = backups.of(&path).remove(0);
        assert_eq!(broken.bytes().unwrap(), b"<<<<<<< HEAD");
        backups.restore(&path, &broken).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "<<<<<<< HEAD");

        fs::remove_dir_all(home.path().join("sub")).unwrap();
        backups.restore(&path, &good).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "good");
    }

    #[test]
    fn what_cannot_be_kept_is_not_replaced() {
        let home = tempfile::tempdir().unwrap();
        let backups = Backups::at(home.path().join("backups"));
        let path = home.path().join("visit.ron");
        fs::write(&path, "good").unwrap();
        let good = backups.make(&path).unwrap().unwrap();
        fs::write(&path, "newer").unwrap();
        let blocked = home.path().join("blocked");
        fs::write(&blocked, "").unwrap();
        let error = Backups::at(blocked).restore(&path, &good).unwrap_err();
        assert!(matches!(error, RestoreError::NotKept(_)), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "newer");
        fs::remove_file(&good.path).unwrap();
        let error = backups.restore(&path, &good).unwrap_err();
        assert!(matches!(error, RestoreError::Unreadable(_)), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "newer");
    }
}
