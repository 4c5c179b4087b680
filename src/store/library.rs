//! The library: a folder of visit files, listed without keeping the visits in memory.

use std::{
    cmp::Reverse,
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use chrono::NaiveDate;

use super::{
    archive::archive_of,
    atomic::{LOCK_WAIT, Saved, hold},
    platform,
    read::{SIZE_LIMIT, read_bytes},
    read_error::ReadError,
    save_error::SaveError,
    target::{folder_of, home},
    visit_file::{OpenError, id_at, id_in, open, to_ron, visit_of},
};
use crate::{
    display,
    model::{
        Head, Id, Name, Text, Visit,
        head::{Direction, VisitStatus},
    },
    words::Lang,
};

mod watch;

pub use watch::{library_changed, watch_library};

const EXTENSION: &str = "ron";
/// Files of the library that are no visits.
const OTHERS: [&str; 1] = ["house.ron"];
/// How many visits of one title get a number before something is wrong.
const MOST_NUMBERS: usize = 10_000;

/// A file of a library.
#[derive(Debug)]
pub struct Listed {
    /// Where it is.
    pub path: PathBuf,
    /// Whether it is in the archive.
    pub archived: bool,
    /// When it was written last, where the system says so.
    pub modified: Option<SystemTime>,
    /// What it is about, or why that cannot be said: a broken file is not hidden.
    pub content: Result<Summary, OpenError>,
}

/// What a list says of a visit.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The visit's id.
    pub id: Id<Head>,
    /// Its title.
    pub title: Text,
    /// The organisation on the other side.
    pub partner: Text,
    /// The town on the other side.
    pub partner_place: Text,
    /// The language of texts that say none.
    pub main: Lang,
    /// The first day; none for a dossier.
    pub first: Option<NaiveDate>,
    /// The last day.
    pub last: Option<NaiveDate>,
    /// Where it stands.
    pub status: VisitStatus,
    /// Who visits whom.
    pub direction: Direction,
    /// How many programme items it has.
    pub items: usize,
    /// How many heads the participants are, at least and at most.
    pub heads: (u32, u32),
    /// How many letters it has.
    pub letters: usize,
}

impl Summary {
    /// What a list says of this visit.
    pub fn of(visit: &Visit) -> Self {
        let head = &visit.head;
        let (partner, partner_place) = match head.direction {
            Direction::Incoming => (&head.guest, &head.guest_place),
            Direction::Outgoing => (&head.host, &head.host_place),
        };
        Self {
            id: head.id.clone(),
            title: head.title.clone(),
            partner: partner.clone(),
            partner_place: partner_place.clone(),
            main: head.language,
            first: head.first,
            last: head.last.or(head.first),
            status: head.status,
            direction: head.direction,
            items: visit.items.len(),
            heads: visit.heads(),
            letters: visit.letters.len(),
        }
    }
}

/// The visits of a library, and those of its archive if so asked: the latest first, then those
/// without days, then what cannot be read. A library that does not exist yet is empty.
pub fn list(library: &Path, with_archive: bool) -> Result<Vec<Listed>, ReadError> {
    let mut listed: Vec<_> = visit_paths(library)?
        .into_iter()
        .map(|path| look(path, false))
        .collect();
    if with_archive {
        let archived = visit_paths(&archive_of(library))?;
        listed.extend(archived.into_iter().map(|path| look(path, true)));
    }
    listed.sort_by_cached_key(|file| {
        let first = file.content.as_ref().map(|summary| summary.first);
        (
            first.is_err(),
            Reverse(first.unwrap_or_default()),
            file.path.clone(),
        )
    });
    Ok(listed)
}

/// What is in the library, in its archive, beside a visit and elsewhere that belongs to the visit.
#[derive(Debug, Default)]
pub struct Others {
    /// Other files with the same visit.
    pub copies: Vec<PathBuf>,
    /// Files that cannot be read, and why.
    pub unreadable: Vec<(PathBuf, OpenError)>,
}

/// What there is besides the visit of this id at `path`. Of files elsewhere that are `known` to have
/// held it, those count that still do.
pub fn others(path: &Path, id: &str, library: &Path, known: &[PathBuf]) -> Others {
    let mut paths = paths_around(path, library);
    let elsewhere = known.iter().filter(|known| known.is_absolute());
    let elsewhere = elsewhere.filter(|known| id_at(known).is_none_or(|own| own == id));
    paths.extend(elsewhere.map(|path| home(path)));
    paths.remove(&home(path));
    let mut others = Others::default();
    for path in paths {
        // Understanding a visit is dear in a large library; one that does not say this id is another.
        let is_other = |text: &str| !text.contains(id) && id_in(text.as_bytes()).is_some();
        if text_of(&path).is_some_and(|text| is_other(&text)) {
            continue;
        }
        match open(&path).map(|opened| opened.visit) {
            Ok(visit) if visit.head.id.as_str() == id => others.copies.push(path),
            Ok(_) => {}
            Err(error) => others.unreadable.push((path, error)),
        }
    }
    others
}

