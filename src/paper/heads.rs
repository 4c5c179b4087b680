//! How many people there are, where some are not yet named and come in a number or a range.

use std::{fmt, iter::Sum, ops::Add};

use crate::model::Participant;

/// How many people there are, at least and at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Heads {
    pub(super) least: u32,
    pub(super) most: u32,
}

impl Heads {
    pub(super) const ONE: Self = Self { least: 1, most: 1 };

    /// One who is named, or as many as there are not yet named.
    pub(super) fn of(person: &Participant) -> Self {
        let (least, most) = person.heads();
        Self { least, most }
    }

    /// The same where they may stay away.
    pub(super) const fn at_most(self) -> Self {
        Self { least: 0, ..self }
    }

    /// So many for each of them.
    pub(super) const fn times(self, number: u32) -> Self {
        Self {
            least: self.least.saturating_mul(number),
            most: self.most.saturating_mul(number),
        }
    }
}

impl Add for Heads {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            least: self.least.saturating_add(other.least),
            most: self.most.saturating_add(other.most),
        }
    }
}

impl Sum for Heads {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Self::add)
    }
}

impl fmt::Display for Heads {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.least == self.most {
            write!(to, "{}", self.most)
        } else {
            write!(to, "{}–{}", self.least, self.most)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Name, Numbers};

    fn heads(name: &str, count: Option<(u32, u32)>) -> Heads {
        let mut person = Participant::with_id(Id::parse("somebody").unwrap());
        person.name = Name::new("", name);
        person.count = count.map(|range| Numbers::try_from(range).unwrap());
        Heads::of(&person)
    }

    #[test]
    fn the_named_count_once_and_the_others_by_their_number() {
        for (name, count, expected) in [
            ("Leroy", None, "1"),
            ("Leroy", Some((3, 3)), "1"),
            ("", None, "1"),
            ("", Some((3, 3)), "3"),
            ("", Some((7, 8)), "7–8"),
        ] {
            assert_eq!(heads(name, count).to_string(), expected, "{name} {count:?}");
        }
    }

    #[test]
    fn ranges_add_up() {
        let group = heads("", Some((7, 8)));
        let one = heads("Leroy", None);
        let all: Heads = [group, one, one.at_most()].into_iter().sum();
        assert_eq!(all.to_string(), "8–10");
        assert_eq!(all.times(2).to_string(), "16–20");
        assert_eq!([].into_iter().sum::<Heads>().to_string(), "0");
    }
}
