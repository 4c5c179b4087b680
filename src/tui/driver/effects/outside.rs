//! Noticing that somebody else opens or changes the open visit, and who it may have been; and telling
//! others that it is open here.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Sender},
    },
    thread,
    time::{Duration, Instant},
};

use super::World;
use crate::{
    model::Visit,
    session::{Session, company},
    store::{
        self, Report, Saver, git,
        presence::{self, Presence, Seen, Watch},
    },
    tui::{
        app::{App, Event},
        view::Outcome,
    },
};

/// How often it is looked when keys come in: a network drive tells nobody what another machine does.
const LOOKING: Duration = Duration::from_secs(5);

/// How long finding out who changed a visit may keep it from being saved.
const ASKING: Duration = Duration::from_secs(1);

/// How often and how long after is looked again while git is at work.
const TRIES: usize = 6;
const TRY: Duration = Duration::from_millis(60);

/// What was watched and looked at.
#[derive(Default)]
pub(super) struct Watched {
    /// The visit on the screen and what saves it.
    shown: Option<(PathBuf, Option<u64>)>,
    looked: Option<Instant>,
    /// Sees when others come and go.
    #[expect(dead_code, reason = "it sees as long as it is held")]
    watch: Option<Watch>,
    /// Says to others that it is open here.
    #[expect(dead_code, reason = "it says so as long as it is held")]
    presence: Option<Presence>,
}

impl World {
    /// A frame was drawn: the visit that is on it is watched from now on, and others learn that it is
    /// open here. That takes a while on some drives, and the visit is seen meanwhile.
    pub(in crate::tui::driver) fn drawn(&mut self, app: &App) {
        let session = app.session();
        let saver = session.and_then(Session::saver);
        let shown = session.map(|session| (session.file(), saver.map(Saver::number)));
        let before = self.watched.shown.as_ref();
        if before.map(|(file, saver)| (file.as_path(), *saver)) == shown {
            return;
        }
        if session.is_some() {
            self.library.leave();
        }
        let changed = session.filter(|session| session.read_only().is_none());
        let presence = changed.and_then(|session| {
            let since = self.settings.now.utc().and_utc();
            presence::announce(session.file(), since)
        });
        self.ending.announced(presence.clone());
        if let (Some(saver), Some(presence)) = (saver, &presence) {
            saver.remind(presence.reminder());
        }
        // After that, since one need not hear of oneself; who comes between is looked for below.
        self.watched = Watched {
            shown: shown.map(|(file, saver)| (file.to_owned(), saver)),
            looked: Some(Instant::now()),
            watch: shown.and_then(|(file, saver)| self.watch(file, saver.is_none())),
            presence,
        };
        if let Some(saver) = saver {
            saver.watch();
        }
        if let Some(session) = session {
            self.look_around(session);
        }
    }

    /// Takes in what happened between opening the visit and watching it.
    fn look_around(&self, session: &Session) {
        let file = session.file();
        let happened = happened_to(&self.events);
        let others = presence::others(file);
        if others != session.others() {
            if session.others().is_empty() {
                let told = company::told(&others, &self.settings);
                happened(Outcome::Told(told));
            }
            happened(Outcome::Met(file.to_owned(), others));
        }
        if session.saver().is_none() {
            reread(file).into_iter().for_each(happened);
        }
    }

    /// Watches who else opens and closes the visit in `file`. One that is only read follows what
    /// others write; any other merges that when it saves.
    fn watch(&self, file: &Path, follows: bool) -> Option<Watch> {
        let (events, own) = (self.events.clone(), file.to_owned());
        presence::watch(file, move |seen| {
            let outcome = match seen {
                Seen::Company => Some(Outcome::Met(own.clone(), presence::others(&own))),
                Seen::File if follows => reread(&own),
                Seen::File => None,
            };
            outcome.into_iter().for_each(happened_to(&events));
        })
    }

    /// Something was typed: if it was not looked for a while, that is made up for, off this thread.
    pub(in crate::tui::driver) fn typed(&mut self, app: &App) {
        let now = Instant::now();
        let is_due = |looked: Instant| now - looked >= LOOKING;
        if self.watched.looked.is_none_or(is_due) {
            self.look(app);
        }
    }

    /// Looks whether somebody else changed the open visit, or the library.
    pub(in crate::tui::driver) fn look(&mut self, app: &App) {
        self.watched.looked = Some(Instant::now());
        match app.session() {
            Some(session) => session.saver().into_iter().for_each(Saver::look),
            None => self.library.look(),
        }
    }
}

/// The visit as it is in the file by now; what cannot be read is being written, and is seen again.
fn reread(file: &Path) -> Option<Outcome> {
    let opened = store::open(file).ok()?;
    Some(Outcome::Reread(file.to_owned(), Box::new(opened.visit)))
}

/// Tells the screen what happened.
fn happened_to(events: &Sender<Event>) -> impl Fn(Outcome) {
    // Nobody listens when the program has ended.
    |outcome| drop(events.send(Event::Done(outcome)))
}

/// The report with the names of those who changed the visit in this file, where they are known.
pub(super) fn signed(report: Report, path: &Path) -> Report {
    match report {
        Report::Came { step, .. } => {
            let who = who_soon(path, Arc::clone(&step.before));
            Report::Came { step, who }
        }
        other => other,
    }
}

/// Who changed the visit in a file, if that is found out at once: a slow disk must not keep the
/// saving thread, which asks.
fn who_soon(path: &Path, before: Arc<Visit>) -> Vec<String> {
    let (tell, told) = mpsc::channel();
    let path = path.to_owned();
    // Nobody listens when it took too long.
    let look = move || drop(tell.send(who(&path, &before)));
    let asked = thread::Builder::new().name("who".to_owned()).spawn(look);
    if asked.is_err() {
        return Vec::new();
    }
    told.recv_timeout(ASKING).unwrap_or_default()
}

/// Who changed the visit in a file from what it was: those who committed that, if it is as it was
/// committed or as git merged it, else the only one who has it open besides. Of several nobody knows
/// which it was.
fn who(path: &Path, before: &Visit) -> Vec<String> {
    let committed = committed_by(path, before);
    if !committed.is_empty() {
        return committed;
    }
    match &presence::others(path)[..] {
        [one] if one.certain => vec![one.holder.called().to_owned()],
        _ => Vec::new(),
    }
    .into_iter()
    .filter(|name| !name.is_empty())
    .collect()
}

fn committed_by(path: &Path, before: &Visit) -> Vec<String> {
    let is_before = |bytes: &[u8]| store::visit_of(bytes).is_some_and(|own| own == *before);
    let asked = git::repository(path).filter(|repo| is_from_git(repo, path));
    asked.map_or_else(Vec::new, |repo| git::authors(&repo, path, is_before))
}

/// Whether the file is as it was committed or as git merged it. Git writes files before it says of
/// which commit they are.
fn is_from_git(repo: &git::Repo, path: &Path) -> bool {
    let Some(file) = repo.inside(path) else {
        return false;
    };
    for _ in 0..TRIES {
        let Ok(state) = git::status(repo, path) else {
            return false;
        };
        if !state.changed.contains(&file) || state.is_open() {
            return true;
        }
        if !git::is_at_work(repo, &file) {
            return false;
        }
        thread::sleep(TRY);
    }
    false
}
