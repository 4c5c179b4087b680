//! How certain items are, and that they are cancelled.

use super::{Draft, Refusal, find};
use crate::{
    edit::{Label, Transaction},
    model::{Item, ItemStatus, Start, Visit, programme},
    words::{Lang, Said},
};

/// Sets how certain these items are. What followed a cancelled one keeps the start that it had.
pub fn set_status(
    visit: &Visit,
    items: &[&str],
    status: ItemStatus,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let items = find::items(visit, items)?;
    let mut draft = Draft::new(visit);
    for item in &items {
        draft.update(item.id.as_str(), |item: &mut Item| item.status = status);
    }
    if status == ItemStatus::Cancelled {
        for item in &items {
            release_followers(&mut draft, item);
        }
    }
    let subject = find::items_title(visit, &items, lang);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::fixture::{after, day, edits, visit};

    #[test]
    fn followers_of_what_is_cancelled_keep_their_start_however_it_is_asked() {
        let visit = visit(&[
            ("a", "start=10:00 end=10:45"),
            ("b", "after=a end=+30"),
            ("c", "after=b"),
        ]);
        let cancel = set_status(&visit, &["a"], ItemStatus::Cancelled, Lang::De);
        let typed = super::super::set(
            &visit,
            "a",
            &edits("status=cancelled"),
            super::super::tests::asker(Lang::De),
        );
        for done in [cancel, typed] {
            let next = after(&visit, done);
            assert_eq!(day(&next, 0), "a 10:00–10:45, b 10:45–11:15, c →b 11:15");
        }
    }

    #[test]
    fn several_change_at_once_and_none_for_nothing() {
        let visit = visit(&[("a", ""), ("b", "status=idea")]);
        let done = set_status(&visit, &["a", "b"], ItemStatus::Requested, Lang::De).unwrap();
        assert_eq!(
            done.label.said(Lang::De),
            "Programmpunkt angefragt: 2 Programmpunkte"
        );
        let next = after(&visit, Ok(done));
        assert!(
            next.items
                .iter()
                .all(|item| item.status == ItemStatus::Requested)
        );
        let again = set_status(&next, &["a"], ItemStatus::Requested, Lang::De);
        assert_eq!(again, Err(Refusal::NothingToDo));
    }
}
