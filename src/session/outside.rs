//! What came in from outside while a visit is open: how it is merged, and how it is told.

use std::sync::Arc;

use crate::{
    display,
    merge::merge,
    model::{Conflict, Kind, View, Visit},
    say,
    store::{Incoming, Merge, Unmerged},
    words::{Lang, Said, count, list, shared},
};

/// How an open visit is merged with what somebody else made of it.
pub fn reconcile() -> Merge {
    Arc::new(|base, ours, theirs| {
        let merged = merge(base, ours, theirs);
        merged.map(|merged| merged.visit).map_err(Unmerged::new)
    })
}

/// What somebody did with the records of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    Changed,
    Added,
    Removed,
}

/// What came in, to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// How many records of which kind, and what was done with them.
    counts: Vec<(Kind, Verb, usize)>,
    /// What the conflicts are about that were not there before.
    raised: Vec<String>,
    /// What those were about that somebody settled.
    settled: Vec<String>,
}

/// How many conflicts are named.
const NAMED: usize = 3;

/// Brings what came in into `ours`, and says what that was. None if the two do not fit together.
pub(super) fn take_in(
    ours: &Visit,
    step: &Incoming<Visit>,
    lang: Lang,
) -> Option<(Visit, Arrived)> {
    let merged = merge(&step.base, ours, &step.merged).ok()?.visit;
    let arrived = Arrived {
        counts: counts(&step.before, &step.theirs),
        raised: only_in(&merged, ours, lang),
        settled: only_in(&step.before, &step.theirs, lang),
    };
    Some((merged, arrived))
}

/// What the conflicts of a visit are about that another version of it has not.
fn only_in(visit: &Visit, other: &Visit, lang: Lang) -> Vec<String> {
    let view = View { visit, lang };
    let is_other = |one: &&Conflict| !other.conflicts.iter().any(|own| own.is_same(one));
    let only = visit.conflicts.iter().filter(is_other);
    only.map(|one| one.subject(view)).collect()
}

/// What is another in two versions of a visit, by kind and by what was done.
fn counts(before: &Visit, after: &Visit) -> Vec<(Kind, Verb, usize)> {
    let mut counts = Vec::new();
    for kind in Kind::ALL.iter().copied() {
        let (mut changed, mut removed) = (0, 0);
        for old in before.records(kind) {
            match after.record(old.id()) {
                Some(new) if new == old => {}
                Some(_) => changed += 1,
                None => removed += 1,
            }
        }
        let added = after.records(kind);
        let added = added.filter(|new| before.record(new.id()).is_none());
        let verbs = [
            (Verb::Changed, changed),
            (Verb::Added, added.count()),
            (Verb::Removed, removed),
        ];
        let some = verbs.into_iter().filter(|(_, n)| *n > 0);
        counts.extend(some.map(|(verb, n)| (kind, verb, n)));
    }
    counts
}

impl Arrived {
    /// "2 Programmpunkte wurden von Meier und Kok geändert, 1 Ort wurde hinzugefügt".
    pub fn said(&self, who: &[String], lang: Lang) -> String {
        let by = by(who, lang);
        let mut parts: Vec<String> = Vec::new();
        for (kind, verb, n) in &self.counts {
            // Who it was is said once.
            let by = if parts.is_empty() { by.as_str() } else { "" };
            parts.push(part(*kind, *verb, *n, by, lang));
        }
        if !self.settled.is_empty() {
            let by = if parts.is_empty() { by.as_str() } else { "" };
            parts.push(settled(&self.settled, by, lang));
        }
        if parts.is_empty() && self.raised.is_empty() {
            parts.push(part(Kind::Visit, Verb::Changed, 1, &by, lang));
        } else if parts.is_empty() {
            parts.push(say!(
                lang,
                "dasselbe wurde {by} anders geändert",
                "the same was changed differently {by}",
                "la même chose a été modifiée autrement {by}"
            ));
        }
        let said = parts.join(", ");
        if self.raised.is_empty() {
            return said;
        }
        let (open, about) = (to_settle(self.raised.len(), lang), about(&self.raised));
        say!(
            lang,
            "{said}; {open} ({about})",
            "{said}; {open} ({about})",
            "{said}\u{a0}; {open} ({about})"
        )
    }

