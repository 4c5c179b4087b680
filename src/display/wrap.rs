//! Text broken into lines of a number of columns.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::align::fitting;
use super::width::{graphemes, of_grapheme, width};

/// `text` in lines of at most `cols` columns; an empty text is one empty line.
///
/// Breaks at spaces (never at no-break ones, nor between a day and its month), after a hyphen, dash or slash between letters, and
/// inside a word only where it does not fit into a line. `\n` ends a line. White space at a break
/// is dropped. Only a single grapheme that is wider than `cols` makes a line too wide.
///
/// ```
/// use attache::display::wrap;
/// assert_eq!(wrap("Empfang im Jan-Wellem-Saal", 15), ["Empfang im Jan-", "Wellem-Saal"]);
/// ```
pub fn wrap(text: &str, cols: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        if paragraph.len() <= cols || width(paragraph) <= cols {
            lines.push(paragraph.trim_end().to_owned());
        } else {
            wrap_paragraph(paragraph, cols, &mut lines);
        }
    }
    lines
}

/// `text` with plain spaces for no-break ones, once its lines are broken.
///
/// In a text of fixed lines the no-break space has done its work, and whoever searches types a
/// plain one.
pub fn breakable(text: &str) -> Cow<'_, str> {
    let fixed = ['\u{a0}', '\u{202f}'];
    if text.contains(fixed) {
        Cow::Owned(text.replace(fixed, " "))
    } else {
        Cow::Borrowed(text)
    }
}

fn wrap_paragraph(paragraph: &str, cols: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut used = 0;
    let mut gap = "";
    for chunk in chunks(paragraph) {
        let wide = width(chunk.word);
        if used + width(gap) + wide <= cols {
            line.push_str(gap);
            line.push_str(chunk.word);
            used += width(gap) + wide;
        } else {
            if used > 0 {
                lines.push(std::mem::take(&mut line));
            }
            let last = break_word(chunk.word, cols, lines);
            used = width(last);
            line.push_str(last);
        }
        gap = chunk.space;
    }
    lines.push(line);
}

/// Moves full lines of a word that is too long to `lines`; what is left begins the next line.
fn break_word<'a>(mut word: &'a str, cols: usize, lines: &mut Vec<String>) -> &'a str {
    while width(word) > cols {
        let first = word.graphemes(true).next().map_or(0, str::len);
        let (line, rest) = word.split_at(fitting(word, cols).max(first));
        if rest.is_empty() {
            break;
        }
        lines.push(line.to_owned());
        word = rest;
    }
    word
}

/// A piece of text that stays together, and the breaking space after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chunk<'a> {
    /// What stays together.
    pub word: &'a str,
    /// The space after it.
    pub space: &'a str,
}

/// A text of one line in the pieces between which it may be broken; together they are the text.
pub fn chunks(paragraph: &str) -> Vec<Chunk<'_>> {
    let mut found = Vec::new();
    let (mut start, mut space) = (0, None);
    let mut graphemes = graphemes(paragraph).peekable();
    let mut before = "";
    while let Some((at, grapheme)) = graphemes.next() {
        let next = graphemes.peek().map_or("", |(_, next)| next);
        if is_space(grapheme) {
            space.get_or_insert(at);
        } else if let Some(from) = space.take()
            && !is_day_of(&paragraph[start..from], grapheme)
        {
            found.push(Chunk {
                word: &paragraph[start..from],
                space: &paragraph[from..at],
            });
            start = at;
        }
        let end = at + grapheme.len();
        if breaks_after(before, grapheme, next) {
            found.push(Chunk {
                word: &paragraph[start..end],
                space: "",
            });
            start = end;
        }
        before = grapheme;
    }
    let from = space.unwrap_or(paragraph.len());
    found.push(Chunk {
        word: &paragraph[start..from],
        space: &paragraph[from..],
    });
    found
}

/// A day stays with its month: "30. August", "12 novembre"; what is counted, too.
fn is_day_of(word: &str, next: &str) -> bool {
    let number = word.trim_start_matches('(').trim_end_matches('.');
    let is_short = matches!(number.len(), 1 | 2);
    is_short && number.bytes().all(|b| b.is_ascii_digit()) && next.starts_with(char::is_alphabetic)
}

/// Between digits nothing breaks: `10:00–10:45`, `0211/89-1`, `2024-11-12` stay whole.
fn breaks_after(before: &str, grapheme: &str, next: &str) -> bool {
    let letter = |text: &str| text.starts_with(char::is_alphabetic);
    let wide = |text: &str| letter(text) && of_grapheme(text) == 2;
    match grapheme {
        "-" | "/" | "\u{2010}" | "–" | "—" => letter(before) && letter(next),
        "\u{200b}" => true,
        _ => wide(grapheme) && wide(next),
    }
}

fn is_space(grapheme: &str) -> bool {
    let mut chars = grapheme.chars();
    matches!((chars.next(), chars.next()), (Some(c), None)
        if c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn breaks_where_a_reader_expects_it() {
        for (text, cols, lines) in [
            ("", 10, &[""][..]),
            ("Empfang im Rathaus", 10, &["Empfang im", "Rathaus"]),
            ("Empfang  im   Rathaus", 9, &["Empfang", "im", "Rathaus"]),
            ("eins\n\nzwei drei", 4, &["eins", "", "zwei", "drei"]),
            ("im Jan-Wellem-Saal", 10, &["im Jan-", "Wellem-", "Saal"]),
            ("Kultur/Integration", 10, &["Kultur/", "Integratio", "n"]),
            ("um 10\u{a0}h\u{a0}00", 8, &["um", "10\u{a0}h\u{a0}00"]),
            ("am 30. August 2019", 8, &["am", "30. Augu", "st 2019"]),
            ("am (30. August)", 12, &["am", "(30. August)"]),
            ("le 12 mai 2024", 9, &["le 12 mai", "2024"]),
            ("Raum 12. Danach", 10, &["Raum", "12. Danach"]),
            ("ab 10:00–10:45", 12, &["ab", "10:00–10:45"]),
            ("Tel. 0211/89-1234", 12, &["Tel.", "0211/89-1234"]),
            ("Marrakesch", 4, &["Marr", "akes", "ch"]),
            ("日本語 abc", 5, &["日本", "語", "abc"]),
            ("  eingerückt hier", 12, &["  eingerückt", "hier"]),
            ("日本", 1, &["日", "本"]),
            ("ab", 0, &["a", "b"]),
        ] {
            assert_eq!(wrap(text, cols), lines, "{text:?} in {cols}");
        }
    }

    #[test]
    fn spaces_are_plain_once_lines_stand() {
        assert_eq!(breakable("Contact\u{a0}: 10\u{202f}h"), "Contact : 10 h");
    }

    fn without_space(text: &str) -> String {
        text.chars().filter(|c| !c.is_whitespace()).collect()
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_nothing_is_lost(
            text in "(\\PC|[ab \n/日-]){0,60}|[\\p{M}a \n]{0,30}",
            cols in 0_usize..30,
        ) {
            let text = super::super::safe_lines(&text);
            let lines = wrap(&text, cols);
            for line in &lines {
                let graphemes = line.graphemes(true).filter(|g| of_grapheme(g) > 0).count();
                prop_assert!(width(line) <= cols || graphemes == 1, "{line:?}");
            }
            prop_assert_eq!(without_space(&lines.concat()), without_space(&text));
        }
    }
}
