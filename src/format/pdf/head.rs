//! What stands above everything and below: the head of the first page, the running head of the
//! others, the foot of each.

use std::num::NonZeroU16;

use krilla::tagging::{ArtifactType, Tag as PdfTag};

use super::{
    flow::{BLACK, Column, Flow, ruled},
    lines::Style,
    slab::{Drawing, Frame, Keep, Mark, Side, Slab, Stack, Tag, beside, height, solid, spaced},
    tree::{NodeId, Tree},
};
use crate::{
    format::{House, logo::Picture},
    paper::{Document, Head},
    say,
    words::{Lang, Said, joined},
};

const LOGO: Said = Said::new("Logo", "Logo", "Logo").ar("شعار");

/// A text, how it looks, and what it is.
#[derive(Clone, Copy)]
struct Part<'a> {
    text: &'a str,
    style: Style,
    tag: Tag,
}

impl Flow<'_> {
    /// The parts of the head of a document from top to bottom.
    pub(super) fn head(
        &mut self,
        document: &Document,
        house: &House,
        column: Column,
        logo: Option<Mark>,
        parent: NodeId,
    ) -> Vec<Stack> {
        let head = &document.head;
        let title = Style {
            size: self.setup.title,
            bold: true,
            ink: self.ink,
        };
        let subject = Style {
            size: self.setup.subject,
            bold: true,
            ink: BLACK,
        };
        let bold = Style {
            bold: true,
            ..self.style()
        };
        let sender = self.sender(head, house, column, logo, parent);
        let visit = self.pair(
            [(&head.visit, self.style()), (&head.audience, self.style())],
            column.frame,
            parent,
        );
        let heading = self.title(head, title, bold, column.frame, parent);
        let about = self.pair(
            [(&head.subject, subject), (&head.stamp, self.style())],
            column.frame,
            parent,
        );
        vec![
            sender,
            spaced(visit, 4.0),
            spaced(heading, self.setup.title),
            spaced(about, 2.0),
        ]
    }

    fn sender(
        &mut self,
        head: &Head,
        house: &House,
        column: Column,
        logo: Option<Mark>,
        parent: NodeId,
    ) -> Stack {
        let beside = match &logo {
            Some(Mark {
                what: Drawing::Logo { width, .. },
                ..
            }) => width + self.setup.body * 1.5,
            _ => 0.0,
        };
        let frame = column.frame.part(0.0, column.frame.width - beside);
        let style = Style {
            size: self.setup.body * 1.1,
            bold: true,
            ink: self.ink,
        };
        let house = house.in_lang(column.lang);
        let name = if house.name.is_empty() {
            &head.sender
        } else {
            house.name
        };
        let mut stack = Vec::new();
        if !head.marking.is_empty() {
            let marking = Style {
                ink: BLACK,
                ..style
            };
            stack.extend(self.paragraph(&head.marking, marking, frame, parent));
        }
        if !name.is_empty() {
            let name = self.paragraph(name, style, frame, parent);
            stack.extend(spaced(name, style.size * 0.7));
        }
        let small = self.small();
        for line in house.address {
            stack.extend(self.paragraph(line, small, frame, parent));
        }
        match logo {
            Some(logo) => with_logo(stack, logo),
            None => stack,
        }
    }

    /// The logo at the end of a frame, from the top of whatever it stands beside.
    pub(super) fn logo(&mut self, logo: &Picture, frame: Frame, lang: Lang, name: &str) -> Mark {
        let (most_wide, most_high) = self.setup.logo;
        let (width, height) = logo.size();
        let scale = (most_wide / width).min(most_high / height);
        let (width, height) = (width * scale, height * scale);
        let alt = format!("{} {name}", LOGO.get(lang));
        let figure = PdfTag::Figure(Some(alt.trim().to_owned()));
        Mark {
            x: frame.place(width, Side::End),
            y: 0.0,
            what: Drawing::Logo { width, height },
            tag: self.tree.add(Tree::ROOT, figure).into(),
        }
    }

    /// The title with the issue.
    fn title(
        &mut self,
        head: &Head,
        title: Style,
        issue: Style,
        frame: Frame,
        parent: NodeId,
    ) -> Stack {
        let title = self.fitting(title, &head.title, (&head.issue, issue), frame);
        let mut stack = Vec::new();
        if !head.title.is_empty() {
            let tag = PdfTag::Hn(NonZeroU16::MIN, Some(head.title.clone()));
            let node = self.tree.add(parent, tag);
            stack.push((node, &head.title, title));
        }
        if !head.issue.is_empty() {
            let node = self.tree.add(parent, PdfTag::P);
            stack.push((node, &head.issue, issue));
        }
        let parts: Vec<Part<'_>> = stack
            .into_iter()
            .map(|(node, text, style)| Part {
                text,
                style,
                tag: node.into(),
            })
            .collect();
        let mut stack = self.opposite(&parts, head.title.is_empty(), frame);
        if let Some(first) = stack.first_mut() {
            first.bookmark = Some(head.title.clone());
        }
        stack
    }

    /// A style as small as it has to be for no word of a title to be broken.
    fn fitting(&mut self, style: Style, title: &str, end: (&str, Style), frame: Frame) -> Style {
        let beside = self.shaper.natural(end.0, end.1) + self.setup.body * 1.5;
        let room = (frame.width - beside).max(frame.width * 0.5);
        let word = self.shaper.longest_word(title, style).max(1.0);
        Style {
            size: style.size * (room / word).clamp(0.6, 1.0),
            ..style
        }
    }

    /// One text at the start and one at the end, each a paragraph.
    fn pair(&mut self, texts: [(&str, Style); 2], frame: Frame, parent: NodeId) -> Stack {
        let at_end = texts[0].0.is_empty();
        let said = texts.into_iter().filter(|(text, _)| !text.is_empty());
        let parts: Vec<Part<'_>> = said
            .map(|(text, style)| Part {
                text,
                style,
                tag: self.tree.add(parent, PdfTag::P).into(),
            })
            .collect();
        self.opposite(&parts, at_end, frame)
    }

    /// The first at the start and the second at the end of a line; below each other where a line
    /// does not hold both well.
    fn opposite(&mut self, parts: &[Part<'_>], at_end: bool, frame: Frame) -> Stack {
        let between = self.setup.body * 1.5;
        match parts {
            [] => Vec::new(),
            [only] => {
                let side = if at_end { Side::End } else { Side::Start };
                self.text(only.text, only.style, frame, side, only.tag)
            }
            [first, second, ..] => {
                let right = self.shaper.natural(second.text, second.style);
                let left = self.shaper.natural(first.text, first.style);
                let is_room = left + between + right <= frame.width;
                if !is_room && right > frame.width * 0.45 {
                    let mut stack =
                        self.text(first.text, first.style, frame, Side::Start, first.tag);
                    stack.extend(self.text(
                        second.text,
                        second.style,
                        frame,
                        Side::Start,
                        second.tag,
                    ));
                    return stack;
                }
                let start = frame.part(0.0, frame.width - right - between);
                let end = frame.after(frame.width - right - 1.0);
                let first = self.text(first.text, first.style, start, Side::Start, first.tag);
                let second = self.text(second.text, second.style, end, Side::End, second.tag);
                beside(vec![first, second])
            }
        }
    }

    /// What stands at the top of the second page and those after it.
    pub(super) fn running(&mut self, said: &[(&Document, Column)], frame: Frame) -> Stack {
        let each = said.iter();
        let each = each.map(|(document, column)| self.running_of(&document.head, column.frame));
        let mut stack = beside(each.collect());
        if let Some(last) = stack.last_mut() {
            last.marks
                .push(ruled(frame, last.below + 2.0, 0.5, self.rule));
            last.below += 14.0;
        }
        stack
    }

    fn running_of(&mut self, head: &Head, frame: Frame) -> Stack {
        let tag = Tag::Artifact(ArtifactType::Header);
        let style = self.small();
        let parts = [&head.title, &head.subject];
        let left = joined(parts, " · ");
        let mut stack = Vec::new();
        if !head.marking.is_empty() {
            let bold = Style {
                bold: true,
                ink: BLACK,
                ..style
            };
            stack.extend(self.text(&head.marking, bold, frame, Side::Start, tag));
        }
        let texts = [left.as_str(), head.issue.as_str()];
        let parts = texts.into_iter().filter(|text| !text.is_empty());
        let parts: Vec<Part<'_>> = parts.map(|text| Part { text, style, tag }).collect();
        stack.extend(self.opposite(&parts, left.is_empty(), frame));
        stack
    }

    /// The foot of a page: part of what the paper says on the last one, a repetition on the others.
    pub(super) fn foot(
        &mut self,
        said: &[(&Document, Column)],
        house: &House,
        (page, pages): (usize, usize),
        frame: Frame,
    ) -> Stack {
        let style = self.small();
        let is_last = page == pages;
        let mut columns = Vec::new();
        for (document, column) in said {
            let count = say!(
                document.lang,
                "Seite\u{a0}{page} von\u{a0}{pages}",
                "Page\u{a0}{page} of\u{a0}{pages}",
                "Page\u{a0}{page} sur\u{a0}{pages}",
                "صفحة\u{a0}{page} من\u{a0}{pages}"
            );
            let beside = self.shaper.natural(&count, style) + style.size;
            let frame = column.frame.part(0.0, column.frame.width - beside);
            let foot = &document.foot;
            let footer = house.in_lang(column.lang).footer;
            let mut stack = Vec::new();
            for text in [foot.note.as_str(), foot.contact.as_str(), footer] {
                if !text.is_empty() {
                    let tag = self.foot_tag(is_last);
                    stack.extend(self.text(text, style, frame, Side::Start, tag));
                }
            }
            let tag = Tag::Artifact(ArtifactType::PageNumber);
            columns.push(stack);
            columns.push(self.text(&count, style, column.frame, Side::End, tag));
        }
        let mut stack = beside(columns);
        if let Some(first) = stack.first_mut() {
            first.above += 5.0;
            first.marks.push(ruled(frame, -first.above, 0.5, self.rule));
        }
        stack
    }

    fn foot_tag(&mut self, is_content: bool) -> Tag {
        if is_content {
            self.tree.add(Tree::ROOT, PdfTag::P).into()
        } else {
            Tag::Artifact(ArtifactType::Footer)
        }
    }
}

/// A stack with the logo beside it.
pub(super) fn with_logo(stack: Stack, mut logo: Mark) -> Stack {
    let mut slab = solid(stack);
    if let Drawing::Logo { height, .. } = logo.what {
        slab.below = slab.below.max(height - slab.above);
    }
    logo.y = -slab.above;
    slab.marks.insert(0, logo);
    vec![slab]
}

/// The rule below the head.
pub(super) fn closed(mut stack: Stack, frame: Frame, ink: super::lines::Ink) -> Stack {
    stack.push(Slab {
        gap: 5.0,
        below: 3.0,
        marks: vec![ruled(frame, 0.0, 1.2, ink)],
        ..Slab::default()
    });
    for slab in &mut stack {
        slab.keep = Keep::Always;
    }
    stack
}

/// How much of a page is left beside heads and feet.
pub(super) fn room(page: f32, stacks: &[&Stack]) -> f32 {
    page - stacks.iter().map(|stack| height(stack)).sum::<f32>()
}
