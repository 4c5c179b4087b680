//! Noticing at once that something happened in a folder, where the system says so.

use std::path::{Path, PathBuf};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// Watches as long as it lives, on a thread of its own that sleeps while nothing happens.
#[derive(Debug)]
pub struct Watch {
    _watcher: RecommendedWatcher,
}

/// What happened in a watched folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Happened<'a> {
    /// Something to these; reading does not count.
    To(&'a [PathBuf]),
    /// Nobody can tell to what.
    Unknown,
}

impl Watch {
    /// Calls `saw` whenever something happens to what stands in these folders, or to them.
    ///
    /// It is folders that are watched: a file that is replaced by renaming is another one
    /// afterwards.
    pub(super) fn of<'a>(
        folders: impl IntoIterator<Item = &'a Path>,
        saw: impl Fn(Happened<'_>) + Send + 'static,
    ) -> notify::Result<Self> {
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<Event>| match &event {
                Ok(event) if matches!(event.kind, EventKind::Access(_)) => {}
                Ok(event) if !event.need_rescan() => saw(Happened::To(&event.paths)),
                Ok(_) | Err(_) => saw(Happened::Unknown),
            })?;
        for folder in folders {
            watcher.watch(folder, RecursiveMode::NonRecursive)?;
        }
        Ok(Self { _watcher: watcher })
    }
}
