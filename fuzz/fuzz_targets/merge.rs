//! Any edits of two sides of one visit: merging never panics, obeys its laws and loses nothing, and
//! what it makes can be written and opened.
//!
//! The input is text. Each line begins with the side, `o` ours, `t` theirs or `b` both (before they
//! part), and goes on with what is done: `+` and a character for a kind adds a record, `-` and a
//! character for a record removes it, `=`, a character for a record, one for its field and a text
//! types that text into it, `/` and a character settles a conflict. A line `m` merges what there is
//! by then into our side and goes on from there.
#![no_main]

use std::{fs, sync::LazyLock};

use attache::{
    edit::{Change, Label, Transaction, apply},
    merge::merge,
    model::{
        AnyRecord, AnyRef, Conflict, Id, Item, Letter, Participant, Place, Reading, Record, Side,
        Task, Vehicle, Visit, conflict::Version, field,
    },
    plan, store,
    words::{Lang, Said},
};
use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;

static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().unwrap());

static START: LazyLock<Visit> =
    LazyLock::new(|| open(include_str!("../seeds/visit.ron").as_bytes()));

fn open(text: &[u8]) -> Visit {
    let path = FOLDER.path().join("visit.ron");
    fs::write(&path, text).unwrap();
    store::open(&path).expect("it can be opened").visit
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let mut sides = Sides::new();
    for line in text.lines().take(64) {
        sides.read(line);
    }
    let [base, ours, theirs] = &sides.visits;
    for side in [ours, theirs] {
        assert!(
            merged(base, side, base).0 == *side,
            "the other side did nothing"
        );
        assert!(merged(base, base, side).0 == *side, "our side did nothing");
        assert!(
            merged(base, side, side).0 == *side,
            "both sides did the same"
        );
    }
    let (one, raised) = merged(base, ours, theirs);
    let (other, raised_there) = merged(base, theirs, ours);
    assert_eq!(raised, raised_there, "the sides may change places");
    assert!(
        same(&one.conflicts, &other.conflicts),
        "the sides may change places"
    );
    for side in [ours, theirs] {
        let lost = lost(base, side, &one);
        assert!(lost.is_empty(), "LOST: {lost:?}");
    }
    let (twice, raised) = merged(theirs, &one, theirs);
    assert!(
        raised == 0 && twice == one,
        "merging again changes something"
    );
    let written = store::to_ron(&one).expect("it can be written");
    assert!(open(&written) == one, "it is opened as another");
});

/// Base, ours and theirs as the lines make them.
struct Sides {
    visits: [Visit; 3],
    /// Gives each record that is added an id that no other run would give.
    added: usize,
}

impl Sides {
    fn new() -> Self {
        Self {
            visits: std::array::from_fn(|_| START.clone()),
            added: 0,
        }
    }

    fn read(&mut self, line: &str) {
        let mut signs = line.chars();
        match signs.next() {
            Some('m') => {
                let [base, ours, theirs] = &self.visits;
                let (one, _) = merged(base, ours, theirs);
                self.visits = [theirs.clone(), one, theirs.clone()];
            }
            Some('o') => self.act(1, signs.as_str()),
            Some('t') => self.act(2, signs.as_str()),
            Some('b') if self.visits[0] == self.visits[1] && self.visits[0] == self.visits[2] => {
                self.act(0, signs.as_str());
                let base = self.visits[0].clone();
                self.visits = [base.clone(), base.clone(), base];
            }
            _ => {}
        }
    }

    fn act(&mut self, side: usize, told: &str) {
        let mut signs = told.chars();
        let done = match signs.next() {
            Some('+') => self.add(signs.next()),
            Some('-') => record(&self.visits[side], signs.next()).and_then(|record| {
                let id = record.id().to_owned();
                plan::remove(&self.visits[side], &id, Lang::En).ok()
            }),
            Some('/') => settle(&self.visits[side], signs.next()),
            Some('=') => {
                let (which, key) = (signs.next(), signs.next());
                typed(&self.visits[side], which, key, signs.as_str().trim())
            }
            _ => None,
        };
        let visit = &mut self.visits[side];
        let before = visit.clone();
        if let Some(done) = done
            && apply(visit, &done).is_ok()
            && (!visit.faults().is_empty() || store::to_ron(visit).is_err())
        {
            *visit = before;
        }
    }

    fn add(&mut self, kind: Option<char>) -> Option<Transaction> {
        // Few ids, so that both sides add the same now and then.
        self.added = (self.added + 1) % 5;
        fn id<R>(n: usize) -> Option<Id<R>> {
            Id::parse(&format!("new-{n}"))
        }
        let n = self.added;
        let record = match kind? {
            'p' => Participant::with_id(id(n)?).into_any(),
            'l' => Letter::with_id(id(n)?).into_any(),
            'o' => Place::with_id(id(n)?).into_any(),
            'v' => Vehicle::with_id(id(n)?).into_any(),
            't' => Task::with_id(id(n)?).into_any(),
            _ => Item::with_id(id(n)?).into_any(),
        };
        Some(changed(None, record))
    }
}

