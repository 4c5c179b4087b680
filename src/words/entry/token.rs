//! Typed text cut into numbers, words and signs.

/// Longer numbers are in no date, time or length of time.
const MAX_DIGITS: usize = 8;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Number(Number),
    /// In lower case, without accents and apostrophes: "aujourdhui".
    Word(String),
    Sign(char),
}

/// A number as typed: `0930` has four digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: u32,
    pub(super) digits: usize,
}

/// The tokens of `text`, or `None` where a number is too long for anything.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = |within: fn(char) -> bool| rest.find(|c| !within(c)).unwrap_or(rest.len());
        let length = if first.is_ascii_digit() {
            let digits = end(|c| c.is_ascii_digit());
            if digits > MAX_DIGITS {
                return None;
            }
            let value = rest[..digits].parse().ok()?;
            found.push(Token::Number(Number { value, digits }));
            digits
        } else if first.is_alphabetic() {
            let letters = end(is_in_word);
            found.push(Token::Word(folded(&rest[..letters])));
            letters
        } else {
            found.push(Token::Sign(plain_sign(first)));
            first.len_utf8()
        };
        rest = rest[length..].trim_start();
    }
    Some(found)
}

fn is_in_word(c: char) -> bool {
    c.is_alphabetic() || is_dropped(c)
}

/// Apostrophes, and accents that are characters of their own.
fn is_dropped(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}')
}

/// Lower case without accents, so that `Fevrier` and `FÉVRIER` are read alike.
pub(super) fn folded(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !is_dropped(*c))
        .map(|c| match c {
            'ä' | 'à' | 'â' => 'a',
            'é' | 'è' | 'ê' => 'e',
            'ü' | 'ù' | 'û' => 'u',
            c => c,
        })
        .collect()
}

/// Word processors turn the hyphen into other dashes.
const fn plain_sign(c: char) -> char {
    match c {
        '−' | '–' | '‐' | '\u{2011}' => '-',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: u32, digits: usize) -> Token {
        Token::Number(Number { value, digits })
    }

    fn word(text: &str) -> Token {
        Token::Word(text.to_owned())
    }

    #[test]
    fn cuts_between_kinds_and_at_spaces() {
        for (text, expected) in [
            ("  ", vec![]),
            ("09h30", vec![number(9, 2), word("h"), number(30, 2)]),
            (
                "10\u{a0}h\u{a0}00",
                vec![number(10, 2), word("h"), number(0, 2)],
            ),
            ("−15", vec![Token::Sign('-'), number(15, 2)]),
            ("Aujourd’hui", vec![word("aujourdhui")]),
            ("FÉVR.", vec![word("fevr"), Token::Sign('.')]),
            ("ma\u{308}rz", vec![word("marz")]),
        ] {
            assert_eq!(tokens(text), Some(expected), "{text:?}");
        }
        assert_eq!(tokens("123456789"), None);
    }
}
