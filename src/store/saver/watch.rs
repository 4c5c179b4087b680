//! Noticing at once that somebody else changed a file, where the system says so.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use crate::store::{
    target::{folder_of, resolve},
    watch::{Happened, Watch},
};

/// Calls `hint` whenever something happens to the file at `path`, or to what it links to.
pub(super) fn watch(path: &Path, hint: impl Fn() + Send + 'static) -> notify::Result<Watch> {
    let target = resolve(path)?;
    let files = [path, &target];
    let names = files.map(|file| file.file_name().unwrap_or_default().to_owned());
    let mut folders = files.map(|file| folder_of(file).to_owned()).to_vec();
    folders.dedup();
    let watched = folders.clone();
    let is_ours =
        move |path: &Path| is_one_of(path, &names) || watched.iter().any(|folder| folder == path);
    Watch::of(
        folders.iter().map(PathBuf::as_path),
        move |happened| match happened {
            Happened::To(paths) if !paths.iter().any(|path| is_ours(path)) => {}
            // What could not be told may have been ours.
            Happened::To(_) | Happened::Unknown => hint(),
        },
    )
}

fn is_one_of(path: &Path, names: &[OsString]) -> bool {
    path.file_name()
        .is_some_and(|name| names.iter().any(|own| own == name))
}

#[cfg(test)]
mod tests {
    use std::{fs, sync::mpsc, time::Duration};

    use super::*;

    const PATIENCE: Duration = Duration::from_secs(30);

    #[test]
    fn whatever_happens_to_the_file_is_noticed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("visit.ron");
        let other = folder.path().join("other.ron");
        fs::write(&path, "one").unwrap();
        let (sender, hints) = mpsc::channel();
        let hint = move || {
            let _ = sender.send(());
        };
        let _watch = watch(&path, hint).unwrap();
        let seen = |what: &str| {
            assert_eq!(hints.recv_timeout(PATIENCE), Ok(()), "{what}");
            // Events come in order: when that of the marker is there, all before it are.
            fs::write(folder.path().join("visit.ron"), "marker").unwrap();
            hints.recv_timeout(PATIENCE).unwrap();
            while hints.recv_timeout(Duration::from_millis(50)).is_ok() {}
        };
        fs::write(&path, "two").unwrap();
        seen("written in place");
        fs::write(&other, "three").unwrap();
        fs::read(&path).unwrap();
        assert!(hints.recv_timeout(Duration::from_millis(50)).is_err());
        fs::rename(&other, &path).unwrap();
        seen("replaced");
        fs::remove_file(&path).unwrap();
        seen("removed");
    }
}
