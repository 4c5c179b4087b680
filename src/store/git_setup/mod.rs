//! What a folder needs for git to merge its visits by meaning: looked at first, written when wanted.

mod error;
mod lines;
mod program;

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

pub use error::SetupError;

use super::{
    ExportError, Fingerprint, ReadError,
    atomic::save_here,
    git::{self, Repo},
    lock, presence, read, temp,
};

const ATTRIBUTES: &str = ".gitattributes";
const IGNORE: &str = ".gitignore";

/// Which files are merged and compared by this program. Later lines win: what is no visit is left
/// to git, the log of what was exported takes the lines of both sides, and what went out as an
/// issue is kept byte for byte and never merged.
const MERGED: &[&str] = &[
    "# Attaché: visits are merged field by field.",
    "*.ron merge=attache diff=attache",
    "house.ron !merge !diff",
    "sent.ron merge=union !diff",
    "**/*.files/issue-*/** -text -merge !diff",
];

/// Files that are there only while the program saves or has a visit open.
const IGNORED: &[&str] = &[
    "# Attaché: only there while it works.",
    lock::IGNORED,
    temp::IGNORED,
    presence::IGNORED,
];

const LOCK_WAIT: Duration = Duration::from_secs(2);

/// What has to be written so that git merges the visits of a folder by meaning.
#[derive(Debug)]
pub struct GitSetup {
    repo: Repo,
    /// The folder of the visits.
    pub folder: PathBuf,
    /// Lines for files that are shared by a commit.
    pub files: Vec<Lines>,
    /// The configuration of this clone.
    pub settings: Vec<Setting>,
}

/// Lines that a file lacks.
#[derive(Debug)]
pub struct Lines {
    /// The file.
    pub path: PathBuf,
    /// The lines.
    pub lines: &'static [&'static str],
    text: String,
    found: Option<Fingerprint>,
}

/// A value that the configuration lacks.
#[derive(Debug)]
pub struct Setting {
    /// Its key.
    pub key: &'static str,
    /// The value.
    pub value: String,
    /// What stands there now, if anything.
    pub now: Option<String>,
}

/// Looks what is to be written for the visits in `folder`, to be merged by the program at `program`.
/// Nothing is written yet.
///
/// # Errors
/// No `git` is run in a repository that belongs to somebody else.
pub fn git_setup(folder: &Path, program: &Path) -> Result<GitSetup, SetupError> {
    if !folder.is_dir() {
        return Err(SetupError::NoFolder(folder.to_owned()));
    }
    let repo = git::look_for(folder)?;
    let repo = repo.ok_or_else(|| SetupError::NoRepository(folder.to_owned()))?;
    let search = std::env::var_os("PATH");
    let word = program::word(program, search.as_deref());
    let word = word.ok_or_else(|| SetupError::Program(program.to_owned()))?;
    let wanted = [(ATTRIBUTES, MERGED), (IGNORE, IGNORED)];
    let files = wanted.map(|(name, lines)| lacking(folder.join(name), lines));
    let files: Vec<Option<Lines>> = files.into_iter().collect::<Result<_, _>>()?;
    let mut settings = Vec::new();
    for (key, value) in configured(&word) {
        let now = git::config(&repo, key)?;
        if now.as_ref() != Some(&value) {
            settings.push(Setting { key, value, now });
        }
    }
    Ok(GitSetup {
        repo,
        folder: folder.to_owned(),
        files: files.into_iter().flatten().collect(),
        settings,
    })
}

/// How `git` merges visits by meaning with the program at `program` where it is not set up; none if
/// its path is not text.
pub fn merging_by(program: &Path) -> Option<git::Driver> {
    let search = std::env::var_os("PATH");
    let word = program::word(program, search.as_deref())?;
    Some(git::Driver {
        command: merge_command(&word),
        attributes: MERGED.join("\n"),
    })
}

fn merge_command(word: &str) -> String {
    let word = program::in_driver(word);
    format!("{word} merge-driver -- %O %A %B %P")
}

/// The configuration, where git starts the program by `word`. git itself quotes what it puts in
/// place of the marks, so they stand without quotes; behind `--` no file name is an option.
fn configured(word: &str) -> [(&'static str, String); 3] {
    [
        ("merge.attache.name", "Attaché, field by field".to_owned()),
        ("merge.attache.driver", merge_command(word)),
        ("diff.attache.command", format!("{word} diff --")),
    ]
}

/// What a file lacks of our lines, if anything.
fn lacking(path: PathBuf, ours: &'static [&'static str]) -> Result<Option<Lines>, SetupError> {
    if fs::symlink_metadata(&path).is_ok_and(|found| found.is_symlink()) {
        return Err(ExportError::Link { path }.into());
    }
    let (text, found) = match read(&path) {
        Ok(loaded) => (loaded.text, Some(loaded.fingerprint)),
        Err(ReadError::Missing { .. }) => (String::new(), None),
        Err(ReadError::Empty { .. }) => {
            let metadata = fs::metadata(&path);
            let bytes = fs::read(&path);
            let failed = |source| ReadError::Io {
                path: path.clone(),
                source,
            };
            let (metadata, bytes) = (metadata.map_err(failed)?, bytes.map_err(failed)?);
            (String::new(), Some(Fingerprint::of(&bytes, &metadata)))
        }
        Err(error) => return Err(error.into()),
    };
    Ok(lines::with(&text, ours).map(|text| Lines {
        path,
        lines: ours,
        text,
        found,
    }))
}

impl GitSetup {
    /// Whether everything is there already.
    pub fn is_done(&self) -> bool {
        self.files.is_empty() && self.settings.is_empty()
    }

    /// Writes it.
    pub fn write(&self) -> Result<(), SetupError> {
        for file in &self.files {
            save_here(
                &file.path,
                file.text.as_bytes(),
                file.found.as_ref(),
                LOCK_WAIT,
            )?;
        }
        for setting in &self.settings {
            git::set_config(&self.repo, setting.key, &setting.value)?;
        }
        Ok(())
    }
}
