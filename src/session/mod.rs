//! One person at work: their settings, the visit that they have open, the papers that they order.

mod edition;
mod file_name;
mod open;
pub mod order;
mod sending;
mod settings;
mod source;
mod whose;

pub use edition::edition;
pub use open::{Saving, Session};
pub use settings::{Now, Settings, SettingsError, Theme, locale_lang};
pub use source::{SourceError, Version};
pub use whose::{letter, whose};
