//! The forms that open from the panes.

use crate::{
    model::{AnyRef, Kind, VISIT},
    tui::{
        action::Action,
        view::{Reply, Scene},
        views::{
            form::Form,
            visit::{Pane, Tab, VisitView},
        },
    },
};

/// What one more participant like another one has in common with it.
const SHARED: &[&str] = &[
    "side",
    "function",
    "organisation",
    "group",
    "languages",
    "lodging",
    "present_from",
    "present_until",
];

/// The form that an action opens, if it opens one.
pub(super) fn form(view: &VisitView, action: Action, scene: &Scene<'_>) -> Option<Reply> {
    let selected = view.selected(scene);
    let form = match (action, selected) {
        (Action::Add, _) => add(view, scene),
        (Action::Edit, Some(record)) => Form::of(record.id(), scene),
        (Action::EditVisit, _) => Form::of(VISIT, scene),
        (Action::Move, Some(AnyRef::Item(item))) => Form::movement(item.id.as_str(), scene),
        (Action::Duplicate, Some(AnyRef::Participant(person))) => {
            Form::like(person.id.as_str(), SHARED, scene)
        }
        _ => return None,
    };
    Some(Reply::open(form?))
}

/// A new record of the pane: an item on the day that shows, somebody of the side that is selected.
fn add(view: &VisitView, scene: &Scene<'_>) -> Option<Form> {
    match view.pane {
        Pane::Schedule => {
            let day = match view.tab(scene) {
                Tab::Day(day) => vec![("day", crate::words::date::typed(day, scene.lang()))],
                Tab::Unplaced => Vec::new(),
            };
            Form::add(Kind::Item, &day, scene)
        }
        Pane::People => {
            let side = match view.selected(scene) {
                Some(AnyRef::Participant(person)) => person.side,
                _ => crate::model::Side::default(),
            };
            let side = side.label().get(scene.lang()).to_owned();
            Form::add(Kind::Participant, &[("side", side)], scene)
        }
        Pane::Letters => Form::add(Kind::Letter, &[], scene),
    }
}
