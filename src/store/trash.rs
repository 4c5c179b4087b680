//! The trash: deleted visits, private on this machine, each with the place that it came from.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use serde::{Deserialize, Serialize};

use super::{
    atomic,
    move_error::{MoveError, Moved},
    platform,
    relocate::{SYSTEM, System, relocate},
};
use crate::display;

/// In the folder of a deleted visit: where it came from.
const ORIGIN: &str = "origin";

/// A deleted visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trashed {
    /// The file in the trash.
    pub path: PathBuf,
    /// Where it was.
    pub from: PathBuf,
    /// When it was deleted.
    pub since: SystemTime,
}

/// The note beside a deleted visit.
#[derive(Serialize, Deserialize)]
struct Origin {
    from: String,
}

/// The trash folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trash {
    folder: PathBuf,
}

impl Trash {
    /// The trash at `folder`, which is created when something is deleted.
    pub const fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Deletes the visit at `path`, with the folder beside it, so that it can be restored.
    pub fn put(&self, path: &Path) -> Result<Moved<Trashed>, MoveError> {
        self.put_by(&SYSTEM, path)
    }

    fn put_by(&self, system: &System, path: &Path) -> Result<Moved<Trashed>, MoveError> {
        let own = self.folder_for(path).map_err(|source| MoveError::Io {
            path: path.to_owned(),
            source,
        })?;
        let to = own.join(path.file_name().unwrap_or_default());
        let moved = system.relocate(path, &to).inspect_err(|_| let_go(&own))?;
        Ok(moved.map(|()| Trashed {
            path: to,
            from: path.to_owned(),
            since: SystemTime::now(),
        }))
    }

    /// Puts a deleted visit back to where it was; what is there by now is not replaced.
    pub fn restore(&self, trashed: &Trashed) -> Result<Moved<()>, MoveError> {
        let moved = relocate(&trashed.path, &trashed.from)?;
        if let Some(own) = trashed.path.parent() {
            let_go(own);
        }
        Ok(moved)
    }

    /// The deleted visits, the last deleted first.
    pub fn list(&self) -> Vec<Trashed> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut trashed: Vec<_> = entries
            .filter_map(|entry| trashed_in(&entry.path()))
            .collect();
        trashed.sort_by(|a, b| b.since.cmp(&a.since).then_with(|| a.path.cmp(&b.path)));
        trashed
    }

    /// The files of all deleted visits, of those too whose folder has lost the note: it is not known
    /// then where they were.
    pub fn files(&self) -> Vec<PathBuf> {
        let listed = self.list().into_iter().map(|trashed| trashed.path);
        let mut lost: Vec<_> = visible(&self.folder)
            .filter_map(|own| lost_in(&own))
            .collect();
        lost.sort();
        listed.chain(lost).collect()
    }

    /// What lies in the trash and cannot be told to be a deleted visit.
    pub fn strange(&self) -> Vec<PathBuf> {
        let is_known = |own: &PathBuf| {
            trashed_in(own).is_some() || lost_in(own).is_some() || holds_only_the_note(own)
        };
        visible(&self.folder).filter(|own| !is_known(own)).collect()
    }

    /// A new folder for one visit, with the note.
    fn folder_for(&self, path: &Path) -> io::Result<PathBuf> {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let random = getrandom::u64().map_err(|error| io::Error::other(error.to_string()))?;
        let name = display::file_name(&stem);
        let own = self.folder.join(format!("{name}-{random:016x}"));
        platform::create_folder(&own)?;
        let from = std::path::absolute(path)?.to_string_lossy().into_owned();
        let note = ron::to_string(&Origin { from }).map_err(io::Error::other)?;
        atomic::write_own(&own.join(ORIGIN), note.as_bytes())?;
        Ok(own)
    }
}

/// Removes a folder of the trash that holds nothing but the note: there is nothing to restore.
fn let_go(own: &Path) {
    if holds_only_the_note(own) {
        // What stays is never listed.
        let _ = fs::remove_file(own.join(ORIGIN));
        let _ = fs::remove_dir(own);
    }
}

fn holds_only_the_note(own: &Path) -> bool {
    fs::read_dir(own).is_ok_and(|mut entries| {
        entries.all(|entry| entry.is_ok_and(|entry| entry.file_name() == ORIGIN))
    })
}

/// The visit in a folder of the trash.
fn trashed_in(own: &Path) -> Option<Trashed> {
    let note = own.join(ORIGIN);
    let origin: Origin = ron::from_str(&fs::read_to_string(&note).ok()?).ok()?;
    let from = PathBuf::from(origin.from);
    let path = own.join(from.file_name()?);
    let since = fs::metadata(&note).ok()?.modified().ok()?;
    fs::symlink_metadata(&path).ok()?;
    Some(Trashed { path, from, since })
}

/// The one visit in a folder of the trash that has no note.
fn lost_in(own: &Path) -> Option<PathBuf> {
    if fs::symlink_metadata(own.join(ORIGIN)).is_ok() {
        return None;
    }
    let mut visits = visible(own).filter(|path| path.extension().is_some_and(|it| it == "ron"));
    let visit = visits.next().filter(|path| path.is_file())?;
    visits.next().is_none().then_some(visit)
}

