//! Adding who signs a letter.

use super::label;
use crate::{
    edit::Transaction,
    model::{
        Letter, Visit, Who,
        letter::{Party, Signatory},
    },
    plan::{Draft, Refusal, find},
    words::{Lang, Said},
};

/// Adds a signatory. Where nothing is said, a participant signs in the capacity of the office that
/// counts in the visit, and for the party of his or her side.
pub fn add_signatory(
    visit: &Visit,
    letter: &str,
    mut signatory: Signatory,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let letter = find::letter(visit, letter)?;
    let main = visit.main_lang();
    if signatory.person == Who::Nobody {
        let who = Said::new("eine Person", "a person", "une personne");
        return Err(Refusal::Needs(crate::model::Kind::Letter, who));
    }
    if let Some(id) = signatory.person.participant() {
        let person = find::participant(visit, id.as_str())?;
        if signatory.capacity.is_empty() {
            signatory.capacity = person.function.clone();
        }
        let of_side = letter.parties.iter().find(|p| p.side == person.side);
        if let Some(party) = of_side.filter(|_| signatory.party.is_empty()) {
            party.called(main, main).clone_into(&mut signatory.party);
        }
    }
    let known = |party: &Party| party.is_called(&signatory.party);
    if !signatory.party.is_empty()
        && !letter.parties.is_empty()
        && !letter.parties.iter().any(known)
    {
        let parties = letter
            .parties
            .iter()
            .map(|p| p.called(lang, main).to_owned());
        return Err(Refusal::NoSuchParty(signatory.party, parties.collect()));
    }
    if letter
        .signatories
        .iter()
        .any(|s| s.person == signatory.person)
    {
        return Err(Refusal::NothingToDo);
    }
    let mut draft = Draft::new(visit);
    draft.update(letter.id.as_str(), |letter: &mut Letter| {
        letter.signatories.0.push(signatory);
    });
    let what = Said::new(
        "Unterzeichner/in hinzugefügt",
        "signatory added",
        "signataire ajouté(e)",
    );
    Ok(draft.finish(label(what, visit, letter, lang)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{
            Id,
            value::{Entry, View},
        },
        plan::tests::fixture::{after, letter as put, person, visit, why},
    };

    fn drafted() -> Visit {
        let mut visit = visit(&[]);
        person(&mut visit, "koch", "side=host function=Beigeordnete");
        put(
            &mut visit,
            "loi",
            "parties=Stadt Düsseldorf | host | Düsseldorf",
        );
        visit
    }

    fn by(person: Who, party: &str) -> Signatory {
        Signatory {
            person,
            party: party.to_owned(),
            ..Signatory::default()
        }
    }

    #[test]
    fn a_participant_signs_in_office_for_the_party_of_the_side() {
        let visit = drafted();
        let koch = || Who::Is(Id::parse("koch").unwrap());
        for (signatory, expected) in [
            (by(koch(), ""), "koch | Beigeordnete | Düsseldorf"),
            (
                by(koch(), "Stadt Düsseldorf"),
                "koch | Beigeordnete | Stadt Düsseldorf",
            ),
            (by(Who::Named("Awatif Berdai".into()), ""), "Awatif Berdai"),
        ] {
            let next = after(&visit, add_signatory(&visit, "loi", signatory, Lang::De));
            let signatories = &next.letters.get("loi").unwrap().signatories;
            assert_eq!(
                signatories.typed(View {
                    visit: &next,
                    lang: Lang::De
                }),
                expected
            );
        }
    }

    #[test]
    fn nobody_signs_for_a_party_that_is_none_or_twice() {
        let visit = drafted();
        let koch = || Who::Is(Id::parse("koch").unwrap());
        let next = after(
            &visit,
            add_signatory(&visit, "loi", by(koch(), ""), Lang::De),
        );
        for (visit, signatory, said) in [
            (
                &visit,
                by(koch(), "Köln"),
                "Das Dokument hat keine Seite „Köln“; vorhanden: Düsseldorf",
            ),
            (
                &visit,
                by(Who::Nobody, ""),
                "Partnerschaftsdokument: Es fehlt noch eine Person",
            ),
            (
                &next,
                by(koch(), ""),
                "Es ist schon so; es gibt nichts zu ändern",
            ),
        ] {
            assert_eq!(why(add_signatory(visit, "loi", signatory, Lang::De)), said);
        }
    }
}
