//! The views, one file or folder each.

mod visit;

pub(super) use visit::VisitView;
