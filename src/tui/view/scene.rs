//! What a view sees: nothing but this.

use super::super::{
    action::Action,
    keymap::{Context, Keymap},
    styles::Styles,
};
use crate::{
    model::{Visit, value::View as Shown},
    plan::Asker,
    session::{Session, Settings},
    words::Lang,
};

/// What a view sees: nothing but this.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The open visit; the library has none.
    pub session: Option<&'a Session>,
    /// Language, theme, folders, clock.
    pub settings: &'a Settings,
    /// The keys.
    pub keymap: &'a Keymap,
    /// The looks.
    pub styles: &'a Styles,
}

impl<'a> Scene<'a> {
    /// The language of the screen.
    pub const fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// The open visit.
    pub fn visit(&self) -> Option<&'a Visit> {
        self.session.map(Session::visit)
    }

    /// The open visit, for showing values of its records.
    pub fn shown(&self) -> Option<Shown<'a>> {
        Some(Shown {
            visit: self.visit()?,
            lang: self.lang(),
        })
    }

    /// Whether a change of the visit can be taken back.
    pub fn can_undo(&self) -> bool {
        let history = self.session.map(Session::history);
        history.is_some_and(|history| history.next_undo().is_some())
    }

    /// Whether a change that was taken back can be made again.
    pub fn can_redo(&self) -> bool {
        let history = self.session.map(Session::history);
        history.is_some_and(|history| history.next_redo().is_some())
    }

    /// Whether the visit is open for reading only.
    pub fn is_reading(&self) -> bool {
        self.session
            .is_some_and(|session| session.read_only().is_some())
    }

    /// The key of an action, for a sentence; where it has none, what the palette calls it.
    pub fn key(&self, context: Context, action: Action) -> String {
        self.keymap.shown(context, action, self.lang())
    }

    /// Who asks, for `plan`.
    pub fn asker(&self) -> Asker {
        let zone = self.visit().map(Visit::zone);
        let today = zone.map(|zone| self.settings.now.today(zone));
        Asker {
            lang: self.lang(),
            today: today.unwrap_or_else(|| self.settings.today()),
        }
    }
}
