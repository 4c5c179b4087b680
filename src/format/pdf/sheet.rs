//! The sheet of paper: how large it is, what its margins are, and how large letters are on it.

use crate::{format::house::PaperSize, paper::Sheet};

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;

/// A sheet and how it is set; all in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Setup {
    pub(super) width: f32,
    pub(super) height: f32,
    /// At the left and right.
    pub(super) side: f32,
    /// Above and below.
    pub(super) edge: f32,
    /// What lies between two languages.
    pub(super) gutter: f32,
    /// The size of letters.
    pub(super) body: f32,
    /// The same in tables.
    pub(super) cell: f32,
    /// The same in heads and feet.
    pub(super) small: f32,
    pub(super) heading: f32,
    pub(super) subject: f32,
    pub(super) title: f32,
    /// The most that a logo takes, from left to right and from top to bottom.
    pub(super) logo: (f32, f32),
}

impl Setup {
    pub(super) fn of(sheet: Sheet, paper: PaperSize) -> Self {
        let (width, height) = match paper {
            PaperSize::A4 => (210.0 * MM, 297.0 * MM),
            PaperSize::Letter => (612.0, 792.0),
        };
        let page = Self {
            width,
            height,
            side: 22.0 * MM,
            edge: 16.0 * MM,
            gutter: 26.0,
            body: 10.0,
            cell: 9.0,
            small: 8.0,
            heading: 12.0,
            subject: 12.0,
            title: 18.0,
            logo: (160.0, 52.0),
        };
        match sheet {
            Sheet::Page => page,
            Sheet::Wide => Self {
                width: height,
                height: width,
                side: 16.0 * MM,
                ..page
            },
            Sheet::Card => Self {
                width: 105.0 * MM,
                height: 148.0 * MM,
                side: 8.0 * MM,
                edge: 7.0 * MM,
                gutter: 0.0,
                body: 8.0,
                cell: 7.5,
                small: 6.5,
                heading: 9.0,
                subject: 9.0,
                title: 11.0,
                logo: (80.0, 28.0),
            },
        }
    }

    /// The same for two languages side by side, each with half the width. Cards lie beside each
    /// other on a sheet that is folded between them.
    pub(super) fn halved(self, sheet: Sheet) -> Self {
        if sheet == Sheet::Card {
            return Self {
                width: self.width * 2.0,
                gutter: self.side * 2.0,
                ..self
            };
        }
        Self {
            side: self.side * 0.8,
            body: self.body * 0.9,
            cell: self.cell * 0.9,
            heading: self.heading * 0.92,
            subject: self.subject * 0.92,
            title: self.title * 0.8,
            ..self
        }
    }

    /// The width of what is set.
    pub(super) fn measure(&self) -> f32 {
        self.width - 2.0 * self.side
    }
}
