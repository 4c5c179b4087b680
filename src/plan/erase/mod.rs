//! Erasing a person: the record goes, and with it what other records say of it by name.

mod traces;

use std::cell::Cell;

use super::{Draft, Refusal, find};
use crate::{
    edit::{Label, Transaction},
    model::{AnyRecord, AnyRef, Conflict, Participant, Visit, value::View},
    words::{Lang, Said},
};

pub use traces::Traces;

/// Fields of other participants that are theirs, whatever they say.
const OWN: [&str; 3] = ["name", "phone", "email"];

/// Erases a person from a visit: the record, every reference, and every text in which the person
/// is named. Unlike [`remove`](super::remove()), no name is kept.
///
/// A person whom the visit does not hold (any more) is still taken out of its texts.
pub fn erase(visit: &Visit, id: &str, traces: &Traces) -> Transaction {
    let traces = &traces.apart_from_others(visit, id);
    let mut draft = Draft::new(visit);
    if visit.participants.get(id).is_some() {
        draft.remove(id);
    }
    for record in visit.all_records().filter(|record| record.id() != id) {
        let mut changed = record.to_owned();
        take_out(&mut changed, id, traces);
        draft.put(changed);
    }
    // The label stays in the history and in messages: it does not name the person.
    let mut transaction = draft.finish(Label::new(ERASED, ""));
    for conflict in visit.conflicts.iter() {
        let without = without(conflict, id, traces);
        if without.as_ref() != Some(conflict) {
            if !transaction.settled.contains(conflict) {
                transaction.settled.push(conflict.clone());
            }
            transaction.raised.extend(without);
        }
    }
    transaction
}

/// A conflict without the person; none where it is about that record.
fn without(conflict: &Conflict, id: &str, traces: &Traces) -> Option<Conflict> {
    if conflict.id() == id {
        return None;
    }
    let changed = |record: &AnyRecord| {
        let mut changed = record.clone();
        take_out(&mut changed, id, traces);
        changed
    };
    Some(Conflict {
        field: conflict.field.clone(),
        base: conflict.base.as_ref().map(changed),
        ours: conflict.ours.as_ref().map(changed),
        theirs: conflict.theirs.as_ref().map(changed),
    })
}

/// Takes the person out of another record; the keys of fields whose texts that changes.
fn take_out(record: &mut AnyRecord, id: &str, traces: &Traces) -> Vec<&'static str> {
    let refers = record.as_ref().links().iter().any(|link| link.id == id);
    let mut changed = Vec::new();
    let is_participant = matches!(record, AnyRecord::Participant(_));
    let fields = record.fields_mut();
    for at in 0..fields.info().len() {
        let is_own = is_participant && OWN.contains(&fields.info()[at].key);
        let value = fields.value_mut(at);
        if refers {
            value.forget(id);
        }
        if !is_own {
            let is_other = Cell::new(false);
            value.reword(&|text| {
                let reworded = traces.reworded(text);
                is_other.set(is_other.get() || reworded.is_some());
                reworded
            });
            changed.extend(is_other.get().then_some(fields.info()[at].key));
        }
    }
    changed
}

/// The fields of other records whose texts change when the person is erased.
pub fn reworded(visit: &Visit, id: &str, traces: &Traces) -> Vec<Mention> {
    let traces = &traces.apart_from_others(visit, id);
    let others = visit.all_records().filter(|record| record.id() != id);
    let of_record = |record: AnyRef<'_>| {
        let fields = take_out(&mut record.to_owned(), id, traces).into_iter();
        let mention = |field| Mention {
            record: record.id().to_owned(),
            field,
        };
        fields.map(mention).collect::<Vec<_>>()
    };
    others.flat_map(of_record).collect()
}

/// The participant of this id; none where the visit holds nobody and nothing of this id.
///
/// # Errors
/// The id is that of another record.
pub fn erasable<'a>(visit: &'a Visit, id: &str) -> Result<Option<&'a Participant>, Refusal> {
    match find::participant(visit, id) {
        Err(Refusal::NoSuchRecord(_)) => Ok(None),
        found => found.map(Some),
    }
}

const ERASED: Said = Said::new(
    "Daten der Person gelöscht",
    "person erased",
    "données de la personne effacées",
);

/// A field that names a person, may still do so, or did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The record.
    pub record: String,
    /// The field's key.
    pub field: &'static str,
}

/// The fields of a visit that may still speak of a person: somebody else may have the same name.
pub fn mentions(visit: &Visit, traces: &Traces) -> Vec<Mention> {
    let view = View {
        visit,
        lang: Lang::De,
    };
    let speaks = |record: AnyRef<'_>, at: usize| {
        let mut found = false;
        let value = record.fields().value(at);
        value.texts(view, &mut |text| found |= traces.may_stand_in(text));
        found
    };
    let of_record = |record: AnyRef<'_>| {
        let info = record.fields().info();
        let fields = (0..info.len()).filter(|at| speaks(record, *at));
        let found = fields.map(|at| Mention {
            record: record.id().to_owned(),
            field: info[at].key,
        });
        found.collect::<Vec<_>>()
    };
    visit.all_records().flat_map(of_record).collect()
}

