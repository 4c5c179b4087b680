//! A document in two languages: a table of two columns, what belongs together in one row.

use super::{
    blocks, frame,
    frame::Set,
    paragraph::gap,
    setting::Setting,
    table::{Cell, Row, bare},
    xml::Element,
};
use crate::{
    format::Pair,
    paper::{Block, Stretch},
};

/// What the edges of a cell take, in letters.
const EDGES: usize = 2;

pub(super) fn laid(sets: &[Set<'_>; 2], pairs: &[Pair]) -> Vec<Element> {
    let [first, second] = sets;
    let width = first.1.width;
    let half = width / 2;
    let inner = |set: Setting| set.within(half - EDGES * set.letter());
    let title = |set: &Set<'_>| frame::stacked_title(set.0, inner(set.1));
    let mut rows = vec![Row::of([title(first), title(second)])];
    let mut elements = Vec::new();
    let finish = |rows: &mut Vec<Row>, elements: &mut Vec<Element>| {
        if !rows.is_empty() {
            let rows = std::mem::take(rows);
            elements.push(bare(first.1, "BesideTable", &[half, width - half], rows));
        }
    };
    for pair in pairs {
        if pair.first == [Block::NewPage] && pair.second == pair.first {
            finish(&mut rows, &mut elements);
            elements.extend(blocks::narrow(&Block::NewPage, first.1));
            continue;
        }
        let side = |blocks: &[Block], set: Setting| -> Cell {
            let inside = blocks
                .iter()
                .flat_map(|block| blocks::narrow(block, inner(set)));
            Cell {
                changed: blocks.iter().any(is_changed),
                ..inside.collect::<Vec<_>>().into()
            }
        };
        rows.push(Row {
            cells: vec![side(&pair.first, first.1), side(&pair.second, second.1)],
            is_head: false,
        });
    }
    finish(&mut rows, &mut elements);
    elements.push(gap(first.1));
    elements
}

/// Whether a line is not what it was; a table says that of its rows itself.
fn is_changed(block: &Block) -> bool {
    let Block::Schedule(stretches) = block else {
        return false;
    };
    stretches.iter().any(|stretch| match stretch {
        Stretch::One(line) => line.changed,
        Stretch::Parallel { lines, .. } => lines.iter().any(|line| line.changed),
    })
}
