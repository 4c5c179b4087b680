//! Which version of a visit a paper shows: the newest issue, or a draft after it.

use chrono::NaiveDateTime;

use crate::{
    paper::Edition,
    say,
    store::Issue,
    words::{Lang, capitalised, shared, time},
};

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

/// What an issue is called: "Fassung 2".
pub fn issue_name(number: u32, lang: Lang) -> String {
    format!("{}\u{a0}{number}", capitalised(shared::ISSUE.get(lang)))
}

/// What the visit as it now is is called: "Entwurf", "Entwurf nach Fassung 2".
pub fn draft_name(after: Option<u32>, lang: Lang) -> String {
    let draft = capitalised(shared::DRAFT.get(lang));
    let Some(number) = after else {
        return draft;
    };
    let issue = shared::ISSUE.get(lang);
    say!(
        lang,
        "{draft} nach {issue}\u{a0}{number}",
        "{draft} after {issue}\u{a0}{number}",
        "Provisoire après {issue}\u{a0}{number}"
    )
}

/// An issue with its date: "Fassung 2, Stand: 11.11.2024, 14:00 Uhr".
pub fn issue_said(issue: &Issue, lang: Lang) -> String {
    let name = issue_name(issue.number, lang);
    let moment = time::moment(issue.at, lang);
    say!(
        lang,
        "{name}, Stand: {moment}",
        "{name}, as of {moment}",
        "{name}, état au {moment}"
    )
}
