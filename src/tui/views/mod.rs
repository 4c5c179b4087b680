//! The views, one file or folder each.

mod ask;
mod attend;
mod backups;
mod changes;
mod conflicts;
mod export;
mod form;
pub(super) mod git;
mod heads;
mod help;
mod issues;
mod left;
mod library;
mod occupied;
mod overview;
mod palette;
mod pick;
mod prompt;
mod records;
mod search;
mod visit;

pub(super) use ask::Ask;
pub(super) use backups::Backups;
pub(super) use changes::Changes;
pub(super) use conflicts::Conflicts;
pub(super) use export::Export;
pub(super) use help::Help;
pub(super) use issues::{Issues, make_issue};
pub(super) use left::{ask_about, ask_about_alone, discarding};
pub(super) use library::Library;
pub(super) use occupied::ask_how;
pub(super) use palette::Palette;
pub(super) use records::Records;
pub(super) use search::Search;
pub(super) use visit::VisitView;
