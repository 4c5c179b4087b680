//! What is known of the repository that an open visit's file is in.

mod message;
mod said;
mod work;

pub use said::open_said;
pub use work::{Aim, Done, Task, carry_out, look};

use crate::store::git::{GitError, Logged, Progress, State};

/// What is known of the repository that an open visit's file is in.
#[derive(Debug, Default)]
pub struct Repository {
    standing: Standing,
    log: Option<Vec<Logged>>,
    is_set_up: Option<bool>,
    working: Option<(Aim, Option<Progress>)>,
    /// How many transactions of the history the newest commit holds.
    committed: usize,
}

/// How the visit stands in its repository.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Standing {
    /// Nobody has looked yet.
    #[default]
    Unknown,
    /// It is in none.
    Outside,
    /// It is in one, in this state.
    Inside(State),
    /// It is in one that cannot be worked with.
    Barred(GitError),
}

/// What was found in the repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// How the visit stands in it.
    pub standing: Standing,
    /// The newest commits of the visit, if that was asked.
    pub log: Option<Vec<Logged>>,
    /// Whether `git` itself merges visits by meaning there, if that was asked.
    pub is_set_up: Option<bool>,
}

/// What comes in about the repository of an open visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// What was found in it.
    Looked(Looked),
    /// How far something is that was asked of it.
    Working(Aim, Option<Progress>),
    /// What became of it.
    Ended(Aim, Result<Done, GitError>),
    /// It was not begun, because the visit could not be saved.
    NotBegun(String),
}

impl Repository {
    /// How the visit stands in it.
    pub const fn standing(&self) -> &Standing {
        &self.standing
    }

    /// The state of the repository, if the visit is in one that can be worked with.
    pub const fn state(&self) -> Option<&State> {
        match &self.standing {
            Standing::Inside(state) => Some(state),
            _ => None,
        }
    }

    /// The newest commits of the visit, once they have been asked for.
    pub fn log(&self) -> Option<&[Logged]> {
        self.log.as_deref()
    }

    /// Whether `git` itself merges visits by meaning there; none while that is not known.
    pub const fn is_set_up(&self) -> Option<bool> {
        self.is_set_up
    }

    /// What is being done, and how far it is.
    pub const fn working(&self) -> Option<(Aim, Option<Progress>)> {
        self.working
    }

    /// Whether it is worth looking again after a save.
    pub const fn is_watched(&self) -> bool {
        !matches!(self.standing, Standing::Outside)
    }

    /// Takes in what came; `done` is how many transactions stand, if all of them are saved.
    pub(super) fn take(&mut self, news: News, done: Option<usize>) {
        match news {
            News::Looked(looked) => {
                self.standing = looked.standing;
                self.log = looked.log.or_else(|| self.log.take());
                self.is_set_up = looked.is_set_up.or(self.is_set_up);
                let is_clean = self.state().is_some_and(|state| state.changed.is_empty());
                if let (true, Some(done)) = (is_clean, done) {
                    self.committed = done;
                }
            }
            News::Working(aim, progress) => self.working = Some((aim, progress)),
            News::Ended(_, Ok(Done::Committed { done })) => {
                self.working = None;
                self.committed = done;
            }
            News::Ended(..) | News::NotBegun(_) => self.working = None,
        }
    }
}
