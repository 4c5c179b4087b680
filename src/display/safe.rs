//! Text made safe for a terminal: nothing in it can move the cursor, hide or reorder what stands there.

use std::borrow::Cow;

use super::width::is_sound_mark;
use unicode_width::UnicodeWidthChar;

/// More marks than this on one letter climb over the lines above it.
const MARKS: u8 = 8;
/// More joined emoji than this in one cell are no picture of anything.
const JOINERS: u8 = 8;
/// Stands for a character that may not be shown.
const MARK: char = char::REPLACEMENT_CHARACTER;
/// Carries combining marks that have no letter before them.
const CARRIER: char = '\u{25cc}';

/// `text` as one line that is safe for a terminal.
///
/// Control characters, line feed among them, become visible marks (`␛`), a tab becomes a space;
/// so do bidirectional overrides, tag characters and zero-width characters outside words. A letter
/// carries at most eight combining marks. Applying it twice changes nothing.
///
/// ```
/// use attache::display::safe;
/// assert_eq!(safe("Name\u{1b}[2J"), "Name␛[2J");
/// assert_eq!(safe("أشرف برازوق"), "أشرف برازوق");
/// ```
pub fn safe(text: &str) -> Cow<'_, str> {
    made_safe(text, false)
}

/// Like [`safe`] for a text of several lines: keeps `\n`, drops `\r`.
pub fn safe_lines(text: &str) -> Cow<'_, str> {
    made_safe(text, true)
}

fn made_safe(text: &str, lines: bool) -> Cow<'_, str> {
    if text.chars().all(|c| is_plain(c) || (lines && c == '\n')) {
        return Cow::Borrowed(text);
    }
    let mut out = Out::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\n' if lines => out.line_feed(),
            '\r' if lines => {}
            '\t' => out.base(' '),
            _ if is_forbidden(c) => out.base(mark_of(c)),
            _ if is_joint(c) => out.joint(c, rest.peek().copied()),
            _ if is_combining(c) => out.combining(c),
            _ => out.base(c),
        }
    }
    if out.text == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(out.text)
    }
}

/// What has been written so far, and how much has piled up in the last cell.
struct Out {
    text: String,
    /// `None` at the start of a line.
    last: Option<char>,
    marks: u8,
    joiners: u8,
}

impl Out {
    fn with_capacity(bytes: usize) -> Self {
        Self {
            text: String::with_capacity(bytes),
            last: None,
            marks: 0,
            joiners: 0,
        }
    }

    fn push(&mut self, c: char) {
        self.text.push(c);
        self.last = Some(c);
    }

    fn line_feed(&mut self) {
        self.text.push('\n');
        self.last = None;
    }

    fn base(&mut self, c: char) {
        if self.last != Some('\u{200d}') {
            self.joiners = 0;
        }
        self.marks = 0;
        self.push(c);
    }

    fn combining(&mut self, c: char) {
        if self.last.is_none() {
            self.base(CARRIER);
        }
        if self.marks < MARKS {
            self.marks += 1;
            self.push(c);
        }
    }

    /// A zero-width character, which is fine inside a word or between joined emoji only.
    fn joint(&mut self, c: char, next: Option<char>) {
        let joiner = c == '\u{200d}';
        let within = match (self.last, next) {
            (Some(last), Some(next)) => {
                let before = last.is_alphanumeric() || (joiner && is_picture(last));
                let after = next.is_alphanumeric() || (joiner && is_picture(next));
                (before || is_combining(last)) && after && !is_combining(next)
            }
            _ => false,
        };
        if !within || (joiner && self.joiners == JOINERS) {
            self.base(MARK);
            return;
        }
        self.joiners += u8::from(joiner);
        self.push(c);
    }
}

/// Characters of which a whole text can be shown without a closer look; the fast path.
const fn is_plain(c: char) -> bool {
    matches!(c,
        ' '..='~'
        | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}'
        | '\u{2010}'..='\u{2027}' | '\u{202f}'..='\u{205e}' | '\u{20ac}'
        | '\u{2190}'..='\u{25cb}'
        | '\u{5d0}'..='\u{5ea}' | '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}'
        | '\u{4e00}'..='\u{9fff}')
}

/// What is never shown as it is, wherever it stands.
const fn is_forbidden(c: char) -> bool {
    c.is_ascii_control()
        || matches!(c,
            '\u{80}'..='\u{9f}'
            | '\u{180e}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2061}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e00ff}'
            | '\u{e01f0}'..='\u{e0fff}')
}

/// Zero-width characters that some scripts write inside words.
const fn is_joint(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}'
    )
}

fn is_combining(c: char) -> bool {
    c.width() == Some(0) && !is_sound_mark(c) && !is_joint(c) && !is_forbidden(c)
}

