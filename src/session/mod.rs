//! One person at work: their settings, the visit that they have open, the papers that they order.

mod backups;
mod changed;
pub mod company;
mod edition;
mod erase;
mod file_name;
mod many;
mod open;
pub mod order;
mod outside;
pub mod repository;
mod sending;
mod settings;
mod source;
mod told;
mod versions;
mod whose;

pub use backups::{Differs, ListedBackup, backup_hint, list_backups, with_hint};
pub use changed::{Changed, changes};
pub use company::{Company, ReadOnly};
pub use edition::{draft_name, edition, issue_name, issue_said};
pub use erase::{Erased, Erasure, copies_said, mention_said};
pub use many::obtain_all;
pub use open::{Saving, Session};
pub use outside::{Arrived, reconcile, to_settle};
pub use sending::not_logged;
pub use settings::{Here, Now, Settings, SettingsError, Theme, locale_lang};
pub use source::{SourceError, Version, issued};
pub use told::{Told, change_count, change_said, differences};
pub use versions::{ListedIssue, list_issues};
pub use whose::{lang_of, letter, whose};
