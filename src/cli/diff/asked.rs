//! What is compared: two files that a person names, or what git hands to its external diff.

use std::path::{Path, PathBuf};

use crate::cli::misuse::Misuse;

/// What is compared.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Asked<'a> {
    /// What the answer calls it.
    pub(super) name: String,
    /// The older file and the newer one; none of them for a file that git has not merged yet.
    pub(super) sides: Option<[&'a Path; 2]>,
    /// Whether git asks.
    pub(super) by_git: bool,
}

impl<'a> Asked<'a> {
    /// Reads the arguments. git gives the name, then file, hash and mode of either side, then, for
    /// what has another name, that name and a text about it; for what is not merged the name alone.
    pub(super) fn of(given: &'a [PathBuf], by_git: bool) -> Result<Self, Misuse> {
        let name = |path: &Path| path.to_string_lossy().into_owned();
        let renamed = |old: &Path, new: &Path| format!("{} → {}", name(old), name(new));
        let (name, sides) = match given {
            [old, new] => (renamed(old, new), Some([old, new])),
            [own] if by_git => (name(own), None),
            [own, old, _, _, new, _, _] => (name(own), Some([old, new])),
            [was, old, _, _, new, _, _, is, ..] => (renamed(was, is), Some([old, new])),
            _ => return Err(Misuse::NotTwoFiles),
        };
        Ok(Self {
            name,
            sides: sides.map(|sides| sides.map(PathBuf::as_path)),
            by_git: by_git || given.len() != 2,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_names_two_files_and_git_one_seven_or_more() {
        let of = |line: &str, by_git| {
            let given: Vec<PathBuf> = line.split(' ').map(PathBuf::from).collect();
            let asked = Asked::of(&given, by_git).ok()?;
            let sides = asked
                .sides
                .map(|sides| sides.map(|path| path.display().to_string()));
            Some((asked.name, sides.map(|sides| sides.join(" ")), asked.by_git))
        };
        let found = |name: &str, sides: Option<&str>, by_git| {
            Some((name.to_owned(), sides.map(str::to_owned), by_git))
        };
        for (line, by_git, expected) in [
            (
                "a.ron b.ron",
                false,
                found("a.ron → b.ron", Some("a.ron b.ron"), false),
            ),
            (
                "v.ron /t/1 h m /t/2 h m",
                true,
                found("v.ron", Some("/t/1 /t/2"), true),
            ),
            (
                "v.ron /t/1 h m /t/2 h m",
                false,
                found("v.ron", Some("/t/1 /t/2"), true),
            ),
            (
                "v.ron /t/1 h m /t/2 h m w.ron similarity",
                true,
                found("v.ron → w.ron", Some("/t/1 /t/2"), true),
            ),
            ("v.ron", true, found("v.ron", None, true)),
            ("v.ron", false, None),
            ("a b c", true, None),
        ] {
            assert_eq!(of(line, by_git), expected, "{line}");
        }
    }
}
