//! Blocks of a document made slabs.

use krilla::tagging::{ArtifactType, ListNumbering, Tag as PdfTag};
use std::num::NonZeroU16;

use super::{
    lines::{Ink, Style},
    shape::Shaper,
    sheet::Setup,
    slab::{
        Drawing, Frame, Keep, Mark, Side, Slab, Stack, Tag, beside, no_single_lines, spaced, whole,
    },
    tree::{NodeId, Tree},
};
use crate::{
    paper::{Block, Check, Fact, Signature},
    words::{Lang, Said},
};

pub(super) const BLACK: Ink = [0, 0, 0];
/// For what stands back; 7 to 1 against white.
pub(super) const QUIET: Ink = [0x50, 0x50, 0x50];
/// Lines between rows.
pub(super) const FAINT: Ink = [0xc4, 0xc4, 0xc4];

const DONE: Said = Said::new("erledigt", "done", "fait").ar("أُنجز");
const OPEN: Said = Said::new("offen", "open", "à faire").ar("لم يُنجز بعد");

/// Where a language is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) frame: Frame,
    pub(super) lang: Lang,
    /// The width of the times of its schedules, the gap after them included.
    pub(super) times: f32,
}

/// What slabs are made with.
pub(super) struct Flow<'a> {
    pub(super) shaper: Shaper<'a>,
    pub(super) tree: Tree,
    pub(super) setup: Setup,
    /// Headings.
    pub(super) ink: Ink,
    /// Rules.
    pub(super) rule: Ink,
    /// What is repeated at the top of a page.
    pub(super) headers: Vec<Stack>,
    /// The table that has a header and waits for its rows.
    pub(super) open: Option<NodeId>,
}

