//! The repository of a visit: looked at and worked in on threads of their own.

use std::{
    path::Path,
    sync::mpsc::Sender,
    thread::{self, JoinHandle},
    time::Duration,
};

use super::World;
use crate::{
    session::repository::{Aim, Done, News, Task, carry_out, look},
    store::{
        Backups, Finished, Saver,
        git::{Cancel, GitError},
        merging_by,
    },
    tui::{
        app::Event,
        view::{Asked, GitOrder, Outcome},
    },
    words::{Lang, Speak},
};

/// How long is waited for the visit's own save.
const SAVING: Duration = Duration::from_secs(10);
/// What works in a repository.
pub(super) struct Working {
    aim: Aim,
    cancel: Cancel,
    /// Asked once the screen is gone.
    leaving: Cancel,
    /// Ends with what has to be said when nobody saw it on the screen.
    thread: JoinHandle<Option<String>>,
}

impl Working {
    fn is_over(&self) -> bool {
        self.thread.is_finished()
    }
}

impl World {
    /// Asks something of the repository of a visit; what comes of it is told as events.
    pub(super) fn git(&mut self, order: GitOrder) -> Option<Outcome> {
        let busy = self.git.as_ref().filter(|working| !working.is_over());
        match (order.asked, busy) {
            (Asked::Stop, Some(working)) if working.aim.can_stop() => {
                working.cancel.now();
                None
            }
            // Whoever works there looks when done.
            (_, Some(_)) | (Asked::Stop, None) => None,
            (Asked::Look { all }, None) => {
                let events = self.events.clone();
                let path = order.path;
                let look = move || {
                    let looked = News::Looked(look(&path, all));
                    // Nobody listens when the program has ended.
                    let _ = events.send(Event::Done(Outcome::Git(path, looked)));
                };
                // Without a thread nothing is shown of the repository; the visit is what counts.
                let _ = thread::Builder::new().name("git".to_owned()).spawn(look);
                None
            }
            (Asked::Tasks(tasks), None) => {
                let aim = tasks.last().map(Task::aim)?;
                let (cancel, leaving) = (Cancel::default(), Cancel::default());
                let work = Work {
                    path: order.path,
                    lang: self.settings.lang,
                    backups: self.settings.backups(),
                    events: self.events.clone(),
                    cancel: cancel.clone(),
                    leaving: leaving.clone(),
                };
                let saver = order.saver;
                let run = move || work.run(&tasks, saver.as_ref());
                match thread::Builder::new().name("git".to_owned()).spawn(run) {
                    Ok(thread) => {
                        self.git = Some(Working {
                            aim,
                            cancel,
                            leaving,
                            thread,
                        });
                        None
                    }
                    Err(error) => {
                        let error = GitError::Start(error.to_string());
                        Some(Outcome::Failed(error.say(self.settings.lang)))
                    }
                }
            }
        }
    }

    /// Stops what only talks to the other side and waits for what writes, when the program ends;
    /// says what became of it.
    pub(super) fn end_git(&mut self) -> Option<String> {
        let working = self.git.take().filter(|working| !working.is_over())?;
        working.leaving.now();
        working.cancel.now();
        working.thread.join().ok().flatten()
    }
}

/// One order being carried out.
struct Work {
    path: std::path::PathBuf,
    lang: Lang,
    backups: Backups,
    events: Sender<Event>,
    cancel: Cancel,
    leaving: Cancel,
}

impl Work {
    /// Carries tasks out one after another, as long as they succeed.
    fn run(&self, tasks: &[Task], saver: Option<&Saver>) -> Option<String> {
        for task in tasks {
            let aim = task.aim();
            self.tell(News::Working(aim, None));
            // What is on the screen is what is meant.
            if let Some(saver) = saver
                && saver.finish(SAVING) != Finished::Saved
            {
                let said = saver.finish(SAVING).say(self.lang);
                self.tell(News::NotBegun(said.clone()));
                return self.unseen(said);
            }
            let ended = self.carry_out(task);
            self.tell(News::Ended(aim, ended.clone()));
            let stops = !matches!(ended, Ok(ref done) if !matches!(done, Done::Open { .. }));
            if stops {
                let said = self.unseen(match ended {
                    Ok(done) => done.say(self.lang),
                    Err(GitError::Cancelled) => aim.stopped(self.lang),
                    Err(error) => error.say(self.lang),
                });
                self.look();
                return said;
            }
        }
        self.look();
        None
    }

    fn carry_out(&self, task: &Task) -> Result<Done, GitError> {
        let program = std::env::current_exe();
        let program = program.map_err(|error| GitError::Start(error.to_string()))?;
        let driver = merging_by(&program).ok_or_else(|| {
            let program = program.to_string_lossy();
            GitError::Start(program.into_owned())
        })?;
        let last = std::cell::Cell::new(None);
        let tell = |progress| {
            if last.replace(Some(progress)) != Some(progress) {
                self.tell(News::Working(task.aim(), Some(progress)));
            }
        };
        let with = (&driver, &self.backups);
        carry_out(task, &self.path, with, &self.cancel, &tell)
    }

    /// What nobody saw on the screen, since it is gone.
    fn unseen(&self, said: String) -> Option<String> {
        self.leaving.is_asked().then_some(said)
    }

    fn look(&self) {
        if self.leaving.is_asked() {
            return;
        }
        self.tell(News::Looked(look(&self.path, true)));
    }

    fn tell(&self, news: News) {
        let path = Path::to_owned(&self.path);
        // Nobody listens when the program has ended.
        let _ = self.events.send(Event::Done(Outcome::Git(path, news)));
    }
}
