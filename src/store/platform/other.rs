//! The reasonable part of privacy and wholeness where there are no Unix rights: folders of the
//! account are private there by inheritance.

#![expect(
    clippy::unnecessary_wraps,
    reason = "the signatures are those of Unix, where these can fail"
)]

use std::{
    fs::{self, File, Metadata, OpenOptions},
    io::{self, ErrorKind},
    path::Path,
};

use super::Shortfall;

/// Creates a file; one that exists is refused.
pub(in crate::store) fn create_private(path: &Path) -> io::Result<File> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .create_new(true)
        .open(path)
}

/// Opens a file for reading.
pub(in crate::store) fn open_at_once(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// Opens the lock file at `path`, creating it if needed.
pub(in crate::store) fn open_lock(path: &Path) -> io::Result<File> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)
}

/// Creates the folder and those above it that are missing.
pub(in crate::store) fn create_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Whether the file is not marked as read-only.
pub(in crate::store) fn may_write(path: &Path) -> bool {
    !fs::metadata(path).is_ok_and(|metadata| metadata.permissions().readonly())
}

/// Why the file may not be written: it is marked as read-only. Such a mark on a folder says nothing.
pub(in crate::store) fn refuses_writing(path: &Path) -> Option<io::Error> {
    let metadata = fs::metadata(path).ok().filter(Metadata::is_file)?;
    let closed = metadata.permissions().readonly();
    closed.then(|| ErrorKind::PermissionDenied.into())
}

/// Rights are inherited from the folder.
pub(in crate::store) fn close_to_others(_file: &File) -> io::Result<()> {
    Ok(())
}

/// Owners have no numbers here.
pub(in crate::store) fn owner(_metadata: &Metadata) -> Option<u32> {
    None
}

/// Nobody is taken for ended who may still be there.
pub(in crate::store) fn is_running(_process: u32) -> bool {
    true
}

/// Hard links are not counted here.
pub(in crate::store) fn names_of(_metadata: &Metadata) -> u64 {
    1
}

/// An open file cannot be replaced by another one here.
pub(in crate::store) fn is_still(_file: &File, path: &Path) -> bool {
    path.exists()
}

/// Whether both have one size and time.
pub(in crate::store) fn is_untouched(before: &Metadata, after: &Metadata) -> bool {
    before.len() == after.len() && before.modified().ok() == after.modified().ok()
}

/// Folders cannot be flushed here; renaming is journalled.
pub(in crate::store) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Gives a file its name, but not if that name is taken.
pub(in crate::store) fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    if fs::symlink_metadata(to).is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    fs::rename(from, to)
}

/// Rights are inherited from the folder.
pub(in crate::store) fn carry_over(_old: &File, _new: &File) -> io::Result<Shortfall> {
    Ok(Shortfall::default())
}

/// Rights are inherited from the folder.
pub(in crate::store) fn give_new(_folder: &Path, _new: &File) -> io::Result<()> {
    Ok(())
}

/// A mark as read-only is not taken over.
pub(in crate::store) fn open_to_owner(_file: &File) -> io::Result<()> {
    Ok(())
}

/// Links need rights of their own here, so they are not copied.
pub(in crate::store) fn copy_link(_from: &Path, _to: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// Links that lead round in a circle.
pub(in crate::store) fn circle() -> io::Error {
    io::Error::other("too many links")
}

/// The name of this machine.
pub(in crate::store) fn host() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_default()
}
