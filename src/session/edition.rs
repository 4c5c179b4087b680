//! Which version of a visit a paper shows: the newest issue, or a draft after it.

use chrono::NaiveDateTime;

use crate::{paper::Edition, store::Issue};

/// The version that is shown by a paper made now: the newest issue as long as nothing changed since
/// (`true`), else a draft.
pub const fn edition(newest: Option<(&Issue, bool)>, now: NaiveDateTime) -> Edition {
    match newest {
        Some((issue, true)) => Edition::Issue {
            number: issue.number,
            at: issue.at,
        },
        Some((issue, false)) => Edition::Draft {
            now,
            after: Some(issue.number),
        },
        None => Edition::Draft { now, after: None },
    }
}
