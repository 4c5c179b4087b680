//! Runs of a text that read in the other direction, and numbers that must not be turned round.

/// A part of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Run<'a> {
    /// In the direction of the paper, or of none.
    Own(&'a str),
    /// In the other direction.
    Other(&'a str),
    /// A telephone number, whose groups would change places from right to left.
    Number(&'a str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strength {
    Own,
    Other,
    None,
}

/// The parts of a line of a paper that is written in this direction.
pub(super) fn runs(line: &str, right_to_left: bool) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = line;
    while let Some((from, to)) = other(rest, right_to_left) {
        own(&rest[..from], right_to_left, &mut runs);
        runs.push(Run::Other(&rest[from..to]));
        rest = &rest[to..];
    }
    own(rest, right_to_left, &mut runs);
    runs
}

fn strength(c: char, right_to_left: bool) -> Strength {
    // A list of names is read in the direction of the paper, each name in its own.
    let divides = if right_to_left { "،؛" } else { ",;" };
    if divides.contains(c) {
        return Strength::Own;
    }
    if !c.is_alphabetic() {
        return Strength::None;
    }
    if is_right_to_left(c) == right_to_left {
        Strength::Own
    } else {
        Strength::Other
    }
}

/// Letters of the scripts that are written from right to left.
const fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

/// The first run in the other direction: from its first letter to its last, with the numbers and the
/// brackets that belong to it. A bracket whose partner is elsewhere ends it, and so does a comma before
/// a number, which may as well belong to what comes next.
fn other(text: &str, right_to_left: bool) -> Option<(usize, usize)> {
    let strength = |c| strength(c, right_to_left);
    let first = text.find(|c| strength(c) == Strength::Other)?;
    let from = text[..first]
        .rfind(|c: char| strength(c) == Strength::Own || ",;:()".contains(c))
        .map_or(0, |at| next(text, at));
    let start = text[from..first]
        .find(char::is_alphanumeric)
        .map_or(first, |at| from + at);
    let to = text[first..]
        .find(|c| strength(c) == Strength::Own)
        .map_or(text.len(), |at| first + at);
    let to = start + balanced(&text[start..to]);
    if to == text.len() {
        return Some((start, text.trim_end().len()));
    }
    let run = &text[start..to];
    let letter = run
        .rfind(|c| strength(c) == Strength::Other)
        .map_or(0, |at| next(run, at));
    let number = run[letter..]
        .find([',', ';', ':', '(', ')'])
        .map_or(run.len(), |at| letter + at);
    let end = run[..number]
        .rfind(char::is_alphanumeric)
        .map_or(run.len(), |at| next(run, at));
    let closing = run[end..].bytes().take_while(|c| *c == b')').count();
    Some((start, start + end + closing))
}

/// How many bytes there are before the first bracket whose partner is missing.
fn balanced(text: &str) -> usize {
    let mut open = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '(' => open.push(at),
            ')' if open.pop().is_none() => return at,
            _ => {}
        }
    }
    open.first().copied().unwrap_or(text.len())
}

/// The byte after the character at `at`, and after the marks that it carries.
fn next(text: &str, at: usize) -> usize {
    let mut chars = text[at..].chars();
    let first = chars.next().map_or(0, char::len_utf8);
    let marks = chars.take_while(|c| !c.is_alphanumeric() && !c.is_ascii() && is_mark(*c));
    at + first + marks.map(char::len_utf8).sum::<usize>()
}

/// Whether a character stands on the letter before it.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}')
}

/// What stands between runs of the other direction, its telephone numbers apart.
fn own<'a>(text: &'a str, right_to_left: bool, runs: &mut Vec<Run<'a>>) {
    let mut rest = text;
    while right_to_left && let Some((from, to)) = number(rest) {
        if from > 0 {
            runs.push(Run::Own(&rest[..from]));
        }
        runs.push(Run::Number(&rest[from..to]));
        rest = &rest[to..];
    }
    if !rest.is_empty() {
        runs.push(Run::Own(rest));
    }
}

/// The first number that is written in groups, as telephones have it.
fn number(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let start = from + text[from..].find(|c: char| c == '+' || c.is_ascii_digit())?;
        let is_part = |c: char| c.is_ascii_digit() || " \u{a0}\u{202f}+-/()".contains(c);
        let end = text[start..]
            .find(|c| !is_part(c))
            .map_or(text.len(), |at| start + at);
        let last = text[start..end]
            .rfind(|c: char| c.is_ascii_digit())
            .map_or(end, |at| start + at + 1);
        let run = &text[start..last];
        let digits = run.chars().filter(char::is_ascii_digit).count();
        if digits >= 6 && run.starts_with(['+', '0']) {
            return Some((start, last));
        }
        from = end.max(start + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Run::{Number, Other, Own};

    #[test]
    fn names_of_the_other_direction_stand_apart() {
        for (line, right_to_left, expected) in [
            ("Achraf Berrazouk", false, vec![Own("Achraf Berrazouk")]),
            (
                "Achraf Berrazouk (أشرف برازوق), Leitung",
                false,
                vec![
                    Own("Achraf Berrazouk ("),
                    Other("أشرف برازوق"),
                    Own("), Leitung"),
                ],
            ),
            (
                "أشرف, هدى",
                false,
                vec![Other("أشرف"), Own(", "), Other("هدى")],
            ),
            (
                "السيد Stephan Keller (Rat 2)، عمدة",
                true,
                vec![
                    Own("السيد "),
                    Other("Stephan Keller (Rat 2)"),
                    Own("، عمدة"),
                ],
            ),
            (
                "Rathaus, 2. Stock (links).",
                true,
                vec![Other("Rathaus, 2. Stock (links).")],
            ),
            (
                "الهاتف +49 211 89-1، 10:00–10:45",
                true,
                vec![Own("الهاتف "), Number("+49 211 89-1"), Own("، 10:00–10:45")],
            ),
            (
                "Besuch aus Köln, 26 إلى 28",
                true,
                vec![Other("Besuch aus Köln"), Own(", 26 إلى 28")],
            ),
            ("15:45, Foyer", true, vec![Own("15:45, "), Other("Foyer")]),
            (
                "Wagen 1 (GI-ST 1؛ السائق Peter)",
                true,
                vec![
                    Other("Wagen 1"),
                    Own(" ("),
                    Other("GI-ST 1"),
                    Own("؛ السائق "),
                    Other("Peter"),
                    Own(")"),
                ],
            ),
            ("", true, vec![]),
        ] {
            assert_eq!(runs(line, right_to_left), expected, "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost(line in "[a-zא-תا-ي0-9 ,،().+\u{64e}-]{0,40}|\\PC*", right_to_left: bool) {
            let all: String = runs(&line, right_to_left)
                .iter()
                .map(|run| match run {
                    Own(text) | Other(text) | Number(text) => *text,
                })
                .collect();
            proptest::prop_assert!(all == line || all.trim() == line.trim());
        }
    }
}