/// Signs that a zero-width joiner makes one picture of.
const fn is_picture(c: char) -> bool {
    matches!(c,
        '\u{2190}'..='\u{21ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}'
        | '\u{1f000}'..='\u{1faff}')
}

/// The visible stand-in of a forbidden character.
fn mark_of(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(MARK),
        '\u{7f}' => '\u{2421}',
        _ => MARK,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn hostile_text_is_shown_as_marks() {
        for (text, shown) in [
            ("\x1b[31mrot\x07", "␛[31mrot␇"),
            ("a\u{7f}b\u{9b}c\0", "a␡b\u{fffd}c␀"),
            ("eins\nzwei\r\n", "eins␊zwei␍␊"),
            ("Name\tFunktion", "Name Funktion"),
            ("ab\u{202e}cd\u{2066}", "ab\u{fffd}cd\u{fffd}"),
            ("\u{feff}a", "\u{fffd}a"),
            ("a\u{e0041}", "a\u{fffd}"),
            ("a \u{200b} b", "a \u{fffd} b"),
            ("a\u{2028}b", "a\u{fffd}b"),
            ("\u{301}a", "◌\u{301}a"),
            ("a\u{200d}\u{200d}b", "a\u{fffd}\u{fffd}b"),
        ] {
            assert_eq!(safe(text), shown);
        }
    }

    #[test]
    fn names_and_signs_stay_as_they_are() {
        for text in [
            "Düsseldorf – „Rathaus“ …",
            "10\u{a0}h\u{202f}00",
            "أشرف برازوق",
            "مُحَمَّد",
            "می\u{200c}خواهم",
            "שָׁלוֹם",
            "北京市",
            "👨\u{200d}👩\u{200d}👧\u{200d}👦 👍🏽 ❤\u{fe0f}\u{200d}🔥",
            "क्\u{200d}ष",
            "Auf\u{200c}lage",
            "한국어",
            "tho\u{323}\u{302}",
        ] {
            assert!(matches!(safe(text), Cow::Borrowed(_)), "{text:?}");
        }
    }

    #[test]
    fn several_lines_keep_their_line_feeds_only() {
        assert_eq!(safe_lines("eins\r\nzwei\x1b\n"), "eins\nzwei␛\n");
        assert_eq!(safe_lines("a\n\u{301}b"), "a\n◌\u{301}b");
        assert!(matches!(safe_lines("ä\nb"), Cow::Borrowed(_)));
    }

    #[test]
    fn marks_do_not_pile_up() {
        let zalgo = format!("Z{}a", "\u{301}".repeat(500));
        assert_eq!(safe(&zalgo), format!("Z{}a", "\u{301}".repeat(8)));
        let crowd = vec!["👨"; 100].join("\u{200d}");
        assert!(
            safe(&crowd)
                .graphemes(true)
                .all(|g| g.chars().count() <= 17)
        );
    }

    #[test]
    fn plain_characters_need_no_look() {
        for c in ('\0'..='\u{ffff}').filter(|c| is_plain(*c)) {
            assert!(
                !is_dangerous(c) && !is_joint(c) && !is_combining(c),
                "{c:?}"
            );
        }
    }

    /// What a terminal may never get, listed apart from what the code goes by.
    fn is_dangerous(c: char) -> bool {
        let hidden = [
            '\u{202a}'..='\u{202e}',
            '\u{2066}'..='\u{2069}',
            '\u{e0000}'..='\u{e007f}',
        ];
        c.is_control() || c == '\u{feff}' || hidden.iter().any(|range| range.contains(&c))
    }

    fn hostile() -> impl Strategy<Value = String> {
        let sign = prop_oneof![
            any::<char>(),
            proptest::sample::select(
                "a ب日👨\u{301}\u{64e}\u{200d}\u{200c}\u{200b}\u{200f}\u{ad}\u{fe0f}\u{1b}\n\r\t\u{9b}\u{202e}\u{feff}ｶ\u{ff9e}\u{1100}\u{1161}"
                    .chars()
                    .collect::<Vec<_>>()
            ),
        ];
        proptest::collection::vec(sign, 0..60).prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn twice_is_once(text in hostile()) {
            let once = safe(&text);
            prop_assert_eq!(safe(&once), once.as_ref());
            let lines = safe_lines(&text);
            prop_assert_eq!(safe_lines(&lines), lines.as_ref());
        }

        #[test]
        fn nothing_dangerous_is_left(text in hostile()) {
            let shown = safe(&text);
            prop_assert!(!shown.contains(is_dangerous));
            prop_assert!(!safe_lines(&text).contains(|c| c != '\n' && is_dangerous(c)));
            for grapheme in shown.graphemes(true) {
                let marks = grapheme.split(|c| !is_combining(c)).map(|run| run.chars().count());
                prop_assert!(marks.max().unwrap_or(0) <= 8);
            }
        }
    }
}
