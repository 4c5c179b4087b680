//! The backups of one open visit: before its first save, and then once an hour of work.

use std::{
    path::Path,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use super::{BackupError, Backups};

const HOUR: Duration = Duration::from_hours(1);

/// Says when a backup of an open visit is due, by a clock that does not jump.
#[derive(Debug)]
pub struct Hourly {
    backups: Backups,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    last: Option<Instant>,
    has_complained: bool,
}

impl Hourly {
    /// The backups of a visit that has just been opened.
    pub fn of(backups: Backups) -> Self {
        Self {
            backups,
            state: Mutex::default(),
        }
    }

    /// All backups, for what needs one at once.
    pub const fn backups(&self) -> &Backups {
        &self.backups
    }

    /// Makes a backup of what is on the disk if one is due. What kept it from being made is no
    /// reason not to save, is tried again with the next save, and is said once.
    pub fn before_save(&self, path: &Path) -> Option<BackupError> {
        self.before_save_at(path, Instant::now())
    }

    fn before_save_at(&self, path: &Path, now: Instant) -> Option<BackupError> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let is_due = state.last.is_none_or(|last| now - last >= HOUR);
        if !is_due {
            return None;
        }
        match self.backups.make(path) {
            Ok(_) => {
                state.last = Some(now);
                None
            }
            Err(error) => (!std::mem::replace(&mut state.has_complained, true)).then_some(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn there_is_one_of_the_start_and_one_of_each_hour() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("visit.ron");
        let hourly = Hourly::of(Backups::at(home.path().join("backups")));
        let start = Instant::now();
        let mut made = Vec::new();
        for (minutes, text) in [
            (0, "a"),
            (1, "b"),
            (59, "c"),
            (60, "d"),
            (61, "e"),
            (130, "f"),
        ] {
            fs::write(&path, text).unwrap();
            let now = start + Duration::from_mins(minutes);
            assert!(hourly.before_save_at(&path, now).is_none());
            let all = hourly.backups().of(&path);
            if all.len() > made.len() {
                made.push(String::from_utf8(all[0].bytes().unwrap()).unwrap());
            }
        }
        assert_eq!(made, ["a", "d", "f"]);
    }

    #[test]
    fn what_cannot_be_made_is_said_once_and_tried_again() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("visit.ron");
        fs::write(&path, "a").unwrap();
        let blocked = home.path().join("backups");
        fs::write(&blocked, "a file where the folder is to be").unwrap();
        let hourly = Hourly::of(Backups::at(blocked.clone()));
        assert!(hourly.before_save(&path).is_some());
        assert!(hourly.before_save(&path).is_none());
        assert!(hourly.backups().of(&path).is_empty());
        fs::remove_file(&blocked).unwrap();
        assert!(hourly.before_save(&path).is_none());
        assert_eq!(hourly.backups().of(&path).len(), 1);
    }
}
