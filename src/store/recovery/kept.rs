//! What was kept: its content and, for a visit, the version of the file that it was made from.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::{About, HEADER, KeepError};
use crate::{
    model::Visit,
    store::{
        read::{self, SIZE_LIMIT},
        read_error::ReadError,
        visit_file::{to_ron, visit_of},
    },
};

const HEADER_LIMIT: u64 = 16 << 10;
/// Begins each line of the version that a kept visit was made from.
const BASE: &str = "//| ";

/// Something that an earlier run of the program, or an earlier opening of the visit, left.
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

    /// The version that the file held when this visit could not be saved in it, as far as that is
    /// known: with it, the visit can be merged with what the file holds by now.
    pub fn base(&self) -> Option<Visit> {
        let text = self.text().ok()?;
        let mut lines: Vec<&str> = text
            .lines()
            .rev()
            .map_while(|line| line.strip_prefix(BASE))
            .collect();
        lines.reverse();
        visit_of(lines.join("\n").as_bytes())
    }

    /// Removes it, once its content was taken over or is not wanted.
    pub fn remove(&self) -> Result<(), KeepError> {
        fs::remove_file(&self.path).map_err(|source| KeepError {
            path: self.path.clone(),
            source,
        })
    }
}

/// A visit as it is kept, with the version of the file that it was made from behind it, unless the
/// two would be too large to be read again.
///
/// # Errors
/// The visit cannot be written; see [`to_ron`].
pub fn kept_visit(visit: &Visit, base: Option<&Visit>) -> Result<Vec<u8>, String> {
    let mut bytes = to_ron(visit)?;
    let Some(base) = base.and_then(|base| to_ron(base).ok()) else {
        return Ok(bytes);
    };
    let base: Vec<u8> = base
        .split_inclusive(|byte| *byte == b'\n')
        .flat_map(|line| BASE.bytes().chain(line.iter().copied()))
        .collect();
    if (bytes.len() + base.len()) as u64 + HEADER_LIMIT <= SIZE_LIMIT {
        bytes.extend_from_slice(&base);
    }
    Ok(bytes)
}

/// What is kept in the file at `path`; other files in the folder are not ours to offer.
pub(super) fn kept_at(path: &Path) -> Option<Kept> {
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
