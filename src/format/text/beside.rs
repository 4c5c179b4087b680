//! A document in two languages, side by side.

use super::{
    body,
    setting::Setting,
    strip::{Strip, rule},
};
use crate::{
    display::{Align, pad},
    format::{Pair, Print},
    paper::{Block, Document},
};

/// What stands between the two.
const BAR: &str = " │ ";
/// With fewer columns for each, the one stands below the other.
const FEWEST: usize = 36;

/// Both languages, if there are two and the page is wide enough. What is written from right to left
/// has no place in a column: nothing in a text says where it would end.
pub(super) fn laid(print: &Print<'_>, cols: usize) -> Option<Vec<Strip>> {
    let (first, second) = (print.document, print.beside?);
    let half = cols.saturating_sub(3) / 2;
    if half < FEWEST
        || [first, second]
            .iter()
            .any(|one| one.lang.is_right_to_left())
    {
        return None;
    }
    let both = Both {
        first: (first, Setting::of(first, half)),
        second: (second, Setting::of(second, half)),
        half,
    };
    let mut strips = both.of(body::head);
    strips.push(both.rule('┬'));
    strips.extend(both.body(&print.pairs()?));
    strips.push(both.rule('┴'));
    strips.extend(both.of(body::foot));
    Some(strips)
}

struct Both<'a> {
    first: (&'a Document, Setting),
    second: (&'a Document, Setting),
    half: usize,
}

impl Both<'_> {
    /// A part of both.
    fn of(&self, part: fn(&Document, &Setting) -> Vec<Strip>) -> Vec<Strip> {
        let (first, second) = (&self.first, &self.second);
        self.zipped(&part(first.0, &first.1), &part(second.0, &second.1))
    }

    fn body(&self, pairs: &[Pair]) -> Vec<Strip> {
        let mut strips = Vec::new();
        let mut is_apart = true;
        let mut is_named = false;
        for pair in pairs {
            if pair.first == [Block::NewPage] && pair.second == pair.first {
                strips.push(self.rule('┼'));
                is_apart = true;
                continue;
            }
            if !is_apart {
                strips.push(self.line("", ""));
            }
            let has_schedule = pair
                .first
                .iter()
                .any(|block| matches!(block, Block::Schedule(_)));
            let side = |blocks: &[Block], (document, set): &(&Document, Setting)| {
                let columns = document.columns.as_ref().filter(|_| !is_named);
                body::laid(blocks, set, columns)
            };
            let first = side(&pair.first, &self.first);
            let second = side(&pair.second, &self.second);
            is_named |= has_schedule;
            is_apart = matches!(pair.first.as_slice(), [Block::Heading(_)]);
            strips.extend(self.zipped(&first, &second));
        }
        strips
    }

    fn zipped(&self, first: &[Strip], second: &[Strip]) -> Vec<Strip> {
        let nothing = Strip::default();
        let row = |at: usize| {
            let of = |strips: &[Strip]| strips.get(at).unwrap_or(&nothing).clone();
            let (first, second) = (of(first), of(second));
            Strip {
                changed: first.changed || second.changed,
                ..self.line(&first.text, &second.text)
            }
        };
        (0..first.len().max(second.len())).map(row).collect()
    }

    fn line(&self, first: &str, second: &str) -> Strip {
        format!("{}{BAR}{second}", pad(first, self.half, Align::Left)).into()
    }

    fn rule(&self, crossing: char) -> Strip {
        let Strip { text: half, .. } = rule(self.half + 1);
        format!("{half}{crossing}{half}").into()
    }
}
