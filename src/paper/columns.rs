//! Tables of what there is: a column that has nothing to say is left out.

use super::{Row, document::Table};

/// What is called "number" at the head of a column.
pub(super) const NUMBER: crate::words::Said =
    crate::words::Said::new("Nr.", "No.", "N°").ar("الرقم");

/// A row of these cells, and whether it is not what it was.
pub(super) const fn row(changed: bool, cells: Vec<String>) -> Row {
    Row { changed, cells }
}

/// A table of these columns, and rows of which none is marked.
pub(super) fn table(columns: &[&str], rows: Vec<Vec<String>>) -> Table {
    table_of(columns, rows.into_iter().map(Row::from).collect())
}

/// A table of these columns and rows.
pub(super) fn table_of(columns: &[&str], rows: Vec<Row>) -> Table {
    let has_some = |at: usize| {
        let mut rows = rows.iter();
        rows.any(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty()))
    };
    let kept: Vec<usize> = (0..columns.len()).filter(|at| has_some(*at)).collect();
    let cells = |row: Row| {
        let cells = row.cells.into_iter().enumerate();
        let cells = cells.filter(|(at, _)| kept.contains(at));
        Row {
            cells: cells.map(|(_, cell)| cell).collect(),
            ..row
        }
    };
    Table {
        columns: kept.iter().map(|at| columns[*at].to_owned()).collect(),
        rows: rows.into_iter().map(cells).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_without_anything_goes() {
        let row = |cells: [&str; 3]| row(true, cells.map(str::to_owned).to_vec());
        let made = table_of(
            &["a", "b", "c"],
            vec![row(["1", "", ""]), row(["2", "", "x"])],
        );
        assert_eq!(made.columns, ["a", "c"]);
        assert_eq!(made.rows[0].cells, ["1", ""]);
        assert_eq!(made.rows[1].cells, ["2", "x"]);
        assert!(made.rows[1].changed);
        assert!(table(&["a"], Vec::new()).columns.is_empty());
    }
}
