//! What is kept of forms that speak of a person: removed, or kept without the record that it was
//! typed over.

use std::path::{Path, PathBuf};

use super::{Erased, Erasure, unseen};
use crate::{
    model,
    store::{self, Draft, Kept, Kind, Recovery},
    words::{Lang, Speak},
};

/// Where it speaks of the person.
enum Spoken {
    /// In what was typed, or it is of the person.
    Whole,
    /// Only in the record that was typed over; this was typed.
    Base(String),
}

impl Erasure {
    /// Drafts of forms that speak of the person go. Where only the record does that was typed over,
    /// what was typed stays.
    pub(super) fn drop_drafts(
        &self,
        kept: &[Kept],
        copies: &[PathBuf],
        recovery: &Recovery,
        lang: Lang,
        done: &mut Erased,
    ) {
        for draft in kept.iter().filter(|kept| kept.about.kind == Kind::Draft) {
            let dropped = match self.spoken(draft, copies) {
                None => continue,
                Some(Spoken::Whole) => draft.remove(),
                Some(Spoken::Base(typed)) => recovery.rewrite(draft, typed.as_bytes()),
            };
            match dropped {
                Ok(()) => done.kept += 1,
                Err(error) => {
                    let said = unseen::not_written(&error.say(lang), lang);
                    done.failed.push(said);
                }
            }
        }
    }

    /// Whether what is kept of this visit speaks of the person.
    pub(super) fn is_spoken_of(&self, kept: &Kept, copies: &[PathBuf]) -> bool {
        self.spoken(kept, copies).is_some()
    }

    /// Where what is kept of this visit speaks of the person. A visit that is no longer where it was
    /// may be this one under the name that it had; there, only what is this person's counts.
    fn spoken(&self, kept: &Kept, copies: &[PathBuf]) -> Option<Spoken> {
        let path = Path::new(&kept.about.visit);
        let is_ours = path == self.path || copies.iter().any(|copy| path == copy);
        if !is_ours && store::is_there(path) {
            return None;
        }
        let speaks = |text: &str| {
            self.is_id_in(text)
                || self.traces.reworded(text).is_some()
                || is_ours && self.traces.may_stand_in(text)
        };
        let mut part = kept.about.part.split(' ');
        let is_of_person = part.next() == Some(model::Kind::Participant.token());
        if is_of_person && part.any(|own| own == self.person) {
            return Some(Spoken::Whole);
        }
        let text = kept.text().ok()?;
        let typed = match kept.about.kind {
            Kind::Draft => Draft::read(&text).typed,
            Kind::Unsaved => text.clone(),
        };
        if speaks(&typed) {
            return Some(Spoken::Whole);
        }
        speaks(&text).then_some(Spoken::Base(typed))
    }

    /// Whether the whole id stands in a text. Where nothing else is known of the person, a plain word
    /// is not taken for an id.
    fn is_id_in(&self, text: &str) -> bool {
        let id = self.person.as_str();
        let is_of_id = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
        let is_id = !self.traces.is_empty() || id.contains('-');
        is_id
            && text.match_indices(id).any(|(at, _)| {
                let before = text[..at].chars().next_back();
                let after = text[at + id.len()..].chars().next();
                !before.is_some_and(is_of_id) && !after.is_some_and(is_of_id)
            })
    }
}
