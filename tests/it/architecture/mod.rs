//! The shape of the house: which folder may use which, and what only some of them may touch.

mod source;

use std::fs;
use std::path::{Path, PathBuf};

use source::Source;

/// Each folder of `src` and the folders that it may use, itself aside.
///
/// `display` (text made safe, cut and slugged) stands below everything but `words`, so that any
/// folder may use it. The two front ends do not know each other.
const MAY_USE: &[(&str, &str)] = &[
    ("words", ""),
    ("display", ""),
    ("model", "words display"),
    ("edit", "model words display"),
    ("plan", "model edit words display"),
    ("check", "model words display"),
    ("merge", "model edit display"),
    ("audience", "model display"),
    ("paper", "model audience words display"),
    ("format", "paper display"),
    ("exchange", "model plan audience words display"),
    ("store", "model words display"),
    (
        "session",
        "model edit plan check merge audience paper format exchange words display store",
    ),
    (
        "cli",
        "model edit plan check merge audience paper format exchange words display store session",
    ),
    (
        "tui",
        "model edit plan check merge audience paper format exchange words display store session",
    ),
];

/// Macros stand at the root of the crate and belong to a folder all the same.
const MACROS: &[(&str, &str)] = &[("say", "words")];

/// Only these may know the screen, and these crates are the screen.
const SCREEN: (&[&str], &[&str]) = (&["src/tui/"], &["ratatui", "crossterm", "tui_input"]);

/// Only these may touch the disk.
const DISK: &[&str] = &[
    "src/store/",
    "src/cli/",
    "src/tui/driver.rs",
    "src/tui/driver/",
];

/// Paths that lead to the disk.
const DISK_PATHS: &[&[&str]] = &[
    &["std", "fs"],
    &["rustix", "fs"],
    &["tempfile"],
    &["xattr"],
    &["notify"],
];

/// Methods of a path that ask the disk.
const DISK_METHODS: &[&str] = &[
    "canonicalize",
    "is_dir",
    "is_file",
    "read_dir",
    "read_link",
    "symlink_metadata",
    "try_exists",
];

/// Macros that stand for work not done.
const UNDONE: &[&str] = &["todo", "unimplemented"];

/// What is wrong with a file of `src`, given its path from the repository's root.
fn complaints(path: &str, text: &str) -> Vec<String> {
    let module = module_of(path);
    let source = Source::read(&module, text);
    let may = |places: &[&str]| places.iter().any(|place| path.starts_with(place));
    let mut found = Vec::new();

    if !text.starts_with("//!") {
        found.push("does not begin with //! and what it is for".to_owned());
    }
    match &module[..] {
        [] => {}
        [folder, ..] if path.matches('/').count() == 1 => {
            found.push(format!("{folder} belongs into a folder"));
        }
        [folder, ..] => found.extend(crossed(folder, &source)),
    }
    for names in &source.paths {
        let spelled = names.join("::");
        if SCREEN.1.contains(&names[0].as_str()) && !may(SCREEN.0) {
            found.push(format!("knows the screen: {spelled}"));
        }
        if DISK_PATHS.iter().any(|disk| {
            names
                .iter()
                .map(String::as_str)
                .take(disk.len())
                .eq(disk.iter().copied())
        }) && !may(DISK)
        {
            found.push(format!("touches the disk: {spelled}"));
        }
    }
    for method in source
        .members
        .iter()
        .filter(|name| DISK_METHODS.contains(&name.as_str()))
    {
        if !may(DISK) {
            found.push(format!("touches the disk: .{method}()"));
        }
    }
    for name in source
        .macros
        .iter()
        .filter(|name| UNDONE.contains(&name.as_str()))
    {
        found.push(format!("leaves work undone: {name}!"));
    }
    found
        .into_iter()
        .map(|what| format!("{path}: {what}"))
        .collect()
}

/// What `folder` uses although the table does not say so.
fn crossed(folder: &str, source: &Source) -> Vec<String> {
    let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == folder) else {
        return vec![format!("folder {folder} is not in the table")];
    };
    let targets = source
        .paths
        .iter()
        .filter(|names| names[0] == "crate")
        .map(|names| {
            let target = names[1].as_str();
            MACROS
                .iter()
                .find(|(name, _)| *name == target)
                .map_or(target, |(_, home)| *home)
        });
    targets
        .filter(|target| *target != folder && !allowed.split(' ').any(|name| name == *target))
        .map(|target| format!("{folder} may not use {target}"))
        .collect()
}

