//! What a change of one record brings with it, in the record itself and in others.

use super::{Draft, days, status::release_followers};
use crate::model::{AnyRecord, Item, ItemStatus, Letter, Start};

/// A flight or a train has a fixed time, unless somebody says otherwise.
pub(super) fn itself(before: &AnyRecord, after: &mut AnyRecord, says_fixed: bool) {
    let (AnyRecord::Item(before), AnyRecord::Item(item)) = (before, after) else {
        return;
    };
    let now_has_number = before.number.is_empty() && !item.number.is_empty();
    let may_be_fixed = !says_fixed && !matches!(item.slot.start, Start::After(_));
    if now_has_number
        && may_be_fixed
        && let Ok(slot) = item.slot.with(|parts| parts.fixed = true)
    {
        item.slot = slot;
    }
}

/// Keeps the others in step: items within the visit's days, followers of what is cancelled, and
/// that a letter and the item of its signing name each other.
pub(super) fn others(draft: &mut Draft<'_>, before: &AnyRecord, after: &AnyRecord) {
    match (before, after) {
        (AnyRecord::Visit(was), AnyRecord::Visit(head))
            if (was.first, was.last) != (head.first, head.last) =>
        {
            days::keep_within(draft, head);
        }
        (AnyRecord::Item(was), AnyRecord::Item(item)) => {
            if item.status == ItemStatus::Cancelled && was.status != item.status {
                release_followers(draft, item);
            }
            if was.letter != item.letter {
                if let Some(letter) = &was.letter {
                    draft.update(letter.as_str(), |letter: &mut Letter| {
                        letter.item.take_if(|own| *own == item.id);
                    });
                }
                if let Some(letter) = &item.letter {
                    draft.update(letter.as_str(), |letter: &mut Letter| {
                        letter.item.get_or_insert_with(|| item.id.clone());
                    });
                }
            }
        }
        (AnyRecord::Letter(was), AnyRecord::Letter(letter)) if was.item != letter.item => {
            if let Some(item) = &was.item {
                draft.update(item.as_str(), |item: &mut Item| {
                    item.letter.take_if(|own| *own == letter.id);
                });
            }
            if let Some(item) = &letter.item {
                draft.update(item.as_str(), |item: &mut Item| {
                    item.letter.get_or_insert_with(|| letter.id.clone());
                });
            }
        }
        _ => {}
    }
}
