//! Paragraphs and the runs of text in them, each in its direction.

use super::{
    setting::{Setting, locale},
    styles,
    xml::Element,
};
use crate::{display::safe_lines, words::Lang};

/// The style of a line that is only there to part two tables.
const GAP: &str = "Gap";

/// Marks that nobody sees, and that hold a number in the direction of its paragraph.
const RIGHT_TO_LEFT: &str = "\u{200f}";
const LEFT_TO_RIGHT: &str = "\u{200e}";

/// A paragraph that is being written.
pub(super) struct Paragraph {
    set: Setting,
    style: &'static str,
    before: Option<Element>,
    hanging: Option<usize>,
    runs: Vec<Element>,
}

impl Paragraph {
    pub(super) const fn new(set: Setting, style: &'static str) -> Self {
        Self {
            set,
            style,
            before: None,
            hanging: None,
            runs: Vec::new(),
        }
    }

    /// Whether it begins a new page.
    pub(super) fn on_new_page(mut self) -> Self {
        self.before = Some(Element::new("w:pageBreakBefore"));
        self
    }

    /// Whether it stays on one page with what comes next.
    pub(super) fn with_next(mut self) -> Self {
        self.before = Some(Element::new("w:keepNext"));
        self
    }

    /// Lets all lines but the first begin so far in, and the first after its tab.
    pub(super) const fn hanging(mut self, by: usize) -> Self {
        self.hanging = Some(by);
        self
    }

    pub(super) fn text(mut self, text: &str) -> Self {
        self.runs.extend(runs(self.set, None, text));
        self
    }

    /// A text in a style of its own.
    pub(super) fn styled(mut self, style: &'static str, text: &str) -> Self {
        self.runs.extend(runs(self.set, Some(style), text));
        self
    }

    pub(super) fn tab(mut self) -> Self {
        self.runs
            .push(Element::new("w:r").put(Element::new("w:tab")));
        self
    }

    /// Something that is no text.
    pub(super) fn put(mut self, element: Element) -> Self {
        self.runs.push(element);
        self
    }

    pub(super) fn done(self) -> Element {
        let set = self.set;
        let mut property = Element::new("w:pPr")
            .put(Element::val("w:pStyle", self.style))
            .all(self.before);
        if let Some(by) = self.hanging {
            let tab = Element::val("w:tab", "left").with("w:pos", by);
            property = property.put(Element::new("w:tabs").put(tab));
        }
        if set.is_rtl() {
            property = property.put(Element::new("w:bidi"));
        } else if set.main.is_right_to_left() {
            property = property.put(Element::val("w:bidi", 0));
        }
        if set.is_rtl() && !set.main.is_right_to_left() && self.style != GAP {
            let line = set.arabic_line(styles::size(self.style));
            let spacing = Element::new("w:spacing").with("w:line", line);
            property = property.put(spacing.with("w:lineRule", "exact"));
        }
        if let Some(by) = self.hanging {
            let indent = Element::new("w:ind");
            property = property.put(indent.with("w:left", by).with("w:hanging", by));
        }
        Element::new("w:p").put(property).all(self.runs)
    }
}

/// A paragraph of one text.
pub(super) fn said(set: Setting, style: &'static str, text: &str) -> Element {
    Paragraph::new(set, style).text(text).done()
}

/// The same, unless there is no text.
pub(super) fn some(set: Setting, style: &'static str, text: &str) -> Option<Element> {
    (!text.is_empty()).then(|| said(set, style, text))
}

/// What keeps two tables apart that would be taken for one.
pub(super) fn gap(set: Setting) -> Element {
    Paragraph::new(set, GAP).done()
}

/// The text in runs of one direction each, its line ends as breaks.
pub(super) fn runs(set: Setting, style: Option<&'static str>, text: &str) -> Vec<Element> {
    let mut runs = Vec::new();
    for (at, line) in safe_lines(text).split('\n').enumerate() {
        if at > 0 {
            runs.push(Element::new("w:r").put(Element::new("w:br")));
        }
        let mut before = set.is_rtl();
        for (rtl, piece) in pieces(line, set.is_rtl()) {
            let is_taken = before != set.is_rtl() && begins_with_number(piece);
            let mark = match (is_taken, rtl) {
                (false, _) => "",
                (true, true) => RIGHT_TO_LEFT,
                (true, false) => LEFT_TO_RIGHT,
            };
            runs.push(run(set, style, rtl, &format!("{mark}{piece}")));
            before = rtl;
        }
    }
    runs
}

