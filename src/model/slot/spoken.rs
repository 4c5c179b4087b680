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
        return Ok(Typed::Until(read_last(end)?));
    }
    match text.split_once(['–', '-', '—']) {
        Some((start, end)) if THEN.contains(&display::fold(start).as_str()) => {
            Ok(Typed::ThenUntil(read_last(end.trim())?))
        }
        Some((start, end)) => Ok(Typed::Span(
            read_clock(start.trim())?,
            read_last(end.trim())?,
        )),
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

/// An item that lasts longer is told by its end, not by its length, unless a sign says so.
const WORKING_DAY: i64 = 8 * 60;

/// What the start says about an end that is counted from it.
#[derive(Clone, Copy)]
pub(super) enum Begin {
    /// At this time.
    At(Clock),
    /// At no clock time.
    Timeless,
    /// At a time of another clock.
    Elsewhere,
}

/// Reads an end: a clock time or a length. Where what was typed could be both, as `1 h`, it is what
/// the start allows: a clock time has to come after it, and a length is a working day at most. An
/// item that has no start does not end in the night, so that `1 h` is its length.
pub(super) fn read_end(text: &str, start: Begin) -> Result<End, Unreadable> {
    if let Some(clock) = without_word(text, UNTIL) {
        return read_last(clock);
    }
    match entry::end(text)? {
        entry::End::At(_) => Ok(End::At(Clock::read(text)?)),
        entry::End::Lasts(minutes) => lasts(text, minutes),
        entry::End::Either((hour, minute, _), minutes) => {
            let clock = Clock::read(text)?;
            let may_end_then = match start {
                Begin::At(start) => clock > start,
                Begin::Timeless => !clock.is_in_the_night(),
                Begin::Elsewhere => true,
            };
            let is_length = minutes <= WORKING_DAY;
            // Of 1.50 h nobody knows whether it is an hour and a half.
            let is_plain = minutes == i64::from(clock.minutes());
            match (may_end_then, is_length) {
                (false, true) if is_plain => lasts(text, minutes),
                (_, false) => Ok(End::At(clock)),
                _ => Err(refused(
                    text,
                    entry::Reason::ClockOrLength {
                        hour,
                        minute,
                        minutes,
                    },
                )),
            }
        }
    }
}

fn refused(text: &str, reason: entry::Reason) -> Unreadable {
    Unreadable::Entry(entry::Unreadable {
        text: text.to_owned(),
        reason,
    })
}

/// Reads the end of a span: after "until" or a dash stands a clock time, unless it can be none.
fn read_last(text: &str) -> Result<End, Unreadable> {
    match entry::end(text)? {
        entry::End::Lasts(minutes) => lasts(text, minutes),
        entry::End::At(_) | entry::End::Either(..) => Ok(End::At(Clock::read(text)?)),
    }
}

fn lasts(text: &str, minutes: i64) -> Result<End, Unreadable> {
    u16::try_from(minutes)
        .ok()
        .filter(|minutes| *minutes > 0)
        .map(End::Lasts)
        .ok_or_else(|| refused(text, entry::Reason::NoLength))
}
