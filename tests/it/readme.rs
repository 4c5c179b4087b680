//! README tells the truth: its two commands are what a newcomer needs.

use std::path::Path;

const README: &str = include_str!("../../README.md");

/// The lines of README that a newcomer types.
fn commands() -> Vec<&'static str> {
    README
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("cargo "))
        .collect()
}

#[test]
fn there_are_two_commands() {
    let sample = "cargo run --release -- assets/samples/duesseldorf-marrakesch-2024.ron";
    assert_eq!(commands(), [sample, "cargo test"]);
}

#[test]
fn the_files_that_it_names_are_there() {
    let named = README.split(|sign: char| sign.is_whitespace() || "()`".contains(sign));
    let missing: Vec<&str> = named
        .filter(|word| word.starts_with("assets/") || ["LICENSE", "CHANGELOG.md"].contains(word))
        .filter(|word| !Path::new(env!("CARGO_MANIFEST_DIR")).join(word).exists())
        .collect();
    assert!(
        missing.is_empty(),
        "README names what is not there: {missing:?}"
    );
}
