//! A visit as a file: RON with its format version first, written for people and for git.

mod error;
mod lost;
pub(super) mod scan;

use std::{borrow::Cow, path::Path};

use ron::{extensions::Extensions, ser::PrettyConfig};
use serde::{Deserialize, Serialize};

pub use error::{OpenError, OpenWarning, Reason, Spoilt};
pub(super) use lost::{There, lost};
use scan::{At, Start};

use super::{
    atomic::{Held, LOCK_WAIT, Saved, hold},
    fingerprint::Fingerprint,
    read::{Loaded, SIZE_LIMIT, read, read_bytes},
    save_error::SaveError,
};
use crate::{
    display,
    model::{
        Conflict, Conflicts, Fault, Head, Id, Item, Letter, Participant, Place, Record, Table,
        Task, Vehicle, Visit,
    },
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
    /// What a person should know before working on it.
    pub warnings: Vec<OpenWarning>,
}

/// Opens the visit in a file. The file is left as it is, whatever is in it.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    opened(path, &read(path)?)
}

fn opened(path: &Path, loaded: &Loaded) -> Result<Opened, OpenError> {
    let text = unix_lines(&loaded.text);
    let visit = parse(&text).map_err(|flaw| flaw.in_file(path, &text, loaded.conflict_line))?;
    let comments = scan::comment(&text).map(|line| OpenWarning::Comments { line });
    let markers = loaded
        .conflict_line
        .map(|line| OpenWarning::ConflictMarkers { line });
    Ok(Opened {
        visit,
        fingerprint: loaded.fingerprint,
        warnings: comments.into_iter().chain(markers).collect(),
    })
}

/// Whether a file is one of the samples that come with the program, `assets/samples/NAME.ron`: work
/// on one goes into a copy. A copy elsewhere is a visit like any other.
pub fn is_sample(path: &Path) -> bool {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    path.parent()
        .is_some_and(|folder| folder.ends_with("assets/samples"))
}

/// Saves a visit in its file at once; while it is open, the [`Saver`](super::Saver) does it.
pub fn save_visit(
    path: &Path,
    visit: &Visit,
    expected: Option<&Fingerprint>,
) -> Result<Saved, SaveError> {
    hold(path, LOCK_WAIT)?.save_visit(visit, expected)
}

impl Held {
    /// Saves a visit in the file that is held.
    pub fn save_visit(
        &self,
        visit: &Visit,
        expected: Option<&Fingerprint>,
    ) -> Result<Saved, SaveError> {
        let bytes = to_ron(visit).map_err(|reason| SaveError::Unwritable {
            path: self.path().to_owned(),
            reason,
        })?;
        self.save(&bytes, expected)
    }
}

/// The id of the visit in a file, from its text alone: the file may be broken after it, or be two
/// versions with git's conflict markers.
pub(in crate::store) fn id_in(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let (_, head) = text.split_once("visit")?;
    let (_, value) = head.split_once("id")?;
    let value = value.trim_start().strip_prefix(':')?.trim_start();
    let (id, _) = value.strip_prefix('"')?.split_once('"')?;
    Id::<Head>::parse(id).map(|id| id.to_string())
}

/// The id of the visit in a file, as far as the file still says it.
pub fn id_at(path: &Path) -> Option<String> {
    let (bytes, _) = read_bytes(path, SIZE_LIMIT).ok()?;
    id_in(&bytes)
}

/// git on Windows may have given the file the line ends of that system.
pub(super) fn unix_lines(text: &str) -> Cow<'_, str> {
    if text.contains("\r\n") {
        Cow::Owned(text.replace("\r\n", "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The file's content, to be written.
#[derive(Serialize)]
struct Out<'a> {
    format: u32,
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
    #[serde(skip_serializing_if = "Conflicts::none")]
    conflicts: &'a Conflicts,
}

/// The file's content, as it is read. Lists become tables afterwards, so that an id that stands
/// twice is a fault like any other and told in the reader's language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct In {
    #[serde(rename = "format")]
    _format: u32,
    visit: Head,
    #[serde(default)]
    items: Vec<Item>,
    #[serde(default)]
    participants: Vec<Participant>,
    #[serde(default)]
    letters: Vec<Letter>,
    #[serde(default)]
    places: Vec<Place>,
    #[serde(default)]
    vehicles: Vec<Vehicle>,
    #[serde(default)]
    tasks: Vec<Task>,
    #[serde(default)]
    conflicts: Vec<Conflict>,
}

pub(super) fn options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_recursion_limit(DEPTH)
}

