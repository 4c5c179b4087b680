//! What a paper marks in its margin: whatever is not what its reader knew before.

use std::collections::HashSet;

use super::{changes, since, than};
use crate::{
    audience::Redacted,
    model::{Id, Item, Kind},
    paper::{Block, Options, Stretch, pen::Pen},
    say,
};

/// Which records are not what they were.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    changed: HashSet<(Kind, String)>,
    than: String,
}

impl Marks {
    /// What is different from the version with which a paper is compared, if with any.
    pub(crate) fn of(known: &Redacted, options: &Options) -> Self {
        let Some(since) = since(known, options) else {
            return Self::default();
        };
        let changes = changes(&since.known, known, options.lang).into_iter();
        Self {
            changed: changes.map(|change| (change.kind, change.id)).collect(),
            than: than(since.edition, options.lang),
        }
    }

    fn holds(&self, kind: Kind, id: &str) -> bool {
        !self.changed.is_empty() && self.changed.contains(&(kind, id.to_owned()))
    }
}

impl Pen<'_> {
    /// Whether something is not what it was.
    pub(crate) fn is_changed<T>(&self, kind: Kind, id: &Id<T>) -> bool {
        self.marks.holds(kind, id.as_str())
    }

    /// Whether the line of an item is not what it was: the item, or where and in what it takes place.
    pub(crate) fn is_line_changed(&self, item: &Item) -> bool {
        let seats = item.seats.iter().filter_map(|seat| seat.vehicle.as_ref());
        let mut vehicles = item.vehicles.iter().chain(seats);
        self.is_changed(Kind::Item, &item.id)
            || item
                .place
                .as_ref()
                .is_some_and(|id| self.is_changed(Kind::Place, id))
            || vehicles.any(|id| self.is_changed(Kind::Vehicle, id))
            || self
                .letter_of(item)
                .is_some_and(|letter| self.is_changed(Kind::Letter, &letter.id))
    }

    /// What the marks mean, where there are any.
    pub(crate) fn legend(&self, body: &[Block]) -> Option<Block> {
        let is_marked = body.iter().any(|block| match block {
            Block::Schedule(stretches) => stretches.iter().any(|stretch| match stretch {
                Stretch::One(line) => line.changed,
                Stretch::Parallel { lines, .. } => lines.iter().any(|line| line.changed),
            }),
            Block::Table(table) => table.rows.iter().any(|row| row.changed),
            _ => false,
        });
        let than = &self.marks.than;
        is_marked.then(|| {
            Block::Paragraph(say!(
                self.lang,
                "Am Rand gekennzeichnet: geändert {than}.",
                "Marked in the margin: changed {than}.",
                "Signalé en marge\u{a0}: modifié {than}.",
                "المشار إليه في الهامش: تم تعديله {than}."
            ))
        })
    }
}
