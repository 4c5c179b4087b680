//! Why a file is not taken for a visit, and what is worth knowing about one that is.

mod brief;
mod speak;

use std::path::{Path, PathBuf};

use thiserror::Error;

use super::scan::At;
use crate::{
    model::Fault,
    store::read_error::ReadError,
    words::{Lang, Speak},
};

/// Why a file is not taken for a visit. The file is untouched.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum OpenError {
    /// It could not be read at all.
    Read(#[from] ReadError),
    /// It is something else than a visit.
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// It is a visit, but of a newer program.
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format version.
        version: u64,
    },
    /// It is broken.
    Broken {
        /// The file.
        path: PathBuf,
        /// Line and column.
        at: At,
        /// What is wrong there.
        reason: Reason,
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
        /// Its line, where that is known.
        line: Option<usize>,
    },
}

impl OpenError {
    /// The same about the file by which a person knows it; that it was read under another name
    /// would help nobody.
    #[must_use]
    pub fn of_file(mut self, name: &Path) -> Self {
        let (Self::Foreign { path }
        | Self::Newer { path, .. }
        | Self::Broken { path, .. }
        | Self::Conflict { path, .. }
        | Self::Fault { path, .. }
        | Self::Read(
            ReadError::Missing { path }
            | ReadError::Folder { path }
            | ReadError::NotAFile { path }
            | ReadError::TooLarge { path, .. }
            | ReadError::Empty { path }
            | ReadError::NotText { path, .. }
            | ReadError::Io { path, .. },
        )) = &mut self;
        name.clone_into(path);
        self
    }

    /// The file that it is about.
    pub fn path(&self) -> &Path {
        let (Self::Foreign { path }
        | Self::Newer { path, .. }
        | Self::Broken { path, .. }
        | Self::Conflict { path, .. }
        | Self::Fault { path, .. }
        | Self::Read(
            ReadError::Missing { path }
            | ReadError::Folder { path }
            | ReadError::NotAFile { path }
            | ReadError::TooLarge { path, .. }
            | ReadError::Empty { path }
            | ReadError::NotText { path, .. }
            | ReadError::Io { path, .. },
        )) = self;
        path
    }

    /// Whether the file is not what it once was, so that a backup of it can help.
    pub const fn is_damage(&self) -> bool {
        match self {
            Self::Read(error) => matches!(
                error,
                ReadError::Missing { .. } | ReadError::Empty { .. } | ReadError::NotText { .. }
            ),
            Self::Foreign { .. }
            | Self::Broken { .. }
            | Self::Conflict { .. }
            | Self::Fault { .. } => true,
            Self::Newer { .. } => false,
        }
    }

    /// What the visit as it is known would take the place of, where it may at all: git's markers
    /// hold the work of others, which git can still merge.
    pub const fn spoilt(&self) -> Option<Spoilt> {
        match self {
            Self::Read(ReadError::Missing { .. } | ReadError::Empty { .. }) => {
                Some(Spoilt::Nothing)
            }
            Self::Conflict { .. } => None,
            damage if damage.is_damage() => Some(Spoilt::Text),
            _ => None,
        }
    }

    /// Whether the file is there, and there is nothing in it that whoever wrote it could put right.
    pub const fn is_ruin(&self) -> bool {
        match self {
            Self::Read(error) => {
                matches!(error, ReadError::Empty { .. } | ReadError::NotText { .. })
            }
            Self::Broken { reason, .. } => matches!(reason, Reason::CutOff),
            Self::Foreign { .. } => true,
            Self::Newer { .. } | Self::Conflict { .. } | Self::Fault { .. } => false,
        }
    }
}

/// What stands where a visit was and cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spoilt {
    /// Nothing that could be lost.
    Nothing,
    /// Something, which whoever wrote it may be putting right.
    Text,
}

/// What is wrong at a place of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A field that this version does not know.
    UnknownField {
        /// The field.
        found: String,
        /// Those that there are.
        known: Vec<&'static str>,
    },
    /// A value that is none of a fixed list.
    UnknownValue {
        /// The value.
        found: String,
        /// Those that there are.
        known: Vec<&'static str>,
    },
    /// A field that has to be there is not.
    Missing(&'static str),
    /// A field stands twice.
    Twice(&'static str),
    /// The file ends in the middle.
    CutOff,
    /// A character that may not come in, if it is known.
    Unfit(Option<char>),
    /// Something else than a text in quotation marks.
    NoText,
    /// Anything else, in the parser's own words.
    Other(String),
}

impl Reason {
    /// What the parser's error means.
    pub(in crate::store) fn of(error: ron::Error) -> Self {
        match error {
            ron::Error::NoSuchStructField {
                found, expected, ..
            } => Self::UnknownField {
                found,
                known: expected.to_vec(),
            },
            ron::Error::NoSuchEnumVariant {
                found, expected, ..
            } => Self::UnknownValue {
                found,
                known: expected.to_vec(),
            },
            ron::Error::MissingStructField { field, .. } => Self::Missing(field),
            ron::Error::DuplicateStructField { field, .. } => Self::Twice(field),
            ron::Error::Eof | ron::Error::ExpectedStringEnd => Self::CutOff,
            ron::Error::ExpectedString => Self::NoText,
            other => Self::Other(other.to_string()),
        }
    }
}

/// What a person should know about a visit that was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenWarning {
    /// The file has comments; the next save loses them.
    Comments {
        /// The line of the first.
        line: usize,
    },
    /// A text in it has git's conflict markers.
    ConflictMarkers {
        /// The line of the first.
        line: usize,
    },
}
