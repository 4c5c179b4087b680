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
    watch_for(library, move |_| saw())
}

fn watch_for(library: &Path, saw: impl Fn(Happened<'_>) + Send + 'static) -> Option<Watch> {
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
        seen => saw(seen),
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

    /// What was seen, each time.
    struct Seen {
        _watch: Watch,
        hints: mpsc::Receiver<Vec<PathBuf>>,
    }

    impl Seen {
        fn of(library: &Path) -> Self {
            let (sender, hints) = mpsc::channel();
            let watch = watch_for(library, move |happened| {
                if let Happened::To(paths) = happened {
                    // The test may have ended.
                    let _ = sender.send(paths.to_vec());
                }
            });
            let watch = watch.unwrap();
            Self {
                _watch: watch,
                hints,
            }
        }

        /// All until something happens to `path`.
        fn until(&self, path: &Path) -> Vec<PathBuf> {
            let mut all = Vec::new();
            while !all.iter().any(|seen| seen == path) {
                all.extend(self.hints.recv_timeout(PATIENCE).unwrap());
            }
            all
        }
    }

    #[test]
    fn visits_that_come_change_or_go_are_seen_and_nothing_else() {
        let home = tempfile::tempdir().unwrap();
        let library = home.path().join("own/visits");
        let archive = archive_of(&library);
        let seen = Seen::of(&library);
        fs::create_dir_all(&library).unwrap();
        seen.until(&home.path().join("own"));

        fs::create_dir(&archive).unwrap();
        let seen = Seen::of(&library);
        let visit = library.join("visit.ron");
        fs::write(&visit, "one").unwrap();
        seen.until(&visit);
        fs::write(library.join(".visit.ron.open-0123456789abcdef"), "").unwrap();
        fs::write(library.join("notes.txt"), "").unwrap();
        fs::read(&visit).unwrap();
        // Events come in order: when that of the marker is there, all before it are.
        let marker = library.join("marker.ron");
        fs::write(&marker, "").unwrap();
        let others = seen.until(&marker).into_iter();
        let others = others.filter(|path| *path != visit && *path != marker);
        assert_eq!(others.collect::<Vec<_>>(), [] as [PathBuf; 0]);
        fs::rename(&visit, archive.join("visit.ron")).unwrap();
        seen.until(&archive.join("visit.ron"));
        fs::remove_file(archive.join("visit.ron")).unwrap();
        seen.until(&archive.join("visit.ron"));
    }
}
