//! The styles of the file, by which an officer changes how all of a kind look.

use super::{
    part,
    setting::{Setting, locale},
    xml::Element,
};
use crate::{
    format::{House, colour::Rgb},
    words::Lang,
};

/// How the letters and lines of a style are; what is not said is as in the style that it is based on.
#[derive(Clone, Copy)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own in a style"
)]
struct Look {
    /// The size of letters, in hundredths of the usual one.
    size: usize,
    bold: bool,
    italic: bool,
    /// Whether its letters have the colour of the house.
    ink: bool,
    grey: bool,
    /// What lies above and below, in twentieths of a point.
    space: (usize, usize),
    keep: bool,
    at_end: bool,
    /// Its level among the headings, from 0.
    level: Option<u8>,
    line_above: bool,
    /// Whether a picture stands in it, as high as it is.
    picture: bool,
}

struct Style {
    id: &'static str,
    name: &'static str,
    based: &'static str,
    next: &'static str,
    look: Look,
}

const LOOK: Look = Look {
    size: 100,
    bold: false,
    italic: false,
    ink: false,
    grey: false,
    space: (0, 0),
    keep: false,
    at_end: false,
    level: None,
    line_above: false,
    picture: false,
};

const fn style(id: &'static str, name: &'static str, look: Look) -> Style {
    Style {
        id,
        name,
        based: "Normal",
        next: "",
        look,
    }
}

const fn heading(id: &'static str, name: &'static str, look: Look) -> Style {
    Style {
        next: "BodyText",
        ..style(id, name, look)
    }
}

#[rustfmt::skip]
const STYLES: &[Style] = &[
    style("BodyText", "Body Text", Look { space: (0, 120), ..LOOK }),
    heading("Title", "Title", Look { size: 150, bold: true, ink: true, keep: true, ..LOOK }),
    heading("Subtitle", "Subtitle", Look { size: 115, space: (20, 60), keep: true, ..LOOK }),
    heading("Heading1", "heading 1", Look { size: 120, bold: true, ink: true, space: (240, 80), keep: true, level: Some(0), ..LOOK }),
    heading("Heading2", "heading 2", Look { size: 105, bold: true, ink: true, space: (160, 60), keep: true, level: Some(1), ..LOOK }),
    style("Header", "header", Look { size: 90, ..LOOK }),
    style("HeaderEnd", "Header end", Look { size: 90, at_end: true, ..LOOK }),
    style("Footer", "footer", Look { size: 85, ..LOOK }),
    style("FooterEnd", "Footer end", Look { size: 85, at_end: true, ..LOOK }),
    style("Logo", "Logo", Look { space: (0, 120), picture: true, ..LOOK }),
    style("Marking", "Marking", Look { bold: true, space: (0, 80), ..LOOK }),
    style("PaperSender", "Paper sender", Look { bold: true, ..LOOK }),
    style("PaperAddress", "Paper address", Look { size: 85, ..LOOK }),
    style("PaperAudience", "Paper audience", Look { at_end: true, ..LOOK }),
    style("Visit", "Visit", Look { space: (120, 120), keep: true, ..LOOK }),
    style("Issue", "Issue", Look { size: 95, at_end: true, space: (40, 0), ..LOOK }),
    style("TableHeading", "Table heading", Look { size: 95, bold: true, keep: true, ..LOOK }),
    style("TableText", "Table text", Look { size: 95, ..LOOK }),
    style("ScheduleTime", "Schedule time", LOOK),
    style("ScheduleItem", "Schedule item", Look { bold: true, keep: true, ..LOOK }),
    style("ScheduleDetail", "Schedule detail", LOOK),
    style("ScheduleNote", "Schedule note", Look { italic: true, keep: true, ..LOOK }),
    style("FactLabel", "Fact label", Look { grey: true, ..LOOK }),
    style("FactText", "Fact text", LOOK),
    style("CheckText", "Check", LOOK),
    style("CheckDetail", "Check detail", Look { size: 95, grey: true, ..LOOK }),
    style("SignatureParty", "Signature party", Look { bold: true, space: (240, 0), keep: true, ..LOOK }),
    style("SignatureName", "Signature name", Look { space: (900, 0), line_above: true, ..LOOK }),
    style("SignatureCapacity", "Signature capacity", LOOK),
];

