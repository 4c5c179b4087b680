//! Clock times as people type them.

use super::token::{Number, Token, tokens};
use super::{Reason, Unreadable, Wanted};

/// A programme item does not begin or end later than this many days after its own.
const MAX_DAYS: u8 = 7;

/// The hour (0 to 23), the minute and the days past midnight of what was typed.
///
/// Reads `10:00`, `1000`, `930`, `10`, `10.30`, `10h30`, `10 h 00`, `9 Uhr 15`, `9:15 pm`;
/// `00:30+1` is past midnight, and `24:00` is `00:00+1`.
pub fn clock(text: &str) -> Result<(u32, u32, u8), Unreadable> {
    read(text).map_err(|reason| Unreadable::new(text, reason))
}

fn read(text: &str) -> Result<(u32, u32, u8), Reason> {
    const NOT_A_CLOCK: Reason = Reason::NotA(Wanted::Clock);
    if text.trim().is_empty() {
        return Err(Reason::Empty(Wanted::Clock));
    }
    let tokens = tokens(text).ok_or(NOT_A_CLOCK)?;
    let (tokens, days) = plus_days(&tokens)?;
    let (tokens, half) = half_of_day(tokens);
    let (hour, minute) = hour_and_minute(tokens).ok_or(NOT_A_CLOCK)?;
    if minute > 59 {
        return Err(Reason::NoSuchMinute(minute));
    }
    match (half, hour) {
        (Some(half), 1..=12) => Ok((hour % 12 + half, minute, days)),
        (None, 0..=23) => Ok((hour, minute, days)),
        (None, 24) if minute == 0 && days < MAX_DAYS => Ok((0, 0, days + 1)),
        (None, 24) if minute == 0 => Err(Reason::TooManyDays),
        _ => Err(Reason::NoSuchHour(hour)),
    }
}

/// Takes `+1` or `+1 Tag` from the end.
fn plus_days(tokens: &[Token]) -> Result<(&[Token], u8), Reason> {
    let (clock, days) = match tokens {
        [clock @ .., Token::Sign('+'), Token::Number(days)] => (clock, days),
        [
            clock @ ..,
            Token::Sign('+'),
            Token::Number(days),
            Token::Word(word),
        ] if matches!(
            word.as_str(),
            "d" | "j" | "t" | "tag" | "tage" | "day" | "days" | "jour" | "jours"
        ) =>
        {
            (clock, days)
        }
        _ => return Ok((tokens, 0)),
    };
    match u8::try_from(days.value) {
        Ok(days) if days <= MAX_DAYS => Ok((clock, days)),
        _ => Err(Reason::TooManyDays),
    }
}

/// Takes `am` or `pm` from the end: the hours to be added to one of twelve.
fn half_of_day(tokens: &[Token]) -> (&[Token], Option<u32>) {
    match tokens {
        [clock @ .., Token::Word(word)] if word == "am" => (clock, Some(0)),
        [clock @ .., Token::Word(word)] if word == "pm" => (clock, Some(12)),
        _ => (tokens, None),
    }
}

fn hour_and_minute(tokens: &[Token]) -> Option<(u32, u32)> {
    let tokens = match tokens {
        [clock @ .., Token::Word(word)] if is_hour_word(word) => clock,
        _ => tokens,
    };
    match tokens {
        [Token::Number(Number { value, digits })] => match digits {
            1 | 2 => Some((*value, 0)),
            3 | 4 => Some((value / 100, value % 100)),
            _ => None,
        },
        [Token::Number(hour), between, Token::Number(minute)] => {
            let divides = match between {
                Token::Sign(sign) => matches!(sign, ':' | '.'),
                Token::Word(word) => is_hour_word(word),
                Token::Number(_) => false,
            };
            (divides && hour.digits <= 2 && minute.digits == 2)
                .then_some((hour.value, minute.value))
        }
        _ => None,
    }
}

