//! The style of a page: what is the same for all, and before it what the house and the paper ask for.

use maud::PreEscaped;

use crate::{
    format::{
        Print,
        colour::{Rgb, readable},
        house::PaperSize,
    },
    paper::Sheet,
    words::{Lang, Said},
};

/// What is the same for all pages.
const SHEET: &str = include_str!("page.css");
/// The ground of dark screens; the same stands in the style sheet.
const DARK: Rgb = [0x16, 0x18, 0x1c];

/// What stands around the numbers at the foot of printed pages.
const PAGE: Said = Said::new("Seite ", "Page ", "Page ").ar("الصفحة ");
const OF: Said = Said::new(" von ", " of ", " sur ").ar(" من ");

/// The whole style sheet. Nothing in it comes from a text that a person typed.
pub(super) fn sheet(print: &Print<'_>) -> PreEscaped<String> {
    let house = print.house;
    let size = size(house.paper, print.document.sheet, print.beside.is_some());
    let margin = match print.document.sheet {
        Sheet::Card => "8mm",
        Sheet::Page | Sheet::Wide => "18mm 18mm 20mm",
    };
    let mut out = format!(
        "@page{{size:{size};margin:{margin};@bottom-center{{{}}}}}\n",
        number(print)
    );
    // Black is no colour of a house: headings then have the colour of the text.
    if house.colour != [0, 0, 0] {
        let dark = hex(readable(house.colour, DARK));
        let (rule, ink) = (hex(house.colour), hex(house.ink()));
        out += &format!(
            ":root{{--rule:{rule};--ink:{ink}}}\n@media screen and (prefers-color-scheme:dark){{:root{{--rule:{dark};--ink:{dark}}}}}\n"
        );
    }
    PreEscaped(format!("\n{SHEET}{out}"))
}

/// Page n of m.
fn number(print: &Print<'_>) -> String {
    let of = |lang: Lang| {
        let (page, of) = (PAGE.get(lang), OF.get(lang));
        format!("\"{page}\" counter(page) \"{of}\" counter(pages)")
    };
    let beside = print.beside.map(|beside| of(beside.lang));
    let both: Vec<String> = std::iter::once(of(print.document.lang))
        .chain(beside)
        .collect();
    format!(
        "content:{};font:8pt var(--font);color:#555",
        both.join(" \" · \" ")
    )
}

/// Cards in two languages lie beside each other on a sheet that is folded between them.
const fn size(paper: PaperSize, sheet: Sheet, is_beside: bool) -> &'static str {
    match (paper, sheet) {
        (PaperSize::A4, Sheet::Page) => "A4",
        (PaperSize::A4, Sheet::Wide) => "A4 landscape",
        (PaperSize::A4, Sheet::Card) if is_beside => "A5 landscape",
        (PaperSize::Letter, Sheet::Card) if is_beside => "8.5in 5.5in",
        (PaperSize::A4, Sheet::Card) => "A6",
        (PaperSize::Letter, Sheet::Page) => "letter",
        (PaperSize::Letter, Sheet::Wide) => "letter landscape",
        (PaperSize::Letter, Sheet::Card) => "4.25in 5.5in",
    }
}

fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
