//! What a record would become with what is typed so far: for a form, which shows while one types
//! what was understood and what was not.

use super::{
    Asker, Draft, Edit, Refusal, rules,
    set::{in_turn, read},
};
use crate::model::{AnyRecord, AnyRef, Visit};

/// A visit as it would become, and what in the edits was not understood.
pub struct Preview {
    /// The visit with the record as far as it was understood, and with what it makes on the spot.
    pub visit: Visit,
    /// The id of the record.
    pub id: String,
    /// The ids of the records that are made on the spot.
    pub made: Vec<String>,
    /// The refused edits: their keys, and why.
    pub refused: Vec<(String, Refusal)>,
    /// What is wrong with the record as a whole; that it has no name yet is not.
    pub whole: Option<Refusal>,
}

impl Preview {
    /// The record as far as it was understood.
    pub fn record(&self) -> Option<AnyRef<'_>> {
        self.visit.record(&self.id)
    }
}

/// Reads edits into a record that may be a new one; those that are refused are left out.
pub fn preview(visit: &Visit, before: &AnyRecord, edits: &[Edit], asker: Asker) -> Preview {
    let mut record = before.clone();
    let mut made = Vec::new();
    let mut refused = Vec::new();
    for (key, edit) in in_turn(&record, edits).unwrap_or_default() {
        let as_it_was = (record.clone(), made.len());
        if let Err(refusal) = read(&mut record, key, edit, (visit, asker), &mut made) {
            record = as_it_was.0;
            made.truncate(as_it_was.1);
            refused.push((edit.key.clone(), refusal));
        }
    }
    let whole = rules::check_but_name(before, &record, visit).err();
    let id = record.id().to_owned();
    let mut draft = Draft::new(visit);
    draft.put(record);
    let ids = made.iter().map(|made| made.id().to_owned()).collect();
    for made in made {
        draft.put(made);
    }
    Preview {
        visit: draft.preview(),
        id,
        made: ids,
        refused,
        whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{Head, Id, Kind},
        words::Lang,
    };
    use chrono::NaiveDate;

    #[test]
    fn what_is_understood_shows_and_what_is_not_is_left_out() {
        let today = NaiveDate::from_ymd_opt(2024, 11, 11).unwrap();
        let visit = Visit::new(Head {
            first: Some(today),
            last: today.succ_opt(),
            ..Head::with_id(Id::make("besuch"))
        });
        let asker = Asker {
            lang: Lang::De,
            today,
        };
        let edits = [
            Edit::set("title", "Empfang"),
            Edit::set("day", "12.11."),
            Edit::set("start", "1000"),
            Edit::set("end", "nach Tisch"),
            Edit::set("place", "Rathaus"),
        ];
        let seen = preview(&visit, &Kind::Item.blank("x"), &edits, asker);
        assert_eq!(seen.refused.len(), 1);
        assert_eq!(seen.refused[0].0, "end");
        assert_eq!(seen.made.len(), 1);
        let Some(AnyRef::Item(item)) = seen.record() else {
            panic!("no item");
        };
        assert_eq!(item.slot.start.clock().unwrap().to_string(), "10:00");
        assert!(item.place.is_some());
    }

    #[test]
    fn what_is_refused_makes_nothing() {
        let visit = crate::plan::tests::fixture::visit(&[("a", "")]);
        let asker = crate::plan::tests::asker(Lang::De);
        let before = visit.record("a").unwrap().to_owned();
        for (key, text, made) in [
            ("attend", "Neu Mann, -xx-12a4", 0),
            ("attend", "Neu Mann", 1),
            ("host", "Neu Mann, xx-12a4", 0),
        ] {
            let seen = preview(&visit, &before, &[Edit::set(key, text)], asker);
            assert_eq!(
                (seen.made.len(), seen.refused.len()),
                (made, 1 - made),
                "{text}"
            );
            assert_eq!(seen.visit.participants.len(), made, "{text}");
        }
    }
}
