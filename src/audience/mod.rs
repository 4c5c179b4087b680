//! Who a paper is for, and the copy of a visit that this audience may know.

mod hears;
mod reader;
mod redact;
mod settle;
#[cfg(test)]
mod tests;
mod whole;

pub use reader::{Reader, Whose};
pub use redact::Redacted;
pub use whole::{Seen, Whole, redact};

use crate::model::{Sight, value::choice};

choice! {
    /// Who a paper is for. When nothing is said it is the delegation, whose papers hold nothing
    /// internal or sensitive.
    Audience {
        Delegation "delegation" ["Delegation", "delegation", "délégation", "الوفد"],
        Internal "internal" ["intern", "internal", "interne", "داخلي"],
        Host "host" ["Gastgeber", "hosts", "ville d’accueil", "الجهة المضيفة"],
        Person "person" ["eine Person", "one person", "une personne", "شخص واحد"],
        Driver "driver" ["Fahrdienst", "drivers", "chauffeurs", "السائقون"],
        Interpreter "interpreter" ["Dolmetscher", "interpreters", "interprètes", "المترجمون الشفويون"],
        Security "security" ["Sicherheit", "security", "sécurité", "الأمن"],
        Catering "catering" ["Bewirtung", "catering", "restauration", "الإطعام"],
        Press "press" ["Presse", "press", "presse", "الصحافة"],
    }
}

impl Audience {
    /// The one table of who may see which fields. Which records somebody hears of at all, and when,
    /// stands in `hears`.
    const fn may_see(self) -> &'static [Sight] {
        use Sight::{Care, Identity, Internal, Programme, Public, Reach};
        match self {
            Self::Internal => &[Public, Programme, Reach, Care, Internal],
            Self::Host => &[Public, Programme, Reach, Care],
            Self::Delegation | Self::Person | Self::Interpreter => &[Public, Programme],
            Self::Driver => &[Public, Programme, Reach],
            Self::Security => &[Public, Programme, Reach, Identity],
            // Of people only what `hears::counted` leaves: who eats what is nobody's but ours.
            Self::Catering => &[Public, Programme, Care],
            Self::Press => &[Public],
        }
    }

    /// Whether fields of this sight are for this audience.
    pub fn sees(self, sight: Sight) -> bool {
        self.may_see().contains(&sight)
    }

    /// Whether it is the planners', who see what is only for them.
    pub const fn plans(self) -> bool {
        matches!(self, Self::Internal)
    }
}
