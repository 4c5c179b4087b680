//! What frames a document: the headers and the footer of its pages, and its title on the first.

use super::{
    package::LOGO,
    paragraph::{Paragraph, gap, some},
    part,
    setting::Setting,
    table::{Row, bare, table},
    xml::Element,
};
use crate::{
    format::{House, logo::Picture},
    paper::Document,
    words::{Said, joined},
};

/// English metric units of a millimetre.
const MILLIMETRE: u64 = 36_000;
/// The most that a logo takes, in millimetres.
const LOGO_SIZE: (u64, u64) = (60, 16);
/// What lies between two languages, in letters.
const APART: usize = 2;

/// A document and how it is set.
pub(super) type Set<'a> = (&'a Document, Setting);

/// What the file is called where programs list it.
pub(super) fn name(document: &Document) -> String {
    let head = &document.head;
    let parts = [&head.title, &head.subject, &head.visit];
    joined(parts, " – ")
}

/// The texts of either end of a line.
fn ends(set: Setting, left: Vec<Element>, right: Vec<Element>) -> Element {
    let right_width = set.width * 2 / 5;
    let widths = [set.width - right_width, right_width];
    bare(set, "PlainTable", &widths, vec![Row::of([left, right])])
}

/// Who hands the paper out and for whom it is.
pub(super) fn first_header(house: &House, sets: &[Set<'_>], logo: Option<&Picture>) -> Element {
    let mut header = part("w:hdr");
    let side = |(document, set): &Set<'_>| -> [Vec<Element>; 2] {
        let spoken = house.in_lang(document.lang);
        let head = &document.head;
        let sender = if spoken.name.is_empty() {
            &head.sender
        } else {
            spoken.name
        };
        let mut from: Vec<Element> = some(*set, "PaperSender", sender).into_iter().collect();
        if !set.is_card {
            let address = spoken.address.iter();
            from.extend(address.filter_map(|line| some(*set, "PaperAddress", line)));
        }
        let to = some(
            *set,
            if sets.len() > 1 {
                "Header"
            } else {
                "PaperAudience"
            },
            &head.audience,
        );
        [from, to.into_iter().collect()]
    };
    if let (Some(logo), Some((_, set))) = (logo, sets.first()) {
        let alternative = house.in_lang(set.lang).name;
        header = header.put(
            Paragraph::new(*set, "Logo")
                .put(drawing(logo, alternative, set.is_card))
                .done(),
        );
    }
    header = header.all(markings(sets));
    match sets {
        [first, second] => header.put(in_halves(
            first.1,
            [side(first).concat(), side(second).concat()],
        )),
        [first, ..] => {
            let [from, to] = side(first);
            header.put(ends(first.1, from, to))
        }
        [] => header,
    }
    .all(sets.first().map(|(_, set)| gap(*set)))
}

