//! What is chosen for a paper: which one, for whom, about what, how it looks and from which version.

mod choice;
mod next;
mod shown;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::{
    audience::{Audience, Whose},
    format::{self, Format, PAGE_COLUMNS},
    model::{Id, Letter, Visit},
    paper::{
        self, NOTICE, Paper, Tentative, Topic,
        set::{self, Wanted},
    },
    session::{Version, order::Order},
    store::Issue,
    words::Lang,
};
pub(super) use choice::Choice;
use next::{next, next_or_none};
pub(super) use shown::called;

/// What is chosen from: a version of the visit, its days, and the issues.
pub(super) struct Stock<'a> {
    pub(super) visit: Arc<Visit>,
    pub(super) days: Vec<NaiveDate>,
    pub(super) issues: &'a [Issue],
}

/// The choices as they stand.
#[derive(Debug, Clone)]
pub(super) struct Choices {
    pub(super) paper: Paper,
    audience: Audience,
    pub(super) whose: Option<Whose>,
    day: Option<NaiveDate>,
    letter: Option<Id<Letter>>,
    lang: Lang,
    beside: Option<Lang>,
    pub(super) format: Format,
    pub(super) version: Version,
    tentative: Tentative,
}

impl Choices {
    /// The day schedule of a day, for the delegation, in the visit's main language.
    pub(super) fn new(day: Option<NaiveDate>, lang: Lang) -> Self {
        Self {
            paper: paper::ALL[0],
            audience: Audience::default(),
            whose: None,
            day,
            letter: None,
            lang,
            beside: None,
            format: format::ALL[0],
            version: Version::default(),
            tentative: Tentative::default(),
        }
    }

    /// Whether a choice makes a difference to the paper.
    pub(super) fn matters(&self, choice: Choice, from: &Stock<'_>) -> bool {
        match choice {
            Choice::Day => self.paper.is_about(Topic::Day) && from.days.len() > 1,
            Choice::Person => self.paper.is_about(Topic::Person) && self.readers(from).len() > 1,
            Choice::Letter => self.paper.is_about(Topic::Letter) && from.visit.letters.len() > 1,
            Choice::Audience => self.paper.audiences.len() > 1,
            Choice::Issue => !from.issues.is_empty(),
            Choice::Since => !self.older(from).is_empty(),
            Choice::Tentative => self.audience != Audience::Press,
            Choice::Paper | Choice::Lang | Choice::Beside | Choice::Format => true,
        }
    }

    /// Goes on to the next of what can be chosen.
    pub(super) fn turn(&mut self, choice: Choice, from: &Stock<'_>) {
        let issues = from.issues.iter().rev().map(|issue| issue.number);
        match choice {
            Choice::Paper => {
                let all: Vec<&str> = paper::ALL.iter().map(|paper| paper.token).collect();
                if let Some(token) = next(&all, &self.paper.token) {
                    self.take_paper(token, from);
                }
            }
            Choice::Audience => {
                let next = next(self.paper.audiences, &self.audience);
                self.audience = next.unwrap_or_default();
                self.settle(from);
            }
            Choice::Person => {
                self.whose = next(&self.readers(from), &self.whose).flatten();
            }
            Choice::Day => self.turn_day(1, from),
            Choice::Letter => {
                let letters = from
                    .visit
                    .letters
                    .iter()
                    .map(|letter| Some(letter.id.clone()));
                let letters: Vec<Option<Id<Letter>>> = letters.collect();
                self.letter = next(&letters, &self.letter(from)).flatten();
            }
            Choice::Lang => {
                self.lang = next(&Lang::WRITTEN, &self.lang).unwrap_or_default();
                self.beside = self.beside.filter(|beside| *beside != self.lang);
            }
            Choice::Beside => {
                let others = Lang::WRITTEN.into_iter().filter(|lang| *lang != self.lang);
                self.beside = next_or_none(others, self.beside.as_ref());
            }
            Choice::Format => {
                let all: Vec<&str> = format::ALL.iter().map(|format| format.token).collect();
                let token = next(&all, &self.format.token).unwrap_or_default();
                self.format = Format::named(token).unwrap_or(self.format);
            }
            Choice::Issue => {
                self.version.issue = next_or_none(issues, self.version.issue.as_ref());
                self.settle(from);
            }
            Choice::Since => {
                self.version.since = next_or_none(self.older(from), self.version.since.as_ref());
                self.settle(from);
            }
            Choice::Tentative => {
                self.tentative = next(Tentative::ALL, &self.tentative).unwrap_or_default();
            }
        }
    }

