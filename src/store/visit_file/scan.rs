//! What a look at the text of a file shows before or beside parsing: its version, comments, and
//! characters that may not come in.

use crate::display;

/// A line and a column, both from 1.
pub(in crate::store) type At = (usize, usize);

/// What stands at the beginning of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// `(format: N`.
    Format(u64),
    /// Something else: this is no visit.
    Foreign,
}

/// The format version, which stands first, whatever a newer program may have written after it.
pub(super) fn start(text: &str) -> Start {
    fn format(text: &str) -> Option<&str> {
        let mut rest = text;
        for expected in ["(", "format", ":"] {
            rest = after_space(rest)?.strip_prefix(expected)?;
        }
        after_space(rest)
    }
    let Some(number) = format(text) else {
        return Start::Foreign;
    };
    let end = number.find(|c: char| !c.is_ascii_digit());
    match &number[..end.unwrap_or(number.len())] {
        "" => Start::Foreign,
        // More digits than fit are newer, too.
        digits => Start::Format(digits.parse().unwrap_or(u64::MAX)),
    }
}

/// The text after white space, comments and extension attributes.
fn after_space(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    loop {
        rest = if rest.starts_with("//") || rest.starts_with("/*") {
            after_comment(rest)
        } else if let Some(attribute) = rest.strip_prefix("#!") {
            attribute.split_once(']')?.1
        } else {
            return Some(rest);
        }
        .trim_start();
    }
}

/// The line of the first comment, which saving would lose.
pub(super) fn comment(text: &str) -> Option<usize> {
    let found = pieces(text).find(|(_, piece)| matches!(piece, Piece::Comment))?;
    Some(at(text, found.0).0)
}

/// The first character that may not come into a visit and stands in the file as it is.
pub(in crate::store) fn unfit(text: &str) -> Option<(char, At)> {
    let c = display::unfit(text)?;
    Some((c, at(text, text.find(c)?)))
}

/// Where an escape such as `\u{202e}` stands for a character that may not come in.
///
/// That one does is known from the visit; here its place is looked for.
pub(in crate::store) fn unfit_escape(text: &str) -> Option<At> {
    let inside = pieces(text).filter_map(|(start, piece)| match piece {
        Piece::Escaped(inside) => Some((start, inside)),
        Piece::Comment | Piece::Raw => None,
    });
    for (start, inside) in inside {
        let mut from = 0;
        while let Some(found) = inside[from..].find('\\') {
            let escape = &inside[from + found + 1..];
            if is_unfit(escape) {
                return Some(at(text, start + from + found));
            }
            // A backslash and what it escapes, so that `\\u` is none.
            let escaped = escape.chars().next().map_or(0, char::len_utf8);
            from += found + 1 + escaped;
        }
    }
    None
}

fn is_unfit(escape: &str) -> bool {
    if let Some(digits) = escape.strip_prefix("u{") {
        let digits = digits.split_once('}').map_or("", |(digits, _)| digits);
        let c = u32::from_str_radix(digits, 16)
            .ok()
            .and_then(char::from_u32);
        return c.is_some_and(|c| display::unfit(c.encode_utf8(&mut [0; 4])).is_some());
    }
    escape.starts_with(['x', 'r', '0'])
}

/// The place of a byte.
fn at(text: &str, byte: usize) -> At {
    let before = &text[..byte];
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// A part of the text that is not structure.
enum Piece<'a> {
    Comment,
    /// What is in a string with escapes.
    Escaped(&'a str),
    /// A string without.
    Raw,
}

/// The comments and strings of a text, each with the byte at which it, or its inside, begins.
fn pieces(text: &str) -> impl Iterator<Item = (usize, Piece<'_>)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let (before, here) = rest.split_at(rest.find(['"', '/', 'r'])?);
            let start = text.len() - here.len();
            let begins_word = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
            if here.starts_with("//") || here.starts_with("/*") {
                rest = after_comment(here);
                return Some((start, Piece::Comment));
            }
            if let Some(inside) = here.strip_prefix('"') {
                let end = end_of_string(inside);
                rest = inside.get(end + 1..).unwrap_or_default();
                return Some((start + 1, Piece::Escaped(&inside[..end])));
            }
            if begins_word && let Some(after) = after_raw_string(here) {
                rest = after;
                return Some((start, Piece::Raw));
            }
            rest = &here[1..];
        }
    })
}

fn end_of_string(inside: &str) -> usize {
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    inside.len()
}

