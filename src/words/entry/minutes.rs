//! Lengths of time and shifts as people type them.

use super::spelled::spelled;
use super::token::{Token, tokens};
use super::{Reason, Unreadable, Wanted};

/// 31 days: longer than any item, and any shift of one.
const MAX: i64 = 31 * 24 * 60;

/// The minutes of what was typed; a shift to an earlier time is negative.
///
/// Reads `15`, `+15`, `-15`, `30m`, `90 min`, `1:30`, `1:30 h`, `+1h`, `1 h 30`, `1 Std. 30 Min.`,
/// `1,5 h`, `eine Stunde`, `half an hour`.
pub fn minutes(text: &str) -> Result<i64, Unreadable> {
    read(text).map_err(|reason| Unreadable::new(text, reason))
}

fn read(text: &str) -> Result<i64, Reason> {
    const NOT_MINUTES: Reason = Reason::NotA(Wanted::Minutes);
    if text.trim().is_empty() {
        return Err(Reason::Empty(Wanted::Minutes));
    }
    let mut tokens = tokens(text).ok_or(NOT_MINUTES)?;
    let sign = match tokens.first() {
        Some(Token::Sign('-')) => -1,
        _ => 1,
    };
    if matches!(tokens.first(), Some(Token::Sign('+' | '-'))) {
        tokens.remove(0);
    }
    drop_abbreviation_points(&mut tokens);
    let minutes = match spelled(&tokens) {
        Some(minutes) => minutes,
        None => length(&tokens).ok_or(NOT_MINUTES)??,
    };
    if minutes > MAX {
        return Err(Reason::TooLong);
    }
    Ok(sign * minutes)
}

/// The point of "Std." says nothing; that of "1.5" does.
fn drop_abbreviation_points(tokens: &mut Vec<Token>) {
    let mut after_word = false;
    tokens.retain(|token| {
        let drop = after_word && *token == Token::Sign('.');
        after_word = matches!(token, Token::Word(_));
        !drop
    });
}

fn length(tokens: &[Token]) -> Option<Result<i64, Reason>> {
    let (hours, minutes) = match tokens {
        [Token::Number(m)] => return Some(Ok(i64::from(m.value))),
        [Token::Number(m), Token::Word(word)] if is_minute(word) => {
            return Some(Ok(i64::from(m.value)));
        }
        [Token::Number(h), Token::Word(word)] if is_hour(word) => (h, 0),
        [Token::Number(h), Token::Sign(':'), Token::Number(m)] if m.digits == 2 => (h, m.value),
        [
            Token::Number(h),
            Token::Sign(':'),
            Token::Number(m),
            Token::Word(word),
        ] if m.digits == 2 && is_hour(word) => (h, m.value),
        [Token::Number(h), Token::Word(word), Token::Number(m)] if is_hour(word) => (h, m.value),
        [
            Token::Number(h),
            Token::Word(hour),
            Token::Number(m),
            Token::Word(minute),
        ] if is_hour(hour) && is_minute(minute) => (h, m.value),
        [
            Token::Number(h),
            Token::Sign(',' | '.'),
            Token::Number(part),
            Token::Word(word),
        ] if is_hour(word) => (h, part_of_hour(part.value, part.digits)?),
        _ => return None,
    };
    Some(if minutes > 59 {
        Err(Reason::NoSuchMinute(minutes))
    } else {
        Ok(i64::from(hours.value) * 60 + i64::from(minutes))
    })
}

/// The minutes of the decimals of an hour, where they are whole ones: `,5` is 30, `,25` is 15.
fn part_of_hour(value: u32, digits: usize) -> Option<u32> {
    let whole = match digits {
        1 => 10,
        2 => 100,
        _ => return None,
    };
    let sixtieths = value * 60;
    sixtieths.is_multiple_of(whole).then_some(sixtieths / whole)
}

fn is_hour(word: &str) -> bool {
    matches!(
        word,
        "h" | "hr" | "hrs" | "std" | "stunde" | "stunden" | "hour" | "hours" | "heure" | "heures"
    )
}

fn is_minute(word: &str) -> bool {
    matches!(
        word,
        "m" | "mn" | "min" | "mins" | "minute" | "minuten" | "minutes"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Speak, time};
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_type() {
        for (text, expected) in [
            ("15", 15),
            ("+15", 15),
            ("-15", -15),
            ("−15", -15),
            ("- 15", -15),
            ("30m", 30),
            ("+30m", 30),
            ("90 min", 90),
            ("5 Minuten", 5),
            ("+1h", 60),
            ("1:30", 90),
            ("1:30 h", 90),
            ("+1:30 Std.", 90),
            ("-0:45", -45),
            ("1 h 30", 90),
            ("1h30", 90),
            ("1 Std. 30 Min.", 90),
            ("2 heures", 120),
            ("1,5 h", 90),
            ("1.25h", 75),
            ("0", 0),
            ("90 mn", 90),
            ("eine Stunde", 60),
            ("Une heure", 60),
            ("an hour", 60),
            ("halbe Stunde", 30),
            ("eine halbe Stunde", 30),
            ("half an hour", 30),
            ("une demi-heure", 30),
            ("+ eine Viertelstunde", 15),
            ("un quart d’heure", 15),
            ("Trois quarts d'heure", 45),
            ("anderthalb Stunden", 90),
            ("une heure et demie", 90),
            ("zwei Stunden", 120),
        ] {
            assert_eq!(minutes(text), Ok(expected), "{text:?}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        for (text, reason) in [
            ("", Reason::Empty(Wanted::Minutes)),
            ("viel", Reason::NotA(Wanted::Minutes)),
            ("Stunde", Reason::NotA(Wanted::Minutes)),
            ("eine", Reason::NotA(Wanted::Minutes)),
            ("--15", Reason::NotA(Wanted::Minutes)),
            ("1:5", Reason::NotA(Wanted::Minutes)),
            ("1:5 h", Reason::NotA(Wanted::Minutes)),
            ("1:30 min", Reason::NotA(Wanted::Minutes)),
            ("1:75 h", Reason::NoSuchMinute(75)),
            ("1,33 h", Reason::NotA(Wanted::Minutes)),
            ("+", Reason::NotA(Wanted::Minutes)),
            ("1:75", Reason::NoSuchMinute(75)),
            ("1 h 90", Reason::NoSuchMinute(90)),
            ("44641", Reason::TooLong),
            ("99999999 h", Reason::TooLong),
        ] {
            assert_eq!(minutes(text).unwrap_err().reason, reason, "{text:?}");
        }
        assert_eq!(
            minutes("viel").unwrap_err().say(Lang::De),
            "„viel“ ist keine Dauer. Richtig wäre zum Beispiel 15, -15, 1:30 oder 90 min."
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            prop_assert!(minutes(&text).is_ok_and(|n| n.abs() <= MAX) || minutes(&text).is_err());
        }

        #[test]
        fn what_is_printed_is_read_back(n in -MAX..=MAX) {
            for lang in Lang::ALL {
                prop_assert_eq!(minutes(&time::duration(n, lang)), Ok(n));
            }
        }
    }
}
