//! README tells the truth: its two commands are what a newcomer needs, and the keys are the keymap's.

use std::{env, fmt::Write, fs, path::Path};

use attache::{
    tui::keymap::{Binding, Context, Keymap},
    words::Lang,
};

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

/// Between which marks the keys stand.
const KEYS: (&str, &str) = ("<!-- keys -->\n", "<!-- /keys -->\n");

/// The keys of the keymap that comes with the program, as README tells them: a row for each place,
/// without what the first row says for everywhere.
fn table() -> String {
    let keymap = Keymap::built_in();
    let mut places = keymap.all();
    let (first, everywhere) = places.next().expect("the keymap has a place");
    let mut table = "| Where | Keys |\n|---|---|\n".to_owned();
    row(&mut table, first, everywhere.iter());
    for (place, bindings) in places {
        let own = bindings
            .iter()
            .filter(|binding| !everywhere.iter().any(|known| says_it_too(known, binding)));
        row(&mut table, place, own);
    }
    table
}

fn says_it_too(everywhere: &Binding, binding: &Binding) -> bool {
    everywhere.action == binding.action && everywhere.keys == binding.keys
}

fn row<'a>(table: &mut String, place: Context, bindings: impl Iterator<Item = &'a Binding>) {
    let told: Vec<String> = bindings
        .map(|binding| {
            format!(
                "{} {}",
                in_code(binding),
                binding.action.hint().get(Lang::En)
            )
        })
        .collect();
    writeln!(
        table,
        "| {} | {} |",
        place.label().get(Lang::En),
        told.join(" · ")
    )
    .unwrap();
}

fn in_code(binding: &Binding) -> String {
    let keys = binding.keys.iter().map(|key| key.shown(Lang::En));
    let keys: Vec<String> = keys.map(|key| format!("`{key}`")).collect();
    keys.join(" ")
}

#[test]
fn the_keys_are_those_of_the_keymap() {
    let (before, rest) = README
        .split_once(KEYS.0)
        .expect("README has a place for the keys");
    let (told, after) = rest.split_once(KEYS.1).expect("the keys end somewhere");
    let table = table();
    if env::var_os("UPDATE_README").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
        let readme = format!("{before}{}{table}{}{after}", KEYS.0, KEYS.1);
        fs::write(path, readme).unwrap();
        return;
    }
    assert!(
        told == table,
        "README tells other keys than assets/keymap.ron; UPDATE_README=1 cargo test puts it right"
    );
}

/// The picture is what the sample looks like.
#[test]
fn the_picture_is_the_screen() {
    use crate::screen::{MARRAKESCH, Screen};

    let (_, after) = README.split_once("```text\n").unwrap();
    let (picture, _) = after.split_once("\n```").unwrap();
    let mut screen = Screen::in_lang(MARRAKESCH, attache::words::Lang::En);
    let shown = screen.keys("j").at(100, 26);
    let rows = |text: &str| -> Vec<String> {
        text.lines()
            .map(|row| row.trim_start_matches(['▸', ' ']).trim_end().into())
            .collect()
    };
    for (row, on_screen) in rows(picture).into_iter().zip(rows(&shown)) {
        assert_eq!(row, on_screen, "the screen is now\n{shown}");
    }
}
