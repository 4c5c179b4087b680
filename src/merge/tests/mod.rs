//! What a merge makes of two sides: tables of cases, then the laws over random visits and edits.

mod cases;
mod laws;

use super::{Merged, merge};
use crate::{
    model::{Conflict, Version, Visit, value::View},
    store::{read_back, to_ron},
    words::Lang,
};

/// The merged visit, which must be one that can be opened.
fn merged(base: &Visit, ours: &Visit, theirs: &Visit) -> Merged {
    let merged = merge(base, ours, theirs).unwrap();
    assert_eq!(merged.visit.faults(), []);
    let bytes = to_ron(&merged.visit).unwrap();
    assert!(read_back(&bytes) == merged.visit);
    merged
}

/// Every conflict in one line: `a title: eins | zwei | drei`, or `a: vorher | – | a`.
fn told(visit: &Visit) -> Vec<String> {
    visit.conflicts.iter().map(|own| line(visit, own)).collect()
}

fn line(visit: &Visit, conflict: &Conflict) -> String {
    let view = View {
        visit,
        lang: Lang::De,
    };
    let values = Version::ALL.map(|of| match conflict.record(of) {
        Some(record) if conflict.field.is_none() => record.as_ref().title(view),
        _ => conflict.told(of, view).join(", "),
    });
    let field = conflict
        .field
        .as_deref()
        .map_or(String::new(), |key| format!(" {key}"));
    format!("{}{field}: {}", conflict.id(), values.join(" | "))
}
