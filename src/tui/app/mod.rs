//! The state of the screen, and how events change it; what is to be done outside comes back as
//! effects.
//!
//! ```text
//!   Event ─► update ─┬─► input     keys and the mouse ─► top view ─┬─► requests
//!                    ├─► outcomes  of effects and of saving ───────┘      │
//!                    └─► notice    goes away                   session, layers, notice, effects
//! ```

mod draw;
mod footer;
mod input;
mod layers;
mod notice;
mod outcomes;
mod requests;
mod show;
#[cfg(test)]
mod tests;

use std::time::Instant;

use crossterm::event::{KeyEvent, MouseEvent};
use ratatui::layout::{Position, Rect};

use super::{
    keymap::Keymap,
    reading,
    styles::Styles,
    view::{Effect, Outcome, Scene},
};
use crate::{
    session::{Session, Settings},
    store::Report,
    words::Lang,
};
use layers::Layers;
pub use notice::Notice;

/// What comes in.
pub enum Event {
    /// A key.
    Key(KeyEvent),
    /// Pasted text.
    Paste(String),
    /// The mouse.
    Mouse(MouseEvent),
    /// The screen has another size, or its content is lost.
    Redraw,
    /// The saving thread of the saver of this number says something.
    Saved(u64, Report),
    /// An effect has been carried out.
    Done(Outcome),
    /// Time has passed.
    Tick,
}

/// Everything that the screen shows.
pub struct App {
    settings: Settings,
    keymap: Keymap,
    styles: Styles,
    session: Option<Session>,
    layers: Layers,
    notice: Option<Notice>,
    pressed: Option<(Instant, Position)>,
    /// When the repository is to be looked at.
    look: Option<Instant>,
    screen: Rect,
}

impl App {
    /// A screen that shows nothing, until the library or a visit is shown.
    pub fn new(settings: Settings, keymap: Keymap) -> Self {
        let styles = Styles::of(settings.theme);
        Self {
            settings,
            keymap,
            styles,
            session: None,
            layers: Layers::default(),
            notice: None,
            pressed: None,
            look: None,
            screen: Rect::default(),
        }
    }

    /// The language of the screen.
    pub const fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// The open visit.
    pub const fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// What is to be read at the foot of the screen.
    pub const fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// What views see, and the views.
    pub(super) fn stage(&mut self) -> (Scene<'_>, &mut Layers) {
        let scene = Scene {
            session: self.session.as_ref(),
            settings: &self.settings,
            keymap: &self.keymap,
            styles: &self.styles,
        };
        (scene, &mut self.layers)
    }

    /// When something is to happen although nothing comes in.
    pub fn deadline(&self) -> Option<Instant> {
        let notice = self.notice.as_ref().and_then(|notice| notice.until);
        notice.into_iter().chain(self.look).min()
    }

    /// Takes in one event and says what is to be done outside.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(key) => self.key(key),
            Event::Paste(_) if self.refuses(reading::refuses_text) => Vec::new(),
            Event::Paste(text) => self.ask(|view, scene| view.pasted(&text, scene)),
            Event::Mouse(mouse) => self.mouse(mouse),
            Event::Redraw => Vec::new(),
            Event::Saved(saver, report) => {
                self.reported(saver, &report);
                Vec::new()
            }
            Event::Done(outcome) => self.done(outcome),
            Event::Tick => {
                self.notice.take_if(|notice| notice.is_over());
                self.look_at_repository().into_iter().collect()
            }
        }
    }
}
