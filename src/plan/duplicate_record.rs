//! Duplicating a record that is no item: the start of another one like it.

use super::{Draft, Refusal, duplicate_item, find, fresh_id};
use crate::{
    edit::{Label, Transaction},
    model::{AnyRef, Participant, Place, Record, Task, Vehicle, Visit, task::TaskState},
    words::{Lang, Said},
};

/// Adds a record like this one; the id of the new one is the second of the result.
///
/// Of a person only what colleagues share is taken over: side, organisation, group, languages,
/// days and lodging. A task is open again. A letter is not duplicated but renewed.
pub fn duplicate_record(
    visit: &Visit,
    id: &str,
    lang: Lang,
) -> Result<(Transaction, String), Refusal> {
    let record = visit
        .record(id)
        .ok_or_else(|| Refusal::NoSuchRecord(id.to_owned()))?;
    let title = find::title(visit, record, lang);
    let copy = match record {
        AnyRef::Item(_) => return duplicate_item(visit, id, None, lang),
        AnyRef::Visit(_) => return Err(Refusal::VisitStays),
        AnyRef::Letter(_) => return Err(Refusal::RenewedInstead(title)),
        AnyRef::Participant(person) => colleague(visit, person).into_any(),
        AnyRef::Place(place) => Place {
            id: fresh_id(visit, &title),
            ..place.clone()
        }
        .into_any(),
        AnyRef::Vehicle(vehicle) => Vehicle {
            id: fresh_id(visit, &title),
            ..vehicle.clone()
        }
        .into_any(),
        AnyRef::Task(task) => Task {
            id: fresh_id(visit, &title),
            state: TaskState::Open,
            done_on: None,
            ..task.clone()
        }
        .into_any(),
    };
    let made = copy.id().to_owned();
    let mut draft = Draft::new(visit);
    draft.put(copy);
    let what = Said::new("Dupliziert", "duplicated", "dupliqué");
    Ok((draft.finish(Label::new(what, title)), made))
}

/// Somebody not yet named, of the same body.
fn colleague(visit: &Visit, person: &Participant) -> Participant {
    Participant {
        side: person.side,
        organisation: person.organisation.clone(),
        group: person.group.clone(),
        foreign: person.foreign,
        languages: person.languages.clone(),
        present_from: person.present_from,
        present_until: person.present_until,
        lodging: person.lodging.clone(),
        ..Participant::with_id(fresh_id(visit, Participant::KIND.token()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Head, Id, Name, Side};

    fn visit() -> Visit {
        let mut visit = Visit::new(Head::with_id(Id::make("v")));
        visit.put(
            Participant {
                name: Name {
                    family: "Koch".to_owned(),
                    ..Name::default()
                },
                side: Side::Host,
                group: "Protokoll".to_owned(),
                phone: "+49 211 5550100".to_owned(),
                passport: "C01X00T47".to_owned(),
                ..Participant::with_id(Id::parse("koch").unwrap())
            }
            .into_any(),
        );
        let task = Task {
            title: "Blumen".to_owned(),
            state: TaskState::Done,
            done_on: chrono::NaiveDate::from_ymd_opt(2024, 11, 1),
            ..Task::with_id(Id::parse("flowers").unwrap())
        };
        visit.put(task.into_any());
        visit
    }

    #[test]
    fn a_task_is_open_again() {
        let visit = visit();
        let (transaction, id) = duplicate_record(&visit, "flowers", Lang::De).unwrap();
        let after = transaction.changes[0].after.clone();
        let copy = Task::of_any(after.unwrap()).unwrap();
        assert_eq!(
            (copy.title.as_str(), copy.state),
            ("Blumen", TaskState::Open)
        );
        assert_eq!((copy.done_on, copy.id.as_str()), (None, id.as_str()));
    }

    #[test]
    fn a_colleague_has_nothing_of_the_person() {
        let visit = visit();
        let (transaction, _) = duplicate_record(&visit, "koch", Lang::De).unwrap();
        let after = transaction.changes[0].after.clone();
        let copy = Participant::of_any(after.unwrap()).unwrap();
        assert_eq!((copy.side, copy.group.as_str()), (Side::Host, "Protokoll"));
        assert!(!copy.name.is_known() && copy.phone.is_empty() && copy.passport.is_empty());
    }

    #[test]
    fn a_visit_and_what_is_not_there_are_refused() {
        let visit = visit();
        assert!(matches!(
            duplicate_record(&visit, "visit", Lang::De),
            Err(Refusal::VisitStays)
        ));
        assert!(matches!(
            duplicate_record(&visit, "nobody", Lang::De),
            Err(Refusal::NoSuchRecord(_))
        ));
    }
}
