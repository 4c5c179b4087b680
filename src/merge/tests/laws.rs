//! The laws of merging, over random visits and random edits.

use proptest::{collection::vec, prelude::*, sample::select};

use super::merged;
use crate::{
    edit::{History, apply},
    model::{
        AnyRef, Conflict, Kind, Version, Visit,
        arbitrary::{Maker, visits},
    },
    plan::{
        self,
        tests::{
            asker,
            commands::{COMMANDS, Command},
        },
    },
    words::Lang,
};

type Commands = Vec<(Command, u64)>;

fn commands() -> impl Strategy<Value = Commands> {
    vec((select(COMMANDS), any::<u64>()), 0..8)
}

/// The visit after what somebody did to it; what is refused is left out.
fn after(visit: &Visit, commands: &Commands) -> Visit {
    let mut visit = visit.clone();
    for ((_, ask), seed) in commands {
        if let Ok(done) = ask(&mut Maker::new(*seed), &visit) {
            apply(&mut visit, &done).unwrap();
        }
    }
    visit
}

/// A visit and what two sides made of it; it may have conflicts from before.
fn sides() -> impl Strategy<Value = [Visit; 3]> {
    let edits = || (commands(), commands());
    (visits(), edits(), edits(), any::<bool>()).prop_map(|(visit, before, since, had)| {
        let base = if had {
            merged(&visit, &after(&visit, &before.0), &after(&visit, &before.1)).visit
        } else {
            visit
        };
        let (ours, theirs) = (after(&base, &since.0), after(&base, &since.1));
        [base, ours, theirs]
    })
}

/// The base after the removals of a side: what it lost by them and nothing else.
fn removed(base: &Visit, side: &Visit) -> Visit {
    let mut removed = base.clone();
    for record in base.all_records() {
        if side.record(record.id()).is_none() {
            let gone = plan::remove(&removed, record.id(), Lang::De).unwrap();
            apply(&mut removed, &gone).unwrap();
        }
    }
    removed
}

/// What is lost of a side: the records and fields that it has otherwise than the base and that stand
/// neither in the merged visit nor in a conflict; and the removals that neither stand nor are in one.
/// What only follows from a removal that is in conflict is in that.
fn lost(base: &Visit, side: &Visit, merged: &Visit) -> Vec<String> {
    let mut lost = Vec::new();
    let in_conflict = |id: &str| merged.conflicts.iter().any(|own| own.id() == id);
    for gone in base
        .all_records()
        .filter(|own| side.record(own.id()).is_none())
    {
        if merged.record(gone.id()) == Some(gone) && !in_conflict(gone.id()) {
            lost.push(format!("{} removed", gone.id()));
        }
    }
    let removed = removed(base, side);
    for record in side.all_records() {
        let id = record.id();
        let before = base
            .record(id)
            .filter(|before| before.kind() == record.kind());
        let now = merged.record(id).filter(|now| now.kind() == record.kind());
        let blank = record.blank();
        for (at, info) in record.fields().info().iter().enumerate() {
            let value = record.fields().value(at);
            let has = |other: Option<AnyRef<'_>>| {
                other.is_some_and(|other| other.fields().value(at).same(value))
            };
            let was = before.unwrap_or(blank.as_ref());
            let held = |conflict: &Conflict| {
                let about = conflict.field.as_deref().is_none_or(|key| key == info.key);
                let versions = [Version::Ours, Version::Theirs].map(|of| conflict.record(of));
                about
                    && conflict.id() == id
                    && versions
                        .into_iter()
                        .flatten()
                        .any(|of| has(Some(of.as_ref())))
            };
            let follows = || {
                let mut links = was.fields().value(at).links().into_iter();
                has(removed.record(id)) && links.any(|link| in_conflict(&link.id))
            };
            let is_kept = has(now) || has(Some(was)) || merged.conflicts.iter().any(held);
            if !is_kept && !follows() {
                lost.push(format!("{id} {}", info.key));
            }
        }
        let is_changed = before != Some(record) && removed.record(id) != Some(record);
        if now.is_none() && is_changed && !in_conflict(id) {
            lost.push(id.to_owned());
        }
    }
    lost
}

