//! The message of a commit, made from what was done since the last one.

use super::Repository;
use crate::{
    edit::History,
    model::Visit,
    words::{Lang, Said, count},
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

#[cfg(test)]
mod tests {
    use super::*;

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
