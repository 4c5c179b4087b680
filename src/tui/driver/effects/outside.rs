//! Noticing that somebody else changed the open visit, and who it may have been.

use std::{
    path::Path,
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use super::World;
use crate::{
    session::Session,
    store::{Report, Saver, git, presence},
    tui::app::App,
};

/// How often it is looked when keys come in: a network drive tells nobody what another machine does.
const LOOKING: Duration = Duration::from_secs(5);

/// How long finding out who changed a visit may keep it from being saved.
const ASKING: Duration = Duration::from_secs(1);

/// What was watched and looked at.
#[derive(Default)]
pub(super) struct Watched {
    saver: Option<u64>,
    looked: Option<Instant>,
}

impl World {
    /// A frame was drawn: the visit that is on it is watched from now on.
    pub(in crate::tui::driver) fn drawn(&mut self, app: &App) {
        let saver = app.session().and_then(Session::saver);
        if self.watched.saver != saver.map(Saver::number) {
            self.watched.saver = saver.map(Saver::number);
            self.watched.looked = Some(Instant::now());
            if let Some(saver) = saver {
                saver.watch();
            }
        }
    }

    /// Something was typed: if it was not looked for a while, that is made up for, off this thread.
    pub(in crate::tui::driver) fn typed(&mut self, app: &App) {
        let now = Instant::now();
        let is_due = |looked: Instant| now - looked >= LOOKING;
        if self.watched.looked.is_none_or(is_due) {
            self.look(app);
        }
    }

    /// Looks whether somebody else changed the open visit.
    pub(in crate::tui::driver) fn look(&mut self, app: &App) {
        self.watched.looked = Some(Instant::now());
        if let Some(saver) = app.session().and_then(Session::saver) {
            saver.look();
        }
    }
}

/// The report with the name of whoever changed the visit in this file, where that is known.
pub(super) fn signed(report: Report, path: &Path) -> Report {
    match report {
        Report::Came { step, .. } => Report::Came {
            step,
            who: who_soon(path),
        },
        other => other,
    }
}

/// Who changed the visit in a file, if that is found out at once: a slow disk must not keep the
/// saving thread, which asks.
fn who_soon(path: &Path) -> Option<String> {
    let (tell, told) = mpsc::channel();
    let path = path.to_owned();
    // Nobody listens when it took too long.
    let look = move || drop(tell.send(who(&path)));
    let asked = thread::Builder::new().name("who".to_owned()).spawn(look);
    asked.ok()?;
    told.recv_timeout(ASKING).ok().flatten()
}

/// Who changed the visit in a file: whoever committed it, if it is as it was committed or as git
/// merged it, else the only one who has it open besides. Of several nobody knows which it was.
fn who(path: &Path) -> Option<String> {
    committed_by(path).or_else(|| match &presence::others(path)[..] {
        [one] if one.certain => Some(one.holder.called().to_owned()).filter(|own| !own.is_empty()),
        _ => None,
    })
}

fn committed_by(path: &Path) -> Option<String> {
    let repo = git::repository(path)?;
    let file = repo.inside(path)?;
    let state = git::status(&repo, path).ok()?;
    let is_from_git = !state.changed.contains(&file) || state.is_open();
    is_from_git.then(|| git::author(&repo, path)).flatten()
}
