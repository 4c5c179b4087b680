//! How the papers of a house look: its name, logo, colours, address, footer line and paper size.

/// The size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PaperSize {
    /// 210 × 297 mm (ISO 216).
    #[default]
    A4,
    /// 8.5 × 11 inches (ANSI/ASME Y14.1).
    Letter,
}

/// How the papers of a house look. What is empty is not printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct House {
    /// The name of the house, where it is not the visit's own.
    pub name: String,
    /// The address, a line each.
    pub address: Vec<String>,
    /// A line at the foot of each page.
    pub footer: String,
    /// The colour of headings and rules, as red, green, blue.
    pub colour: [u8; 3],
    /// The size of paper.
    pub paper: PaperSize,
    /// The bytes of the logo, PNG or SVG.
    pub logo: Vec<u8>,
}

/// No house style: black on A4.
static PLAIN: House = House::new();

impl House {
    /// No house style: black on A4.
    pub fn plain() -> &'static Self {
        &PLAIN
    }

    const fn new() -> Self {
        Self {
            name: String::new(),
            address: Vec::new(),
            footer: String::new(),
            colour: [0, 0, 0],
            paper: PaperSize::A4,
            logo: Vec::new(),
        }
    }
}

impl Default for House {
    fn default() -> Self {
        Self::new()
    }
}
