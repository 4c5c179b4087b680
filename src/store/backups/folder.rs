//! The folders of the backups: whose backups are in each, which there are, and which may go.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::{Backup, keeps};
use crate::store::sweep;

/// In a folder of backups: whose they are.
pub(super) const ORIGIN: &str = "origin";
/// How the name of a backup says when it is of.
pub(super) const STAMP: &str = "%Y%m%dT%H%M%S%.3fZ";

/// Whose backups are in a folder.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct Origin {
    pub(super) path: String,
    pub(super) id: Option<String>,
}

/// The folders that there are, and whose backups are in each.
pub(super) fn origins(backups: &Path) -> Vec<(PathBuf, Origin)> {
    let entries = fs::read_dir(backups).into_iter().flatten().flatten();
    let origin = |folder: PathBuf| {
        let note = fs::read_to_string(folder.join(ORIGIN)).ok()?;
        Some((folder, ron::from_str(&note).ok()?))
    };
    entries.filter_map(|entry| origin(entry.path())).collect()
}

/// The backups in some folders, the newest first.
pub(super) fn listed(folders: impl Iterator<Item = (PathBuf, Origin)>) -> Vec<Backup> {
    let mut all: Vec<Backup> = folders
        .flat_map(|(folder, origin)| {
            let from = PathBuf::from(origin.path);
            backups_in(&folder)
                .into_iter()
                .map(move |(path, at, size)| Backup {
                    path,
                    at,
                    from: from.clone(),
                    size,
                })
        })
        .collect();
    all.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| b.path.cmp(&a.path)));
    all
}

/// The files of one folder with their times and sizes.
fn backups_in(folder: &Path) -> Vec<(PathBuf, NaiveDateTime, u64)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let backup = |entry: fs::DirEntry| {
        let name = entry.file_name();
        let (stamp, _) = name.to_str()?.strip_suffix(".ron")?.split_once('-')?;
        let at = NaiveDateTime::parse_from_str(stamp, STAMP).ok()?;
        let metadata = entry.metadata().ok().filter(fs::Metadata::is_file)?;
        Some((entry.path(), at, metadata.len()))
    };
    entries.filter_map(backup).collect()
}

/// What is there that is neither a folder with a note nor a backup in one; what begins with a dot is
/// of a save that goes on, or is swept.
pub(super) fn strange(backups: &Path) -> Vec<PathBuf> {
    let owned = origins(backups);
    let is_owned = |path: &PathBuf| owned.iter().any(|(folder, _)| folder == path);
    let within = owned.iter().flat_map(|(folder, _)| {
        let known = backups_in(folder);
        let is_known = move |path: &PathBuf| known.iter().any(|(own, ..)| own == path);
        visible(folder).filter(move |path| !path.ends_with(ORIGIN) && !is_known(path))
    });
    let without = visible(backups).filter(|path| !is_owned(path));
    without.chain(within).collect()
}

fn visible(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_visible = |entry: &fs::DirEntry| !entry.file_name().as_encoded_bytes().starts_with(b".");
    entries.filter(is_visible).map(|entry| entry.path())
}

/// Removes what the rule lets go. What cannot be removed stays until the next time.
pub(super) fn prune(folder: &Path, now: NaiveDateTime) {
    sweep(folder, std::time::SystemTime::now());
    let all = backups_in(folder);
    let times: Vec<NaiveDateTime> = all.iter().map(|(_, at, _)| *at).collect();
    for ((path, ..), is_kept) in all.iter().zip(keeps(&times, now)) {
        if !is_kept {
            let _ = fs::remove_file(path);
        }
    }
}
