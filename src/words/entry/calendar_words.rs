//! The words of typed dates: weekdays, months, "today", and those that say nothing.

use chrono::Weekday;

use super::token::{Token, folded};
use crate::words::names::{MONTHS, WEEKDAYS};
use crate::words::{Lang, Said};

/// Drops what says nothing: "den", the "er" of "1er", commas, and signs beside a word.
pub(super) fn without_fillers(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut after_number = false;
    for token in tokens {
        let filler = match &token {
            Token::Word(word) if after_number => is_ordinal(word) || is_day(word),
            Token::Word(word) => {
                matches!(word.as_str(), "der" | "den" | "am" | "le" | "on" | "the")
            }
            Token::Sign(',') => true,
            Token::Sign('.' | '-' | '/') => matches!(kept.last(), Some(Token::Word(_))),
            _ => false,
        };
        after_number = matches!(token, Token::Number(_));
        if filler {
            continue;
        }
        if matches!(token, Token::Word(_))
            && kept.len() > 1
            && matches!(kept.last(), Some(Token::Sign('.' | '-' | '/')))
        {
            kept.pop();
        }
        kept.push(token);
    }
    kept
}

fn is_ordinal(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th" | "er")
}

fn is_day(word: &str) -> bool {
    matches!(
        word,
        "d" | "tag" | "tage" | "day" | "days" | "jour" | "jours"
    )
}

/// The days from today to a day that has no other name.
pub(super) fn from_today(word: &str) -> Option<i64> {
    Some(match word {
        "gestern" | "yesterday" | "hier" => -1,
        "heute" | "today" | "aujourdhui" => 0,
        "morgen" | "tomorrow" | "demain" => 1,
        "ubermorgen" | "uebermorgen" => 2,
        _ => return None,
    })
}

/// The weekday that `word` abbreviates, by two letters or more.
pub(super) fn weekday(word: &str, lang: Lang) -> Option<Weekday> {
    let index = match word {
        "sonnabend" => 5,
        _ => the_one(&WEEKDAYS, word, 2, lang)?,
    };
    Weekday::try_from(u8::try_from(index).ok()?).ok()
}

/// The month that `word` abbreviates, by three letters or more.
pub(super) fn month(word: &str, lang: Lang) -> Option<u32> {
    let index = match word {
        "maerz" => 2,
        _ => the_one(&MONTHS, word, 3, lang)?,
    };
    u32::try_from(index + 1).ok()
}

/// The one name that begins with `word`.
fn the_one(names: &[Said], word: &str, letters: usize, lang: Lang) -> Option<usize> {
    if word.chars().count() < letters {
        return None;
    }
    let mut fitting = names
        .iter()
        .enumerate()
        .filter(|(_, name)| folded(name.get(lang)).starts_with(word));
    let (index, _) = fitting.next()?;
    fitting.next().is_none().then_some(index)
}
