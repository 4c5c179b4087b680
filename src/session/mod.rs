//! One person at work: their settings, and the visit that they have open.

mod edition;
mod open;
mod settings;

pub use edition::edition;
pub use open::{Saving, Session};
pub use settings::{Now, Settings, SettingsError, Theme, locale_lang};
