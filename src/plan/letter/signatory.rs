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
