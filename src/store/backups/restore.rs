//! Putting a backup back in place of the file, so that even that can be taken back.

use std::{path::Path, thread};

use thiserror::Error;

use super::{Backup, BackupError, Backups, home};
use crate::{
    model::Visit,
    say,
    store::{
        OpenError, ReadError, SIZE_LIMIT, SaveError, Saved, atomic, platform,
        read::{HALF_WRITTEN, read_bytes},
        shown, target, to_ron,
        visit_file::{There, lost},
    },
    words::{Lang, Speak},
};

/// Why a backup was not restored. The file is as it was.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum RestoreError {
    /// What is there now could not be kept, so it was not replaced.
    NotKept(BackupError),
    /// What is in the backup cannot be opened: in place of the file it would be of no use.
    Unreadable(OpenError),
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
            Self::Unreadable(error) => unreadable(error, lang),
            Self::Save(error) => error.say(lang),
        }
    }
}

/// What is wrong with a backup, where it lies, and how to look at it all the same.
pub(super) fn unreadable(error: &OpenError, lang: Lang) -> String {
    let (cause, path) = (error.in_brief(lang), shown(error.path(), lang));
    say!(
        lang,
        "Diese Sicherung ist nicht lesbar ({cause}) und wird deshalb nicht wiederhergestellt; sie liegt in {path}, und „attache restore … -o DATEI“ schreibt sie in eine eigene Datei",
        "This backup cannot be read ({cause}) and so is not restored; it is in {path}, and ‘attache restore … -o FILE’ writes it to a file of its own",
        "Cette sauvegarde est illisible ({cause}) et n’est donc pas restaurée\u{a0}; elle est dans {path}, et «\u{a0}attache restore … -o FICHIER\u{a0}» l’écrit dans un fichier à part"
    )
}

impl Backups {
    /// Puts a backup in place of the file at `path`, which is among the backups before that. A
    /// file that is gone is made anew, in its folder. A backup of a broken file is not put in place
    /// of anything: nobody could open the visit then.
    ///
    /// # Errors
    /// Whatever keeps what is there from being kept or the backup from being put in place.
    pub fn restore(&self, path: &Path, backup: &Backup) -> Result<Saved, RestoreError> {
        backup.open().map_err(RestoreError::Unreadable)?;
        let bytes = backup.bytes().map_err(OpenError::from);
        let bytes = bytes.map_err(RestoreError::Unreadable)?;
        let path = home(path);
        let there = match read_bytes(&path, SIZE_LIMIT) {
            Ok(there) => Some(there),
            Err(ReadError::Missing { .. }) => {
                // If this fails, so does the save, and says why.
                let _ = platform::create_folder(target::folder_of(&path));
                None
            }
            Err(error) => return Err(RestoreError::NotKept(error.into())),
        };
        self.replace(&path, there, &bytes)
    }

    /// Puts a visit in place of what is in its file, where that is of no use to anybody and still is
    /// after a moment; it is among the backups before that. Nothing where the file is not like that.
    ///
    /// # Errors
    /// Whatever keeps what is there from being kept or the visit from being put in place.
    pub fn put_back(&self, path: &Path, visit: &Visit) -> Result<Option<Saved>, RestoreError> {
        let bytes = to_ron(visit).map_err(|reason| SaveError::Unwritable {
            path: path.to_owned(),
            reason,
        })?;
        let path = home(path);
        match lost(&path, OpenError::is_ruin, || thread::sleep(HALF_WRITTEN)) {
            Some(there) => self.replace(&path, there, &bytes).map(Some),
            None => Ok(None),
        }
    }

