//! Head, body and foot of a document as lines.

use super::{
    facts, lists, schedule,
    setting::Setting,
    strip::{Strip, rule},
    table,
};
use crate::{
    display::width,
    paper::{Block, Document},
};

/// What stands above everything.
pub(super) fn head(document: &Document, set: &Setting) -> Vec<Strip> {
    let head = &document.head;
    let mut strips = set.some(&head.marking);
    strips.extend(set.pair(&head.sender, &head.audience));
    strips.extend(set.some(&head.visit));
    strips.push(Strip::default());
    strips.extend(set.pair(&head.title, &head.issue));
    strips.extend(set.pair(&head.subject, &head.stamp));
    strips
}

/// What stands below everything.
pub(super) fn foot(document: &Document, set: &Setting) -> Vec<Strip> {
    set.pair(&document.foot.note, &document.foot.contact)
}

/// Blocks one below the other, what the columns of schedules are called over the first of them.
pub(super) fn laid(
    blocks: &[Block],
    set: &Setting,
    columns: Option<&(String, String)>,
) -> Vec<Strip> {
    let named = columns
        .filter(|_| !set.is_stacked())
        .zip(first_schedule(blocks));
    let mut strips: Vec<Strip> = Vec::new();
    let mut is_apart = true;
    for (at, block) in blocks.iter().enumerate() {
        let block_strips = block_of(block, set);
        if block_strips.is_empty() {
            continue;
        }
        if !is_apart {
            strips.push(Strip::default());
        }
        if let Some(((when, what), _)) = named.filter(|(_, first)| *first == at) {
            strips.extend(schedule::columns_named(when, what, set));
            strips.push(Strip::default());
        }
        strips.extend(block_strips);
        is_apart = matches!(block, Block::Heading(_));
    }
    strips
}

/// Where the schedules begin, with the heading right over them.
fn first_schedule(blocks: &[Block]) -> Option<usize> {
    let at = blocks
        .iter()
        .position(|block| matches!(block, Block::Schedule(_)))?;
    let before = at.checked_sub(1);
    Some(match before {
        Some(before) if matches!(blocks[before], Block::Heading(_)) => before,
        _ => at,
    })
}

fn block_of(block: &Block, set: &Setting) -> Vec<Strip> {
    match block {
        Block::Heading(text) => heading(text, set),
        Block::Schedule(stretches) => schedule::laid(stretches, set),
        Block::Facts(facts) => facts::laid(facts, *set),
        Block::Table(table) => table::laid(table, *set),
        Block::Paragraph(text) => set.some(text),
        Block::List(points) => lists::points(points, *set),
        Block::Checks(checks) => lists::checks(checks, *set),
        Block::Signatures(signatures) => lists::signatures(signatures, *set),
        Block::NewPage => vec![rule(set.cols)],
    }
}

fn heading(text: &str, set: &Setting) -> Vec<Strip> {
    let mut strips = set.some(text);
    let widest = strips.iter().map(|strip| width(&strip.text)).max();
    if !set.is_rtl() {
        strips.extend(widest.map(rule));
    }
    strips
}
