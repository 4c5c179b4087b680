//! A reference to a letter, which may be in another visit's file.

use serde::{Deserialize, Serialize};

use super::{
    Head, Id, Kind, Letter,
    field::Shape,
    reference,
    value::{Entry, Reading, Shaped, Unreadable, View},
};

/// A letter of this visit, or of another one that the library's index finds by its id, so that
/// files can be renamed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterRef {
    /// The other visit; none for this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<Id<Head>>,
    /// The letter.
    pub letter: Id<Letter>,
}

impl Shaped for Option<LetterRef> {
    const SHAPE: Shape = Shape::Ref(Kind::Letter);
}

impl Entry for Option<LetterRef> {
    fn is_empty(&self) -> bool {
        self.is_none()
    }

    fn typed(&self, view: View<'_>) -> String {
        match self {
            None => String::new(),
            Some(LetterRef {
                visit: None,
                letter,
            }) => reference::typed(letter, view),
            Some(LetterRef {
                visit: Some(visit),
                letter,
            }) => format!("{visit}/{letter}"),
        }
    }

    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        let no_such = || Unreadable::NoSuch(Kind::Letter, text.to_owned(), None);
        let other = text
            .split_once('/')
            .map(|(visit, letter)| (Id::parse(visit.trim()), letter.trim()));
        *self = Some(match other {
            Some((Some(visit), letter)) => LetterRef {
                visit: Some(visit),
                letter: Id::parse(letter).ok_or_else(no_such)?,
            },
            _ => LetterRef {
                visit: None,
                letter: reference::read(text, at)?,
            },
        });
        Ok(())
    }

    fn give_links(&self, give: &mut dyn FnMut(Kind, &str)) {
        if let Some(own) = self.as_ref().filter(|own| own.visit.is_none()) {
            give(Kind::Letter, own.letter.as_str());
        }
    }

    fn forget(&mut self, id: &str) {
        if self
            .as_ref()
            .is_some_and(|own| own.visit.is_none() && own.letter.as_str() == id)
        {
            *self = None;
        }
    }

    fn relink(&mut self, from: &str, to: &str) {
        if let Some(own) = self.as_mut().filter(|own| own.visit.is_none()) {
            reference::relink(&mut own.letter, from, to);
        }
    }

    fn texts(&self, _: View<'_>, _: &mut dyn FnMut(&str)) {}
}
