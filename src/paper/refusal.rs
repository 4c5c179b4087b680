//! Why a paper cannot be made.

use chrono::NaiveDate;
use thiserror::Error;

use super::Paper;
use crate::{
    audience::Audience,
    say,
    words::{Lang, Said, Speak, capitalised, choice, date, quoted},
};

/// Why a paper cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{}", self.say(Lang::En))]
pub enum Refusal {
    /// The visit has no days: it is a dossier.
    NoDays,
    /// The paper is not one for this audience.
    NotForThem {
        /// The token of the paper.
        paper: &'static str,
        /// For whom it can be made.
        audiences: &'static [Audience],
    },
    /// A paper about one person without saying whom.
    PersonMissing,
    /// What is different is asked for without what it is compared with.
    NoOlder,
    /// A paper about one letter without saying which, the visit having none or several.
    LetterMissing,
    /// There is nothing to stand on the paper yet.
    Nothing {
        /// The token of the paper.
        paper: &'static str,
        /// What the visit lacks, as in "no programme item has a vehicle".
        lacks: Said,
    },
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
            Self::NotForThem { paper, audiences } => {
                let paper = called(paper, lang);
                let labels: Vec<&str> = audiences.iter().map(|own| own.label().get(lang)).collect();
                let labels = choice(&labels, lang);
                say!(
                    lang,
                    "{paper} gibt es nicht für diesen Verteiler; möglich ist: {labels}",
                    "{paper} is not made for this audience; it can be made for: {labels}",
                    "{paper} n’est pas prévu pour ces destinataires\u{a0}; possible\u{a0}: {labels}"
                )
            }
            Self::PersonMissing => say!(
                lang,
                "Für wen? Bitte eine Person des Besuchs angeben.",
                "For whom? Give a person of the visit.",
                "Pour qui\u{a0}? Indiquez une personne de la visite."
            ),
            Self::NoOlder => say!(
                lang,
                "Gegenüber welcher Fassung? Es gibt noch keine ältere; bitte zuerst eine Fassung herausgeben.",
                "Since which issue? There is no older one yet; issue one first.",
                "Par rapport à quelle version\u{a0}? Il n’en existe pas encore\u{a0}; émettez d’abord une version."
            ),
            Self::LetterMissing => say!(
                lang,
                "Zu welchem Dokument? Bitte eines des Besuchs angeben.",
                "For which letter? Give one of the visit’s.",
                "Pour quel document\u{a0}? Indiquez un document de la visite."
            ),
            Self::Nothing { paper, lacks } => {
                let paper = called(paper, lang);
                let lacks = lacks.get(lang);
                say!(
                    lang,
                    "{paper} wäre leer: {lacks}",
                    "{paper} would be empty: {lacks}",
                    "{paper} serait vide\u{a0}: {lacks}"
                )
            }
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
                    "Für welchen Tag? Der Besuch dauert vom {days}; bitte einen Tag angeben.",
                    "For which day? The visit is on {days}; give a day.",
                    "Pour quel jour\u{a0}? La visite a lieu {days}\u{a0}; indiquez un jour."
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

fn called(token: &str, lang: Lang) -> String {
    let label = Paper::named(token).map_or(token, |paper| paper.label.get(lang));
    quoted(&capitalised(label), lang)
}
