//! What was done to a record as a whole, in words for each kind.

use crate::{model::Kind, words::Said};

/// The words for one kind of record.
pub(super) struct Done {
    /// It was added.
    pub(super) added: Said,
    /// It was made again after somebody had removed it.
    pub(super) again: Said,
    /// Some of its fields were changed.
    pub(super) changed: Said,
    /// It was removed.
    pub(super) removed: Said,
}

/// Done with a kind, called so in each language; behind the French the ending that agrees with it.
macro_rules! done {
    ($de:literal, $en:literal, $fr:literal $agreed:literal) => {
        Done {
            added: Said::new(
                concat!($de, " angelegt"),
                concat!($en, " added"),
                concat!($fr, " ajouté", $agreed),
            ),
            again: Said::new(
                concat!($de, " wieder angelegt"),
                concat!($en, " made again"),
                concat!($fr, " recréé", $agreed),
            ),
            changed: Said::new(
                concat!($de, " geändert"),
                concat!($en, " changed"),
                concat!($fr, " modifié", $agreed),
            ),
            removed: Said::new(
                concat!($de, " gelöscht"),
                concat!($en, " removed"),
                concat!($fr, " supprimé", $agreed),
            ),
        }
    };
}

/// The words for a kind of record.
pub(super) const fn done(kind: Kind) -> Done {
    match kind {
        Kind::Visit => done!("Besuch", "visit", "visite" "e"),
        Kind::Item => done!("Programmpunkt", "item", "point" ""),
        Kind::Participant => done!("Teilnehmer/in", "participant", "participant(e)" "(e)"),
        Kind::Letter => done!("Dokument", "letter", "document" ""),
        Kind::Place => done!("Ort", "place", "lieu" ""),
        Kind::Vehicle => done!("Fahrzeug", "vehicle", "véhicule" ""),
        Kind::Task => done!("Aufgabe", "task", "tâche" "e"),
    }
}
