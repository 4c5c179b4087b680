//! Settling a conflict: one of its versions is taken, or what stands meanwhile is kept.

use super::{Draft, Refusal, along, remove::take_out, rules};
use crate::{
    edit::{Label, Transaction},
    model::{AnyRecord, Conflict, Kind, Version, View, Visit},
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
    forget_lost(&mut after, &visit);
    rules::check(before, &after, &visit)?;
    draft.put(after.clone());
    along::others(draft, before, &after);
    Ok(())
}

/// Takes out what refers to nothing that is there.
fn forget_lost(record: &mut AnyRecord, visit: &Visit) {
    let own = (record.kind(), record.id().to_owned());
    let lost = record.as_ref().links().into_iter().filter(|link| {
        let is_own = (link.kind, &link.id) == (own.0, &own.1);
        !is_own && visit.kind_of(&link.id) != Some(link.kind)
    });
    let lost: Vec<_> = lost.collect();
    let fields = record.fields_mut();
    for at in 0..fields.info().len() {
        for link in &lost {
            fields.value_mut(at).forget(&link.id);
        }
    }
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
mod tests {
    use super::*;
    use crate::{
        edit::apply,
        merge::merge,
        model::{Id, Item, Place, Record, arbitrary::first_day},
        plan::{
            self,
            tests::{
                asker,
                fixture::{after, edits, person, visit, why, with},
            },
        },
    };

    fn set(visit: &Visit, id: &str, fields: &str) -> Visit {
        after(visit, plan::set(visit, id, &edits(fields), asker(Lang::De)))
    }

    fn removed(visit: &Visit, id: &str) -> Visit {
        after(visit, plan::remove(visit, id, Lang::De))
    }

    fn settled(visit: &Visit, version: Option<Version>) -> Visit {
        let next = after(visit, settle(visit, &visit.conflicts[0], version, Lang::De));
        assert!(next.conflicts.len() < visit.conflicts.len());
        next
    }

    #[test]
    fn a_field_takes_the_version_and_undoing_brings_the_conflict_back() {
        let base = visit(&[("a", "")]);
        let (ours, theirs) = (
            set(&base, "a", "title=unser"),
            set(&base, "a", "title=deren"),
        );
        let merged = merge(&base, &ours, &theirs).unwrap().visit;
        let merged = set(&merged, "a", "title=beides");
        for (version, title) in [
            (Some(Version::Base), "a"),
            (Some(Version::Ours), "unser"),
            (Some(Version::Theirs), "deren"),
            (None, "beides"),
        ] {
            let done = settle(&merged, &merged.conflicts[0], version, Lang::De).unwrap();
            assert_eq!(
                done.label.said(Lang::De),
                "Widerspruch entschieden: beides: Titel"
            );
            let mut next = merged.clone();
            apply(&mut next, &done).unwrap();
            assert_eq!(next.items.get("a").unwrap().title, title.into());
            assert!(next.conflicts.is_empty());
            apply(&mut next, &done.inverted()).unwrap();
            assert_eq!(next, merged);
        }
        let none = settle(&base, &merged.conflicts[0], None, Lang::De);
        assert_eq!(why(none), "Bei „a“ ist kein solcher Widerspruch offen");
    }

    #[test]
    fn a_person_who_goes_after_all_leaves_nothing_that_dangles() {
        let mut base = visit(&[("a", "")]);
        person(&mut base, "koch", "given=Miriam");
        let (ours, theirs) = (
            removed(&base, "koch"),
            set(&base, "a", "attend=guests, +koch"),
        );
        let merged = merge(&base, &ours, &theirs).unwrap().visit;
        let gone = settled(&merged, Some(Version::Ours));
        assert!(gone.participants.is_empty());
        assert!(gone.items.get("a").unwrap().attend.plus.is_empty());
        for stays in [Some(Version::Theirs), Some(Version::Base), None] {
            let stays = settled(&merged, stays);
            assert_eq!(stays.items, merged.items);
            assert_eq!(stays.participants, merged.participants);
        }
    }

    #[test]
    fn removing_by_hand_settles_what_was_in_conflict() {
        let base = visit(&[("a", "")]);
        let merged = merge(&base, &removed(&base, "a"), &set(&base, "a", "note=x")).unwrap();
        assert_eq!(merged.visit.conflicts.len(), 1);
        let next = removed(&merged.visit, "a");
        assert!(next.conflicts.is_empty() && next.items.is_empty());
    }

    #[test]
    fn both_days_of_a_visit_are_settled_together() {
        let base = visit(&[]);
        let moved = |days: u64| {
            let mut visit = base.clone();
            visit.head.first = Some(first_day() + chrono::Days::new(days));
            visit.head.last = Some(first_day() + chrono::Days::new(days + 2));
            visit
        };
        let (ours, theirs) = (moved(30), moved(500));
        let merged = merge(&base, &ours, &theirs).unwrap().visit;
        assert_eq!(merged.conflicts.len(), 2);
        let next = settled(&merged, Some(Version::Theirs));
        assert_eq!(next.head, theirs.head);
        assert!(next.conflicts.is_empty());
    }

    #[test]
    fn items_that_would_follow_each_other_are_refused_until_one_lets_go() {
        let base = visit(&[("a", "start=10:00"), ("b", "start=11:00")]);
        let (ours, theirs) = (set(&base, "a", "after=b"), set(&base, "b", "after=a"));
        let merged = merge(&base, &ours, &theirs).unwrap().visit;
        let of = |visit: &Visit, id: &str| {
            let mut all = visit.conflicts.iter();
            all.find(|own| own.id() == id).unwrap().clone()
        };
        let theirs = Some(Version::Theirs);
        let refused = settle(&merged, &of(&merged, "b"), theirs, Lang::De);
        assert_eq!(why(refused), "„b“ würde am Ende auf sich selbst folgen");
        let all: Vec<&Conflict> = merged.conflicts.iter().rev().collect();
        let at_once = after(&merged, settle_all(&merged, &all, theirs, Lang::De));
        let next = after(
            &merged,
            settle(&merged, &of(&merged, "a"), theirs, Lang::De),
        );
        let next = after(&next, settle(&next, &of(&next, "b"), theirs, Lang::De));
        assert_eq!(plan::tests::fixture::day(&next, 0), "a 10:00, b →a offen");
        assert_eq!(next, at_once);
    }

    #[test]
    fn what_was_held_because_of_its_id_takes_the_place_of_the_other() {
        let base = visit(&[]);
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        with::<Item>(&mut ours, "x", "title=x");
        with::<Item>(&mut ours, "y", "title=y after=x");
        with::<Place>(&mut theirs, "x", "name=Messe");
        let merged = merge(&base, &ours, &theirs).unwrap().visit;
        let next = settled(&merged, Some(Version::Theirs));
        assert_eq!(next.record("x"), theirs.record("x"));
        assert!(next.items.get(&Id::<Item>::parse("y").unwrap()).is_some());
        let next = settled(&merged, Some(Version::Ours));
        assert_eq!(next.items, merged.items);
        let next = settled(&merged, Some(Version::Base));
        assert_eq!(next.record("x"), None);
    }

    #[test]
    fn a_version_that_has_no_such_record_is_refused() {
        let mut merged = visit(&[("a", "")]);
        let mut other = merged.items.get("a").unwrap().clone();
        other.title = "anders".into();
        let other = other.into_any();
        let records = [None, merged.record("a"), Some(other.as_ref())];
        let conflict = Conflict::of_field(0, records);
        merged.conflicts.put(conflict.clone());
        let refused = settle(&merged, &conflict, Some(Version::Base), Lang::De);
        assert_eq!(why(refused), "Vorher gab es den Eintrag noch nicht");
    }
}
