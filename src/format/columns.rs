//! How wide the columns of a table are, so that no word is broken and no column starves.

use crate::{
    display::{safe_lines, width},
    paper::Table,
};

/// A word of more columns may be broken in a table; a shorter one is not.
const WORD: usize = 30;
/// In fewer columns no sentence reads well.
const NARROW: usize = 10;

/// The columns of a table in a room of `cols` with so many between two of them, unless words would
/// have to be broken for them to fit. Each is at least as wide as its longest word.
pub(super) fn widths(table: &Table, cols: usize, between: usize) -> Option<Vec<usize>> {
    let count = table.columns.len();
    let room = cols.checked_sub(between * count.saturating_sub(1))?;
    let measures: Vec<(usize, usize)> = (0..count).map(|at| measure(table, at)).collect();
    let least: usize = measures.iter().map(|(word, _)| word).sum();
    let most: usize = measures.iter().map(|(_, whole)| whole).sum();
    if most <= room {
        return Some(measures.into_iter().map(|(_, whole)| whole).collect());
    }
    (least <= room).then(|| shared(&measures, room))
}

/// What a column needs at least, and at most.
fn measure(table: &Table, at: usize) -> (usize, usize) {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
    let (mut word, mut whole) = (0, 0);
    for cell in cells.chain(table.columns.get(at)) {
        let cell = safe_lines(cell);
        whole = whole.max(cell.split('\n').map(width).max().unwrap_or(0));
        word = word.max(cell.split([' ', '\n']).map(width).max().unwrap_or(0));
    }
    (word.min(WORD).max(whole.min(NARROW)), whole)
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
