//! Lines of a programme made slabs: the times beside what happens, parallel ones along one bar.

use std::{borrow::Cow, num::NonZeroU32};

use krilla::tagging::{TableHeaderScope, Tag as PdfTag};

use super::{
    flow::{Column, Flow, QUIET, ruled},
    lines::Style,
    slab::{Bar, Drawing, Keep, Mark, Side, Stack, beside, spaced, whole},
    tree::NodeId,
};
use crate::{
    paper::{Block, Detail, Document, Line, Stretch},
    words::Said,
};

const CHANGED: Said = Said::new("geändert", "changed", "modifié").ar("تم تغييره");

/// The part of a column that its times take: at least, and at most.
const TIMES: (f32, f32) = (0.12, 0.3);
/// How far from a bar what it stands beside is.
const INSET: f32 = 9.0;

impl Flow<'_> {
    /// How wide the times of a document are in a column of this width, with the gap after them.
    pub(super) fn times(&mut self, document: &Document, width: f32) -> f32 {
        let style = self.style();
        let stretches = document.body.iter().flat_map(|block| match block {
            Block::Schedule(stretches) => stretches.as_slice(),
            _ => &[],
        });
        let lines = stretches.flat_map(|stretch| match stretch {
            Stretch::One(line) => std::slice::from_ref(line),
            Stretch::Parallel { lines, .. } => lines.as_slice(),
        });
        let widest = lines
            .flat_map(|line| &line.when)
            .map(|when| self.shaper.natural(when, style))
            .fold(0.0, f32::max);
        (widest + style.size * 1.4).clamp(width * TIMES.0, width * TIMES.1)
    }

    /// What the columns of schedules are called: the header of the first, if that comes next.
    pub(super) fn columns(
        &mut self,
        names: &(String, String),
        column: Column,
        parent: NodeId,
        is_header: bool,
    ) -> Stack {
        let style = Style {
            bold: true,
            ..self.small()
        };
        let frames = [
            column.frame.part(0.0, column.times),
            column.frame.after(column.times),
        ];
        let row = is_header.then(|| {
            let table = self.tree.add(parent, PdfTag::Table);
            self.open = Some(table);
            self.tree.add(table, PdfTag::TR)
        });
        let mut stacks = Vec::new();
        for (name, frame) in [&names.0, &names.1].into_iter().zip(frames) {
            let node = match row {
                Some(row) => self.tree.add(row, PdfTag::TH(TableHeaderScope::Column)),
                None => self.tree.add(parent, PdfTag::P),
            };
            stacks.push(self.text(name, style, frame, Side::Start, node));
        }
        let mut stack = spaced(beside(stacks), 8.0);
        if let Some(last) = stack.last_mut() {
            last.below += 3.0;
            last.rules.push(ruled(column.frame, -2.0, 0.5, self.rule));
        }
        for slab in &mut stack {
            slab.keep = Keep::Always;
        }
        stack
    }

    pub(super) fn schedule(
        &mut self,
        stretches: &[Stretch],
        column: Column,
        parent: NodeId,
    ) -> Vec<Stack> {
        let table = match self.open.take() {
            Some(table) => table,
            None => self.tree.add(parent, PdfTag::Table),
        };
        let mut parts = Vec::new();
        for stretch in stretches {
            let part = match stretch {
                Stretch::One(line) => self.line(line, column, 0.0, table),
                Stretch::Parallel { said, lines } => self.parallel(said, lines, column, table),
            };
            parts.push(spaced(part, 8.0));
        }
        parts
    }

    fn parallel(&mut self, said: &str, lines: &[Line], column: Column, table: NodeId) -> Stack {
        let style = Style {
            ink: QUIET,
            ..self.style()
        };
        let row = self.tree.add(table, PdfTag::TR);
        let cell = PdfTag::TD.with_col_span(NonZeroU32::new(2));
        let cell = self.tree.add(row, cell);
        let frame = column.frame.after(column.times + INSET);
        let mut stack = self.paragraph(said, style, frame, cell);
        for slab in &mut stack {
            slab.keep = Keep::Always;
        }
        for line in lines {
            stack.extend(spaced(self.line(line, column, INSET, table), 6.0));
        }
        let bar = column.frame.after(column.times);
        for (at, slab) in stack.iter_mut().enumerate() {
            slab.bars.push(Bar {
                x: bar.place(1.4, Side::Start),
                width: 1.4,
                ink: self.rule,
                joined: at > 0,
            });
        }
        stack
    }

    fn line(&mut self, line: &Line, column: Column, inset: f32, table: NodeId) -> Stack {
        let style = self.style();
        let row = self.tree.add(table, PdfTag::TR);
        let head = self.tree.add(row, PdfTag::TH(TableHeaderScope::Row));
        let cell = self.tree.add(row, PdfTag::TD);
        let times = column.frame.part(0.0, column.times - style.size * 0.8);
        let frame = column.frame.after(column.times + inset);
        let mut when = Vec::new();
        for text in &line.when {
            let is_room = self.shaper.natural(text, style) <= times.width;
            let text = if is_room {
                Cow::Borrowed(text.as_str())
            } else {
                at_dash(text)
            };
            when.extend(self.text(&text, style, times, Side::Start, head));
        }
        let bold = Style {
            bold: true,
            ..style
        };
        let mut what = self.paragraph(&line.what, bold, frame, cell);
        for detail in &line.details {
            match detail {
                Detail::Text(text) => what.extend(self.paragraph(text, style, frame, cell)),
                Detail::Facts(facts) => {
                    let facts = self.facts(facts, frame, cell);
                    let facts = facts.into_iter().flatten();
                    what.extend(facts.map(|mut slab| {
                        slab.gap = 0.0;
                        slab
                    }));
                }
            }
        }
        let mut stack = beside(vec![when, what]);
        whole(&mut stack);
        if line.changed {
            self.mark_changed(&mut stack, column, cell);
        }
        stack
    }

    /// A bar in the margin beside what is new.
    pub(super) fn mark_changed(&self, stack: &mut Stack, column: Column, cell: NodeId) {
        let width = 2.2;
        let outside = column.frame.part(-8.0, width);
        for (at, slab) in stack.iter_mut().enumerate() {
            if at == 0 {
                slab.marks.push(Mark {
                    x: outside.left,
                    y: -slab.above,
                    what: Drawing::Block {
                        width,
                        height: slab.height(),
                        ink: self.ink,
                        said: Some(CHANGED.get(column.lang)),
                    },
                    tag: cell.into(),
                });
            } else {
                slab.bars.push(Bar {
                    x: outside.left,
                    width,
                    ink: self.ink,
                    joined: true,
                });
            }
        }
    }
}

/// A stretch of time that a line does not hold, in two: it breaks after its dash only.
fn at_dash(time: &str) -> Cow<'_, str> {
    match time.split_once('–') {
        Some((from, to)) => {
            let is_space = |c: char| c.is_whitespace();
            Cow::Owned(format!("{from}–\n{}", to.trim_start_matches(is_space)))
        }
        None => Cow::Borrowed(time),
    }
}
