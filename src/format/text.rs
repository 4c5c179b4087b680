//! Plain text, 80 columns wide as a terminal shows them.

use super::{Format, Print};
use crate::{
    display::{Align, breakable, pad, safe, safe_lines, width, wrap},
    paper::{Block, Check, Detail, Document, Fact, Line, Signature, Stretch, Table},
    words::Said,
};

pub(super) const FORMAT: Format = Format {
    token: "text",
    label: Said::new("Text", "text", "texte"),
    extension: "txt",
    is_text: true,
    write: |print| Ok(write(print)),
};

/// Columns of a page.
const PAGE: usize = 80;
/// Columns before the text of a schedule's line: at least, and at most.
const TIMES: (usize, usize) = (15, 21);
/// What lies between the times and the text, room for the bar of parallel lines included.
const GAP: usize = 3;
/// The most that a label takes of its line.
const LABEL: usize = 24;
/// What a box to tick takes.
const BOX: usize = 4;
/// What lies between two columns of a table.
const BETWEEN: usize = 2;

fn write(print: &Print<'_>) -> Vec<u8> {
    let document = print.document;
    let mut page = Page {
        out: String::new(),
        times: times(document),
    };
    page.head(document);
    if let Some((when, what)) = &document.columns {
        page.line(&format!("{}{what}", pad(when, page.times, Align::Left)));
    }
    for block in &document.body {
        page.block(block);
    }
    page.rule();
    page.pair(&document.foot.note, &document.foot.contact);
    page.out.into_bytes()
}

/// The text in lines of so many columns, safe for a terminal.
fn lines(text: &str, cols: usize) -> Vec<String> {
    wrap(&safe_lines(text), cols)
}

/// How many columns the times of a document take, the gap after them included.
fn times(document: &Document) -> usize {
    let all = document.body.iter().flat_map(|block| match block {
        Block::Schedule(stretches) => stretches.as_slice(),
        _ => &[],
    });
    let widest = all
        .flat_map(|stretch| match stretch {
            Stretch::One(line) => std::slice::from_ref(line),
            Stretch::Parallel { lines, .. } => lines.as_slice(),
        })
        .flat_map(|line| &line.when)
        .flat_map(|when| lines(when, TIMES.1 - GAP))
        .map(|when| width(&when))
        .max();
    (widest.unwrap_or(0) + GAP).clamp(TIMES.0, TIMES.1)
}

struct Page {
    out: String,
    times: usize,
}

impl Page {
    /// Puts down a line that fits. A no-break space has done its work by now.
    fn line(&mut self, text: &str) {
        // A line may begin in the middle of what was made safe as one.
        self.out.push_str(safe(&breakable(text)).trim_end());
        self.out.push('\n');
    }

    fn blank(&mut self) {
        self.line("");
    }

    fn rule(&mut self) {
        self.line(&"─".repeat(PAGE));
    }

    fn paragraph(&mut self, text: &str) {
        for line in lines(text, PAGE) {
            self.line(&line);
        }
    }

    /// One text at the left, one at the right, in two lines where one does not hold both.
    fn pair(&mut self, left: &str, right: &str) {
        let (left, right) = (safe_lines(left), safe_lines(right));
        let used = width(&left) + width(&right);
        if used + BETWEEN <= PAGE && !left.contains('\n') && !right.contains('\n') {
            let right = pad(&right, PAGE - width(&left), Align::Right);
            self.line(&format!("{left}{right}"));
            return;
        }
        for line in lines(&left, PAGE) {
            self.line(&line);
        }
        for line in lines(&right, PAGE) {
            self.line(&pad(&line, PAGE, Align::Right));
        }
    }

    fn head(&mut self, document: &Document) {
        let head = &document.head;
        if !head.marking.is_empty() {
            self.paragraph(&head.marking);
        }
        self.pair(&head.sender, &head.audience);
        if !head.visit.is_empty() {
            self.paragraph(&head.visit);
        }
        self.blank();
        self.pair(&head.title, &head.issue);
        self.pair(&head.subject, &head.stamp);
        self.rule();
    }

    fn block(&mut self, block: &Block) {
        if !self.out.ends_with("─\n") {
            self.blank();
        }
        match block {
            Block::Heading(text) => self.heading(text),
            Block::Schedule(stretches) => self.schedule(stretches),
            Block::Facts(facts) => {
                for line in aligned(facts, PAGE) {
                    self.line(&line);
                }
            }
            Block::Table(table) => self.table(table),
            Block::Paragraph(text) => self.paragraph(text),
            Block::List(points) => self.points(points),
            Block::Checks(checks) => self.checks(checks),
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::NewPage => {}
        }
    }

    fn points(&mut self, points: &[String]) {
        for point in points {
            for (at, line) in lines(point, PAGE - BETWEEN).iter().enumerate() {
                self.line(&format!("{}{line}", if at == 0 { "– " } else { "  " }));
            }
        }
    }

    fn checks(&mut self, checks: &[Check]) {
        let due = checks.iter().map(|check| width(&check.when)).max();
        let due = due.map_or(0, |due| if due == 0 { 0 } else { due + BETWEEN });
        let before = BOX + due;
        for check in checks {
            let tick = if check.done { "[x] " } else { "[ ] " };
            let when = pad(&check.when, due, Align::Left);
            let texts = std::iter::once(&check.what).chain(&check.details);
            let texts = texts.flat_map(|text| lines(text, PAGE - before));
            for (at, line) in texts.enumerate() {
                let begin = if at == 0 {
                    format!("{tick}{when}")
                } else {
                    " ".repeat(before)
                };
                self.line(&format!("{begin}{line}"));
            }
        }
    }

