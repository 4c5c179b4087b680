//! The file itself: its parts, what they are and how they belong together. The same document gives
//! the same bytes, and nothing in them says who made it, when or where.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{RELATIONS, WORD, part, setting::locale, xml::Element};
use crate::words::Lang;

/// The relation that the document has to its logo, its headers and its footer.
pub(super) const LOGO: &str = "rIdLogo";
pub(super) const FIRST_HEADER: &str = "rIdFirstHeader";
pub(super) const NEXT_HEADER: &str = "rIdNextHeader";
pub(super) const FOOTER: &str = "rIdFooter";

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const KINDS: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

pub(super) struct Package {
    pub(super) document: Element,
    pub(super) styles: Element,
    pub(super) first_header: Element,
    pub(super) next_header: Element,
    pub(super) footer: Element,
    /// A PNG file.
    pub(super) logo: Option<Vec<u8>>,
    pub(super) title: String,
    pub(super) lang: Lang,
}

impl Package {
    pub(super) fn zipped(&self) -> Result<Vec<u8>, ZipError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let parts = [
            ("[Content_Types].xml", &types()),
            ("_rels/.rels", &roots()),
            ("docProps/core.xml", &self.properties()),
            ("word/document.xml", &self.document),
            ("word/_rels/document.xml.rels", &relations()),
            ("word/styles.xml", &self.styles),
            ("word/settings.xml", &self.settings()),
            ("word/fontTable.xml", &fonts()),
            ("word/numbering.xml", &points()),
            ("word/header1.xml", &self.first_header),
            ("word/header2.xml", &self.next_header),
            ("word/footer1.xml", &self.footer),
        ];
        for (name, part) in parts {
            zip.start_file(name, options)?;
            zip.write_all(part.part().as_bytes())?;
        }
        if let Some(logo) = &self.logo {
            zip.start_file("word/_rels/header1.xml.rels", options)?;
            let relations = Element::new("Relationships")
                .with("xmlns", format!("{PACKAGE}/relationships"))
                .put(relation(
                    LOGO,
                    &format!("{RELATIONS}/image"),
                    "media/logo.png",
                ));
            zip.write_all(relations.part().as_bytes())?;
            zip.start_file("word/media/logo.png", options)?;
            zip.write_all(logo)?;
        }
        Ok(zip.finish()?.into_inner())
    }

    fn properties(&self) -> Element {
        Element::new("cp:coreProperties")
            .with("xmlns:cp", format!("{PACKAGE}/metadata/core-properties"))
            .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
            .put(Element::new("dc:title").text(self.title.as_str()))
            .put(Element::new("dc:language").text(locale(self.lang)))
    }

    fn settings(&self) -> Element {
        let compatible = |name: &str, value: u8| {
            Element::new("w:compatSetting")
                .with("w:name", name)
                .with("w:uri", "http://schemas.microsoft.com/office/word")
                .with("w:val", value)
        };
        let compat = Element::new("w:compat")
            .put(compatible("compatibilityMode", 15))
            .put(compatible("overrideTableStyleFontSizeAndJustification", 1))
            .put(compatible("enableOpenTypeFeatures", 1))
            .put(compatible("doNotFlipMirrorIndents", 1))
            .put(compatible("differentiateMultirowTableHeaders", 1));
        part("w:settings")
            .put(Element::val("w:defaultTabStop", 709))
            .put(Element::val("w:characterSpacingControl", "doNotCompress"))
            .put(compat)
            .put(
                Element::val("w:themeFontLang", locale(self.lang)).with("w:bidi", locale(Lang::Ar)),
            )
    }
}

fn types() -> Element {
    let by_extension = |extension: &str, kind: &str| {
        Element::new("Default")
            .with("Extension", extension)
            .with("ContentType", kind)
    };
    let part = |name: &str, kind: &str| {
        Element::new("Override")
            .with("PartName", name)
            .with("ContentType", kind)
    };
    let word = |name: &str, kind: &str| part(name, &format!("{KINDS}.{kind}+xml"));
    Element::new("Types")
        .with("xmlns", format!("{PACKAGE}/content-types"))
        .put(by_extension(
            "rels",
            "application/vnd.openxmlformats-package.relationships+xml",
        ))
        .put(by_extension("xml", "application/xml"))
        .put(by_extension("png", "image/png"))
        .put(part(
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
        ))
        .put(word("/word/document.xml", "document.main"))
        .put(word("/word/styles.xml", "styles"))
        .put(word("/word/settings.xml", "settings"))
        .put(word("/word/fontTable.xml", "fontTable"))
        .put(word("/word/numbering.xml", "numbering"))
        .put(word("/word/header1.xml", "header"))
        .put(word("/word/header2.xml", "header"))
        .put(word("/word/footer1.xml", "footer"))
}

fn relation(id: &str, kind: &str, target: &str) -> Element {
    Element::new("Relationship")
        .with("Id", id)
        .with("Type", kind)
        .with("Target", target)
}

fn roots() -> Element {
    Element::new("Relationships")
        .with("xmlns", format!("{PACKAGE}/relationships"))
        .put(relation(
            "rId1",
            &format!("{RELATIONS}/officeDocument"),
            "word/document.xml",
        ))
        .put(relation(
            "rId2",
            &format!("{PACKAGE}/relationships/metadata/core-properties"),
            "docProps/core.xml",
        ))
}

fn relations() -> Element {
    let kinds = [
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdFonts", "fontTable", "fontTable.xml"),
        ("rIdPoints", "numbering", "numbering.xml"),
        (FIRST_HEADER, "header", "header1.xml"),
        (NEXT_HEADER, "header", "header2.xml"),
        (FOOTER, "footer", "footer1.xml"),
    ];
    let relations = kinds
        .into_iter()
        .map(|(id, kind, target)| relation(id, &format!("{RELATIONS}/{kind}"), target));
    Element::new("Relationships")
        .with("xmlns", format!("{PACKAGE}/relationships"))
        .all(relations)
}

/// The fonts and what stands in for each where it is not installed.
fn fonts() -> Element {
    let font = |name: &str, instead: &str, family: &str| {
        Element::new("w:font")
            .with("w:name", name)
            .put(Element::val("w:altName", instead))
            .put(Element::val("w:family", family))
            .put(Element::val("w:pitch", "variable"))
    };
    Element::new("w:fonts")
        .with("xmlns:w", WORD)
        .put(font("Noto Sans", "Calibri;Arial", "swiss"))
        .put(font("Noto Naskh Arabic", "Arial", "roman"))
        .put(font(
            "Segoe UI Symbol",
            "Noto Sans Symbols2;DejaVu Sans",
            "swiss",
        ))
}

/// How the points of a list are marked.
fn points() -> Element {
    let level = Element::new("w:lvl")
        .with("w:ilvl", 0)
        .put(Element::val("w:start", 1))
        .put(Element::val("w:numFmt", "bullet"))
        .put(Element::val("w:lvlText", "–"))
        .put(Element::val("w:lvlJc", "left"))
        .put(
            Element::new("w:pPr").put(
                Element::new("w:ind")
                    .with("w:left", 284)
                    .with("w:hanging", 284),
            ),
        );
    let points = Element::new("w:abstractNum")
        .with("w:abstractNumId", 0)
        .put(Element::val("w:multiLevelType", "hybridMultilevel"))
        .put(level);
    let used = Element::new("w:num")
        .with("w:numId", 1)
        .put(Element::val("w:abstractNumId", 0));
    part("w:numbering").put(points).put(used)
}
