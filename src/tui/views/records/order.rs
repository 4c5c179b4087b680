//! In which order the records of a kind stand: places and vehicles by name, tasks by their day.

use chrono::NaiveDate;

use crate::{
    display,
    model::{AnyRef, Kind, Task, Visit, task::TaskState},
    tui::view::Scene,
};

/// The records of a kind, in order.
pub(super) fn of<'a>(kind: Kind, scene: &Scene<'a>) -> Vec<AnyRef<'a>> {
    let Some(shown) = scene.shown() else {
        return Vec::new();
    };
    let visit: &'a Visit = shown.visit;
    let mut records: Vec<AnyRef<'a>> = visit.records(kind).collect();
    records.sort_by_cached_key(|record| {
        let due = match record {
            AnyRef::Task(task) => urgency(task, visit),
            _ => (false, false, None),
        };
        (
            due,
            display::fold(&record.title(shown)),
            record.id().to_owned(),
        )
    });
    records
}

/// When a task is due.
pub(super) fn due(task: &Task, visit: &Visit) -> Option<NaiveDate> {
    let (first, last) = (visit.head.first, visit.head.last);
    task.due.day(first, last.or(first))
}

/// Open ones first, by their day; those without a day after them; what is settled last.
fn urgency(task: &Task, visit: &Visit) -> (bool, bool, Option<NaiveDate>) {
    let due = due(task, visit);
    (task.state != TaskState::Open, due.is_none(), due)
}

/// Whether a task should have been done by now.
pub(super) fn is_overdue(task: &Task, visit: &Visit, today: NaiveDate) -> bool {
    task.state == TaskState::Open && due(task, visit).is_some_and(|due| due < today)
}
