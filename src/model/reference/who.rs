//! A person as a value: a participant, or somebody else by name.

use super::{
    find::{self, Found, NEW},
    relink, typed,
};
use crate::model::{
    Id, Kind, Participant,
    field::Shape,
    value::{Entry, Reading, Shaped, Unreadable, View},
};

/// A person: a participant of the visit, or just a name, as for a letter that is older than it.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub enum Who {
    /// Nobody yet.
    #[default]
    Nobody,
    /// A participant of the visit.
    Is(Id<Participant>),
    /// Somebody else, by name.
    Named(String),
}

impl Who {
    /// The participant, if it is one.
    pub const fn participant(&self) -> Option<&Id<Participant>> {
        match self {
            Self::Is(id) => Some(id),
            Self::Nobody | Self::Named(_) => None,
        }
    }
}

impl Shaped for Who {
    const SHAPE: Shape = Shape::Ref(Kind::Participant);
}

impl Entry for Who {
    fn is_empty(&self) -> bool {
        *self == Self::Nobody
    }

    fn typed(&self, view: View<'_>) -> String {
        match self {
            Self::Nobody => String::new(),
            Self::Is(id) => typed(id, view),
            Self::Named(name) => name.clone(),
        }
    }

    /// Somebody whom the visit does not know is kept by name.
    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        let is_new = NEW.iter().any(|word| text.starts_with(word));
        *self = match find::find(Kind::Participant, text, at) {
            Found::Nothing { near: None } if !is_new && !find::looks_like_id(text) => {
                let mut name = String::new();
                name.read(text, at)?;
                Self::Named(name)
            }
            _ => Self::Is(find::read(text, at)?),
        };
        Ok(())
    }

    fn give_links(&self, give: &mut dyn FnMut(Kind, &str)) {
        if let Some(id) = self.participant() {
            give(Kind::Participant, id.as_str());
        }
    }

    fn forget(&mut self, id: &str) {
        if self.participant().is_some_and(|own| own.as_str() == id) {
            *self = Self::Nobody;
        }
    }

    fn keep_name(&mut self, id: &str, name: &str) {
        if self.participant().is_some_and(|own| own.as_str() == id) {
            *self = Self::Named(name.to_owned());
        }
    }

    fn reword(&mut self, reword: &dyn Fn(&str) -> Option<String>) {
        if let Self::Named(name) = self {
            name.reword(reword);
        }
    }

    fn relink(&mut self, from: &str, to: &str) {
        if let Self::Is(own) = self {
            relink(own, from, to);
        }
    }

    fn texts(&self, _: View<'_>, give: &mut dyn FnMut(&str)) {
        if let Self::Named(name) = self {
            give(name);
        }
    }
}