/// What follows a raw string such as `r#"…"#`, if `here` begins with one.
fn after_raw_string(here: &str) -> Option<&str> {
    let hashes = here[1..].chars().take_while(|c| *c == '#').count();
    let inside = here[1 + hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(inside.find(&end).map_or("", |at| &inside[at + end.len()..]))
}

/// What follows the comment that `here` begins with; those between stars nest.
fn after_comment(here: &str) -> &str {
    if here.starts_with("//") {
        return here.find('\n').map_or("", |at| &here[at..]);
    }
    let mut depth = 0;
    let mut rest = here;
    while let Some(at) = rest.find("/*").into_iter().chain(rest.find("*/")).min() {
        depth += if rest[at..].starts_with("/*") { 1 } else { -1 };
        rest = &rest[at + 2..];
        if depth == 0 {
            return rest;
        }
    }
    ""
}

/// The line of the second record with this id.
pub(super) fn second(text: &str, id: &str) -> Option<usize> {
    let second = records(text, id).nth(1)?;
    Some(at(text, second).0)
}

/// The line of the first conflict about the record with this id, which may be none at all.
pub(super) fn conflict(text: &str, id: &str) -> Option<usize> {
    let mut lists = text.match_indices("conflicts").filter(|(byte, key)| {
        let after = text[byte + key.len()..].trim_start().strip_prefix(':');
        after.is_some_and(|after| after.trim_start().starts_with('['))
    });
    let list = lists.next()?.0;
    let about = records(&text[list..], id).next();
    Some(at(text, about.map_or(list, |byte| list + byte)).0)
}

/// Where records have this id.
fn records<'a>(text: &'a str, id: &str) -> impl Iterator<Item = usize> + 'a {
    let quoted = format!("\"{id}\"");
    let is_id = |before: &str| {
        let key = before.trim_end().strip_suffix(':').map(str::trim_end);
        let key = key.and_then(|before| before.strip_suffix("id"));
        key.is_some_and(|before| !before.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    let mut from = 0;
    let places = std::iter::from_fn(move || {
        let found = from + text[from..].find(&quoted)?;
        from = found + quoted.len();
        Some(found)
    });
    places.filter(move |byte| is_id(&text[..*byte]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_stands_first() {
        let cases = [
            ("(format: 1, visit: (id: \"a\"))", Start::Format(1)),
            ("// mine\n( format : 99, x: 1)", Start::Format(99)),
            (
                "#![enable(implicit_some)]\n/* a /* b */ */(format:2",
                Start::Format(2),
            ),
            ("(format: 99999999999999999999999", Start::Format(u64::MAX)),
            ("(visit: (), format: 1)", Start::Foreign),
            ("(format: \"1\")", Start::Foreign),
            ("BEGIN:VCALENDAR", Start::Foreign),
            ("/* never ends (format: 1", Start::Foreign),
            ("", Start::Foreign),
        ];
        for (text, expected) in cases {
            assert_eq!(start(text), expected, "{text}");
        }
    }

    #[test]
    fn comments_are_told_from_texts() {
        let cases = [
            ("(a: \"http://x\")", None),
            ("(a: \"\\\"//\")", None),
            ("(a: r#\"a \" // b\"#)", None),
            ("(a: \"open // ", None),
            ("(for: \"x\",\n bar: \"//\",\n /* note */)", Some(3)),
            ("(a: 1, // note\n)", Some(1)),
            ("(a: r\"\\\", // note\n)", Some(1)),
        ];
        for (text, expected) in cases {
            assert_eq!(comment(text), expected, "{text}");
        }
    }

    #[test]
    fn escapes_for_what_may_not_come_in_are_found() {
        let cases = [
            (
                "(a: \"\\u{64f} \\n \\\"\", b: \"x\\u{202e}\")",
                Some((1, 27)),
            ),
            ("(a: \"ä\\n\",\n b: \"é\\x1b\")", Some((2, 7))),
            ("(a: \"\\\\u{202e}\", b: r\"\\u{202e}\")", None),
            ("// \\u{202e}\n(a: \"\\r\")", Some((2, 6))),
        ];
        for (text, expected) in cases {
            assert_eq!(unfit_escape(text), expected, "{text}");
        }
        assert_eq!(unfit("(a: \"ä\nö\u{202e}\")"), Some(('\u{202e}', (2, 2))));
    }

    #[test]
    fn the_second_record_of_an_id_is_found_by_its_line() {
        let text = "(\nid: \"a\",\nplace: \"a\",\nby_id: \"a\",\nid : \"a\",\n";
        assert_eq!(second(text, "a"), Some(5));
        assert_eq!(second(text, "b"), None);
    }
}
