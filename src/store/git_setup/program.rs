//! How git is told to start this program: by name where that finds it, else by its quoted path.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

/// What the program is called.
const NAME: &str = "attache";

/// The word by which git's shell finds the program at `path`, given where shells look for programs.
/// None if the path is not text.
pub(super) fn word(path: &Path, search: Option<&OsStr>) -> Option<String> {
    let real = |path: &Path| fs::canonicalize(path).ok();
    let own = real(path);
    let name = format!("{NAME}{}", std::env::consts::EXE_SUFFIX);
    let mut folders = search.into_iter().flat_map(std::env::split_paths);
    // The first of that name is the one that is started.
    let first: Option<PathBuf> = folders.find_map(|folder| real(&folder.join(&name)));
    if first.is_some() && first == own {
        return Some(NAME.to_owned());
    }
    let path = path.to_str()?;
    // git's shell on Windows takes both kinds of slash, but one of them only unquoted.
    let path = if cfg!(windows) {
        path.replace('\\', "/")
    } else {
        path.to_owned()
    };
    Some(quoted(&path))
}

/// A text as a shell takes it for one word.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/.-_:".contains(c);
    if text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

/// A word in a command of a merge driver, in which a percent sign has a meaning.
pub(super) fn in_driver(word: &str) -> String {
    word.replace('%', "%%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_one_word_whatever_is_in_it() {
        for (path, expected) in [
            ("/opt/attache", "/opt/attache"),
            ("/opt/mit Raum/attache", "'/opt/mit Raum/attache'"),
            (
                "/opt/o'brien/$(x)/attache",
                r"'/opt/o'\''brien/$(x)/attache'",
            ),
        ] {
            assert_eq!(word(Path::new(path), None).as_deref(), Some(expected));
        }
        assert_eq!(in_driver("'/a%Pb'"), "'/a%%Pb'");
    }

    #[test]
    fn a_name_does_where_it_leads_to_this_program() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let name = format!("{NAME}{}", std::env::consts::EXE_SUFFIX);
        for place in ["one", "other"] {
            fs::create_dir(at(place)).unwrap();
            fs::write(at(place).join(&name), place).unwrap();
        }
        let own = at("one").join(&name);
        let search = |places: [&str; 2]| std::env::join_paths(places.map(at)).unwrap();
        let word = |places| word(&own, Some(&search(places))).unwrap();
        assert_eq!(word(["none", "one"]), NAME);
        assert_eq!(word(["one", "other"]), NAME);
        assert_ne!(word(["other", "one"]), NAME, "another one would be started");
    }
}
