//! The blocks of a document as paragraphs and tables.

use super::{
    paragraph::{Paragraph, said, some},
    schedule,
    setting::Setting,
    table::{Cell, Row, table},
    xml::Element,
};
use crate::{
    format::columns,
    paper::{Block, Check, Document, Fact, Signature, Table},
    words::Lang,
};

/// The most that labels take of their line: a part of so many.
const LABEL: usize = 3;
/// What a box to tick takes, in letters.
const BOX: usize = 4;
/// What lies between two places to sign, in letters.
const APART: usize = 5;
/// What the edges of a cell take of a column, in letters.
const EDGES: usize = 2;

pub(super) fn laid(document: &Document, set: Setting) -> Vec<Element> {
    let columns = document.columns.as_ref();
    let blocks = document.body.iter();
    blocks.flat_map(|block| one(block, columns, set)).collect()
}

fn one(block: &Block, columns: Option<&(String, String)>, set: Setting) -> Vec<Element> {
    match block {
        Block::Schedule(stretches) => schedule::laid(stretches, columns, set),
        Block::Facts(facts) => fact_table(facts, set),
        other => narrow(other, set),
    }
}

/// A block that looks the same in a whole line and in half of one.
pub(super) fn narrow(block: &Block, set: Setting) -> Vec<Element> {
    match block {
        Block::Heading(text) => some(set, "Heading1", text).into_iter().collect(),
        Block::Schedule(stretches) => stacked(stretches, set),
        Block::Facts(facts) => schedule::facts(facts, set),
        Block::Table(table) => rows_of(table, set),
        Block::Paragraph(text) => some(set, "BodyText", text).into_iter().collect(),
        Block::List(points) => {
            let points = points.iter();
            points.map(|point| said(set, "ListBullet", point)).collect()
        }
        Block::Checks(checks) => boxes(checks, set),
        Block::Signatures(signatures) => places_to_sign(signatures, set),
        Block::NewPage => vec![Paragraph::new(set, "Gap").on_new_page().done()],
    }
}

fn stacked(stretches: &[crate::paper::Stretch], set: Setting) -> Vec<Element> {
    use crate::paper::Stretch;
    let lines = stretches.iter().flat_map(|stretch| match stretch {
        Stretch::One(line) => schedule::stacked(line, set),
        Stretch::Parallel { said: text, lines } => {
            let note = some(set, "ScheduleNote", text);
            let lines = lines.iter().flat_map(|line| schedule::stacked(line, set));
            note.into_iter().chain(lines).collect()
        }
    });
    lines.collect()
}

fn fact_table(facts: &[Fact], set: Setting) -> Vec<Element> {
    let labels = facts.iter().map(|fact| fact.label.as_str());
    let labels = match set.widest(labels, set.width / LABEL) {
        0 => return schedule::facts(facts, set),
        labels => (labels + EDGES * set.letter()).min(set.width / LABEL),
    };
    let rows = facts.iter().map(|fact| {
        Row::of([
            vec![said(set, "FactLabel", &fact.label)],
            vec![said(set, "FactText", &fact.text)],
        ])
    });
    table(
        set,
        "PlainTable",
        &[labels, set.width - labels],
        rows.collect(),
    )
}

/// A table; where its columns would break words, its rows as records.
fn rows_of(data: &Table, set: Setting) -> Vec<Element> {
    let cols = set.width / set.letter();
    let Some(widths) = columns::widths(data, cols, EDGES) else {
        return records(data, set);
    };
    let sum: usize = widths.iter().map(|width| width + EDGES).sum();
    let widths: Vec<usize> = widths
        .iter()
        .map(|width| (width + EDGES) * set.width / sum.max(1))
        .collect();
    let cells = |style, texts: &[String]| -> Vec<Cell> {
        let cells = texts.iter().map(|text| vec![said(set, style, text)].into());
        cells.collect()
    };
    let mut rows = Vec::new();
    if data.columns.iter().any(|name| !name.is_empty()) {
        rows.push(Row {
            cells: cells("TableHeading", &data.columns),
            is_head: true,
        });
    }
    rows.extend(data.rows.iter().map(|row| {
        let mut cells = cells("TableText", &row.cells);
        if let Some(first) = cells.first_mut() {
            first.changed = row.changed;
        }
        Row {
            cells,
            is_head: false,
        }
    }));
    table(set, "PaperTable", &widths, rows)
}

