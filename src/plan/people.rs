//! Naming those who were N. N., and replacing one person by another.

use super::{Draft, Refusal, find, fresh_id};
use crate::{
    edit::{Label, Transaction},
    model::{AnyRecord, AnyRef, Item, Name, Numbers, Participant, Record, Visit, reference},
    words::{Lang, Said, list},
};

/// Names people of whom only the number was known. The head count goes down by as many; when
/// nobody is left unnamed, the first of the names takes the place of N. N.
///
/// The named ones take over what was said of N. N., and stand in every list in which N. N. stands,
/// in the order in which they are named. The first of them leads the delegation if N. N. did.
pub fn name_people(
    visit: &Visit,
    unnamed: &str,
    names: &[Name],
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let nn = find::participant(visit, unnamed)?;
    if nn.name.is_known() {
        let name = find::title(visit, AnyRef::Participant(nn), lang);
        return Err(Refusal::Named(name));
    }
    let names: Vec<&Name> = names.iter().filter(|name| name.is_known()).collect();
    let (fewest, most) = nn.heads();
    let heads = usize::try_from(most).unwrap_or(usize::MAX);
    let (Some((first, others)), true) = (names.split_first(), names.len() <= heads) else {
        return Err(match names.len() {
            0 => Refusal::NothingToDo,
            given => Refusal::TooManyNames(given, most),
        });
    };
    let all_are_named = names.len() == heads;
    let apart = if all_are_named { others } else { &names };
    let mut draft = Draft::new(visit);
    // Each stands right after N. N., so that the last comes first.
    for (at, name) in apart.iter().enumerate().rev() {
        let mut person = nn.clone();
        person.head = nn.head && at == 0 && !all_are_named;
        person.id = fresh_id(visit, &name.full());
        person.name = (*name).clone();
        person.count = None;
        list_beside(&mut draft, unnamed, person.id.as_str());
        draft.put(person.into_any());
    }
    draft.update(unnamed, |nn: &mut Participant| {
        if all_are_named {
            nn.name = (*first).clone();
            nn.count = None;
        } else {
            nn.head = false;
            let gone = u32::try_from(names.len()).unwrap_or(most);
            nn.count = Numbers::try_from((fewest.saturating_sub(gone).max(1), most - gone)).ok();
        }
    });
    let what = Said::new("Namen ergänzt", "people named", "noms ajoutés");
    let said: Vec<String> = names.iter().map(|name| name.full()).collect();
    Ok(draft.finish(Label::new(what, list(&said, lang))))
}

/// Lists somebody wherever another one is listed.
fn list_beside(draft: &mut Draft<'_>, beside: &str, id: &str) {
    for record in draft.visit().all_records() {
        let links = record.links();
        if !links.iter().any(|link| link.id == beside) {
            continue;
        }
        let Some(mut changed) = draft.get(record.id()) else {
            continue;
        };
        let fields = changed.fields_mut();
        for at in 0..fields.info().len() {
            fields.value_mut(at).list_beside(beside, id);
        }
        draft.put(changed);
    }
}

/// Puts one participant in the place of another everywhere, and takes the other out of the visit.
/// In a letter that has been signed the other stays, by name.
pub fn replace_person(
    visit: &Visit,
    old: &str,
    new: &str,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let (gone, come) = (
        find::participant(visit, old)?,
        find::participant(visit, new)?,
    );
    let title = |person| find::title(visit, AnyRef::Participant(person), lang);
    if gone.id == come.id {
        return Err(Refusal::SamePerson(title(gone)));
    }
    let mut draft = Draft::new(visit);
    for record in visit.all_records() {
        if record.links().iter().any(|link| link.id == old) {
            draft.put(replaced(record.to_owned(), old, new, visit));
        }
    }
    let mut successor = come.clone();
    successor.head |= gone.head && come.side == gone.side;
    if come.group.is_empty() {
        successor.group.clone_from(&gone.group);
    }
    for item in visit.items.iter() {
        let attend = item.attend.succeeded(gone, &successor);
        draft.update(item.id.as_str(), |item: &mut Item| item.attend = attend);
    }
    draft.update(new, |come: &mut Participant| {
        (come.head, come.group) = (successor.head, successor.group);
    });
    draft.remove(old);
    let what = Said::new("Person ersetzt", "person replaced", "personne remplacée");
    let subject = format!("{} → {}", title(gone), title(come));
    Ok(draft.finish(Label::new(what, subject)))
}

fn replaced(mut record: AnyRecord, old: &str, new: &str, visit: &Visit) -> AnyRecord {
    let is_signed = matches!(&record, AnyRecord::Letter(letter) if letter.steps.was_signed());
    if is_signed {
        reference::forget(&mut record, old, visit);
        return record;
    }
    let fields = record.fields_mut();
    for at in 0..fields.info().len() {
        fields.value_mut(at).relink(old, new);
    }
    record
}

#[cfg(test)]
mod tests;
