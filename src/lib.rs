//! Attaché plans delegation visits and derives every paper of a visit from one source.

pub mod audience;
pub mod check;
pub mod cli;
pub mod display;
pub mod edit;
pub mod exchange;
pub mod format;
pub mod merge;
pub mod model;
pub mod paper;
pub mod plan;
pub mod session;
pub mod store;
pub mod tui;
pub mod words;
