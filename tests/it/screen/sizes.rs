//! Every view on every size of screen: nothing breaks, and help is always a key away.

use attache::words::Lang;

use super::{MARRAKESCH, Screen};

const SIZES: [(u16, u16); 13] = [
    (0, 0),
    (1, 1),
    (59, 40),
    (200, 14),
    (60, 15),
    (79, 23),
    (80, 24),
    (99, 24),
    (100, 30),
    (119, 40),
    (120, 40),
    (170, 50),
    (200, 60),
];

/// The keys that lead to each view from the visit.
const VIEWS: [&str; 18] = [
    "",
    "?",
    ":",
    "/rathaus",
    "p",
    "p<Tab><Tab>",
    "pa",
    "e",
    "ep",
    "ew",
    "v",
    "I",
    "H",
    "a",
    "w",
    "m",
    "C",
    "<Tab><Tab>s",
];

fn is_too_small((cols, rows): (u16, u16)) -> bool {
    cols < 60 || rows < 15
}

fn fits_every_size(screen: &mut Screen, keys: &str) {
    for size in SIZES {
        let text = screen.at(size.0, size.1);
        assert_eq!(
            text.contains("Hilfe") || text.contains("Esc"),
            !is_too_small(size),
            "{keys:?} at {size:?}:\n{text}"
        );
    }
}

#[test]
fn every_view_of_a_visit_fits_every_size() {
    for keys in VIEWS {
        let mut screen = Screen::of(MARRAKESCH);
        screen.keys(keys);
        fits_every_size(&mut screen, keys);
    }
}

#[test]
fn the_library_fits_every_size() {
    for keys in ["", "/x", "a", "?", ":"] {
        let mut screen = Screen::library(Vec::new(), Lang::De);
        screen.keys(keys);
        fits_every_size(&mut screen, keys);
    }
}

#[test]
fn a_screen_that_is_too_small_says_how_large_it_has_to_be() {
    let mut screen = Screen::of(MARRAKESCH);
    let text = screen.at(40, 10);
    assert!(text.contains("60 × 15"), "{text}");
}