    /// Whether somebody has to decide something.
    pub const fn has_conflicts(&self) -> bool {
        !self.raised.is_empty()
    }
}

/// "1 Widerspruch wurde von Meier entschieden (Empfang: Zeit)".
fn settled(all: &[String], by: &str, lang: Lang) -> String {
    let conflicts = count(all.len(), shared::CONFLICT, shared::CONFLICTS, lang);
    let about = about(all);
    let (before, after) = around(by);
    let (were_de, were_en, were_fr, s) = match all.len() {
        1 => ("wurde", "was", "a", ""),
        _ => ("wurden", "were", "ont", "s"),
    };
    say!(
        lang,
        "{conflicts} {were_de} {before}entschieden ({about})",
        "{conflicts} {were_en} settled{after} ({about})",
        "{conflicts} {were_fr} été réglé{s}{after} ({about})"
    )
}

/// What conflicts are about, the first few.
fn about(all: &[String]) -> String {
    let named: Vec<&str> = all.iter().take(NAMED).map(String::as_str).collect();
    let more = if all.len() > NAMED { "; …" } else { "" };
    display::safe(&named.join("; ")).into_owned() + more
}

/// "2 Widersprüche sind zu entscheiden".
pub fn to_settle(n: usize, lang: Lang) -> String {
    let conflicts = count(n, shared::CONFLICT, shared::CONFLICTS, lang);
    let is = if n == 1 { "ist" } else { "sind" };
    say!(
        lang,
        "{conflicts} {is} zu entscheiden",
        "{conflicts} to settle",
        "{conflicts} à régler"
    )
}

/// "von Meier und Kok", as far as it is known.
fn by(who: &[String], lang: Lang) -> String {
    if who.is_empty() {
        return say!(
            lang,
            "von anderer Seite",
            "outside the app",
            "en dehors de l’application"
        );
    }
    let who: Vec<_> = who.iter().map(|name| display::safe(name)).collect();
    let who = list(&who, lang);
    say!(lang, "von {who}", "by {who}", "par {who}")
}

/// It before and behind another word.
fn around(by: &str) -> (String, String) {
    if by.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("{by} "), format!(" {by}"))
    }
}

fn part(kind: Kind, verb: Verb, n: usize, by: &str, lang: Lang) -> String {
    let (before, after) = around(by);
    if kind == Kind::Visit {
        return say!(
            lang,
            "die Angaben zum Besuch wurden {before}geändert",
            "the details of the visit were changed{after}",
            "les informations sur la visite ont été modifiées{after}"
        );
    }
    let records = kind.counted(n, lang);
    let is_one = n == 1;
    let done = match verb {
        Verb::Changed => Said::new("geändert", "changed", "modifié"),
        Verb::Added => Said::new("hinzugefügt", "added", "ajouté"),
        Verb::Removed => Said::new("entfernt", "removed", "supprimé"),
    };
    let done = done.get(lang);
    let (were_de, were_en) = if is_one {
        ("wurde", "was")
    } else {
        ("wurden", "were")
    };
    let (were_fr, end_fr) = match (is_one, kind == Kind::Task) {
        (true, false) => ("a", ""),
        (true, true) => ("a", "e"),
        (false, false) => ("ont", "s"),
        (false, true) => ("ont", "es"),
    };
    say!(
        lang,
        "{records} {were_de} {before}{done}",
        "{records} {were_en} {done}{after}",
        "{records} {were_fr} été {done}{end_fr}{after}"
    )
}

#[cfg(test)]
mod tests;
