//! Text of one direction made glyphs: which face each letter is drawn with, and how letters join.

use std::{collections::HashMap, ops::Range};

use harfrust::{Buffer, Direction, Script, ShapeOptions, ShapePlan, ShaperFont};
use krilla::text::{GlyphId, KrillaGlyph};
use unicode_segmentation::UnicodeSegmentation;

use super::{
    bidi::without_isolates,
    fonts::{Face, Fonts},
};

/// Stands for a letter that no font has. The text behind it stays what it was, so that it can be
/// copied and read aloud.
const MISSING: char = char::REPLACEMENT_CHARACTER;

/// Glyphs of one face, from left to right.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) face: Face,
    /// What the glyphs stand for, in the order in which it is read.
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// The sum of their advances at a size of one.
    pub(super) width: f32,
}

/// Makes glyphs of text.
pub(super) struct Shaper<'a> {
    read: &'a [harfrust::Font; 4],
    fonts: [ShaperFont<'a, 'static>; 4],
    upem: [f32; 4],
    /// How wide words are at a size of one; many stand on a paper more than once.
    widths: HashMap<(bool, String), f32>,
    /// How each face is shaped in a direction and script: made once, for that takes longer than to
    /// shape.
    plans: HashMap<(Face, bool, Option<Script>), ShapePlan>,
    buffer: Option<Buffer>,
    /// The face whose extent each line takes at least, so that lines beside each other and below
    /// each other are as far apart whatever their letters.
    pub(super) least: Face,
}

/// What a grapheme is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Drawn {
    With(Face),
    Missing(Face),
}

impl<'a> Shaper<'a> {
    pub(super) fn new(fonts: &'a Fonts, has_rtl: bool) -> Self {
        let [a, b, c, d] = fonts.shaping();
        Self {
            read: fonts.shaping(),
            plans: HashMap::new(),
            fonts: [a, b, c, d].map(ShaperFont::new),
            upem: [a, b, c, d].map(|font| f32::from(font.units_per_em().max(1))),
            widths: HashMap::new(),
            buffer: None,
            least: if has_rtl { Face::Naskh } else { Face::Sans },
        }
    }

    /// How wide a word is at a size of one.
    pub(super) fn width(&mut self, word: &str, bold: bool) -> f32 {
        let key = (bold, word.to_owned());
        if let Some(width) = self.widths.get(&key) {
            return *width;
        }
        let runs = self.runs(word, bold, has_arabic(word));
        let width = runs.iter().map(|run| run.width * run.face.scale()).sum();
        self.widths.insert(key, width);
        width
    }

    /// The glyphs of a text of one direction, from left to right.
    pub(super) fn runs(&mut self, text: &str, bold: bool, rtl: bool) -> Vec<Run> {
        let text = &without_isolates(text);
        let mut runs: Vec<Run> = self
            .drawn(text, bold)
            .into_iter()
            .map(|(drawn, range)| self.run(drawn, &text[range], rtl))
            .collect();
        if rtl {
            runs.reverse();
        }
        runs
    }

    /// Stretches of the text that are drawn with the same.
    fn drawn(&self, text: &str, bold: bool) -> Vec<(Drawn, Range<usize>)> {
        let mut found: Vec<(Drawn, Range<usize>)> = Vec::new();
        for (at, grapheme) in text.grapheme_indices(true) {
            let end = at + grapheme.len();
            let before = found.last().map(|(drawn, _)| *drawn);
            let drawn = self.drawn_with(grapheme, bold, before);
            match found.last_mut() {
                Some((last, range)) if *last == drawn => range.end = end,
                _ => found.push((drawn, at..end)),
            }
        }
        found
    }

    fn drawn_with(&self, grapheme: &str, bold: bool, before: Option<Drawn>) -> Drawn {
        let (sans, naskh) = if bold {
            (Face::SansBold, Face::NaskhBold)
        } else {
            (Face::Sans, Face::Naskh)
        };
        // A space goes with what it follows, so that a sentence is one run.
        if grapheme == " "
            && let Some(Drawn::With(face)) = before
        {
            return Drawn::With(face);
        }
        let preferred = if grapheme.chars().any(is_arabic) {
            [naskh, sans]
        } else {
            [sans, naskh]
        };
        preferred
            .into_iter()
            .find(|face| grapheme.chars().all(|c| self.has(*face, c)))
            .map_or(Drawn::Missing(sans), Drawn::With)
    }

