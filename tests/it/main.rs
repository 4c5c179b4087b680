//! What the whole of Attaché promises, in one crate so that it is linked once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that fails may panic"
)]

mod architecture;
mod cli;
mod ending;
mod erasing;
#[cfg(target_os = "linux")]
mod faults;
mod git;
mod handing_out;
mod harness;
mod issuing;
mod journey;
mod left_behind;
mod library;
mod outside;

mod papers;
#[cfg(unix)]
mod presence;
mod readme;
mod restoring;
mod screen;
mod start;
#[cfg(unix)]
mod two_clones;
