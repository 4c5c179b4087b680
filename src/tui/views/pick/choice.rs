//! What can be picked from a list, and what can be made of what was typed.

use crate::words::Said;

/// One entry of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::tui) struct Choice {
    /// What it stands for.
    pub(in crate::tui) id: String,
    /// What a person sees and types.
    pub(in crate::tui) text: String,
    /// What else is seen, and found by.
    pub(in crate::tui) note: String,
}

impl Choice {
    /// An entry.
    pub(in crate::tui) fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            text: text.into(),
            note: String::new(),
        }
    }

    /// The same with what else is seen beside it.
    #[must_use]
    pub(in crate::tui) fn noted(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}

/// What may be made of typed text that is in no list.
#[derive(Debug, Clone, Copy)]
pub(in crate::tui) struct Making {
    /// What is said before the typed text.
    pub(in crate::tui) label: Said,
    /// What stands before the typed text in the result.
    pub(in crate::tui) prefix: &'static str,
}
