//! What is shown as the lowest view, and what is asked when a visit is opened.

use std::time::Instant;

use super::{
    super::{
        view::{Effect, Left},
        views,
    },
    App,
    layers::Layers,
    outcomes::LOOK,
};
use crate::session::{ReadOnly, Session};

impl App {
    /// Shows a visit as the lowest view.
    pub fn show(&mut self, session: Session) {
        self.session = Some(session);
        self.look = Some(Instant::now() + LOOK);
        self.layers = Layers::only(Box::new(views::VisitView::default()));
        self.changed();
    }

    /// Shows a visit that was opened; where it was open for reading only, one stays where one was.
    pub(super) fn show_opened(&mut self, session: Session) {
        let was = self.session.as_ref();
        let stays = was.is_some_and(|was| {
            was.read_only().is_some() && was.file() == session.file() && !self.layers.is_empty()
        });
        if !stays {
            return self.show(session);
        }
        self.session = Some(session);
        self.layers.uncover();
        self.changed();
    }

    /// Where others have the visit open, asks how it is to be opened here.
    pub(super) fn ask_how(&mut self) {
        let (scene, layers) = self.stage();
        let occupied = scene
            .session
            .filter(|session| session.read_only() == Some(&ReadOnly::Occupied));
        if let (Some(session), true) = (occupied, !layers.is_covered()) {
            let (told, view) = views::ask_how(session, &scene);
            self.layers.open(view);
            self.fail(told);
        }
    }

    /// Shows the library as the lowest view; the visit that was open is saved.
    pub fn show_library(&mut self) -> Vec<Effect> {
        let left = self.session.take();
        self.layers = Layers::only(Box::new(views::Library::default()));
        let leave = left.map(|session| Effect::Leave(Box::new(session)));
        let list = Effect::List { archive: false };
        leave.into_iter().chain([list]).collect()
    }

    /// Asks what is to become of what an earlier run left; the newest is asked about first.
    pub(super) fn offer(&mut self, left: Vec<Left>) {
        let (scene, _) = self.stage();
        let asked: Vec<_> = left
            .into_iter()
            .rev()
            .map(|left| views::ask_about(left, &scene))
            .collect();
        for (told, view) in asked {
            self.layers.open(view);
            self.fail(told);
        }
    }
}