impl Flow<'_> {
    pub(super) fn style(&self) -> Style {
        Style {
            size: self.setup.body,
            bold: false,
            ink: BLACK,
        }
    }

    pub(super) fn small(&self) -> Style {
        Style {
            size: self.setup.small,
            bold: false,
            ink: QUIET,
        }
    }

    /// A text, a slab a line.
    pub(super) fn text(
        &mut self,
        text: &str,
        style: Style,
        frame: Frame,
        side: Side,
        tag: impl Into<Tag>,
    ) -> Stack {
        let tag = tag.into();
        let lines = self.shaper.lines(text, style, frame.width, frame.rtl);
        let slabs = lines.into_iter().map(|line| Slab {
            above: line.above,
            below: line.below,
            marks: vec![Mark {
                x: frame.place(line.width, side),
                y: 0.0,
                what: Drawing::Text(line),
                tag,
            }],
            ..Slab::default()
        });
        slabs.collect()
    }

    /// What is said in a paragraph of its own.
    pub(super) fn paragraph(
        &mut self,
        text: &str,
        style: Style,
        frame: Frame,
        parent: NodeId,
    ) -> Stack {
        let node = self.tree.add(parent, PdfTag::P);
        let mut stack = self.text(text, style, frame, Side::Start, node);
        no_single_lines(&mut stack);
        stack
    }

    /// A block in the parts that may stand on different pages.
    pub(super) fn block(&mut self, block: &Block, column: Column, parent: NodeId) -> Vec<Stack> {
        let frame = column.frame;
        match block {
            Block::Heading(text) => vec![self.heading(text, frame, parent)],
            Block::Schedule(stretches) => self.schedule(stretches, column, parent),
            Block::Facts(facts) => self.facts(facts, frame, parent),
            Block::Table(table) => self.table(table, column, parent),
            Block::Paragraph(text) => {
                let style = self.style();
                vec![spaced(self.paragraph(text, style, frame, parent), 8.0)]
            }
            Block::List(points) => self.points(points, frame, parent),
            Block::Checks(checks) => self.checks(checks, column, parent),
            Block::Signatures(signatures) => self.signatures(signatures, frame, parent),
            Block::NewPage => vec![vec![Slab {
                new_page: true,
                ..Slab::default()
            }]],
        }
    }

    fn heading(&mut self, text: &str, frame: Frame, parent: NodeId) -> Stack {
        let style = Style {
            size: self.setup.heading,
            bold: true,
            ink: self.ink,
        };
        let tag = PdfTag::Hn(NonZeroU16::MIN.saturating_add(1), Some(text.to_owned()));
        let node = self.tree.add(parent, tag);
        let mut stack = self.text(text, style, frame, Side::Start, node);
        if let Some(last) = stack.last_mut() {
            last.below += 4.0;
            last.rules.push(ruled(frame, -3.0, 0.7, self.rule));
        }
        for slab in &mut stack {
            slab.keep = Keep::Always;
        }
        if let Some(first) = stack.first_mut() {
            first.bookmark = Some(text.to_owned());
        }
        spaced(stack, 16.0)
    }

    fn points(&mut self, points: &[String], frame: Frame, parent: NodeId) -> Vec<Stack> {
        let list = self.tree.add(parent, PdfTag::L(ListNumbering::Disc));
        let style = self.style();
        let indent = style.size * 1.3;
        let mut parts = Vec::new();
        for (at, point) in points.iter().enumerate() {
            let item = self.tree.add(list, PdfTag::LI);
            let label = self.tree.add(item, PdfTag::Lbl);
            let body = self.tree.add(item, PdfTag::LBody);
            let sign = self.text("•", style, frame.part(0.0, indent), Side::Start, label);
            let text = self.text(point, style, frame.after(indent), Side::Start, body);
            let mut stack = beside(vec![sign, text]);
            no_single_lines(&mut stack);
            parts.push(spaced(stack, if at == 0 { 8.0 } else { 3.0 }));
        }
        parts
    }

    /// Facts, each with its text beside its label.
    pub(super) fn facts(&mut self, facts: &[Fact], frame: Frame, parent: NodeId) -> Vec<Stack> {
        let style = self.style();
        let label_style = Style {
            ink: QUIET,
            ..style
        };
        let labels = facts.iter().map(|fact| fact.label.as_str());
        let widest = labels
            .map(|label| self.shaper.natural(label, label_style))
            .fold(0.0, f32::max)
            .min(frame.width * 0.36);
        // A label may go on in a second line, but between two words.
        let words = facts.iter();
        let words = words.map(|fact| self.shaper.longest_word(&fact.label, label_style));
        let widest = widest.max(words.fold(0.0, f32::max).min(frame.width * 0.5));
        let indent = if widest > 0.1 {
            widest + style.size * 0.7
        } else {
            0.0
        };
        // Where there is no room for two columns, the text goes on after its label.
        let is_narrow = indent > frame.width * 0.3 && frame.width < style.size * 22.0;
        if is_narrow {
            return self.facts_in_line(facts, frame, parent);
        }
        let list = self.tree.add(parent, PdfTag::L(ListNumbering::None));
        let mut parts = Vec::new();
        for (at, fact) in facts.iter().enumerate() {
            let item = self.tree.add(list, PdfTag::LI);
            let mut stacks = Vec::new();
            if !fact.label.is_empty() {
                let node = self.tree.add(item, PdfTag::Lbl);
                let part = frame.part(0.0, widest);
                stacks.push(self.text(&fact.label, label_style, part, Side::Start, node));
            }
            let node = self.tree.add(item, PdfTag::LBody);
            stacks.push(self.text(&fact.text, style, frame.after(indent), Side::Start, node));
            let mut stack = beside(stacks);
            no_single_lines(&mut stack);
            parts.push(spaced(stack, if at == 0 { 8.0 } else { 2.0 }));
        }
        parts
    }

    fn facts_in_line(&mut self, facts: &[Fact], frame: Frame, parent: NodeId) -> Vec<Stack> {
        let list = self.tree.add(parent, PdfTag::L(ListNumbering::None));
        let style = self.style();
        let mut parts = Vec::new();
        for (at, fact) in facts.iter().enumerate() {
            let item = self.tree.add(list, PdfTag::LI);
            let node = self.tree.add(item, PdfTag::LBody);
            let text = format!("{} {}", fact.label, fact.text);
            let mut stack = self.text(text.trim(), style, frame, Side::Start, node);
            no_single_lines(&mut stack);
            parts.push(spaced(stack, if at == 0 { 8.0 } else { 2.0 }));
        }
        parts
    }

    fn checks(&mut self, checks: &[Check], column: Column, parent: NodeId) -> Vec<Stack> {
        let style = self.style();
        let frame = column.frame;
        let size = style.size * 0.86;
        let indent = style.size * 1.7;
        let dues = checks.iter().map(|check| check.when.as_str());
        let due = dues
            .map(|due| self.shaper.natural(due, style))
            .fold(0.0, f32::max)
            .min(frame.width * 0.25);
        let text_at = indent + if due > 0.1 { due + style.size } else { 0.0 };
        let list = self.tree.add(parent, PdfTag::L(ListNumbering::None));
        let mut parts = Vec::new();
        for (at, check) in checks.iter().enumerate() {
            let item = self.tree.add(list, PdfTag::LI);
            let label = self.tree.add(item, PdfTag::Lbl);
            let body = self.tree.add(item, PdfTag::LBody);
            let said = if check.done { DONE } else { OPEN }.get(column.lang);
            let sign = Slab {
                above: size,
                marks: vec![Mark {
                    x: frame.part(0.0, indent).place(size, Side::Start),
                    y: 0.0,
                    what: Drawing::Check {
                        size,
                        done: check.done,
                        said,
                    },
                    tag: label.into(),
                }],
                ..Slab::default()
            };
            let when = self.text(
                &check.when,
                style,
                frame.part(indent, due),
                Side::Start,
                body,
            );
            let mut what = self.text(&check.what, style, frame.after(text_at), Side::Start, body);
            let quiet = Style {
                ink: QUIET,
                ..style
            };
            for detail in &check.details {
                what.extend(self.text(detail, quiet, frame.after(text_at), Side::Start, body));
            }
            let mut stack = beside(vec![vec![sign], when, what]);
            whole(&mut stack);
            parts.push(spaced(stack, if at == 0 { 8.0 } else { 5.0 }));
        }
        parts
    }

    /// Two and two beside each other, a line above each name.
    fn signatures(&mut self, signatures: &[Signature], frame: Frame, parent: NodeId) -> Vec<Stack> {
        let style = self.style();
        let bold = Style {
            bold: true,
            ..style
        };
        let between = style.size * 2.4;
        let half = (frame.width - between) / 2.0;
        let mut parts = Vec::new();
        for pair in signatures.chunks(2) {
            let mut stacks = Vec::new();
            for (signature, start) in pair.iter().zip([0.0, half + between]) {
                let part = frame.part(start, half);
                let node = self.tree.add(parent, PdfTag::Div);
                let mut stack = self.paragraph(&signature.party, bold, part, node);
                stack.push(Slab {
                    above: style.size * 3.6,
                    below: 2.0,
                    marks: vec![ruled(part, 0.0, 0.7, BLACK)],
                    ..Slab::default()
                });
                for text in &signature.signatory {
                    stack.extend(self.paragraph(text, style, part, node));
                }
                stacks.push(stack);
            }
            let mut stack = aligned(stacks);
            whole(&mut stack);
            parts.push(spaced(stack, style.size * 2.0));
        }
        parts
    }
}

/// Signatures beside each other, with their lines at one height although one party's name is longer.
fn aligned(mut stacks: Vec<Stack>) -> Stack {
    let is_line = |slab: &Slab| {
        let drawn = slab.marks.first();
        drawn.is_some_and(|mark| matches!(mark.what, Drawing::Block { .. }))
    };
    let before = |stack: &Stack| stack.iter().position(is_line).unwrap_or(0);
    let most = stacks.iter().map(before).max().unwrap_or(0);
    for stack in &mut stacks {
        for _ in before(stack)..most {
            let at = before(stack);
            stack.insert(at, Slab::default());
        }
    }
    beside(stacks)
}

/// A rule from left to right, that far below whatever it is measured from.
pub(super) fn ruled(frame: Frame, y: f32, height: f32, ink: Ink) -> Mark {
    Mark {
        x: frame.left,
        y,
        what: Drawing::Block {
            width: frame.width,
            height,
            ink,
            said: None,
        },
        tag: Tag::Artifact(ArtifactType::Layout),
    }
}
