//! A table: the records of one kind by id, shared between copies of a visit.

use std::{borrow::Borrow, collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Id, Record};

/// The records of one kind, by id. On disk it is a list of records; an id that stands twice is an
/// error. A clone shares the records, so that a whole visit is cheap to try a change on.
#[derive(Debug, Clone)]
pub struct Table<R> {
    records: BTreeMap<Id<R>, Arc<R>>,
}

impl<R: PartialEq> PartialEq for Table<R> {
    /// Records that both share are equal without a look at them, so that a visit is quickly compared
    /// with a copy that it was made from.
    fn eq(&self, other: &Self) -> bool {
        self.records.len() == other.records.len()
            && self
                .records
                .iter()
                .zip(&other.records)
                .all(|((own, record), (id, others))| {
                    own == id && (Arc::ptr_eq(record, others) || record == others)
                })
    }
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self {
            records: BTreeMap::new(),
        }
    }
}

impl<R: Record> Table<R> {
    /// The record with this id.
    pub fn get<Q>(&self, id: &Q) -> Option<&R>
    where
        Id<R>: Borrow<Q>,
        Q: Ord + ?Sized,
    {
        self.records.get(id).map(Arc::as_ref)
    }

    /// Puts a record in, in place of one with the same id.
    pub(crate) fn put(&mut self, record: R) {
        self.records.insert(record.id().clone(), Arc::new(record));
    }

    /// The record with this id, to be shared.
    pub(crate) fn shared(&self, id: &str) -> Option<&Arc<R>> {
        self.records.get(id)
    }

    /// Shares the record with this id of another table, if that has one.
    pub(crate) fn share_of(&mut self, other: &Self, id: &Id<R>) {
        if let Some(record) = other.records.get(id) {
            self.records.insert(id.clone(), record.clone());
        }
    }

    /// Takes a record out.
    pub(crate) fn take(&mut self, id: &str) -> Option<R> {
        self.records.remove(id).map(Arc::unwrap_or_clone)
    }

    /// The records in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &R> + Clone {
        self.records.values().map(Arc::as_ref)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

impl<R: Serialize> Serialize for Table<R> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.records.values().map(Arc::as_ref))
    }
}

impl<'de, R: Record + Deserialize<'de>> Deserialize<'de> for Table<R> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct ListVisitor<R>(std::marker::PhantomData<R>);

        impl<'de, R: Record + Deserialize<'de>> de::Visitor<'de> for ListVisitor<R> {
            type Value = Table<R>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "a list of records ({})", R::KIND.token())
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Table<R>, A::Error> {
                let mut table = Table::default();
                while let Some(record) = list.next_element::<R>()? {
                    if table.get(record.id()).is_some() {
                        return Err(de::Error::custom(format!(
                            "the id {} stands twice",
                            record.id()
                        )));
                    }
                    table.put(record);
                }
                Ok(table)
            }
        }

        from.deserialize_seq(ListVisitor(std::marker::PhantomData))
    }
}
