//! Lists of short values, and ranges of numbers.

use serde::{Deserialize, Serialize};

use super::{
    Entry, Reading, Unreadable, View,
    scalars::{Shaped, fit_line, number},
    wordings,
};
use crate::{
    model::{field::Shape, text::Text},
    words::range,
};

/// One element of a list that is typed with commas between.
pub trait Element: Clone + PartialEq + std::fmt::Debug + 'static {
    /// The element as one would type it.
    fn typed(&self, view: View<'_>) -> String;
    /// The element that was typed.
    fn read(text: &str, at: &mut Reading<'_>) -> Result<Self, Unreadable>;
    /// Whether this is the one that somebody typed, perhaps with less than all of it.
    fn is_meant(&self, typed: &Self, view: View<'_>) -> bool {
        self.typed(view) == typed.typed(view)
    }
    /// Puts other words where the closure has some for a text.
    fn reword(&mut self, _reword: &dyn Fn(&str) -> Option<String>) {}
    /// Gives each text that a search looks at.
    fn texts(&self, view: View<'_>, give: &mut dyn FnMut(&str)) {
        give(&self.typed(view));
    }
}

impl Element for String {
    fn typed(&self, _: View<'_>) -> String {
        self.clone()
    }

    fn read(text: &str, _: &mut Reading<'_>) -> Result<Self, Unreadable> {
        fit_line(text)
    }

    fn reword(&mut self, reword: &dyn Fn(&str) -> Option<String>) {
        Entry::reword(self, reword);
    }
}

impl Element for Text {
    fn typed(&self, view: View<'_>) -> String {
        wordings::typed(self, view)
    }

    fn read(text: &str, at: &mut Reading<'_>) -> Result<Self, Unreadable> {
        let mut read = Self::default();
        wordings::read(&mut read, text, at)?;
        Ok(read)
    }

    /// Who types the main wording alone means the text with its other languages.
    fn is_meant(&self, typed: &Self, view: View<'_>) -> bool {
        let main = view.visit.main_lang();
        let typed = wordings::typed(typed, view);
        wordings::typed(self, view) == typed || self.exactly(main, main) == Some(&*typed)
    }

    fn reword(&mut self, reword: &dyn Fn(&str) -> Option<String>) {
        self.change_all(reword);
    }

    fn texts(&self, _: View<'_>, give: &mut dyn FnMut(&str)) {
        self.all().for_each(give);
    }
}

impl Element for u32 {
    fn typed(&self, _: View<'_>) -> String {
        self.to_string()
    }

    fn read(text: &str, _: &mut Reading<'_>) -> Result<Self, Unreadable> {
        number(text, 0, 9999)
    }
}

impl<T: Element> Shaped for Vec<T> {
    const SHAPE: Shape = Shape::List;
}

impl<T: Element> Entry for Vec<T> {
    fn is_empty(&self) -> bool {
        Vec::is_empty(self)
    }

    fn typed(&self, view: View<'_>) -> String {
        let mut typed = self
            .iter()
            .map(|e| e.typed(view))
            .collect::<Vec<_>>()
            .join("; ");
        // A lone element with a comma must not be read as two.
        if self.len() == 1 && typed.contains(',') {
            typed.push(';');
        }
        typed
    }

    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        let mut list: Self = Vec::new();
        for part in elements(text) {
            let element = T::read(part, at)?;
            // An element that was there keeps its wordings in other languages.
            let kept = meant(self, &element, at.view()).map(|kept| self[kept].clone());
            list.push(kept.unwrap_or(element));
        }
        *self = list;
        Ok(())
    }

    fn add(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        for part in elements(text) {
            let element = T::read(part, at)?;
            if !self.iter().any(|e| e.is_meant(&element, at.view())) {
                self.push(element);
            }
        }
        Ok(())
    }

    fn take(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        for part in elements(text) {
            let element = T::read(part, at)?;
            let found = meant(self, &element, at.view());
            self.remove(found.ok_or_else(|| Unreadable::NotInList(part.to_owned()))?);
        }
        Ok(())
    }

    fn reword(&mut self, reword: &dyn Fn(&str) -> Option<String>) {
        for element in self {
            element.reword(reword);
        }
    }

    fn texts(&self, view: View<'_>, give: &mut dyn FnMut(&str)) {
        for element in self {
            element.texts(view, give);
        }
    }
}

/// Which element somebody typed: the one that is typed so, else one that may be meant.
fn meant<T: Element>(list: &[T], element: &T, view: View<'_>) -> Option<usize> {
    let typed = element.typed(view);
    let exactly = list.iter().position(|own| own.typed(view) == typed);
    exactly.or_else(|| list.iter().position(|own| own.is_meant(element, view)))
}

/// The elements of a typed list. Where a semicolon stands, only semicolons and line ends separate,
/// so that an element may have a comma.
pub(crate) fn elements(text: &str) -> impl Iterator<Item = &str> {
    let separators: &[char] = if text.contains([';', '\n']) {
        &[';', '\n']
    } else {
        &[',']
    };
    text.split(separators)
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// A number or a range of numbers, such as the heads of a group: `4`, `8–9`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(u32, u32)", into = "(u32, u32)")]
pub struct Numbers {
    least: u32,
    most: u32,
}

impl Numbers {
    /// The least.
    pub const fn least(self) -> u32 {
        self.least
    }

    /// The most; the same as the least where it is one number.
    pub const fn most(self) -> u32 {
        self.most
    }
}

impl From<Numbers> for (u32, u32) {
    fn from(range: Numbers) -> Self {
        (range.least, range.most)
    }
}

impl TryFrom<(u32, u32)> for Numbers {
    type Error = String;

    fn try_from((least, most): (u32, u32)) -> Result<Self, String> {
        if (1..=9999).contains(&least) && (least..=9999).contains(&most) {
            Ok(Self { least, most })
        } else {
            Err(format!(
                "({least}, {most}) is not a range of heads from 1 to 9999"
            ))
        }
    }
}

impl std::fmt::Display for Numbers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&range((*self).into()))
    }
}

impl Shaped for Option<Numbers> {
    const SHAPE: Shape = Shape::Number;
}

impl Entry for Option<Numbers> {
    fn is_empty(&self) -> bool {
        self.is_none()
    }

    fn typed(&self, _: View<'_>) -> String {
        self.map_or_else(String::new, |range| range.to_string())
    }

    fn read(&mut self, text: &str, _: &mut Reading<'_>) -> Result<(), Unreadable> {
        let (least, most) = text.split_once(['-', '–']).unwrap_or((text, text));
        let least = number(least, 1, 9999)?;
        let most = number(most, least, 9999)?;
        *self = Some(Numbers { least, most });
        Ok(())
    }
}
