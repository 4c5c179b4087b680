//! One person at work: their settings, and the visit that they have open.

mod settings;

pub use settings::{Now, Settings, SettingsError, Theme, locale_lang};
