//! Typed ids that a person can read and that two machines can make at once without meeting.

use std::{
    cmp::Ordering,
    fmt,
    hash::{BuildHasher, Hash, Hasher, RandomState},
    marker::PhantomData,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::display;

/// The id of a record of kind `R`, such as `berrazouk-7k2f`. It never changes when a name does.
pub struct Id<R> {
    text: String,
    kind: PhantomData<fn() -> R>,
}

/// Letters and digits that nobody confuses when reading aloud.
const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz23456789z";

impl<R> Id<R> {
    /// The longest id that a file may hold, in bytes.
    pub const LONGEST: usize = 80;

    /// A new id from a name: its first words, and four random letters.
    pub fn make(name: &str) -> Self {
        let slug = display::slug(name);
        let start = if slug.is_empty() { "x" } else { slug.as_str() };
        Self::known(format!("{start}-{}", random_letters()))
    }

    /// The id with this text, if it could be one: lower-case letters, digits and `-`.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (1..=Self::LONGEST).contains(&text.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        fits.then(|| Self::known(text.to_owned()))
    }

    fn known(text: String) -> Self {
        Self {
            text,
            kind: PhantomData,
        }
    }

    /// The text of the id.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Four letters from the randomness that the standard library seeds its hashers with.
fn random_letters() -> String {
    let mut bits = RandomState::new().build_hasher().finish();
    (0..4)
        .map(|_| {
            let letter = ALPHABET[(bits % 32) as usize];
            bits /= 32;
            char::from(letter)
        })
        .collect()
}

impl<R> Clone for Id<R> {
    fn clone(&self) -> Self {
        Self::known(self.text.clone())
    }
}

impl<R> PartialEq for Id<R> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<R> Eq for Id<R> {}

impl<R> PartialOrd for Id<R> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<R> Ord for Id<R> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl<R> Hash for Id<R> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<R> std::borrow::Borrow<str> for Id<R> {
    fn borrow(&self) -> &str {
        &self.text
    }
}

impl<R> fmt::Debug for Id<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl<R> fmt::Display for Id<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl<R> Serialize for Id<R> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.text)
    }
}

impl<'de, R> Deserialize<'de> for Id<R> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| {
            de::Error::custom(format!(
                "‘{}’ is not an id: an id has lower-case letters, digits and hyphens",
                display::safe(&text)
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_ids_are_readable_and_parse() {
        for (name, start) in [
            ("Achraf Berrazouk", "achraf-berrazouk-"),
            ("Düsseldorf", "duesseldorf-"),
            ("مراكش", ""),
            ("", "x-"),
        ] {
            let id = Id::<()>::make(name);
            assert!(id.as_str().starts_with(start), "{id}");
            assert_eq!(Id::parse(id.as_str()), Some(id));
        }
    }

    #[test]
    fn two_ids_of_one_name_differ() {
        assert_ne!(Id::<()>::make("a"), Id::<()>::make("a"));
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "Aß", "a b", "../x", "a\u{1b}"] {
            assert_eq!(Id::<()>::parse(text), None, "{text:?}");
        }
    }
}