/// The size of a style's letters, in hundredths of the usual one.
pub(super) fn size(id: &str) -> usize {
    let style = STYLES.iter().find(|style| style.id == id);
    style.map_or(LOOK.size, |style| style.look.size)
}

/// The styles of a document in this setting.
pub(super) fn styles(house: &House, set: Setting) -> Element {
    let ink = hex(house.ink());
    let styles = STYLES.iter().map(|style| style.written(set, &ink));
    part("w:styles")
        .put(defaults(set))
        .put(normal(set))
        .all(styles)
        .put(points())
        .put(gap())
        .put(label_text())
        .put(tables("PlainTable", "Paper plain table", Lines::None, &ink))
        .put(tables(
            "TitleTable",
            "Paper title table",
            Lines::Below,
            &ink,
        ))
        .put(tables("PaperTable", "Paper table", Lines::Rows, &ink))
        .put(tables("ScheduleTable", "Schedule table", Lines::Rows, &ink))
        .put(tables("BesideTable", "Two languages", Lines::Beside, &ink))
}

fn hex(colour: Rgb) -> String {
    let [red, green, blue] = colour;
    format!("{red:02X}{green:02X}{blue:02X}")
}

fn defaults(set: Setting) -> Element {
    let fonts = Element::new("w:rFonts")
        .with("w:ascii", "Noto Sans")
        .with("w:hAnsi", "Noto Sans")
        .with("w:eastAsia", "Noto Sans")
        .with("w:cs", "Noto Naskh Arabic");
    let lang = Element::val("w:lang", locale(set.lang))
        .with("w:eastAsia", locale(set.lang))
        .with("w:bidi", locale(Lang::Ar));
    let letters = Element::new("w:rPr")
        .put(fonts)
        .all(sizes(set.size))
        .put(lang);
    let spacing = Element::new("w:spacing").with("w:after", 0);
    let spacing = if set.is_rtl() {
        spacing
            .with("w:line", set.arabic_line(100))
            .with("w:lineRule", "exact")
    } else {
        spacing.with("w:line", 252).with("w:lineRule", "auto")
    };
    let lines = Element::new("w:pPr").put(spacing);
    Element::new("w:docDefaults")
        .put(Element::new("w:rPrDefault").put(letters))
        .put(Element::new("w:pPrDefault").put(lines))
}

/// The same size for letters of any script; Arabic ones are drawn smaller.
fn sizes(size: usize) -> [Element; 2] {
    [
        Element::val("w:sz", size),
        Element::val("w:szCs", size + size / 10),
    ]
}

fn normal(set: Setting) -> Element {
    let mut lines = Element::new("w:pPr").put(Element::new("w:widowControl"));
    if set.is_rtl() {
        lines = lines.put(Element::new("w:bidi"));
    }
    paragraph_style("Normal")
        .with("w:default", 1)
        .put(Element::val("w:name", "Normal"))
        .put(Element::new("w:qFormat"))
        .put(lines)
}

fn paragraph_style(id: &str) -> Element {
    Element::new("w:style")
        .with("w:type", "paragraph")
        .with("w:styleId", id)
}

impl Style {
    fn written(&self, set: Setting, ink: &str) -> Element {
        let mut style = paragraph_style(self.id)
            .put(Element::val("w:name", self.name))
            .put(Element::val("w:basedOn", self.based));
        if !self.next.is_empty() {
            style = style.put(Element::val("w:next", self.next));
        }
        style
            .put(Element::new("w:qFormat"))
            .put(self.look.lines(set))
            .put(self.look.letters(set, ink))
    }
}

impl Look {
    fn lines(self, set: Setting) -> Element {
        let mut lines = Element::new("w:pPr");
        if self.keep {
            lines = lines
                .put(Element::new("w:keepNext"))
                .put(Element::new("w:keepLines"));
        }
        if self.line_above {
            let line = Element::val("w:top", "single")
                .with("w:sz", 6)
                .with("w:space", 4)
                .with("w:color", "auto");
            lines = lines.put(Element::new("w:pBdr").put(line));
        }
        let mut spacing = Element::new("w:spacing")
            .with("w:before", self.space.0)
            .with("w:after", self.space.1);
        if self.picture {
            spacing = spacing.with("w:line", 240).with("w:lineRule", "auto");
        } else if set.is_rtl() {
            let line = set.arabic_line(self.size);
            spacing = spacing.with("w:line", line).with("w:lineRule", "exact");
        }
        lines = lines.put(spacing);
        if self.at_end {
            lines = lines.put(Element::val("w:jc", "right"));
        }
        lines.all(self.level.map(|level| Element::val("w:outlineLvl", level)))
    }

