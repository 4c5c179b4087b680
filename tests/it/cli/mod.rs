//! The command line as a script meets it: what is printed, what is refused, what stays untouched.

mod backups;
mod bad_input;
mod bad_values;
mod changes;
mod conflicts;
mod export;
mod help;
mod issues;
mod library;
mod marrakesh;
mod notices;
mod times;

use crate::harness::Home;

/// A visit without records, as short as a file can be.
const EMPTY: &str = "(format: 1, visit: (id: \"besuch-7k2f\", title: \"Besuch\", \
                     first: \"2024-11-11\", last: \"2024-11-15\"))\n";

/// A home with an empty visit in `v.ron`.
fn home() -> Home {
    let home = Home::new();
    home.write("v.ron", EMPTY);
    home
}

/// Adds a record to `v.ron` and returns its id.
#[track_caller]
fn add(home: &Home, kind: &str, pairs: &[&str]) -> String {
    let run = home.attache([&["add", "v.ron", kind], pairs].concat());
    assert_eq!(run.status, Some(0), "{run}");
    let id = run.stdout.trim_end().to_owned();
    assert!(!id.is_empty() && !id.contains('\n'), "one id: {run}");
    id
}
