//! What everything on the screen is: a view that answers actions with requests.

mod effect;
mod outcome;
mod request;
mod scene;

use crossterm::event::KeyEvent;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{action::Action, keymap::Context};

pub use effect::{Asked, Effect, GitOrder, HandOut, Moving, Papers};
pub use outcome::{Damaged, Desk, Left, Listing, Opened, Outcome};
pub use request::{Answer, Request};
pub use scene::Scene;

/// What a view makes of an action.
pub enum Reply {
    /// It was for this view; this is to be done.
    Done(Vec<Request>),
    /// It was not for this view.
    Pass,
}

impl Reply {
    /// It was for this view, and nothing else is to be done.
    pub const fn nothing() -> Self {
        Self::Done(Vec::new())
    }

    /// It was for this view, and another is to be laid over it.
    pub fn open(view: impl View + 'static) -> Self {
        Self::one(Request::open(view))
    }

    /// It was for this view, and this one thing is to be done.
    pub fn one(request: Request) -> Self {
        Self::Done(vec![request])
    }
}

/// What the mouse did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Click {
    /// A press of the first button.
    Press,
    /// A second press at the same place.
    Double,
    /// The wheel away from the person.
    WheelUp,
    /// The wheel towards the person.
    WheelDown,
}

/// Something that is on the screen: the library, the visit, or what opens over them.
pub trait View {
    /// The contexts of its keys, innermost first.
    fn contexts(&self) -> &'static [Context];

    /// Those, and those of the keys that work everywhere.
    fn all_contexts(&self) -> Vec<Context> {
        let everywhere = std::iter::once(&Context::Global);
        self.contexts().iter().chain(everywhere).copied().collect()
    }

    /// Where it stands on a screen of this size.
    fn place(&self, screen: Rect) -> Rect {
        screen
    }

    /// Draws it. What is drawn comes from the scene; only scrolling is remembered.
    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>);

    /// Where the cursor is shown, if text is typed.
    fn cursor(&self) -> Option<Position> {
        None
    }

    /// Whether keys that write are text for it.
    fn types(&self) -> bool {
        false
    }

    /// Whether an action does something here and now.
    fn available(&self, action: Action, scene: &Scene<'_>) -> bool;

    /// Whether the footer offers an action of its keys; not where nothing here could ever have it done.
    fn offers(&self, _action: Action, _scene: &Scene<'_>) -> bool {
        true
    }

    /// Why an action that somebody asks for does nothing here and now, and what to do first; none
    /// where that goes without saying.
    fn why_not(&self, _action: Action, _scene: &Scene<'_>) -> Option<String> {
        None
    }

    /// Carries an action out.
    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply;

    /// Takes a key that no binding took.
    fn typed(&mut self, _key: KeyEvent, _scene: &Scene<'_>) -> Reply {
        Reply::Pass
    }

    /// Takes pasted text, which is never keys.
    fn pasted(&mut self, _text: &str, _scene: &Scene<'_>) -> Reply {
        Reply::Pass
    }

    /// Takes what the mouse did at a place of the screen.
    fn clicked(&mut self, _click: Click, _at: Position, _scene: &Scene<'_>) -> Reply {
        Reply::Pass
    }

    /// Hears what the view that lay over it, or an effect, answered.
    fn answered(&mut self, _answer: Answer, _scene: &Scene<'_>) -> Reply {
        Reply::Pass
    }

    /// The visit is not as it was.
    fn changed(&mut self, _scene: &Scene<'_>) {}
}