    /// Two and two beside each other, a line above each name.
    fn signatures(&mut self, signatures: &[Signature]) {
        let half = (PAGE - BETWEEN) / 2;
        for pair in signatures.chunks(2) {
            self.blank();
            let blocks: Vec<Vec<String>> = pair
                .iter()
                .map(|one| {
                    let mut block = lines(&one.party, half);
                    block.extend([String::new(), String::new(), "_".repeat(half)]);
                    block.extend(one.signatory.iter().flat_map(|text| lines(text, half)));
                    block
                })
                .collect();
            let height = blocks.iter().map(Vec::len).max().unwrap_or(0);
            for at in 0..height {
                let of = |block: &Vec<String>| {
                    let text = block.get(at).map_or("", String::as_str);
                    pad(text, half + BETWEEN, Align::Left)
                };
                self.line(&blocks.iter().map(of).collect::<String>());
            }
        }
    }

    fn heading(&mut self, text: &str) {
        let lines = lines(text, PAGE);
        let widest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
        for line in lines {
            self.line(&line);
        }
        self.line(&"─".repeat(widest));
    }

    fn schedule(&mut self, stretches: &[Stretch]) {
        for (at, stretch) in stretches.iter().enumerate() {
            if at > 0 {
                self.blank();
            }
            match stretch {
                Stretch::One(line) => self.schedule_line(line, "  "),
                Stretch::Parallel { said, lines } => self.parallel(said, lines),
            }
        }
    }

    /// Lines at the same time stand along one bar.
    fn parallel(&mut self, said: &str, parallel: &[Line]) {
        for line in lines(said, PAGE - self.times) {
            self.beside("", "┌ ", &line);
        }
        for (at, line) in parallel.iter().enumerate() {
            if at > 0 {
                self.beside("", "│ ", "");
            }
            self.schedule_line(line, "│ ");
        }
    }

    fn schedule_line(&mut self, line: &Line, bar: &str) {
        let cols = PAGE - self.times;
        let when: Vec<String> = line
            .when
            .iter()
            .flat_map(|when| lines(when, self.times - GAP))
            .collect();
        let mut what = lines(&line.what, cols);
        for detail in &line.details {
            match detail {
                Detail::Text(text) => what.extend(lines(text, cols)),
                Detail::Facts(facts) => what.extend(aligned(facts, cols)),
            }
        }
        for at in 0..when.len().max(what.len()) {
            let of = |column: &[String]| column.get(at).cloned().unwrap_or_default();
            self.beside(&of(&when), bar, &of(&what));
        }
    }

    fn beside(&mut self, when: &str, bar: &str, what: &str) {
        let when = pad(when, self.times - width(bar), Align::Left);
        self.line(&format!("{when}{bar}{what}"));
    }

    fn table(&mut self, table: &Table) {
        let widths = widths(table);
        for row in std::iter::once(&table.columns).chain(table.rows.iter().map(|row| &row.cells)) {
            let cells: Vec<Vec<String>> = row
                .iter()
                .zip(&widths)
                .map(|(cell, cols)| lines(cell, *cols))
                .collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(0);
            for at in 0..height {
                let line = cells.iter().zip(&widths).map(|(cell, cols)| {
                    let text = cell.get(at).map_or("", String::as_str);
                    pad(text, cols + BETWEEN, Align::Left)
                });
                self.line(&line.collect::<String>());
            }
        }
    }
}

/// Facts with their texts in one column beside the labels.
fn aligned(facts: &[Fact], cols: usize) -> Vec<String> {
    let labels: Vec<Vec<String>> = facts.iter().map(|fact| lines(&fact.label, LABEL)).collect();
    let widest = labels.iter().flatten().map(|label| width(label)).max();
    let indent = match widest.unwrap_or(0) {
        0 => 0,
        label => label + 1,
    };
    let mut out = Vec::new();
    for (fact, label) in facts.iter().zip(labels) {
        let text = lines(&fact.text, cols - indent);
        for at in 0..label.len().max(text.len()) {
            let label = label.get(at).map_or("", String::as_str);
            let text = text.get(at).map_or("", String::as_str);
            out.push(format!("{}{text}", pad(label, indent, Align::Left)));
        }
    }
    out
}

/// The columns of a table: as wide as their texts, the widest cut down until all fit on a page.
fn widths(table: &Table) -> Vec<usize> {
    let mut widths: Vec<usize> = (0..table.columns.len())
        .map(|at| {
            let cells =
                std::iter::once(&table.columns).chain(table.rows.iter().map(|row| &row.cells));
            let cells = cells.filter_map(|row| row.get(at));
            cells.map(|cell| width(cell).min(PAGE)).max().unwrap_or(0)
        })
        .collect();
    let room = PAGE.saturating_sub(BETWEEN * widths.len().saturating_sub(1));
    while widths.iter().sum::<usize>() > room {
        let Some(widest) = widths.iter_mut().max() else {
            break;
        };
        *widest -= 1;
    }
    widths
}
