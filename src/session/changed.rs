//! What is not the same in two versions of a visit: as a change notice tells it, and whatever else
//! there is, in every language.

use crate::{
    audience::{Audience, redact},
    model::{AnyRef, Key, Kind, View, Visit, field},
    paper::{self, Verb},
    words::{Lang, Said, capitalised, labelled},
};

/// Something that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The kind of the record.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// What it is called.
    pub what: String,
    /// What became of it: that it is new, or which of its fields is another.
    pub said: String,
    /// What was; empty where nothing was.
    pub old: String,
    /// What is; empty where nothing is.
    pub new: String,
}

const NEW: Said = Said::new("Neu", "New", "Nouveau");
pub(super) const GONE: Said = Said::new("Entfällt", "Dropped", "Supprimé");

/// What is not the same in two versions of a visit: in the words of a change notice, and then what
/// no notice tells of, so that nothing is left out.
pub fn changes(old: &Visit, new: &Visit, lang: Lang) -> Vec<Changed> {
    let known = [old, new].map(|visit| redact(visit, Audience::Internal));
    let told = paper::changes(&known[0], &known[1], lang);
    let mut found: Vec<Changed> = told
        .into_iter()
        .map(|one| Changed::told(one, lang))
        .collect();
    let rest: Vec<Changed> = by_record(old, new, lang)
        .into_iter()
        .filter(|one| !found.iter().any(|told| one.is_in(told)))
        .map(|one| one.changed)
        .collect();
    found.extend(rest);
    found
}

/// A change as the records have it.
struct Difference {
    changed: Changed,
    /// Whether it is of one wording of a text, which says nothing of the others.
    is_wording: bool,
}

impl Difference {
    /// Whether a notice tells it. It tells what its reader sees, and so one wording of a text.
    fn is_in(&self, told: &Changed) -> bool {
        let own = &self.changed;
        let says = told.old.contains(&own.old) && told.new.contains(&own.new);
        told.id == own.id && (says || !self.is_wording)
    }
}

impl Changed {
    /// What a change notice tells. Where something came or went, there is nothing to set against it.
    fn told(change: paper::Change, lang: Lang) -> Self {
        let is_whole = matches!(
            change.verb,
            Verb::New | Verb::Gone | Verb::Cancelled | Verb::Revived
        );
        let mut changed = Self {
            kind: change.kind,
            id: change.id,
            what: if change.what.is_empty() {
                capitalised(change.kind.label().get(lang))
            } else {
                change.what
            },
            said: change.said,
            old: change.old,
            new: change.new,
        };
        if is_whole {
            let [old, new] = [&mut changed.old, &mut changed.new].map(std::mem::take);
            let text = if new.is_empty() { old } else { new };
            if !text.is_empty() && text != changed.what {
                changed.said = labelled(&changed.said, &text, lang);
            }
        }
        changed
    }
}

/// What is not the same in two versions of a visit, record by record.
fn by_record(old: &Visit, new: &Visit, lang: Lang) -> Vec<Difference> {
    let (was, is) = (View { visit: old, lang }, View { visit: new, lang });
    let mut found = Vec::new();
    for kind in Kind::ALL {
        for record in old.records(*kind) {
            match new.record(record.id()) {
                Some(after) if after == record => {}
                Some(after) => found.extend(fields((record, was), (after, is))),
                None => found.push(whole(record, was, GONE)),
            }
        }
        let added = new
            .records(*kind)
            .filter(|new| old.record(new.id()).is_none());
        found.extend(added.map(|record| whole(record, is, NEW)));
    }
    found
}

fn whole(record: AnyRef<'_>, view: View<'_>, said: Said) -> Difference {
    let changed = Changed {
        kind: record.kind(),
        id: record.id().to_owned(),
        what: record.title(view),
        said: said.get(view.lang).to_owned(),
        old: String::new(),
        new: String::new(),
    };
    Difference {
        changed,
        is_wording: false,
    }
}

/// The fields of a record that are not the same, and of a text each wording.
fn fields(
    (old, was): (AnyRef<'_>, View<'_>),
    (new, is): (AnyRef<'_>, View<'_>),
) -> Vec<Difference> {
    let info = new.fields().info();
    let keys = field::keys(info).filter(|key| {
        let (before, after) = (old.fields().value(key.field), new.fields().value(key.field));
        !before.same(after)
    });
    let told = |key: Key| {
        let label = key.info.label.get(is.lang);
        let said = match key.lang {
            Some(lang) if lang != is.lang => format!("{label} ({})", lang.code()),
            _ => label.to_owned(),
        };
        Difference {
            changed: Changed {
                kind: new.kind(),
                id: new.id().to_owned(),
                what: new.title(is),
                said,
                old: key.typed(old, was),
                new: key.typed(new, is),
            },
            is_wording: key.lang.is_some(),
        }
    };
    let mut told: Vec<Difference> = keys.flat_map(wordings).map(told).collect();
    // A field of parts differs in some, a text in some wordings.
    let differs = |one: &Difference| one.changed.old != one.changed.new;
    if told.iter().any(differs) {
        told.retain(differs);
    }
    told
}

/// The key itself, or one for each language that its text may have.
fn wordings(key: Key) -> Vec<Key> {
    if key.part.is_some() || !key.info.shape.is_worded() {
        return vec![key];
    }
    let langs = Lang::WRITTEN.into_iter().map(Some);
    langs.map(|lang| Key { lang, ..key }).collect()
}

#[cfg(test)]
mod tests;
