//! The private folder on this machine for work that could not be saved and for drafts of forms.
//!
//! Each thing kept is one file: a first line that says what it is, as a comment of RON, and then
//! the content as it is, so that a kept visit can be opened like any other; behind a visit lies, as
//! comments, the version that the file held, and behind a draft the record that the form was opened
//! on. Each open visit has a [`Keeper`] with files of its own.
//! While the program runs it holds a lock under its tag; what lies there under a tag that nobody holds
//! was left by a program that ended before it was done, and what has the number of a keeper that is
//! closed was left by a visit that was: both are offered.

mod form_draft;
mod keeper;
mod kept;

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
    time::{Duration, SystemTime},
};

use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use form_draft::Draft;
pub use keeper::Keeper;
use kept::kept_at;
pub use kept::{Kept, kept_visit};

use super::{
    atomic,
    cause::Cause,
    lock::{self, Asked},
    platform, shown,
    sweep::sweep,
};
use crate::{
    say,
    words::{Lang, Speak},
};

const HEADER: &str = "// attache: ";
const TAG_DIGITS: usize = 16;
/// A fresh tag is nobody else's, so there is nothing to wait for but a moment's look by another.
const TAG_WAIT: Duration = Duration::from_millis(500);

/// Why something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A visit that could not be saved where it belongs.
    Unsaved,
    /// What was typed in a form that is still open.
    Draft,
}

/// What is kept: its kind, the visit that it belongs to, and which part of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct About {
    /// Why it is kept.
    pub kind: Kind,
    /// The path of the visit, as well as it can be written as text.
    pub visit: String,
    /// The form of a draft, such as the id of its record; empty for a visit.
    pub part: String,
}

impl About {
    /// The visit at `visit`, which could not be saved.
    pub fn unsaved(visit: &Path) -> Self {
        Self {
            kind: Kind::Unsaved,
            visit: visit.to_string_lossy().into_owned(),
            part: String::new(),
        }
    }

    /// The draft of the form `part` of the visit at `visit`.
    pub fn draft(visit: &Path, part: &str) -> Self {
        Self {
            kind: Kind::Draft,
            visit: visit.to_string_lossy().into_owned(),
            part: part.to_owned(),
        }
    }
}

/// Something could not be kept, or not be removed.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub struct KeepError {
    /// The file in the recovery folder.
    pub path: PathBuf,
    /// The system's error.
    pub source: io::Error,
}

impl Speak for KeepError {
    fn say(&self, lang: Lang) -> String {
        let (path, cause) = (shown(&self.path, lang), Cause::of(&self.source).say(lang));
        say!(
            lang,
            "Die Sicherungskopie {path} ließ sich nicht anlegen oder entfernen. {cause}",
            "The recovery copy {path} could not be made or removed. {cause}",
            "La copie de secours {path} n’a pas pu être créée ou supprimée. {cause}"
        )
    }
}

/// The recovery folder, as one running program uses it.
#[derive(Debug)]
pub struct Recovery {
    folder: PathBuf,
    /// What this run's files have in their names.
    tag: String,
    /// Says to others that this run is still there; taken with the first thing kept.
    alive: OnceLock<Asked>,
    keepers: Mutex<Keepers>,
    /// Looking whether a lock is held is holding it for a moment: two who look at once would take
    /// each other for a run that is alive.
    looking: Mutex<()>,
}

/// The keepers of this run.
#[derive(Debug, Default)]
struct Keepers {
    last: u64,
    open: BTreeSet<u64>,
}

impl Recovery {
    /// The recovery folder at `folder`, which is created when something is kept.
    pub fn at(folder: PathBuf) -> Self {
        let tag = getrandom::u64().unwrap_or_else(|_| std::process::id().into());
        Self {
            folder,
            tag: format!("{tag:0TAG_DIGITS$x}"),
            alive: OnceLock::new(),
            keepers: Mutex::default(),
            looking: Mutex::default(),
        }
    }

    /// A keeper for one open visit.
    pub fn keeper(self: &Arc<Self>) -> Keeper {
        let mut keepers = self.keepers();
        keepers.last += 1;
        let number = keepers.last;
        keepers.open.insert(number);
        Keeper {
            recovery: Arc::clone(self),
            number,
        }
    }

