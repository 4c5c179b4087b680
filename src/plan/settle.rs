//! Settling a conflict: one of its versions is taken, or what stands meanwhile is kept.

use super::{Draft, Refusal, along, remove::take_out, rules};
use crate::{
    edit::{Label, Transaction},
    model::{AnyRecord, Conflict, Kind, Version, View, Visit, reference},
    words::{Lang, Said, count, shared},
};

/// The fields of the visit that only make sense together.
const DAYS: [&str; 2] = ["first", "last"];

/// Settles an open conflict with one of its versions, or leaves the visit as it stands (`None`).
/// What the version refers to and is not there is left out; a version that has no record takes the
/// record out, with what refers to it settled.
pub fn settle(
    visit: &Visit,
    conflict: &Conflict,
    version: Option<Version>,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    settle_all(visit, &[conflict], version, lang)
}

/// Settles several, all or none. What can only be settled after another comes after it.
pub fn settle_all(
    visit: &Visit,
    conflicts: &[&Conflict],
    version: Option<Version>,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let mut draft = Draft::new(visit);
    let mut left: Vec<&Conflict> = conflicts.to_vec();
    while !left.is_empty() {
        let before = left.len();
        let mut refused = None;
        left.retain(|conflict| match one(&mut draft, conflict, version) {
            Ok(()) => false,
            Err(refusal) => {
                refused.get_or_insert(refusal);
                true
            }
        });
        if let Some(refusal) = refused.filter(|_| left.len() == before) {
            return Err(refusal);
        }
    }
    Ok(draft.finish(label(visit, conflicts, lang)))
}

fn one(
    draft: &mut Draft<'_>,
    conflict: &Conflict,
    version: Option<Version>,
) -> Result<(), Refusal> {
    if !draft.visit().conflicts.contains(conflict) {
        return Err(Refusal::NoSuchConflict(conflict.id().to_owned()));
    }
    match (version, conflict.field_info()) {
        (Some(version), Some(_)) => field(draft, conflict, version)?,
        (Some(version), None) => whole(draft, conflict, version)?,
        (None, _) => {}
    }
    draft.settle(conflict);
    Ok(())
}

fn field(draft: &mut Draft<'_>, conflict: &Conflict, version: Version) -> Result<(), Refusal> {
    let visit = draft.visit();
    let before = draft.get(conflict.id());
    let Some(before) = before.filter(|record| record.kind() == conflict.kind()) else {
        // Whoever took the record out has settled what was in conflict about it.
        return Ok(());
    };
    let mut after = before.clone();
    let together = together(visit, conflict);
    for conflict in &together {
        let (Some((at, _)), Some(from)) = (conflict.field_info(), conflict.record(version)) else {
            return Err(Refusal::NoVersion(version));
        };
        let value = after.fields_mut().value_mut(at);
        value.assign(from.as_ref().fields().value(at));
    }
    put(draft, &before, after)?;
    for conflict in together {
        draft.settle(conflict);
    }
    Ok(())
}

/// The conflict, and that of the other day where it is about one of a visit's two.
fn together<'a>(visit: &'a Visit, conflict: &'a Conflict) -> Vec<&'a Conflict> {
    let is_day = |conflict: &Conflict| {
        let field = conflict.field.as_deref();
        conflict.kind() == Kind::Visit && field.is_some_and(|field| DAYS.contains(&field))
    };
    let mut all = vec![conflict];
    if is_day(conflict) {
        let other = |own: &&Conflict| is_day(own) && own.field != conflict.field;
        all.extend(visit.conflicts.iter().find(other));
    }
    all
}

fn whole(draft: &mut Draft<'_>, conflict: &Conflict, version: Version) -> Result<(), Refusal> {
    let stands = match &conflict.ours {
        Some(_) => Version::Ours,
        None => Version::Theirs,
    };
    let now = draft.get(conflict.id());
    match (conflict.record(version), now) {
        // It may have been edited since.
        (Some(_), Some(_)) if version == stands => Ok(()),
        (None, Some(now)) if now.kind() == Kind::Visit => Err(Refusal::VisitStays),
        (None, Some(now)) => {
            take_out(draft, now.id());
            Ok(())
        }
        (None, None) => Ok(()),
        (Some(wanted), now) => {
            if now.as_ref().is_some_and(|now| now.kind() != wanted.kind()) {
                take_out(draft, wanted.id());
            }
            let same = now.filter(|now| now.kind() == wanted.kind());
            let before = same.unwrap_or_else(|| wanted.as_ref().blank());
            put(draft, &before, wanted.clone())
        }
    }
}

fn put(draft: &mut Draft<'_>, before: &AnyRecord, mut after: AnyRecord) -> Result<(), Refusal> {
    let visit = draft.preview();
    reference::forget_lost(&mut after, &visit);
    rules::check(before, &after, &visit)?;
    draft.put(after.clone());
    along::others(draft, before, &after);
    Ok(())
}

fn label(visit: &Visit, conflicts: &[&Conflict], lang: Lang) -> Label {
    let what = Said::new(
        "Widerspruch entschieden",
        "conflict settled",
        "conflit réglé",
    );
    let subject = match conflicts {
        [one] => one.subject(View { visit, lang }),
        several => count(several.len(), shared::CONFLICT, shared::CONFLICTS, lang),
    };
    Label::new(what, subject)
}

#[cfg(test)]
mod tests;
