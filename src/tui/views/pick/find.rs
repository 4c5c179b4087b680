//! Finding entries by a few letters, the best first.

use nucleo_matcher::{
    Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};

use super::{Choice, Row};
use crate::display;

/// The entries that fit, the best first; among equals the order of the list.
pub(super) fn best(typed: &str, choices: &[Choice], matcher: &mut Matcher) -> Vec<Row> {
    let pattern = |text: &str, kind| {
        let (case, forms) = (CaseMatching::Ignore, Normalization::Smart);
        Pattern::new(text, case, forms, kind)
    };
    let within = pattern(typed, AtomKind::Substring);
    // "Strasse" finds "Straße", and "muenchen" "München".
    let as_typed = pattern(typed, AtomKind::Fuzzy);
    let folded = pattern(&display::fold(typed).replace('-', " "), AtomKind::Fuzzy);
    let mut scored: Vec<(u32, usize)> = choices
        .iter()
        .enumerate()
        .filter_map(|(at, choice)| {
            let mut score = |pattern: &Pattern, text: &str| {
                pattern.score(Utf32Str::new(text, &mut Vec::new()), matcher)
            };
            let in_text =
                score(&as_typed, &choice.text).max(score(&folded, &display::fold(&choice.text)));
            // What is seen first counts more than what stands beside it.
            let in_note = score(&within, &choice.note).map(|score| score / 2);
            Some((in_text.max(in_note)?, at))
        })
        .collect();
    scored.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
    scored.into_iter().map(|(_, at)| Row::Choice(at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use nucleo_matcher::Config;

    #[test]
    fn a_few_letters_find_the_best_first() {
        let choices: Vec<Choice> = [
            ("Rathausmarkt", ""),
            ("Rathaus", "Marktplatz 2"),
            ("Straße der Künste", ""),
            ("Flughafen München", ""),
            ("Dockland", ""),
        ]
        .into_iter()
        .map(|(text, note)| Choice::new(text, text).noted(note))
        .collect();
        let mut matcher = Matcher::new(Config::DEFAULT);
        for (typed, expected) in [
            ("rath", vec!["Rathausmarkt", "Rathaus"]),
            ("strasse", vec!["Straße der Künste"]),
            ("kun", vec!["Straße der Künste"]),
            ("muenchen", vec!["Flughafen München"]),
            ("platz 2", vec!["Rathaus"]),
            ("xyz", vec![]),
        ] {
            let found: Vec<&str> = best(typed, &choices, &mut matcher)
                .into_iter()
                .map(|row| match row {
                    Row::Choice(at) => choices[at].text.as_str(),
                    Row::Make(_) => "",
                })
                .collect();
            assert_eq!(found, expected, "{typed}");
        }
    }
}
