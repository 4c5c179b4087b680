//! Beginning a visit.

use super::{Asker, Draft, Edit, Refusal, readable_id, set::edited};
use crate::{
    model::{Head, Record, Visit, Zone},
    words::Said,
};

/// A new visit with fields as a person types them, such as `title`, `first`, `last`, `host` and
/// `guest`. Its main language is that of whoever asks, its zone the German one, and a visit with
/// one day only ends on it. Without days it is a dossier.
pub fn new_visit(edits: &[Edit], asker: Asker) -> Result<Visit, Refusal> {
    let title = edits.iter().find(|edit| edit.key == "title");
    let title = title.map_or("", |edit| edit.text.trim());
    if title.is_empty() {
        let what = Said::new(
            "ein Titel (title)",
            "a title (title)",
            "un intitulé (title)",
        );
        return Err(Refusal::Needs(crate::model::Kind::Visit, what));
    }
    let visit = Visit::new(Head {
        language: asker.lang,
        zone: Some(Zone::BERLIN),
        ..Head::with_id(readable_id(Head::KIND, title))
    });
    let mut draft = Draft::new(&visit);
    let head = visit.head.clone().into_any();
    edited(&mut draft, &head, edits, asker)?;
    let mut visit = draft.preview();
    visit.head.last = visit.head.last.or(visit.head.first);
    Ok(visit)
}
