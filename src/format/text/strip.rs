//! One line of a page of text, and how the lines become the page.

use crate::{
    display::{breakable, is_simple, safe, safe_lines, width, wrap},
    paper::{Block, Document, Line, Stretch},
};

/// Columns at the edge where what changed is marked, on a paper that marks it.
pub(super) const MARGIN: usize = 2;
/// Stands in the margin beside what changed.
const MARK: &str = "▌ ";

/// One line of a page.
#[derive(Debug, Clone, Default)]
pub(super) struct Strip {
    pub(super) text: String,
    /// Whether it is not what it was in the version that it is compared with.
    pub(super) changed: bool,
    /// Whether it is written from right to left, so that no space may stand before it.
    pub(super) rtl: bool,
}

impl From<String> for Strip {
    fn from(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

impl From<&str> for Strip {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// A line across the page.
pub(super) fn rule(cols: usize) -> Strip {
    "─".repeat(cols).into()
}

/// The text in lines of so many columns, safe for a terminal. A no-break space has done its work
/// by then.
pub(super) fn lines(text: &str, cols: usize) -> Vec<String> {
    if is_simple(text) {
        let lines = wrap(text, cols).into_iter();
        return lines
            .map(|line| breakable(&line).trim_end().to_owned())
            .collect();
    }
    let mut out = Vec::new();
    for line in wrap(&safe_lines(text), cols) {
        // A line may begin in the middle of what was made safe as one, and grow by that.
        let line = safe(&breakable(&line)).trim_end().to_owned();
        if width(&line) <= cols {
            out.push(line);
        } else {
            out.extend(wrap(&line, cols));
        }
    }
    out
}

/// The page, with room at the edge for the mark where it has one.
pub(super) fn joined(strips: &[Strip], has_margin: bool) -> String {
    let mut page = String::new();
    for strip in strips {
        if strip.changed {
            page.push_str(MARK);
        } else if has_margin && !strip.rtl {
            page.push_str(&" ".repeat(MARGIN));
        }
        page.push_str(&strip.text);
        page.truncate(page.trim_end_matches(' ').len());
        page.push('\n');
    }
    page
}

/// The lines of a stretch of a programme.
pub(super) fn lines_of(stretch: &Stretch) -> &[Line] {
    match stretch {
        Stretch::One(line) => std::slice::from_ref(line),
        Stretch::Parallel { lines, .. } => lines,
    }
}

/// Whether a document marks anything as changed.
pub(super) fn is_changed(document: &Document) -> bool {
    document.body.iter().any(|block| match block {
        Block::Schedule(stretches) => stretches.iter().flat_map(lines_of).any(|line| line.changed),
        Block::Table(table) => table.rows.iter().any(|row| row.changed),
        _ => false,
    })
}
