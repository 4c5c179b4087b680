//! Merging the records of a visit one by one, and what they need of each other.

use std::collections::BTreeSet;

use super::{Merged, all_ids, known};
use crate::{
    edit::join,
    model::{AnyRecord, AnyRef, Conflict, Conflicts, Link, Visit},
};

/// A field: the id of its record and its index.
type Field = (String, usize);

/// A merge on its way: the visit as it becomes, and what of it is in conflict.
pub(super) struct Merging<'a> {
    /// Base, as it was before what both sides have decided, ours and theirs.
    pub(super) sides: [&'a Visit; 3],
    /// Base as it is, whatever was decided: so a merge done again raises no record anew.
    start: &'a Visit,
    /// The visit as it becomes.
    pub(super) visit: Visit,
    /// The fields in which ours stands although theirs differs, or the other way round.
    torn: BTreeSet<Field>,
    /// The ids of records that are in conflict as a whole.
    pub(super) whole: BTreeSet<String>,
    /// What either side had in conflict already and nobody settled.
    known: Vec<Conflict>,
}

impl<'a> Merging<'a> {
    /// Merges record by record, then sees that the whole fits together; the conflicts are those that
    /// both sides have decided since `start`.
    pub(super) fn of(sides: [&'a Visit; 3], start: &'a Visit, decided: &[&Conflict]) -> Self {
        let [base, ours, theirs] = sides;
        let mut merging = Self {
            sides,
            start,
            visit: ours.clone(),
            torn: BTreeSet::new(),
            whole: BTreeSet::new(),
            known: known::open(&base.conflicts, &ours.conflicts, &theirs.conflicts),
        };
        for id in all_ids(sides) {
            merging.record(id);
        }
        for conflict in decided {
            merging.decide(conflict);
        }
        merging.settle();
        merging
    }

    /// A record as the three sides have it.
    pub(super) fn versions(&self, id: &str) -> [Option<AnyRef<'a>>; 3] {
        self.sides.map(|side| side.record(id))
    }

    fn record(&mut self, id: &str) {
        let [base, ours, theirs] = self.versions(id);
        match (ours, theirs) {
            (Some(ours), Some(theirs)) if ours.kind() == theirs.kind() => {
                self.fields(base, ours, theirs);
            }
            // One id for records of two kinds: ours stands, unless only theirs changed it.
            (Some(_), Some(theirs)) if base == ours => self.replace(theirs.to_owned()),
            (Some(_), Some(theirs)) if base != Some(theirs) => self.hold(id),
            (Some(_), None) if base == ours => drop(self.visit.take(id)),
            (Some(_), None) if base.is_some() => self.hold(id),
            (None, Some(theirs)) if base != Some(theirs) => {
                self.visit.put(theirs.to_owned());
                if base.is_some() {
                    self.hold(id);
                }
            }
            _ => {}
        }
    }

    /// Puts a record of another kind in the place of the one with its id.
    fn replace(&mut self, record: AnyRecord) {
        self.visit.take(record.id());
        self.visit.put(record);
    }

    /// Keeps a record in conflict as a whole.
    pub(super) fn hold(&mut self, id: &str) {
        self.whole.insert(id.to_owned());
    }

    /// Field by field; what both added under one id was empty before.
    fn fields(&mut self, base: Option<AnyRef<'a>>, ours: AnyRef<'a>, theirs: AnyRef<'a>) {
        if ours == theirs || base == Some(theirs) {
            return;
        }
        let blank = ours.blank();
        let base = base.filter(|base| base.kind() == ours.kind());
        let joined = join(base.unwrap_or(blank.as_ref()), ours, theirs);
        let id = ours.id();
        self.torn
            .extend(joined.torn.into_iter().map(|at| (id.to_owned(), at)));
        self.visit.put(joined.record);
    }

    /// Sees that what came together fits together. Each step only adds to what is in conflict, so
    /// that it ends; none asks which side is ours, so that both sides come to the same.
    fn settle(&mut self) {
        loop {
            let before = (self.torn.len(), self.whole.len());
            self.bring_back();
            self.cut_circles();
            self.keep_days();
            if (self.torn.len(), self.whole.len()) == before {
                break;
            }
        }
        self.unlink();
    }

    /// Whether ours stands in a field although theirs differs, or the other way round.
    pub(super) fn is_torn(&self, id: &str, at: usize) -> bool {
        self.torn.contains(&(id.to_owned(), at))
    }

    /// Marks a field as torn and lets ours stand.
    pub(super) fn tear(&mut self, id: &str, at: usize) {
        if let Some(ours) = self.sides[1].record(id)
            && let Some(record) = self.visit.record(id)
            && record.kind() == ours.kind()
        {
            let mut record = record.to_owned();
            let value = record.fields_mut().value_mut(at);
            value.assign(ours.fields().value(at));
            self.visit.put(record);
        }
        self.torn.insert((id.to_owned(), at));
    }

    /// Whether the sides differ in a field of a record that both have.
    pub(super) fn differs(&self, id: &str, at: usize) -> bool {
        let [_, ours, theirs] = self.versions(id);
        ours.zip(theirs).is_some_and(|(ours, theirs)| {
            let same = |at| ours.fields().value(at).same(theirs.fields().value(at));
            ours.kind() == theirs.kind() && !same(at)
        })
    }

    /// Brings back what one side removed and something that stays, or may come to stand, needs.
    fn bring_back(&mut self) {
        loop {
            let missing: Vec<AnyRef<'a>> = self
                .needed()
                .into_iter()
                .filter(|link| self.visit.record(&link.id).is_none())
                .filter_map(|link| {
                    let [_, ours, theirs] = self.versions(&link.id);
                    ours.or(theirs).filter(|found| found.kind() == link.kind)
                })
                .collect();
            if missing.is_empty() {
                return;
            }
            for record in missing {
                self.hold(record.id());
                self.visit.put(record.to_owned());
            }
        }
    }

    /// What records refer to, also by a value that stands on one side only, and what the conflicts
    /// are about that a side brings.
    fn needed(&self) -> BTreeSet<Link> {
        let links = self.visit.all_records().flat_map(AnyRef::links);
        let torn = self.torn.iter().flat_map(|(id, at)| {
            let [_, ours, theirs] = self.versions(id);
            let both = ours.into_iter().chain(theirs);
            both.flat_map(|record| record.fields().value(*at).links())
        });
        let [base, ours, theirs] = self.sides;
        let brought = [ours, theirs].into_iter().flat_map(|side| {
            let new = side
                .conflicts
                .iter()
                .filter(|c| !base.conflicts.contains(c));
            new.filter(|conflict| side.record(conflict.id()).is_some())
                .map(|conflict| Link {
                    kind: conflict.kind(),
                    id: conflict.id().to_owned(),
                })
        });
        links.chain(torn).chain(brought).collect()
    }

    /// Takes out what refers to a record that could not come in because its id stands for another.
    fn unlink(&mut self) {
        let mut lost = Vec::new();
        for record in self.visit.all_records() {
            for at in 0..record.fields().info().len() {
                let links = record.fields().value(at).links();
                let gone = |link: &Link| self.visit.kind_of(&link.id) != Some(link.kind);
                lost.extend(links.into_iter().filter(gone).map(|link| {
                    let id = record.id().to_owned();
                    (id, at, link)
                }));
            }
        }
        for (id, at, link) in lost {
            self.tear(&id, at);
            if let Some(mut record) = self.visit.record(&id).map(AnyRef::to_owned) {
                let value = record.fields_mut().value_mut(at);
                if value.links().contains(&link) {
                    value.forget(&link.id);
                    self.visit.put(record);
                }
            }
        }
    }

    /// The merged visit with every conflict in it.
    pub(super) fn finish(mut self) -> Merged {
        let [_, ours, theirs] = self.sides;
        let fields = self.torn.iter().map(|(id, at)| {
            let kind = self.visit.kind_of(id);
            let same = |record: &AnyRef<'_>| Some(record.kind()) == kind;
            Conflict::of_field(*at, self.versions(id).map(|side| side.filter(same)))
        });
        let whole = self.whole.iter().map(|id| {
            Conflict::of_record([self.start.record(id), ours.record(id), theirs.record(id)])
        });
        let raised: Vec<Conflict> = fields
            .chain(whole)
            .filter(|raised| !self.known.iter().any(|known| known.is_same(raised)))
            .collect();
        // What one side settled and the merge raised anew may still be open on the other.
        let is_open = |own: &&Conflict| {
            let mut open = ours.conflicts.iter().chain(theirs.conflicts.iter());
            open.any(|open| open.is_same(own))
        };
        let count = raised.len() - raised.iter().filter(is_open).count();
        self.visit.conflicts = self.known.into_iter().chain(raised).collect::<Conflicts>();
        Merged {
            visit: self.visit,
            raised: count,
        }
    }
}