    /// Puts `bytes` in place of exactly what was there, once that is kept.
    fn replace(&self, path: &Path, there: There, bytes: &[u8]) -> Result<Saved, RestoreError> {
        if let Some((there, _)) = there.as_ref().filter(|(there, _)| !there.is_empty()) {
            self.keep(path, there).map_err(RestoreError::NotKept)?;
        }
        let expected = there.map(|(_, fingerprint)| fingerprint);
        let held = atomic::hold(path, atomic::LOCK_WAIT)?.with_backups(self);
        Ok(held.save(bytes, expected.as_ref())?)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::store::{open, visit_of};

    fn visit(title: &str) -> String {
        format!("(format: 1, visit: (id: \"a-7k2f\", title: \"{title}\"))\n")
    }

    #[test]
    fn what_was_there_can_be_restored_in_its_turn() {
        let home = tempfile::tempdir().unwrap();
        let backups = Backups::at(home.path().join("state/backups"));
        let path = home.path().join("sub/visit.ron");
        fs::create_dir(home.path().join("sub")).unwrap();
        let (good, worse) = (visit("good"), visit("worse"));
        fs::write(&path, &good).unwrap();
        backups.make(&path).unwrap();
        fs::write(&path, &worse).unwrap();
        let first = backups.of(&path).remove(0);
        backups.restore(&path, &first).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), good);
        let second = backups.of(&path).remove(0);
        backups.restore(&path, &second).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), worse);

        fs::remove_dir_all(home.path().join("sub")).unwrap();
        backups.restore(&path, &first).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), good);
    }

    #[test]
    fn what_cannot_be_opened_is_put_in_place_of_nothing() {
        let home = tempfile::tempdir().unwrap();
        let backups = Backups::at(home.path().join("backups"));
        let path = home.path().join("visit.ron");
        let good = visit("good");
        let newer = good.replace("format: 1", "format: 99");
        for broken in ["<<<<<<< HEAD", "(format: 1, visit: (id: \"a-7k2f\"", &newer] {
            fs::write(&path, broken).unwrap();
            let kept = backups.make(&path).unwrap().unwrap();
            fs::write(&path, &good).unwrap();
            let error = backups.restore(&path, &kept).unwrap_err();
            assert!(matches!(error, RestoreError::Unreadable(_)), "{error}");
            let said = error.to_string();
            assert!(said.contains(&*kept.path.to_string_lossy()), "{said}");
            assert_eq!(fs::read_to_string(&path).unwrap(), good);
            assert_eq!(kept.bytes().unwrap(), broken.as_bytes());
        }
    }

    #[test]
    fn only_a_ruin_is_put_back_over_and_only_exactly_the_one_that_was_judged() {
        let home = tempfile::tempdir().unwrap();
        let backups = Backups::at(home.path().join("backups"));
        let path = home.path().join("visit.ron");
        let write = |text: &str| fs::write(&path, text).unwrap();
        let [mended, unsaved] = ["mended", "unsaved"].map(visit);
        let known = visit_of(unsaved.as_bytes()).unwrap();
        write(&mended);
        assert_eq!(backups.put_back(&path, &known).unwrap(), None);
        for broken in ["", "rubbish", &mended[..40]] {
            write(broken);
            let judged = lost(&path, OpenError::is_ruin, || write(&mended));
            assert!(judged.is_none(), "half written");
            write(broken);
            let judged = lost(&path, OpenError::is_ruin, || {}).unwrap();
            write(&mended);
            let replaced = backups.replace(&path, judged, unsaved.as_bytes());
            assert!(
                matches!(
                    replaced,
                    Err(RestoreError::Save(SaveError::ChangedOutside { .. }))
                ),
                "{replaced:?}"
            );
            assert_eq!(fs::read_to_string(&path).unwrap(), mended);
            write(broken);
            assert!(backups.put_back(&path, &known).unwrap().is_some());
            assert_eq!(open(&path).unwrap().visit, known);
        }
        fs::remove_file(&path).unwrap();
        assert_eq!(backups.put_back(&path, &known).unwrap(), None);
        assert!(!path.exists());
    }

    #[test]
    fn what_cannot_be_kept_is_not_replaced() {
        let home = tempfile::tempdir().unwrap();
        let backups = Backups::at(home.path().join("backups"));
        let path = home.path().join("visit.ron");
        fs::write(&path, visit("good")).unwrap();
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