fn changed(before: Option<AnyRecord>, after: AnyRecord) -> Transaction {
    let label = Label::new(Said::same("fuzzed"), "");
    let after = Some(after);
    Transaction::new(label, vec![Change { before, after }])
}

/// The record that a character stands for.
fn record(visit: &Visit, sign: Option<char>) -> Option<AnyRecord> {
    let all: Vec<AnyRef<'_>> = visit.all_records().collect();
    let at = number(sign?) % all.len();
    Some(all[at].to_owned())
}

fn number(sign: char) -> usize {
    let number = u32::from(sign);
    number.saturating_sub(u32::from('0')) as usize
}

fn settle(visit: &Visit, sign: Option<char>) -> Option<Transaction> {
    let number = number(sign?);
    let conflict = visit.conflicts.get(number / 3)?;
    let version = [None, Some(Version::Ours), Some(Version::Theirs)][number % 3];
    plan::settle(visit, conflict, version, Lang::En).ok()
}

/// Types a text into a field; `key` stands for one.
fn typed(visit: &Visit, which: Option<char>, key: Option<char>, text: &str) -> Option<Transaction> {
    let before = record(visit, which)?;
    let keys: Vec<_> = field::keys(before.as_ref().fields().info()).collect();
    let key = keys[number(key?) % keys.len()];
    let day = NaiveDate::from_ymd_opt(2024, 10, 24).unwrap();
    let mut at = Reading {
        visit,
        lang: Lang::En,
        near: day,
        today: day,
        side: Side::Guest,
        subject: before.id(),
        made: Vec::new(),
    };
    let mut after = before.clone();
    let value = after.fields_mut().value_mut(key.field);
    let read = match (key.part, text.is_empty()) {
        (Some(part), _) => value.read_part(part, text, &mut at),
        (None, false) => value.read(text, &mut at),
        (None, true) => {
            value.clear();
            Ok(())
        }
    };
    let is_alone = read.is_ok() && at.made.is_empty();
    is_alone.then(|| changed(Some(before.clone()), after))
}

fn merged(base: &Visit, ours: &Visit, theirs: &Visit) -> (Visit, usize) {
    let merged = merge(base, ours, theirs).expect("they are one visit");
    let faults = merged.visit.faults();
    assert!(faults.is_empty(), "{faults:?}");
    (merged.visit, merged.raised)
}

/// Whether two lists hold the same conflicts, whichever side each calls its own.
fn same(one: &[Conflict], other: &[Conflict]) -> bool {
    let within = |some: &[Conflict], all: &[Conflict]| {
        some.iter()
            .all(|own| all.iter().any(|other| own.is_same(other)))
    };
    within(one, other) && within(other, one)
}

/// The base after the removals of a side: what it lost by them and nothing else.
fn removed(base: &Visit, side: &Visit) -> Visit {
    let mut removed = base.clone();
    for record in base.all_records() {
        if side.record(record.id()).is_none()
            && let Ok(gone) = plan::remove(&removed, record.id(), Lang::En)
        {
            apply(&mut removed, &gone).expect("it can be removed");
        }
    }
    removed
}

/// What a side changed and what stands neither in the merged visit nor in a conflict; and
/// the removals that neither stand nor are in one. What only follows from a removal that is in
/// conflict is in that.
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
        let of_kind = |other: &AnyRef<'_>| other.kind() == record.kind();
        let before = base.record(record.id()).filter(of_kind);
        let now = merged.record(record.id()).filter(of_kind);
        if before == Some(record) {
            continue;
        }
        let about = |conflict: &&Conflict| conflict.id() == record.id();
        let conflicts: Vec<_> = merged.conflicts.iter().filter(about).collect();
        let follows = removed.record(record.id()).filter(of_kind);
        if now.is_none() && conflicts.is_empty() && follows != Some(record) {
            lost.push(record.id().to_owned());
        }
        for (at, info) in record.fields().info().iter().enumerate() {
            let value = record.fields().value(at);
            let has = |other: AnyRef<'_>| of_kind(&other) && other.fields().value(at).same(value);
            let held = |conflict: &&Conflict| {
                let about = conflict.field.as_deref().is_none_or(|key| key == info.key);
                let sides = [&conflict.ours, &conflict.theirs];
                about && sides.into_iter().flatten().any(|side| has(side.as_ref()))
            };
            let unchanged = before.map_or(value.is_empty(), has);
            let in_removal = || {
                let mut links = before
                    .into_iter()
                    .flat_map(|own| own.fields().value(at).links());
                follows.is_some_and(has) && links.any(|link| in_conflict(&link.id))
            };
            if !unchanged && !now.is_some_and(has) && !conflicts.iter().any(held) && !in_removal() {
                lost.push(format!("{} {}", record.id(), info.key));
            }
        }
    }
    lost
}
