//! What records are called, and how a reference to one is typed.

use super::find::NEW;
use crate::{
    display,
    model::{AnyRef, Id, Record, Visit, value::View},
    words::Lang,
};

/// A reference as one types it: the name where it names just one record and reads as nothing else,
/// else the id.
pub fn typed<R: Record>(id: &Id<R>, view: View<'_>) -> String {
    let record = view.visit.record(id.as_str());
    record.map_or_else(|| id.to_string(), |record| record.reference(view))
}

/// Whether a typed name is read as one: not as several, an id, or a wish for a new record.
fn is_plain(title: &str, visit: &Visit) -> bool {
    let separates = |c: char| matches!(c, ',' | ';' | '|' | '/' | '\n');
    let is_signed = title.starts_with(['+', '-', '?', '−'])
        || [" + ", " - ", " − ", " ? "]
            .iter()
            .any(|sign| title.contains(sign));
    let is_wish = NEW.iter().any(|word| title.starts_with(word));
    !title.is_empty()
        && title.trim() == title
        && !title.contains(separates)
        && !is_signed
        && !is_wish
        && visit.record(title).is_none()
}

/// Whether no other record of its kind has this name in any language.
fn is_alone(record: AnyRef<'_>, title: &str, visit: &Visit) -> bool {
    let folded = display::fold(title);
    visit
        .records(record.kind())
        .filter(|other| other.id() != record.id())
        .all(|other| {
            other
                .names(visit)
                .iter()
                .all(|name| display::fold(name) != folded)
        })
}

impl AnyRef<'_> {
    /// What one types to mean this record: its name where that means nothing else, else its id.
    pub fn reference(self, view: View<'_>) -> String {
        let title = self.title(view);
        if is_plain(&title, view.visit) && is_alone(self, &title, view.visit) {
            title
        } else {
            self.id().to_owned()
        }
    }

    /// What a person calls this record, in a list.
    pub fn title(self, view: View<'_>) -> String {
        let main = view.visit.main_lang();
        match self {
            Self::Visit(r) => r.title.get(view.lang, main).to_owned(),
            Self::Item(r) => r.title.get(view.lang, main).to_owned(),
            Self::Participant(r) => r.name_in_list(view.lang),
            Self::Letter(r) => r.title_in_list(view.lang, main),
            Self::Place(r) => r.name.get(view.lang, main).to_owned(),
            Self::Vehicle(r) => r.name.clone(),
            Self::Task(r) => r.title.clone(),
        }
    }

    /// Every name by which it can be found.
    pub fn names(self, visit: &Visit) -> Vec<String> {
        let mut names: Vec<String> = Lang::WRITTEN
            .map(|lang| self.title(View { visit, lang }))
            .into();
        if let Self::Participant(person) = self {
            names.extend(person.spellings.iter().cloned());
        }
        names.sort();
        names.dedup();
        names
    }
}
