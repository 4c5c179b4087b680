//! What a letter intends: adding it, and how far it is.

use super::label;
use crate::{
    edit::Transaction,
    model::{
        Kind, Letter, Visit,
        letter::{Commitment, CommitmentState},
    },
    plan::{Draft, Refusal, find},
    words::{Lang, Said},
};

/// Adds a commitment to a letter.
pub fn add_commitment(
    visit: &Visit,
    letter: &str,
    commitment: Commitment,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let letter = find::letter(visit, letter)?;
    if commitment.what.is_empty() {
        let what = Said::new("was vorgesehen ist", "what is intended", "ce qui est prévu");
        return Err(Refusal::Needs(Kind::Letter, what));
    }
    let mut draft = Draft::new(visit);
    draft.update(letter.id.as_str(), |letter: &mut Letter| {
        letter.commitments.0.push(commitment);
    });
    let what = Said::new("Vorhaben hinzugefügt", "commitment added", "action ajoutée");
    Ok(draft.finish(label(what, visit, letter, lang)))
}

/// Says how far the commitment at this place of the letter's list is.
pub fn set_commitment(
    visit: &Visit,
    letter: &str,
    at: usize,
    state: CommitmentState,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let letter = find::letter(visit, letter)?;
    let now = letter.commitments.get(at).map(|own| own.state);
    if now.is_none_or(|now| now == state) {
        return Err(Refusal::NothingToDo);
    }
    let mut draft = Draft::new(visit);
    draft.update(letter.id.as_str(), |letter: &mut Letter| {
        if let Some(commitment) = letter.commitments.0.get_mut(at) {
            commitment.state = state;
        }
    });
    let what = match state {
        CommitmentState::Open => Said::new(
            "Vorhaben wieder offen",
            "commitment open again",
            "action rouverte",
        ),
        CommitmentState::Done => {
            Said::new("Vorhaben erfüllt", "commitment done", "action réalisée")
        }
        CommitmentState::Dropped => Said::new(
            "Vorhaben aufgegeben",
            "commitment dropped",
            "action abandonnée",
        ),
    };
    Ok(draft.finish(label(what, visit, letter, lang)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::fixture::{after, letter as put, visit};

    #[test]
    fn a_commitment_is_added_and_then_done() {
        let mut visit = visit(&[]);
        put(&mut visit, "loi", "");
        let commitment = Commitment {
            what: "Fachaustausch".into(),
            ..Commitment::default()
        };
        let next = after(
            &visit,
            add_commitment(&visit, "loi", commitment.clone(), Lang::De),
        );
        let done = set_commitment(&next, "loi", 0, CommitmentState::Done, Lang::De);
        let next = after(&next, done);
        let states: Vec<_> = next
            .letters
            .get("loi")
            .unwrap()
            .commitments
            .iter()
            .map(|c| c.state)
            .collect();
        assert_eq!(states, [CommitmentState::Done]);
        for (at, state) in [(0, CommitmentState::Done), (1, CommitmentState::Open)] {
            let again = set_commitment(&next, "loi", at, state, Lang::De);
            assert_eq!(again, Err(Refusal::NothingToDo));
        }
        let empty = add_commitment(&next, "loi", Commitment::default(), Lang::De);
        assert!(matches!(empty, Err(Refusal::Needs(Kind::Letter, _))));
    }
}
