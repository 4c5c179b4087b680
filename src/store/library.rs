//! The library: a folder of visit files, listed without keeping the visits in memory.

use std::{
    cmp::Reverse,
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use chrono::NaiveDate;

use super::{
    archive::archive_of,
    atomic::{Saved, save},
    platform,
    read_error::ReadError,
    save_error::SaveError,
    visit_file::{OpenError, open, to_ron},
};
use crate::{
    display,
    model::{
        Head, Id, Participant, Text, Visit,
        head::{Direction, VisitStatus},
    },
    words::Lang,
};

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
        let heads = visit.participants.iter().map(Participant::heads);
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
            heads: heads.fold((0, 0), |(least, most), (l, m)| (least + l, most + m)),
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
    let failed = |source| SaveError::Io {
        path: library.to_owned(),
        source,
    };
    make_library(library)?;
    let bytes = to_ron(visit, false).map_err(|reason| SaveError::Unwritable {
        path: library.to_owned(),
        reason,
    })?;
    loop {
        let path = free_path(library, &name).map_err(failed)?;
        match save(&path, &bytes, None) {
            // Somebody took the name in this moment.
            Err(SaveError::ChangedOutside { .. }) => {}
            other => return other.map(|saved| (path, saved)),
        }
    }
}

/// A path in `folder` that is free, for a visit called `name`.
pub(super) fn free_path(folder: &Path, name: &str) -> std::io::Result<PathBuf> {
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
mod tests {
    use super::*;
    use crate::store::save_visit;

    fn visit(title: &str, first: Option<(i32, u32, u32)>) -> Visit {
        let mut head = Head::with_id(Id::make(title));
        head.title = title.into();
        head.first = first.and_then(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d));
        Visit::new(head)
    }

    fn names(listed: &[Listed]) -> Vec<String> {
        let name = |file: &Listed| {
            file.path
                .file_name()
                .unwrap()
                .to_string_lossy()
                .into_owned()
        };
        listed.iter().map(name).collect()
    }

    #[test]
    fn visits_are_listed_by_day_and_broken_ones_are_not_hidden() {
        let home = tempfile::tempdir().unwrap();
        let library = home.path().join("visits");
        assert_eq!(list(&library, true).unwrap().len(), 0, "none yet");

        create(&library, &visit("Alt", Some((2019, 8, 30)))).unwrap();
        create(&library, &visit("Neu", Some((2024, 11, 11)))).unwrap();
        create(&library, &visit("Akte", None)).unwrap();
        fs::write(library.join("broken.ron"), "(format: 1, ").unwrap();
        for other in [".hidden.ron", "house.ron", "notes.txt", "neu-2024.ron.bak"] {
            fs::write(library.join(other), "x").unwrap();
        }
        fs::create_dir(library.join("folder.ron")).unwrap();
        fs::create_dir(library.join("archive")).unwrap();
        let old = visit("Uralt", Some((1999, 1, 1)));
        save_visit(&library.join("archive/uralt.ron"), &old, None).unwrap();

        let listed = list(&library, false).unwrap();
        let expected = ["neu-2024.ron", "alt-2019.ron", "akte.ron", "broken.ron"];
        assert_eq!(names(&listed), expected);
        assert!(listed[3].content.is_err() && listed[0].modified.is_some());

        let all = list(&library, true).unwrap();
        assert_eq!(names(&all)[2], "uralt.ron");
        assert_eq!(all.iter().filter(|file| file.archived).count(), 1);
    }

    #[test]
    fn a_list_says_whom_it_is_about_and_how_many() {
        let mut incoming = visit("Besuch", Some((2024, 11, 11)));
        incoming.head.guest = "Stadt Marrakesch".into();
        incoming.head.host = "Stadt Düsseldorf".into();
        let people = [
            "(id: \"a\", name: (given: \"Achraf\", family: \"Berrazouk\"))",
            "(id: \"b\", count: (8, 9))",
        ];
        for person in people {
            let options = ron::Options::default()
                .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
            incoming.participants.put(options.from_str(person).unwrap());
        }
        let summary = Summary::of(&incoming);
        assert_eq!(summary.partner, "Stadt Marrakesch".into());
        assert_eq!((summary.heads, summary.items), ((9, 10), 0));
        assert_eq!(summary.last, summary.first, "a visit of one day");

        incoming.head.direction = Direction::Outgoing;
        assert_eq!(Summary::of(&incoming).partner, "Stadt Düsseldorf".into());
    }

    #[test]
    fn a_new_file_never_takes_anothers_name() {
        let home = tempfile::tempdir().unwrap();
        let made = |title: &str, day| {
            let (path, _) = create(home.path(), &visit(title, day)).unwrap();
            path.file_name().unwrap().to_str().unwrap().to_owned()
        };
        let day = Some((2024, 11, 11));
        assert_eq!(made("Königin & König", day), "koenigin-koenig-2024.ron");
        assert_eq!(made("Königin & König", day), "koenigin-koenig-2024-2.ron");
        assert_eq!(made("Marrakesch 2024", day), "marrakesch-2024.ron");
        fs::create_dir(home.path().join("marrakesch-2024-2.files")).unwrap();
        assert_eq!(made("Marrakesch 2024", day), "marrakesch-2024-3.ron");
        assert_eq!(made("House", None), "house-2.ron");
        assert_eq!(made("../../etc/passwd", None), "etc-passwd.ron");
        assert_eq!(made("مراكش", None), "unnamed.ron");
    }

    #[test]
    fn a_library_that_cannot_be_listed_says_why() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("file");
        fs::write(&file, "x").unwrap();
        let error = list(&file, false).unwrap_err();
        assert!(error.to_string().contains("not a folder"), "{error}");
    }
}
