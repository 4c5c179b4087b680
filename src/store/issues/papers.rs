//! The papers that went out from an issue, kept to be printed again byte for byte.

use std::{
    io::Read,
    path::{Path, PathBuf},
    time::Duration,
};

use super::{IssueError, file, files_beside, folder, is_there, unread};
use crate::{
    display,
    store::{atomic::save_here, platform, save_error::SaveError, visit_file::is_sample},
};

const PAPERS: &str = "papers";
/// No paper of a visit comes near it, pictures included.
const SIZE_LIMIT: u64 = 64 << 20;
const LOCK_WAIT: Duration = Duration::from_secs(2);

/// Keeps a paper that went out from an issue. What is kept already stays as it is.
///
/// `name` is one of [`display::file_name`] with an ending, and the caller's for one paper only: two
/// papers under one name would be taken for each other.
///
/// # Errors
/// Refused where something else was kept under the name, and for a name that is no plain one.
pub fn keep(path: &Path, number: u32, name: &str, bytes: &[u8]) -> Result<(), IssueError> {
    if is_sample(path) {
        return Err(IssueError::Sample {
            path: path.to_owned(),
        });
    }
    let own = papers_of(path, number)?;
    let paper = own.join(plain(name)?);
    platform::create_folder(&own).map_err(|source| SaveError::Io {
        path: own.clone(),
        source,
    })?;
    if file(&paper)? {
        return same(paper, bytes);
    }
    match save_here(&paper, bytes, None, LOCK_WAIT) {
        Err(SaveError::ChangedOutside { .. }) => same(paper, bytes),
        other => Ok(other.map(drop)?),
    }
}

/// The paper that went out from an issue under this name, if one did.
pub fn kept(path: &Path, number: u32, name: &str) -> Result<Option<Vec<u8>>, IssueError> {
    let own = papers_of(path, number)?;
    let paper = own.join(plain(name)?);
    if file(&paper)? {
        bytes_of(&paper).map(Some)
    } else {
        Ok(None)
    }
}

pub(super) fn papers_of(path: &Path, number: u32) -> Result<PathBuf, IssueError> {
    let own = is_there(path, &files_beside(path)?, number)?.join(PAPERS);
    folder(&own)?;
    Ok(own)
}

fn same(path: PathBuf, bytes: &[u8]) -> Result<(), IssueError> {
    if bytes_of(&path)? == bytes {
        Ok(())
    } else {
        Err(IssueError::KeptOther { path })
    }
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, IssueError> {
    let failed = |source| unread(path, source);
    let mut file = platform::open_at_once(path).map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len();
    if size > SIZE_LIMIT {
        return Err(IssueError::Foreign {
            path: path.to_owned(),
        });
    }
    let mut bytes = Vec::new();
    file.by_ref()
        .take(SIZE_LIMIT)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    Ok(bytes)
}

/// Refuses a name that could lead elsewhere or that a file system would not take as it is.
fn plain(name: &str) -> Result<&str, IssueError> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "x"));
    if display::file_name(stem) == stem && display::file_name(ending) == ending {
        Ok(name)
    } else {
        Err(IssueError::Name(name.to_owned()))
    }
}
