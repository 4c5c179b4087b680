//! What a form shows can be typed again: every key of every kind, in every language.

use proptest::prelude::*;

use super::asker;
use crate::{
    model::{
        AnyRef, Kind, Shape, Visit,
        arbitrary::visits,
        field::{Key, keys},
        value::View,
    },
    plan::{Edit, set},
    words::Lang,
};

/// Everything that a form shows of a record, typed: each key and each language of a text.
fn all_typed(visit: &Visit, record: AnyRef<'_>, lang: Lang) -> Vec<Edit> {
    let view = View { visit, lang };
    let in_languages = |key: Key| match key.info.shape {
        Shape::Words | Shape::Prose => Lang::WRITTEN.map(Some).to_vec(),
        _ => vec![None],
    };
    keys(record.kind().fields())
        .flat_map(|key| {
            in_languages(key)
                .into_iter()
                .map(move |lang| Key { lang, ..key })
        })
        .map(|key| {
            let name = match key.lang {
                Some(lang) => format!("{}.{}", key.info.key, lang.code()),
                None => key.info.key.to_owned(),
            };
            Edit::set(name, key.typed(record, view))
        })
        .collect()
}

/// The visit with one record emptied.
fn emptied(visit: &Visit, record: AnyRef<'_>) -> Visit {
    let mut without = visit.clone();
    let mut empty = record.to_owned();
    let fields = empty.fields_mut();
    for at in 0..fields.info().len() {
        let keeps = matches!(fields.info()[at].key, "language" | "first" | "last");
        if !(keeps && record.kind() == Kind::Visit) {
            fields.value_mut(at).clear();
        }
    }
    without.put(empty);
    without
}

proptest! {
    // Each case tries some twenty records in three languages.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_a_form_shows_can_be_typed_again(visit in visits()) {
        for record in visit.all_records() {
            for lang in Lang::ALL {
                let empty = emptied(&visit, record);
                let edits = all_typed(&empty, record, lang);
                let typed = set(&empty, record.id(), &edits, asker(lang));
                let typed = typed.map_err(|refusal| TestCaseError::fail(format!("{refusal}")))?;
                let again = typed.changes.iter().find(|change| change.id() == record.id());
                let again = again.and_then(|change| change.after.clone());
                let again = again.unwrap_or_else(|| emptied(&visit, record).record(record.id()).unwrap().to_owned());
                for (at, info) in again.as_ref().fields().info().iter().enumerate() {
                    let (now, was) = (again.as_ref().fields().value(at), record.fields().value(at));
                    prop_assert!(now.same(was), "{} {lang:?}: {now:?} instead of {was:?}; typed {:?}", info.key,
                        edits.iter().filter(|e| e.key.starts_with(info.key) || info.key == "slot").collect::<Vec<_>>());
                }
            }
        }
    }

    #[test]
    fn a_form_saved_as_it_was_changes_nothing(visit in visits()) {
        for record in visit.all_records() {
            for lang in Lang::ALL {
                let edits = all_typed(&visit, record, lang);
                let done = set(&visit, record.id(), &edits, asker(lang));
                let done = done.map_err(|refusal| TestCaseError::fail(refusal.to_string()))?;
                prop_assert!(done.is_empty(), "{lang:?}: {done:?}");
            }
        }
    }
}
