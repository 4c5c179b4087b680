//! The papers of the samples, as their recipients read them.

use std::path::PathBuf;

use attache::{model::Visit, store};

const DUESSELDORF: &str = "duesseldorf-marrakesch-2024";
const HAMBURG: &str = "hamburg-2023";

fn path(name: &str) -> PathBuf {
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples");
    PathBuf::from(format!("{samples}/{name}.ron"))
}

/// A sample visit.
fn sample(name: &str) -> Visit {
    store::open(&path(name)).unwrap().visit
}

#[test]
fn the_samples_are_as_the_program_would_save_them() {
    for name in [DUESSELDORF, HAMBURG] {
        let saved = store::to_ron(&sample(name), true).unwrap();
        assert!(std::fs::read(path(name)).unwrap() == saved, "{name}");
    }
}
