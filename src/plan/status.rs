//! How certain items are, and that they are cancelled.

use super::{Draft, Refusal, find};
use crate::{
    edit::{Label, Transaction},
    model::{Item, ItemStatus, Start, Visit, programme},
    words::{Lang, Said, count, shared},
};

/// Sets how certain these items are. What followed a cancelled one keeps the start that it had.
pub fn set_status(
    visit: &Visit,
    items: &[&str],
    status: ItemStatus,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let items = items
        .iter()
        .map(|id| find::item(visit, id))
        .collect::<Result<Vec<&Item>, _>>()?;
    let mut draft = Draft::new(visit);
    for item in &items {
        draft.update(item.id.as_str(), |item: &mut Item| item.status = status);
    }
    if status == ItemStatus::Cancelled {
        for item in &items {
            release_followers(&mut draft, item);
        }
    }
    let subject = match items.as_slice() {
        [item] => find::item_title(visit, item, lang),
        _ => count(items.len(), shared::ITEM, shared::ITEMS, lang),
    };
    let transaction = draft.finish(Label::new(label(status), subject));
    if transaction.is_empty() {
        return Err(Refusal::NothingToDo);
    }
    Ok(transaction)
}

/// Gives what follows an item the start that it has through it, and no tie.
pub(super) fn release_followers(draft: &mut Draft<'_>, gone: &Item) {
    let visit = draft.visit();
    let follows = |item: &&Item| matches!(&item.slot.start, Start::After(id) if *id == gone.id);
    for follower in visit.items.iter().filter(follows) {
        let slot = programme::untied(visit, &follower.slot);
        draft.update(follower.id.as_str(), |item: &mut Item| item.slot = slot);
    }
}

const fn label(status: ItemStatus) -> Said {
    match status {
        ItemStatus::Confirmed => Said::new(
            "Programmpunkt bestätigt",
            "item confirmed",
            "point confirmé",
        ),
        ItemStatus::Requested => {
            Said::new("Programmpunkt angefragt", "item requested", "point demandé")
        }
        ItemStatus::Idea => Said::new(
            "Programmpunkt als Idee vermerkt",
            "item noted as an idea",
            "point noté comme idée",
        ),
        ItemStatus::Cancelled => {
            Said::new("Programmpunkt abgesagt", "item cancelled", "point annulé")
        }
    }
}
