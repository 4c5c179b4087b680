//! Sentences as they stand on standard error.

use std::io::{self, IsTerminal};

use super::{safe_lines, width};

/// `text` for standard error: safe and, where that is a terminal, with its lines ended between
/// words rather than by the terminal inside them. A path or a command stays in one piece.
pub fn told(text: &str) -> String {
    let text = safe_lines(text);
    match columns() {
        Some(columns) => between_words(&text, columns),
        None => text.into_owned(),
    }
}

/// The columns of the terminal that standard error is, if it is one.
fn columns() -> Option<usize> {
    let err = io::stderr();
    if !err.is_terminal() {
        return None;
    }
    #[cfg(unix)]
    let columns = usize::from(rustix::termios::tcgetwinsize(err).ok()?.ws_col);
    #[cfg(not(unix))]
    let columns = 80;
    // A terminal that does not know its width breaks lines as it likes.
    (columns > 0).then_some(columns)
}

fn between_words(text: &str, columns: usize) -> String {
    let mut told = String::with_capacity(text.len());
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            told.push('\n');
        }
        let mut used = 0;
        for (at, word) in line.split(' ').enumerate() {
            let wide = width(word);
            if at > 0 && used + 1 + wide <= columns {
                told.push(' ');
                used += 1;
            } else if at > 0 {
                told.push('\n');
                used = 0;
            }
            told.push_str(word);
            used += wide;
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_between_words_and_nothing_else_is_changed() {
        for (text, columns, expected) in [
            ("", 10, ""),
            ("Es geht", 10, "Es geht"),
            ("Bitte den Pfad prüfen", 10, "Bitte den\nPfad\nprüfen"),
            ("in /srv/besuche/x.ron da", 10, "in\n/srv/besuche/x.ron\nda"),
            ("il est\u{a0}: là", 7, "il\nest\u{a0}:\nlà"),
            ("eins\n  zwei drei", 8, "eins\n  zwei\ndrei"),
        ] {
            assert_eq!(between_words(text, columns), expected, "{text}");
        }
    }
}
