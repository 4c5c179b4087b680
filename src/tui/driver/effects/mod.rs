//! Carrying effects out: visits and the library, papers, the clipboard, the shell.

mod backups;
mod erase;
mod git;
mod issue;
mod left;
mod library;
mod listing;
mod open;
mod outside;
mod papers;
mod reading;

use std::{
    io::{self, IsTerminal},
    path::{Path, PathBuf},
    sync::{Arc, mpsc::Sender},
    thread::JoinHandle,
    time::Duration,
};

use super::{Failure, ending::Ending, terminal::Screen};
use crate::{
    say,
    session::{Session, Settings},
    store::{Finished, Recovery},
    tui::{
        app::{App, Event},
        view::{Effect, Moving, Outcome},
    },
    words::Speak,
};
use library::Library;
use reading::Wish;

/// How long a visit may take to be saved before what needs that goes on or gives up.
const SAVING: Duration = Duration::from_secs(5);

/// What the effects work with.
pub(super) struct World {
    settings: Settings,
    events: Sender<Event>,
    ending: Ending,
    recovery: Arc<Recovery>,
    /// Visits are opened for reading only, unless asked for otherwise.
    read_only: bool,
    library: Library,
    watched: outside::Watched,
    /// What is writing papers.
    papers: Vec<JoinHandle<Option<String>>>,
    /// What works in the repository of the visit.
    git: Option<git::Working>,
    /// This program, for `git` to call; asked at the start, since an update may replace it.
    program: PathBuf,
}

impl World {
    pub(super) fn new(settings: Settings, events: Sender<Event>, ending: Ending) -> Self {
        let recovery = Arc::new(Recovery::at(settings.folders.recovery()));
        let library = Library::new(&settings, Arc::clone(&recovery), events.clone());
        Self {
            settings,
            events,
            ending,
            recovery,
            read_only: false,
            library,
            watched: outside::Watched::default(),
            papers: Vec::new(),
            git: None,
            program: std::env::current_exe().unwrap_or_default(),
        }
    }

    /// Opens visits for reading only, unless asked for otherwise.
    pub(super) fn only_reading(&mut self) {
        self.read_only = true;
    }

    /// Shows what the person asked for when starting: a visit, or the library.
    pub(super) fn begin(
        &mut self,
        app: &mut App,
        path: Option<PathBuf>,
    ) -> Result<Vec<Effect>, Failure> {
        let Some(path) = path else {
            return Ok(app.show_library());
        };
        let (mut effects, outcome) = match self.of_kept(&path) {
            Some(outcome) => (app.show_library(), outcome),
            None => match self.open(&path, Wish::Usual) {
                Ok(opened) => (Vec::new(), Outcome::Opened(Box::new(opened))),
                // What stands in for the file is offered where somebody can answer.
                Err(Failure::Damaged { error, .. }) if is_interactive() => {
                    (app.show_library(), self.damaged(&path, &error))
                }
                Err(error) => return Err(error),
            },
        };
        effects.extend(app.update(Event::Done(outcome)));
        Ok(effects)
    }

    /// Carries one effect out.
    pub(super) fn carry_out(
        &mut self,
        effect: Effect,
        screen: &mut Screen,
    ) -> io::Result<Option<Outcome>> {
        let lang = self.settings.lang;
        Ok(match effect {
            Effect::Quit | Effect::Draft { .. } => None,
            Effect::Suspend => {
                screen.leave_for(suspend)?;
                None
            }
            Effect::Open(path) => Some(self.opened(&path)),
            Effect::OpenToWrite(path) => Some(self.opened_to_write(&path)),
            Effect::Leave(session) => self.leave(&session).map(Outcome::Failed),
            Effect::List { archive } => {
                self.library.list(archive);
                None
            }
            Effect::Create(visit) => Some(match self.library.create(&visit) {
                Ok(path) => self.opened_new(&path),
                Err(error) => Outcome::Failed(error.say(lang)),
            }),
            Effect::Template { path, first } => Some(match self.library.template(&path, first) {
                Ok(path) => self.opened_new(&path),
                Err(said) => Outcome::Failed(said),
            }),
            Effect::Move {
                moving,
                path,
                asked,
            } => Some(self.move_visit(moving, &path, asked)),
            Effect::Restore => Some(self.library.restore()),
            Effect::BringBack(deleted) => Some(self.library.bring_back(&deleted)),
            Effect::TakeUp(kept) => Some(self.take_up(kept)),
            Effect::Recover(kept) => Some(self.recover(&kept)),
            Effect::PutBack(kept) => Some(self.put_back(&kept)),
            Effect::Discard(kept) => self.discard(&kept),
            Effect::TakenOver { kept, saver } => self.taken_over(&kept, saver.as_ref()),
            Effect::Issue {
                path,
                visit,
                saver,
                note,
            } => Some(self.issue(path, &visit, saver.as_ref(), &note)),
            Effect::Copies(erasure) => Some(self.copies(erasure)),
            Effect::Erase { erasure, saver } => Some(self.erase(*erasure, saver.as_ref())),
            Effect::Issues { path, visit } => {
                self.list_issues(path, visit);
                None
            }
            Effect::Backups { path, visit } => {
                self.list_backups(path, visit);
                None
            }
            Effect::RestoreBackup { path, backup, open } => {
                Some(self.restore_backup(&path, &backup, open))
            }
            Effect::Desk(path) => Some(self.desk(&path)),
            Effect::Frozen { path, number } => Some(self.frozen(&path, number)),
            Effect::HandOut(papers) => self.hand_out(*papers),
            Effect::Git(order) => self.git(order),
            Effect::Copy(text) => {
                screen.send(crossterm::clipboard::CopyToClipboard::to_clipboard_from(
                    text,
                ))?;
                Some(Outcome::Told(say!(
                    lang,
                    "An die Zwischenablage des Terminals übergeben",
                    "Handed to the terminal’s clipboard",
                    "Remis au presse-papiers du terminal"
                )))
            }
        })
    }

