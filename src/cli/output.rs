//! What goes out: results on standard output, sentences on standard error, made safe on the way.

use std::{
    io::{self, ErrorKind, Write},
    process::ExitCode,
};

use super::Failure;
use crate::{
    display::{self, safe_lines},
    words::{Lang, Speak},
};

/// What a subcommand leaves when it is done.
#[derive(Debug, Default)]
pub(super) struct Output {
    /// The result, in whole lines.
    pub(super) text: String,
    /// The result where it is no text.
    pub(super) bytes: Vec<u8>,
    /// What a person should know all the same, each a sentence.
    pub(super) notes: Vec<String>,
    /// How the program ends; 0 unless something is left for whoever asked.
    pub(super) status: u8,
}

impl Output {
    /// A result.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A result of one line.
    pub(super) fn line(line: impl std::fmt::Display) -> Self {
        Self::text(format!("{line}\n"))
    }
}

/// Prints what a subcommand left.
pub(super) fn done(output: &Output, lang: Lang) -> ExitCode {
    for note in &output.notes {
        told(note);
    }
    let printed = if output.bytes.is_empty() {
        printed(&output.text, lang)
    } else {
        written(&output.bytes, lang)
    };
    if printed == ExitCode::SUCCESS {
        ExitCode::from(output.status)
    } else {
        printed
    }
}

/// Prints a text on standard output; that nobody reads on is no failure.
pub(super) fn printed(text: &str, lang: Lang) -> ExitCode {
    written(safe_lines(text).as_bytes(), lang)
}

fn written(bytes: &[u8], lang: Lang) -> ExitCode {
    let mut out = io::stdout().lock();
    let written = out.write_all(bytes).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            super::failed(&Failure::Output(error).say(lang))
        }
        _ => ExitCode::SUCCESS,
    }
}

/// Says how the arguments are wrong.
pub(super) fn misused(text: &str) -> ExitCode {
    // Nothing can be said about a failure to say something.
    let _ = writeln!(io::stderr().lock(), "{}", display::told(text));
    ExitCode::from(2)
}

/// Says one sentence, on one line of standard error.
pub(super) fn told(sentence: &str) {
    let line = sentence.replace('\n', " ");
    let _ = writeln!(io::stderr().lock(), "{}", display::told(&line));
}
