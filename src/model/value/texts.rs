//! Texts for papers as values: one wording a language, each with a key of its own (`title.fr`).

use serde::{Deserialize, Serialize};

use super::{
    Entry, Reading, Unreadable, View,
    scalars::{Shaped, fit, fit_line},
};
use crate::{
    model::{field::Shape, text::Text},
    words::Lang,
};

/// A text of several lines for papers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Prose(pub Text);

impl Shaped for Text {
    const SHAPE: Shape = Shape::Words;
}

impl Shaped for Prose {
    const SHAPE: Shape = Shape::Prose;
}

/// The language that a part names, where the empty part is the main one.
fn lang_of(part: &str, main: Lang) -> Lang {
    Lang::of_code(part).unwrap_or(main)
}

impl Entry for Text {
    fn is_empty(&self) -> bool {
        Text::is_empty(self)
    }

    /// The wording of the visit's main language, which is the one that the plain key edits.
    fn typed(&self, view: View<'_>) -> String {
        let main = view.visit.main_lang();
        self.exactly(main, main).unwrap_or_default().to_owned()
    }

    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        self.read_part("", text, at)
    }

    fn typed_part(&self, part: &str, view: View<'_>) -> String {
        let main = view.visit.main_lang();
        self.exactly(lang_of(part, main), main)
            .unwrap_or_default()
            .to_owned()
    }

    fn read_part(
        &mut self,
        part: &str,
        text: &str,
        at: &mut Reading<'_>,
    ) -> Result<(), Unreadable> {
        let main = at.visit.main_lang();
        self.set(lang_of(part, main), main, &fit_line(text)?);
        Ok(())
    }

    fn reword(&mut self, reword: &dyn Fn(&str) -> Option<String>) {
        self.change_all(reword);
    }

    fn texts(&self, _: View<'_>, give: &mut dyn FnMut(&str)) {
        self.all().for_each(give);
    }
}

impl Entry for Prose {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn typed(&self, view: View<'_>) -> String {
        self.0.typed(view)
    }

    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        self.read_part("", text, at)
    }

    fn typed_part(&self, part: &str, view: View<'_>) -> String {
        self.0.typed_part(part, view)
    }

    fn read_part(
        &mut self,
        part: &str,
        text: &str,
        at: &mut Reading<'_>,
    ) -> Result<(), Unreadable> {
        let main = at.visit.main_lang();
        self.0.set(lang_of(part, main), main, fit(text)?);
        Ok(())
    }

    fn reword(&mut self, reword: &dyn Fn(&str) -> Option<String>) {
        self.0.change_all(reword);
    }

    fn texts(&self, view: View<'_>, give: &mut dyn FnMut(&str)) {
        self.0.texts(view, give);
    }
}