/// The visits in the library and beside the one at `path` in which somebody `is` who is looked for. Of
/// those whose text `speaks` of nobody like that it is not asked.
pub fn visits_with(
    path: &Path,
    library: &Path,
    speaks: &dyn Fn(&str) -> bool,
    is: &dyn Fn(&Name) -> bool,
) -> Vec<PathBuf> {
    let mut paths = paths_around(path, library);
    paths.remove(&home(path));
    let holds = |path: &PathBuf| {
        let text = text_of(path).filter(|text| speaks(text));
        let visit = text.and_then(|text| visit_of(text.as_bytes()));
        visit.is_some_and(|visit| visit.participants.iter().any(|own| is(&own.name)))
    };
    paths.into_iter().filter(holds).collect()
}

fn text_of(path: &Path) -> Option<String> {
    let (bytes, _) = read_bytes(path, SIZE_LIMIT).ok()?;
    String::from_utf8(bytes).ok()
}

/// The files in the library, beside the one at `path` and in the archives that should be visits.
fn paths_around(path: &Path, library: &Path) -> BTreeSet<PathBuf> {
    let folders = [library, folder_of(path)];
    let folders = folders
        .into_iter()
        .flat_map(|own| [own.to_owned(), archive_of(own)]);
    let paths = folders.flat_map(|folder| visit_paths(&folder).unwrap_or_default());
    paths.map(|path| home(&path)).collect()
}

/// Whether anything is at `path`; what cannot be looked for may be.
pub fn is_there(path: &Path) -> bool {
    path.try_exists().unwrap_or(true)
}

/// The files directly in `folder` that should be visits.
fn visit_paths(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let failed = |source| ReadError::Io {
        path: folder.to_owned(),
        source,
    };
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.map_err(failed)?,
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        if is_visit_name(&path) && !path.is_dir() {
            paths.push(path);
        }
    }
    Ok(paths)
}

fn is_visit_name(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.extension().is_some_and(|ending| ending == EXTENSION)
        && !name.starts_with('.')
        && !OTHERS.contains(&&*name)
}

fn look(path: PathBuf, archived: bool) -> Listed {
    Listed {
        archived,
        modified: fs::metadata(&path).and_then(|file| file.modified()).ok(),
        content: open(&path).map(|opened| Summary::of(&opened.visit)),
        path,
    }
}

/// Sees to it that the library's folder is there, private if it is new.
pub fn make_library(library: &Path) -> Result<(), SaveError> {
    platform::create_folder(library).map_err(|source| SaveError::Io {
        path: library.to_owned(),
        source,
    })
}

/// Gives a new visit a file of its own in the library, named by its title and year.
pub fn create(library: &Path, visit: &Visit) -> Result<(PathBuf, Saved), SaveError> {
    let main = visit.main_lang();
    let mut name = visit.head.title.get(main, main).to_owned();
    let year = visit.head.first.map(|day| day.format("%Y").to_string());
    if let Some(year) = year.filter(|year| !name.contains(year.as_str())) {
        name = format!("{name} {year}");
    }
    create_as(library, &name, visit, None)
}

/// Gives a visit a file of its own in a folder, under a name or one with a number. Where it was in
/// another file of that folder, it is for whom that one is.
pub fn create_as(
    folder: &Path,
    name: &str,
    visit: &Visit,
    like: Option<&Path>,
) -> Result<(PathBuf, Saved), SaveError> {
    let failed = |source| SaveError::Io {
        path: folder.to_owned(),
        source,
    };
    make_library(folder)?;
    let bytes = to_ron(visit).map_err(|reason| SaveError::Unwritable {
        path: folder.to_owned(),
        reason,
    })?;
    loop {
        let path = free_path(folder, name).map_err(failed)?;
        let held = hold(&path, LOCK_WAIT)?;
        let held = match like {
            Some(other) => held.like(other),
            None => held,
        };
        match held.save(&bytes, None) {
            Err(SaveError::ChangedOutside { .. }) => {}
            other => return other.map(|saved| (path, saved)),
        }
    }
}

/// A path in `folder` that is free, for a visit called `name`.
pub fn free_path(folder: &Path, name: &str) -> std::io::Result<PathBuf> {
    let name = display::file_name(name).to_ascii_lowercase();
    let numbered = |number: usize| {
        let number = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        folder.join(format!("{name}{number}.{EXTENSION}"))
    };
    (1..MOST_NUMBERS)
        .map(numbered)
        .find(|path| is_free(path))
        .ok_or_else(|| std::io::ErrorKind::AlreadyExists.into())
}

/// Whether nothing stands there, not even a link to nowhere or a folder of files left behind.
fn is_free(path: &Path) -> bool {
    is_visit_name(path)
        && fs::symlink_metadata(path).is_err()
        && fs::symlink_metadata(files_of(path)).is_err()
}

/// The folder beside a visit file, for what belongs to it: issued versions, scans.
pub fn files_of(path: &Path) -> PathBuf {
    path.with_extension("files")
}

#[cfg(test)]
mod tests;