/// `src/model/slot.rs` is the module `model::slot`; `mod.rs`, `lib.rs` and `main.rs` add no name.
fn module_of(path: &str) -> Vec<String> {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    let names = inside
        .split('/')
        .filter(|name| !["lib", "main", "mod"].contains(name));
    names.map(str::to_owned).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder`, sorted, without what git and cargo keep for themselves.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.retain(|path| ![".git", "target"].iter().any(|own| path.ends_with(own)));
    paths
        .into_iter()
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

/// The Rust files below `folder` with their paths from the root, as text.
fn rust_files(folder: &str) -> Vec<(String, String)> {
    let rust = files(&root().join(folder)).into_iter();
    rust.filter(|path| path.extension().is_some_and(|ext| ext == "rs"))
        .map(|path| {
            let inside = path
                .strip_prefix(root())
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            (inside, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// Whether `text` names a place that exists on one machine only.
fn names_a_machine(text: &str) -> bool {
    let begins = |at: usize| !text[..at].ends_with(|before: char| before.is_alphanumeric());
    ["work", "root", "home", "Users"].iter().any(|folder| {
        text.match_indices(&format!("/{folder}/"))
            .any(|(at, _)| begins(at))
    })
}

#[test]
fn folders_use_only_what_the_table_allows() {
    let sources = rust_files("src");
    // A module for tests alone is named by its parent: `#[cfg(test)] mod tests;`.
    let for_tests: Vec<Vec<String>> = sources
        .iter()
        .flat_map(|(path, text)| {
            let module = module_of(path);
            let names = Source::read(&module, text).test_modules;
            names
                .into_iter()
                .map(move |name| [&module[..], &[name]].concat())
        })
        .collect();
    let found: Vec<String> = sources
        .iter()
        .filter(|(path, _)| {
            !for_tests
                .iter()
                .any(|tests| module_of(path).starts_with(tests))
        })
        .flat_map(|(path, text)| complaints(path, text))
        .collect();
    assert!(!sources.is_empty());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<String> = ["src", "tests", "benches", "fuzz"]
        .iter()
        .flat_map(|folder| rust_files(folder))
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| path)
        .collect();
    assert!(
        silent.is_empty(),
        "no //! at the head of:\n{}",
        silent.join("\n")
    );
}

#[test]
fn nothing_names_a_machine() {
    let told: Vec<PathBuf> = files(root())
        .into_iter()
        .filter(|path| fs::read_to_string(path).is_ok_and(|text| names_a_machine(&text)))
        .collect();
    assert!(told.is_empty(), "machine paths in {told:#?}");
}

/// The table is read: a made-up file that breaks it is caught, one that keeps it is not.
#[test]
fn a_file_that_breaks_the_rules_is_caught() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "model/slot.rs",
            "use crate::words::Said; use crate::{display, say};",
            &[],
        ),
        (
            "model/slot.rs",
            "use crate::store::Library;",
            &["model may not use store"],
        ),
        (
            "plan/add.rs",
            "use crate::{model::{Visit, Item}, tui::{self, pane::*}, cli as c};",
            &[
                "plan may not use tui",
                "plan may not use tui",
                "plan may not use cli",
            ],
        ),
        (
            "plan/add.rs",
            "fn f() -> crate::store::Error { g() }",
            &["plan may not use store"],
        ),
        (
            "plan/add.rs",
            "fn f() { vec![crate::check::all()] }",
            &["plan may not use check"],
        ),
        (
            "plan/add.rs",
            "use super::super::check::all;",
            &["plan may not use check"],
        ),
        (
            "plan/mod.rs",
            "mod inner { use super::super::check; }",
            &["plan may not use check"],
        ),
        (
            "plan/add.rs",
            "use super::Refusal; use self::inner::x;",
            &[],
        ),
        (
            "words/date.rs",
            "use crate::display::width;",
            &["words may not use display"],
        ),
        ("words/date.rs", "use crate::say;", &[]),
        (
            "display/mod.rs",
            "fn f() { crate::say!(l, \"a\", \"b\", \"c\"); }",
            &["display may not use words"],
        ),
        (
            "tui/pane.rs",
            "use crate::cli::run;",
            &["tui may not use cli"],
        ),
        (
            "odd/mod.rs",
            "use crate::model::Visit;",
            &["folder odd is not in the table"],
        ),
        ("plan.rs", "pub mod add;", &["plan belongs into a folder"]),
        ("lib.rs", "pub mod plan; pub use crate::plan::add;", &[]),
        (
            "plan/add.rs",
            "#[cfg(test)] mod tests { use crate::tui::App; } use crate::tui::App;",
            &["plan may not use tui"],
        ),
        (
            "plan/add.rs",
            "#[cfg(test)] use crate::tui::App; use crate::tui;",
            &["plan may not use tui"],
        ),
        (
            "plan/add.rs",
            "// crate::tui::App\n/// [`crate::tui::App`]\nconst A: &str = \"crate::tui\";",
            &[],
        ),
        ("tui/pane.rs", "use ratatui::text::Line;", &[]),
        (
            "cli/mod.rs",
            "fn f(l: ratatui::text::Line) {}",
            &["knows the screen: ratatui::text::Line"],
        ),
        (
            "session/mod.rs",
            "use crossterm::event;",
            &["knows the screen: crossterm::event"],
        ),
        ("store/save.rs", "use std::fs::File;", &[]),
        ("tui/driver.rs", "use std::fs;", &[]),
        ("tui/driver/save.rs", "use std::fs;", &[]),
        (
            "tui/pane.rs",
            "use std::{io, fs::{self, File}};",
            &[
                "touches the disk: std::fs::self",
                "touches the disk: std::fs::File",
            ],
        ),
        (
            "model/mod.rs",
            "fn f(p: &Path) { if p.is_file() {} }",
            &["touches the disk: .is_file()"],
        ),
        (
            "model/mod.rs",
            "fn f() { todo!() } fn g() { a != b }",
            &["leaves work undone: todo!"],
        ),
    ];
    for (path, text, expected) in cases {
        let path = format!("src/{path}");
        let expected: Vec<String> = expected
            .iter()
            .map(|what| format!("{path}: {what}"))
            .collect();
        assert_eq!(
            complaints(&path, &format!("//! Head.\n{text}")),
            expected,
            "{text}"
        );
    }
    assert_eq!(
        complaints("src/lib.rs", "pub mod a;").len(),
        1,
        "a file without a head"
    );
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
