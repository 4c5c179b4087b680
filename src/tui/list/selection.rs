//! A list of records: what is selected stays selected when the order changes.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{Entries, List};
use crate::tui::{action::Action, styles::Styles, view::Click};

/// What is selected in a list of records, by its id.
#[derive(Debug, Clone, Default)]
pub(in crate::tui) struct Selection {
    id: Option<String>,
    list: List,
}

impl Selection {
    /// The record that is selected.
    pub(in crate::tui) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Selects a record, wherever it will be.
    pub(in crate::tui) fn reveal(&mut self, id: &str) {
        self.id = Some(id.to_owned());
    }

    /// Finds the selection among these ids: the same record, else what came into its place.
    pub(in crate::tui) fn settle(&mut self, ids: &[&str]) {
        let id = self.id.as_deref();
        let found = id.and_then(|id| ids.iter().position(|own| *own == id));
        self.list.go_to(found.unwrap_or(self.list.at()), ids.len());
        self.keep(ids);
    }

    /// Moves the selection, if the action asks for that.
    pub(in crate::tui) fn moved(&mut self, action: Action, ids: &[&str]) -> bool {
        self.settle(ids);
        let moved = self.list.moved(action, ids.len());
        self.keep(ids);
        moved
    }

    /// Takes the mouse, as [`List::clicked`] does.
    pub(in crate::tui) fn clicked(
        &mut self,
        click: Click,
        at: Position,
        ids: &[&str],
    ) -> Option<Click> {
        self.settle(ids);
        let pressed = self.list.clicked(click, at, ids.len());
        self.keep(ids);
        pressed
    }

    /// Draws the records with these ids.
    pub(in crate::tui) fn draw(
        &mut self,
        area: Rect,
        buf: &mut Buffer,
        styles: &Styles,
        ids: &[&str],
        entries: &Entries<'_>,
    ) {
        self.settle(ids);
        self.list.draw(area, buf, styles, entries);
    }

    fn keep(&mut self, ids: &[&str]) {
        self.id = ids.get(self.list.at()).map(|id| (*id).to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selection_stays_with_its_record_and_else_in_its_place() {
        let mut selection = Selection::default();
        selection.reveal("c");
        for (ids, selected) in [
            (&["a", "b", "c"][..], Some("c")),
            (&["c", "b", "a"], Some("c")),
            (&["b", "a"], Some("b")),
            (&["a", "b"], Some("b")),
            (&["a"], Some("a")),
            (&[], None),
        ] {
            selection.settle(ids);
            assert_eq!(selection.id(), selected, "{ids:?}");
        }
    }
}