fn run(set: Setting, style: Option<&'static str>, rtl: bool, text: &str) -> Element {
    let mut property =
        Element::new("w:rPr").all(style.map(|style| Element::val("w:rStyle", style)));
    if rtl {
        property = property.put(Element::new("w:rtl"));
    }
    if rtl {
        property = property.put(Element::new("w:lang").with("w:bidi", locale(Lang::Ar)));
    } else if set.lang != set.main && !set.is_rtl() {
        property = property.put(Element::val("w:lang", locale(set.lang)));
    }
    let text = Element::new("w:t").with("xml:space", "preserve").text(text);
    Element::new("w:r").put(property).put(text)
}

/// The pieces of a text of one direction each. What has none of its own takes that of its
/// neighbours where they agree, else that of the paragraph.
fn pieces(text: &str, is_rtl: bool) -> Vec<(bool, &str)> {
    let mut pieces: Vec<(bool, &str)> = Vec::new();
    let mut start = 0;
    // Up to where the last letter with a direction stands, and which it has.
    let (mut end, mut last) = (0, None);
    for (at, c) in text.char_indices() {
        let Some(next) = direction(c) else { continue };
        let here = last.unwrap_or(is_rtl);
        if next != here {
            // Whatever lies between the two is the paragraph's.
            let cut = if here == is_rtl { at } else { end };
            if cut > start {
                pieces.push((here, &text[start..cut]));
            }
            if cut < at {
                pieces.push((is_rtl, &text[cut..at]));
            }
            start = at;
        }
        last = Some(next);
        end = at + c.len_utf8();
    }
    let here = last.unwrap_or(is_rtl);
    let cut = if here == is_rtl { text.len() } else { end };
    pieces.push((here, &text[start..cut]));
    pieces.push((is_rtl, &text[cut..]));
    pieces.retain(|(_, piece)| !piece.is_empty());
    pieces
}

/// Whether a number comes before any letter, and something between it and the name in the other
/// script before: without a mark it would be taken for a part of that name. A number right after a
/// name is a part of it, as in "Terminal 2".
fn begins_with_number(text: &str) -> bool {
    let Some(at) = text.find(char::is_alphanumeric) else {
        return false;
    };
    let (between, rest) = text.split_at(at);
    rest.starts_with(char::is_numeric) && !between.trim().is_empty()
}

/// Whether a letter runs from right to left; none for what has no direction, digits among them.
fn direction(c: char) -> Option<bool> {
    let rtl = matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    c.is_alphabetic().then_some(rtl)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_belongs_to_the_name_right_before_it() {
        for (text, is_apart) in [
            (", 11 ", true),
            (" 52", false),
            (" (3)", true),
            (", und 3", false),
            (", ", false),
        ] {
            assert_eq!(begins_with_number(text), is_apart, "{text}");
        }
    }

    #[test]
    fn a_name_in_another_script_has_its_own_direction() {
        type Case = (&'static str, bool, &'static [(bool, &'static str)]);
        let cases: &[Case] = &[
            ("Empfang, 10:00", false, &[(false, "Empfang, 10:00")]),
            ("10:00–10:45", true, &[(true, "10:00–10:45")]),
            (
                "Herr (أشرف برازوق), 10",
                false,
                &[(false, "Herr ("), (true, "أشرف برازوق"), (false, "), 10")],
            ),
            (
                "الرحلة AT 810 في",
                true,
                &[
                    (true, "الرحلة "),
                    (false, "AT"),
                    (true, " 810 "),
                    (true, "في"),
                ],
            ),
            ("", true, &[]),
        ];
        for (text, is_rtl, expected) in cases {
            assert_eq!(pieces(text, *is_rtl), *expected, "{text}");
        }
    }
}
