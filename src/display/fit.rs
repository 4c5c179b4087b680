//! Which characters may come into a visit, whose file is written without escapes.

use std::borrow::Cow;

/// The first character of `text` that may not come into a visit, if there is one.
///
/// Line feed and tab may; other control characters, bidirectional overrides and isolates, tag
/// characters, line separators and the byte order mark may not.
pub fn unfit(text: &str) -> Option<char> {
    text.chars().find(|c| is_unfit(*c))
}

/// Pasted or imported text without what may not come into a visit; line ends become `\n`.
pub fn fit(text: &str) -> Cow<'_, str> {
    if unfit(text).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\r' if rest.peek() == Some(&'\n') => {}
            // The soft line break of word processors arrives as a vertical tab.
            '\r' | '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            _ if is_unfit(c) => {}
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn is_unfit(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c,
            '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
            | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn finds_what_may_not_come_in() {
        for (text, found) in [
            ("Empfang\n\tim Rathaus", None),
            ("أشرف برازوق 👨\u{200d}👩\u{200d}👧", None),
            ("a\u{1b}[2J", Some('\u{1b}')),
            ("a\r\n", Some('\r')),
            ("a\u{9b}", Some('\u{9b}')),
            ("a\u{202e}b\0", Some('\u{202e}')),
            ("\u{feff}a", Some('\u{feff}')),
            ("a\u{e0067}", Some('\u{e0067}')),
        ] {
            assert_eq!(unfit(text), found, "{text:?}");
        }
    }

    #[test]
    fn pasted_text_loses_only_what_is_unfit() {
        assert_eq!(fit("eins\r\nzwei\rdrei\u{b}vier"), "eins\nzwei\ndrei\nvier");
        assert_eq!(fit("a\u{1b}[31mb\u{202e}"), "a[31mb");
        assert!(matches!(fit("a\tb\n"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn what_was_made_fit_is_fit(text in any::<String>()) {
            prop_assert_eq!(unfit(&fit(&text)), None);
        }
    }
}