    /// Moves a visit, unless somebody has it open and that was not asked about yet.
    fn move_visit(&mut self, moving: Moving, path: &Path, asked: bool) -> Outcome {
        let question = (!asked).then(|| self.library.ask_first(moving, path));
        question.flatten().unwrap_or_else(|| match moving {
            Moving::Archive => self.library.archive(path),
            Moving::Trash => self.library.delete(path),
        })
    }

    /// Saves a visit that is left, and says what went wrong with that.
    fn leave(&self, session: &Session) -> Option<String> {
        let finished = session.finish();
        // Not before: a signal meanwhile has to wait for the same save.
        self.ending.guard(None);
        match finished {
            Finished::Saved => None,
            other => Some(other.say(self.settings.lang)),
        }
    }

    /// Saves what is unsaved when the program ends, and lets papers that are being written go out,
    /// whatever became of the others; the first that went wrong is told.
    pub(super) fn finish(&mut self, app: &App) -> Result<(), Failure> {
        // First, since git holds the visit while it merges.
        let git = self.end_git();
        let unsaved = app.session().and_then(|session| self.leave(session));
        let unwritten = self.wait_for_papers().or(git);
        match (unsaved, unwritten) {
            (Some(said), _) => Err(Failure::Unsaved(said)),
            (None, Some(said)) => Err(Failure::Unwritten(said)),
            (None, None) => Ok(()),
        }
    }
}

/// Whether somebody sits before it.
fn is_interactive() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Stops the program as the shell expects it, and comes back when it is continued.
#[cfg(unix)]
fn suspend() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}

#[cfg(not(unix))]
fn suspend() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;
    use crate::{
        session::reconcile,
        store::{self, Opening, Pace, Saver},
    };

    #[test]
    fn a_visit_that_is_left_is_guarded_until_it_is_saved() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("visit.ron");
        let text = "(format: 1, visit: (id: \"a-7k2f\", title: \"x\"))\n";
        std::fs::write(&path, text).unwrap();
        let visit = store::open(&path).unwrap();
        let settings = Settings::under(home.path());
        let ending = Ending::default();
        let world = World::new(settings, mpsc::channel().0, ending.clone());
        let (sender, guarded) = mpsc::channel();
        let of_thread = ending.clone();
        let slow = Pace {
            after_commit: Duration::from_hours(1),
            ..Pace::default()
        };
        let (opened, changed) = (Arc::new(visit.visit.clone()), {
            let mut changed = visit.visit.clone();
            changed.head.note.0 = "new".to_owned();
            Arc::new(changed)
        });
        let opening = Opening {
            path: path.clone(),
            visit: opened,
            expected: Some(visit.fingerprint),
            merge: reconcile(),
        };
        let keeper = world.recovery.keeper();
        let backups = world.settings.backups();
        let saver = Saver::start(opening, keeper, backups, slow, move |_| {
            let _ = sender.send(of_thread.is_guarding());
        });
        let saver = saver.unwrap();
        ending.guard(Some(saver.clone()));
        saver.commit(changed, 0);
        let session = Session::new(visit.visit, path, Some(saver));
        assert_eq!(world.leave(&session), None);
        assert_eq!(guarded.recv(), Ok(true));
        assert!(!ending.is_guarding());
    }
}
