//! The message of a commit, made from what was done since the last one.

use super::Repository;
use crate::{
    edit::{History, Label, Transaction},
    model::{AnyRecord, View, Visit},
    session::changed::{GONE, changes},
    store::git::Incoming,
    words::{Lang, Said, capitalised, count, labelled, list},
};

/// The longest first line that is still read everywhere.
const LONGEST: usize = 72;
/// How many of the commits that a merge brought are named in its message.
const LISTED: usize = 50;

impl Repository {
    /// What a commit would be called: what was done since the last one, each thing once, in the
    /// visit's language. Of what was done before the visit was opened it is known what is another.
    pub(in crate::session) fn message(&self, visit: &Visit, history: &History) -> String {
        let lang = visit.main_lang();
        let mut labels: Vec<String> = Vec::new();
        for done in history.since(self.committed) {
            let said = label(done, visit).said(lang);
            if !labels.contains(&said) {
                labels.push(said);
            }
        }
        if labels.is_empty() {
            labels.clone_from(&self.changes);
        }
        let title = visit.head.title.get(lang, lang).to_owned();
        of_labels(&labels, title, lang)
    }
}

/// What was done, to what as the visit's language calls it: it may have been done in another.
fn label(done: &Transaction, visit: &Visit) -> Label {
    let Label { what, subject } = &done.label;
    let versions = done
        .changes
        .iter()
        .flat_map(|one| [&one.after, &one.before]);
    let called = |record: &AnyRecord, lang| record.as_ref().title(View { visit, lang });
    let is_meant = |record: &&AnyRecord| {
        Lang::ALL
            .iter()
            .any(|lang| called(record, *lang) == *subject)
    };
    let meant = versions.flatten().find(is_meant);
    let subject = meant.map(|record| called(record, visit.main_lang()));
    Label::new(*what, subject.unwrap_or_else(|| done.label.subject.clone()))
}

fn of_labels(labels: &[String], title: String, lang: Lang) -> String {
    match labels {
        [] => title,
        [only] => only.clone(),
        all => {
            let line = all.join("; ");
            if line.chars().count() <= LONGEST {
                return line;
            }
            let one = Said::new("Änderung", "change", "modification");
            let many = Said::new("Änderungen", "changes", "modifications");
            let number = count(all.len(), one, many, lang);
            format!("{title}: {number}\n\n- {}", all.join("\n- "))
        }
    }
}

/// What a commit is called that merges what came in.
pub(super) fn merged(incoming: &Incoming, lang: Lang) -> String {
    let title = Said::new("Zusammengeführt", "Merged", "Fusion").get(lang);
    let mut subjects: Vec<&str> = Vec::new();
    for subject in &incoming.subjects {
        if !subject.is_empty() && !subjects.contains(&subject.as_str()) {
            subjects.push(subject);
        }
    }
    let line = labelled(title, &subjects.join("; "), lang);
    let is_short = line.chars().count() <= LONGEST;
    if subjects.len() == 1 || is_short && !subjects.is_empty() {
        return line;
    }
    let one = Said::new("Commit", "commit", "commit");
    let many = Said::new("Commits", "commits", "commits");
    let number = count(incoming.commits, one, many, lang);
    let mut message = labelled(title, &number, lang);
    if !incoming.authors.is_empty() {
        message = format!("{message} ({})", list(&incoming.authors, lang));
    }
    let lines = subjects.iter().take(LISTED);
    let lines: Vec<String> = lines.map(|subject| format!("- {subject}")).collect();
    if lines.is_empty() {
        return message;
    }
    format!("{message}\n\n{}", lines.join("\n"))
}

