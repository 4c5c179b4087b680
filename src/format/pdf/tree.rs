//! What a page says apart from how it looks: the tree of headings, paragraphs, tables and lists that
//! a screen reader goes by.

use krilla::tagging::{Identifier, Node as PdfNode, TagGroup, TagKind, TagTree};

/// A part of the tree; they are made in the order in which they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NodeId(usize);

/// The tree, built while the page is laid out and filled while it is drawn.
pub(super) struct Tree {
    nodes: Vec<Node>,
}

struct Node {
    /// None once it was handed over, and for the root.
    kind: Option<TagKind>,
    children: Vec<Child>,
}

#[derive(Clone, Copy)]
enum Child {
    Node(NodeId),
    Drawn(Identifier),
}

impl Tree {
    pub(super) const ROOT: NodeId = NodeId(0);

    pub(super) fn new() -> Self {
        let root = Node {
            kind: None,
            children: Vec::new(),
        };
        Self { nodes: vec![root] }
    }

    /// Adds a part after those that its parent has.
    pub(super) fn add(&mut self, parent: NodeId, kind: impl Into<TagKind>) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node {
            kind: Some(kind.into()),
            children: Vec::new(),
        });
        self.nodes[parent.0].children.push(Child::Node(id));
        id
    }

    /// Notes what was drawn for a part.
    pub(super) fn drawn(&mut self, node: NodeId, what: Identifier) {
        self.nodes[node.0].children.push(Child::Drawn(what));
    }

    pub(super) fn finish(mut self, lang: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
        for node in self.children(Self::ROOT) {
            tree.push(node);
        }
        tree
    }

    /// What a part consists of. Each has one parent, so that this comes to an end.
    fn children(&mut self, of: NodeId) -> Vec<PdfNode> {
        let children = std::mem::take(&mut self.nodes[of.0].children);
        let mut found = Vec::new();
        for child in children {
            match child {
                Child::Drawn(what) => found.push(PdfNode::Leaf(what)),
                Child::Node(id) => {
                    let inside = self.children(id);
                    if let Some(kind) = self.nodes[id.0].kind.take()
                        && !inside.is_empty()
                    {
                        found.push(PdfNode::Group(TagGroup::with_children(kind, inside)));
                    }
                }
            }
        }
        found
    }
}
