//! Making the visits that are measured, and putting records into them by `plan` itself.

use attache::{
    edit::apply,
    model::{Head, Id, Kind, Visit},
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

/// A visit without records from 2 November 2026 on, until this day of the month.
pub(crate) fn empty(name: &str, title: &str, last: u32) -> Visit {
    let mut head = Head::with_id(Id::make(name));
    head.title = title.into();
    head.first = NaiveDate::from_ymd_opt(2026, 11, 2);
    head.last = NaiveDate::from_ymd_opt(2026, 11, last);
    Visit::new(head)
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
