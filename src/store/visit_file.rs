//! A visit as a file: RON with its format version first, written for people and for git.

use std::path::{Path, PathBuf};

use ron::{extensions::Extensions, ser::PrettyConfig};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{
    fingerprint::Fingerprint,
    read::{ReadError, read},
};
use crate::{
    display,
    model::{Fault, Head, Item, Letter, Participant, Place, Table, Task, Vehicle, Visit},
    say,
    words::{Lang, Speak},
};

/// The format version that this program writes. Optional fields are added by raising it.
pub const FORMAT: u32 = 1;

/// Deeper nesting than any visit has is refused before it costs the stack.
const DEPTH: usize = 128;

/// A visit as it was loaded.
#[derive(Debug)]
pub struct Opened {
    /// The visit.
    pub visit: Visit,
    /// What saving will expect to find.
    pub fingerprint: Fingerprint,
    /// Whether the file says that it is a sample: work on it goes into a copy.
    pub sample: bool,
    /// Whether it has comments, which the next save would lose.
    pub comments: bool,
}

/// Why a file is not taken for a visit. The file is untouched.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum OpenError {
    /// It could not be read at all.
    Read(#[from] ReadError),
    /// It is RON, but of a newer program.
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format version.
        version: u64,
    },
    /// It is not a visit file, or broken.
    Broken {
        /// The file.
        path: PathBuf,
        /// Line and column.
        at: (usize, usize),
        /// What the parser says.
        reason: String,
        /// A field that this version does not know.
        unknown: Option<String>,
    },
    /// It has git's conflict markers.
    Conflict {
        /// The file.
        path: PathBuf,
        /// The line of the first.
        line: usize,
    },
    /// Its records do not fit together.
    Fault {
        /// The file.
        path: PathBuf,
        /// The first thing that is wrong.
        fault: Fault,
    },
}

impl Speak for OpenError {
    fn say(&self, lang: Lang) -> String {
        let shown = |path: &Path| display::safe(&path.display().to_string()).into_owned();
        match self {
            Self::Read(error) => error.say(lang),
            Self::Newer { path, version } => {
                let path = shown(path);
                say!(
                    lang,
                    "{path} hat das Format {version}, dieses Programm kennt {FORMAT}; bitte eine neuere Fassung von Attaché verwenden. Die Datei ist unverändert",
                    "{path} has format {version}, this program knows {FORMAT}; use a newer version of Attaché. The file is as it was",
                    "{path} est au format {version}, ce programme connaît {FORMAT}\u{a0}; utilisez une version plus récente d’Attaché. Le fichier est inchangé"
                )
            }
            Self::Broken {
                path,
                at: (line, column),
                unknown: Some(field),
                ..
            } => {
                let (path, field) = (shown(path), display::safe(field));
                say!(
                    lang,
                    "{path}, Zeile {line}, Spalte {column}: Das Feld {field} ist unbekannt; bitte berichtigen oder entfernen. Die Datei ist unverändert",
                    "{path}, line {line}, column {column}: the field {field} is unknown; correct or remove it. The file is as it was",
                    "{path}, ligne {line}, colonne {column}\u{a0}: le champ {field} est inconnu\u{a0}; corrigez-le ou retirez-le. Le fichier est inchangé"
                )
            }
            Self::Broken {
                path,
                at: (line, column),
                reason,
                ..
            } => {
                let (path, reason) = (shown(path), display::safe(reason));
                say!(
                    lang,
                    "{path} ist keine lesbare Besuchsdatei: Zeile {line}, Spalte {column}: {reason}. Bitte dort berichtigen; die Datei ist unverändert",
                    "{path} is not a readable visit file: line {line}, column {column}: {reason}. Correct it there; the file is as it was",
                    "{path} n’est pas un fichier de visite lisible\u{a0}: ligne {line}, colonne {column}\u{a0}: {reason}. Corrigez à cet endroit\u{a0}; le fichier est inchangé"
                )
            }
            Self::Conflict { path, line } => {
                let path = shown(path);
                say!(
                    lang,
                    "{path}, Zeile {line}: Die Datei enthält Konfliktmarken von git (<<<<<<<); bitte den Konflikt auflösen oder eine Fassung mit „git checkout --ours“ oder „--theirs“ wählen",
                    "{path}, line {line}: the file has git's conflict markers (<<<<<<<); resolve the conflict, or take one version with \"git checkout --ours\" or \"--theirs\"",
                    "{path}, ligne {line}\u{a0}: le fichier contient des marques de conflit git (<<<<<<<)\u{a0}; résolvez le conflit, ou prenez une version avec «\u{a0}git checkout --ours\u{a0}» ou «\u{a0}--theirs\u{a0}»"
                )
            }
            Self::Fault { path, fault } => {
                let path = shown(path);
                let fault = match fault {
                    Fault::IdTwice(id) => say!(
                        lang,
                        "die Kennung {id} kommt zweimal vor",
                        "the id {id} stands twice",
                        "l’identifiant {id} figure deux fois"
                    ),
                    Fault::NoSuch { from, to } => say!(
                        lang,
                        "{from} verweist auf {to}, das es nicht gibt",
                        "{from} refers to {to}, which is not there",
                        "{from} renvoie à {to}, qui n’existe pas"
                    ),
                    Fault::Circle(id) => say!(
                        lang,
                        "{id} folgt am Ende auf sich selbst",
                        "{id} in the end follows itself",
                        "{id} finit par se suivre lui-même"
                    ),
                };
                say!(
                    lang,
                    "{path}: {fault}. Bitte in der Datei berichtigen; sie ist unverändert",
                    "{path}: {fault}. Correct it in the file; it is as it was",
                    "{path}\u{a0}: {fault}. Corrigez-le dans le fichier\u{a0}; il est inchangé"
                )
            }
        }
    }
}

