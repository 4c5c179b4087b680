//! Two languages side by side: what says the same begins at the same height.

use super::{
    flow::{Column, Flow},
    slab::{Keep, Slab, Stack, beside, height, solid},
    tree::NodeId,
};
use crate::{format::Pair, paper::Block};

impl Flow<'_> {
    /// What both languages say, pair by pair.
    pub(super) fn pair_of_blocks(
        &mut self,
        pair: &Pair,
        columns: [Column; 2],
        nodes: [NodeId; 2],
        room: f32,
    ) -> Stack {
        let [first, second] = [(&pair.first, 0), (&pair.second, 1)]
            .map(|(blocks, at)| self.parts(blocks, columns[at], nodes[at]));
        if first.len() == second.len() {
            let both = first.into_iter().zip(second);
            return both.flat_map(|(a, b)| level(a, b, room)).collect();
        }
        level(first.concat(), second.concat(), room)
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
