//! What the whole of Attaché promises, in one crate so that it is linked once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that fails may panic"
)]

mod architecture;
mod cli;
mod ending;
mod handing_out;
mod harness;
mod issuing;
mod journey;
mod left_behind;
mod library;
mod papers;
mod readme;
#[cfg(target_os = "linux")]
mod saving_under_faults;
mod screen;
#[cfg(unix)]
mod sharing;
mod start;