/// The file's content, to be written.
#[derive(Serialize)]
struct Out<'a> {
    format: u32,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    sample: bool,
    visit: &'a Head,
    #[serde(skip_serializing_if = "Table::is_empty")]
    items: &'a Table<Item>,
    #[serde(skip_serializing_if = "Table::is_empty")]
    participants: &'a Table<Participant>,
    #[serde(skip_serializing_if = "Table::is_empty")]
    letters: &'a Table<Letter>,
    #[serde(skip_serializing_if = "Table::is_empty")]
    places: &'a Table<Place>,
    #[serde(skip_serializing_if = "Table::is_empty")]
    vehicles: &'a Table<Vehicle>,
    #[serde(skip_serializing_if = "Table::is_empty")]
    tasks: &'a Table<Task>,
}

/// The file's content, as it is read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct In {
    #[serde(rename = "format")]
    _format: u32,
    #[serde(default)]
    sample: bool,
    visit: Head,
    #[serde(default)]
    items: Table<Item>,
    #[serde(default)]
    participants: Table<Participant>,
    #[serde(default)]
    letters: Table<Letter>,
    #[serde(default)]
    places: Table<Place>,
    #[serde(default)]
    vehicles: Table<Vehicle>,
    #[serde(default)]
    tasks: Table<Task>,
}

fn options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_recursion_limit(DEPTH)
}

/// The text of a visit's file. Empty fields are left out, one field stands on a line.
///
/// # Errors
/// What serialising says; it names no file.
pub fn to_ron(visit: &Visit, sample: bool) -> Result<Vec<u8>, String> {
    let pretty = PrettyConfig::new().new_line("\n").escape_strings(false);
    let out = Out {
        format: FORMAT,
        sample,
        visit: &visit.head,
        items: &visit.items,
        participants: &visit.participants,
        letters: &visit.letters,
        places: &visit.places,
        vehicles: &visit.vehicles,
        tasks: &visit.tasks,
    };
    let mut text = options()
        .to_string_pretty(&out, pretty)
        .map_err(|error| error.to_string())?;
    text.push('\n');
    Ok(text.into_bytes())
}

/// Opens the visit in a file.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let loaded = read(path)?;
    let (visit, sample) =
        parse(&loaded.text).map_err(|flaw| match (flaw, loaded.conflict_line) {
            (Flaw::Broken { .. } | Flaw::Fault(_), Some(line)) => OpenError::Conflict {
                path: path.to_owned(),
                line,
            },
            (Flaw::Newer(version), _) => OpenError::Newer {
                path: path.to_owned(),
                version,
            },
            (
                Flaw::Broken {
                    at,
                    reason,
                    unknown,
                },
                None,
            ) => OpenError::Broken {
                path: path.to_owned(),
                at,
                reason,
                unknown,
            },
            (Flaw::Fault(fault), None) => OpenError::Fault {
                path: path.to_owned(),
                fault,
            },
        })?;
    let comments = has_comments(&loaded.text);
    Ok(Opened {
        visit,
        fingerprint: loaded.fingerprint,
        sample,
        comments,
    })
}

/// What is wrong with a text, whichever file it is from.
enum Flaw {
    Newer(u64),
    Broken {
        at: (usize, usize),
        reason: String,
        unknown: Option<String>,
    },
    Fault(Fault),
}