/// What is not in the visit as it was before, each thing once, in the visit's language: of which
/// record, and what became of it, but no values. What is gone is not called by its name: it may be
/// somebody who was erased.
pub(super) fn told(before: &Visit, now: &Visit) -> Vec<String> {
    let lang = now.main_lang();
    let mut told: Vec<String> = Vec::new();
    for one in changes(before, now, lang) {
        let is_gone = before.record(&one.id).is_some() && now.record(&one.id).is_none();
        let one = if is_gone {
            let kind = capitalised(one.kind.label().get(lang));
            labelled(&kind, GONE.get(lang), lang)
        } else {
            labelled(&one.what, &one.said, lang)
        };
        if !told.contains(&one) {
            told.push(one);
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        edit,
        plan::{self, Traces},
        store,
    };

    #[test]
    fn whoever_is_gone_is_not_named() {
        let sample = "assets/samples/duesseldorf-marrakesch-2024.ron";
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(sample);
        let before = store::open(&path).unwrap().visit;
        let person = before.participants.get("miriam-koch-e9va").unwrap();
        let mut traces = Traces::default();
        traces.add(person);
        let mut now = before.clone();
        let transaction = plan::erase(&before, person.id.as_str(), &traces);
        edit::apply(&mut now, &transaction).unwrap();
        let told = told(&before, &now).join("\n");
        assert!(!told.contains("Koch"), "{told}");
        assert!(told.contains("Teilnehmer/in: Entfällt"), "{told}");
    }

    #[test]
    fn what_was_done_in_another_language_is_told_in_that_of_the_visit() {
        let sample = "assets/samples/duesseldorf-marrakesch-2024.ron";
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(sample);
        let visit = store::open(&path).unwrap().visit;
        let asker = plan::Asker {
            lang: Lang::Fr,
            today: chrono::NaiveDate::from_ymd_opt(2024, 11, 12).unwrap(),
        };
        let edits = [plan::Edit::set("room", "Foyer")];
        let done = plan::set(&visit, "empfang-4rwt", &edits, asker).unwrap();
        assert_eq!(done.label.said(Lang::Fr), "point modifié\u{a0}: Accueil");
        let said = label(&done, &visit).said(Lang::De);
        assert_eq!(said, "Programmpunkt geändert: Empfang");
    }

    #[test]
    fn a_merge_is_called_after_what_came() {
        let long = "Programmpunkt verschoben: Empfang durch den Oberbürgermeister";
        let cases: [(&[&str], &str); 5] = [
            (&[], "Zusammengeführt: 2 Commits (Beck und Kok)"),
            (&["Empfang: Raum"], "Zusammengeführt: Empfang: Raum"),
            (&["eins", "zwei", "eins"], "Zusammengeführt: eins; zwei"),
            (&[long], &format!("Zusammengeführt: {long}")),
            (
                &[long, "eins"],
                &format!("Zusammengeführt: 2 Commits (Beck und Kok)\n\n- {long}\n- eins"),
            ),
        ];
        for (subjects, expected) in cases {
            let incoming = Incoming {
                commits: 2,
                authors: ["Beck", "Kok"].map(str::to_owned).into(),
                subjects: subjects.iter().map(|&one| one.to_owned()).collect(),
            };
            assert_eq!(merged(&incoming, Lang::De), expected);
        }
    }

    #[test]
    fn a_message_is_as_short_as_it_can_be() {
        let long = "Programmpunkt verschoben: Empfang durch den Oberbürgermeister";
        let cases: [(&[&str], &str); 4] = [
            (&[], "Besuch"),
            (&["Ort angelegt: Rathaus"], "Ort angelegt: Rathaus"),
            (&["eins", "zwei"], "eins; zwei"),
            (
                &[long, "Ort angelegt: Rathaus"],
                "Besuch: 2 Änderungen\n\n- Programmpunkt verschoben: Empfang durch den \
                 Oberbürgermeister\n- Ort angelegt: Rathaus",
            ),
        ];
        for (labels, expected) in cases {
            let labels: Vec<String> = labels.iter().map(|&label| label.to_owned()).collect();
            assert_eq!(of_labels(&labels, "Besuch".to_owned(), Lang::De), expected);
        }
    }
}
