//! A conflict that was open in the beginning: what stood there meanwhile was nobody's decision.

use std::borrow::Cow;

use super::records::Merging;
use crate::model::{AnyRecord, AnyRef, Conflict, Visit};

/// The conflicts that were open in the beginning and that both sides have decided since.
///
/// git makes such a beginning by itself when branches were merged into each other before.
pub(super) fn decided<'a>(base: &'a Visit, ours: &Visit, theirs: &Visit) -> Vec<&'a Conflict> {
    let is_open = |side: &Visit, own: &Conflict| side.conflicts.iter().any(|one| one.is_same(own));
    let settled = |own: &&Conflict| {
        let open = [ours, theirs].map(|side| is_open(side, own));
        // Whoever changed what stood there has decided too, although the conflict is still open.
        let decided = |side: &Visit, is_open: bool| !is_open || changed(own, base, side);
        open != [true, true] && decided(ours, open[0]) && decided(theirs, open[1])
    };
    base.conflicts.iter().filter(settled).collect()
}

/// The beginning as it was before the conflicts that both sides have decided since, so that each
/// counts as having decided, also the one that kept what stood there.
pub(super) fn before<'a>(base: &'a Visit, decided: &[&Conflict]) -> Cow<'a, Visit> {
    let mut before = Cow::Borrowed(base);
    for conflict in decided {
        put_back(before.to_mut(), conflict);
    }
    before
}

impl Merging<'_> {
    /// Sees that whoever decided for what was before a conflict, and so looks as if they had done
    /// nothing, counts as having decided all the same.
    pub(super) fn decide(&mut self, conflict: &Conflict) {
        let id = conflict.id();
        let is_kind = |own: AnyRef<'_>| own.kind() == conflict.kind();
        let [before, ours, theirs] = self.versions(id);
        match (ours, theirs) {
            (Some(own), None) | (None, Some(own)) if is_kind(own) => {
                self.visit.put(own.to_owned());
                self.hold(id);
            }
            (Some(ours), Some(theirs)) if is_kind(ours) && is_kind(theirs) => {
                let before = before.filter(|before| is_kind(*before));
                let is_before = |own: AnyRef<'_>, at: usize| {
                    before.is_some_and(|was| was.fields().value(at).same(own.fields().value(at)))
                };
                for at in (0..conflict.kind().fields().len()).filter(|at| is_about(conflict, *at)) {
                    let undecided = is_before(ours, at) || is_before(theirs, at);
                    if undecided && self.differs(id, at) {
                        self.tear(id, at);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Whether the versions of a conflict differ in a field.
fn is_about(conflict: &Conflict, at: usize) -> bool {
    if let Some((own, _)) = conflict.field_info() {
        return own == at;
    }
    let versions = [&conflict.base, &conflict.ours, &conflict.theirs];
    let mut versions = versions.into_iter().flatten().map(AnyRecord::as_ref);
    let Some(first) = versions.next() else {
        return false;
    };
    let same = |own: AnyRef<'_>| own.fields().value(at).same(first.fields().value(at));
    !versions.all(same)
}

/// Whether a side has something else where there was a conflict.
fn changed(conflict: &Conflict, base: &Visit, side: &Visit) -> bool {
    let [was, is] = [base, side].map(|visit| visit.record(conflict.id()));
    let (Some((at, _)), Some(was), Some(is)) = (conflict.field_info(), was, is) else {
        return was != is;
    };
    was.kind() != is.kind() || !was.fields().value(at).same(is.fields().value(at))
}

/// Puts back what was there before a conflict.
fn put_back(visit: &mut Visit, conflict: &Conflict) {
    let Some((at, _)) = conflict.field_info() else {
        // Where there was nothing before, what one side removes and the other changes would else
        // come in as if it were new.
        if let Some(was) = &conflict.base {
            visit.take(conflict.id());
            visit.put(was.clone());
        }
        return;
    };
    let Some(record) = visit.record(conflict.id()) else {
        return;
    };
    if record.kind() != conflict.kind() {
        return;
    }
    let mut record = record.to_owned();
    let was = match &conflict.base {
        Some(was) => was.clone(),
        None => record.as_ref().blank(),
    };
    let value = record.fields_mut().value_mut(at);
    value.assign(was.as_ref().fields().value(at));
    visit.put(record);
}

#[cfg(test)]
mod tests {
    use crate::{
        merge::merge,
        model::{AnyRecord, Conflict, Id, Item, Record, Visit, arbitrary::Maker},
    };

    /// A visit with one item of this title.
    fn titled(title: &str) -> Visit {
        let mut visit = Visit::new(Maker::new(1).visit().head);
        let mut item = Item::with_id(Id::parse("empfang-m3qp").unwrap());
        item.title = title.into();
        visit.items.put(item);
        visit
    }

    fn title(visit: &Visit) -> Option<String> {
        match visit.record("empfang-m3qp")?.to_owned() {
            AnyRecord::Item(item) => Some(item.into_any().as_ref().title(crate::model::View {
                visit,
                lang: crate::words::Lang::De,
            })),
            _ => None,
        }
    }

    #[test]
    fn each_side_that_settled_a_conflict_has_decided() {
        let start = merge(
            &titled("Empfang"),
            &titled("Begrüßung"),
            &titled("Abschied"),
        )
        .unwrap();
        assert_eq!(start.raised, 1);
        let open = start.visit;
        for (ours, theirs, raised) in [
            ("Begrüßung", "Abschied", 1),
            ("Abschied", "Begrüßung", 1),
            ("Empfang", "Begrüßung", 1),
            ("Abschied", "Empfang", 1),
            ("Empfang", "Ankunft", 1),
            ("Abschied", "Abschied", 0),
            ("Begrüßung", "Begrüßung", 0),
            ("Empfang", "Empfang", 0),
        ] {
            let merged = merge(&open, &titled(ours), &titled(theirs)).unwrap();
            assert_eq!(merged.raised, raised, "{ours}, {theirs}");
            assert_eq!(title(&merged.visit).as_deref(), Some(ours));
        }
        // Where one side left it open, the other has settled it for both.
        for sides in [[&open, &titled("Abschied")], [&titled("Abschied"), &open]] {
            let merged = merge(&open, sides[0], sides[1]).unwrap();
            assert_eq!(
                (merged.raised, title(&merged.visit).as_deref()),
                (0, Some("Abschied"))
            );
            assert!(merged.visit.conflicts.is_empty());
        }
    }

    #[test]
    fn a_record_that_one_side_removed_is_not_brought_back_by_nobody() {
        let none = Visit::new(titled("").head);
        let open = merge(&titled("Empfang"), &none, &titled("Abschied")).unwrap();
        assert_eq!(open.raised, 1);
        let merged = merge(&open.visit, &none, &titled("Abschied")).unwrap();
        assert_eq!(merged.raised, 1);
        let whole: Vec<&Conflict> = merged.visit.conflicts.iter().collect();
        assert!(whole[0].field.is_none());
        let merged = merge(&open.visit, &none, &titled("Empfang")).unwrap();
        assert_eq!(
            merged.raised, 1,
            "who decided for what was before has decided"
        );
        let merged = merge(&open.visit, &none, &none).unwrap();
        assert_eq!((merged.raised, title(&merged.visit)), (0, None));
    }
}