fn parse(text: &str) -> Result<(Visit, bool), Flaw> {
    if let Some(version) = version(text)
        && version > u64::from(FORMAT)
    {
        return Err(Flaw::Newer(version));
    }
    let file: In = options().from_str(text).map_err(|error| Flaw::Broken {
        at: (error.span.start.line, error.span.start.col),
        unknown: match &error.code {
            ron::Error::NoSuchStructField { found, .. } => Some(found.clone()),
            _ => None,
        },
        reason: error.code.to_string(),
    })?;
    let visit = Visit {
        head: file.visit,
        items: file.items,
        participants: file.participants,
        letters: file.letters,
        places: file.places,
        vehicles: file.vehicles,
        tasks: file.tasks,
    };
    match visit.faults().into_iter().next() {
        Some(fault) => Err(Flaw::Fault(fault)),
        None => Ok((visit, file.sample)),
    }
}

/// The format version, which stands first, whatever a newer program may have written after it.
fn version(text: &str) -> Option<u64> {
    let mut rest = text.trim_start();
    loop {
        if let Some(after) = rest.strip_prefix("//") {
            rest = after.split_once('\n')?.1.trim_start();
        } else if let Some(after) = rest.strip_prefix("/*") {
            rest = after.split_once("*/")?.1.trim_start();
        } else if let Some(after) = rest.strip_prefix("#!") {
            rest = after.split_once(']')?.1.trim_start();
        } else {
            break;
        }
    }
    let after = rest
        .strip_prefix('(')?
        .trim_start()
        .strip_prefix("format")?;
    let number = after.trim_start().strip_prefix(':')?.trim_start();
    let digits = number
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(number.len());
    number[..digits].parse().ok()
}

/// Whether there is a comment outside every string.
fn has_comments(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(['"', '/', 'r']) {
        let (before, here) = rest.split_at(at);
        let begins_word = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        rest = if let Some(inside) = here.strip_prefix('"') {
            after_string(inside)
        } else if here.starts_with("//") || here.starts_with("/*") {
            return true;
        } else if begins_word && let Some(after) = after_raw_string(here) {
            after
        } else {
            &here[1..]
        };
    }
    false
}

fn after_string(inside: &str) -> &str {
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return &inside[at + 1..],
            _ => {}
        }
    }
    ""
}

/// What follows a raw string such as `r#"…"#`, if `here` begins with one.
fn after_raw_string(here: &str) -> Option<&str> {
    let hashes = here[1..].chars().take_while(|c| *c == '#').count();
    let inside = here[1 + hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(inside.find(&end).map_or("", |at| &inside[at + end.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    fn visit() -> Visit {
        let mut head = Head::with_id(Id::parse("besuch-7k2f").unwrap());
        head.title = "Besuch \"aus\" Marrakesch \\ مراكش".into();
        Visit::new(head)
    }

    #[test]
    fn a_visit_comes_back_and_is_written_the_same_again() {
        let text = String::from_utf8(to_ron(&visit(), false).unwrap()).unwrap();
        assert!(
            text.starts_with("(\n    format: 1,\n    visit: (\n"),
            "{text}"
        );
        let Ok((back, sample)) = parse(&text) else {
            panic!("{text}")
        };
        assert_eq!((&back, sample), (&visit(), false));
        assert_eq!(to_ron(&back, false).unwrap(), text.into_bytes());
    }

    #[test]
    fn what_is_not_ours_is_refused_with_its_place() {
        for (text, at) in [
            (
                "(format: 1, visit: (id: \"a\"), gadgets: [])",
                Some((1, 31)),
            ),
            (
                "(format: 1, visit: (id: \"a\", titel: \"x\"))",
                Some((1, 30)),
            ),
            ("hello", Some((1, 1))),
            ("(format: 2, anything at all", None),
            ("// mine\n( format : 99, x: 1)", None),
        ] {
            match parse(text) {
                Err(Flaw::Broken { at: found, .. }) => assert_eq!(Some(found), at, "{text}"),
                Err(Flaw::Newer(_)) => assert_eq!(at, None, "{text}"),
                _ => panic!("{text}"),
            }
        }
    }

    #[test]
    fn comments_are_told_from_texts() {
        for (text, expected) in [
            ("(a: \"http://x\")", false),
            ("(a: \"\\\"//\")", false),
            ("(a: r#\"a \" // b\"#)", false),
            ("(a: 1, // note\n)", true),
            ("(for: \"x\" /* note */)", true),
        ] {
            assert_eq!(has_comments(text), expected, "{text}");
        }
    }
}
