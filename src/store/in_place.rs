//! Writing over a file that cannot be replaced because somebody holds it open, as network drives
//! have it; only once what is there is among the backups and on the disk.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

use super::{backups::Backups, fingerprint::Fingerprint, save_error::SaveError};

/// How bytes get into a file that stays where it is.
type Writing = fn(&Path, &[u8]) -> io::Result<()>;

/// Writes `bytes` over what is in `target`; `refused` is why it could not be replaced, and what is
/// said where no backup can be made.
pub(super) fn overwrite(
    target: &Path,
    bytes: &[u8],
    backups: &Backups,
    refused: io::Error,
) -> Result<Fingerprint, SaveError> {
    overwrite_by(write_over, target, bytes, backups, refused)
}

fn overwrite_by(
    write: Writing,
    target: &Path,
    bytes: &[u8],
    backups: &Backups,
    refused: io::Error,
) -> Result<Fingerprint, SaveError> {
    let failed = |source| SaveError::Io {
        path: target.to_owned(),
        source,
    };
    let Ok(backup) = backups.make(target) else {
        return Err(failed(refused));
    };
    if let Err(source) = write(target, bytes) {
        // An empty file has no backup, and needs none.
        let before = backup.as_ref().map_or(Ok(Vec::new()), super::Backup::bytes);
        let is_back = before.is_ok_and(|before| write(target, &before).is_ok());
        return Err(match backup {
            Some(backup) if !is_back => SaveError::Torn {
                path: target.to_owned(),
                backup: Box::new(backup),
                source,
            },
            _ => failed(source),
        });
    }
    let metadata = fs::metadata(target).map_err(failed)?;
    Ok(Fingerprint::of(bytes, &metadata))
}

/// Writes first and cuts off what is too much then, so that a full disk is noticed before anything
/// is shorter than it was.
fn write_over(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::options().write(true).open(target)?;
    file.write_all(bytes)?;
    file.set_len(bytes.len() as u64)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Bench {
        home: tempfile::TempDir,
        backups: Backups,
    }

    impl Bench {
        fn new() -> Self {
            let home = tempfile::tempdir().unwrap();
            fs::write(home.path().join("visit.ron"), "the old version").unwrap();
            let backups = Backups::at(home.path().join("backups"));
            Self { home, backups }
        }

        fn overwrite(&self, write: Writing) -> Result<Fingerprint, SaveError> {
            let busy = io::ErrorKind::ResourceBusy.into();
            overwrite_by(write, &self.path(), b"new", &self.backups, busy)
        }

        fn path(&self) -> std::path::PathBuf {
            self.home.path().join("visit.ron")
        }

        fn text(&self) -> String {
            fs::read_to_string(self.path()).unwrap()
        }
    }

    #[test]
    fn what_was_there_is_among_the_backups_first() {
        let bench = Bench::new();
        let saved = bench.overwrite(write_over).unwrap();
        assert_eq!(bench.text(), "new");
        let there = fs::metadata(bench.path()).unwrap();
        assert_eq!(saved, Fingerprint::of(b"new", &there));
        let all = bench.backups.of(&bench.path());
        assert_eq!(all[0].bytes().unwrap(), b"the old version");
    }

    #[test]
    fn without_a_backup_nothing_is_written() {
        let mut bench = Bench::new();
        fs::write(bench.home.path().join("blocked"), "").unwrap();
        bench.backups = Backups::at(bench.home.path().join("blocked"));
        let error = bench.overwrite(write_over).unwrap_err();
        let is_busy = |source: &io::Error| source.kind() == io::ErrorKind::ResourceBusy;
        assert!(
            matches!(&error, SaveError::Io { source, .. } if is_busy(source)),
            "{error}"
        );
        assert_eq!(bench.text(), "the old version");
    }

    #[test]
    fn what_fails_in_the_middle_is_put_back_or_the_backup_is_named() {
        let bench = Bench::new();
        let half_once: Writing = |path, bytes| {
            if bytes == b"new" {
                fs::write(path, "ne")?;
                return Err(io::ErrorKind::StorageFull.into());
            }
            write_over(path, bytes)
        };
        let error = bench.overwrite(half_once).unwrap_err();
        assert!(matches!(error, SaveError::Io { .. }), "{error}");
        assert_eq!(bench.text(), "the old version");

        let half_for_ever: Writing = |path, _| {
            fs::write(path, "ne")?;
            Err(io::ErrorKind::StorageFull.into())
        };
        let error = bench.overwrite(half_for_ever).unwrap_err();
        let SaveError::Torn { backup, .. } = &error else {
            panic!("{error}");
        };
        assert_eq!(backup.bytes().unwrap(), b"the old version");
        let command = format!("visit.ron {}’", backup.stamp(backup.at));
        assert!(error.to_string().contains(&command), "{error}");
    }
}
