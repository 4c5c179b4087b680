//! What the program says before it does anything.

use crate::harness::Home;

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
