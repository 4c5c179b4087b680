//! Why something typed was not understood, as a sentence.

use chrono::NaiveDate;

use crate::say;
use crate::words::names::MONTHS;
use crate::words::{Lang, Said, Speak, date, labelled, quoted};

/// Longer entries are quoted by their beginning.
const QUOTED_CHARS: usize = 40;

/// Something typed that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.say(Lang::En))]
pub struct Unreadable {
    /// What was typed; a long entry is cut.
    pub text: String,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What should have been typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A day.
    Date,
    /// A clock time.
    Clock,
    /// A length of time.
    Minutes,
    /// A clock time or a length of time.
    End,
}

/// What is wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Nothing was typed.
    Empty(Wanted),
    /// It is written in no known way.
    NotA(Wanted),
    /// The month has no such day.
    NoSuchDay {
        /// As typed.
        day: u32,
        /// From 1 to 12.
        month: u32,
        /// Given or assumed; it decides on 29 February.
        year: i32,
    },
    /// There is no such month.
    NoSuchMonth(u32),
    /// A year in which no visit can be, most likely a slip.
    FarYear(i32),
    /// The weekday that was typed with the date is another one.
    OtherWeekday(NaiveDate),
    /// The clock has no such hour.
    NoSuchHour(u32),
    /// The clock has no such hour, but an item may last as many minutes.
    HourOrMinutes(u32),
    /// The hour has no such minute.
    NoSuchMinute(u32),
    /// More days after the item's own than [`clock`](super::clock) takes.
    TooManyDays,
    /// Longer than [`minutes`](super::minutes) takes.
    TooLong,
    /// A length that is none.
    NoLength,
    /// A clock time as well as a length, where nothing tells which.
    ClockOrLength {
        /// From 0 to 23.
        hour: u32,
        /// Of the hour.
        minute: u32,
        /// The length in minutes.
        minutes: i64,
    },
}

impl Unreadable {
    pub(super) fn new(text: &str, reason: Reason) -> Self {
        let mut quoted: String = text.trim().chars().take(QUOTED_CHARS).collect();
        if quoted.len() < text.trim().len() {
            quoted.push('…');
        }
        Self {
            text: quoted,
            reason,
        }
    }
}

impl Speak for Unreadable {
    fn say(&self, lang: Lang) -> String {
        let text = quoted(&self.text, lang);
        match self.reason {
            Reason::Empty(wanted) => {
                let (name, example) = (wanted.missing(lang), wanted.example(lang));
                say!(
                    lang,
                    "{name} fehlt, zum Beispiel {example}",
                    "{name} is missing, for example {example}",
                    "{name} manque, par exemple {example}"
                )
            }
            Reason::NotA(wanted) => {
                let (name, example) = (wanted.none(lang), wanted.example(lang));
                say!(
                    lang,
                    "{text} ist {name}. Richtig wäre zum Beispiel {example}.",
                    "{text} is {name}. Type for example {example}.",
                    "{text} n’est {name}. Saisissez par exemple {example}."
                )
            }
            reason => {
                let reason = reason.sentence(lang);
                labelled(&text, &reason, lang)
            }
        }
    }
}