    /// Chooses a paper, for those for whom it was, if it is for them.
    pub(super) fn take_paper(&mut self, token: &str, from: &Stock<'_>) {
        if let Some(paper) = Paper::named(token) {
            if self.paper.token == NOTICE.token {
                self.version.since = None;
            }
            self.paper = paper;
            self.settle(from);
        }
    }

    /// For whom a paper can be made of its audience; none is everybody.
    pub(super) fn readers(&self, from: &Stock<'_>) -> Vec<Option<Whose>> {
        let mut readers = Vec::new();
        for wanted in set::of(self.paper, self.audience, &from.visit) {
            if !readers.contains(&wanted.reader.whose) {
                readers.push(wanted.reader.whose);
            }
        }
        readers
    }

    /// The issues that are older than what is shown, the newest first.
    fn older(&self, from: &Stock<'_>) -> Vec<u32> {
        let numbers = from.issues.iter().rev().map(|issue| issue.number);
        let shown = self.version.issue;
        numbers
            .filter(|number| shown.is_none_or(|shown| *number < shown))
            .collect()
    }

    /// Makes the choices fit each other. A change notice is always since some issue.
    fn settle(&mut self, from: &Stock<'_>) {
        if !self.paper.audiences.contains(&self.audience) {
            self.audience = self.paper.audiences[0];
        }
        let readers = self.readers(from);
        if !readers.contains(&self.whose) {
            self.whose = readers.into_iter().next().flatten();
        }
        let older = self.older(from);
        self.version.since = self.version.since.filter(|since| older.contains(since));
        if self.paper.token == NOTICE.token {
            self.version.since = self.version.since.or(older.first().copied());
        }
    }

    /// Goes so many days on, from the last to the first again; where no day need be named, past all
    /// of them.
    pub(super) fn turn_day(&mut self, by: isize, from: &Stock<'_>) {
        let mut days: Vec<Option<NaiveDate>> = from.days.iter().copied().map(Some).collect();
        if !self.paper.needs.contains(&Topic::Day) {
            days.insert(0, None);
        }
        let at = days.iter().position(|own| *own == self.day(from));
        let len = days.len().cast_signed().max(1);
        let to = at.map_or(0, |at| (at.cast_signed() + by).rem_euclid(len));
        self.day = days.get(to.cast_unsigned()).copied().flatten();
    }

    /// The day that the paper is about: where one has to be named, the one chosen as long as there
    /// is one.
    fn day(&self, from: &Stock<'_>) -> Option<NaiveDate> {
        let day = self.day.filter(|day| from.days.contains(day));
        if self.paper.needs.contains(&Topic::Day) {
            day.or_else(|| from.days.first().copied())
        } else {
            day.filter(|_| self.paper.takes.contains(&Topic::Day))
        }
    }

    /// The letter that the paper is about: the one chosen, as long as there is one.
    fn letter(&self, from: &Stock<'_>) -> Option<Id<Letter>> {
        if !self.paper.is_about(Topic::Letter) {
            return None;
        }
        let letters = &from.visit.letters;
        let chosen = self.letter.clone().filter(|id| letters.get(id).is_some());
        let usual = || paper::only_signed(&from.visit);
        let first = || letters.iter().next().map(|letter| &letter.id);
        chosen.or_else(|| usual().or_else(first).cloned())
    }

    /// The order that the choices make.
    pub(super) fn order(&self, from: &Stock<'_>) -> Order {
        let is_own = self.paper.is_about(Topic::Person);
        Order {
            wanted: Wanted {
                paper: self.paper,
                reader: crate::audience::Reader {
                    audience: self.audience,
                    whose: self.whose.clone().filter(|_| is_own),
                },
                day: self.day(from),
                letter: self.letter(from),
            },
            lang: self.lang,
            beside: self.beside,
            tentative: self.tentative,
            format: self.format,
            width: PAGE_COLUMNS,
        }
    }
}