/// Each row as facts under the names of the columns.
fn records(data: &Table, set: Setting) -> Vec<Element> {
    let rows = data.rows.iter().map(|row| {
        let cells = data.columns.iter().zip(&row.cells);
        let facts: Vec<Fact> = cells
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(name, cell)| Fact {
                label: label(name, set.lang),
                text: cell.clone(),
            })
            .collect();
        let cell = Cell {
            changed: row.changed,
            ..schedule::facts(&facts, set).into()
        };
        Row {
            cells: vec![cell],
            is_head: false,
        }
    });
    let names = data.columns.join(", ");
    match data.rows.len() {
        0 => some(set, "TableHeading", &names).into_iter().collect(),
        _ => table(set, "PaperTable", &[set.width], rows.collect()),
    }
}

/// The name of a column as a label, with the colon of its language.
fn label(name: &str, lang: Lang) -> String {
    match lang {
        _ if name.is_empty() => String::new(),
        Lang::Fr => format!("{name}\u{a0}:"),
        _ => format!("{name}:"),
    }
}

fn boxes(checks: &[Check], set: Setting) -> Vec<Element> {
    let due = checks.iter().map(|check| check.when.as_str());
    let due = match set.widest(due, set.width / LABEL) {
        0 => None,
        due => Some(due + EDGES * set.letter()),
    };
    let tick = BOX * set.letter();
    let mut widths = vec![tick];
    widths.extend(due);
    widths.push(set.width - widths.iter().sum::<usize>());
    let rows = checks.iter().map(|check| {
        let mut cells = vec![vec![
            Paragraph::new(set, "CheckText")
                .put(tick_box(check.done))
                .done(),
        ]];
        cells.extend(due.map(|_| vec![said(set, "CheckText", &check.when)]));
        let details = check.details.iter();
        let details = details.filter_map(|text| some(set, "CheckDetail", text));
        let what = std::iter::once(said(set, "CheckText", &check.what));
        cells.push(what.chain(details).collect());
        Row::of(cells)
    });
    table(set, "PlainTable", &widths, rows.collect())
}

/// A box that is ticked by a click.
fn tick_box(done: bool) -> Element {
    let font = "Segoe UI Symbol";
    let state = |name, sign: &str| {
        Element::new(name)
            .with("w14:val", sign)
            .with("w14:font", font)
    };
    let fonts = Element::new("w:rFonts")
        .with("w:ascii", font)
        .with("w:hAnsi", font)
        .with("w:eastAsia", font)
        .with("w:cs", font);
    let sign = if done { "☑" } else { "☐" };
    let run = Element::new("w:r")
        .put(Element::new("w:rPr").put(fonts))
        .put(Element::new("w:t").text(sign));
    let checked = Element::new("w14:checked").with("w14:val", u8::from(done));
    let property = Element::new("w:sdtPr").put(
        Element::new("w14:checkbox")
            .put(checked)
            .put(state("w14:checkedState", "2611"))
            .put(state("w14:uncheckedState", "2610")),
    );
    Element::new("w:sdt")
        .put(property)
        .put(Element::new("w:sdtContent").put(run))
}

/// Two and two beside each other, a line above each name.
fn places_to_sign(signatures: &[Signature], set: Setting) -> Vec<Element> {
    let apart = APART * set.letter();
    let half = (set.width - apart) / 2;
    let place = |signature: Option<&Signature>| -> Vec<Element> {
        let Some(signature) = signature else {
            return Vec::new();
        };
        let mut place = vec![
            Paragraph::new(set, "SignatureParty")
                .text(&signature.party)
                .with_next()
                .done(),
        ];
        let mut lines = signature.signatory.iter();
        let first = lines.next().map_or("", String::as_str);
        place.push(said(set, "SignatureName", first));
        place.extend(lines.map(|line| said(set, "SignatureCapacity", line)));
        place
    };
    let rows = signatures
        .chunks(2)
        .map(|pair| Row::of([place(pair.first()), Vec::new(), place(pair.get(1))]));
    table(set, "PlainTable", &[half, apart, half], rows.collect())
}
