//! Wrapping text so that every byte of it has a place for the cursor.

use unicode_segmentation::UnicodeSegmentation;

use crate::display;

/// One row of a wrapped text, in bytes, without the line end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    /// Where it begins.
    pub(super) from: usize,
    /// Where it ends.
    pub(super) to: usize,
}

/// The rows of a text in so many columns. A space at which a row ends stays with it, so that the
/// cursor has a place after every character.
pub(super) fn rows(text: &str, columns: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut from = 0;
    for line in text.split('\n') {
        let end = from + line.len();
        let (mut start, mut used, mut space) = (from, 0, None);
        for (at, grapheme) in line.grapheme_indices(true) {
            let at = from + at;
            let width = display::width(grapheme);
            if used + width > columns && grapheme != " " {
                let to = space.filter(|space| *space > start).unwrap_or(at);
                rows.push(Row { from: start, to });
                used = display::width(&text[to..at]);
                (start, space) = (to, None);
            }
            if used + width > columns && grapheme != " " && start < at {
                rows.push(Row {
                    from: start,
                    to: at,
                });
                (start, used) = (at, 0);
            }
            used += width;
            if grapheme == " " {
                space = Some(at + 1);
            }
        }
        rows.push(Row {
            from: start,
            to: end,
        });
        from = end + 1;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_is_wrapped_between_words() {
        for (text, expected) in [
            ("", vec![""]),
            ("eins zwei drei", vec!["eins zwei ", "drei"]),
            ("eins\n\nzwei", vec!["eins", "", "zwei"]),
            ("Donaudampfschiff", vec!["Donaudampf", "schiff"]),
            ("北京北京北京", vec!["北京北京北", "京"]),
        ] {
            let shown: Vec<&str> = rows(text, 10)
                .iter()
                .map(|row| &text[row.from..row.to])
                .collect();
            assert_eq!(shown, expected);
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_too_wide(text in "[a-zäع北 \n]{0,60}", columns in 2_usize..20) {
            let rows = rows(&text, columns);
            let mut at = 0;
            for row in &rows {
                prop_assert!(row.from == at || text[at..row.from] == *"\n");
                prop_assert!(display::width(text[row.from..row.to].trim_end()) <= columns);
                at = row.to;
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
