//! Listing the library on a thread of its own: when it is asked for, and whenever something happens
//! in its folder while it is on the screen.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Weak,
        mpsc::{self, Receiver, Sender},
    },
    thread,
    time::{Duration, Instant, SystemTime},
};

use crate::{
    session::Settings,
    store::{self, Kept, Listed, Recovery, Trash, Watch},
    tui::{
        app::Event,
        view::{Listing, Outcome},
    },
    words::{Lang, Speak},
};

/// What happens comes in heaps, such as a pull: so long is waited for the rest of one.
const HEAP: Duration = Duration::from_millis(200);

/// What the listing thread is told.
#[derive(Debug, Clone, Copy)]
pub(super) enum Word {
    /// The library is on the screen.
    Show {
        /// With its archive.
        archive: bool,
        /// Whether something that was done in it can be taken back.
        undo: bool,
    },
    /// It is to be listed as it was listed last.
    Again {
        /// Whether something that was done in it can be taken back.
        undo: bool,
    },
    /// Something happened in its folder.
    Happened,
    /// It may be that something happened: a network drive tells nobody.
    Look,
    /// It is not on the screen any more.
    Leave,
}

/// Whoever lists the library.
pub(super) struct Lister {
    folder: PathBuf,
    lang: Lang,
    recovery: Arc<Recovery>,
    trash: Trash,
    events: Sender<Event>,
    /// To the thread, once there is one; it ends when this does.
    thread: Option<Arc<Sender<Word>>>,
}

impl Lister {
    pub(super) fn new(settings: &Settings, recovery: Arc<Recovery>, events: Sender<Event>) -> Self {
        Self {
            folder: settings.folders.library.clone(),
            lang: settings.lang,
            recovery,
            trash: Trash::at(settings.folders.trash()),
            events,
            thread: None,
        }
    }

    /// Tells the thread, which is started with the first listing. Without a thread, it is listed here
    /// and not watched.
    pub(super) fn tell(&mut self, word: Word) {
        if self.thread.is_none() && matches!(word, Word::Show { .. } | Word::Again { .. }) {
            self.thread = self.started();
        }
        if let Some(thread) = &self.thread {
            // It ends with this.
            let _ = thread.send(word);
            return;
        }
        let mut worker = self.worker(Weak::new());
        if worker.heed(word) {
            worker.list();
        }
    }

    /// Tells the thread, if there is one, that something happened.
    pub(super) fn happened(&self) {
        // It ends with this.
        let _ = self.thread.as_ref().map(|own| own.send(Word::Happened));
    }

    fn started(&self) -> Option<Arc<Sender<Word>>> {
        let (sender, words) = mpsc::channel();
        let sender = Arc::new(sender);
        let worker = self.worker(Arc::downgrade(&sender));
        let run = move || worker.run(&words);
        let started = thread::Builder::new().name("listing".to_owned()).spawn(run);
        started.ok().map(|_| sender)
    }

    fn worker(&self, own: Weak<Sender<Word>>) -> Worker {
        Worker {
            folder: self.folder.clone(),
            lang: self.lang,
            recovery: Arc::clone(&self.recovery),
            trash: self.trash.clone(),
            events: self.events.clone(),
            own,
            archive: false,
            undo: false,
            is_shown: false,
            watch: None,
            changed: [None; 2],
        }
    }
}

/// What the thread works with.
struct Worker {
    folder: PathBuf,
    lang: Lang,
    recovery: Arc<Recovery>,
    trash: Trash,
    events: Sender<Event>,
    /// To itself, for what watches; that keeps nobody from hanging up.
    own: Weak<Sender<Word>>,
    archive: bool,
    undo: bool,
    is_shown: bool,
    /// What watches the folders as they were when they were listed last.
    watch: Option<Watch>,
    /// When the folders had changed last as they were listed.
    changed: [Option<SystemTime>; 2],
}

impl Worker {
    /// Sleeps until it is told something.
    fn run(mut self, words: &Receiver<Word>) {
        while let Ok(word) = words.recv() {
            let mut is_due = self.heed(word);
            if matches!(word, Word::Happened) && is_due {
                self.rest_of_heap(words);
            }
            for word in words.try_iter() {
                is_due |= self.heed(word);
            }
            if is_due {
                self.list();
                self.watch();
            }
            if !self.is_shown {
                self.watch = None;
            }
        }
    }

