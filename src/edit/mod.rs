//! The only door to a changed visit: transactions of changes, each with its inverse.

mod apply;
mod change;
mod history;
mod merge;
mod whose;

pub use apply::{Stale, apply};
pub use change::{Change, Label, Transaction};
pub use history::History;
pub use merge::{Joined, join, merge_record};