    /// What runs that have ended, and keepers of this run that are closed, left behind, the newest
    /// first.
    pub fn left_behind(&self) -> Vec<Kept> {
        let left = self.left_files();
        let mut kept: Vec<_> = left.iter().filter_map(|path| kept_at(path)).collect();
        kept.sort_by(|a, b| b.since.cmp(&a.since).then_with(|| a.path.cmp(&b.path)));
        kept
    }

    /// What lies here and does not say what it is: what was left behind without its first line, and
    /// what has another name than what is kept.
    pub fn strange(&self) -> Vec<PathBuf> {
        let left = self.left_files().into_iter();
        let mute = left.filter(|path| is_visible(path) && kept_at(path).is_none());
        let others = self.files().into_iter();
        let others = others.filter(|path| is_visible(path) && tag_of(path).is_none());
        mute.chain(others).collect()
    }

    fn files(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        files.map(|entry| entry.path()).collect()
    }

    fn left_files(&self) -> Vec<PathBuf> {
        let _alone = self.looking.lock().unwrap_or_else(PoisonError::into_inner);
        sweep(&self.folder, SystemTime::now());
        let mut files = self.files();
        // Looking at a lock that nobody holds also removes its file.
        let ended: BTreeSet<_> = files
            .iter()
            .filter_map(|path| tag_of(path))
            .filter(|tag| *tag != self.tag)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .filter(|tag| self.has_ended(tag))
            .map(str::to_owned)
            .collect();
        files.retain(|path| match tag_of(path) {
            Some(tag) if tag == self.tag => self.is_closed(path),
            Some(tag) => ended.contains(tag),
            None => false,
        });
        files
    }

    /// What runs that go on, and visits that are open, keep.
    pub fn in_use(&self) -> Vec<Kept> {
        let left = self.left_behind();
        let files = self.files().into_iter();
        files
            .filter_map(|file| kept_at(&file))
            .filter(|kept| left.iter().all(|other| other.path != kept.path))
            .collect()
    }

    /// What is kept in this very file, if it is one of these; saved as a visit, it would no longer say
    /// what it is.
    pub fn kept_in(&self, path: &Path) -> Option<Kept> {
        let path = path.canonicalize().ok()?;
        let is_here = path.parent()? == self.folder.canonicalize().ok()?;
        let own = self.folder.join(path.file_name()?);
        is_here.then(|| kept_at(&own))?
    }

    /// Keeps other content in place of what is kept, about the same.
    pub fn rewrite(&self, kept: &Kept, content: &[u8]) -> Result<(), KeepError> {
        let written = self.write(&kept.path, &kept.about, content);
        written.map_err(|source| KeepError {
            path: kept.path.clone(),
            source,
        })
    }

    fn keepers(&self) -> MutexGuard<'_, Keepers> {
        self.keepers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, path: &Path, about: &About, content: &[u8]) -> io::Result<()> {
        platform::create_folder(&self.folder)?;
        self.alive
            .get_or_init(|| lock::ask(&self.folder.join(&self.tag), TAG_WAIT));
        let about = ron::to_string(about).map_err(io::Error::other)?;
        let mut bytes = format!("{HEADER}{about}\n").into_bytes();
        bytes.extend_from_slice(content);
        atomic::write_own(path, &bytes)
    }

    /// Whether the keeper of a file of this run is closed.
    fn is_closed(&self, path: &Path) -> bool {
        number_of(path).is_some_and(|number| !self.keepers().open.contains(&number))
    }

    fn has_ended(&self, tag: &str) -> bool {
        let asked = lock::ask(&self.folder.join(tag), Duration::ZERO);
        !matches!(asked, Asked::Taken(_))
    }
}

/// The keeper's number in the name of a kept file (`slug-hash-NUMBER-tag.ron`).
fn number_of(path: &Path) -> Option<u64> {
    let name = path.file_name()?.to_str()?;
    name.rsplit('-').nth(1)?.parse().ok()
}

/// Whether it is neither a lock nor of a save that goes on, by its name.
fn is_visible(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    !name.as_encoded_bytes().starts_with(b".")
}

/// The tag in the name of a kept file (`slug-hash-number-TAG.ron`) or of a lock (`.TAG.lock`).
fn tag_of(path: &Path) -> Option<&str> {
    let name = path.file_name()?.to_str()?;
    let tag = match name.strip_prefix('.') {
        Some(lock) => lock.strip_suffix(".lock")?,
        None => name.strip_suffix(".ron")?.rsplit_once('-')?.1,
    };
    let is_tag = tag.len() == TAG_DIGITS && tag.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_tag.then_some(tag)
}

#[cfg(test)]
mod tests;