/// The text of a visit's file. Empty fields are left out, one field stands on a line.
///
/// # Errors
/// What serialising says, or that a text holds what the file could not be opened with; it names no
/// file.
pub fn to_ron(visit: &Visit) -> Result<Vec<u8>, String> {
    let pretty = PrettyConfig::new().new_line("\n").escape_strings(false);
    let out = Out {
        format: FORMAT,
        visit: &visit.head,
        items: &visit.items,
        participants: &visit.participants,
        letters: &visit.letters,
        places: &visit.places,
        vehicles: &visit.vehicles,
        tasks: &visit.tasks,
        conflicts: &visit.conflicts,
    };
    let mut text = options()
        .to_string_pretty(&out, pretty)
        .map_err(|error| error.to_string())?;
    text.push('\n');
    match display::unfit(&text) {
        Some(c) => Err(format!("U+{:04X}", u32::from(c))),
        None => Ok(text.into_bytes()),
    }
}

/// What is wrong with a text, whichever file it is from.
#[derive(Debug, PartialEq)]
enum Flaw {
    Foreign,
    Newer(u64),
    Broken(At, Reason),
    Fault(Fault),
}

impl Flaw {
    fn in_file(self, path: &Path, text: &str, conflict_line: Option<usize>) -> OpenError {
        let path = path.to_owned();
        match (self, conflict_line) {
            (Self::Newer(version), _) => OpenError::Newer { path, version },
            (_, Some(line)) => OpenError::Conflict { path, line },
            (Self::Foreign, None) => OpenError::Foreign { path },
            (Self::Broken(at, reason), None) => OpenError::Broken { path, at, reason },
            (Self::Fault(fault), None) => {
                let line = match &fault {
                    Fault::IdTwice(id) => scan::second(text, id),
                    Fault::Conflict { of, .. } => scan::conflict(text, of),
                    Fault::NoSuch { .. }
                    | Fault::Circle(_)
                    | Fault::FarDate { .. }
                    | Fault::TooManyDays(..) => None,
                };
                OpenError::Fault { path, fault, line }
            }
        }
    }
}

fn parse(text: &str) -> Result<Visit, Flaw> {
    match scan::start(text) {
        Start::Foreign => return Err(Flaw::Foreign),
        Start::Format(version) if version > u64::from(FORMAT) => return Err(Flaw::Newer(version)),
        Start::Format(_) => {}
    }
    if let Some((c, at)) = scan::unfit(text) {
        return Err(Flaw::Broken(at, Reason::Unfit(Some(c))));
    }
    let file: In = options().from_str(text).map_err(|error| {
        let start = error.span.start;
        Flaw::Broken((start.line, start.col), Reason::of(error.code))
    })?;
    let visit = file.into_visit().map_err(Flaw::Fault)?;
    if text.contains('\\') && to_ron(&visit).is_err() {
        let at = scan::unfit_escape(text).unwrap_or((1, 1));
        return Err(Flaw::Broken(at, Reason::Unfit(None)));
    }
    match visit.faults().into_iter().next() {
        Some(fault) => Err(Flaw::Fault(fault)),
        None => Ok(visit),
    }
}

impl In {
    fn into_visit(self) -> Result<Visit, Fault> {
        Ok(Visit {
            head: self.visit,
            items: table(self.items)?,
            participants: table(self.participants)?,
            letters: table(self.letters)?,
            places: table(self.places)?,
            vehicles: table(self.vehicles)?,
            tasks: table(self.tasks)?,
            conflicts: self.conflicts.into_iter().collect(),
        })
    }
}

fn table<R: Record>(records: Vec<R>) -> Result<Table<R>, Fault> {
    let mut table = Table::default();
    for record in records {
        if table.get(record.id()).is_some() {
            return Err(Fault::IdTwice(record.id().to_string()));
        }
        table.put(record);
    }
    Ok(table)
}

/// The visit of what a file held in another version, if it can be opened.
pub fn visit_of(bytes: &[u8]) -> Option<Visit> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    parse(&unix_lines(text)).ok()
}

/// The visit of a file's content, for tests of what is written.
#[cfg(test)]
pub(crate) fn read_back(bytes: &[u8]) -> Visit {
    let text = std::str::from_utf8(bytes).unwrap();
    parse(text).unwrap_or_else(|flaw| panic!("{flaw:?}\n{text}"))
}

#[cfg(test)]
mod tests;
