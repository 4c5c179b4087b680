//! Renewing a letter: a new one that names the old one as its predecessor.

use super::label;
use crate::{
    edit::Transaction,
    model::{Head, Id, Letter, LetterRef, Record, Visit},
    plan::{Draft, Refusal, fresh_id},
    words::{Lang, Said},
};

/// Adds a letter that renews an old one of this visit or, where `of` names it, of another visit;
/// its id is the second of the result.
///
/// It takes over what the two are likely to share: title, kind, parties, languages, topics, goals
/// and supporters. Who signs, the steps, the originals and the commitments are its own.
pub fn renew(
    visit: &Visit,
    old: &Letter,
    of: Option<&Id<Head>>,
    lang: Lang,
) -> Result<(Transaction, String), Refusal> {
    let of = of.filter(|of| **of != visit.head.id);
    if of.is_none() && visit.letters.get(&old.id).is_none() {
        return Err(Refusal::NoSuchRecord(old.id.to_string()));
    }
    let title = old.title_in_list(lang, visit.main_lang());
    let new = Letter {
        title: old.title.clone(),
        kind: old.kind,
        parties: old.parties.clone(),
        languages: old.languages.clone(),
        authentic: old.authentic.clone(),
        topics: old.topics.clone(),
        sdgs: old.sdgs.clone(),
        supporters: old.supporters.clone(),
        validity: old.validity,
        predecessor: Some(LetterRef {
            visit: of.cloned(),
            letter: old.id.clone(),
        }),
        ..Letter::with_id(fresh_id(visit, &title))
    };
    let id = new.id.to_string();
    let what = Said::new("Dokument erneuert", "letter renewed", "document renouvelé");
    let label = label(what, visit, &new, lang);
    let mut draft = Draft::new(visit);
    draft.put(new.into_any());
    Ok((draft.finish(label), id))
}
