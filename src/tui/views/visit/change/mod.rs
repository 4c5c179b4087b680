//! What can be changed in the visit from its panes.

mod letters;
mod open;
mod people;
mod times;

use super::{Pane, Tab, VisitView};
use crate::{
    edit::Transaction,
    model::{AnyRef, Participant, Visit},
    plan::{self, Refusal, Towards},
    tui::{
        action::Action,
        view::{Reply, Request, Scene},
    },
};
pub(super) use people::ask_to_erase;
use times::shift;

/// What `+`, `>` and their like move by.
const STEP: i64 = 15;
/// What `]` and `[` move by.
const SMALL_STEP: i64 = 5;

/// Whether an action changes something here and now.
pub(super) fn can(view: &VisitView, action: Action, scene: &Scene<'_>) -> bool {
    let selected = view.selected(scene);
    match (action, selected) {
        (Action::SwapUp | Action::SwapDown, Some(AnyRef::Item(_))) => {
            view.ids(Pane::Schedule, scene).len() > 1 && view.tab(scene) != Tab::Unplaced
        }
        (Action::DuplicateDay, Some(AnyRef::Item(_))) => !times::other_days(view, scene).is_empty(),
        (Action::RankByRule, Some(AnyRef::Participant(person))) => {
            scene.visit().is_some_and(|visit| is_ordered(visit, person))
        }
        (Action::NamePeople, Some(AnyRef::Participant(person))) => !person.name.is_known(),
        (Action::Step, Some(AnyRef::Letter(letter))) => !plan::allowed_steps(letter).is_empty(),
        (Action::Add | Action::EditVisit, _)
        | (Action::Edit, Some(_))
        // Why an item cannot be shifted, `plan` says better than a dimmed key.
        | (
            Action::Later
            | Action::Earlier
            | Action::LaterFive
            | Action::EarlierFive
            | Action::ShiftLater
            | Action::ShiftEarlier
            | Action::Shift
            | Action::MakeRoom
            | Action::Fix
            | Action::Confirm
            | Action::Move
            | Action::Attendance
            | Action::Duplicate,
            Some(AnyRef::Item(_)),
        )
        | (
            Action::RankUp | Action::RankDown | Action::Duplicate | Action::Erase,
            Some(AnyRef::Participant(_)),
        )
        | (Action::AddSignatory | Action::Renew, Some(AnyRef::Letter(_))) => true,
        _ => false,
    }
}

fn is_ordered(visit: &Visit, person: &Participant) -> bool {
    let mut people = visit.participants.iter();
    people.any(|other| other.side == person.side && other.order.is_some())
}

/// Carries an action out that changes something.
pub(super) fn perform(view: &mut VisitView, action: Action, scene: &Scene<'_>) -> Reply {
    if let Some(opened) = open::form(view, action, scene) {
        return opened;
    }
    let (lang, id) = (scene.lang(), view.selection().id().map(str::to_owned));
    let (Some(visit), Some(id)) = (scene.visit(), id) else {
        return Reply::Pass;
    };
    let planned = match action {
        Action::Later => return shift(visit, &id, STEP, false, scene),
        Action::Earlier => return shift(visit, &id, -STEP, false, scene),
        Action::LaterFive => return shift(visit, &id, SMALL_STEP, false, scene),
        Action::EarlierFive => return shift(visit, &id, -SMALL_STEP, false, scene),
        Action::ShiftLater => return shift(visit, &id, STEP, true, scene),
        Action::ShiftEarlier => return shift(visit, &id, -STEP, true, scene),
        Action::Shift => return Reply::one(times::shift_by(id, lang)),
        Action::MakeRoom => return Reply::one(times::room(id, lang)),
        Action::Confirm => return Reply::one(times::status(visit, id, lang)),
        Action::Attendance => return Reply::one(times::attendance(visit, id, scene)),
        Action::DuplicateDay => return times::duplicate_day(view, scene),
        Action::NamePeople => return Reply::one(people::name_people(visit, id, lang)),
        Action::Erase => return people::erase(&id, scene),
        Action::Step => return Reply::one(letters::step(visit, id, scene)),
        Action::AddSignatory => return Reply::one(letters::signatory(visit, id, lang)),
        Action::SwapUp => plan::swap_towards(visit, &id, Towards::Earlier, lang),
        Action::SwapDown => plan::swap_towards(visit, &id, Towards::Later, lang),
        Action::RankUp => plan::order(visit, &id, Towards::Earlier, "", lang),
        Action::RankDown => plan::order(visit, &id, Towards::Later, "", lang),
        Action::RankByRule => match visit.participants.get(id.as_str()) {
            Some(person) => plan::clear_order(visit, person.side, lang),
            None => return Reply::Pass,
        },
        Action::Fix => times::fix(visit, &id, scene),
        Action::Duplicate => view.with_new(plan::duplicate_item(visit, &id, None, lang)),
        Action::Renew => match visit.letters.get(id.as_str()) {
            Some(letter) => view.with_new(plan::renew(visit, letter, None, lang)),
            None => return Reply::Pass,
        },
        _ => return Reply::Pass,
    };
    Reply::one(match planned {
        Ok(transaction) => Request::Commit(transaction),
        Err(refusal) => Request::Fail(times::told(&refusal, scene)),
    })
}

impl VisitView {
    /// Selects the record that a transaction adds, as soon as it is there.
    fn with_new(
        &mut self,
        planned: Result<(Transaction, String), Refusal>,
    ) -> Result<Transaction, Refusal> {
        let (transaction, id) = planned?;
        self.selections[self.pane as usize].reveal(&id);
        Ok(transaction)
    }
}
