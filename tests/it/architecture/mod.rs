//! The shape of the house holds in every file of the repository.

mod caught;
mod rules;
mod source;
mod wording;

use std::fs;
use std::path::{Path, PathBuf};

use rules::{complaints, module_of};
use source::Source;

#[test]
fn folders_use_only_what_the_table_allows() {
    let sources = shipped();
    let broken = sources.iter();
    let found: Vec<String> = broken
        .flat_map(|(path, text)| complaints(path, text))
        .collect();
    assert!(!sources.is_empty(), "no sources were read");
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
#[test]
fn every_file_says_what_it_is_for() {
    let all = ["src", "tests", "benches", "fuzz"]
        .iter()
        .flat_map(|folder| rust_files(folder));
    let silent: Vec<String> = all
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

/// Whether `text` names a place that exists on one machine only.
fn names_a_machine(text: &str) -> bool {
    let begins = |at: usize| !text[..at].ends_with(char::is_alphanumeric);
    let folders = ["work", "root", "home", "Users"].map(|folder| format!("/{folder}/"));
    folders
        .iter()
        .any(|folder| text.match_indices(folder).any(|(at, _)| begins(at)))
}

/// The files of `src` without those for tests alone, with their paths from the root.
fn shipped() -> Vec<(String, String)> {
    let mut sources = rust_files("src");
    // A file for tests alone is named so by its parent: `#[cfg(test)] mod tests;`.
    let for_tests: Vec<Vec<String>> = sources
        .iter()
        .flat_map(|(path, text)| {
            let module = module_of(path);
            let names = Source::read(&module, text).test_modules.into_iter();
            names.map(move |name| [&module[..], &[name]].concat())
        })
        .collect();
    sources.retain(|(path, _)| {
        let module = module_of(path);
        !for_tests.iter().any(|tests| module.starts_with(tests))
    });
    sources
}

/// The Rust files below `folder` with their paths from the root, as text.
fn rust_files(folder: &str) -> Vec<(String, String)> {
    let all = files(&root().join(folder)).into_iter();
    all.filter(|path| path.extension().is_some_and(|ext| ext == "rs"))
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

/// Every file below `folder`, sorted, without what git and cargo keep for themselves.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| ![".git", "target"].iter().any(|own| path.ends_with(own)));
    paths.sort();
    let below = |path: PathBuf| {
        if path.is_dir() {
            files(&path)
        } else {
            vec![path]
        }
    };
    paths.into_iter().flat_map(below).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
