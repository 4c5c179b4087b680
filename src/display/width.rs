//! How many columns a text takes in a terminal.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns that `text` takes, summed by grapheme: what the terminal's buffer gives it.
///
/// The width of a whole string would be too small where letters are drawn as one in some fonts:
/// the two graphemes of the Arabic lam-alef take two cells.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        text.bytes().filter(|byte| !byte.is_ascii_control()).count()
    } else {
        text.graphemes(true).map(of_grapheme).sum()
    }
}

/// The columns of one grapheme; control characters are never drawn and take none.
pub(super) fn of_grapheme(grapheme: &str) -> usize {
    match grapheme.as_bytes() {
        [byte] => usize::from(!byte.is_ascii_control()),
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
