//! The screen.
//!
//! ```text
//!   key, paste, mouse ─► Event ─► App ─► keymap ─► Action ─► top View ─► Reply::Done(requests)
//!                                  ▲                                        │
//!                                  │        commit, open, close, tell ◄─────┤
//!                                  └── Outcome ◄── driver ◄── Effect ◄──────┘
//! ```
//!
//! Only the driver touches the world outside: terminal, files, clipboard. A pop-up is a file in
//! `views` that implements [`View`](view::View); it adds no field anywhere.

pub mod action;
pub mod app;
pub mod driver;
mod finder;
pub mod key;
pub mod keymap;
mod line;
mod list;
mod page;
mod paint;
mod places;
mod reading;
pub mod styles;
pub mod view;
mod views;

pub use driver::{Failure, run};
