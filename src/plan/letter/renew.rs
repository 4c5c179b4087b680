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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::fixture::{after, letter as put, visit};

    #[test]
    fn the_new_letter_names_the_old_one_and_begins_anew() {
        let mut visit = visit(&[]);
        put(
            &mut visit,
            "vereinbarung",
            "kind=memorandum steps=signed 30.8.2019 topics=Kultur; Klima",
        );
        let old = visit.letters.get("vereinbarung").unwrap();
        let elsewhere = Id::parse("besuch-2019").unwrap();
        for (of, expected) in [
            (None, None),
            (Some(&elsewhere), Some(&elsewhere)),
            (Some(&visit.head.id), None),
        ] {
            let (done, id) = renew(&visit, old, of, Lang::De).unwrap();
            let next = after(&visit, Ok(done));
            let new = next.letters.get(id.as_str()).unwrap();
            assert_eq!((new.kind, &new.topics), (old.kind, &old.topics));
            assert!(new.steps.0.is_empty());
            let predecessor = new.predecessor.as_ref().unwrap();
            assert_eq!(
                (predecessor.visit.as_ref(), &predecessor.letter),
                (expected, &old.id)
            );
        }
    }

    #[test]
    fn a_letter_of_nowhere_is_refused() {
        let old = Letter::with_id(Id::parse("x").unwrap());
        let refused = renew(&visit(&[]), &old, None, Lang::De);
        assert_eq!(refused, Err(Refusal::NoSuchRecord("x".into())));
    }
}
