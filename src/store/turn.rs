//! Taking turns where the kernel has no locks, as on some network drives: whoever creates the file
//! has the turn, and removes it at the end.
//!
//! Nobody lets go for a program that was killed. So a file whose program no longer runs on this
//! machine is cleared away by the next who asks; any other only after a time in which no save and no
//! merge still goes on. Meanwhile saving is refused with who has it, and the work is kept. What is
//! cleared away may, for a moment, leave two with a turn: like any lock it is advisory, and saving
//! compares the file with what was loaded.

use std::{
    fs::{self, File, Metadata},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant, SystemTime},
};

use super::{
    holder::Holder,
    lock::{Asked, Lock, POLL},
    platform,
    target::folder_of,
    temp::Temp,
};

/// A save takes milliseconds and a merge seconds, so a turn of this age belongs to nobody.
const STALE_AFTER: Duration = Duration::from_mins(10);

/// Asks for the turn whose file is at `path`, until `deadline`.
pub(super) fn ask(path: PathBuf, deadline: Instant) -> Asked {
    loop {
        match create(&path) {
            Ok(file) => return Asked::Ours(Lock { file, path }),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(_) => return Asked::Impossible,
        }
        let turn = Turn::at(&path);
        if let Some(turn) = &turn
            && turn.is_left_behind(SystemTime::now())
            && turn.clear_away(&path).is_ok()
        {
            continue;
        }
        if Instant::now() >= deadline {
            return Asked::Taken(turn.and_then(|turn| turn.holder));
        }
        thread::sleep(POLL);
    }
}

/// Creates the file, signed before it has its name; refused where it is there already.
fn create(path: &Path) -> io::Result<File> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let folder = folder_of(path);
    let mut temp = Temp::create_in(folder)?;
    if let Ok(text) = ron::to_string(&Holder::me()) {
        // That is for people only, so a full disk is no reason not to lock.
        let _ = temp.write(text.as_bytes());
    }
    platform::give_new(folder, temp.file()?)?;
    temp.renamed_to_new(path)
}

/// A turn that somebody has.
struct Turn {
    metadata: Metadata,
    /// Who, if that can be read.
    holder: Option<Holder>,
}

impl Turn {
    fn at(path: &Path) -> Option<Self> {
        let metadata = fs::symlink_metadata(path).ok()?;
        let file = platform::open_at_once(path).ok();
        Some(Self {
            metadata,
            holder: file.and_then(|file| Holder::read(&file)),
        })
    }

    fn is_left_behind(&self, now: SystemTime) -> bool {
        let here = self.holder.as_ref().filter(|holder| holder.is_here());
        let written = self.metadata.modified().unwrap_or(now);
        // The number of a program that ended may be another's by now.
        here.is_some_and(|holder| !platform::is_running(holder.process))
            || now
                .duration_since(written)
                .is_ok_and(|age| age > STALE_AFTER)
    }

    /// Removes it; by way of another name, so that whoever does this after somebody else puts the
    /// turn back that was taken meanwhile.
    fn clear_away(&self, path: &Path) -> io::Result<()> {
        let away = Temp::taken_from(path)?;
        let is_it = fs::symlink_metadata(away.path())
            .is_ok_and(|there| platform::is_untouched(&self.metadata, &there));
        if !is_it {
            platform::rename_new(away.path(), path)?;
            away.renamed();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use chrono::Utc;

    use super::*;

    /// A process that cannot be: the number is larger than any.
    const NOBODY: u32 = i32::MAX.cast_unsigned();

    fn left(path: &Path, host: String, process: u32) {
        let holder = Holder {
            user: "jweiss".into(),
            host,
            process,
            since: Utc::now(),
            ..Holder::default()
        };
        fs::write(path, ron::to_string(&holder).unwrap()).unwrap();
    }

    fn ask_now(path: &Path) -> Asked {
        ask(path.to_owned(), Instant::now())
    }

    fn age(path: &Path, age: Duration) {
        let file = File::options().write(true).open(path).unwrap();
        file.set_modified(SystemTime::now() - age).unwrap();
    }

    #[test]
    fn it_is_cleared_away_only_where_nobody_can_have_it_any_more() {
        let here = platform::host();
        let long = STALE_AFTER + Duration::from_secs(5);
        let own = std::process::id();
        let cases = [
            (here.clone(), NOBODY, Duration::ZERO, cfg!(unix)),
            (here.clone(), own, Duration::ZERO, false),
            (here, own, long, true),
            ("pc7".into(), NOBODY, Duration::ZERO, false),
            ("pc7".into(), NOBODY, STALE_AFTER / 2, false),
            ("pc7".into(), NOBODY, long, true),
        ];
        for (host, process, old, is_free) in cases {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("turn");
            left(&path, host.clone(), process);
            age(&path, old);
            let asked = ask_now(&path);
            assert_eq!(
                matches!(asked, Asked::Ours(_)),
                is_free,
                "{host} {process} {old:?}"
            );
            if let Asked::Taken(holder) = &asked {
                assert_eq!(holder.as_ref().map(Holder::called), Some("jweiss"));
            }
            drop(asked);
            assert_eq!(path.exists(), !is_free);
            let names = fs::read_dir(folder.path()).unwrap().count();
            assert_eq!(names, usize::from(!is_free), "nothing else lies around");
        }
    }

    #[test]
    fn of_two_who_clear_away_the_later_puts_back_the_turn_of_the_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("turn");
        left(&path, platform::host(), NOBODY);
        let seen = Turn::at(&path).unwrap();
        let other = ask_now(&path);
        if cfg!(unix) {
            assert!(matches!(other, Asked::Ours(_)));
        }
        seen.clear_away(&path).unwrap();
        assert!(matches!(ask_now(&path), Asked::Taken(Some(holder)) if holder.is_me()));
        drop(other);
        assert!(!path.exists());
    }
}