/// Whether two lists hold the same conflicts, whichever side each calls its own.
fn same(one: &[Conflict], other: &[Conflict]) -> bool {
    let within = |some: &[Conflict], all: &[Conflict]| {
        some.iter()
            .all(|own| all.iter().any(|other| own.is_same(other)))
    };
    within(one, other) && within(other, one)
}

/// Whether two visits are one, whichever side their conflicts call their own.
fn alike(mut one: Visit, other: &Visit) -> bool {
    let is_same = same(&one.conflicts, &other.conflicts);
    one.conflicts = other.conflicts.clone();
    is_same && one == *other
}

/// Whether two visits have the same records, whatever is in conflict.
fn agree(one: &Visit, other: &Visit) -> bool {
    let has = |visit: &Visit, record: AnyRef<'_>| visit.record(record.id()) == Some(record);
    one.all_records().all(|record| has(other, record))
        && other.all_records().all(|record| has(one, record))
}

/// Every field of the visit that is in no conflict, to compare; records by id.
fn agreed(visit: &Visit) -> Vec<(String, &'static str, String)> {
    let is_open = |id: &str, key: &str| {
        let about =
            |conflict: &Conflict| conflict.id() == id && conflict.field.as_deref() == Some(key);
        visit.conflicts.iter().any(about)
    };
    let mut all = Vec::new();
    for record in visit.all_records() {
        for (at, info) in record.fields().info().iter().enumerate() {
            if !is_open(record.id(), info.key) {
                let value = format!("{:?}", record.fields().value(at));
                all.push((record.id().to_owned(), info.key, value));
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_side_that_did_nothing_changes_nothing(sides in sides()) {
        let [base, ours, theirs] = sides;
        for side in [ours, theirs] {
            prop_assert!(merged(&base, &side, &base).visit == side);
            prop_assert!(merged(&base, &base, &side).visit == side);
            prop_assert!(merged(&base, &side, &side).visit == side);
        }
    }

    #[test]
    fn the_sides_may_change_places(sides in sides()) {
        let [base, ours, theirs] = sides;
        let (one, other) = (merged(&base, &ours, &theirs), merged(&base, &theirs, &ours));
        prop_assert_eq!(one.raised, other.raised);
        let (one, other) = (one.visit, other.visit);
        prop_assert!(same(&one.conflicts, &other.conflicts), "{:?}\n{:?}", one.conflicts, other.conflicts);
        prop_assert_eq!(agreed(&one), agreed(&other));
    }

    #[test]
    fn nothing_is_lost_and_the_result_can_be_opened(sides in sides()) {
        let [base, ours, theirs] = sides;
        let merged = merged(&base, &ours, &theirs).visit;
        for side in [&ours, &theirs] {
            prop_assert_eq!(lost(&base, side, &merged), Vec::<String>::new());
        }
    }

    #[test]
    fn a_second_time_changes_nothing(sides in sides()) {
        let [base, ours, theirs] = sides;
        let once = merged(&base, &ours, &theirs).visit;
        let twice = merged(&base, &once, &theirs);
        let new = twice.visit.conflicts.iter().filter(|own| !once.conflicts.contains(own));
        let new: Vec<String> = new.map(|own| format!("{own:?}")).collect();
        prop_assert_eq!(new, Vec::<String>::new());
        prop_assert_eq!(twice.raised, 0);
        prop_assert!(twice.visit == once);
        prop_assert!(merged(&theirs, &once, &theirs).visit == once);
        prop_assert!(alike(merged(&theirs, &theirs, &once).visit, &once));
    }

    #[test]
    fn settling_leads_to_a_visit_without_conflicts_and_back(sides in sides(), seed in any::<u64>()) {
        let [base, ours, theirs] = sides;
        let start = merged(&base, &ours, &theirs).visit;
        let mut maker = Maker::new(seed);
        let (mut visit, mut history) = (start.clone(), History::default());
        while let Some(conflict) = maker.pick(&visit.conflicts).cloned() {
            let version = maker.pick(&Version::ALL).copied();
            let settle = |version| plan::settle(&visit, &conflict, version, Lang::De);
            // What cannot be taken can be left as it stands.
            let done = settle(version).or_else(|_| settle(None)).unwrap();
            history.commit(&mut visit, done).unwrap();
            prop_assert_eq!(visit.faults(), []);
        }
        while let Some(undone) = history.undo(&mut visit) {
            undone.unwrap();
        }
        prop_assert!(visit == start);
    }

    #[test]
    fn two_that_add_items_at_once_merge_clean(base in visits(), seeds in vec(any::<u64>(), 6)) {
        let mut sides = [base.clone(), base.clone()];
        for (at, seed) in seeds.into_iter().enumerate() {
            let side = &mut sides[at % 2];
            let mut maker = Maker::new(seed);
            let fields = ["title", "start", "attend", "place", "note"];
            let keys = crate::model::field::keys(Kind::Item.fields());
            let edits: Vec<_> = keys
                .filter(|key| fields.contains(&key.info.key))
                .map(|key| plan::Edit::set(key.info.key, maker.typed(&key.info, side)))
                .collect();
            if let Ok((done, _)) = plan::add(side, Kind::Item, &edits, asker(Lang::De)) {
                apply(side, &done).unwrap();
            }
        }
        let [ours, theirs] = sides;
        let merged = merged(&base, &ours, &theirs);
        prop_assert_eq!(merged.raised, 0);
        let added = ours.items.len() + theirs.items.len() - base.items.len();
        prop_assert_eq!(merged.visit.items.len(), added);
    }

    #[test]
    fn one_that_removes_and_one_that_changes_are_in_conflict(base in visits(), seed in any::<u64>()) {
        let mut maker = Maker::new(seed);
        for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Visit) {
            let Some(id) = maker.id(*kind, &base) else { continue };
            let Ok(gone) = plan::remove(&base, &id, Lang::De) else { continue };
            let mut changed = base.record(&id).unwrap().to_owned();
            let note = kind.fields().iter().position(|info| info.key == "note");
            let Some(note) = note else { continue };
            let text = crate::model::Note("anders".into());
            changed.fields_mut().value_mut(note).assign(&text);
            let (mut without, mut with) = (base.clone(), base.clone());
            apply(&mut without, &gone).unwrap();
            with.put(changed);
            let mut settled = with.clone();
            apply(&mut settled, &plan::remove(&with, &id, Lang::De).unwrap()).unwrap();
            for (ours, theirs) in [(&without, &with), (&with, &without)] {
                let merged = merged(&base, ours, theirs);
                prop_assert_eq!(merged.raised, 1);
                prop_assert!(agree(&merged.visit, &with));
                let raised = merged.visit.conflicts.iter().find(|own| !base.conflicts.contains(own));
                // What followed it follows it until somebody has decided, and then as decided.
                for (version, side) in [(Version::Ours, ours), (Version::Theirs, theirs)] {
                    let mut visit = merged.visit.clone();
                    let done = plan::settle(&visit, raised.unwrap(), Some(version), Lang::De).unwrap();
                    apply(&mut visit, &done).unwrap();
                    let expected = side.record(&id).map_or(&settled, |_| &with);
                    prop_assert!(agree(&visit, expected));
                }
            }
        }
    }
}

/// The laws would say nothing if nothing were ever in conflict.
#[test]
fn random_edits_do_conflict() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let (mut fields, mut records) = (0, 0);
    for _ in 0..60 {
        let [base, ours, theirs] = sides().new_tree(&mut runner).unwrap().current();
        for conflict in merged(&base, &ours, &theirs).visit.conflicts {
            *if conflict.field.is_some() {
                &mut fields
            } else {
                &mut records
            } += 1;
        }
    }
    assert!(
        fields > 20 && records > 5,
        "{fields} fields, {records} records"
    );
}
