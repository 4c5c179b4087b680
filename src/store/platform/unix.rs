//! Private files and folders, the identity of files, and renaming on Unix.

use std::{
    fs::{self, DirBuilder, File, Metadata, OpenOptions},
    io::{self, ErrorKind},
    os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt},
    path::Path,
};

use rustix::{
    fs::{Access, OFlags},
    io::Errno,
    process::{Pid, test_kill_process},
};

use crate::store::target::folder_of;

/// Creates a file that only its owner may read and write; one that exists or is a link is refused.
pub(in crate::store) fn create_private(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create_new(true)
        .mode(0o600)
        .custom_flags(flags(OFlags::NOFOLLOW))
        .open(path)?;
    // The account's umask may have taken even the owner's own rights away.
    file.set_permissions(fs::Permissions::from_mode(0o600))
        .inspect_err(|_| {
            // Nobody else knows of it yet, so nobody else would remove it.
            let _ = fs::remove_file(path);
        })?;
    Ok(file)
}

/// Opens a file for reading without ever waiting for a pipe's other end.
pub(in crate::store) fn open_at_once(path: &Path) -> io::Result<File> {
    OpenOptions::new()
        .read(true)
        .custom_flags(flags(OFlags::NONBLOCK | OFlags::NOCTTY))
        .open(path)
}

/// Opens the lock file at `path`, creating it if needed; a link is refused.
///
/// In a folder that a group works in, the group may lock as well.
pub(in crate::store) fn open_lock(path: &Path) -> io::Result<File> {
    let mode = 0o600 | super::rights::inherited(folder_of(path));
    OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(mode)
        .custom_flags(flags(OFlags::NOFOLLOW | OFlags::NONBLOCK))
        .open(path)
}

fn flags(flags: OFlags) -> i32 {
    flags.bits().cast_signed()
}

/// Creates the folder and those above it that are missing, private to the owner unless the folder
/// around it is shared with a group, and makes sure that they outlast a power cut.
pub(in crate::store) fn create_folder(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    let parent = folder_of(path);
    create_folder(parent)?;
    match DirBuilder::new().mode(0o700).create(path) {
        // Another process was quicker.
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => return Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            return Err(ErrorKind::NotADirectory.into());
        }
        other => other?,
    }
    let group = super::rights::inherited(parent);
    // Who may read a file in a folder must be able to enter it.
    let group = group | if group & 0o040 == 0 { 0 } else { 0o010 };
    let set_gid = fs::metadata(path)?.mode() & 0o2000;
    fs::set_permissions(path, fs::Permissions::from_mode(0o700 | group | set_gid))?;
    sync_folder(parent)
}

/// Whether this account may write to the file; renaming over it alone would not ask.
pub(in crate::store) fn may_write(path: &Path) -> bool {
    rustix::fs::access(path, Access::WRITE_OK) != Err(Errno::ACCESS)
}

/// Why this account may not write at `path`, a file or a folder; nothing where it may, or where there
/// is nothing.
pub(in crate::store) fn refuses_writing(path: &Path) -> Option<io::Error> {
    let wanted = if path.is_dir() {
        Access::WRITE_OK | Access::EXEC_OK
    } else {
        Access::WRITE_OK
    };
    match rustix::fs::access(path, wanted) {
        Err(error @ (Errno::ACCESS | Errno::PERM | Errno::ROFS)) => Some(error.into()),
        _ => None,
    }
}

/// Takes away what others than the owner and the group may do with the file.
pub(in crate::store) fn close_to_others(file: &File) -> io::Result<()> {
    let mode = file.metadata()?.mode() & 0o770;
    file.set_permissions(fs::Permissions::from_mode(mode))
}

/// The number of the account that the file belongs to.
#[expect(
    clippy::unnecessary_wraps,
    reason = "elsewhere accounts have no numbers"
)]
pub(in crate::store) fn owner(metadata: &Metadata) -> Option<u32> {
    Some(metadata.uid())
}

/// Whether there is a process of this number on this machine.
pub(in crate::store) fn is_running(process: u32) -> bool {
    let process = i32::try_from(process).ok().and_then(Pid::from_raw);
    process.is_some_and(|process| test_kill_process(process) != Err(Errno::SRCH))
}

/// Under how many names the file is known.
pub(in crate::store) fn names_of(metadata: &Metadata) -> u64 {
    metadata.nlink()
}

/// Whether `path` still leads to the file that is open.
pub(in crate::store) fn is_still(file: &File, path: &Path) -> bool {
    let (Ok(open), Ok(there)) = (file.metadata(), fs::symlink_metadata(path)) else {
        return false;
    };
    open.ino() == there.ino() && open.dev() == there.dev()
}

/// Whether both are one and the same file, untouched in between.
pub(in crate::store) fn is_untouched(before: &Metadata, after: &Metadata) -> bool {
    let stamp = |m: &Metadata| (m.dev(), m.ino(), m.size(), m.mtime(), m.mtime_nsec());
    stamp(before) == stamp(after)
}

/// Makes a rename in `folder` outlast a power cut; systems that cannot do this for folders say
/// `EINVAL`, and a folder that may be written but not read cannot be opened.
pub(in crate::store) fn sync_folder(folder: &Path) -> io::Result<()> {
    let tolerated = |error: &io::Error| {
        matches!(
            error.kind(),
            ErrorKind::InvalidInput | ErrorKind::Unsupported
        )
    };
    let open = match File::open(folder) {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => return Ok(()),
        other => other?,
    };
    match open.sync_all() {
        Err(error) if tolerated(&error) => Ok(()),
        other => other,
    }
}

/// Gives a file or folder its name, but not if that name is taken.
pub(in crate::store) fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            // Some file systems do not know the flag.
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {}
            other => return Ok(other?),
        }
    }
    // Network drives can at least give a file a second name in one step.
    match fs::hard_link(from, to) {
        Ok(()) => {
            return fs::remove_file(from).inspect_err(|_| {
                // Under both names it would be two from the next save on.
                let _ = fs::remove_file(to);
            });
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(error),
        Err(_) => {}
    }
    if fs::symlink_metadata(to).is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    fs::rename(from, to)
}

/// Makes a link at `to` that leads where the one at `from` does.
pub(in crate::store) fn copy_link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

/// What the system itself says of links that lead round in a circle.
pub(in crate::store) fn circle() -> io::Error {
    Errno::LOOP.into()
}

/// The name of this machine.
pub(in crate::store) fn host() -> String {
    rustix::system::uname()
        .nodename()
        .to_string_lossy()
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_was_taken_in_the_last_moment_is_not_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::write(&from, "ours").unwrap();
        fs::write(&to, "theirs").unwrap();
        let error = rename_new(&from, &to).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&to).unwrap(), "theirs");
        fs::remove_file(&to).unwrap();
        rename_new(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(&to).unwrap(), "ours");
    }

    #[test]
    fn a_file_that_was_written_or_replaced_is_not_untouched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("visit.ron");
        fs::write(&path, "old").unwrap();
        let before = fs::metadata(&path).unwrap();
        assert!(is_untouched(&before, &fs::metadata(&path).unwrap()));
        let other = folder.path().join("other");
        fs::write(&other, "new").unwrap();
        let time = before.modified().unwrap();
        File::options()
            .write(true)
            .open(&other)
            .unwrap()
            .set_modified(time)
            .unwrap();
        fs::rename(&other, &path).unwrap();
        assert!(!is_untouched(&before, &fs::metadata(&path).unwrap()));
    }
}