impl Reason {
    fn sentence(self, lang: Lang) -> String {
        match self {
            Self::NoSuchDay { day, month, year } => no_such_day(day, month, year, lang),
            Self::NoSuchMonth(month) => say!(
                lang,
                "Einen Monat {month} gibt es nicht",
                "There is no month {month}",
                "Le mois {month} n’existe pas"
            ),
            Self::FarYear(year) => say!(
                lang,
                "Das Jahr {year} liegt nicht zwischen 1900 und 2199",
                "The year {year} is not between 1900 and 2199",
                "L’année {year} n’est pas comprise entre 1900 et 2199"
            ),
            Self::OtherWeekday(day) => {
                let (day, weekday) = (date::long(day, lang), date::weekday(day, lang));
                say!(
                    lang,
                    "Der {day} ist ein {weekday}",
                    "{day} is a {weekday}",
                    "Le {day} est un {weekday}"
                )
            }
            Self::NoSuchHour(hour) => say!(
                lang,
                "Die Stunde {hour} gibt es nicht. Nach Mitternacht schreibt man 00:30+1.",
                "There is no hour {hour}. Past midnight is written 00:30+1.",
                "L’heure {hour} n’existe pas. Après minuit, on écrit 00:30+1."
            ),
            Self::HourOrMinutes(number) => say!(
                lang,
                "Die Stunde {number} gibt es nicht. Als Dauer bitte {number} min eingeben.",
                "There is no hour {number}. For a length, type {number} min.",
                "L’heure {number} n’existe pas. Pour une durée, saisissez {number} min."
            ),
            Self::NoSuchMinute(minute) => say!(
                lang,
                "Die Minute {minute} gibt es nicht",
                "There is no minute {minute}",
                "La minute {minute} n’existe pas"
            ),
            Self::TooManyDays => say!(
                lang,
                "Höchstens +7 Tage",
                "At most +7 days",
                "Au plus +7 jours"
            ),
            Self::NoLength => say!(
                lang,
                "Eine Dauer ist größer als null, zum Beispiel 45 min. Mitternacht ist 24:00.",
                "A length is above zero, for example 45 min. Midnight is 24:00.",
                "Une durée est supérieure à zéro, par exemple 45 min. Minuit s’écrit 24:00."
            ),
            Self::ClockOrLength {
                hour,
                minute,
                minutes,
            } => say!(
                lang,
                "Uhrzeit oder Dauer? Eindeutig ist {hour:02}:{minute:02} oder +{minutes} min.",
                "A time or a length? Type {hour:02}:{minute:02} or +{minutes} min.",
                "Heure ou durée\u{a0}? Saisissez {hour:02}:{minute:02} ou +{minutes} min."
            ),
            Self::TooLong | Self::Empty(_) | Self::NotA(_) => say!(
                lang,
                "Höchstens 31 Tage",
                "At most 31 days",
                "Au plus 31 jours"
            ),
        }
    }
}

/// The year is said only where it decides.
fn no_such_day(day: u32, month: u32, year: i32, lang: Lang) -> String {
    let name = MONTHS
        .get(month.saturating_sub(1) as usize)
        .map_or("", |name| name.get(lang));
    let year = match (day, month) {
        (29, 2) => format!(" {year}"),
        _ => String::new(),
    };
    say!(
        lang,
        "Den {day}. {name}{year} gibt es nicht",
        "There is no {day} {name}{year}",
        "Le {day} {name}{year} n’existe pas"
    )
}

impl Wanted {
    const fn missing(self, lang: Lang) -> &'static str {
        match self {
            Self::Date => Said::new("Das Datum", "The date", "La date"),
            Self::Clock => Said::new("Die Uhrzeit", "The time", "L’heure"),
            Self::Minutes => Said::new("Die Dauer", "The length", "La durée"),
            Self::End => Said::new("Das Ende", "The end", "La fin"),
        }
        .get(lang)
    }

    const fn none(self, lang: Lang) -> &'static str {
        match self {
            Self::Date => Said::new("kein Datum", "not a date", "pas une date"),
            Self::Clock => Said::new("keine Uhrzeit", "not a time", "pas une heure"),
            Self::Minutes => Said::new("keine Dauer", "not a length of time", "pas une durée"),
            Self::End => Said::new(
                "weder Uhrzeit noch Dauer",
                "neither a time nor a length",
                "ni une heure ni une durée",
            ),
        }
        .get(lang)
    }

    const fn example(self, lang: Lang) -> &'static str {
        match self {
            Self::Date => Said::new(
                "12.11.2024, Di oder +1",
                "12/11/2024, Tue or +1",
                "12/11/2024, mar. ou +1",
            ),
            Self::Clock => Said::new(
                "10:00, 930 oder 00:30+1",
                "10:00, 930 or 00:30+1",
                "10 h 00, 930 ou 00:30+1",
            ),
            Self::Minutes => Said::new(
                "15, -15, 1:30 oder 90 min",
                "15, -15, 1:30 or 90 min",
                "15, -15, 1:30 ou 90 min",
            ),
            Self::End => Said::new(
                "10:45, 45 min oder 1:30 h",
                "10:45, 45 min or 1:30 h",
                "10 h 45, 45 min ou +1 h 30",
            ),
        }
        .get(lang)
    }
}
