//! The repository of a visit: looked at and worked in on threads of their own.

use std::{
    path::{Path, PathBuf},
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
    /// What was asked, the first first.
    orders: Vec<Order>,
    /// Asked once the screen is gone.
    leaving: Cancel,
    /// Ends with what has to be said when nobody saw it on the screen.
    thread: JoinHandle<Option<String>>,
}

/// What was asked of the repository of one visit.
struct Order {
    path: PathBuf,
    aim: Aim,
    cancel: Cancel,
}

impl World {
    /// Asks something of the repository of a visit; what comes of it is told as events.
    pub(super) fn git(&mut self, order: GitOrder) -> Option<Outcome> {
        match order.asked {
            Asked::Stop => {
                let all = self.git.iter().flat_map(|working| &working.orders);
                let meant = all.filter(|own| own.path == order.path && own.aim.can_stop());
                meant.for_each(|own| own.cancel.now());
                None
            }
            Asked::Look { all, made } => {
                let events = self.events.clone();
                let (path, lang) = (order.path, self.settings.lang);
                let look = move || {
                    let looked = News::looked(look(&path, all, made, lang));
                    // Nobody listens when the program has ended.
                    let _ = events.send(Event::Done(Outcome::Git(path, looked)));
                };
                // Without a thread nothing is shown of the repository; the visit is what counts.
                let _ = thread::Builder::new().name("git".to_owned()).spawn(look);
                None
            }
            Asked::Tasks(tasks) => self.work(order.path, tasks, order.saver),
        }
    }

    /// Carries tasks out, after those that were asked before: nothing that was asked is dropped
    /// because the one before tells of its end a moment before it has ended.
    fn work(&mut self, path: PathBuf, tasks: Vec<Task>, saver: Option<Saver>) -> Option<Outcome> {
        let aim = tasks.last().map(Task::aim)?;
        let before = self.git.take();
        let before = before.filter(|working| !working.thread.is_finished());
        let (mut orders, leaving, before) = match before {
            Some(before) => (before.orders, before.leaving, Some(before.thread)),
            None => (Vec::new(), Cancel::default(), None),
        };
        let cancel = Cancel::default();
        orders.push(Order {
            path: path.clone(),
            aim,
            cancel: cancel.clone(),
        });
        let work = Work {
            path,
            program: self.program.clone(),
            lang: self.settings.lang,
            backups: self.settings.backups(),
            events: self.events.clone(),
            cancel,
            leaving: leaving.clone(),
        };
        // Seen at once, also where it waits for another.
        work.tell(News::Working(aim, None));
        let run = move || {
            let before = before.and_then(|before| before.join().ok().flatten());
            let own = work.run(&tasks, saver.as_ref());
            let said: Vec<String> = before.into_iter().chain(own).collect();
            (!said.is_empty()).then(|| said.join("\n"))
        };
        match thread::Builder::new().name("git".to_owned()).spawn(run) {
            Ok(thread) => {
                self.git = Some(Working {
                    orders,
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

    /// Stops what only talks to the other side and waits for what writes, when the program ends;
    /// says what became of it.
    pub(super) fn end_git(&mut self) -> Option<String> {
        let working = self.git.take()?;
        if working.thread.is_finished() {
            return None;
        }
        working.leaving.now();
        working.orders.iter().for_each(|order| order.cancel.now());
        working.thread.join().ok().flatten()
    }
}

/// One order being carried out.
struct Work {
    path: PathBuf,
    program: PathBuf,
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
            let finished = saver.map_or(Finished::Saved, |saver| saver.finish(SAVING));
            if finished != Finished::Saved {
                let said = finished.say(self.lang);
                let unseen = self.unseen(|| said.clone());
                self.tell(News::NotBegun(said));
                self.look();
                return unseen;
            }
            let ended = self.carry_out(task);
            if aim == Aim::Abort {
                // While it still counts as our own doing.
                take_in(saver);
            }
            let goes_on = matches!(&ended, Ok(done) if !matches!(done, Done::Open { .. }));
            let unseen = self.unseen(|| self.said(aim, &ended));
            self.tell(News::Ended(aim, ended));
            if matches!(aim, Aim::Pull | Aim::Conclude) {
                take_in(saver);
            }
            if !goes_on {
                self.look();
                return unseen;
            }
        }
        self.look();
        None
    }

    fn said(&self, aim: Aim, ended: &Result<Done, GitError>) -> String {
        match ended {
            Ok(done) => done.say(self.lang),
            Err(GitError::Cancelled) => aim.stopped(self.lang),
            Err(error) => error.say(self.lang),
        }
    }

    fn carry_out(&self, task: &Task) -> Result<Done, GitError> {
        let driver = merging_by(&self.program).filter(|_| self.program.is_absolute());
        let driver = driver.ok_or_else(|| GitError::Program(self.program.clone()))?;
        let last = std::cell::Cell::new(None);
        let tell = |progress| {
            if last.replace(Some(progress)) != Some(progress) {
                self.tell(News::Working(task.aim(), Some(progress)));
            }
        };
        let with = (&driver, &self.backups, self.lang);
        carry_out(task, &self.path, with, &self.cancel, &tell)
    }

    /// What nobody will see on the screen, since it is gone. Asked before it is told there: whoever
    /// reads it may leave at once, and is not told again.
    fn unseen(&self, said: impl FnOnce() -> String) -> Option<String> {
        self.leaving.is_asked().then(said)
    }

    fn look(&self) {
        if self.leaving.is_asked() {
            return;
        }
        self.tell(News::looked(look(&self.path, true, None, self.lang)));
    }

    fn tell(&self, news: News) {
        let path = Path::to_owned(&self.path);
        // Nobody listens when the program has ended.
        let _ = self.events.send(Event::Done(Outcome::Git(path, news)));
    }
}

/// Brings what git made of the file into the visit at once, instead of with the next hint or try.
fn take_in(saver: Option<&Saver>) {
    if let Some(saver) = saver {
        saver.look();
        // What does not go is told by the saving thread itself.
        let _ = saver.finish(SAVING);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{self, Receiver};

    use super::*;
    use crate::{session::Settings, tui::driver::ending::Ending};

    /// How the next task ended.
    fn ended(events: &Receiver<Event>) -> (PathBuf, Result<Done, GitError>) {
        loop {
            let event = events.recv_timeout(Duration::from_secs(30)).unwrap();
            if let Event::Done(Outcome::Git(path, News::Ended(_, ended))) = event {
                return (path, ended);
            }
        }
    }

    #[test]
    fn what_is_asked_while_something_else_ends_is_done_after_it() {
        let home = tempfile::tempdir().unwrap();
        let settings = Settings::under(home.path());
        let (sender, events) = mpsc::channel();
        let mut world = World::new(settings, sender, Ending::default());
        let names = ["a.ron", "b.ron", "c.ron"].map(|name| home.path().join(name));
        for path in &names {
            let order = GitOrder {
                path: path.clone(),
                saver: None,
                asked: Asked::Tasks(vec![Task::Pull]),
            };
            assert!(world.git(order).is_none());
        }
        for path in names {
            assert_eq!(ended(&events), (path, Err(GitError::Gone)));
        }
    }
}
