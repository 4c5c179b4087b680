//! How many columns a text takes in a terminal.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns that `text` takes, summed by grapheme: what the terminal's buffer gives it.
///
/// The width of a whole string would be too small where letters are drawn as one in some fonts:
/// the two graphemes of the Arabic lam-alef take two cells.
pub fn width(text: &str) -> usize {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.len();
    }
    if is_simple(text) {
        return text.chars().count();
    }
    graphemes(text).map(|(_, own)| of_grapheme(own)).sum()
}

/// The graphemes of a text with where they begin.
///
/// Most texts hold nothing but letters of which each is a grapheme; these are not looked up.
pub(super) fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_simple = is_simple(text);
    let letters = text
        .char_indices()
        .map(|(at, c)| (at, &text[at..at + c.len_utf8()]))
        .take(if is_simple { usize::MAX } else { 0 });
    let others = (!is_simple).then(|| text.grapheme_indices(true));
    letters.chain(others.into_iter().flatten())
}

/// Whether a text holds nothing but characters each of which is a grapheme of one column, and safe
/// to show.
pub fn is_simple(text: &str) -> bool {
    text.chars().all(is_narrow)
}

/// Whether a character takes one column and is a grapheme by itself, whatever stands beside it:
/// Latin letters, digits, usual signs and lines.
pub(super) const fn is_narrow(c: char) -> bool {
    matches!(c,
        ' '..='~'
        | '\u{a0}'..='\u{a8}' | '\u{aa}'..='\u{ac}' | '\u{af}'..='\u{24f}'
        | '\u{2010}'..='\u{201f}' | '\u{2026}' | '\u{202f}' | '\u{20ac}'
        | '\u{2500}'..='\u{257f}')
}

/// The columns of one grapheme; control characters are never drawn and take none.
pub(super) fn of_grapheme(grapheme: &str) -> usize {
    let mut letters = grapheme.chars();
    match (letters.next(), letters.next()) {
        (Some(c), None) if is_narrow(c) => 1,
        _ if grapheme.contains(char::is_control) => 0,
        _ => grapheme.width() + sound_marks(grapheme),
    }
}

/// Halfwidth voiced sound marks, which Unicode calls combining but terminals give a cell.
fn sound_marks(grapheme: &str) -> usize {
    grapheme.chars().filter(|c| is_sound_mark(*c)).count()
}

pub(super) const fn is_sound_mark(c: char) -> bool {
    matches!(c, '\u{ff9e}' | '\u{ff9f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    fn in_buffer(text: &str) -> usize {
        let cols = 4 * text.chars().count() + 1;
        let area = Rect::new(0, 0, u16::try_from(cols).unwrap(), 1);
        let (x, _) = Buffer::empty(area).set_stringn(0, 0, text, cols, Style::new());
        usize::from(x)
    }

    #[test]
    fn what_is_called_narrow_is_one_grapheme_of_one_column() {
        let narrow: String = ('\0'..=char::MAX).filter(|c| is_narrow(*c)).collect();
        assert!(narrow.contains('ß') && !narrow.contains('\u{ad}'));
        assert_eq!(narrow.graphemes(true).count(), narrow.chars().count());
        assert_eq!(super::super::safe(&narrow), narrow);
        for c in narrow.chars() {
            assert_eq!(in_buffer(&c.to_string()), 1, "{c:?}");
        }
    }

    #[test]
    fn counts_cells() {
        for (text, cells) in [
            ("", 0),
            ("abc", 3),
            ("Düsseldorf", 10),
            ("De\u{301}le\u{301}gation", 10),
            ("محمد", 4),
            ("لا", 2),
            ("日本", 4),
            ("👨\u{200d}👩\u{200d}👧", 2),
            ("10\u{a0}h\u{202f}00", 7),
            ("a\u{1b}[0m\r\n", 4),
        ] {
            assert_eq!(width(text), cells, "{text:?}");
            assert_eq!(in_buffer(text), cells, "{text:?} in the buffer");
        }
    }

    #[test]
    fn every_character_is_as_wide_as_in_the_buffer() {
        for c in ('\0'..='\u{1ffff}').chain('\u{e0000}'..='\u{e01ff}') {
            let text = format!("{c}a{c}");
            assert_eq!(width(&text), in_buffer(&text), "{text:?}");
            assert!(width(&text) <= text.len(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_as_wide_as_in_the_buffer(text in "\\PC{0,40}|[\\p{Arabic}\\p{M}\u{200d} ]{0,40}") {
            prop_assert_eq!(width(&text), in_buffer(&text));
        }
    }
}
