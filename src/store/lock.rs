//! The lock that two saves of one file hold one after the other, in a small file beside it.
//!
//! The lock is the kernel's, on the open file `.NAME.lock`; the file is only what it is held on,
//! and what says who holds it. A killed process loses its lock with its life, so a file left behind
//! blocks nobody. The holder removes the file before letting go, so that the folder stays tidy.
//! Somebody may then hold the lock of a file that has no name any more: so whoever gets a lock looks
//! whether the name still leads to that file, and starts over if not.
//!
//! Where the kernel has no locks (some network drives), saves take turns by a file that only one of
//! them can create. The lock is advisory: saving compares the file with what was loaded in any case.

use std::{
    ffi::OsString,
    fs::{self, File, TryLockError},
    io::{Seek, Write},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use super::{holder::Holder, platform, target::folder_of, turn};

/// Names of such files, as git's list of ignored files writes patterns.
pub(super) const IGNORED: &str = ".*.lock";

pub(super) const POLL: Duration = Duration::from_millis(10);
/// How much longer than asked for one may start over because the file went away.
const RESTARTING: Duration = Duration::from_secs(1);

/// What asking for a lock came to.
#[derive(Debug)]
pub(super) enum Asked {
    /// It is ours until the value is dropped.
    Ours(Lock),
    /// Nothing can be locked here, such as in a folder that may not be written.
    Impossible,
    /// Somebody else had it all the time that was waited.
    Taken(Option<Holder>),
}

/// A lock that is held: the file on which it is, which goes when it is let go.
#[derive(Debug)]
pub(super) struct Lock {
    pub(super) file: File,
    pub(super) path: PathBuf,
}

/// Asks for the lock of `target`, waiting at most `wait`.
pub(super) fn ask(target: &Path, wait: Duration) -> Asked {
    let path = beside(target, ".lock");
    let deadline = Instant::now() + wait;
    let turn = || turn::ask(beside(target, ".turn.lock"), deadline);
    loop {
        let Ok(file) = platform::open_lock(&path) else {
            return turn();
        };
        match file.try_lock() {
            Ok(()) if platform::is_still(&file, &path) => {
                let mut lock = Lock { file, path };
                lock.sign();
                return Asked::Ours(lock);
            }
            Ok(()) => {}
            Err(TryLockError::WouldBlock) if Instant::now() >= deadline => {
                return Asked::Taken(Holder::read(&file));
            }
            Err(TryLockError::WouldBlock) => thread::sleep(POLL),
            Err(TryLockError::Error(_)) => {
                // Nobody can hold it here, so it need not lie around.
                let _ = fs::remove_file(&path);
                return turn();
            }
        }
        if Instant::now() >= deadline + RESTARTING {
            return Asked::Taken(None);
        }
    }
}

/// The lock file of `target`.
fn beside(target: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(ending);
    folder_of(target).join(name)
}

impl Lock {
    /// Says who has it. That is for people only, so a full disk is no reason not to lock.
    fn sign(&mut self) {
        let Ok(text) = ron::to_string(&Holder::me()) else {
            return;
        };
        let _ = self.file.set_len(0);
        let _ = self.file.rewind();
        let _ = self.file.write_all(text.as_bytes());
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while still held: nobody else can have locked this file under its name by now.
        if platform::is_still(&self.file, &self.path) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn taken(asked: &Asked) -> bool {
        matches!(asked, Asked::Taken(_))
    }

    #[test]
    fn a_second_asker_learns_who_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("visit.ron");
        let first = ask(&target, Duration::ZERO);
        assert!(matches!(first, Asked::Ours(_)));
        let Asked::Taken(Some(holder)) = ask(&target, Duration::ZERO) else {
            panic!("the lock was given twice or its holder is not named");
        };
        assert_eq!(holder.process, std::process::id());
        drop(first);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "tidy");
        assert!(!taken(&ask(&target, Duration::ZERO)));
    }

    #[test]
    fn a_file_left_by_a_killed_process_blocks_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("visit.ron");
        let long = "x".repeat(10_000);
        fs::write(beside(&target, ".lock"), &long).unwrap();
        let Asked::Ours(lock) = ask(&target, Duration::ZERO) else {
            panic!("a file without a living holder blocks");
        };
        let text = fs::read_to_string(beside(&target, ".lock")).unwrap();
        assert!(ron::from_str::<Holder>(&text).is_ok(), "{text}");
        drop(lock);
        assert!(!beside(&target, ".lock").exists());
    }

    #[test]
    fn a_lock_on_a_file_that_was_removed_meanwhile_does_not_count() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("visit.ron");
        let first = ask(&target, Duration::ZERO);
        fs::remove_file(beside(&target, ".lock")).unwrap();
        let second = ask(&target, Duration::ZERO);
        assert!(matches!(second, Asked::Ours(_)));
        drop(first);
        assert!(
            beside(&target, ".lock").exists(),
            "the second one's file must stay"
        );
        assert!(taken(&ask(&target, Duration::ZERO)));
        drop(second);
    }

    #[test]
    fn where_there_is_no_folder_there_is_no_lock() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("gone").join("visit.ron");
        assert!(matches!(ask(&target, Duration::ZERO), Asked::Impossible));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_place_of_the_lock_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("visit.ron");
        let victim = folder.path().join("victim");
        fs::write(&victim, "precious").unwrap();
        std::os::unix::fs::symlink(&victim, beside(&target, ".lock")).unwrap();
        let lock = ask(&target, Duration::ZERO);
        assert!(matches!(lock, Asked::Ours(_)));
        assert!(taken(&ask(&target, Duration::ZERO)), "by turns instead");
        drop(lock);
        assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
        assert!(!beside(&target, ".turn.lock").exists());
    }

    #[test]
    fn of_many_threads_one_has_it_at_a_time() {
        one_at_a_time(|_| {});
    }

    #[test]
    fn so_it_is_where_the_kernel_has_no_locks() {
        one_at_a_time(|target| fs::create_dir(beside(target, ".lock")).unwrap());
    }

    fn one_at_a_time(prepare: impl Fn(&Path)) {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("visit.ron");
        prepare(&target);
        let inside = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..25 {
                        let asked = ask(&target, Duration::from_mins(1));
                        assert!(matches!(asked, Asked::Ours(_)));
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                        thread::yield_now();
                        inside.fetch_sub(1, Ordering::SeqCst);
                        drop(asked);
                    }
                });
            }
        });
    }
}
