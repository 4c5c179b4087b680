//! Tables: columns side by side, or one record below the other where they would be too narrow.

use super::{
    facts,
    setting::{BETWEEN, Setting},
    strip::{Strip, lines},
};
use crate::{
    display::{Align, pad, width},
    paper::{Fact, Row, Table},
    words::Lang,
};

/// A word of more columns may be broken in a table; a shorter one is not.
const WORD: usize = 20;
/// In fewer columns no sentence reads well.
const NARROW: usize = 10;
/// A row of more lines than this needs an empty line before the next.
const LINES: usize = 2;

pub(super) fn laid(table: &Table, set: Setting) -> Vec<Strip> {
    if set.is_rtl() {
        return records(table, set);
    }
    widths(table, set.cols).map_or_else(
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

/// The columns of a table, unless words would have to be broken for them to fit. Each is at least as
/// wide as its longest word; the rest is shared out by how much more each could do with.
fn widths(table: &Table, cols: usize) -> Option<Vec<usize>> {
    let count = table.columns.len();
    let room = cols.checked_sub(BETWEEN * count.saturating_sub(1))?;
    let measures = (0..count).map(|at| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
        let cells = || std::iter::once(&table.columns[at]).chain(cells.clone());
        let whole = cells().map(|cell| lines(cell, usize::MAX));
        let whole = whole.flatten().map(|line| width(&line)).max();
        let word = cells().flat_map(|cell| lines(cell, 1_usize.max(longest(cell))));
        let word = word.map(|line| width(&line)).max();
        let whole = whole.unwrap_or(0);
        (word.unwrap_or(0).min(whole).max(whole.min(NARROW)), whole)
    });
    let measures: Vec<(usize, usize)> = measures.collect();
    let least: usize = measures.iter().map(|(word, _)| word).sum();
    let most: usize = measures.iter().map(|(_, whole)| whole).sum();
    if most <= room {
        return Some(measures.into_iter().map(|(_, whole)| whole).collect());
    }
    (least <= room).then(|| shared(&measures, room))
}

/// Columns that need no more than their even share have that; the others share what is left by how
/// much more than their longest word each could do with.
fn shared(measures: &[(usize, usize)], room: usize) -> Vec<usize> {
    let mut given: Vec<Option<usize>> = vec![None; measures.len()];
    let (mut left, mut open) = (room, measures.len());
    loop {
        let even = left / open.max(1);
        let wanting = measures.iter().zip(&given).map(|(measure, given)| {
            let is_modest = given.is_none() && measure.1 <= even;
            is_modest.then_some(measure.1)
        });
        let wanting: Vec<Option<usize>> = wanting.collect();
        if wanting.iter().all(Option::is_none) {
            break;
        }
        for (given, modest) in given.iter_mut().zip(wanting) {
            if let Some(cols) = modest {
                *given = Some(cols);
                left = left.saturating_sub(cols);
                open -= 1;
            }
        }
    }
    let least = |given: &[Option<usize>]| -> usize {
        let open = measures
            .iter()
            .zip(given)
            .filter(|(_, given)| given.is_none());
        open.map(|((word, _), _)| word).sum()
    };
    if least(&given) > left {
        given.fill(None);
        left = room;
    }
    let spare = left.saturating_sub(least(&given));
    let wish = |(word, whole): &(usize, usize)| whole.saturating_sub(*word);
    let open = measures.iter().zip(&given);
    let open = open.filter(|(_, given)| given.is_none());
    let wishes: usize = open.map(|(measure, _)| wish(measure)).sum();
    let shared = measures.iter().zip(given).map(|(measure, given)| {
        given.unwrap_or_else(|| measure.0 + spare * wish(measure) / wishes.max(1))
    });
    shared.collect()
}

/// The columns of the longest piece of a text that stays together, a very long one aside.
fn longest(text: &str) -> usize {
    let pieces = text.split([' ', '\n']).map(width);
    pieces.max().unwrap_or(0).min(WORD)
}
