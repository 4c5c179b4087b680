//! The rules are tried on made-up files: one that breaks a rule is caught, one that keeps it is not.

use super::names_a_machine;
use super::rules::complaints;

/// A file below `src`, what stands in it, and what is to be found, parted by `=>` and `;`.
const CASES: &str = r#"
model/slot.rs      => use crate::words::Said; use crate::{display, say};
model/slot.rs      => use crate::store::Library;                   => model may not use store
plan/add.rs        => use crate::{tui::{self, pane::*}, cli as c}; => plan may not use tui; plan may not use tui; plan may not use cli
plan/add.rs        => fn f() -> crate::store::Error { g() }        => plan may not use store
plan/add.rs        => fn f() { vec![crate::check::all()] }         => plan may not use check
plan/add.rs        => use super::super::check::all;                => plan may not use check
plan/mod.rs        => mod inner { use super::super::check; }       => plan may not use check
plan/add.rs        => use super::Refusal; use self::inner::x;
words/date.rs      => use crate::display::width;                   => words may not use display
words/date.rs      => use crate::say;
display/mod.rs     => fn f() { crate::say!(l, "a", "b", "c"); }    => display may not use words
tui/pane.rs        => use crate::cli::run;                         => tui may not use cli
odd/mod.rs         => use crate::model::Visit;                     => folder odd is not in the table
plan.rs            => pub mod add;                                 => plan belongs into a folder
lib.rs             => pub mod plan; pub use crate::plan::add;
plan/add.rs        => #[cfg(test)] mod tests { use crate::tui::A; } use crate::tui::B; => plan may not use tui
plan/add.rs        => #[cfg(test)] use crate::tui::A; use crate::tui::B; => plan may not use tui
plan/add.rs        => #[cfg(test)] mod tests;
plan/add.rs        => const A: &str = "crate::tui"; // crate::tui::A
tui/pane.rs        => use ratatui::text::Line;
cli/mod.rs         => fn f(l: ratatui::text::Line) {}              => knows the screen: ratatui::text::Line
session/mod.rs     => use crossterm::event;                        => knows the screen: crossterm::event
store/save.rs      => use std::fs::File;
tui/driver.rs      => use std::fs;
tui/driver/save.rs => use std::fs;
tui/pane.rs        => use std::{io, fs::File};                     => touches the disk: std::fs::File
model/mod.rs       => fn f(p: &Path) { if p.is_file() {} }         => touches the disk: .is_file()
model/mod.rs       => fn f() { todo!() } fn g() { a != b }         => leaves work undone: todo!
"#;

#[test]
fn a_file_that_breaks_the_rules_is_caught() {
    for case in CASES.lines().filter(|line| !line.is_empty()) {
        let mut columns = case.split(" => ").map(str::trim);
        let path = format!("src/{}", columns.next().unwrap());
        let text = format!("//! Head.\n{}", columns.next().unwrap());
        let expected = columns
            .next()
            .into_iter()
            .flat_map(|found| found.split("; "));
        let expected: Vec<String> = expected.map(|what| format!("{path}: {what}")).collect();
        assert_eq!(complaints(&path, &text), expected, "{case}");
    }
}

#[test]
fn a_file_without_a_head_is_caught() {
    let expected = ["src/lib.rs: does not begin with //! and what it is for"];
    assert_eq!(complaints("src/lib.rs", "pub mod a;"), expected);
}

#[test]
fn a_machine_path_is_caught() {
    for folder in ["work", "root", "home"] {
        assert!(names_a_machine(&format!("see /{folder}/a.txt")), "{folder}");
    }
    assert!(!names_a_machine(
        "https://example.org/work/a and src/work/b"
    ));
}
