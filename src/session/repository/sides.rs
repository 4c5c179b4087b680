//! What of the other side is in a visit that `git` could not merge by itself and waits for.

use std::path::Path;

use crate::{
    display, edit, merge,
    model::{Conflict, Head, Version, View, Visit},
    plan,
    store::{
        self,
        git::{self, GitError, Repo, State, Why},
    },
    words::Lang,
};

/// How many conflicts are named in a sentence.
const NAMED: usize = 5;

/// Why the visit is perhaps not settled although it has no conflict: `git` waits for the file, and
/// nothing of what the other side did is in it. That is certain where the other side also changed
/// something that nobody would have been asked about; else it may have been settled so, and only the
/// officer knows. Conflicts are named in `lang`.
pub(super) fn one_sided(repo: &Repo, file: &Path, state: &State, lang: Lang) -> Option<GitError> {
    let own = state.own.as_ref().filter(|_| state.is_open())?;
    let now = store::open(file).ok()?.visit;
    let [base, ours, theirs] = git::versions(repo, own).ok()?;
    if ours.is_none() || theirs.is_none() {
        let deleted = git::deleted(repo, state.doing, Some(own)).ok().flatten();
        let deleted = deleted.map(GitError::Deleted);
        return deleted.or_else(|| Some(GitError::foreseen(Why::OneSided)));
    }
    let visit = |version: Option<Vec<u8>>| version.and_then(|bytes| store::visit_of(&bytes));
    let ours = visit(ours)?;
    let empty = || Visit::new(Head::with_id(ours.head.id.clone()));
    let base = base.map_or_else(|| Some(empty()), |base| visit(Some(base)));
    let (Some(base), Some(theirs)) = (base, visit(theirs)) else {
        // What cannot be read was not merged; whoever wrote another version did so knowingly.
        return (ours == now).then(|| GitError::foreseen(Why::OneSided));
    };
    let Ok(dropped) = dropped([&base, &ours, &theirs], &now) else {
        return Some(GitError::foreseen(Why::OneSided));
    };
    let view = View { visit: &now, lang };
    (!dropped.is_empty()).then(|| GitError::Dropped {
        number: dropped.len(),
        what: named(&dropped, view),
    })
}

/// That what the other side did is missing, and nobody was asked about it.
#[derive(Debug, PartialEq, Eq)]
struct Missing;

/// The conflicts of which only our version stands in the visit as it is now, if nothing at all of the
/// other side is in it; none where they were merged.
fn dropped([base, ours, theirs]: [&Visit; 3], now: &Visit) -> Result<Vec<Conflict>, Missing> {
    let merged = merge::merge(base, ours, theirs).map_err(|_| Missing)?.visit;
    let is_new = |one: &&Conflict| !ours.conflicts.iter().any(|own| own.is_same(one));
    let raised: Vec<&Conflict> = merged.conflicts.iter().filter(is_new).collect();
    let is_kept = |one: &&Conflict| now.conflicts.iter().any(|own| own.is_same(one));
    if raised.iter().any(is_kept) || has_something(base, ours, theirs, now)? {
        return Ok(Vec::new());
    }
    let settled = plan::settle_all(&merged, &raised, Some(Version::Ours), Lang::En);
    let settled = settled.map_err(|_| Missing)?;
    let mut as_ours = merged.clone();
    edit::apply(&mut as_ours, &settled).map_err(|_| Missing)?;
    as_ours.conflicts = ours.conflicts.clone();
    if as_ours != *ours {
        return Err(Missing);
    }
    Ok(raised.into_iter().cloned().collect())
}

/// Whether anything that the other side did is in the visit: taking all of it back changes something.
fn has_something(base: &Visit, ours: &Visit, theirs: &Visit, now: &Visit) -> Result<bool, Missing> {
    let mut brought = merge::merge(base, theirs, ours).map_err(|_| Missing)?.visit;
    brought.conflicts = ours.conflicts.clone();
    let mut without = merge::merge(&brought, now, ours)
        .map_err(|_| Missing)?
        .visit;
    without.conflicts = now.conflicts.clone();
    Ok(without != *now)
}

/// What conflicts are about, each once; of many only the first ones.
pub fn named(conflicts: &[Conflict], view: View<'_>) -> String {
    let mut names: Vec<String> = Vec::new();
    for conflict in conflicts {
        let name = display::safe(&conflict.subject(view)).into_owned();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.len() > NAMED {
        names.truncate(NAMED);
        names.push("…".to_owned());
    }
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan;

    const BASE: &str = "(format: 1, visit: (id: \"besuch-7k2f\", title: \"Besuch\", note: \"alt\"), \
        places: [(id: \"ort-3q4z\", name: \"Rathaus\")])";

    /// The visit with some of its text replaced.
    fn with(replaced: &[(&str, &str)]) -> Visit {
        let text = replaced
            .iter()
            .fold(BASE.to_owned(), |text, (old, new)| text.replace(old, new));
        store::visit_of(text.as_bytes()).unwrap()
    }

    fn settled(merged: &Visit, version: Version) -> Visit {
        let all: Vec<&Conflict> = merged.conflicts.iter().collect();
        let settled = plan::settle_all(merged, &all, Some(version), Lang::De).unwrap();
        let mut visit = merged.clone();
        edit::apply(&mut visit, &settled).unwrap();
        visit
    }

    #[test]
    fn what_was_merged_is_told_from_what_one_side_left() {
        const OURS: (&str, &str) = ("\"Besuch\"", "\"Unser\"");
        const THEIRS: (&str, &str) = ("\"Besuch\"", "\"Ihr\"");
        const NOTE: (&str, &str) = ("alt", "neu");
        const NAME: (&str, &str) = ("Rathaus", "Messe");
        const GONE: (&str, &str) = ("(id: \"ort-3q4z\", name: \"Rathaus\")", "");
        let base = with(&[]);
        let merged = |theirs: &Visit| merge::merge(&base, &with(&[OURS]), theirs).unwrap().visit;
        let (same, more) = (with(&[THEIRS]), with(&[THEIRS, NAME]));
        let ours = with(&[OURS]);
        for (what, theirs, now, expected) in [
            ("ours alone", &same, ours.clone(), Ok(1)),
            ("ours, worked on", &same, with(&[OURS, NOTE]), Ok(1)),
            (
                "settled as ours",
                &same,
                settled(&merged(&same), Version::Ours),
                Ok(1),
            ),
            (
                "settled as theirs",
                &same,
                settled(&merged(&same), Version::Theirs),
                Ok(0),
            ),
            ("not settled", &same, merged(&same), Ok(0)),
            ("more is missing", &more, ours.clone(), Err(Missing)),
            (
                "the same, worked on",
                &more,
                with(&[OURS, NOTE]),
                Err(Missing),
            ),
            (
                "merged",
                &more,
                settled(&merged(&more), Version::Ours),
                Ok(0),
            ),
            ("nothing is theirs", &base, ours.clone(), Ok(0)),
        ] {
            let dropped = dropped([&base, &ours, theirs], &now);
            assert_eq!(dropped.map(|dropped| dropped.len()), expected, "{what}");
        }
        // Both are about a whole record.
        let (gone, renamed) = (with(&[GONE]), with(&[NAME]));
        let dropped = dropped([&base, &gone, &renamed], &gone).unwrap();
        let view = View {
            visit: &gone,
            lang: Lang::De,
        };
        assert_eq!(named(&dropped, view), "Messe");
    }
}
