//! What is known of the repository that an open visit's file is in.

mod ended;
mod message;
mod said;
mod sides;
mod work;

pub use said::open_said;
pub use sides::named;
pub use work::{Aim, Done, Task, carry_out, look};

use std::time::Instant;

use crate::store::git::{GitError, Logged, Progress, State};

/// What is known of the repository that an open visit's file is in.
#[derive(Debug, Default)]
pub struct Repository {
    standing: Standing,
    one_sided: Option<GitError>,
    changes: Vec<String>,
    log: Option<Vec<Logged>>,
    is_set_up: Option<bool>,
    working: Option<(Aim, Option<Progress>)>,
    /// When the newest look that is known of was begun.
    looked: Option<Instant>,
    /// How many transactions had been made when what the newest commit holds was saved.
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
    /// When the look was begun: of two the later one counts, whichever comes in last.
    pub begun: Instant,
    /// How many transactions had been made then, if all of them were saved.
    pub made: Option<usize>,
    /// How the visit stands in it.
    pub standing: Standing,
    /// Why the visit, for which `git` waits, is perhaps not settled although it has no conflict: it
    /// holds one side alone.
    pub one_sided: Option<GitError>,
    /// What became of which record since the newest commit, in the visit's language.
    pub changes: Vec<String>,
    /// The newest commits of the visit, if that was asked.
    pub log: Option<Vec<Logged>>,
    /// Whether `git` itself merges visits by meaning there, if that was asked.
    pub is_set_up: Option<bool>,
}

/// What comes in about the repository of an open visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// What was found in it.
    Looked(Box<Looked>),
    /// How far something is that was asked of it.
    Working(Aim, Option<Progress>),
    /// What became of it.
    Ended(Aim, Result<Done, GitError>),
    /// It was not begun, because the visit could not be saved.
    NotBegun(String),
}

impl News {
    /// What was found in it.
    pub fn looked(looked: Looked) -> Self {
        Self::Looked(Box::new(looked))
    }
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

    /// Why the visit, for which `git` waits, is perhaps not settled although it has no conflict.
    pub const fn one_sided(&self) -> Option<&GitError> {
        self.one_sided.as_ref()
    }

    /// Why it certainly is not: nobody has to be asked whether it is.
    pub fn unmerged(&self) -> Option<&GitError> {
        self.one_sided().filter(|error| !error.is_question())
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

    /// Takes in what came.
    pub(super) fn take(&mut self, news: News) {
        match news {
            News::Looked(looked) => self.take_look(*looked),
            News::Working(aim, progress) => self.working = Some((aim, progress)),
            News::Ended(_, Ok(Done::Committed { made })) => {
                self.working = None;
                self.committed = self.committed.max(made);
            }
            News::Ended(..) | News::NotBegun(_) => self.working = None,
        }
    }

    fn take_look(&mut self, looked: Looked) {
        // What is seen half way through a task is not what becomes of it; whoever works looks after.
        let is_half_way = self.working.is_some();
        if is_half_way || self.looked.is_some_and(|newest| looked.begun < newest) {
            // The look that counts may not have asked for these.
            self.log = self.log.take().or(looked.log);
            self.is_set_up = self.is_set_up.or(looked.is_set_up);
            return;
        }
        self.looked = Some(looked.begun);
        self.standing = looked.standing;
        self.one_sided = looked.one_sided;
        self.changes = looked.changes;
        self.log = looked.log.or_else(|| self.log.take());
        self.is_set_up = looked.is_set_up.or(self.is_set_up);
        let is_clean = self.state().is_some_and(|state| state.changed.is_empty());
        if let (true, Some(made)) = (is_clean, looked.made) {
            self.committed = self.committed.max(made);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn looked(begun: Instant, made: Option<usize>, changed: &[&str]) -> News {
        let state = State {
            changed: changed.iter().map(Into::into).collect(),
            ..State::default()
        };
        News::looked(Looked {
            begun,
            made,
            standing: Standing::Inside(state),
            one_sided: None,
            changes: Vec::new(),
            log: None,
            is_set_up: None,
        })
    }

    fn changed(repository: &Repository) -> usize {
        repository.state().map_or(0, |state| state.changed.len())
    }

    #[test]
    fn a_look_that_was_begun_earlier_and_comes_later_does_not_count() {
        let (early, late) = {
            let now = Instant::now();
            (now, now + Duration::from_millis(1))
        };
        let mut repository = Repository::default();
        repository.take(looked(late, None, &["a.ron"]));
        repository.take(looked(early, Some(2), &[]));
        assert_eq!((changed(&repository), repository.committed), (1, 0));
        repository.take(looked(late, Some(2), &[]));
        assert_eq!((changed(&repository), repository.committed), (0, 2));
    }

    #[test]
    fn what_is_seen_half_way_through_a_task_does_not_count() {
        let mut repository = Repository::default();
        repository.take(looked(Instant::now(), None, &["a.ron"]));
        repository.take(News::Working(Aim::Pull, None));
        repository.take(looked(Instant::now(), Some(1), &[]));
        assert_eq!((changed(&repository), repository.committed), (1, 0));
        repository.take(News::Ended(Aim::Pull, Ok(Done::NothingNew)));
        repository.take(looked(Instant::now(), None, &[]));
        assert_eq!(changed(&repository), 0);
    }

    #[test]
    fn a_clean_look_says_nothing_of_what_was_made_after_it_was_begun() {
        let begun = Instant::now();
        let mut repository = Repository::default();
        // Two are made and saved when the look is begun, a third one before it comes in.
        repository.take(looked(begun, Some(2), &[]));
        assert_eq!(repository.committed, 2);
        // Nobody knows what is saved.
        repository.take(looked(begun, None, &[]));
        assert_eq!(repository.committed, 2);
        let made = Ok(Done::Committed { made: 3 });
        repository.take(News::Ended(Aim::Commit, made));
        assert_eq!(repository.committed, 3);
    }
}