/// What lies in a folder; what begins with a dot is nobody's to list.
fn visible(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_visible = |entry: &fs::DirEntry| !entry.file_name().as_encoded_bytes().starts_with(b".");
    entries.filter(is_visible).map(|entry| entry.path())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::library::files_of;

    #[test]
    fn what_was_deleted_can_be_restored_even_later() {
        let home = tempfile::tempdir().unwrap();
        let trash = Trash::at(home.path().join("state/trash"));
        assert_eq!(trash.list(), []);
        let path = home.path().join("Besuch.ron");
        fs::write(&path, "x").unwrap();
        fs::create_dir(files_of(&path)).unwrap();
        let trashed = trash.put(&path).unwrap().now;
        assert!(!path.exists() && !files_of(&path).exists());

        let listed = trash.list();
        assert_eq!(listed.len(), 1);
        assert_eq!((&listed[0].path, &listed[0].from), (&trashed.path, &path));
        trash.restore(&listed[0]).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "x");
        assert!(files_of(&path).exists());
        assert_eq!(trash.list(), []);
        assert_eq!(
            fs::read_dir(home.path().join("state/trash"))
                .unwrap()
                .count(),
            0
        );
    }

    #[test]
    fn what_does_not_say_what_it_is_is_strange() {
        let home = tempfile::tempdir().unwrap();
        let trash = Trash::at(home.path().join("trash"));
        assert!(trash.strange().is_empty());
        for name in ["known.ron", "lost.ron", "several.ron"] {
            let path = home.path().join(name);
            fs::write(&path, "x").unwrap();
            let own = trash.put(&path).unwrap().now.path;
            if name != "known.ron" {
                fs::remove_file(own.with_file_name(ORIGIN)).unwrap();
            }
            if name == "several.ron" {
                fs::write(own.with_file_name("other.ron"), "x").unwrap();
            }
        }
        fs::write(home.path().join("trash/.hidden"), "x").unwrap();
        let found = trash.strange();
        assert_eq!(found.len(), 1);
        assert!(found[0].join("several.ron").is_file(), "{found:?}");
        let files = trash.files();
        let names: Vec<_> = files.iter().filter_map(|path| path.file_name()).collect();
        assert_eq!(names, ["known.ron", "lost.ron"]);
    }

    #[test]
    fn restoring_replaces_nothing() {
        let home = tempfile::tempdir().unwrap();
        let trash = Trash::at(home.path().join("trash"));
        let path = home.path().join("visit.ron");
        fs::write(&path, "old").unwrap();
        let trashed = trash.put(&path).unwrap().now;
        fs::write(&path, "new").unwrap();
        let error = trash.restore(&trashed).unwrap_err();
        assert!(matches!(error, MoveError::Taken { .. }), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_to_string(&trashed.path).unwrap(), "old");
    }

    #[test]
    fn what_cannot_be_deleted_leaves_nothing_in_the_trash() {
        let home = tempfile::tempdir().unwrap();
        let trash = Trash::at(home.path().join("trash"));
        assert!(trash.put(&home.path().join("none.ron")).is_err());
        assert_eq!(fs::read_dir(home.path().join("trash")).unwrap().count(), 0);
    }

    #[test]
    fn what_could_neither_be_deleted_nor_put_back_is_not_lost() {
        let home = tempfile::tempdir().unwrap();
        let trash = Trash::at(home.path().join("trash"));
        let path = home.path().join("visit.ron");
        fs::write(&path, "x").unwrap();
        fs::create_dir(files_of(&path)).unwrap();
        fs::write(files_of(&path).join("scan.pdf"), "scan").unwrap();
        // The folder beside goes into the trash, and then nothing moves any more.
        let system = System {
            rename: |from, to| {
                if from.extension().is_some_and(|it| it == "files") && !to.exists() {
                    let is_back = to.with_extension("ron").exists();
                    if !is_back {
                        return fs::rename(from, to);
                    }
                }
                Err(io::ErrorKind::PermissionDenied.into())
            },
            ..SYSTEM
        };
        assert!(trash.put_by(&system, &path).is_err());
        let own = fs::read_dir(home.path().join("trash")).unwrap().next();
        let scan = own.unwrap().unwrap().path().join("visit.files/scan.pdf");
        assert_eq!(fs::read_to_string(scan).unwrap(), "scan");
        assert!(path.exists());
    }

    #[cfg(unix)]
    #[test]
    fn the_trash_is_private() {
        use std::os::unix::fs::MetadataExt;
        let home = tempfile::tempdir().unwrap();
        let trash = Trash::at(home.path().join("trash"));
        let path = home.path().join("visit.ron");
        fs::write(&path, "x").unwrap();
        let trashed = trash.put(&path).unwrap().now;
        for folder in [
            home.path().join("trash"),
            trashed.path.parent().unwrap().into(),
        ] {
            assert_eq!(fs::metadata(folder).unwrap().mode() & 0o777, 0o700);
        }
    }
}
