//! Which keys a form shows first: those that nearly every record of a kind needs.

use super::{field::Field, input::position};
use crate::model::{Kind, Shape};

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

/// What else shows because of what stands in a field.
pub(super) fn also(fields: &[Field]) -> &'static [&'static str] {
    let find = |key| fields.iter().find(|field| field.info.key == key);
    match find("order") {
        // An order by hand has a reason.
        Some(order) if !order.is_empty() => &["rank_reason"],
        _ => of_item(find("kind")),
    }
}

/// What an item of the kind that is chosen in this field needs besides.
fn of_item(kind: Option<&Field>) -> &'static [&'static str] {
    let Some((field, Shape::Choice(choices))) = kind.map(|field| (field, field.info.shape)) else {
        return &[];
    };
    let token = choices.get(position(choices, field.text()));
    match token.map_or("", |choice| choice.token) {
        "arrival" | "departure" => &["carrier", "number", "from", "to", "terminal", "vehicles"],
        "transfer" => &["from", "to", "vehicles", "seats"],
        "signing" => &["letter", "press", "interpreters"],
        "talk" | "courtesy-call" => &["interpreters", "interpreting"],
        "press" => &["press", "media_time", "media_place"],
        "meal" => &["attire"],
        "gifts" => &["gifts"],
        "conference" => &["until", "organiser"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::field::keys, tui::views::form::field::Wording};

    #[test]
    fn every_usual_key_is_one() {
        for kind in Kind::ALL {
            for key in usual(*kind) {
                let found = keys(kind.fields()).any(|own| own.info.key == *key);
                assert!(found, "{kind:?} {key}");
            }
        }
    }

    #[test]
    fn what_a_kind_of_item_needs_are_keys() {
        for kind in crate::model::ItemKind::ALL {
            let info = Kind::Item.fields()[1];
            let text = kind.token().to_owned();
            let field = Field::new(info, Wording::new("kind".to_owned(), None, text), vec![]);
            for key in of_item(Some(&field)) {
                let found = keys(Kind::Item.fields()).any(|own| own.info.key == *key);
                assert!(found, "{kind:?} {key}");
            }
        }
        let info = Kind::Item.fields()[1];
        let arrival = Wording::new("kind".to_owned(), None, "Ankunft".to_owned());
        assert!(of_item(Some(&Field::new(info, arrival, vec![]))).contains(&"number"));
    }
}