/// How the paper is to be handled, once where both languages say the same.
fn markings(sets: &[Set<'_>]) -> Vec<Element> {
    let mut said: Vec<&str> = Vec::new();
    let mut markings = Vec::new();
    for (document, set) in sets {
        let marking = document.head.marking.as_str();
        if !said.contains(&marking) {
            said.push(marking);
            markings.extend(some(*set, "Marking", marking));
        }
    }
    markings
}

/// What paper a page belongs to that is not its first.
pub(super) fn next_header(sets: &[Set<'_>]) -> Element {
    let header = part("w:hdr").all(markings(sets));
    let lines = |set: Setting, style, texts: [&String; 2]| -> Vec<Element> {
        let texts = texts.into_iter();
        texts.filter_map(|text| some(set, style, text)).collect()
    };
    let side = |(document, set): &Set<'_>, end: &'static str| {
        let head = &document.head;
        [
            lines(*set, "Header", [&head.title, &head.subject]),
            lines(*set, end, [&head.issue, &head.stamp]),
        ]
    };
    let inside = match sets {
        [first, second] => {
            let sides = [first, second].map(|set| side(set, "Header").concat());
            Some(in_halves(first.1, sides))
        }
        [first, ..] => {
            let [left, right] = side(first, "HeaderEnd");
            Some(ends(first.1, left, right))
        }
        [] => None,
    };
    header
        .all(inside)
        .all(sets.first().map(|(_, set)| gap(*set)))
}

/// That it is subject to change, whom to call, and which page it is.
pub(super) fn footer(house: &House, sets: &[Set<'_>]) -> Element {
    let mut footer = part("w:ftr");
    let texts = |(document, set): &Set<'_>, end: &'static str| {
        let foot = &document.foot;
        [
            some(*set, "Footer", &foot.note),
            some(*set, end, &foot.contact),
        ]
        .map(|text| text.into_iter().collect::<Vec<_>>())
    };
    footer = footer.all(match sets {
        [first, second] => {
            let sides = [first, second].map(|set| {
                let mut side = texts(set, "Footer").concat();
                side.push(page(set.1, "Footer"));
                side
            });
            Some(in_halves(first.1, sides))
        }
        [first, ..] => {
            let [note, contact] = texts(first, "FooterEnd");
            Some(ends(first.1, note, contact))
        }
        [] => None,
    });
    footer = footer.all(sets.first().map(|(_, set)| gap(*set)));
    for (document, set) in sets {
        let line = house.in_lang(document.lang).footer;
        footer = footer.all(some(*set, "Footer", line));
    }
    match sets {
        [(_, set)] => footer.put(page(*set, "FooterEnd")),
        _ => footer.all(sets.first().map(|(_, set)| gap(*set))),
    }
}

/// Page n of m.
fn page(set: Setting, style: &'static str) -> Element {
    let before = Said::new("Seite\u{a0}", "Page\u{a0}", "Page\u{a0}").ar("صفحة\u{a0}");
    let between = Said::new(" von\u{a0}", " of\u{a0}", " sur\u{a0}").ar(" من\u{a0}");
    let field = |what: &str| {
        let run = Element::new("w:r").put(Element::new("w:t").text("1"));
        Element::new("w:fldSimple").with("w:instr", what).put(run)
    };
    Paragraph::new(set, style)
        .text(before.get(set.lang))
        .put(field(" PAGE "))
        .text(between.get(set.lang))
        .put(field(" NUMPAGES "))
        .done()
}

/// What paper it is, above everything that it says.
pub(super) fn title(document: &Document, set: Setting) -> Vec<Element> {
    let head = &document.head;
    let mut title: Vec<Element> = some(set, "Visit", &head.visit).into_iter().collect();
    let left = [("Title", &head.title), ("Subtitle", &head.subject)];
    let right = [("Issue", &head.issue), ("Issue", &head.stamp)];
    let side = |texts: [(&'static str, &String); 2]| -> Vec<Element> {
        let texts = texts.into_iter();
        texts
            .filter_map(|(style, text)| some(set, style, text))
            .collect()
    };
    let (left, right) = (side(left), side(right));
    if !left.is_empty() || !right.is_empty() {
        let right_width = set.width * 2 / 5;
        let widths = [set.width - right_width, right_width];
        title.extend(table(
            set,
            "TitleTable",
            &widths,
            vec![Row::of([left, right])],
        ));
    }
    title
}

/// The same, one below the other, for half of a line.
pub(super) fn stacked_title(document: &Document, set: Setting) -> Vec<Element> {
    let head = &document.head;
    let texts = [
        ("Visit", &head.visit),
        ("Title", &head.title),
        ("Subtitle", &head.subject),
        ("TableText", &head.issue),
        ("TableText", &head.stamp),
    ];
    let texts = texts.into_iter();
    texts
        .filter_map(|(style, text)| some(set, style, text))
        .collect()
}

/// Two languages beside each other.
pub(super) fn in_halves(set: Setting, sides: [Vec<Element>; 2]) -> Element {
    let apart = APART * set.letter();
    let half = (set.width - apart) / 2;
    let [first, second] = sides;
    let row = Row::of([first, Vec::new(), second]);
    bare(set, "PlainTable", &[half, apart, half], vec![row])
}

/// The logo as a picture in a line of text.
fn drawing(logo: &Picture, alternative: &str, is_card: bool) -> Element {
    let (most_width, most_height) = if is_card {
        (LOGO_SIZE.0 / 2, LOGO_SIZE.1 / 2)
    } else {
        LOGO_SIZE
    };
    let (width, height) = (u64::from(logo.width), u64::from(logo.height));
    let by_height = most_height * MILLIMETRE * width / height.max(1);
    let across = by_height.min(most_width * MILLIMETRE);
    let down = across * height / width.max(1);
    let size = |name| Element::new(name).with("cx", across).with("cy", down);
    let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    let named = |name| {
        let named = Element::new(name).with("id", 1).with("name", "Logo");
        named.with(
            "descr",
            if alternative.is_empty() {
                "Logo"
            } else {
                alternative
            },
        )
    };
    let shape = Element::new("pic:spPr")
        .put(
            Element::new("a:xfrm")
                .put(Element::new("a:off").with("x", 0).with("y", 0))
                .put(size("a:ext")),
        )
        .put(
            Element::new("a:prstGeom")
                .with("prst", "rect")
                .put(Element::new("a:avLst")),
        );
    let fill = Element::new("pic:blipFill")
        .put(Element::new("a:blip").with("r:embed", LOGO))
        .put(Element::new("a:stretch").put(Element::new("a:fillRect")));
    let inside = Element::new("pic:pic")
        .put(
            Element::new("pic:nvPicPr")
                .put(named("pic:cNvPr"))
                .put(Element::new("pic:cNvPicPr")),
        )
        .put(fill)
        .put(shape);
    let inline = Element::new("wp:inline")
        .with("distT", 0)
        .with("distB", 0)
        .with("distL", 0)
        .with("distR", 0)
        .put(size("wp:extent"))
        .put(named("wp:docPr"))
        .put(
            Element::new("a:graphic").put(
                Element::new("a:graphicData")
                    .with("uri", picture)
                    .put(inside),
            ),
        );
    Element::new("w:r").put(Element::new("w:drawing").put(inline))
}
