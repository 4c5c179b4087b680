//! What a format is given: one document or the same in two languages, the house style, the width.

use super::House;
use crate::paper::{Block, Document};

/// Columns of a page of text when nothing is said.
pub const PAGE_COLUMNS: usize = 80;

/// What a format is given.
#[derive(Debug, Clone, Copy)]
pub struct Print<'a> {
    /// The document.
    pub document: &'a Document,
    /// The same in another language, to stand beside it.
    pub beside: Option<&'a Document>,
    /// How the house's papers look.
    pub house: &'a House,
    /// Columns of a page of text, as a terminal shows them.
    pub width: usize,
}

/// Blocks of both languages that stand side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Of the first language.
    pub first: Vec<Block>,
    /// Of the second.
    pub second: Vec<Block>,
}

impl<'a> Print<'a> {
    /// One document in the plain style, on a page of the usual width.
    pub fn plain(document: &'a Document) -> Self {
        Self {
            document,
            beside: None,
            house: House::plain(),
            width: PAGE_COLUMNS,
        }
    }

    /// What stands side by side where there are two languages, from top to bottom. Line by line of a
    /// schedule where both have the same blocks, else all of the one beside all of the other.
    pub fn pairs(&self) -> Option<Vec<Pair>> {
        let beside = self.beside?;
        let (first, second) = (&self.document.body, &beside.body);
        let are_alike = first.len() == second.len()
            && first
                .iter()
                .zip(second)
                .all(|(a, b)| std::mem::discriminant(a) == std::mem::discriminant(b));
        if !are_alike {
            return Some(vec![Pair {
                first: first.clone(),
                second: second.clone(),
            }]);
        }
        Some(
            first
                .iter()
                .zip(second)
                .flat_map(|(a, b)| line_by_line(a, b))
                .collect(),
        )
    }
}

fn line_by_line(first: &Block, second: &Block) -> Vec<Pair> {
    let pair = |first: Block, second: Block| Pair {
        first: vec![first],
        second: vec![second],
    };
    match (first, second) {
        (Block::Schedule(a), Block::Schedule(b)) if a.len() == b.len() => a
            .iter()
            .zip(b)
            .map(|(a, b)| {
                pair(
                    Block::Schedule(vec![a.clone()]),
                    Block::Schedule(vec![b.clone()]),
                )
            })
            .collect(),
        _ => vec![pair(first.clone(), second.clone())],
    }
}
