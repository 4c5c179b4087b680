//! The versions of a visit: each issue with what changed in it and what was exported of it.

use std::path::Path;

use crate::{
    audience::{Audience, redact},
    model::{AnyRef, Key, Kind, View, Visit, field},
    paper::{self, Verb},
    store::{self, Issue, IssueError, Sent},
    words::{Lang, Said, capitalised, labelled},
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

/// What is not the same in two versions of a visit: in the words of a change notice, and then what
/// no notice tells of, so that nothing is left out.
pub fn changes(old: &Visit, new: &Visit, lang: Lang) -> Vec<Changed> {
    let known = [old, new].map(|visit| redact(visit, Audience::Internal));
    let told = paper::changes(&known[0], &known[1], lang);
    let mut found: Vec<Changed> = told
        .into_iter()
        .map(|one| Changed::told(one, lang))
        .collect();
    let is_told = |one: &Changed| found.iter().any(|told| told.id == one.id);
    let rest = by_record(old, new, lang).into_iter();
    // What a notice says of a record it says in one language.
    let rest = rest.filter(|(one, is_elsewhere)| *is_elsewhere || !is_told(one));
    let rest: Vec<Changed> = rest.map(|(one, _)| one).collect();
    found.extend(rest);
    found
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

/// What is not the same in two versions of a visit, record by record; and whether that is another
/// language's text alone.
fn by_record(old: &Visit, new: &Visit, lang: Lang) -> Vec<(Changed, bool)> {
    let (was, is) = (View { visit: old, lang }, View { visit: new, lang });
    let mut found = Vec::new();
    for kind in Kind::ALL {
        for record in old.records(*kind) {
            match new.record(record.id()) {
                Some(after) if after == record => {}
                Some(after) => found.extend(fields((record, was), (after, is))),
                None => found.push((Changed::whole(record, was, GONE), false)),
            }
        }
        let added = new
            .records(*kind)
            .filter(|new| old.record(new.id()).is_none());
        found.extend(added.map(|record| (Changed::whole(record, is, NEW), false)));
    }
    found
}

impl Changed {
    fn whole(record: AnyRef<'_>, view: View<'_>, said: Said) -> Self {
        Self {
            kind: record.kind(),
            id: record.id().to_owned(),
            what: record.title(view),
            said: said.get(view.lang).to_owned(),
            old: String::new(),
            new: String::new(),
        }
    }
}

/// The fields of a record that are not the same; and whether they are in the reader's language.
fn fields(
    (old, was): (AnyRef<'_>, View<'_>),
    (new, is): (AnyRef<'_>, View<'_>),
) -> Vec<(Changed, bool)> {
    let info = new.fields().info();
    let keys = field::keys(info).filter(|key| {
        let (before, after) = (old.fields().value(key.field), new.fields().value(key.field));
        !before.same(after)
    });
    let told = |key: Key| {
        let (before, after) = in_a_language_that_differs(key, (old, was), (new, is));
        let is_elsewhere = before != after && typed(key, old, was) == typed(key, new, is);
        let changed = Changed {
            kind: new.kind(),
            id: new.id().to_owned(),
            what: new.title(is),
            said: key.info.label.get(is.lang).to_owned(),
            old: before,
            new: after,
        };
        (changed, is_elsewhere)
    };
    let mut told: Vec<(Changed, bool)> = keys.map(told).collect();
    // A field of parts differs in some; one whose texts are the same differs in what has no text.
    if told.iter().any(|(one, _)| one.old != one.new) {
        told.retain(|(one, _)| one.old != one.new);
    }
    told
}

/// The values in the reader's language, or where they are the same there, in one in which they are
/// not.
fn in_a_language_that_differs(
    key: Key,
    (old, was): (AnyRef<'_>, View<'_>),
    (new, is): (AnyRef<'_>, View<'_>),
) -> (String, String) {
    let in_lang = |lang: Lang| {
        (
            typed(key, old, View { lang, ..was }),
            typed(key, new, View { lang, ..is }),
        )
    };
    let langs = std::iter::once(is.lang).chain(Lang::WRITTEN);
    let differs = langs.map(in_lang).find(|(before, after)| before != after);
    differs.unwrap_or_else(|| in_lang(is.lang))
}

/// The value as the reader's language has it, else as it was typed.
fn typed(key: Key, record: AnyRef<'_>, view: View<'_>) -> String {
    let own = Key {
        lang: key.info.shape.is_worded().then_some(view.lang),
        ..key
    };
    let text = own.typed(record, view);
    if text.is_empty() {
        key.typed(record, view)
    } else {
        text
    }
}

#[cfg(test)]
mod tests;
