//! Picking from a list by typing a few letters: one entry or several, or a new one by its name.

mod choice;
mod find;
mod view;

use nucleo_matcher::{Config, Matcher};

use crate::tui::{
    finder::Finder,
    view::{Answer, Reply, Request, Scene},
};
pub(in crate::tui) use choice::{Choice, Making};
use find::best;

/// What is to be done with what was picked.
type Then = Box<dyn FnMut(Vec<String>, &Scene<'_>) -> Vec<Request>>;

/// One line of the list as it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Choice(usize),
    Make(usize),
}

/// A list to pick from. Without anything to do with the result, the view below hears it as
/// [`Answer::Text`]: the id, or the ids separated by `;`.
pub(in crate::tui) struct Pick {
    title: String,
    choices: Vec<Choice>,
    makings: Vec<Making>,
    /// The ids that are picked, where several may be; in the order in which they were.
    several: Option<Vec<String>>,
    then: Option<Then>,
    rows: Vec<Row>,
    finder: Finder,
    matcher: Matcher,
}

impl Pick {
    /// A list of which one entry is picked.
    pub(in crate::tui) fn new(title: impl Into<String>, choices: Vec<Choice>) -> Self {
        let rows = (0..choices.len()).map(Row::Choice).collect();
        Self {
            title: title.into(),
            choices,
            makings: Vec::new(),
            several: None,
            then: None,
            rows,
            finder: Finder::default(),
            matcher: Matcher::new(Config::DEFAULT),
        }
    }

    /// Several may be picked; these are already.
    #[must_use]
    pub(in crate::tui) fn several(mut self, picked: Vec<String>) -> Self {
        self.several = Some(picked);
        self
    }

    /// What is typed may also be made into something new.
    #[must_use]
    pub(in crate::tui) fn making(mut self, makings: &[Making]) -> Self {
        self.makings = makings.to_vec();
        self
    }

    /// The entry that is selected at first.
    #[must_use]
    pub(in crate::tui) fn at(mut self, id: &str) -> Self {
        let at = self.choices.iter().position(|choice| choice.id == id);
        self.finder.select(at.unwrap_or(0));
        self
    }

    /// What is typed at first.
    #[must_use]
    pub(in crate::tui) fn typing(mut self, text: &str) -> Self {
        self.finder.replace(text);
        self.look();
        self
    }

    /// What is to be done with what was picked, once the list is closed.
    #[must_use]
    pub(in crate::tui) fn then(
        mut self,
        then: impl FnMut(Vec<String>, &Scene<'_>) -> Vec<Request> + 'static,
    ) -> Self {
        self.then = Some(Box::new(then));
        self
    }

    /// Looks for the entries that fit what is typed, the best first; to make a new one comes last.
    fn look(&mut self) {
        let typed = self.finder.text().trim();
        self.rows = if typed.is_empty() {
            (0..self.choices.len()).map(Row::Choice).collect()
        } else {
            let mut found = best(typed, &self.choices, &mut self.matcher);
            found.extend((0..self.makings.len()).map(Row::Make));
            found
        };
    }

    fn here(&self) -> Option<Row> {
        self.rows.get(self.finder.selected()).copied()
    }

    fn id_of(&self, row: Row) -> String {
        match row {
            Row::Choice(at) => self.choices[at].id.clone(),
            Row::Make(at) => format!("{}{}", self.makings[at].prefix, self.finder.text().trim()),
        }
    }

    fn toggle(&mut self) {
        let (Some(row), Some(mut several)) = (self.here(), self.several.take()) else {
            return;
        };
        let id = self.id_of(row);
        match several.iter().position(|own| *own == id) {
            Some(at) => drop(several.remove(at)),
            None => several.push(id.clone()),
        }
        self.several = Some(several);
        if matches!(row, Row::Make(_)) {
            // What is to be made is an entry from now on, so that it can be seen and taken back.
            let choice = Choice::new(id, self.finder.text().trim()).noted("+");
            self.choices.push(choice);
        }
        if !self.finder.text().is_empty() {
            // The next name can be typed at once.
            let at = match row {
                Row::Choice(at) => at,
                Row::Make(_) => self.choices.len() - 1,
            };
            self.finder.replace("");
            self.look();
            self.finder.select(at);
        }
    }

    fn accept(&mut self, scene: &Scene<'_>) -> Reply {
        let here = self.here().map(|row| self.id_of(row));
        let picked = match (&self.several, here) {
            (Some(several), here) => {
                // Who types a name and accepts means it, toggled or not.
                let typing = !self.finder.text().trim().is_empty();
                let also = here.filter(|id| typing && !several.contains(id));
                several.iter().cloned().chain(also).collect()
            }
            (None, Some(id)) => vec![id],
            (None, None) => return Reply::nothing(),
        };
        let Some(then) = &mut self.then else {
            // A name with a comma in a list of one is one name.
            let end = if self.several.is_some() { ";" } else { "" };
            let text = picked.join("; ") + end;
            return Reply::one(Request::Close(Some(Answer::Text(text))));
        };
        let mut requests = vec![Request::Close(None)];
        requests.extend(then(picked, scene));
        Reply::Done(requests)
    }
}
