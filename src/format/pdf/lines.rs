//! A text broken into lines: where it breaks, and how each line reads where directions mix.

use std::ops::Range;

use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_segmentation::UnicodeSegmentation;

use super::{
    bidi::{is_just_latin, isolated, without_isolates},
    shape::{Run, Shaper},
};
use crate::display::{chunks, safe_lines};

/// A colour: red, green, blue.
pub(super) type Ink = [u8; 3];

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// In points.
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) ink: Ink,
}

/// A line, ready to be drawn.
#[derive(Debug, Clone)]
pub(super) struct TextLine {
    /// What it is drawn with, from left to right.
    pub(super) runs: Vec<Run>,
    pub(super) style: Style,
    /// In points, without the space at its end.
    pub(super) width: f32,
    /// How far the space at its end reaches beyond its left edge; none where that is at the right.
    pub(super) hangs: f32,
    /// What it takes above its baseline.
    pub(super) above: f32,
    /// What it takes below.
    pub(super) below: f32,
}

impl Shaper<'_> {
    /// The text in lines of at most this width; a text without anything is one empty line.
    pub(super) fn lines(
        &mut self,
        text: &str,
        style: Style,
        width: f32,
        rtl: bool,
    ) -> Vec<TextLine> {
        let text = clean(text);
        let mut lines = Vec::new();
        for paragraph in text.split('\n') {
            let paragraph = &isolated(paragraph.trim(), rtl);
            // A text without a word of Arabic reads from the left on an Arabic page, too.
            let rtl = rtl && !is_just_latin(paragraph);
            let level = if rtl { Level::rtl() } else { Level::ltr() };
            let bidi = ParagraphBidiInfo::new(paragraph, Some(level));
            for range in self.breaks(paragraph, style, width) {
                lines.push(self.line(&bidi, range, style, rtl));
            }
        }
        lines
    }

    /// How wide a text is that is not broken.
    pub(super) fn natural(&mut self, text: &str, style: Style) -> f32 {
        let text = clean(text);
        let widths = text.split('\n').map(|paragraph| {
            let of = chunks(paragraph.trim()).into_iter();
            of.map(|chunk| {
                let (word, space) = (chunk.word, chunk.space);
                self.width(word, style.bold) + self.width(space, style.bold)
            })
            .sum::<f32>()
        });
        // A hair more, so that what was measured fits into what was measured for it.
        widths.fold(0.0, f32::max) * style.size + 0.01
    }

    /// The width of the widest part that does not break.
    pub(super) fn longest_word(&mut self, text: &str, style: Style) -> f32 {
        let text = clean(text);
        let words = text.split('\n').flat_map(chunks);
        let widths = words.map(|chunk| self.width(chunk.word, style.bold));
        widths.fold(0.0, f32::max) * style.size + 0.01
    }

    /// Where each line begins and ends, the spaces at its end included.
    fn breaks(&mut self, paragraph: &str, style: Style, width: f32) -> Vec<Range<usize>> {
        let room = width / style.size + 0.001;
        let mut found = Vec::new();
        let (mut start, mut used, mut at) = (0, 0.0, 0);
        for chunk in chunks(paragraph) {
            let wide = self.width(chunk.word, style.bold);
            if used + wide > room {
                if start < at {
                    found.push(start..at);
                    start = at;
                }
                if wide > room {
                    let parts = self.broken(chunk.word, style.bold, room);
                    for part in parts {
                        found.push(start..at + part);
                        start = at + part;
                    }
                    used = self.width(&paragraph[start..at + chunk.word.len()], style.bold);
                } else {
                    used = wide;
                }
            } else {
                used += wide;
            }
            used += self.width(chunk.space, style.bold);
            at += chunk.word.len() + chunk.space.len();
        }
        found.push(start..paragraph.len());
        found
    }

    /// Where a word that is too long breaks: between graphemes, when a line is full.
    fn broken(&mut self, word: &str, bold: bool, room: f32) -> Vec<usize> {
        let mut found = Vec::new();
        let mut used = 0.0;
        for (at, grapheme) in word.grapheme_indices(true) {
            let wide = self.width(grapheme, bold);
            if used + wide > room && used > 0.0 {
                found.push(at);
                used = 0.0;
            }
            used += wide;
        }
        found
    }

    fn line(
        &mut self,
        bidi: &ParagraphBidiInfo<'_>,
        range: Range<usize>,
        style: Style,
        rtl: bool,
    ) -> TextLine {
        let mut runs = Vec::new();
        if !range.is_empty() {
            let (levels, visual) = bidi.visual_runs(range.clone());
            for run in visual {
                let is_rtl = levels.get(run.start).is_some_and(Level::is_rtl);
                runs.extend(self.runs(&bidi.text[run], style.bold, is_rtl));
            }
        }
        let text = without_isolates(&bidi.text[range]);
        let space = &text[text.trim_end_matches(' ').len()..];
        let space = self.width(space, style.bold) * style.size;
        let wide = |run: &Run| run.width * run.face.scale() * style.size;
        let faces = runs.iter().map(|run| run.face);
        let extent = |of: fn((f32, f32)) -> f32| {
            let faces = faces.clone().chain([self.least]);
            faces.map(|face| of(face.extent())).fold(0.0, f32::max) * style.size
        };
        TextLine {
            style,
            width: runs.iter().map(wide).sum::<f32>() - space,
            hangs: if rtl { space } else { 0.0 },
            above: extent(|extent| extent.0),
            below: extent(|extent| extent.1),
            runs,
        }
    }
}

