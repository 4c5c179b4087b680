//! Lengths of time that people spell out rather than count.

use super::token::Token;

/// The words of each length, in the form in which tokens hold them.
const LENGTHS: &[(i64, &[&str])] = &[
    (
        15,
        &[
            "viertelstunde",
            "viertel stunde",
            "quarter of an hour",
            "quarter hour",
            "quart dheure",
        ],
    ),
    (
        30,
        &[
            "halbe stunde",
            "halbstunde",
            "half an hour",
            "half hour",
            "demi heure",
        ],
    ),
    (
        45,
        &[
            "dreiviertelstunde",
            "dreiviertel stunde",
            "three quarters of an hour",
            "trois quarts dheure",
        ],
    ),
    (60, &["eine stunde", "an hour", "one hour", "une heure"]),
    (
        90,
        &[
            "anderthalb stunden",
            "eineinhalb stunden",
            "hour and a half",
            "heure et demie",
        ],
    ),
    (120, &["zwei stunden", "two hours", "deux heures"]),
];

/// What may stand before a length: "eine halbe Stunde".
const ONE: [&str; 6] = ["eine", "a", "an", "one", "un", "une"];

/// The minutes of a length in words: "eine halbe Stunde", "an hour and a half", "une demi-heure".
pub(super) fn spelled(tokens: &[Token]) -> Option<i64> {
    let mut words = Vec::new();
    for token in tokens {
        match token {
            Token::Word(word) => words.push(word.as_str()),
            Token::Sign('-') if !words.is_empty() => {}
            _ => return None,
        }
    }
    let after_one = words.first().is_some_and(|first| ONE.contains(first));
    let whole = words.join(" ");
    let rest = words.split_off(after_one.into()).join(" ");
    LENGTHS
        .iter()
        .find(|(_, spelled)| {
            [&whole, &rest]
                .iter()
                .any(|words| spelled.contains(&words.as_str()))
        })
        .map(|(minutes, _)| *minutes)
}
