//! Text cut or filled to a number of columns.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::width::{of_grapheme, width};

/// Where a text stands in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the start.
    #[default]
    Left,
    /// At the end.
    Right,
    /// In the middle; an odd column is left at the end.
    Centre,
}

/// `text` in at most `cols` columns; what was cut off is shown by `…`.
pub fn truncate(text: &str, cols: usize) -> Cow<'_, str> {
    // No character takes more columns than bytes.
    if text.len() <= cols || width(text) <= cols {
        return Cow::Borrowed(text);
    }
    if cols == 0 {
        return Cow::Borrowed("");
    }
    let kept = &text[..fitting(text, cols - 1)];
    Cow::Owned(format!("{}…", kept.trim_end()))
}

/// `text` in exactly `cols` columns: filled with spaces, or cut as [`truncate`] does.
pub fn pad(text: &str, cols: usize, align: Align) -> String {
    let text = truncate(text, cols);
    let room = cols.saturating_sub(width(&text));
    let before = match align {
        Align::Left => 0,
        Align::Right => room,
        Align::Centre => room / 2,
    };
    let after = room - before;
    let mut padded = String::with_capacity(text.len() + room);
    padded.extend(std::iter::repeat_n(' ', before));
    padded.push_str(&text);
    padded.extend(std::iter::repeat_n(' ', after));
    padded
}

/// The bytes of the longest start of `text` that fits into `cols` columns.
pub(super) fn fitting(text: &str, cols: usize) -> usize {
    let mut used = 0;
    text.grapheme_indices(true)
        .find(|(_, grapheme)| {
            used += of_grapheme(grapheme);
            used > cols
        })
        .map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cuts_by_grapheme() {
        for (text, cols, cut) in [
            ("Düsseldorf", 10, "Düsseldorf"),
            ("Düsseldorf", 9, "Düsseldo…"),
            ("Stadt Marrakesch", 7, "Stadt…"),
            ("De\u{301}le\u{301}gation", 3, "De\u{301}…"),
            ("日本語", 5, "日本…"),
            ("日本語", 4, "日…"),
            ("日", 1, "…"),
            ("abc", 0, ""),
            ("لالا", 3, "لا…"),
        ] {
            assert_eq!(truncate(text, cols), cut, "{text} in {cols}");
        }
        assert!(matches!(truncate("Rathaus", 7), Cow::Borrowed(_)));
    }

    #[test]
    fn fills_to_the_column() {
        for (align, filled) in [
            (Align::Left, "日本   "),
            (Align::Right, "   日本"),
            (Align::Centre, " 日本  "),
        ] {
            assert_eq!(pad("日本", 7, align), filled);
        }
        assert_eq!(pad("日本語", 4, Align::Left), "日… ");
    }

    proptest! {
        #[test]
        fn exact_for_any_text(text in any::<String>(), cols in 0_usize..50) {
            prop_assert!(width(&truncate(&text, cols)) <= cols);
            for align in [Align::Left, Align::Right, Align::Centre] {
                prop_assert_eq!(width(&pad(&text, cols, align)), cols);
            }
        }
    }
}
