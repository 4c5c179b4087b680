//! Applying a transaction: each change is a three-way merge of its record, and all go in or none.

use thiserror::Error;

use super::{Change, Transaction, merge_record};
use crate::{
    model::{AnyRecord, AnyRef, VISIT, Visit, programme},
    say,
    words::{Lang, Speak},
};

/// Why a transaction does not fit the visit as it now is. The visit is as it was.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.say(Lang::En))]
pub enum Stale {
    /// The record is gone.
    Gone(String),
    /// A record with this id is there already.
    There(String),
    /// Fields of a record are not as the change expects.
    Changed(String, Vec<&'static str>),
    /// A record refers to one that would not be there.
    Dangling {
        /// The record that refers.
        from: String,
        /// What it refers to.
        to: String,
    },
    /// Items would follow each other in a circle.
    Circle(String),
    /// The conflict about this record is settled already.
    Settled(String),
}

impl Speak for Stale {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Gone(id) => say!(
                lang,
                "{id} gibt es nicht mehr; es wurde nichts geändert",
                "{id} is no longer there; nothing was changed",
                "{id} n’existe plus\u{a0}; rien n’a été modifié"
            ),
            Self::There(id) => say!(
                lang,
                "{id} gibt es schon; es wurde nichts geändert",
                "{id} is there already; nothing was changed",
                "{id} existe déjà\u{a0}; rien n’a été modifié"
            ),
            Self::Changed(id, keys) => {
                let keys = keys.join(", ");
                say!(
                    lang,
                    "{id} wurde inzwischen anders geändert ({keys}); es wurde nichts geändert",
                    "{id} has been changed otherwise meanwhile ({keys}); nothing was changed",
                    "{id} a été modifié entre-temps ({keys})\u{a0}; rien n’a été modifié"
                )
            }
            Self::Dangling { from, to } => say!(
                lang,
                "{from} verweist auf {to}, das es dann nicht gäbe; es wurde nichts geändert",
                "{from} refers to {to}, which would not be there; nothing was changed",
                "{from} renvoie à {to}, qui n’existerait plus\u{a0}; rien n’a été modifié"
            ),
            Self::Circle(id) => say!(
                lang,
                "{id} würde am Ende auf sich selbst folgen; es wurde nichts geändert",
                "{id} would in the end follow itself; nothing was changed",
                "{id} finirait par se suivre lui-même\u{a0}; rien n’a été modifié"
            ),
            Self::Settled(id) => say!(
                lang,
                "Der Widerspruch bei {id} ist schon entschieden; es wurde nichts geändert",
                "The conflict about {id} is settled already; nothing was changed",
                "Le conflit sur {id} est déjà réglé\u{a0}; rien n’a été modifié"
            ),
        }
    }
}

/// Applies a transaction whole, or refuses it and leaves the visit as it was.
pub fn apply(visit: &mut Visit, transaction: &Transaction) -> Result<(), Stale> {
    if let Some(gone) = transaction
        .settled
        .iter()
        .find(|settled| !visit.conflicts.contains(settled))
    {
        return Err(Stale::Settled(gone.id().to_owned()));
    }
    let outcomes = transaction
        .changes
        .iter()
        .map(|change| Ok((change.id(), outcome(visit, change)?)))
        .collect::<Result<Vec<_>, Stale>>()?;
    let before: Vec<(&str, Option<AnyRecord>)> = outcomes
        .iter()
        .map(|(id, _)| (*id, visit.record(id).map(AnyRef::to_owned)))
        .collect();
    replace(visit, outcomes);
    let fits = check(visit, transaction);
    if fits.is_err() {
        replace(visit, before);
        return fits;
    }
    for settled in &transaction.settled {
        visit.conflicts.take(settled);
    }
    for raised in &transaction.raised {
        visit.conflicts.put(raised.clone());
    }
    Ok(())
}

fn replace(visit: &mut Visit, records: Vec<(&str, Option<AnyRecord>)>) {
    for (id, record) in records {
        // One of another kind would else stay beside it.
        if visit.kind_of(id) != record.as_ref().map(AnyRecord::kind) {
            visit.take(id);
        }
        if let Some(record) = record {
            visit.put(record);
        }
    }
}

/// What the record becomes; none if it goes.
fn outcome(visit: &Visit, change: &Change) -> Result<Option<AnyRecord>, Stale> {
    let id = change.id();
    let now = visit.record(id).map(AnyRef::to_owned);
    match (&change.before, &change.after, now) {
        (None, Some(after), None) => Ok(Some(after.clone())),
        (None, _, Some(_)) => Err(Stale::There(id.to_owned())),
        (Some(_), _, None) => Err(Stale::Gone(id.to_owned())),
        (Some(before), Some(after), Some(now)) if before.kind() != after.kind() => {
            if *before == now {
                return Ok(Some(after.clone()));
            }
            Err(Stale::Changed(id.to_owned(), differing(before, &now)))
        }
        (Some(before), _, Some(now)) if before.kind() != now.kind() => {
            Err(Stale::Gone(id.to_owned()))
        }
        (Some(before), Some(after), Some(now)) => merge_record(before, &now, after)
            .map(Some)
            .map_err(|keys| Stale::Changed(id.to_owned(), keys)),
        (Some(before), None, Some(now)) if *before == now => Ok(None),
        (Some(before), None, Some(now)) => {
            Err(Stale::Changed(id.to_owned(), differing(before, &now)))
        }
        (None, None, None) => Ok(None),
    }
}

fn differing(one: &AnyRecord, other: &AnyRecord) -> Vec<&'static str> {
    let (one, other) = (one.as_ref().fields(), other.as_ref().fields());
    let differ = |at: &usize| !one.value(*at).same(other.value(*at));
    (0..one.info().len())
        .filter(differ)
        .map(|at| one.info()[at].key)
        .collect()
}

/// Checks what the transaction touched: references lead somewhere, and nothing runs in a circle.
fn check(visit: &Visit, transaction: &Transaction) -> Result<(), Stale> {
    let ids = || transaction.changes.iter().map(Change::id);
    let dangling = |from: &str, to: &str| Stale::Dangling {
        from: from.to_owned(),
        to: to.to_owned(),
    };
    for record in ids().filter_map(|id| visit.record(id)) {
        let lost = record
            .links()
            .into_iter()
            .find(|link| visit.kind_of(&link.id) != Some(link.kind));
        if let Some(link) = lost {
            return Err(dangling(record.id(), &link.id));
        }
    }
    let gone: Vec<&str> = ids()
        .filter(|id| *id != VISIT && visit.record(id).is_none())
        .collect();
    if !gone.is_empty() {
        for record in visit.all_records() {
            let lost = record
                .links()
                .into_iter()
                .find(|link| gone.contains(&link.id.as_str()));
            if let Some(link) = lost {
                return Err(dangling(record.id(), &link.id));
            }
        }
    }
    let circle = ids()
        .filter_map(|id| visit.items.get(id))
        .find(|item| programme::goes_in_circles(visit, item));
    circle.map_or(Ok(()), |item| Err(Stale::Circle(item.id.to_string())))
}

#[cfg(test)]
mod tests;
