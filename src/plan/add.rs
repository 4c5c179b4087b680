//! Adding a record with fields as a person types them.

use super::{Asker, Draft, Edit, Refusal, done::done, find, set::edited};
use crate::{
    edit::{Label, Transaction},
    model::{Kind, Visit},
};

/// Adds a record of this kind; its id, made from its name, is the second of the result.
pub fn add(
    visit: &Visit,
    kind: Kind,
    edits: &[Edit],
    asker: Asker,
) -> Result<(Transaction, String), Refusal> {
    if kind == Kind::Visit {
        return Err(Refusal::VisitStays);
    }
    let named = |key: &str| {
        edits
            .iter()
            .find(|edit| edit.key == key)
            .map(|edit| edit.text.as_str())
    };
    let name = ["family", "title", "name", "given"]
        .into_iter()
        .find_map(named)
        .unwrap_or(kind.token());
    let mut blank = kind.blank(name);
    while visit.record(blank.id()).is_some() {
        blank = kind.blank(name);
    }
    let id = blank.id().to_owned();
    let mut draft = Draft::new(visit);
    let record = edited(&mut draft, &blank, edits, asker)?;
    let subject = find::title(visit, record.as_ref(), asker.lang);
    Ok((draft.finish(Label::new(done(kind).added, subject)), id))
}
