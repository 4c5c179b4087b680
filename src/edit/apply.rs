//! Applying a transaction: each change is a three-way merge of its record, and all go in or none.

use thiserror::Error;

use super::{Change, Transaction, merge_record};
use crate::{
    display,
    model::{AnyRecord, AnyRef, Kind, VISIT, View, Visit, field::find_key, programme},
    say,
    words::{Lang, Speak, quoted},
};

/// Why a transaction does not fit the visit as it now is. The visit is as it was. Records are named
/// by what they are called in the visit's own language.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.say(Lang::En))]
pub enum Stale {
    /// The record is gone.
    Gone(String),
    /// A record with this id is there already.
    There(String),
    /// Fields of a record are not as the change expects.
    Changed(String, Kind, Vec<&'static str>),
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
        let name = |title: &str| quoted(&display::safe(title), lang);
        match self {
            Self::Gone(title) => {
                let title = name(title);
                say!(
                    lang,
                    "{title} gibt es nicht mehr; es wurde nichts geändert",
                    "{title} is no longer there; nothing was changed",
                    "{title} n’existe plus\u{a0}; rien n’a été modifié"
                )
            }
            Self::There(title) => {
                let title = name(title);
                say!(
                    lang,
                    "{title} gibt es schon; es wurde nichts geändert",
                    "{title} is there already; nothing was changed",
                    "{title} existe déjà\u{a0}; rien n’a été modifié"
                )
            }
            Self::Changed(title, kind, keys) => {
                let label = |key: &&str| find_key(kind.fields(), key).map(|key| key.info.label);
                let labels = keys.iter().filter_map(label);
                let labels: Vec<&str> = labels.map(|label| label.get(lang)).collect();
                let (title, labels) = (name(title), labels.join(", "));
                say!(
                    lang,
                    "{title} wurde inzwischen anders geändert ({labels}); es wurde nichts geändert",
                    "{title} has been changed otherwise meanwhile ({labels}); nothing was changed",
                    "{title} a été modifié entre-temps ({labels})\u{a0}; rien n’a été modifié"
                )
            }
            Self::Dangling { from, to } => {
                let (from, to) = (name(from), name(to));
                say!(
                    lang,
                    "{from} verweist auf {to}, das es dann nicht gäbe; es wurde nichts geändert",
                    "{from} refers to {to}, which would not be there; nothing was changed",
                    "{from} renvoie à {to}, qui n’existerait plus\u{a0}; rien n’a été modifié"
                )
            }
            Self::Circle(title) => {
                let title = name(title);
                say!(
                    lang,
                    "{title} würde am Ende auf sich selbst folgen; es wurde nichts geändert",
                    "{title} would in the end follow itself; nothing was changed",
                    "{title} finirait par se suivre lui-même\u{a0}; rien n’a été modifié"
                )
            }
            Self::Settled(title) => {
                let title = name(title);
                say!(
                    lang,
                    "Der Widerspruch bei {title} ist schon entschieden; es wurde nichts geändert",
                    "The conflict about {title} is settled already; nothing was changed",
                    "Le conflit sur {title} est déjà réglé\u{a0}; rien n’a été modifié"
                )
            }
        }
    }
}

/// What a record is called: as it is in the visit or, where it is not there, as the transaction has
/// it; its id where nothing else is known.
fn called(visit: &Visit, transaction: &Transaction, id: &str) -> String {
    let lang = visit.main_lang();
    let view = View { visit, lang };
    let held = || {
        let change = transaction
            .changes
            .iter()
            .find(|change| change.id() == id)?;
        let record = change.before.as_ref().or(change.after.as_ref())?;
        Some(record.as_ref())
    };
    let record = visit.record(id).or_else(held);
    let title = record.map_or_else(String::new, |record| record.title(view));
    if title.trim().is_empty() {
        return id.to_owned();
    }
    title
}

/// Applies a transaction whole, or refuses it and leaves the visit as it was.
pub fn apply(visit: &mut Visit, transaction: &Transaction) -> Result<(), Stale> {
    if let Some(gone) = transaction
        .settled
        .iter()
        .find(|settled| !visit.conflicts.contains(settled))
    {
        return Err(Stale::Settled(called(visit, transaction, gone.id())));
    }
    let outcomes = transaction
        .changes
        .iter()
        .map(|change| Ok((change.id(), outcome(visit, transaction, change)?)))
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
fn outcome(
    visit: &Visit,
    transaction: &Transaction,
    change: &Change,
) -> Result<Option<AnyRecord>, Stale> {
    let id = change.id();
    let title = || called(visit, transaction, id);
    let changed = |kind: Kind, keys| Stale::Changed(title(), kind, keys);
    let now = visit.record(id).map(AnyRef::to_owned);
    match (&change.before, &change.after, now) {
        (None, Some(after), None) => Ok(Some(after.clone())),
        (None, _, Some(_)) => Err(Stale::There(title())),
        (Some(_), _, None) => Err(Stale::Gone(title())),
        (Some(before), Some(after), Some(now)) if before.kind() != after.kind() => {
            if *before == now {
                return Ok(Some(after.clone()));
            }
            Err(changed(now.kind(), differing(before, &now)))
        }
        (Some(before), _, Some(now)) if before.kind() != now.kind() => Err(Stale::Gone(title())),
        (Some(before), Some(after), Some(now)) => merge_record(before, &now, after)
            .map(Some)
            .map_err(|keys| changed(before.kind(), keys)),
        (Some(before), None, Some(now)) if *before == now => Ok(None),
        (Some(before), None, Some(now)) => Err(changed(now.kind(), differing(before, &now))),
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
        from: called(visit, transaction, from),
        to: called(visit, transaction, to),
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
    circle.map_or(Ok(()), |item| {
        Err(Stale::Circle(called(visit, transaction, item.id.as_str())))
    })
}

#[cfg(test)]
mod tests;
