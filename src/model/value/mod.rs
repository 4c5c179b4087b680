//! Values of fields: how each kind is read from what a person types, and written as one would type it.

mod choice;
mod lists;
mod rows;
pub(crate) mod scalars;
mod texts;
mod unreadable;
pub mod wordings;

use std::{any::Any, fmt::Debug};

use chrono::NaiveDate;

pub(crate) use choice::choice;
pub(crate) use lists::elements;
pub use lists::{Element, Numbers};
pub use rows::{Row, Rows, cells, escape};
pub(crate) use scalars::fit_line;
pub use scalars::{Note, Shaped};
pub use texts::Prose;
pub use unreadable::Unreadable;

use super::{AnyRecord, Fields, Kind, Side, Visit};
use crate::words::Lang;

/// Where a value is shown: whose records its references name, and in which language.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The visit that the value belongs to.
    pub visit: &'a Visit,
    /// The reader's language.
    pub lang: Lang,
}

/// What typed text is read against, and the records that reading made on the spot.
pub struct Reading<'a> {
    /// The visit that the value belongs to.
    pub visit: &'a Visit,
    /// The writer's language; English words are understood in any.
    pub lang: Lang,
    /// The day that a date without a year, or a weekday, is counted from.
    pub near: NaiveDate,
    /// The day by which `today` and `tomorrow` are understood.
    pub today: NaiveDate,
    /// The side of a person who is made on the spot by this field.
    pub side: Side,
    /// The id of the record that is being edited.
    pub subject: &'a str,
    /// Records that were made because the text names what does not exist yet.
    pub made: Vec<AnyRecord>,
}

impl Reading<'_> {
    /// The same visit and language for showing.
    pub fn view(&self) -> View<'_> {
        View {
            visit: self.visit,
            lang: self.lang,
        }
    }
}

/// A reference to another record of the visit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// What kind of record it is.
    pub kind: Kind,
    /// Its id.
    pub id: String,
}

/// A field's value, whatever its type.
pub trait Entry: Erased {
    /// Whether there is nothing to say; an empty value is left out of the file.
    fn is_empty(&self) -> bool;

    /// The value as one would type it; reading it again gives the same value.
    fn typed(&self, view: View<'_>) -> String;

    /// Replaces the value by what was typed, which is neither empty nor padded.
    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable>;

    /// Adds one element to a list.
    fn add(&mut self, _text: &str, _at: &mut Reading<'_>) -> Result<(), Unreadable> {
        Err(Unreadable::NotAList)
    }

    /// Removes one element from a list.
    fn take(&mut self, _text: &str, _at: &mut Reading<'_>) -> Result<(), Unreadable> {
        Err(Unreadable::NotAList)
    }

    /// One part as one would type it; `part` is a key of its declaration, or a language's code.
    fn typed_part(&self, _part: &str, view: View<'_>) -> String {
        self.typed(view)
    }

    /// Replaces one part; the text may be empty, which clears it.
    fn read_part(
        &mut self,
        _part: &str,
        text: &str,
        at: &mut Reading<'_>,
    ) -> Result<(), Unreadable> {
        self.read(text, at)
    }

    /// Gives each record that it refers to, by kind and id.
    fn give_links(&self, _give: &mut dyn FnMut(Kind, &str)) {}

    /// The records that it refers to.
    fn links(&self) -> Vec<Link> {
        let mut links = Vec::new();
        self.give_links(&mut |kind, id| {
            let id = id.to_owned();
            links.push(Link { kind, id });
        });
        links
    }

    /// Every date that it holds.
    fn dates(&self) -> Vec<NaiveDate> {
        Vec::new()
    }

    /// Forgets each reference to a record that is going away.
    fn forget(&mut self, _id: &str) {}

    /// Keeps the name of a person who is going away, where a name can stand instead.
    fn keep_name(&mut self, _id: &str, _name: &str) {}

    /// Puts other words where the closure has some for a text; references and choices have none.
    fn reword(&mut self, _reword: &dyn Fn(&str) -> Option<String>) {}

    /// Refers to the second record wherever it referred to the first.
    fn relink(&mut self, _from: &str, _to: &str) {}

    /// Lists the second record wherever it lists the first.
    fn list_beside(&mut self, _beside: &str, _id: &str) {}

    /// Gives each text that a search looks at; a reference gives none, its record does.
    fn texts(&self, view: View<'_>, give: &mut dyn FnMut(&str)) {
        give(&self.typed(view));
    }

    /// Its rows, where it is a list of rows: each has fields of its own.
    fn rows(&self) -> Vec<&dyn Fields> {
        Vec::new()
    }

    /// The same, to change them.
    fn rows_mut(&mut self) -> Vec<&mut dyn Fields> {
        Vec::new()
    }
}

/// What every value can do because its type can: be compared, copied and emptied unseen.
pub trait Erased: Any + Debug {
    /// Whether both are of one type and equal.
    fn same(&self, other: &dyn Entry) -> bool;
    /// Takes the value of another of the same type; of another type, nothing.
    fn assign(&mut self, other: &dyn Entry);
    /// Empties the value.
    fn clear(&mut self);
}

impl<T: Entry + Clone + PartialEq + Default> Erased for T {
    fn same(&self, other: &dyn Entry) -> bool {
        (other as &dyn Any).downcast_ref::<T>() == Some(self)
    }

    fn assign(&mut self, other: &dyn Entry) {
        if let Some(other) = (other as &dyn Any).downcast_ref::<T>() {
            self.clone_from(other);
        }
    }

    fn clear(&mut self) {
        *self = T::default();
    }
}

/// For serde: an empty value is left out of the file.
pub(crate) fn is_empty<T: Entry>(value: &T) -> bool {
    value.is_empty()
}

/// The index of the choice that was typed: its token, its label in any language, or the beginning
/// of just one.
pub(crate) fn choose(
    text: &str,
    choices: &'static [super::field::Choice],
) -> Result<usize, Unreadable> {
    let typed = crate::display::fold(text);
    let names = |choice: &super::field::Choice| {
        let labels = Lang::ALL.map(|lang| crate::display::fold(choice.label.get(lang)));
        labels.into_iter().chain([choice.token.to_owned()])
    };
    let whole = choices
        .iter()
        .position(|c| names(c).any(|name| name == typed));
    let mut begun = choices
        .iter()
        .enumerate()
        .filter(|(_, c)| !typed.is_empty() && names(c).any(|name| name.starts_with(&typed)))
        .map(|(at, _)| at);
    whole
        .or_else(|| begun.next().filter(|_| begun.next().is_none()))
        .ok_or_else(|| Unreadable::NotAChoice(text.to_owned(), choices))
}
