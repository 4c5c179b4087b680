//! From which version of a visit papers are made: the visit as it is, or an issue of it; with the
//! house's style, and what they are compared with.

use std::{path::Path, sync::Arc};

use chrono::NaiveDateTime;
use thiserror::Error;

use super::{edition, order::Source};
use crate::{
    model::Visit,
    paper::Edition,
    store::{self, Folders, HouseError, Issue, IssueError},
    words::{Lang, Speak},
};

/// Which version is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Version {
    /// The issue; the visit as it is where none is named.
    pub issue: Option<u32>,
    /// The issue that it is compared with, if it is compared.
    pub since: Option<u32>,
}

/// Why there is nothing to make papers from.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum SourceError {
    /// An issue cannot be read.
    Issue(#[from] IssueError),
    /// The house's style cannot be read.
    House(#[from] HouseError),
}

impl Speak for SourceError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Issue(error) => error.say(lang),
            Self::House(error) => error.say(lang),
        }
    }
}

impl Source {
    /// The wanted version of the visit in the file at `path`, which is `visit` now. `now` is by the
    /// clock of its home zone.
    ///
    /// # Errors
    /// An issue that is not there or cannot be read, or a house style that is wrong.
    pub fn of(
        path: &Path,
        visit: Arc<Visit>,
        version: Version,
        folders: &Folders,
        now: NaiveDateTime,
    ) -> Result<Self, SourceError> {
        let (visit, edition) = if let Some(number) = version.issue {
            issued(path, number)?
        } else {
            let newest = store::newest(path)?;
            let newest = newest.as_ref().map(|own| (&own.issue, own.is(&visit)));
            (visit, edition(newest, now))
        };
        let since = version.since.map(|number| issued(path, number));
        Ok(Self {
            visit,
            edition,
            since: since.transpose()?,
            house: Arc::new(store::house(Some(path), folders)?),
            now,
        })
    }
}

/// A visit as it went out in an issue.
///
/// # Errors
/// An issue that is not there or cannot be read.
pub fn issued(path: &Path, number: u32) -> Result<(Arc<Visit>, Edition), IssueError> {
    let visit = store::frozen(path, number)?;
    let issues = store::issues(path)?;
    let at = issues.iter().find(|issue| issue.number == number);
    let at = at.map_or_else(NaiveDateTime::default, |issue: &Issue| issue.at);
    Ok((Arc::new(visit), Edition::Issue { number, at }))
}
