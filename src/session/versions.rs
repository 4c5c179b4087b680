//! The versions of a visit: each issue with what changed in it and what was exported of it.

use std::path::Path;

use super::changed::{Changed, changes};
use crate::{
    model::Visit,
    store::{self, Issue, IssueError, Sent},
    words::Lang,
};

/// A version of a visit: an issue, or what is not issued yet.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedIssue {
    /// The issue; none for the draft that the visit now is.
    pub issue: Option<Issue>,
    /// The issue before it, with which it is compared.
    pub since: Option<u32>,
    /// What is not as it was in that one.
    pub changes: Vec<Changed>,
    /// What was exported of it, the oldest first.
    pub sent: Vec<Sent>,
    /// What was exported as a draft before it was issued, the oldest first.
    pub drafts: Vec<Sent>,
}

/// The versions of the visit at `path`, the newest first. The visit as it now is stands before them
/// unless it is as it was issued and nothing was exported as a draft.
///
/// # Errors
/// What cannot be read is named, and nothing is left out silently.
pub fn list_issues(path: &Path, now: &Visit, lang: Lang) -> Result<Vec<ListedIssue>, IssueError> {
    let mut sent = store::sent(path)?;
    let mut versions = Vec::new();
    let mut before: Option<(u32, Visit)> = None;
    for issue in store::issues(path)? {
        let visit = store::frozen(path, issue.number)?;
        versions.push(ListedIssue::of(
            Some(&issue),
            before.as_ref(),
            &visit,
            &mut sent,
            lang,
        ));
        before = Some((issue.number, visit));
    }
    let draft = ListedIssue::of(None, before.as_ref(), now, &mut sent, lang);
    let is_draft = before.is_none_or(|(_, newest)| newest != *now);
    if is_draft || !draft.sent.is_empty() {
        versions.push(draft);
    }
    versions.reverse();
    Ok(versions)
}

impl ListedIssue {
    fn of(
        issue: Option<&Issue>,
        before: Option<&(u32, Visit)>,
        visit: &Visit,
        sent: &mut Vec<Sent>,
        lang: Lang,
    ) -> Self {
        let number = issue.map(|issue| issue.number);
        let since = before.map(|(number, _)| *number);
        let changes = before.map(|(_, old)| changes(old, visit, lang));
        let is_draft = |entry: &mut Sent| entry.issue.is_none() && entry.after == since;
        Self {
            issue: issue.cloned(),
            since,
            changes: changes.unwrap_or_default(),
            // What is left in the end is of a draft, or of an issue that is not there any more.
            sent: match number {
                Some(_) => sent.extract_if(.., |entry| entry.issue == number).collect(),
                None => std::mem::take(sent),
            },
            drafts: match number {
                Some(_) => sent.extract_if(.., is_draft).collect(),
                None => Vec::new(),
            },
        }
    }
}

#[cfg(test)]
mod tests;
