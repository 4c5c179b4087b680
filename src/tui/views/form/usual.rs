//! Which keys a form shows first: those that nearly every record of a kind needs.

use crate::model::Kind;

/// The usual keys of a kind; none means all of them.
pub(super) const fn usual(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Visit => &[
            "title",
            "status",
            "direction",
            "first",
            "last",
            "host",
            "host_place",
            "guest",
            "guest_place",
            "guest_country",
            "purpose",
            "supporters",
            "contact",
            "language",
            "note",
        ],
        Kind::Item => &[
            "title", "kind", "day", "start", "end", "fixed", "place", "room", "host", "attend",
            "contact", "status", "points", "speeches", "remark", "note",
        ],
        Kind::Participant => &[
            "honorific",
            "title",
            "given",
            "family",
            "side",
            "function",
            "organisation",
            "head",
            "count",
            "languages",
            "phone",
            "diet",
            "lodging",
            "note",
        ],
        Kind::Letter => &[
            "title",
            "kind",
            "parties",
            "signatories",
            "witnesses",
            "steps",
            "item",
            "languages",
            "legal_bases",
            "predecessor",
            "commitments",
            "remark",
            "note",
        ],
        Kind::Place | Kind::Vehicle | Kind::Task => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::field::keys;

    #[test]
    fn every_usual_key_is_one() {
        for kind in Kind::ALL {
            for key in usual(*kind) {
                let found = keys(kind.fields()).any(|own| own.info.key == *key);
                assert!(found, "{kind:?} {key}");
            }
        }
    }
}
