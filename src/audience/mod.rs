//! Who a paper is for, and the copy of a visit that this audience may know.

mod hears;
mod redact;
mod settle;
#[cfg(test)]
mod tests;

pub use redact::{Redacted, redact};

use crate::model::{Sight, value::choice};

choice! {
    /// Who a paper is for. When nothing is said it is the delegation, whose papers hold nothing
    /// internal or sensitive.
    Audience {
        Delegation "delegation" ["Delegation", "delegation", "délégation"],
        Internal "internal" ["intern", "internal", "interne"],
        Press "press" ["Presse", "press", "presse"],
    }
}

/// The one table of who may see which fields. Which records somebody hears of at all, and when,
/// stands in `hears`.
const MAY_SEE: &[(Audience, &[Sight])] = &[
    (
        Audience::Internal,
        &[
            Sight::Public,
            Sight::Programme,
            Sight::Reach,
            Sight::Care,
            Sight::Internal,
        ],
    ),
    (Audience::Delegation, &[Sight::Public, Sight::Programme]),
    (Audience::Press, &[Sight::Public]),
];

impl Audience {
    /// Whether fields of this sight are for this audience.
    pub fn sees(self, sight: Sight) -> bool {
        MAY_SEE
            .iter()
            .any(|(audience, sights)| *audience == self && sights.contains(&sight))
    }
}
