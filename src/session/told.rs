//! What is told of a version: its note, what changed in it, what was exported of it.

use super::{
    changed::{Changed, changes},
    versions::ListedIssue,
};
use chrono::NaiveDate;

use crate::{
    audience::Audience,
    format::Format,
    model::{View, Visit},
    paper::Paper,
    say,
    store::Sent,
    words::{Lang, Said, capitalised, count, date, joined, labelled, shared, time},
};

/// A line of what is told; the reader sees how it is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// What stands below it.
    Heading(String),
    /// One thing of a list.
    Entry(String),
}

const EXPORTED: Said = Said::new("Ausgegeben", "Exported", "Exporté");
const BEFORE: Said = Said::new(
    "Zuvor als Entwurf ausgegeben",
    "Exported before as a draft",
    "Exporté auparavant en version provisoire",
);

/// How many things changed: "3 Änderungen".
pub fn change_count(changes: usize, lang: Lang) -> String {
    let one = Said::new("Änderung", "change", "modification");
    let many = Said::new("Änderungen", "changes", "modifications");
    count(changes, one, many, lang)
}

/// What is otherwise in the second version than in the first, one entry a change.
pub fn differences(from: &Visit, to: &Visit, lang: Lang) -> Vec<Told> {
    let found = changes(from, to, lang);
    let entries = found.iter().map(|one| Told::Entry(change_said(one, lang)));
    entries.collect()
}

impl ListedIssue {
    /// What is told of it; `visit` is the visit as it now is.
    pub fn told(&self, visit: &Visit, lang: Lang) -> Vec<Told> {
        let note = self.issue.as_ref().map(|issue| issue.note.clone());
        let note = note.filter(|note| !note.is_empty());
        let mut told: Vec<Told> = note.into_iter().map(Told::Heading).collect();
        let erased = self.issue.iter().flat_map(|issue| &issue.erased);
        told.extend(erased.map(|day| Told::Heading(was_erased(*day, lang))));
        told.extend(self.compared(lang).map(Told::Heading));
        told.extend(
            self.changes
                .iter()
                .map(|one| Told::Entry(change_said(one, lang))),
        );
        for (heading, entries) in [(EXPORTED, &self.sent), (BEFORE, &self.drafts)] {
            if !entries.is_empty() {
                told.push(Told::Heading(heading.get(lang).to_owned()));
            }
            let entries = entries.iter().map(|one| sent(one, visit, lang));
            told.extend(entries.map(Told::Entry));
        }
        told
    }

    /// Whether there is nothing to tell: the draft of a visit that was never issued, and of which
    /// nothing was exported.
    pub fn is_nothing(&self) -> bool {
        self.issue.is_none() && self.since.is_none() && self.sent.is_empty()
    }

    /// With what it was compared, and how much that came to.
    fn compared(&self, lang: Lang) -> Option<String> {
        let Some(since) = self.since else {
            let first = Said::new(
                "Die erste Fassung",
                "The first issue",
                "La première version",
            );
            return self.issue.as_ref().map(|_| first.get(lang).to_owned());
        };
        let before = format!("{}\u{a0}{since}", shared::ISSUE.get(lang));
        if self.changes.is_empty() {
            return Some(say!(
                lang,
                "Gegenüber {before} unverändert",
                "As in {before}",
                "Sans changement depuis la {before}"
            ));
        }
        let changes = change_count(self.changes.len(), lang);
        Some(say!(
            lang,
            "Gegenüber {before}: {changes}",
            "Since {before}: {changes}",
            "Depuis la {before}\u{a0}: {changes}"
        ))
    }
}

/// That an issue is no longer as it went out, and since when.
fn was_erased(day: NaiveDate, lang: Lang) -> String {
    let day = date::numeric(day, lang);
    say!(
        lang,
        "Am {day} wurden daraus Daten einer Person gelöscht",
        "On {day} somebody was erased from it",
        "Le {day}, les données d’une personne en ont été effacées"
    )
}

/// "Empfang: Beginn: 10:00 → 10:15", on one line.
pub fn change_said(changed: &Changed, lang: Lang) -> String {
    let Changed {
        what,
        said,
        old,
        new,
        ..
    } = changed;
    let head = labelled(what, said, lang);
    if old.is_empty() && new.is_empty() {
        return head;
    }
    let or_nothing = |text: &str| {
        let text = text.replace('\n', " ");
        if text.is_empty() {
            "–".to_owned()
        } else {
            text
        }
    };
    let values = format!("{} → {}", or_nothing(old), or_nothing(new));
    labelled(&head, &values, lang)
}

/// "11.11.2024, 14:05 Uhr: Tagesprogramm, 12.11.2024 · Delegation · de · PDF · tag.pdf".
fn sent(sent: &Sent, visit: &Visit, lang: Lang) -> String {
    let or_token = |label: Option<Said>, token: &str| {
        label.map_or_else(|| token.to_owned(), |label| label.get(lang).to_owned())
    };
    let paper = or_token(Paper::named(&sent.paper).map(|own| own.label), &sent.paper);
    let day = sent.day.map(|day| date::numeric(day, lang));
    let paper: Vec<String> = std::iter::once(capitalised(&paper)).chain(day).collect();
    let audience = Audience::ALL
        .iter()
        .find(|own| own.token() == sent.audience);
    let audience = or_token(audience.map(|own| own.label()), &sent.audience);
    let whose = sent.whose.as_deref().map(|id| {
        let title = visit.record(id).map(|own| own.title(View { visit, lang }));
        title.unwrap_or_else(|| id.to_owned())
    });
    let langs: Vec<&str> = sent.langs.iter().map(|lang| lang.code()).collect();
    let format = or_token(
        Format::named(&sent.format).map(|own| own.label),
        &sent.format,
    );
    let parts = [
        Some(paper.join(", ")),
        Some(audience),
        whose,
        Some(langs.join("/")),
        Some(format),
        Some(sent.file.clone()),
    ];
    let parts = joined(parts.into_iter().flatten(), " · ");
    labelled(&time::moment(sent.at, lang), &parts, lang)
}
