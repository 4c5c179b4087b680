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

/// The first command opens the sample, and looking at it changes nothing in it.
#[cfg(unix)]
#[test]
fn the_first_command_opens_the_sample() {
    use crate::harness::{Home, Term};

    let (_, sample) = commands()[0].split_once(" -- ").unwrap();
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(sample)).unwrap();
    let home = Home::new();
    home.write(sample, &bytes);
    let term = Term::spawn(&home, (80, 24), [sample]);
    term.see("Marrakesch").keys("jjq");
    term.exit().ok();
    assert!(
        std::fs::read(home.path(sample)).unwrap() == bytes,
        "the sample was changed"
    );
}
