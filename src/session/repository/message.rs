//! The message of a commit, made from what was done since the last one.

use super::Repository;
use crate::{
    edit::History,
    model::Visit,
    session::versions::{GONE, changes},
    words::{Lang, Said, capitalised, count, labelled},
};

/// The longest first line that is still read everywhere.
const LONGEST: usize = 72;

impl Repository {
    /// What a commit would be called: what was done since the last one, each thing once, in the
    /// visit's language. Of what was done before the visit was opened it is known what is another.
    pub(in crate::session) fn message(&self, visit: &Visit, history: &History) -> String {
        let lang = visit.main_lang();
        let mut labels: Vec<String> = Vec::new();
        for label in history.labels_since(self.committed) {
            let said = label.said(lang);
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