fn is_hour_word(word: &str) -> bool {
    matches!(word, "h" | "uhr")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Speak, time};
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_type() {
        for (text, expected) in [
            ("10:00", (10, 0, 0)),
            ("1000", (10, 0, 0)),
            ("930", (9, 30, 0)),
            ("10", (10, 0, 0)),
            ("0", (0, 0, 0)),
            ("10.30", (10, 30, 0)),
            ("10h30", (10, 30, 0)),
            ("10 h 00", (10, 0, 0)),
            ("10\u{a0}h\u{a0}05", (10, 5, 0)),
            ("9 Uhr 15", (9, 15, 0)),
            ("9 Uhr", (9, 0, 0)),
            (" 10:00 UHR ", (10, 0, 0)),
            ("9h", (9, 0, 0)),
            ("9:15 am", (9, 15, 0)),
            ("9:15PM", (21, 15, 0)),
            ("12 am", (0, 0, 0)),
            ("12.30 pm", (12, 30, 0)),
            ("00:30+1", (0, 30, 1)),
            ("00:30 +1", (0, 30, 1)),
            ("0030 + 2 Tage", (0, 30, 2)),
            ("24:00", (0, 0, 1)),
            ("2400", (0, 0, 1)),
            ("24:00+1", (0, 0, 2)),
        ] {
            assert_eq!(clock(text), Ok(expected), "{text:?}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        let wrong = |text: &str| clock(text).unwrap_err().reason;
        for (text, reason) in [
            ("", Reason::Empty(Wanted::Clock)),
            ("  ", Reason::Empty(Wanted::Clock)),
            ("25:00", Reason::NoSuchHour(25)),
            ("24:30", Reason::NoSuchHour(24)),
            ("13 pm", Reason::NoSuchHour(13)),
            ("0 am", Reason::NoSuchHour(0)),
            ("10:75", Reason::NoSuchMinute(75)),
            ("1075", Reason::NoSuchMinute(75)),
            ("10:00+8", Reason::TooManyDays),
            ("24:00+7", Reason::TooManyDays),
            ("10:5", Reason::NotA(Wanted::Clock)),
            ("10:00:00", Reason::NotA(Wanted::Clock)),
            ("-10:00", Reason::NotA(Wanted::Clock)),
            ("mittags", Reason::NotA(Wanted::Clock)),
            ("12345", Reason::NotA(Wanted::Clock)),
            ("+1", Reason::NotA(Wanted::Clock)),
        ] {
            assert_eq!(wrong(text), reason, "{text:?}");
        }
    }

    #[test]
    fn refuses_in_each_language() {
        let wrong = clock("10:75").unwrap_err();
        assert_eq!(
            Lang::ALL.map(|lang| wrong.say(lang)),
            [
                "„10:75“: Die Minute 75 gibt es nicht",
                "‘10:75’: There is no minute 75",
                "«\u{a0}10:75\u{a0}»\u{a0}: La minute 75 n’existe pas",
            ]
        );
        assert_eq!(
            clock(" ").unwrap_err().say(Lang::De),
            "Die Uhrzeit fehlt, zum Beispiel 10:00, 930 oder 00:30+1"
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            if let Ok((hour, minute, days)) = clock(&text) {
                prop_assert!(hour < 24 && minute < 60 && days <= MAX_DAYS);
            }
        }

        #[test]
        fn nearly_a_time_is_read_or_refused(text in "[0-9]{0,5}[:.h ]?[0-9]{0,3} ?(am|pm|Uhr|\\+)?[0-9]{0,2}") {
            if let Ok((hour, minute, days)) = clock(&text) {
                prop_assert!(hour < 24 && minute < 60 && days <= MAX_DAYS);
            }
        }

        #[test]
        fn what_is_printed_is_read_back(hour in 0_u32..24, minute in 0_u32..60) {
            for lang in Lang::ALL {
                let printed = time::clock_full(hour, minute, lang);
                prop_assert_eq!(clock(&printed), Ok((hour, minute, 0)));
            }
        }
    }
}
