//! Why the parts of a slot do not fit together, with what to do instead.

use chrono::NaiveDate;
use thiserror::Error;

use super::Clock;
use crate::{
    say,
    words::{Lang, Speak, date},
};

/// Why parts make no slot.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.say(Lang::En))]
pub enum SlotError {
    /// The end is not after the start.
    EndBeforeStart(Clock, Clock),
    /// The last day is before the first.
    LastDayBeforeFirst(NaiveDate, NaiveDate),
    /// Several days without a first one.
    LastDayAlone,
    /// An item that follows another has that item's day.
    DayOfFollower,
    /// An item of a whole day has no clock time.
    ClockOnAllDay,
    /// An item that follows another has no fixed start.
    FixedFollower,
    /// The time would lie before the item's day or more than a week after it.
    OutOfReach,
    /// `+15` where there is no clock time to move.
    NothingToMove,
    /// "Following", but there is no item that it could follow.
    NothingToFollow,
}

impl Speak for SlotError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::EndBeforeStart(start, end) => say!(
                lang,
                "Das Ende {end} liegt nicht nach dem Beginn {start}; nach Mitternacht bitte als {end}+1 angeben",
                "The end {end} is not after the start {start}; past midnight, write {end}+1",
                "La fin {end} ne suit pas le début {start}\u{a0}; après minuit, écrivez {end}+1"
            ),
            Self::LastDayBeforeFirst(first, last) => {
                let (first, last) = (date::numeric(*first, lang), date::numeric(*last, lang));
                say!(
                    lang,
                    "Der letzte Tag {last} liegt vor dem ersten {first}",
                    "The last day {last} is before the first {first}",
                    "Le dernier jour {last} précède le premier {first}"
                )
            }
            Self::LastDayAlone => say!(
                lang,
                "Ein letzter Tag braucht einen ersten; bitte den Tag angeben",
                "A last day needs a first one; give the day",
                "Un dernier jour suppose un premier\u{a0}; indiquez le jour"
            ),
            Self::DayOfFollower => say!(
                lang,
                "Der Programmpunkt folgt auf einen anderen und hat dessen Tag; erst die Uhrzeit ändern",
                "The item follows another and has its day; change its time first",
                "Ce point suit un autre et en prend le jour\u{a0}; modifiez d’abord l’horaire"
            ),
            Self::ClockOnAllDay => say!(
                lang,
                "Ein ganztägiger Programmpunkt hat kein Ende mit Uhrzeit",
                "An item of a whole day has no clock time as its end",
                "Un point d’une journée entière n’a pas d’heure de fin"
            ),
            Self::FixedFollower => say!(
                lang,
                "Der Programmpunkt folgt auf einen anderen und hat keinen festen Beginn; erst eine Uhrzeit angeben",
                "The item follows another and has no fixed start; give it a time first",
                "Ce point suit un autre et n’a pas de début fixe\u{a0}; indiquez d’abord une heure"
            ),
            Self::OutOfReach => say!(
                lang,
                "Die Uhrzeit läge vor dem Tag oder mehr als eine Woche danach",
                "The time would lie before the day or more than a week after it",
                "L’horaire tomberait avant le jour ou plus d’une semaine après"
            ),
            Self::NothingToMove => say!(
                lang,
                "Ohne Uhrzeit lässt sich nichts verschieben; erst eine Uhrzeit angeben",
                "Without a clock time there is nothing to move; give a time first",
                "Sans horaire, rien à déplacer\u{a0}; indiquez d’abord une heure"
            ),
            Self::NothingToFollow => say!(
                lang,
                "Es gibt keinen Programmpunkt, auf den dieser folgen könnte; bitte bei „Folgt auf“ einen nennen",
                "There is no item that this one could follow; name one under ‘Follows’",
                "Il n’y a aucun point que celui-ci puisse suivre\u{a0}; indiquez-en un sous «\u{a0}Suit\u{a0}»"
            ),
        }
    }
}
