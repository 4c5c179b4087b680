//! Slabs: what a page is piled up from. Each is a line of text, or what stands beside each other on
//! one line.

use krilla::tagging::ArtifactType;

use super::{
    lines::{Ink, TextLine},
    tree::NodeId,
};

/// A part of the page from left to right, in which one language is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    pub(super) left: f32,
    pub(super) width: f32,
    pub(super) rtl: bool,
}

/// Which edge something stands at; the start is the left one, but not in Arabic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Start,
    End,
}

impl Frame {
    /// A part of it, that far from its start.
    pub(super) fn part(self, start: f32, width: f32) -> Self {
        let width = width.max(1.0);
        let left = if self.rtl {
            self.left + self.width - start - width
        } else {
            self.left + start
        };
        Self {
            left,
            width,
            ..self
        }
    }

    /// What is left of it after that much from its start.
    pub(super) fn after(self, start: f32) -> Self {
        self.part(start, self.width - start)
    }

    /// Where something of this width begins, from the left.
    pub(super) fn place(self, width: f32, side: Side) -> f32 {
        if self.rtl == (side == Side::Start) {
            self.left + self.width - width
        } else {
            self.left
        }
    }
}

/// Something drawn, and what it is for a screen reader.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// From the left edge of the page's text.
    pub(super) x: f32,
    /// From the baseline of its slab, downwards.
    pub(super) y: f32,
    pub(super) what: Drawing,
    pub(super) tag: Tag,
}

/// What is drawn.
#[derive(Debug, Clone)]
pub(super) enum Drawing {
    Text(TextLine),
    /// A filled rectangle from its upper left corner, and what it says.
    Block {
        width: f32,
        height: f32,
        ink: Ink,
        said: Option<&'static str>,
    },
    /// A box to be ticked, on the baseline.
    Check {
        size: f32,
        done: bool,
        said: &'static str,
    },
    /// The logo, from its upper left corner.
    Logo {
        width: f32,
        height: f32,
    },
}

/// What something drawn is for a screen reader.
#[derive(Debug, Clone, Copy)]
pub(super) enum Tag {
    /// A part of what the page says.
    Of(NodeId),
    /// Nothing.
    Artifact(ArtifactType),
}

impl From<NodeId> for Tag {
    fn from(node: NodeId) -> Self {
        Self::Of(node)
    }
}

impl From<ArtifactType> for Tag {
    fn from(kind: ArtifactType) -> Self {
        Self::Artifact(kind)
    }
}

/// A bar beside lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bar {
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) ink: Ink,
    /// Whether it goes on from the slab above.
    pub(super) joined: bool,
}

/// What has to stand on one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Keep {
    /// Nothing: a page may end here.
    #[default]
    Free,
    /// This and the next, unless all that is kept so is more than a page.
    Whole,
    /// This and the next.
    Always,
}

/// One line of the page, with everything on it.
#[derive(Debug, Clone, Default)]
pub(super) struct Slab {
    /// What lies above it, unless it begins a page.
    pub(super) gap: f32,
    pub(super) above: f32,
    pub(super) below: f32,
    pub(super) marks: Vec<Mark>,
    pub(super) bars: Vec<Bar>,
    /// What is drawn along its lower edge, measured from there.
    pub(super) rules: Vec<Mark>,
    pub(super) keep: Keep,
    /// What is repeated above it where it begins a page.
    pub(super) header: Option<usize>,
    /// The heading that it is, for the bookmarks.
    pub(super) bookmark: Option<String>,
    /// Whether it begins a page.
    pub(super) new_page: bool,
}

impl Slab {
    pub(super) fn height(&self) -> f32 {
        self.above + self.below
    }
}

/// Slabs, one below the other.
pub(super) type Stack = Vec<Slab>;

/// Stacks beside each other: the first line beside the first line, and so on.
pub(super) fn beside(stacks: Vec<Stack>) -> Stack {
    let mut joined: Stack = Vec::new();
    for stack in stacks {
        for (at, slab) in stack.into_iter().enumerate() {
            match joined.get_mut(at) {
                Some(one) => merge(one, slab),
                None => joined.push(slab),
            }
        }
    }
    joined
}

fn merge(one: &mut Slab, other: Slab) {
    one.gap = one.gap.max(other.gap);
    one.above = one.above.max(other.above);
    one.below = one.below.max(other.below);
    one.marks.extend(other.marks);
    one.bars.extend(other.bars);
    one.rules.extend(other.rules);
    one.keep = one.keep.max(other.keep);
    one.header = one.header.or(other.header);
    one.bookmark = one.bookmark.take().or(other.bookmark);
    one.new_page |= other.new_page;
}

/// The stack as one slab that no page divides.
pub(super) fn solid(stack: Stack) -> Slab {
    let mut slabs = stack.into_iter();
    let Some(mut one) = slabs.next() else {
        return Slab::default();
    };
    for slab in slabs {
        let rules = std::mem::replace(&mut one.rules, slab.rules);
        let edge = one.below;
        one.marks.extend(rules.into_iter().map(|mark| Mark {
            y: mark.y + edge,
            ..mark
        }));
        let down = one.below + slab.gap + slab.above;
        one.marks.extend(slab.marks.into_iter().map(|mark| Mark {
            y: mark.y + down,
            ..mark
        }));
        one.below = down + slab.below;
        one.keep = slab.keep;
    }
    one
}

/// Keeps a stack on one page.
pub(super) fn whole(stack: &mut Stack) {
    let last = stack.len().saturating_sub(1);
    for (at, slab) in stack.iter_mut().enumerate() {
        if at < last {
            slab.keep = slab.keep.max(Keep::Whole);
        }
    }
    no_single_lines(stack);
}

/// Keeps the first line of a stack from standing alone, and the last one.
pub(super) fn no_single_lines(stack: &mut Stack) {
    let lines = stack.len();
    if lines > 1 {
        stack[0].keep = Keep::Always;
        stack[lines - 2].keep = Keep::Always;
    }
}

/// Adds space above a stack.
pub(super) fn spaced(mut stack: Stack, gap: f32) -> Stack {
    if let Some(first) = stack.first_mut() {
        first.gap = first.gap.max(gap);
    }
    stack
}

/// How much of a page a stack takes where it begins one.
pub(super) fn height(stack: &[Slab]) -> f32 {
    let gaps = stack.iter().skip(1).map(|slab| slab.gap).sum::<f32>();
    gaps + stack.iter().map(Slab::height).sum::<f32>()
}
