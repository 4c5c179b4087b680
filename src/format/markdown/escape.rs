//! Text that means nothing but itself in Markdown.

use crate::display::{safe, safe_lines};

/// What is active wherever it stands.
const ACTIVE: &str = "\\`*_[]<>&|~#{}$^";
/// What is active only where a line begins with it.
const BEGINNING: &str = "+-=:";

/// A text as the lines that it has, none of them empty.
pub(super) fn lines(text: &str) -> Vec<String> {
    let text = safe_lines(text);
    let lines = text.split('\n').map(escaped);
    lines.filter(|line| !line.is_empty()).collect()
}

/// A text in one line.
pub(super) fn inline(text: &str) -> String {
    escaped(&lines_of(text).join(" "))
}

/// A text in the cell of a table, where only a tag breaks a line.
pub(super) fn cell(text: &str) -> String {
    lines(text).join("<br>")
}

fn lines_of(text: &str) -> Vec<String> {
    let text = safe_lines(text);
    text.split('\n')
        .map(|line| line.trim().to_owned())
        .collect()
}

/// One line, with a backslash before what would be taken for more than text.
fn escaped(line: &str) -> String {
    // A line may begin in the middle of what was made safe as one.
    let line = safe(line);
    let line = line.trim();
    let number = number(line);
    let mut out = String::with_capacity(line.len() + 8);
    for (at, c) in line.char_indices() {
        let after = &line[at + c.len_utf8()..];
        let begins = at == 0 && BEGINNING.contains(c);
        if ACTIVE.contains(c) || begins || number == Some(at) || is_of_address(c, &out, after) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Where the dot or bracket stands that would make a line an item of a numbered list.
fn number(line: &str) -> Option<usize> {
    let at = line.find(|c: char| !c.is_ascii_digit())?;
    (at > 0 && line[at..].starts_with(['.', ')'])).then_some(at)
}

/// Whether a character is what GitHub knows an address by, to make a link of it.
fn is_of_address(c: char, before: &str, after: &str) -> bool {
    match c {
        ':' => after.starts_with(|next: char| next == '/' || next.is_alphabetic()),
        '.' => before
            .get(before.len().saturating_sub(3)..)
            .is_some_and(|end| end.eq_ignore_ascii_case("www")),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_active_is_escaped() {
        for (text, written) in [
            (
                "Empfang durch Dr. Keller, 10:00–10:45",
                "Empfang durch Dr. Keller, 10:00–10:45",
            ),
            ("12. November", "12\\. November"),
            ("1) Ankunft", "1\\) Ankunft"),
            ("- kein Punkt", "\\- kein Punkt"),
            ("=== ", "\\==="),
            ("# a *b* _c_ `d`", "\\# a \\*b\\* \\_c\\_ \\`d\\`"),
            ("<b>&amp;|", "\\<b\\>\\&amp;\\|"),
            ("https://x www.x", "https\\://x www\\.x"),
            ("![a](b)", "!\\[a\\](b)"),
            ("    eingerückt", "eingerückt"),
            ("أشرف برازوق", "أشرف برازوق"),
        ] {
            assert_eq!(inline(text), written);
        }
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(lines("eins\n\n - zwei\r\n"), ["eins", "\\- zwei"]);
        assert_eq!(cell("eins\nzwei | drei"), "eins<br>zwei \\| drei");
        assert_eq!(inline("eins\nzwei"), "eins zwei");
    }
}
