//! How a document is set: how wide, in which direction, and what its times take of a line.

use super::strip::{Strip, lines, lines_of};
use crate::{
    display::{Align, pad, width},
    paper::{Block, Document},
    words::Lang,
};

/// Columns before the text of a schedule's line: at least, and at most.
const TIMES: (usize, usize) = (15, 21);
/// What lies between the times and the text, room for the bar of parallel lines included.
pub(super) const GAP: usize = 3;
/// What lies between two columns.
pub(super) const BETWEEN: usize = 2;
/// With fewer columns, what belongs together stands one below the other.
const BESIDE: usize = 56;

/// How a document is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// Columns of a line.
    pub(super) cols: usize,
    pub(super) lang: Lang,
    /// Columns that the times take, the gap after them included.
    pub(super) times: usize,
}

impl Setting {
    pub(super) fn of(document: &Document, cols: usize) -> Self {
        Self {
            cols,
            lang: document.lang,
            times: times(document),
        }
    }

    /// The same in fewer columns.
    pub(super) fn within(self, cols: usize) -> Self {
        Self { cols, ..self }
    }

    /// Whether it is written from right to left. Text that says nothing of its direction is then in
    /// order line by line only, so that nothing may depend on columns.
    pub(super) const fn is_rtl(self) -> bool {
        self.lang.is_right_to_left()
    }

    /// Whether what belongs together stands one below the other rather than side by side.
    pub(super) const fn is_stacked(self) -> bool {
        self.is_rtl() || self.cols < BESIDE
    }

    /// A text in its lines.
    pub(super) fn strips(self, text: &str) -> Vec<Strip> {
        let lines = lines(text, self.cols).into_iter();
        lines.map(|line| self.strip(line)).collect()
    }

    /// A line that fits.
    pub(super) fn strip(self, text: String) -> Strip {
        Strip {
            text,
            changed: false,
            rtl: self.is_rtl(),
        }
    }

    /// A text that is not there is no line.
    pub(super) fn some(self, text: &str) -> Vec<Strip> {
        if text.is_empty() {
            return Vec::new();
        }
        self.strips(text)
    }

    /// A text after a sign that its further lines stand below.
    pub(super) fn after(self, sign: &str, text: &str) -> Vec<Strip> {
        let before = width(sign);
        let next = if self.is_rtl() { 0 } else { before };
        let lines = lines(text, self.cols.saturating_sub(before)).into_iter();
        let begin = std::iter::once(sign.to_owned());
        let begin = begin.chain(std::iter::repeat(" ".repeat(next)));
        let lines = begin.zip(lines).map(|(begin, line)| begin + &line);
        lines.map(|line| self.strip(line)).collect()
    }

    /// Two texts of one line, at either end of it where it holds both.
    pub(super) fn pair(self, left: &str, right: &str) -> Vec<Strip> {
        let (first, second) = (lines(left, self.cols), lines(right, self.cols));
        if self.is_stacked() {
            return [self.some(left), self.some(right)].concat();
        }
        if let ([first], [second]) = (first.as_slice(), second.as_slice())
            && width(first) + BETWEEN + width(second) <= self.cols
        {
            let second = pad(second, self.cols - width(first), Align::Right);
            return vec![self.strip(format!("{first}{second}"))];
        }
        let second = second
            .iter()
            .map(|line| pad(line, self.cols, Align::Right).into());
        self.some(left).into_iter().chain(second).collect()
    }
}

/// How many columns the times of a document take, the gap after them included.
fn times(document: &Document) -> usize {
    let all = document.body.iter().flat_map(|block| match block {
        Block::Schedule(stretches) => stretches.as_slice(),
        _ => &[],
    });
    let widest = all
        .flat_map(lines_of)
        .flat_map(|line| &line.when)
        .flat_map(|when| lines(when, TIMES.1 - GAP))
        .map(|when| width(&when))
        .max();
    (widest.unwrap_or(0) + GAP).clamp(TIMES.0, TIMES.1)
}
