//! The views, one file or folder each.

mod help;
mod palette;
mod visit;

pub(super) use help::Help;
pub(super) use palette::Palette;
pub(super) use visit::VisitView;
