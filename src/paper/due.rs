//! By when something is due, and whether that has passed.

use chrono::NaiveDate;

use super::pen::Pen;
use crate::{
    model::{Id, Item, Text},
    words::{Said, date},
};

/// What was due before the paper's day.
pub(super) const OVERDUE: Said =
    Said::new("überfällig", "overdue", "en retard").ar("متأخر عن الأجل");
/// What has no day by which it is due.
const UNDATED: Said = Said::new("ohne Frist", "no date set", "sans échéance").ar("بدون أجل");

impl<'a> Pen<'a> {
    /// Whether what is still open was due before the paper's day.
    pub(super) fn is_overdue(&self, due: Option<NaiveDate>) -> bool {
        due.is_some_and(|due| due < self.today())
    }

    /// "31.12.2025", and that it has passed; "ohne Frist".
    pub(super) fn due(&self, due: Option<NaiveDate>) -> String {
        match due {
            None => self.say(UNDATED).to_owned(),
            Some(day) if self.is_overdue(due) => {
                let (day, overdue) = (date::numeric(day, self.lang), self.say(OVERDUE));
                format!("{day} ({overdue})")
            }
            Some(day) => date::numeric(day, self.lang),
        }
    }

    /// What an item is called, with its day: "Empfang (12.11.2024)".
    pub(super) fn item_and_day(&mut self, id: &Id<Item>) -> String {
        let Some(item) = self.visit().items.get(id) else {
            return String::new();
        };
        let title = self.item_called(item);
        let placed = self.known.programme().find(id.as_str());
        let day = placed.and_then(|placed| placed.day);
        let day = day.map_or_else(String::new, |day| date::numeric(day, self.lang));
        super::about::with_more(title, &day)
    }

    /// What an item is called: by its title, else by its kind.
    pub(super) fn item_called(&mut self, item: &'a Item) -> &'a str {
        self.text_or(&item.title, item.kind.label())
    }

    fn text_or(&mut self, text: &'a Text, said: Said) -> &'a str {
        match self.text(text) {
            "" => self.say(said),
            text => text,
        }
    }
}
