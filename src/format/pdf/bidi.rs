//! What the bidirectional algorithm has to be told: which stretches of a text read in the other
//! direction as one, so that a date after a name or the groups of a telephone number stay in order.

use std::borrow::Cow;

use super::shape::is_arabic;

/// Begins a stretch that reads from left to right.
const LTR: char = '\u{2066}';
/// Begins one that reads from right to left.
const RTL: char = '\u{2067}';
/// Ends either.
const END: char = '\u{2069}';
/// A number of fewer groups of digits than this reads the same in either direction.
const GROUPS: usize = 2;

/// The text with each stretch of the other direction set apart. Isolates that somebody typed are
/// gone by now: text made safe has none.
pub(super) fn isolated(text: &str, rtl: bool) -> Cow<'_, str> {
    let is_other = |c: char| {
        if rtl {
            is_latin(c)
        } else {
            is_arabic_letter(c)
        }
    };
    if !text.contains(|c: char| is_other(c) || (rtl && c.is_ascii_digit())) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 12);
    let mut rest = text;
    while !rest.is_empty() {
        let number = if rtl { number(rest) } else { 0 };
        let length = if number > 0 {
            number
        } else {
            stretch(rest, rtl)
        };
        if length > 0 {
            out.push(if rtl { LTR } else { RTL });
            out.push_str(&rest[..length]);
            out.push(END);
            rest = &rest[length..];
            continue;
        }
        // Digits that are no such number are passed as one, lest their end be taken for one.
        let digits = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let next = rest.chars().next().map_or(0, char::len_utf8).max(digits);
        out.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    Cow::Owned(out)
}

/// The text without what sets stretches apart.
pub(super) fn without_isolates(text: &str) -> Cow<'_, str> {
    if text.contains([LTR, RTL, END]) {
        Cow::Owned(text.replace([LTR, RTL, END], ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether a text has Latin letters and no Arabic ones.
pub(super) fn is_just_latin(text: &str) -> bool {
    text.contains(is_latin) && !text.contains(is_arabic)
}

/// How long the stretch of the other direction at the start of a text is: from letter to letter,
/// with what stands between them.
fn stretch(text: &str, rtl: bool) -> usize {
    let other = |c: char| {
        if rtl {
            is_latin(c)
        } else {
            is_arabic_letter(c)
        }
    };
    let own = |c: char| if rtl { is_arabic(c) } else { is_latin(c) };
    if !text.starts_with(other) {
        return 0;
    }
    let until = text.find(own).unwrap_or(text.len());
    let last = text[..until].rfind(other).unwrap_or(0);
    let end = last + text[last..].chars().next().map_or(0, char::len_utf8);
    // Digits and marks that hang on to the last letter belong to it.
    let hangs = |c: char| c.is_ascii_digit() || (!c.is_whitespace() && !c.is_ascii_punctuation());
    let more = text[end..until].find(|c: char| !hangs(c));
    let more = more.unwrap_or(until - end);
    if rtl { end + more } else { end }
}

/// How long the number of several groups of digits at the start of a text is, such as one to call.
fn number(text: &str) -> usize {
    if !text.starts_with(|c: char| c == '+' || c.is_ascii_digit()) {
        return 0;
    }
    let joins = |c: char| {
        c.is_ascii_digit() || matches!(c, '+' | ' ' | '\u{a0}' | '\u{202f}' | '-' | '/' | '(' | ')')
    };
    let all = &text[..text.find(|c| !joins(c)).unwrap_or(text.len())];
    let end = all
        .rfind(|c: char| c.is_ascii_digit())
        .map_or(0, |at| at + 1);
    let groups = all[..end].split(|c: char| !c.is_ascii_digit());
    let groups = groups.filter(|group| !group.is_empty()).count();
    let is_called = text.starts_with('+') || text.starts_with('0');
    if is_called && groups >= GROUPS {
        end
    } else {
        0
    }
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && !is_arabic(c) && !matches!(c, '\u{590}'..='\u{8ff}')
}

fn is_arabic_letter(c: char) -> bool {
    is_arabic(c) && c.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_other_direction_is_set_apart() {
        for (text, rtl, shown) in [
            (
                "Herr أشرف برازوق, 11 Uhr",
                false,
                "Herr (أشرف برازوق), 11 Uhr",
            ),
            ("Rathaus, 12. November", false, "Rathaus, 12. November"),
            (
                "مدينة Düsseldorf, 11 نونبر",
                true,
                "مدينة (Düsseldorf), 11 نونبر",
            ),
            ("القاعة A3", true, "القاعة (A3)"),
            ("الهاتف: +49 211 89-1", true, "الهاتف: (+49 211 89-1)"),
            ("12 نونبر 2024", true, "12 نونبر 2024"),
            ("10:00–10:45", true, "10:00–10:45"),
        ] {
            let made = isolated(text, rtl)
                .replace([LTR, RTL], "(")
                .replace(END, ")");
            assert_eq!(made, shown);
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "[a-c ابج0-9+(), é./-]{0,40}", rtl in any::<bool>()) {
            let marked = isolated(&text, rtl);
            prop_assert_eq!(&*without_isolates(&marked), text.as_str());
        }
    }
}
