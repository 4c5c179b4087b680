//! Tables, with their header repeated on each page and rows that stay whole.

use super::{paragraph::gap, setting::Setting, xml::Element};

/// How the edge of a cell shows that it is not what it was.
const CHANGED: usize = 36;
/// How the edge of a cell shows what happens at the same time.
const PARALLEL: usize = 8;

/// A cell of a row.
#[derive(Default)]
pub(super) struct Cell {
    pub(super) inside: Vec<Element>,
    pub(super) changed: bool,
    pub(super) parallel: bool,
}

impl From<Vec<Element>> for Cell {
    fn from(inside: Vec<Element>) -> Self {
        Self {
            inside,
            ..Self::default()
        }
    }
}

/// A row of a table.
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// Whether it is repeated on each page.
    pub(super) is_head: bool,
}

impl Row {
    pub(super) fn of(cells: impl IntoIterator<Item = Vec<Element>>) -> Self {
        Self {
            cells: cells.into_iter().map(Cell::from).collect(),
            is_head: false,
        }
    }
}

/// A table of columns of these widths, and what parts it from another one.
pub(super) fn table(set: Setting, style: &str, widths: &[usize], rows: Vec<Row>) -> Vec<Element> {
    if rows.is_empty() {
        return Vec::new();
    }
    vec![bare(set, style, widths, rows), gap(set)]
}

/// The same, where a paragraph follows in any case.
pub(super) fn bare(set: Setting, style: &str, widths: &[usize], rows: Vec<Row>) -> Element {
    let has_head = rows.first().is_some_and(|row| row.is_head);
    let mut property = Element::new("w:tblPr").put(Element::val("w:tblStyle", style));
    if set.is_rtl() {
        property = property.put(Element::new("w:bidiVisual"));
    }
    let look = Element::val("w:tblLook", if has_head { "0020" } else { "0000" })
        .with("w:firstRow", u8::from(has_head))
        .with("w:lastRow", 0)
        .with("w:firstColumn", 0)
        .with("w:lastColumn", 0)
        .with("w:noHBand", 1)
        .with("w:noVBand", 1);
    property = property
        .put(
            Element::new("w:tblW")
                .with("w:w", widths.iter().sum::<usize>())
                .with("w:type", "dxa"),
        )
        .put(Element::new("w:tblLayout").with("w:type", "fixed"))
        .put(look);
    let columns = widths
        .iter()
        .map(|width| Element::new("w:gridCol").with("w:w", width));
    let rows = rows.into_iter().map(|row| row_of(set, row, widths));
    Element::new("w:tbl")
        .put(property)
        .put(Element::new("w:tblGrid").all(columns))
        .all(rows)
}

fn row_of(set: Setting, row: Row, widths: &[usize]) -> Element {
    let mut property = Element::new("w:trPr").put(Element::new("w:cantSplit"));
    if row.is_head {
        property = property.put(Element::new("w:tblHeader"));
    }
    let cells = row.cells.into_iter().zip(widths);
    let cells = cells.map(|(cell, width)| cell_of(set, cell, *width));
    Element::new("w:tr").put(property).all(cells)
}

fn cell_of(set: Setting, cell: Cell, width: usize) -> Element {
    let mut property = Element::new("w:tcPr").put(
        Element::new("w:tcW")
            .with("w:w", width)
            .with("w:type", "dxa"),
    );
    let thick = match (cell.changed, cell.parallel) {
        (true, _) => Some(CHANGED),
        (false, true) => Some(PARALLEL),
        (false, false) => None,
    };
    if let Some(thick) = thick {
        let edge = Element::val("w:left", "single")
            .with("w:sz", thick)
            .with("w:space", 0)
            .with("w:color", "000000");
        property = property.put(Element::new("w:tcBorders").put(edge));
    }
    if cell.changed {
        let shade = Element::val("w:shd", "clear")
            .with("w:color", "auto")
            .with("w:fill", "EEEEEE");
        property = property.put(shade);
    }
    let is_open = cell.inside.is_empty();
    Element::new("w:tc")
        .put(property)
        .all(cell.inside)
        .all(is_open.then(|| gap(set)))
}