#[cfg(test)]
mod tests {
    use super::{traces::NOBODY, *};
    use crate::{
        edit,
        model::{Item, Letter, Task, Vehicle, value::Entry},
        plan::tests::fixture::{person, visit, with},
    };

    #[test]
    fn what_others_have_too_is_told_and_stays() {
        let shared = "title=Dr. honorific=mr phone=+212 5 1 email=protocole@example.org";
        let mut visit = visit(&[]);
        for (id, given) in [("a", "Achraf"), ("b", "Badr")] {
            with::<Participant>(
                &mut visit,
                id,
                &format!("{shared} given={given} family=Alaoui"),
            );
        }
        with::<Participant>(
            &mut visit,
            "c",
            "given=Karl family=Koch phone=+49 1 contact=Achraf Alaoui",
        );
        let note = "note=M. Alaoui, DR. ALAOUI, +212 5 1, Achraf Alaoui, protocole@example.org";
        with::<Item>(&mut visit, "i", &format!("title=Empfang {note}"));
        let mut traces = Traces::default();
        traces.add(visit.participants.get("a").unwrap());
        // Where there was nobody else, it was this person's own.
        traces.words.insert("+49 1".to_owned());
        let others = visit.participants.get("b").cloned();
        let transaction = erase(&visit, "a", &traces);
        edit::apply(&mut visit, &transaction).unwrap();
        assert_eq!(visit.participants.get("b").cloned(), others);
        let koch = visit.participants.get("c").unwrap();
        assert_eq!(
            (koch.phone.as_str(), koch.contact.as_str()),
            ("+49 1", NOBODY)
        );
        let view = View {
            visit: &visit,
            lang: Lang::De,
        };
        assert_eq!(
            visit.items.get("i").unwrap().note.typed(view),
            "M. Alaoui, DR. ALAOUI, +212 5 1, N. N., protocole@example.org"
        );
        let told = mentions(&visit, &traces);
        assert!(told.iter().any(|mention| mention.record == "i"), "{told:?}");
    }

    #[test]
    fn neither_the_record_nor_a_name_is_left() {
        let mut visit = visit(&[]);
        let fields = "given=Stephan passport=C01X00T47 email=sk@example.org";
        person(&mut visit, "keller", fields);
        person(&mut visit, "koch", "given=Miriam contact=Stephan keller");
        with::<Vehicle>(&mut visit, "wagen", "name=wagen driver=Stephan keller");
        with::<Item>(
            &mut visit,
            "a",
            "title=Empfang durch Stephan keller host=keller attend=alle, -keller \
             speeches=keller | 5 seats=wagen | keller | vorn note=sk@example.org",
        );
        with::<Item>(&mut visit, "b", "title=keller-Stiftung");
        with::<Letter>(
            &mut visit,
            "loi",
            "title=loi signatories=keller | Oberbürgermeister witnesses=Stephan keller",
        );
        with::<Task>(
            &mut visit,
            "t",
            "title=Stephan keller anrufen owner=Stephan keller",
        );
        let mut traces = Traces::default();
        traces.add(visit.participants.get("keller").unwrap());
        let before = visit.clone();
        let told = reworded(&visit, "keller", &traces);
        let told: Vec<(&str, &str)> = told
            .iter()
            .map(|own| (own.record.as_str(), own.field))
            .collect();
        let expected = [
            ("a", "title"),
            ("a", "note"),
            ("koch", "contact"),
            ("wagen", "driver"),
            ("t", "title"),
            ("t", "owner"),
        ];
        assert_eq!(told, expected);
        let transaction = erase(&visit, "keller", &traces);
        edit::apply(&mut visit, &transaction).unwrap();
        assert_eq!(visit.faults(), []);
        let text = format!("{visit:?}");
        for word in ["Stephan", "C01X00T47", "sk@example.org", "\"keller\""] {
            assert!(!text.contains(word), "{word} in {text}");
        }
        let view = View {
            visit: &visit,
            lang: Lang::De,
        };
        let item = visit.items.get("a").unwrap();
        assert_eq!(item.title.typed(view), "Empfang durch N. N.");
        // What another record says of the function is no longer about this person.
        let letter = visit.letters.get("loi").unwrap();
        assert_eq!(letter.signatories.typed(view), " | Oberbürgermeister");
        assert_eq!(
            mentions(&visit, &traces),
            [Mention {
                record: "b".to_owned(),
                field: "title"
            }]
        );
        // Nothing else was touched, and the history does not name the person either.
        assert_eq!(visit.participants.iter().count(), 1);
        assert_ne!(before, visit);
        assert_eq!(
            transaction.label.said(Lang::De),
            "Daten der Person gelöscht"
        );
        assert_eq!(erase(&visit, "keller", &traces).changes, []);
    }
}
