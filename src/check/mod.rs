//! What may be wrong with a visit: one rule a file, each with its own words, and the list of them.

mod conflicts;

use crate::{
    model::{FieldInfo, View, Visit},
    words::{Said, labelled},
};

/// Something about a visit that a person should look at.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What is found.
    pub what: Said,
    /// The id of the record that it is about.
    pub id: String,
    /// The field that it is about, where it is one.
    pub field: Option<&'static FieldInfo>,
    /// Whether it is an open conflict, which has a view of its own.
    pub is_conflict: bool,
}

impl Finding {
    /// The finding in a sentence: the record, the field, what is found.
    pub fn said(&self, view: View<'_>) -> String {
        let record = view.visit.record(&self.id);
        let title = record.map_or_else(|| self.id.clone(), |record| record.title(view));
        let about = match self.field {
            Some(field) => format!("{title} ({})", field.label.get(view.lang)),
            None => title,
        };
        labelled(&about, self.what.get(view.lang), view.lang)
    }
}

/// A rule: what it finds in a visit.
type Rule = fn(&Visit) -> Vec<Finding>;

/// Every rule.
const RULES: &[Rule] = &[conflicts::find];

/// Everything that the rules find, rule by rule.
pub fn findings(visit: &Visit) -> Vec<Finding> {
    RULES.iter().flat_map(|find| find(visit)).collect()
}
