//! The life of a letter: which step may follow which, each with its date.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    field::Shape,
    value::{Entry, Reading, Shaped, Unreadable, View, choice},
};
use crate::words::{date, entry};

choice! {
    /// Where a letter stands. That it is superseded is derived from its successor, never stored.
    LetterState {
        Idea "idea" ["Idee", "idea", "idée", "فكرة"],
        Draft "draft" ["Entwurf", "draft", "projet", "مشروع"],
        Agreed "agreed" ["abgestimmt", "agreed", "convenu", "متفق عليه"],
        Approved "approved" ["genehmigt", "approved", "approuvé", "مصادق عليه"],
        Signed "signed" ["unterzeichnet", "signed", "signé", "موقع"],
        Effective "effective" ["wirksam", "effective", "en application", "ساري المفعول"],
        Dormant "dormant" ["ruhend", "dormant", "en sommeil", "معلق"],
        Expired "expired" ["abgelaufen", "expired", "expiré", "منتهي الصلاحية"],
        Terminated "terminated" ["beendet", "terminated", "dénoncé", "منهى"],
    }
}

impl LetterState {
    /// The states that may come next.
    ///
    /// A letter may be signed as soon as there is a text, since many offices approve afterwards;
    /// what has been signed never goes back to a draft.
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Idea => &[
                Self::Draft,
                Self::Agreed,
                Self::Approved,
                Self::Signed,
                Self::Terminated,
            ],
            Self::Draft => &[
                Self::Agreed,
                Self::Approved,
                Self::Signed,
                Self::Idea,
                Self::Terminated,
            ],
            Self::Agreed => &[Self::Draft, Self::Approved, Self::Signed, Self::Terminated],
            Self::Approved => &[Self::Draft, Self::Signed, Self::Terminated],
            Self::Signed => &[
                Self::Approved,
                Self::Effective,
                Self::Dormant,
                Self::Expired,
                Self::Terminated,
            ],
            Self::Effective => &[Self::Dormant, Self::Expired, Self::Terminated],
            Self::Dormant => &[Self::Effective, Self::Expired, Self::Terminated],
            Self::Expired | Self::Terminated => &[Self::Effective],
        }
    }
}

/// One step of a letter's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The state that it brought.
    pub state: LetterState,
    /// When, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
}

/// The steps of a letter in their order; the last is where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Steps(pub Vec<Step>);

impl Steps {
    /// Where the letter stands: an idea, until a step is taken.
    pub fn state(&self) -> LetterState {
        self.0.last().map_or(LetterState::Idea, |step| step.state)
    }

    /// When it was signed.
    pub fn signed_on(&self) -> Option<NaiveDate> {
        self.0
            .iter()
            .find(|step| step.state == LetterState::Signed)?
            .date
    }

    /// Whether it was ever signed, whatever became of it. A draft may be terminated too.
    pub fn was_signed(&self) -> bool {
        let signs =
            |step: &Step| matches!(step.state, LetterState::Signed | LetterState::Effective);
        self.0.iter().any(signs)
    }
}

impl Shaped for Steps {
    const SHAPE: Shape = Shape::List;
}

fn typed_step(step: Step, view: View<'_>) -> String {
    let state = step.state.typed(view);
    match step.date {
        Some(date) => format!("{state} {}", date::typed(date, view.lang)),
        None => state,
    }
}

fn read_step(text: &str, at: &mut Reading<'_>) -> Result<Step, Unreadable> {
    let digits = text
        .find(|c: char| c.is_ascii_digit())
        .unwrap_or(text.len());
    let (state, date) = text.split_at(digits);
    let mut step = Step {
        state: LetterState::default(),
        date: None,
    };
    step.state.read(state.trim(), at)?;
    if !date.is_empty() {
        step.date = Some(entry::date(date, at.near, at.today, at.lang)?);
    }
    Ok(step)
}

impl Entry for Steps {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn typed(&self, view: View<'_>) -> String {
        self.0
            .iter()
            .map(|step| typed_step(*step, view))
            .collect::<Vec<_>>()
            .join("; ")
    }

    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        let mut next = Self::default();
        next.add(text, at)?;
        *self = next;
        Ok(())
    }

    fn add(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        for part in text
            .split([';', ',', '\n'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            self.0.push(read_step(part, at)?);
        }
        Ok(())
    }

    fn dates(&self) -> Vec<NaiveDate> {
        self.0.iter().filter_map(|step| step.date).collect()
    }

    fn take(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        let gone = read_step(text, at)?;
        let found = self.0.iter().rposition(|step| {
            step.state == gone.state && (gone.date.is_none() || gone.date == step.date)
        });
        self.0
            .remove(found.ok_or_else(|| Unreadable::NotInList(text.to_owned()))?);
        Ok(())
    }
}
