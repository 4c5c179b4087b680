//! The `attache` program: the command line, or the screen when no subcommand is given.

use std::process::ExitCode;

use attache::{
    cli::{self, Asked},
    tui,
    words::Speak,
};

fn main() -> ExitCode {
    match cli::start(std::env::args_os()) {
        Asked::Done(code) => code,
        Asked::Screen {
            path,
            read_only,
            settings,
        } => {
            let lang = settings.lang;
            match tui::run(settings, path, read_only) {
                Ok(()) => ExitCode::SUCCESS,
                Err(failure) => cli::failed(&failure.say(lang)),
            }
        }
    }
}
