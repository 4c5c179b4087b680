//! Noticing at once that somebody opens or closes a visit, or writes it, where the system says so.

use std::{ffi::OsString, path::Path};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::{is_of, prefix};
use crate::store::target::{folder_of, resolve};

/// What somebody did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// They opened or closed the visit.
    Company,
    /// They wrote its file.
    File,
}

/// Watches as long as it lives, on a thread of its own that sleeps while nothing happens.
#[derive(Debug)]
pub struct Watch {
    _watcher: RecommendedWatcher,
}

/// Calls `saw` whenever somebody does something; nothing where that cannot be watched.
pub fn watch(visit: &Path, saw: impl Fn(Seen) + Send + 'static) -> Option<Watch> {
    let target = resolve(visit).ok()?;
    let (name, prefix) = (target.file_name()?.to_owned(), prefix(&target));
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        for seen in seen(&event, &name, &prefix) {
            saw(seen);
        }
    })
    .ok()?;
    // The folder: a file that is replaced by renaming is another one afterwards.
    let folder = folder_of(&target);
    watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
    Some(Watch { _watcher: watcher })
}

/// What an event of the folder means.
fn seen(event: &notify::Result<Event>, name: &OsString, prefix: &OsString) -> Vec<Seen> {
    let Ok(event) = event else {
        return vec![Seen::Company, Seen::File];
    };
    if matches!(event.kind, EventKind::Access(_)) {
        return Vec::new();
    }
    if event.need_rescan() {
        return vec![Seen::Company, Seen::File];
    }
    let mut names = event.paths.iter().filter_map(|path| path.file_name());
    let is_company = names.clone().any(|own| is_of(own, prefix));
    let is_file = names.any(|own| own == name);
    let company = is_company.then_some(Seen::Company);
    company
        .into_iter()
        .chain(is_file.then_some(Seen::File))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::{fs, sync::mpsc, time::Duration};

    use super::*;
    use crate::store::presence::announce;

    #[test]
    fn who_comes_and_goes_is_seen_and_what_is_written_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let visit = folder.path().join("visit.ron");
        fs::write(&visit, "x").unwrap();
        let (sender, all) = mpsc::channel();
        let _watch = watch(&visit, move |seen| {
            // The test may have ended.
            let _ = sender.send(seen);
        })
        .unwrap();
        // One deed may be several events; they come in order.
        let until = |expected: Seen| {
            while all.recv_timeout(Duration::from_secs(30)).unwrap() != expected {}
        };
        let presence = announce(&visit, chrono::Utc::now()).unwrap();
        until(Seen::Company);
        fs::write(&visit, "y").unwrap();
        until(Seen::File);
        drop(presence);
        until(Seen::Company);
        let other = folder.path().join("other.ron");
        fs::write(&other, "x").unwrap();
        fs::read(&visit).unwrap();
        drop(announce(&other, chrono::Utc::now()));
        fs::rename(&other, &visit).unwrap();
        until(Seen::File);
        let rest: Vec<Seen> = all.try_iter().collect();
        assert!(!rest.contains(&Seen::Company), "{rest:?}");
    }
}