/// The text without what no page may hold: controls, and code points that stand for nothing.
fn clean(text: &str) -> String {
    let text = safe_lines(text);
    let shown = text.chars().map(|c| match c {
        '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{f0000}'.. => {
            char::REPLACEMENT_CHARACTER
        }
        _ if u32::from(c) & 0xfffe == 0xfffe => char::REPLACEMENT_CHARACTER,
        _ => c,
    });
    shown.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::format::pdf::fonts::Fonts;

    const STYLE: Style = Style {
        size: 10.0,
        bold: false,
        ink: [0, 0, 0],
    };

    fn broken(text: &str, width: f32, rtl: bool) -> Vec<TextLine> {
        let fonts = Fonts::read().unwrap();
        Shaper::new(&fonts, false).lines(text, STYLE, width, rtl)
    }

    /// What the runs of a line stand for, as they stand from left to right.
    fn shown(line: &TextLine) -> Vec<&str> {
        let texts = line.runs.iter().map(|run| run.text.trim());
        texts.filter(|text| !text.is_empty()).collect()
    }

    #[test]
    fn breaks_where_a_reader_expects_it() {
        for (text, width, lines) in [
            ("", 100.0, &[""][..]),
            ("Empfang im Rathaus", 60.0, &["Empfang im", "Rathaus"]),
            ("Jan-Wellem-Saal", 50.0, &["Jan-", "Wellem-", "Saal"]),
            ("ab 10:00–10:45", 65.0, &["ab", "10:00–10:45"]),
            ("Marrakesch", 30.0, &["Marra", "kesch"]),
            ("eins\n\nzwei", 100.0, &["eins", "", "zwei"]),
        ] {
            let broken = broken(text, width, false);
            let shown: Vec<String> = broken.iter().map(|line| shown(line).concat()).collect();
            assert_eq!(shown, lines, "{text:?} in {width}");
        }
    }

    #[test]
    fn directions_mix_in_a_line() {
        let german = broken("Herr أشرف برازوق, Marrakesch", 400.0, false);
        assert_eq!(shown(&german[0]), ["Herr", "أشرف برازوق", ", Marrakesch"]);
        let arabic = broken("مدينة Düsseldorf الألمانية", 400.0, true);
        assert_eq!(shown(&arabic[0]), ["الألمانية", "Düsseldorf", "مدينة"]);
        let date = broken("12 نونبر 2024", 400.0, true);
        assert_eq!(shown(&date[0]), ["2024", "نونبر", "12"]);
    }

    #[test]
    fn a_letter_that_no_font_has_is_seen_and_kept() {
        let line = &broken("Herr 北京", 400.0, false)[0];
        let missing = line.runs.last().unwrap();
        assert_eq!((missing.text.as_str(), missing.glyphs.len()), ("北京", 2));
        assert!(
            missing
                .glyphs
                .iter()
                .all(|glyph| glyph.glyph_id.to_u32() > 0)
        );
        assert!(missing.width > 1.0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn nothing_is_lost_and_no_line_is_too_wide(
            text in "(\\PC|[ab \n/日-]){0,60}|[\u{621}-\u{64a}a12 \n]{0,40}",
            width in 20.0_f32..200.0,
            rtl in any::<bool>(),
        ) {
            let lines = broken(&text, width, rtl);
            // A mark that no font has is a box of its own where directions part it from its letter.
            let has_marks = text.graphemes(true).any(|own| own.chars().count() > 1);
            let count = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
            let kept = lines.iter().flat_map(|line| &line.runs).map(|run| count(&run.text));
            prop_assert_eq!(kept.sum::<usize>(), count(&clean(&text)));
            for line in &lines {
                let graphemes = line.runs.iter().flat_map(|run| run.text.graphemes(true)).count();
                // Letters of a broken Arabic word join otherwise than when they were measured.
                let fits = line.width <= width * 1.05 + 1.0 || graphemes <= 3;
                prop_assert!(fits || has_marks, "{line:?}");
                prop_assert!(line.runs.iter().flat_map(|run| &run.glyphs).all(|glyph| glyph.glyph_id.to_u32() > 0));
            }
        }
    }
}