    fn has(&self, face: Face, c: char) -> bool {
        let font = &self.fonts[face as usize];
        is_unseen(c) || font.nominal_glyph(u32::from(c)).is_some()
    }

    fn run(&mut self, drawn: Drawn, text: &str, rtl: bool) -> Run {
        match drawn {
            Drawn::With(face) => self.shaped(face, text, rtl),
            Drawn::Missing(face) => self.missing(face, text, rtl),
        }
    }

    /// A sign for each letter that no font has.
    fn missing(&self, face: Face, text: &str, rtl: bool) -> Run {
        let (glyph, advance) = self.missing_glyph(face);
        let mut glyphs: Vec<KrillaGlyph> = text
            .grapheme_indices(true)
            .map(|(at, grapheme)| one_glyph(glyph, advance, at..at + grapheme.len()))
            .collect();
        if rtl {
            glyphs.reverse();
        }
        Run {
            face,
            text: text.to_owned(),
            width: glyphs.iter().map(|glyph| glyph.x_advance).sum(),
            glyphs,
        }
    }

    fn missing_glyph(&self, face: Face) -> (u32, f32) {
        let font = &self.fonts[face as usize];
        let glyph = font.nominal_glyph(u32::from(MISSING)).unwrap_or_default();
        let advance = super::as_f32(font.glyph_h_advance(glyph));
        (glyph.to_u32(), advance / self.upem[face as usize])
    }

    fn shaped(&mut self, face: Face, text: &str, rtl: bool) -> Run {
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.clear();
        buffer.push_str(text);
        buffer.set_direction(if rtl {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        });
        if face.is_arabic() {
            buffer.set_script(Some(Script::ARABIC));
        }
        buffer.guess_segment_properties();
        buffer.set_language(None);
        let (direction, script) = (buffer.direction(), buffer.script());
        let plan = self.plans.entry((face, rtl, script)).or_insert_with(|| {
            let font = &self.read[face as usize];
            ShapePlan::new(font, direction, script, None, &[])
        });
        let font = &self.fonts[face as usize];
        // It fails only where a plan does not fit, and this one was made for it.
        let options = ShapeOptions::new().plan(Some(plan));
        let glyphs = match harfrust::shape(font, &mut buffer, options) {
            Ok(()) => self.glyphs(face, &buffer, text.len()),
            Err(_) => Vec::new(),
        };
        self.buffer = Some(buffer);
        Run {
            face,
            text: text.to_owned(),
            width: glyphs.iter().map(|glyph| glyph.x_advance).sum(),
            glyphs,
        }
    }

    fn glyphs(&self, face: Face, buffer: &Buffer, len: usize) -> Vec<KrillaGlyph> {
        let upem = self.upem[face as usize];
        let em = |units: i32| super::as_f32(units) / upem;
        let mut starts: Vec<usize> = buffer.glyph_infos().iter().map(start).collect();
        starts.sort_unstable();
        starts.dedup();
        let range = |from: usize| {
            let next = starts.partition_point(|start| *start <= from);
            from..starts.get(next).copied().unwrap_or(len)
        };
        let both = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
        both.map(|(info, position)| {
            let range = range(start(info));
            if info.glyph_id == 0 {
                let (glyph, advance) = self.missing_glyph(face);
                return one_glyph(glyph, advance, range);
            }
            KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                em(position.x_advance),
                em(position.x_offset),
                em(position.y_offset),
                em(position.y_advance),
                range,
                None,
            )
        })
        .collect()
    }
}

fn one_glyph(glyph: u32, advance: f32, range: Range<usize>) -> KrillaGlyph {
    KrillaGlyph::new(GlyphId::new(glyph), advance, 0.0, 0.0, 0.0, range, None)
}

fn start(info: &harfrust::GlyphInfo) -> usize {
    usize::try_from(info.cluster).unwrap_or_default()
}

/// Whether a text has Arabic letters.
pub(super) fn has_arabic(text: &str) -> bool {
    text.chars().any(is_arabic)
}

pub(super) const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}

/// Characters that change others and are nothing to be seen themselves.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}'
        | '\u{fe00}'..='\u{fe0f}')
}
