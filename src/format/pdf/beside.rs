//! Two languages side by side: what says the same begins at the same height.

use super::{
    flow::{Column, Flow},
    slab::{Frame, Keep, Slab, Stack, beside, height, solid},
    tree::NodeId,
};
use crate::{
    format::Pair,
    paper::{Block, Table},
};

impl Flow<'_> {
    /// What both languages say, pair by pair.
    pub(super) fn pair_of_blocks(
        &mut self,
        pair: &Pair,
        columns: [Column; 2],
        nodes: [NodeId; 2],
        room: f32,
    ) -> Stack {
        if let ([Block::Table(first), ..], [Block::Table(second), ..]) =
            (&pair.first[..], &pair.second[..])
        {
            let tables = [(first, columns[0]), (second, columns[1])];
            if tables
                .iter()
                .any(|(table, column)| self.breaks_words(table, column.frame.width))
            {
                return self.below_each_other(tables, nodes);
            }
        }
        let [first, second] = [(&pair.first, 0), (&pair.second, 1)]
            .map(|(blocks, at)| self.parts(blocks, columns[at], nodes[at]));
        if first.len() != second.len() {
            return level(first.concat(), second.concat(), room);
        }
        let mut stack = Vec::new();
        let mut header = None;
        for (a, b) in first.into_iter().zip(second) {
            let headers = [&a, &b].map(|part| part.first().and_then(|slab| slab.header));
            let mut both = level(a, b, room);
            if let [Some(a), Some(b)] = headers {
                let header = *header.get_or_insert_with(|| self.header_of_both(a, b));
                for slab in &mut both {
                    slab.header = Some(header);
                }
            }
            stack.extend(both);
        }
        stack
    }

    /// Tables that half a page is too narrow for: each as wide as the page, one below the other.
    fn below_each_other(&mut self, tables: [(&Table, Column); 2], nodes: [NodeId; 2]) -> Stack {
        let frames = tables.map(|(_, column)| column.frame);
        let left = frames[0].left.min(frames[1].left);
        let right = frames.map(|frame| frame.left + frame.width);
        let width = right[0].max(right[1]) - left;
        let mut stack = Vec::new();
        for ((table, column), node) in tables.into_iter().zip(nodes) {
            let frame = Frame {
                left,
                width,
                ..column.frame
            };
            let parts = self.table(table, Column { frame, ..column }, node);
            stack.extend(parts.into_iter().flatten());
        }
        stack
    }

    /// What is repeated above rows that stand beside each other.
    fn header_of_both(&mut self, first: usize, second: usize) -> usize {
        let both = [first, second].map(|at| self.headers.get(at).cloned().unwrap_or_default());
        self.headers.push(beside(both.into()));
        self.headers.len() - 1
    }

    fn parts(&mut self, blocks: &[Block], column: Column, node: NodeId) -> Vec<Stack> {
        let blocks = blocks.iter();
        blocks
            .flat_map(|block| self.block(block, column, node))
            .collect()
    }
}

/// Two stacks beside each other, in as few pieces as pages hold.
pub(super) fn level(first: Stack, second: Stack, room: f32) -> Stack {
    let (mut first, mut second) = (pieces(first, room), pieces(second, room));
    let count = first.len().max(second.len());
    first.resize_with(count, Slab::default);
    second.resize_with(count, Slab::default);
    let both = first.into_iter().zip(second);
    both.flat_map(|(a, b)| beside(vec![vec![a], vec![b]]))
        .collect()
}

/// A stack in pieces of which each fits on a page.
fn pieces(stack: Stack, room: f32) -> Vec<Slab> {
    let mut found: Vec<Stack> = vec![Vec::new()];
    for mut slab in stack {
        slab.header = None;
        if let Some(piece) = found.last_mut() {
            let full = height(piece) + slab.gap + slab.height() > room;
            if full && !piece.is_empty() {
                found.push(vec![slab]);
            } else {
                piece.push(slab);
            }
        }
    }
    let free = |slab: Slab| Slab {
        keep: if slab.keep == Keep::Always {
            Keep::Always
        } else {
            Keep::Free
        },
        ..slab
    };
    found.into_iter().map(|piece| free(solid(piece))).collect()
}
