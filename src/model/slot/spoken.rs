//! The words in which officers write when something begins and ends.

use super::{Clock, End, Start};
use crate::{display, model::value::Unreadable, words::entry};

/// What a qualifier makes of a clock time.
type Qualifier = fn(Clock) -> Start;

/// The words before a clock time, and what they make of it.
const QUALIFIERS: &[(&[&str], Qualifier)] = &[
    (
        &[
            "ca", "circa", "gegen", "approx", "about", "around", "vers", "env", "environ",
        ],
        Start::About,
    ),
    (&["ab", "from", "des", "a-partir-de"], Start::From),
    (
        &[
            "spaetestens",
            "spaetestens-um",
            "spaetestens-bis",
            "latest",
            "at-the-latest",
            "no-later-than",
            "by",
            "au-plus-tard",
            "au-plus-tard-a",
        ],
        Start::Latest,
    ),
    (&["um", "at", "a"], Start::At),
];

const OPEN: &[&str] = &[
    "offen",
    "zeit-offen",
    "open",
    "tbc",
    "tbd",
    "to-be-confirmed",
    "time-to-be-confirmed",
    "a-preciser",
    "horaire-a-preciser",
    "ouvert",
];
const ALL_DAY: &[&str] = &[
    "ganztaegig",
    "ganztags",
    "all-day",
    "toute-la-journee",
    "journee",
    "journee-entiere",
];
const THEN: &[&str] = &[
    "anschl",
    "anschliessend",
    "danach",
    "then",
    "following",
    "after",
    "puis",
    "ensuite",
];

/// What was typed as a start.
pub(super) enum Typed {
    Start(Start),
    /// When the item before ends.
    Then,
    /// When the item before ends, until then.
    ThenUntil(End),
    /// So many minutes later or earlier than now.
    By(i64),
    /// From a start to an end.
    Span(Start, End),
    /// Nothing but an end.
    Until(End),
}

const UNTIL: &[&str] = &["bis", "until", "till", "to", "jusqua"];

/// Reads a start with whatever else was typed with it.
pub(super) fn read_start(text: &str) -> Result<Typed, Unreadable> {
    let word = display::fold(text);
    let is = |words: &[&str]| words.contains(&word.as_str());
    if is(OPEN) {
        return Ok(Typed::Start(Start::Open));
    }
    if is(ALL_DAY) {
        return Ok(Typed::Start(Start::AllDay));
    }
    if is(THEN) {
        return Ok(Typed::Then);
    }
    if text.starts_with(['+', '-', '−']) {
        return Ok(Typed::By(entry::minutes(text)?));
    }
    if let Some(end) = without_word(text, UNTIL) {
        return Ok(Typed::Until(read_end(end)?));
    }
    match text.split_once(['–', '-', '—']) {
        Some((start, end)) if THEN.contains(&display::fold(start).as_str()) => {
            Ok(Typed::ThenUntil(read_end(end)?))
        }
        Some((start, end)) => Ok(Typed::Span(read_clock(start.trim())?, read_end(end)?)),
        None => Ok(Typed::Start(read_clock(text)?)),
    }
}

/// A clock time with or without a qualifier.
fn read_clock(text: &str) -> Result<Start, Unreadable> {
    let qualified = QUALIFIERS
        .iter()
        .find_map(|(words, start)| Some((without_word(text, words)?, *start)));
    match qualified {
        Some((clock, start)) => Ok(start(Clock::read(clock)?)),
        None => Ok(Start::At(Clock::read(text)?)),
    }
}

/// What follows one of these words, where the text begins with it.
fn without_word<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = text.split_at(digits);
    words
        .contains(&display::fold(before).as_str())
        .then_some(rest)
}

/// Reads an end: a clock time or a length, which a sign or a unit tells apart.
pub(super) fn read_end(text: &str) -> Result<End, Unreadable> {
    let text = without_word(text, UNTIL).unwrap_or(text).trim();
    let has_unit = text.contains(char::is_alphabetic) && Clock::read(text).is_err();
    let is_length = text.starts_with(['+', '-', '−']) || has_unit;
    let Some(minutes) = entry::minutes(text).ok().filter(|_| is_length) else {
        return Ok(End::At(Clock::read(text)?));
    };
    u16::try_from(minutes)
        .ok()
        .filter(|minutes| *minutes > 0)
        .map(End::Lasts)
        .ok_or_else(|| Unreadable::NotANumber(text.to_owned(), 1, u16::MAX.into()))
}
