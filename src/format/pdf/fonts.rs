//! The fonts that PDF files carry: Noto Sans and Noto Naskh Arabic, each regular and bold.

use crate::format::Unwritable;

/// What can be drawn with: a family in a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Face {
    /// Latin, Greek, Cyrillic and signs.
    Sans,
    /// The same, bold.
    SansBold,
    /// Arabic.
    Naskh,
    /// The same, bold.
    NaskhBold,
}

impl Face {
    pub(super) const ALL: [Self; 4] = [Self::Sans, Self::SansBold, Self::Naskh, Self::NaskhBold];

    const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Sans => include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf"),
            Self::SansBold => include_bytes!("../../../assets/fonts/NotoSans-Bold.ttf"),
            Self::Naskh => include_bytes!("../../../assets/fonts/NotoNaskhArabic-Regular.ttf"),
            Self::NaskhBold => include_bytes!("../../../assets/fonts/NotoNaskhArabic-Bold.ttf"),
        }
    }

    /// Whether it is one for Arabic.
    pub(super) const fn is_arabic(self) -> bool {
        matches!(self, Self::Naskh | Self::NaskhBold)
    }

    /// How much larger than said it is set, so that Arabic looks as large as the Latin beside it.
    pub(super) const fn scale(self) -> f32 {
        if self.is_arabic() { 1.18 } else { 1.0 }
    }

    /// What a line takes above its baseline, and below, for a size of one.
    pub(super) const fn extent(self) -> (f32, f32) {
        if self.is_arabic() {
            (1.17, 0.52)
        } else {
            (1.03, 0.33)
        }
    }
}

/// The fonts, read.
pub(super) struct Fonts {
    shaping: [harfrust::Font; 4],
    drawing: [krilla::text::Font; 4],
}

impl Fonts {
    pub(super) fn read() -> Result<Self, Unwritable> {
        let [a, b, c, d] = Face::ALL.map(|face| harfrust::Font::new(face.bytes(), 0));
        let shaping = [a, b, c, d];
        let [a, b, c, d] = Face::ALL.map(|face| krilla::text::Font::new(face.bytes().into(), 0));
        let drawing = [a, b, c, d];
        match (whole(shaping), whole(drawing)) {
            (Some(shaping), Some(drawing)) => Ok(Self { shaping, drawing }),
            _ => Err(Unwritable::Failed("Noto".to_owned())),
        }
    }

    pub(super) const fn shaping(&self) -> &[harfrust::Font; 4] {
        &self.shaping
    }

    pub(super) fn drawing(&self, face: Face) -> krilla::text::Font {
        self.drawing[face as usize].clone()
    }
}

fn whole<T>([a, b, c, d]: [Option<T>; 4]) -> Option<[T; 4]> {
    Some([a?, b?, c?, d?])
}
