//! Ends as people type them: a clock time, or how long something takes.

use super::token::{Token, tokens};
use super::{Reason, Unreadable, Wanted, clock, minutes};

/// What was typed as an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The hour, the minute and the days past midnight of a clock time.
    At((u32, u32, u8)),
    /// So many minutes; a sign or a unit says that it is a length.
    Lasts(i64),
    /// Either of them: `1 h` is one o'clock or one hour, and only the start can tell.
    Either((u32, u32, u8), i64),
}

/// The end that was typed.
///
/// Reads what [`clock`] reads, and what [`minutes`] reads with a sign or a unit: `+45`, `45 min`,
/// `1h30`, `1:30 h`, `eine Stunde`.
pub fn end(text: &str) -> Result<End, Unreadable> {
    let has_sign = text.trim_start().starts_with(['+', '-', '−']);
    let has_unit = text.contains(char::is_alphabetic);
    if has_sign {
        return minutes(text).map(End::Lasts);
    }
    let length = has_unit.then(|| minutes(text));
    match (clock(text), length) {
        (Ok(clock), Some(Ok(minutes))) => Ok(End::Either(clock, minutes)),
        (Ok(clock), _) => Ok(End::At(clock)),
        (Err(_), Some(Ok(minutes))) => Ok(End::Lasts(minutes)),
        (Err(no_clock), length) => {
            let no_length = length.and_then(Result::err).map(|error| error.reason);
            let reason = why_neither(text, no_clock.reason, no_length);
            Err(Unreadable::new(text, reason))
        }
    }
}

/// What is said where it is no clock time and no length: the nearer of the two reasons.
fn why_neither(text: &str, no_clock: Reason, no_length: Option<Reason>) -> Reason {
    match (no_clock, no_length) {
        (Reason::Empty(_), _) => Reason::Empty(Wanted::End),
        (Reason::NotA(_), None | Some(Reason::NotA(_))) => Reason::NotA(Wanted::End),
        (Reason::NoSuchHour(hour), _) if is_one_number(text) => Reason::HourOrMinutes(hour),
        (Reason::NotA(_), Some(reason)) | (reason, _) => reason,
    }
}

/// `90`, which may be meant as minutes; of `2500` nobody would think so.
fn is_one_number(text: &str) -> bool {
    tokens(text).is_some_and(
        |tokens| matches!(tokens.as_slice(), [Token::Number(only)] if only.digits <= 2),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Speak, time};
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_type() {
        let at = |hour, minute| End::At((hour, minute, 0));
        let either = |hour, minute, minutes| End::Either((hour, minute, 0), minutes);
        for (text, expected) in [
            ("10:45", at(10, 45)),
            ("1045", at(10, 45)),
            ("10", at(10, 0)),
            ("10 Uhr", at(10, 0)),
            ("9:15 pm", at(21, 15)),
            ("10 h 45+1", End::At((10, 45, 1))),
            ("+45", End::Lasts(45)),
            ("-15", End::Lasts(-15)),
            ("+1:30", End::Lasts(90)),
            ("+1 h", End::Lasts(60)),
            ("45 min", End::Lasts(45)),
            ("45 Min.", End::Lasts(45)),
            ("1 Std.", End::Lasts(60)),
            ("1,5 h", End::Lasts(90)),
            ("30 h", End::Lasts(1800)),
            ("1 h 5", End::Lasts(65)),
            ("eine Stunde", End::Lasts(60)),
            ("une demi-heure", End::Lasts(30)),
            ("1 h", either(1, 0, 60)),
            ("1h30", either(1, 30, 90)),
            ("1 h 30", either(1, 30, 90)),
            ("1:30 h", either(1, 30, 90)),
            ("1.50 h", either(1, 50, 90)),
        ] {
            assert_eq!(end(text), Ok(expected), "{text:?}");
        }
        for (text, reason) in [
            ("", Reason::Empty(Wanted::End)),
            ("45", Reason::HourOrMinutes(45)),
            ("2500", Reason::NoSuchHour(25)),
            ("25:00", Reason::NoSuchHour(25)),
            ("10:75", Reason::NoSuchMinute(75)),
            ("nach Tisch", Reason::NotA(Wanted::End)),
            ("1,5", Reason::NotA(Wanted::End)),
            ("99999 h", Reason::TooLong),
            ("+viel", Reason::NotA(Wanted::Minutes)),
        ] {
            assert_eq!(end(text).unwrap_err().reason, reason, "{text:?}");
        }
    }

    #[test]
    fn a_refusal_names_a_time_and_a_length() {
        let told = |text: &str| Lang::ALL.map(|lang| end(text).unwrap_err().say(lang));
        assert_eq!(
            told("nach Tisch"),
            [
                "„nach Tisch“ ist weder Uhrzeit noch Dauer. Richtig wäre zum Beispiel 10:45, 45 min oder 1:30 h.",
                "‘nach Tisch’ is neither a time nor a length. Type for example 10:45, 45 min or 1:30 h.",
                "«\u{a0}nach Tisch\u{a0}» n’est ni une heure ni une durée. Saisissez par exemple 10 h 45, 45 min ou +1 h 30.",
            ]
        );
        assert_eq!(
            told("90"),
            [
                "„90“: Die Stunde 90 gibt es nicht. Als Dauer bitte 90 min eingeben.",
                "‘90’: There is no hour 90. For a length, type 90 min.",
                "«\u{a0}90\u{a0}»\u{a0}: L’heure 90 n’existe pas. Pour une durée, saisissez 90 min.",
            ]
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            let _ = end(&text);
        }

        #[test]
        fn nearly_an_end_is_read_or_refused(
            text in "[+-]?[0-9]{0,3}[:.,h ]{0,2}[0-9]{0,3} ?(h|min|Std\\.|Uhr|pm|\\+1)?"
        ) {
            let read = end(&text);
            if let Ok(End::Either((hour, minute, days), minutes)) = read {
                prop_assert!(hour < 24 && minute < 60 && days <= 1 && minutes >= 0);
            }
        }

        #[test]
        fn what_is_printed_is_read_back(hour in 0_u32..24, minute in 0_u32..60) {
            for lang in Lang::ALL {
                let read = end(&time::clock_full(hour, minute, lang));
                let of = (hour, minute, 0);
                let is_read =
                    matches!(read, Ok(End::At(clock) | End::Either(clock, _)) if clock == of);
                prop_assert!(is_read);
            }
        }
    }
}
