//! Noticing at once that visits come to a library, change or go, where the system says so.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::{archive_of, is_visit_name};
use crate::store::watch::{Happened, Watch};

/// Calls `saw` whenever something happens to a visit of a library or of its archive, or to these
/// folders; nothing where that cannot be watched.
///
/// A library that is not there yet is waited for where it will be. Once it is, and once it has an
/// archive, it has to be watched anew.
pub fn watch_library(library: &Path, saw: impl Fn() + Send + 'static) -> Option<Watch> {
    let archive = archive_of(library);
    let mut folders: Vec<&Path> = library
        .ancestors()
        .find(|folder| folder.is_dir())
        .into_iter()
        .collect();
    folders.extend(archive.is_dir().then_some(&*archive));
    let of_library = library.to_owned();
    let of_archive = archive.clone();
    let is_ours = move |path: &PathBuf| {
        is_visit_name(path) || *path == of_archive || of_library.starts_with(path)
    };
    let watch = Watch::of(folders, move |happened| match happened {
        Happened::To(paths) if !paths.iter().any(&is_ours) => {}
        Happened::To(_) | Happened::Unknown => saw(),
    });
    watch.ok()
}

/// When something last came to the folders of a library or went from there; a save does both.
pub fn library_changed(library: &Path) -> [Option<SystemTime>; 2] {
    let changed = |folder: &Path| fs::metadata(folder).and_then(|own| own.modified()).ok();
    [changed(library), changed(&archive_of(library))]
}

#[cfg(test)]
mod tests {
    use std::{sync::mpsc, time::Duration};

    use super::*;

    const PATIENCE: Duration = Duration::from_secs(30);

    #[test]
    fn visits_that_come_change_or_go_are_seen_and_nothing_else() {
        let home = tempfile::tempdir().unwrap();
        let library = home.path().join("own/visits");
        let watched = || {
            let (sender, hints) = mpsc::channel();
            let saw = move || {
                // The test may have ended.
                let _ = sender.send(());
            };
            (watch_library(&library, saw).unwrap(), hints)
        };
        let (watch, hints) = watched();
        fs::create_dir_all(&library).unwrap();
        assert_eq!(hints.recv_timeout(PATIENCE), Ok(()), "the library came");
        drop(watch);

        fs::create_dir(archive_of(&library)).unwrap();
        let (_watch, hints) = watched();
        let visit = library.join("visit.ron");
        let seen = |what: &str| {
            assert_eq!(hints.recv_timeout(PATIENCE), Ok(()), "{what}");
            // Events come in order: when that of the marker is there, all before it are.
            fs::write(library.join("marker.ron"), what).unwrap();
            hints.recv_timeout(PATIENCE).unwrap();
            while hints.recv_timeout(Duration::from_millis(50)).is_ok() {}
        };
        fs::write(&visit, "one").unwrap();
        seen("came");
        fs::write(library.join(".visit.ron.open-0123456789abcdef"), "").unwrap();
        fs::write(library.join("notes.txt"), "").unwrap();
        fs::read(&visit).unwrap();
        assert!(hints.recv_timeout(Duration::from_millis(50)).is_err());
        fs::rename(&visit, archive_of(&library).join("visit.ron")).unwrap();
        seen("archived");
        fs::remove_file(archive_of(&library).join("visit.ron")).unwrap();
        seen("removed");
    }
}
