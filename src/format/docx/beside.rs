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
    paper::{Block, Line, Stretch},
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
    for pair in pairs.iter().flat_map(apart) {
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

/// What happens at the same time, a row each where both languages tell the same of it.
fn apart(pair: &Pair) -> Vec<Pair> {
    let ([Block::Schedule(first)], [Block::Schedule(second)]) =
        (pair.first.as_slice(), pair.second.as_slice())
    else {
        return vec![pair.clone()];
    };
    let (
        [Stretch::Parallel { said, lines }],
        [
            Stretch::Parallel {
                said: other,
                lines: others,
            },
        ],
    ) = (first.as_slice(), second.as_slice())
    else {
        return vec![pair.clone()];
    };
    if lines.len() != others.len() {
        return vec![pair.clone()];
    }
    let note = |said: &String| {
        let said = said.clone();
        vec![Block::Schedule(vec![Stretch::Parallel {
            said,
            lines: Vec::new(),
        }])]
    };
    let one = |line: &Line| vec![Block::Schedule(vec![Stretch::One(line.clone())])];
    let lines = lines.iter().zip(others).map(|(first, second)| Pair {
        first: one(first),
        second: one(second),
    });
    let note = Pair {
        first: note(said),
        second: note(other),
    };
    std::iter::once(note).chain(lines).collect()
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
