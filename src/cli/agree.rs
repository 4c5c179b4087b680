//! Asking whether to go on: on standard error, answered by a line of standard input.

use std::io::{self, BufRead, Write};

use crate::words::{Lang, Said};

/// Asks a question; what is not a yes in any language is a no, and so is no answer at all.
pub(super) fn asked(question: Said, lang: Lang) -> bool {
    let mut out = io::stderr().lock();
    // Whoever cannot be asked has not agreed.
    if write!(out, "\n{}", question.get(lang))
        .and_then(|()| out.flush())
        .is_err()
    {
        return false;
    }
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    if answer.is_empty() {
        // The line that the person did not end.
        let _ = writeln!(out);
    }
    let answer = answer.trim().to_lowercase();
    read.is_ok() && ["j", "ja", "y", "yes", "o", "oui"].contains(&answer.as_str())
}
