//! What two sides changed differently and nobody has settled yet.

use super::Finding;
use crate::{model::Visit, words::Said};

const OPEN: Said = Said::new(
    "zwei Seiten haben Verschiedenes geändert; bitte entscheiden",
    "two sides changed it differently; settle it",
    "deux parties l’ont modifié différemment\u{a0}; à régler",
);

/// A finding for each open conflict.
pub(super) fn find(visit: &Visit) -> Vec<Finding> {
    let conflicts = visit.conflicts.iter();
    conflicts
        .map(|conflict| Finding {
            what: OPEN,
            id: conflict.id().to_owned(),
            field: conflict.field_info().map(|(_, info)| info),
            is_conflict: true,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::{
        check::findings,
        model::{Conflict, View},
        plan::tests::fixture::visit,
        words::Lang,
    };

    #[test]
    fn an_open_conflict_is_found_until_it_is_settled() {
        let mut visit = visit(&[("a", "")]);
        assert_eq!(findings(&visit), []);
        let conflict = Conflict::of_field(0, [None, visit.record("a"), None]);
        visit.conflicts.put(conflict.clone());
        let found = findings(&visit);
        let view = View {
            visit: &visit,
            lang: Lang::De,
        };
        let said: Vec<String> = found.iter().map(|finding| finding.said(view)).collect();
        let expected = "a (Titel): zwei Seiten haben Verschiedenes geändert; bitte entscheiden";
        assert_eq!(said, [expected]);
        visit.conflicts.take(&conflict);
        assert_eq!(findings(&visit), []);
    }
}
