//! Tables made slabs: columns as wide as their texts ask for, rows in one piece.

use krilla::tagging::{TableHeaderScope, Tag as PdfTag};

use super::{
    flow::{BLACK, Column, FAINT, Flow, ruled},
    lines::Style,
    slab::{Frame, Keep, Side, Stack, beside, spaced, whole},
    tree::NodeId,
};
use crate::paper::{Row, Table};

/// What lies between two columns.
const BETWEEN: f32 = 10.0;
/// What lies between a text and the rule below.
const PAD: f32 = 3.0;

impl Flow<'_> {
    pub(super) fn table(&mut self, table: &Table, column: Column, parent: NodeId) -> Vec<Stack> {
        let frames = self.frames(table, column.frame);
        let node = self.tree.add(parent, PdfTag::Table);
        let mut parts = Vec::new();
        let mut header = None;
        if table.columns.iter().any(|name| !name.is_empty()) {
            let stack = self.header_row(&table.columns, &frames, column.frame, node);
            header = Some(self.headers.len());
            self.headers.push(stack.clone());
            parts.push(spaced(stack, 8.0));
        }
        for row in &table.rows {
            let mut stack = self.row(row, &frames, column, node);
            for slab in &mut stack {
                slab.header = header;
            }
            parts.push(stack);
        }
        parts
    }

    fn cell_style(&self, bold: bool) -> Style {
        Style {
            size: self.setup.cell,
            bold,
            ink: BLACK,
        }
    }

    fn header_row(
        &mut self,
        names: &[String],
        frames: &[Frame],
        frame: Frame,
        table: NodeId,
    ) -> Stack {
        let row = self.tree.add(table, PdfTag::TR);
        let style = Style {
            ink: self.ink,
            ..self.cell_style(true)
        };
        let mut stacks = Vec::new();
        for (name, frame) in names.iter().zip(frames) {
            let node = self.tree.add(row, PdfTag::TH(TableHeaderScope::Column));
            stacks.push(self.text(name, style, *frame, Side::Start, node));
        }
        let mut stack = beside(stacks);
        if let Some(last) = stack.last_mut() {
            last.below += PAD;
            last.rules.push(ruled(frame, -0.7, 0.7, self.rule));
        }
        for slab in &mut stack {
            slab.keep = Keep::Always;
        }
        stack
    }

    fn row(&mut self, row: &Row, frames: &[Frame], column: Column, table: NodeId) -> Stack {
        let node = self.tree.add(table, PdfTag::TR);
        let style = self.cell_style(false);
        let mut stacks = Vec::new();
        let mut first = node;
        for (at, frame) in frames.iter().enumerate() {
            let cell = self.tree.add(node, PdfTag::TD);
            if at == 0 {
                first = cell;
            }
            let text = row.cells.get(at).map_or("", String::as_str);
            stacks.push(self.text(text, style, *frame, Side::Start, cell));
        }
        let mut stack = beside(stacks);
        whole(&mut stack);
        if let Some(last) = stack.last_mut() {
            last.below += PAD;
            last.rules.push(ruled(column.frame, -0.4, 0.4, FAINT));
        }
        if row.changed {
            self.mark_changed(&mut stack, column, first);
        }
        spaced(stack, PAD - 1.0)
    }

    /// Where each column stands.
    fn frames(&mut self, table: &Table, frame: Frame) -> Vec<Frame> {
        let widths = self.widths(table, frame.width);
        let mut start = 0.0;
        let place = |width: f32| {
            let part = frame.part(start, width);
            start += width + BETWEEN;
            part
        };
        widths.into_iter().map(place).collect()
    }

    /// As wide as the texts where there is room for all; else each as wide as its longest word, and
    /// what is left in proportion to what more each would take.
    fn widths(&mut self, table: &Table, width: f32) -> Vec<f32> {
        let (wanted, least) = self.measures(table);
        shared(&wanted, &least, room(table, width))
    }

    /// Whether words would have to be broken for a table to be no wider.
    pub(super) fn breaks_words(&mut self, table: &Table, width: f32) -> bool {
        let (_, least) = self.measures(table);
        least.iter().sum::<f32>() > room(table, width)
    }

    /// What each column would take, and what its longest word does.
    fn measures(&mut self, table: &Table) -> (Vec<f32>, Vec<f32>) {
        let columns = table.columns.len();
        let mut wanted = vec![0.0_f32; columns];
        let mut least = vec![0.0_f32; columns];
        let rows = table.rows.iter().map(|row| (&row.cells, false));
        for (cells, bold) in std::iter::once((&table.columns, true)).chain(rows) {
            let style = self.cell_style(bold);
            for ((cell, wanted), least) in cells.iter().zip(&mut wanted).zip(&mut least) {
                *wanted = wanted.max(self.shaper.natural(cell, style));
                *least = least.max(self.shaper.longest_word(cell, style));
            }
        }
        (wanted, least)
    }
}

/// What is left for the columns of a table beside what lies between them.
fn room(table: &Table, width: f32) -> f32 {
    width - BETWEEN * super::as_f32(table.columns.len().saturating_sub(1))
}

/// Shares out the room among columns that want so much and need at least so much.
fn shared(wanted: &[f32], least: &[f32], room: f32) -> Vec<f32> {
    let all: f32 = wanted.iter().sum();
    let needed: f32 = least.iter().sum();
    if all <= room {
        // A narrow table is not torn apart; a wide one fills the page.
        let spare = if all > room * 0.6 { room - all } else { 0.0 };
        let given = |want: &f32| want + spare * want / all.max(1.0);
        return wanted.iter().map(given).collect();
    }
    if needed >= room {
        return least.iter().map(|least| least * room / needed).collect();
    }
    // Nobody gets more than it wants, and whoever wants more than the others gets as much as they.
    let given = |level: f32| {
        let both = wanted.iter().zip(least);
        both.map(move |(want, least)| want.min(level).max(*least))
    };
    let (mut low, mut high) = (0.0, room);
    for _ in 0..24 {
        let level = f32::midpoint(low, high);
        if given(level).sum::<f32>() > room {
            high = level;
        } else {
            low = level;
        }
    }
    given(low).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_the_room() {
        for (wanted, least, room) in [
            (&[100.0, 300.0][..], &[50.0, 60.0][..], 200.0),
            (&[900.0, 900.0], &[300.0, 100.0], 200.0),
            (&[100.0, 50.0], &[50.0, 50.0], 160.0),
        ] {
            let widths = shared(wanted, least, room);
            let sum: f32 = widths.iter().sum();
            assert!((sum - room).abs() < 0.1, "{widths:?}");
            assert!(widths.iter().all(|width| *width > 1.0), "{widths:?}");
        }
        assert_eq!(shared(&[50.0, 40.0], &[10.0, 10.0], 400.0), [50.0, 40.0]);
    }
}
