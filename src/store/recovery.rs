//! The private folder on this machine for work that could not be saved and for drafts of forms.
//!
//! Each thing kept is one file: a first line that says what it is, as a comment of RON, and then
//! the content as it is, so that a kept visit can be opened like any other. While the program runs
//! it holds a lock under its tag; what lies there under a tag that nobody holds was left by a
//! program that ended before it was done, and is offered at the next start.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
    sync::OnceLock,
    time::{Duration, SystemTime},
};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{
    atomic,
    cause::Cause,
    lock::{self, Asked},
    platform, read,
    read_error::ReadError,
    shown,
    sweep::sweep,
};
use crate::{
    display, say,
    words::{Lang, Speak},
};

const HEADER: &str = "// attache: ";
const HEADER_LIMIT: u64 = 16 << 10;
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

/// Something that an earlier run of the program left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The file that it is in.
    pub path: PathBuf,
    /// What it is.
    pub about: About,
    /// When it was kept.
    pub since: SystemTime,
}

impl Kept {
    /// The content as it was given to be kept.
    pub fn text(&self) -> Result<String, ReadError> {
        let text = read::read(&self.path)?.text;
        let content = text.split_once('\n').map(|(_, content)| content.to_owned());
        Ok(content.unwrap_or_default())
    }

    /// Removes it, once its content was taken over or is not wanted.
    pub fn remove(&self) -> Result<(), KeepError> {
        fs::remove_file(&self.path).map_err(|source| KeepError {
            path: self.path.clone(),
            source,
        })
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
}

impl Recovery {
    /// The recovery folder at `folder`, which is created when something is kept.
    pub fn at(folder: PathBuf) -> Self {
        let tag = getrandom::u64().unwrap_or_else(|_| std::process::id().into());
        Self {
            folder,
            tag: format!("{tag:0TAG_DIGITS$x}"),
            alive: OnceLock::new(),
        }
    }

    /// Keeps `content`, in place of what was kept about the same before.
    pub fn keep(&self, about: &About, content: &[u8]) -> Result<PathBuf, KeepError> {
        let path = self.path_of(about);
        match self.write(&path, about, content) {
            Ok(()) => Ok(path),
            Err(source) => Err(KeepError { path, source }),
        }
    }

    /// Removes what this run kept about this, if anything.
    pub fn forget(&self, about: &About) -> Result<(), KeepError> {
        let path = self.path_of(about);
        match fs::remove_file(&path) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => {
                Err(KeepError { path, source })
            }
            _ => Ok(()),
        }
    }

    /// What runs that have ended left behind, the newest first.
    pub fn left_behind(&self) -> Vec<Kept> {
        sweep(&self.folder, SystemTime::now());
        let files: Vec<_> = fs::read_dir(&self.folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .collect();
        // Looking at a lock that nobody holds also removes its file.
        let ended: BTreeSet<_> = files
            .iter()
            .filter_map(|path| tag_of(path))
            .filter(|tag| *tag != self.tag)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .filter(|tag| self.has_ended(tag))
            .collect();
        let mut kept: Vec<_> = files
            .iter()
            .filter(|path| tag_of(path).is_some_and(|tag| ended.contains(tag)))
            .filter_map(|path| kept_at(path))
            .collect();
        kept.sort_by(|a, b| b.since.cmp(&a.since).then_with(|| a.path.cmp(&b.path)));
        kept
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

    /// One file for each thing of each run, so that keeping again replaces.
    fn path_of(&self, about: &About) -> PathBuf {
        let mut hasher = DefaultHasher::new();
        about.hash(&mut hasher);
        let stem = Path::new(&about.visit).file_stem().unwrap_or_default();
        let slug = display::file_name(&stem.to_string_lossy());
        let (hash, tag) = (hasher.finish(), &self.tag);
        self.folder.join(format!("{slug}-{hash:016x}-{tag}.ron"))
    }

    fn has_ended(&self, tag: &str) -> bool {
        let asked = lock::ask(&self.folder.join(tag), Duration::ZERO);
        !matches!(asked, Asked::Taken(_))
    }
}

/// The tag in the name of a kept file (`slug-hash-TAG.ron`) or of a lock (`.TAG.lock`).
fn tag_of(path: &Path) -> Option<&str> {
    let name = path.file_name()?.to_str()?;
    let tag = match name.strip_prefix('.') {
        Some(lock) => lock.strip_suffix(".lock")?,
        None => name.strip_suffix(".ron")?.rsplit_once('-')?.1,
    };
    let is_tag = tag.len() == TAG_DIGITS && tag.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_tag.then_some(tag)
}

/// What is kept in the file at `path`; other files in the folder are not ours to offer.
fn kept_at(path: &Path) -> Option<Kept> {
    let metadata = fs::symlink_metadata(path).ok()?;
    if !metadata.is_file() {
        return None;
    }
    let mut line = String::new();
    BufReader::new(File::open(path).ok()?.take(HEADER_LIMIT))
        .read_line(&mut line)
        .ok()?;
    Some(Kept {
        path: path.to_owned(),
        about: ron::from_str(line.strip_prefix(HEADER)?).ok()?,
        since: metadata.modified().ok()?,
    })
}

#[cfg(test)]
mod tests;
