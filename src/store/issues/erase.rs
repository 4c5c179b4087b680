//! Erasing in an issue: the one thing for which a frozen visit is ever written again.

use std::{fs, io, path::Path, time::Duration};

use chrono::NaiveDate;

use super::{
    ABOUT, About, FORMAT, IssueError, VISIT, about, file, files_beside, is_there, papers_of,
    unread, visit_of,
};
use crate::{
    model::Visit,
    store::{atomic::save_here, platform, read::read, save_error::SaveError, visit_file::to_ron},
};

const LOCK_WAIT: Duration = Duration::from_secs(5);

/// Puts `visit`, from which somebody was erased, in place of the frozen visit of an issue, and lets
/// go of the papers that were kept of it: they hold what was erased. Says how many those were; none
/// where there was nothing to do.
///
/// Where `reworded` has other words for the issue's note, the note has those. Of an issue that
/// `follows` one that held what was erased the papers go too: its change notice says what left. The
/// issue remembers the day on which that happened. The visit is written last, so that what was broken
/// off is found to be undone and done again.
pub fn erase_in_issue(
    path: &Path,
    number: u32,
    visit: &Visit,
    on: NaiveDate,
    follows: bool,
    reworded: &dyn Fn(&str) -> Option<String>,
) -> Result<Option<usize>, IssueError> {
    let files = files_beside(path)?;
    let own = is_there(path, &files, number)?;
    let mut issue = about(&files, number)?;
    let note = reworded(&issue.note);
    let is_clean = note.is_none() && visit_of(&files, number)? == *visit;
    if is_clean && !follows {
        return Ok(None);
    }
    let gone = remove_papers(&papers_of(path, number)?)?;
    if is_clean && gone == 0 {
        return Ok(None);
    }
    if !issue.erased.contains(&on) {
        issue.erased.push(on);
    }
    let about = About {
        format: FORMAT,
        at: issue.at,
        note: note.unwrap_or(issue.note),
        erased: issue.erased,
    };
    write(&own.join(ABOUT), about.to_ron())?;
    write(&own.join(VISIT), to_ron(visit))?;
    Ok(Some(gone))
}

fn write(path: &Path, bytes: Result<Vec<u8>, String>) -> Result<(), IssueError> {
    let bytes = bytes.map_err(|reason| SaveError::Unwritable {
        path: path.to_owned(),
        reason,
    })?;
    let expected = read(path)?.fingerprint;
    save_here(path, &bytes, Some(&expected), LOCK_WAIT)?;
    Ok(())
}

fn remove_papers(folder: &Path) -> Result<usize, IssueError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        other => other.map_err(|source| unread(folder, source))?,
    };
    let mut gone = 0;
    for entry in entries {
        let paper = entry.map_err(|source| unread(folder, source))?.path();
        if file(&paper)? {
            fs::remove_file(&paper).map_err(|source| SaveError::Io {
                path: paper,
                source,
            })?;
            gone += 1;
        }
    }
    platform::sync_folder(folder).map_err(|source| unread(folder, source))?;
    Ok(gone)
}
