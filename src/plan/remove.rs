//! Removing a record, with everything that refers to it settled.

use super::{Draft, Refusal, done::done, find};
use crate::{
    edit::{Label, Transaction},
    model::{Kind, Visit, reference},
    words::Lang,
};

/// Removes a record. References to it are taken out; items that followed it keep the start that
/// they had; a commitment, signature or seat of a person keeps the person's name.
pub fn remove(visit: &Visit, id: &str, lang: Lang) -> Result<Transaction, Refusal> {
    let record = visit
        .record(id)
        .ok_or_else(|| Refusal::NoSuchRecord(id.to_owned()))?;
    if record.kind() == Kind::Visit {
        return Err(Refusal::VisitStays);
    }
    let mut draft = Draft::new(visit);
    take_out(&mut draft, id);
    let subject = find::title(visit, record, lang);
    Ok(draft.finish(Label::new(done(record.kind()).removed, subject)))
}

/// Takes a record out of the draft and settles what refers to it.
pub(super) fn take_out(draft: &mut Draft<'_>, id: &str) {
    let visit = draft.visit();
    draft.remove(id);
    for other in visit.all_records().filter(|other| other.id() != id) {
        if !other.links().iter().any(|link| link.id == id) {
            continue;
        }
        if let Some(mut record) = draft.get(other.id()) {
            reference::forget(&mut record, id, visit);
            draft.put(record);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{
            Item, Letter, Vehicle,
            value::{Entry, View},
        },
        plan::tests::fixture::{after, day, person, visit, why, with},
    };

    #[test]
    fn what_followed_keeps_the_start_that_it_had() {
        let visit = visit(&[
            ("a", "start=ca. 10:00 end=10:45"),
            ("b", "after=a end=+30"),
            ("c", "after=b"),
            ("d", ""),
            ("e", "after=d end=+10"),
        ]);
        for (id, expected) in [
            ("a", "b 10:45–11:15, c →b 11:15, d offen, e →d offen"),
            ("b", "a 10:00–10:45, c 11:15, d offen, e →d offen"),
            ("d", "a 10:00–10:45, b →a 10:45–11:15, c →b 11:15, e offen"),
        ] {
            assert_eq!(
                day(&after(&visit, remove(&visit, id, Lang::De)), 0),
                expected,
                "{id}"
            );
        }
    }

    #[test]
    fn a_person_is_remembered_by_name_where_a_name_can_stand() {
        let mut visit = visit(&[]);
        person(&mut visit, "koch", "given=Miriam");
        with::<Vehicle>(&mut visit, "wagen", "name=wagen");
        with::<Item>(
            &mut visit,
            "a",
            "title=a host=koch attend=guests, -koch speeches=koch | 5 seats=wagen | koch | vorn",
        );
        with::<Letter>(
            &mut visit,
            "loi",
            "title=loi signatories=koch | Beigeordnete witnesses=koch",
        );
        let next = after(&visit, remove(&visit, "koch", Lang::De));
        let view = View {
            visit: &next,
            lang: Lang::De,
        };
        let (item, letter) = (
            next.items.get("a").unwrap(),
            next.letters.get("loi").unwrap(),
        );
        for (value, expected) in [
            (&item.host as &dyn Entry, ""),
            (&item.attend, "Gäste"),
            (&item.speeches, "Miriam koch | 5"),
            (&item.seats, "wagen | Miriam koch | vorn"),
            (&letter.signatories, "Miriam koch | Beigeordnete"),
            (&letter.witnesses, ""),
        ] {
            assert_eq!(value.typed(view), expected);
        }
    }

    #[test]
    fn the_visit_itself_stays() {
        let visit = visit(&[]);
        for id in ["visit", "besuch-7k2f"] {
            assert_eq!(remove(&visit, id, Lang::De), Err(Refusal::VisitStays));
        }
        assert_eq!(
            why(remove(&visit, "x", Lang::De)),
            "„x“ gibt es in diesem Besuch nicht"
        );
    }
}
