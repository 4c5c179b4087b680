//! Putting records into the visits that are measured, by `plan` itself.

use attache::{
    edit::apply,
    model::{Kind, Visit},
    plan::{Asker, Edit, add},
    words::Lang,
};
use chrono::NaiveDate;

/// Who asks for everything here.
pub(crate) fn asker() -> Asker {
    Asker {
        lang: Lang::De,
        today: NaiveDate::default(),
    }
}

/// Puts in a record with what one types into its fields.
pub(crate) fn put(visit: &mut Visit, kind: Kind, fields: &[(&str, &str)]) {
    let edits: Vec<Edit> = fields
        .iter()
        .map(|(key, text)| Edit::set(*key, *text))
        .collect();
    let (transaction, _) = add(visit, kind, &edits, asker()).expect("the fields are right");
    apply(visit, &transaction).expect("nothing else changes the visit");
}
