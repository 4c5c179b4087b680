//! The views that lie over each other: keys go to the top one, drawing begins with the lowest.

use super::super::{
    action::Action,
    reading,
    view::{Scene, View},
};

/// The views, lowest first: the library or the visit, and what is open over it.
#[derive(Default)]
pub(in crate::tui) struct Layers(Vec<Box<dyn View>>);

impl Layers {
    /// A view in place of all others.
    pub(super) fn only(view: Box<dyn View>) -> Self {
        Self(vec![view])
    }

    /// Lays a view over the others.
    pub(super) fn open(&mut self, view: Box<dyn View>) {
        self.0.push(view);
    }

    /// Takes the top one off, unless it is the lowest.
    pub(super) fn close(&mut self) {
        if self.is_covered() {
            self.0.pop();
        }
    }

    /// Takes all off but the lowest.
    pub(super) fn uncover(&mut self) {
        self.0.truncate(1);
    }

    /// Whether something lies over the lowest.
    pub(super) const fn is_covered(&self) -> bool {
        self.0.len() > 1
    }

    /// Whether there is nothing to see.
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The one that keys go to.
    pub(super) fn top(&self) -> Option<&dyn View> {
        self.0.last().map(|top| &**top)
    }

    /// The one that keys go to, to be told of them.
    pub(super) fn top_mut(&mut self) -> Option<&mut (dyn View + 'static)> {
        self.0.last_mut().map(|top| &mut **top)
    }

    /// The library or the visit.
    pub(super) fn lowest_mut(&mut self) -> Option<&mut (dyn View + 'static)> {
        self.0.first_mut().map(|lowest| &mut **lowest)
    }

    /// All of them, lowest first.
    pub(super) fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut Box<dyn View>> {
        self.0.iter_mut()
    }

    /// Whether an action works in the top one, by the view itself or because it works everywhere.
    pub(in crate::tui) fn works(&self, action: Action, scene: &Scene<'_>) -> bool {
        let Some(top) = self.top() else {
            return false;
        };
        match action {
            _ if reading::refuses(action, top, scene) => false,
            Action::Help | Action::Quit | Action::Palette | Action::Suspend => true,
            Action::Close if self.is_covered() => true,
            // What is typed in a form is finished or given up first.
            Action::Library => scene.session.is_some() && !self.is_covered(),
            _ => top.available(action, scene),
        }
    }
}