    fn letters(self, set: Setting, ink: &str) -> Element {
        let mut letters = Element::new("w:rPr");
        if self.bold {
            letters = letters.put(Element::new("w:b")).put(Element::new("w:bCs"));
        }
        if self.italic {
            letters = letters.put(Element::new("w:i")).put(Element::new("w:iCs"));
        }
        if self.ink {
            letters = letters.put(Element::val("w:color", ink));
        } else if self.grey {
            letters = letters.put(Element::val("w:color", "404040"));
        }
        if self.size != 100 {
            letters = letters.all(sizes(set.size * self.size / 100));
        }
        letters
    }
}

fn points() -> Element {
    let number = Element::new("w:numPr").put(Element::val("w:numId", 1));
    let lines = Element::new("w:pPr")
        .put(number)
        .put(Element::new("w:contextualSpacing"));
    paragraph_style("ListBullet")
        .put(Element::val("w:name", "List Bullet"))
        .put(Element::val("w:basedOn", "BodyText"))
        .put(Element::new("w:qFormat"))
        .put(lines)
}

/// A line that is only there to part two tables.
fn gap() -> Element {
    let lines = Element::new("w:spacing")
        .with("w:before", 0)
        .with("w:after", 0)
        .with("w:line", 120)
        .with("w:lineRule", "exact");
    paragraph_style("Gap")
        .put(Element::val("w:name", "Gap"))
        .put(Element::val("w:basedOn", "Normal"))
        .put(Element::new("w:pPr").put(lines))
        .put(Element::new("w:rPr").all(sizes(8)))
}

fn label_text() -> Element {
    Element::new("w:style")
        .with("w:type", "character")
        .with("w:styleId", "FactLabelText")
        .put(Element::val("w:name", "Fact label text"))
        .put(Element::new("w:qFormat"))
        .put(Element::new("w:rPr").put(Element::val("w:color", "404040")))
}

/// Which lines a table has.
#[derive(Clone, Copy, PartialEq)]
enum Lines {
    None,
    Below,
    Rows,
    Beside,
}

fn tables(id: &str, name: &str, lines: Lines, ink: &str) -> Element {
    let line = |edge, thick: u8, colour: &str| {
        Element::val(edge, "single")
            .with("w:sz", thick)
            .with("w:space", 0)
            .with("w:color", colour)
    };
    let thin = |edge| line(edge, 4, "A6A6A6");
    let thick = |edge| line(edge, 8, ink);
    let borders = match lines {
        Lines::None => vec![],
        Lines::Below => vec![thick("w:bottom")],
        Lines::Rows => vec![thick("w:bottom"), thin("w:insideH")],
        Lines::Beside => vec![thick("w:bottom"), thin("w:insideH"), thin("w:insideV")],
    };
    let edge = |name, width: u8| Element::new(name).with("w:w", width).with("w:type", "dxa");
    // What has no lines stands at the edge of the page, as paragraphs do.
    let (upright, across) = match lines {
        Lines::None | Lines::Below => (10, 0),
        Lines::Rows | Lines::Beside => (50, 85),
    };
    let margins = Element::new("w:tblCellMar")
        .put(edge("w:top", upright))
        .put(edge("w:left", across))
        .put(edge("w:bottom", upright))
        .put(edge("w:right", across));
    let style = Element::new("w:style")
        .with("w:type", "table")
        .with("w:styleId", id)
        .put(Element::val("w:name", name))
        .put(Element::new("w:qFormat"))
        .put(
            Element::new("w:tblPr")
                .put(Element::new("w:tblBorders").all(borders))
                .put(margins),
        );
    if lines != Lines::Rows {
        return style;
    }
    let under = Element::new("w:tcBorders").put(thick("w:bottom"));
    let head = Element::new("w:tblStylePr")
        .with("w:type", "firstRow")
        .put(Element::new("w:tcPr").put(under));
    style.put(head)
}
