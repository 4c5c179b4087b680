//! A printed sheet: headings, and rows of a short text, a long one and an id, 80 columns wide.

use super::help::COLUMNS;
use crate::display::{Align, pad, width, wrap};

const INDENT: &str = "  ";
/// The widest first column; what is wider stands on a line of its own.
const WIDEST: usize = 24;

/// A line under a heading.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) left: String,
    pub(super) text: String,
    /// Printed in brackets; never broken over two lines.
    pub(super) id: String,
}

impl Row {
    pub(super) fn new(left: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            left: left.into(),
            text: text.into(),
            id: String::new(),
        }
    }

    pub(super) fn with_id(self, id: &str) -> Self {
        Self {
            id: format!("[{id}]"),
            ..self
        }
    }
}

/// A heading with its rows, and an empty line before it unless it is the first; nothing without rows.
pub(super) fn section(sheet: &mut String, heading: &str, rows: &[Row]) {
    if rows.is_empty() {
        return;
    }
    if !sheet.is_empty() {
        sheet.push('\n');
    }
    for line in wrap(heading, COLUMNS) {
        sheet.push_str(&line);
        sheet.push('\n');
    }
    push_all(sheet, rows);
}

/// Rows without a heading.
pub(super) fn push_all(sheet: &mut String, rows: &[Row]) {
    let fitting = rows
        .iter()
        .map(|row| width(&row.left))
        .filter(|wide| *wide <= WIDEST);
    let left = fitting.max().unwrap_or(0);
    for row in rows {
        push(sheet, row, left);
    }
}

fn push(sheet: &mut String, row: &Row, left: usize) {
    let start = if left == 0 { 0 } else { left + INDENT.len() };
    let room = COLUMNS - INDENT.len() - start;
    let mut lines = wrap(&row.text, room);
    if !row.id.is_empty() {
        beside(&mut lines, &row.id, room);
    }
    let mut first = pad(&row.left, left, Align::Left);
    if width(&row.left) > left {
        sheet.extend([INDENT, &row.left, "\n"]);
        first = pad("", left, Align::Left);
    }
    for (at, line) in lines.iter().enumerate() {
        let before = if at == 0 { first.as_str() } else { "" };
        let line = format!("{INDENT}{}{line}", pad(before, start, Align::Left));
        sheet.push_str(line.trim_end());
        sheet.push('\n');
    }
}

/// Puts the id behind the last line, or under it where there is no room.
fn beside(lines: &mut Vec<String>, id: &str, room: usize) {
    match lines.last_mut() {
        Some(last) if last.is_empty() => id.clone_into(last),
        Some(last) if width(last) + 1 + width(id) <= room => {
            last.push(' ');
            last.push_str(id);
        }
        _ => lines.push(id.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_aligned_and_ids_stay_whole() {
        let long = "Eintrag ins Goldene Buch der Stadt in Anwesenheit der Generalkonsulin";
        let mut sheet = String::new();
        section(
            &mut sheet,
            "Dienstag",
            &[
                Row::new("10:00", "Empfang").with_id("empfang-7k2f"),
                Row::new("anschl.", long).with_id("eintrag-ins-goldene-buch-m3qp"),
                Row::new("x".repeat(30), "y"),
            ],
        );
        section(&mut sheet, "Leer", &[]);
        let expected = "\
Dienstag
  10:00    Empfang [empfang-7k2f]
  anschl.  Eintrag ins Goldene Buch der Stadt in Anwesenheit der Generalkonsulin
           [eintrag-ins-goldene-buch-m3qp]
  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
           y
";
        assert_eq!(sheet, expected);
    }
}