    /// Waits for the rest of what happens, but not when something is asked for.
    fn rest_of_heap(&mut self, words: &Receiver<Word>) {
        let end = Instant::now() + HEAP;
        let left = || end.saturating_duration_since(Instant::now());
        while let Ok(word) = words.recv_timeout(left()) {
            self.heed(word);
            if !matches!(word, Word::Happened) {
                return;
            }
        }
    }

    /// Takes in what it is told; whether the library is to be listed.
    fn heed(&mut self, word: Word) -> bool {
        match word {
            Word::Show { archive, undo } => {
                (self.archive, self.undo, self.is_shown) = (archive, undo, true);
                true
            }
            Word::Again { undo } => {
                self.undo = undo;
                true
            }
            Word::Happened => self.is_shown,
            Word::Look => self.is_shown && self.changed != store::library_changed(&self.folder),
            Word::Leave => {
                self.is_shown = false;
                false
            }
        }
    }

    fn list(&mut self) {
        self.changed = store::library_changed(&self.folder);
        let lang = self.lang;
        let files = store::list(&self.folder, self.archive).map_err(|error| error.say(lang));
        let left = stray(&self.recovery, files.as_deref().unwrap_or_default());
        let listing = Listing {
            files,
            left,
            deleted: self.trash.list(),
            undo: self.undo,
        };
        // Nobody listens when the program has ended.
        let _ = self.events.send(Event::Done(Outcome::Listed(listing)));
    }

    /// Watches the folders that there are by now: one may have come, or have been made anew. What
    /// happened between listing and watching is made up for.
    fn watch(&mut self) {
        if !self.is_shown {
            return;
        }
        let happened = |own: &Weak<Sender<Word>>| {
            // Nobody listens when the program has ended.
            let _ = own.upgrade().map(|own| own.send(Word::Happened));
        };
        let own = self.own.clone();
        self.watch = store::watch_library(&self.folder, move || happened(&own));
        if self.changed != store::library_changed(&self.folder) {
            happened(&self.own);
        }
    }
}

/// What was left and would not be offered when a listed visit is opened.
fn stray(recovery: &Recovery, files: &[Listed]) -> Vec<Kept> {
    let is_offered = |kept: &Kept| {
        let mut files = files.iter().filter(|file| file.content.is_ok());
        files.any(|file| file.path == Path::new(&kept.about.visit))
    };
    let left = recovery.left_behind().into_iter();
    left.filter(|kept| !is_offered(kept)).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const PATIENCE: Duration = Duration::from_secs(30);

    /// A listing thread of the library `visits` in a home, and what it says.
    fn lister(home: &Path) -> (Lister, Receiver<Event>) {
        let mut settings = Settings::under(home);
        settings.folders.library = home.join("visits");
        let recovery = Arc::new(Recovery::at(home.join("recovery")));
        let (events, listed) = mpsc::channel();
        (Lister::new(&settings, recovery, events), listed)
    }

    /// Waits until so many files are listed.
    fn until(listed: &Receiver<Event>, wanted: usize) {
        loop {
            let event = listed.recv_timeout(PATIENCE).unwrap();
            let Event::Done(Outcome::Listed(listing)) = event else {
                continue;
            };
            if listing.files.is_ok_and(|files| files.len() == wanted) {
                return;
            }
        }
    }

    #[test]
    fn a_folder_that_was_made_anew_at_once_is_watched_still() {
        let home = tempfile::tempdir().unwrap();
        let library = home.path().join("visits");
        fs::create_dir(&library).unwrap();
        fs::write(library.join("one.ron"), "").unwrap();
        let (mut lister, events) = lister(home.path());
        lister.tell(Word::Show {
            archive: false,
            undo: false,
        });
        until(&events, 1);
        // Once it is listed again, it is watched.
        lister.tell(Word::Again { undo: false });
        until(&events, 1);
        fs::remove_dir_all(&library).unwrap();
        fs::create_dir(&library).unwrap();
        until(&events, 0);
        fs::write(library.join("one.ron"), "").unwrap();
        until(&events, 1);
        fs::write(library.join("two.ron"), "").unwrap();
        until(&events, 2);
    }

    #[test]
    fn the_thread_ends_with_whoever_tells_it() {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("visits")).unwrap();
        let (mut lister, events) = lister(home.path());
        lister.tell(Word::Show {
            archive: false,
            undo: false,
        });
        until(&events, 0);
        drop(lister);
        let ended = loop {
            if let Err(error) = events.recv_timeout(PATIENCE) {
                break error;
            }
        };
        assert_eq!(ended, mpsc::RecvTimeoutError::Disconnected);
    }
}
