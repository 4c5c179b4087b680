//! References between records: one, several in order, and how they are kept in step.

mod find;
mod gone;
mod title;
mod who;

use super::{
    Id, Kind, Record,
    field::Shape,
    value::{Element, Entry, Reading, Shaped, Unreadable, View},
};

pub use find::{read, read_known, resembles};
pub(crate) use gone::{forget, forget_lost};
pub use title::typed;
pub use who::Who;

impl<R: Record> Shaped for Option<Id<R>> {
    const SHAPE: Shape = Shape::Ref(R::KIND);
}

impl<R: Record> Entry for Option<Id<R>> {
    fn is_empty(&self) -> bool {
        self.is_none()
    }

    fn typed(&self, view: View<'_>) -> String {
        self.as_ref().map_or_else(String::new, |id| typed(id, view))
    }

    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        *self = Some(read(text, at)?);
        Ok(())
    }

    fn give_links(&self, give: &mut dyn FnMut(Kind, &str)) {
        if let Some(id) = self {
            give(R::KIND, id.as_str());
        }
    }

    fn forget(&mut self, id: &str) {
        if self.as_ref().is_some_and(|own| own.as_str() == id) {
            *self = None;
        }
    }

    fn relink(&mut self, from: &str, to: &str) {
        if let Some(own) = self {
            relink(own, from, to);
        }
    }

    fn texts(&self, _: View<'_>, _: &mut dyn FnMut(&str)) {}
}

/// Makes a reference to the first record one to the second.
pub(crate) fn relink<R>(own: &mut Id<R>, from: &str, to: &str) {
    if own.as_str() == from
        && let Some(to) = Id::parse(to)
    {
        *own = to;
    }
}

/// Relinks a list in which nobody stands twice.
pub(crate) fn relink_all<R>(list: &mut Vec<Id<R>>, from: &str, to: &str) {
    if list.iter().any(|own| own.as_str() == to) {
        list.retain(|own| own.as_str() != from);
    }
    for own in list {
        relink(own, from, to);
    }
}

/// Lists the second record after the first, where that is listed.
pub(crate) fn list_beside<R>(list: &mut Vec<Id<R>>, beside: &str, id: &str) {
    let at = list.iter().position(|own| own.as_str() == beside);
    if let (Some(at), Some(id)) = (at, Id::parse(id))
        && !list.contains(&id)
    {
        list.insert(at + 1, id);
    }
}

/// Several references, in order.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(transparent, bound = "")]
pub struct Refs<R>(pub Vec<Id<R>>);

impl<R> Default for Refs<R> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<R> std::ops::Deref for Refs<R> {
    type Target = Vec<Id<R>>;

    fn deref(&self) -> &Vec<Id<R>> {
        &self.0
    }
}

impl<R: Record> Element for Id<R> {
    fn typed(&self, view: View<'_>) -> String {
        typed(self, view)
    }

    fn read(text: &str, at: &mut Reading<'_>) -> Result<Self, Unreadable> {
        read(text, at)
    }
}

impl<R: Record> Shaped for Refs<R> {
    const SHAPE: Shape = Shape::Refs(R::KIND);
}

impl<R: Record> Entry for Refs<R> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn typed(&self, view: View<'_>) -> String {
        self.0.typed(view)
    }

    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        self.0.clear();
        self.0.add(text, at)
    }

    fn add(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        self.0.add(text, at)
    }

    fn take(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        self.0.take(text, at)
    }

    fn give_links(&self, give: &mut dyn FnMut(Kind, &str)) {
        for id in &self.0 {
            give(R::KIND, id.as_str());
        }
    }

    fn forget(&mut self, id: &str) {
        self.0.retain(|own| own.as_str() != id);
    }

    fn relink(&mut self, from: &str, to: &str) {
        relink_all(&mut self.0, from, to);
    }

    fn list_beside(&mut self, beside: &str, id: &str) {
        list_beside(&mut self.0, beside, id);
    }

    fn texts(&self, _: View<'_>, _: &mut dyn FnMut(&str)) {}
}
