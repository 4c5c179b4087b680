//! What the program says before it does anything.

use crate::harness::{Home, Term};

#[test]
fn it_knows_its_version() {
    let version = concat!("attache ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(Home::new().attache(["--version"]).ok(), version);
}

#[test]
fn an_unknown_option_is_a_misuse() {
    let told = Home::new().attache(["--no-such-option"]).misused();
    assert!(told.contains("--no-such-option"), "{told}");
}

#[test]
fn an_error_breaks_between_words_in_a_terminal_and_nowhere_in_a_pipe() {
    let home = Home::new();
    let refused = ["show", "kein-besuch-dieses-namens.ron", "--lang", "de"];
    let piped = home.attache(refused).refused();
    assert_eq!(piped.trim_end().lines().count(), 1, "{piped}");
    let shown = Term::spawn(&home, (50, 15), refused).exit().screen;
    let lines: Vec<&str> = shown.lines().map(str::trim_end).collect();
    let words: Vec<&str> = lines.iter().flat_map(|line| line.split(' ')).collect();
    for word in piped.trim_end().split(' ') {
        assert!(words.contains(&word), "{word:?} is whole in\n{shown}");
    }
}
