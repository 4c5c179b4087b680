//! Attaché plans delegation visits and derives every paper of a visit from one source.

pub mod audience;
pub mod display;
pub mod edit;
pub mod model;
pub mod plan;
pub mod session;
pub mod store;
pub mod tui;
pub mod words;
