//! What is typed in forms that are open, and what of it is still to be kept or to be let go.

use std::{collections::BTreeMap, time::Instant};

use super::state::Next;

/// The drafts by the form that they are of.
#[derive(Debug)]
pub(super) struct Drafts(BTreeMap<String, Draft>);

/// What a draft waits for.
#[derive(Debug)]
enum Draft {
    Keep {
        text: String,
        due: Instant,
        /// The question for which it was tried in vain.
        tried: Option<u64>,
    },
    Forget,
}

impl Drafts {
    pub(super) const fn new() -> Self {
        Self(BTreeMap::new())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// This is in the form by now.
    pub(super) fn typed(&mut self, part: &str, text: String, due: Instant) {
        // Counted from the first keystroke, or fast typing would put it off forever.
        let due = match self.0.get(part) {
            Some(Draft::Keep { due: earlier, .. }) => due.min(*earlier),
            _ => due,
        };
        let draft = Draft::Keep {
            text,
            due,
            tried: None,
        };
        self.0.insert(part.to_owned(), draft);
    }

    /// The form was accepted or given up.
    pub(super) fn done(&mut self, part: &str) {
        self.0.insert(part.to_owned(), Draft::Forget);
    }

    /// What is to be done now, all at once where there is a question.
    pub(super) fn next(
        &self,
        now: Instant,
        question: Option<u64>,
        may_forget: bool,
    ) -> Option<Next> {
        self.0.iter().find_map(|(part, draft)| match draft {
            Draft::Keep { text, due, tried }
                if *due <= now || question.is_some() && *tried != question =>
            {
                Some(Next::Keep {
                    part: part.clone(),
                    text: text.clone(),
                })
            }
            Draft::Forget if may_forget => Some(Next::Forget { part: part.clone() }),
            _ => None,
        })
    }

    /// When what is typed is to be written.
    pub(super) fn due(&self) -> impl Iterator<Item = Instant> {
        self.0.values().filter_map(|draft| match draft {
            Draft::Keep { due, .. } => Some(*due),
            Draft::Forget => None,
        })
    }

    /// What is not written yet, by form.
    pub(super) fn to_keep(&self) -> Vec<(String, String)> {
        let keep = |(part, draft): (&String, &Draft)| match draft {
            Draft::Keep { text, .. } => Some((part.clone(), text.clone())),
            Draft::Forget => None,
        };
        self.0.iter().filter_map(keep).collect()
    }

    /// It was written as `text`; what was typed meanwhile is still to be written.
    pub(super) fn kept(&mut self, part: &str, text: &str) {
        if matches!(self.0.get(part), Some(Draft::Keep { text: now, .. }) if now == text) {
            self.0.remove(part);
        }
    }

    /// It could not be written for this question, and is to be tried again then.
    pub(super) fn failed(&mut self, part: &str, again: Instant, question: u64) {
        if let Some(Draft::Keep { due, tried, .. }) = self.0.get_mut(part) {
            *due = again;
            *tried = Some(question);
        }
    }

    /// Its file is gone.
    pub(super) fn forgotten(&mut self, part: &str) {
        if matches!(self.0.get(part), Some(Draft::Forget)) {
            self.0.remove(part);
        }
    }
}
