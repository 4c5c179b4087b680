//! Points, boxes to tick and places to sign.

use super::{
    setting::Setting,
    strip::{Strip, lines},
};
use crate::{
    display::{Align, pad, width},
    paper::{Check, Signature},
};

/// The most that a due date takes of its line, the gap after it included.
const DUE: usize = 20;
/// What lies between two places to sign.
const APART: usize = 4;
/// Lines that a signature takes.
const ROOM: usize = 3;

pub(super) fn points(points: &[String], set: Setting) -> Vec<Strip> {
    points
        .iter()
        .flat_map(|point| set.after("– ", point))
        .collect()
}

pub(super) fn checks(checks: &[Check], set: Setting) -> Vec<Strip> {
    let due = checks.iter().map(|check| width(&check.when)).max();
    let due = match due.unwrap_or(0) {
        0 => 0,
        due => (due + 1).min(DUE),
    };
    let one = |check| {
        if set.is_stacked() {
            stacked(check, set)
        } else {
            check_beside(check, due, set)
        }
    };
    checks.iter().flat_map(one).collect()
}

const fn tick(check: &Check) -> &'static str {
    if check.done { "[x] " } else { "[ ] " }
}

/// The box, by when, and what in a column of its own.
fn check_beside(check: &Check, due: usize, set: Setting) -> Vec<Strip> {
    let tick = tick(check);
    let before = width(tick) + due;
    let when = match due {
        0 => Vec::new(),
        due => lines(&check.when, due - 1),
    };
    let texts = std::iter::once(&check.what).chain(&check.details);
    let texts: Vec<String> = texts
        .flat_map(|text| lines(text, set.cols - before))
        .collect();
    let mut strips = Vec::new();
    for at in 0..when.len().max(texts.len()) {
        let tick = if at == 0 { tick } else { "    " };
        let when = when.get(at).map_or("", String::as_str);
        let text = texts.get(at).map_or("", String::as_str);
        let when = pad(when, due, Align::Left);
        strips.push(set.strip(format!("{tick}{when}{text}")));
    }
    strips
}

/// The box and by when, then what.
fn stacked(check: &Check, set: Setting) -> Vec<Strip> {
    let inner = if set.is_rtl() { "" } else { "    " };
    let mut texts = [&check.when, &check.what]
        .into_iter()
        .chain(&check.details)
        .filter(|text| !text.is_empty());
    let first = texts.next().map_or("", String::as_str);
    let mut strips = set.after(tick(check), first);
    strips.extend(texts.flat_map(|text| set.after(inner, text)));
    strips
}

/// Two and two beside each other, a line above each name.
pub(super) fn signatures(signatures: &[Signature], set: Setting) -> Vec<Strip> {
    let (across, cols) = if set.is_stacked() {
        (1, set.cols)
    } else {
        (2, (set.cols - APART) / 2)
    };
    let mut strips = Vec::new();
    for pair in signatures.chunks(across) {
        if !strips.is_empty() {
            strips.push(Strip::default());
        }
        let head = pair.iter().map(|one| lines(&one.party, cols));
        let below = pair.iter().map(|one| {
            let texts = one.signatory.iter().flat_map(|text| lines(text, cols));
            std::iter::once("_".repeat(cols)).chain(texts).collect()
        });
        strips.extend(side_by_side(&head.collect::<Vec<_>>(), cols, set));
        strips.extend(std::iter::repeat_n(Strip::default(), ROOM));
        strips.extend(side_by_side(&below.collect::<Vec<_>>(), cols, set));
    }
    strips
}

fn side_by_side(blocks: &[Vec<String>], cols: usize, set: Setting) -> Vec<Strip> {
    if let [block] = blocks {
        return block.iter().map(|line| set.strip(line.clone())).collect();
    }
    let height = blocks.iter().map(Vec::len).max().unwrap_or(0);
    let row = |at| {
        let texts = blocks.iter().map(|block| {
            let text = block.get(at).map_or("", String::as_str);
            pad(text, cols, Align::Left)
        });
        set.strip(texts.collect::<Vec<_>>().join(&" ".repeat(APART)))
    };
    (0..height).map(row).collect()
}
