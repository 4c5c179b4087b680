//! Why a paper cannot be made.

use chrono::NaiveDate;
use thiserror::Error;

use crate::{
    say,
    words::{Lang, Speak, date},
};

/// Why a paper cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{}", self.say(Lang::En))]
pub enum Refusal {
    /// The visit has no days: it is a dossier.
    NoDays,
    /// A paper about one day without a day, the visit having several.
    DayMissing {
        /// The first day of the visit.
        first: NaiveDate,
        /// The last one.
        last: NaiveDate,
    },
    /// The day is none of the visit's.
    NotADay {
        /// The day that was asked for.
        day: NaiveDate,
        /// The first day of the visit.
        first: NaiveDate,
        /// The last one.
        last: NaiveDate,
    },
}

impl Speak for Refusal {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::NoDays => say!(
                lang,
                "Der Besuch hat keine Tage; bitte zuerst den ersten und den letzten Tag angeben",
                "The visit has no days; give its first and last day first",
                "La visite n’a pas de dates\u{a0}; indiquez d’abord le premier et le dernier jour"
            ),
            Self::DayMissing { first, last } => {
                let days = date::range(*first, *last, lang);
                say!(
                    lang,
                    "Für welchen Tag? Der Besuch dauert vom {days}; bitte einen Tag angeben",
                    "For which day? The visit is on {days}; give a day",
                    "Pour quel jour\u{a0}? La visite a lieu du {days}\u{a0}; indiquez un jour"
                )
            }
            Self::NotADay { day, first, last } => {
                let (day, days) = (date::long(*day, lang), date::range(*first, *last, lang));
                say!(
                    lang,
                    "Der {day} gehört nicht zum Besuch ({days}); bitte einen Tag des Besuchs angeben",
                    "{day} is not a day of the visit ({days}); give one of its days",
                    "Le {day} n’est pas un jour de la visite ({days})\u{a0}; indiquez un jour de la visite"
                )
            }
        }
    }
}
