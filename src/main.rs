//! The `attache` program: the command line, and what opens when no subcommand is given.

use std::process::ExitCode;

use attache::cli::{self, Asked};

fn main() -> ExitCode {
    match cli::start(std::env::args_os()) {
        Asked::Done(code) => code,
        Asked::Screen { path, settings } => cli::overview(path.as_deref(), &settings),
    }
}
