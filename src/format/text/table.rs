//! Tables: columns side by side, or one record below the other where they would be too narrow.

use super::{
    facts,
    setting::{BETWEEN, Setting},
    strip::{Strip, lines},
};
use crate::{
    display::{Align, pad},
    format::columns,
    paper::{Fact, Row, Table},
    words::Lang,
};

/// A row of more lines than this needs an empty line before the next.
const LINES: usize = 2;

pub(super) fn laid(table: &Table, set: Setting) -> Vec<Strip> {
    if set.is_rtl() {
        return records(table, set);
    }
    columns::widths(table, set.cols, BETWEEN).map_or_else(
        || records(table, set),
        |widths| in_columns(table, &widths, set),
    )
}

fn in_columns(table: &Table, widths: &[usize], set: Setting) -> Vec<Strip> {
    let mut strips = Vec::new();
    if table.columns.iter().any(|name| !name.is_empty()) {
        strips.extend(row(&table.columns, widths, set));
        let lines: Vec<String> = widths.iter().map(|cols| "─".repeat(*cols)).collect();
        strips.extend(row(&lines, widths, set));
    }
    let rows: Vec<Vec<Strip>> = table
        .rows
        .iter()
        .map(|one| marked(row(&one.cells, widths, set), one))
        .collect();
    let is_airy = rows.iter().any(|row| row.len() > LINES);
    for (at, row) in rows.into_iter().enumerate() {
        if is_airy && at > 0 {
            strips.push(Strip::default());
        }
        strips.extend(row);
    }
    strips
}

fn row(cells: &[String], widths: &[usize], set: Setting) -> Vec<Strip> {
    let cells: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(cell, cols)| lines(cell, *cols))
        .collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |at| {
        let texts = cells.iter().zip(widths).map(|(cell, cols)| {
            let text = cell.get(at).map_or("", String::as_str);
            pad(text, *cols, Align::Left)
        });
        set.strip(texts.collect::<Vec<_>>().join(&" ".repeat(BETWEEN)))
    };
    (0..height).map(line).collect()
}

/// Each row as facts under the names of the columns.
fn records(table: &Table, set: Setting) -> Vec<Strip> {
    let mut strips = Vec::new();
    if table.rows.is_empty() {
        return set.some(&table.columns.join(", "));
    }
    for row in &table.rows {
        if !strips.is_empty() {
            strips.push(Strip::default());
        }
        let cells = table.columns.iter().zip(&row.cells);
        let facts = cells.filter(|(_, cell)| !cell.is_empty());
        let facts: Vec<Fact> = facts
            .map(|(name, cell)| Fact {
                label: label(name, set.lang),
                text: cell.clone(),
            })
            .collect();
        strips.extend(marked(facts::laid(&facts, set), row));
    }
    strips
}

/// The name of a column as a label, with the colon of its language.
fn label(name: &str, lang: Lang) -> String {
    match lang {
        _ if name.is_empty() => String::new(),
        Lang::Fr => format!("{name}\u{a0}:"),
        _ => format!("{name}:"),
    }
}

fn marked(mut strips: Vec<Strip>, row: &Row) -> Vec<Strip> {
    for strip in &mut strips {
        strip.changed = row.changed;
    }
    strips
}
