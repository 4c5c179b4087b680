//! Conflicts: what two sides changed differently, kept as data in the visit until it is settled.

mod told;

use serde::{Deserialize, Serialize};

use super::{AnyRecord, AnyRef, Entry, FieldInfo, Kind};
use crate::words::Said;

/// One of the three versions of what is in conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// As it was before either side changed it.
    Base,
    /// As the side changed it whose visit this was; it stands meanwhile.
    Ours,
    /// As the other side changed it.
    Theirs,
}

impl Version {
    /// All three, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Base, Self::Ours, Self::Theirs];

    /// The English word that names it in arguments.
    pub const fn token(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Ours => "ours",
            Self::Theirs => "theirs",
        }
    }

    /// The same with the sides changed.
    #[must_use]
    pub const fn swapped(self) -> Self {
        match self {
            Self::Base => Self::Base,
            Self::Ours => Self::Theirs,
            Self::Theirs => Self::Ours,
        }
    }

    /// What a person calls it.
    pub const fn label(self) -> Said {
        match self {
            Self::Base => Said::new("vorher", "before", "avant"),
            Self::Ours => Said::new("unsere Version", "our version", "notre version"),
            Self::Theirs => Said::new("andere Version", "other version", "autre version"),
        }
    }
}

/// What two sides changed differently. Ours stands in the visit until it is settled.
///
/// Of a field, the records hold their id and that field only, so that each value is of the field's
/// own type. Without a field it is about a whole record: one side removed it and the other changed
/// it or refers to it, so that it stays; or one id came to stand for two records. A side that has
/// no such record has none here either.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// The key of the field; none for a whole record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// As it was before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<AnyRecord>,
    /// As our side has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ours: Option<AnyRecord>,
    /// As the other side has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theirs: Option<AnyRecord>,
}

/// What is wrong with a conflict that somebody wrote by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// It holds no record at all.
    Empty,
    /// Its records have several ids, or are of several kinds although it is about a field.
    OtherRecords,
    /// Records of this kind have no such field.
    NoField(String),
    /// Its records hold more than their id and its field.
    MoreThanField(String),
}

impl Conflict {
    /// About one field, by its index, of a record as the three sides have it.
    pub fn of_field(at: usize, versions: [Option<AnyRef<'_>>; 3]) -> Self {
        let kind = versions.iter().flatten().next().map(|record| record.kind());
        let info = kind.and_then(|kind| kind.fields().get(at));
        let [base, ours, theirs] = versions.map(|record| Some(only(at, record?)));
        Self {
            field: info.map(|info| info.key.to_owned()),
            base,
            ours,
            theirs,
        }
    }

    /// About a whole record as the three sides have it.
    pub fn of_record(versions: [Option<AnyRef<'_>>; 3]) -> Self {
        let [base, ours, theirs] = versions.map(|record| record.map(AnyRef::to_owned));
        Self {
            field: None,
            base,
            ours,
            theirs,
        }
    }

    /// What one version has; none where it has no such record.
    pub const fn record(&self, version: Version) -> Option<&AnyRecord> {
        match version {
            Version::Base => self.base.as_ref(),
            Version::Ours => self.ours.as_ref(),
            Version::Theirs => self.theirs.as_ref(),
        }
    }

    /// The versions that have the record.
    pub(super) fn records(&self) -> impl Iterator<Item = &AnyRecord> {
        let ours_first = [Version::Ours, Version::Theirs, Version::Base];
        ours_first.into_iter().filter_map(|of| self.record(of))
    }

    /// The id of the record that it is about.
    pub fn id(&self) -> &str {
        self.records().next().map_or("", AnyRecord::id)
    }

    /// The kind of that record.
    pub fn kind(&self) -> Kind {
        self.records().next().map_or(Kind::Visit, AnyRecord::kind)
    }

    /// The index of the field that it is about, and its declaration; none for a whole record.
    pub fn field_info(&self) -> Option<(usize, &'static FieldInfo)> {
        let key = self.field.as_deref()?;
        let mut fields = self.kind().fields().iter().enumerate();
        fields.find(|(_, info)| info.key == key)
    }

    /// The field's value in one version; none for a whole record, or where there is no record.
    pub fn value(&self, version: Version) -> Option<&dyn Entry> {
        let (at, _) = self.field_info()?;
        Some(self.record(version)?.as_ref().fields().value(at))
    }

    /// The same with the sides changed.
    #[must_use]
    pub fn swapped(self) -> Self {
        Self {
            ours: self.theirs,
            theirs: self.ours,
            ..self
        }
    }

    /// Whether both are about the same, whichever side each calls its own.
    pub fn is_same(&self, other: &Self) -> bool {
        let crossed = self.ours == other.theirs && self.theirs == other.ours;
        self == other || self.field == other.field && self.base == other.base && crossed
    }

    /// What a file must not hold.
    pub(crate) fn flaw(&self) -> Option<Flaw> {
        let Some(first) = self.records().next() else {
            return Some(Flaw::Empty);
        };
        let is_other = |other: &AnyRecord| {
            other.id() != first.id() || self.field.is_some() && other.kind() != first.kind()
        };
        if self.records().any(is_other) {
            return Some(Flaw::OtherRecords);
        }
        let key = self.field.as_ref()?;
        let Some((at, _)) = self.field_info() else {
            return Some(Flaw::NoField(key.clone()));
        };
        let is_more = |record: &AnyRecord| only(at, record.as_ref()) != *record;
        self.records()
            .any(is_more)
            .then(|| Flaw::MoreThanField(key.clone()))
    }

    /// What it is sorted by: the record, the field, then what it holds, in any fixed order.
    fn key(&self) -> (Kind, String, Option<usize>, String) {
        let at = self.field_info().map(|(at, _)| at);
        (self.kind(), self.id().to_owned(), at, format!("{self:?}"))
    }
}

/// A record that has only its id and one field of another.
fn only(at: usize, of: AnyRef<'_>) -> AnyRecord {
    let mut record = of.blank();
    if at < of.fields().info().len() {
        record
            .fields_mut()
            .value_mut(at)
            .assign(of.fields().value(at));
    }
    record
}

/// The open conflicts of a visit, each once, in an order that depends on nothing but themselves.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(transparent)]
pub struct Conflicts(Vec<Conflict>);

impl std::ops::Deref for Conflicts {
    type Target = [Conflict];

    fn deref(&self) -> &[Conflict] {
        &self.0
    }
}

impl FromIterator<Conflict> for Conflicts {
    fn from_iter<I: IntoIterator<Item = Conflict>>(conflicts: I) -> Self {
        let mut conflicts: Vec<Conflict> = conflicts.into_iter().collect();
        conflicts.sort_by_cached_key(Conflict::key);
        conflicts.dedup();
        Self(conflicts)
    }
}

impl IntoIterator for Conflicts {
    type Item = Conflict;
    type IntoIter = std::vec::IntoIter<Conflict>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Conflicts {
    /// Whether there is none.
    pub(crate) fn none(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts one in.
    pub(crate) fn put(&mut self, conflict: Conflict) {
        let all = std::mem::take(&mut self.0);
        *self = all.into_iter().chain([conflict]).collect();
    }

    /// Takes one out; whether it was there.
    pub(crate) fn take(&mut self, conflict: &Conflict) -> bool {
        let at = self.0.iter().position(|own| own == conflict);
        at.map(|at| self.0.remove(at)).is_some()
    }
}

#[cfg(test)]
mod tests;
