//! Noticing at once that somebody opens or closes a visit, or writes it, where the system says so.

use std::path::Path;

use super::{is_of, prefix};
use crate::store::{
    target::{folder_of, resolve},
    watch::{Happened, Watch},
};

/// What somebody did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// They opened or closed the visit.
    Company,
    /// They wrote its file.
    File,
}

/// Calls `saw` whenever somebody does something; nothing where that cannot be watched.
pub fn watch(visit: &Path, saw: impl Fn(Seen) + Send + 'static) -> Option<Watch> {
    let target = resolve(visit).ok()?;
    let (name, prefix) = (target.file_name()?.to_owned(), prefix(&target));
    let watch = Watch::of([folder_of(&target)], move |happened| {
        let (is_company, is_file) = match happened {
            Happened::To(paths) => {
                let mut names = paths.iter().filter_map(|path| path.file_name());
                let is_company = names.clone().any(|own| is_of(own, &prefix));
                (is_company, names.any(|own| own == name))
            }
            // It may have been either.
            Happened::Unknown => (true, true),
        };
        if is_company {
            saw(Seen::Company);
        }
        if is_file {
            saw(Seen::File);
        }
    });
    watch.ok()
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
