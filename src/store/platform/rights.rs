//! Who may read and write a file after saving: as before, and never more.

use std::{
    fs::{self, File, Metadata},
    io,
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::Path,
};

use rustix::fs::{Gid, Uid};
use xattr::FileExt;

use super::Shortfall;

const ACL: &str = "system.posix_acl_access";
const DEFAULT_ACL: &str = "system.posix_acl_default";

/// Attributes that belong to the old content or to programs, not to whom the file is for.
const NOT_CARRIED: [&str; 3] = ["security.ima", "security.evm", "security.capability"];

/// Gives `new` the owner, group, mode, access list and attributes of `old`, or less.
///
/// The order matters: the new file is open to its owner alone until its group and list are right,
/// because a mode that is correct for one group or list is too wide for another.
pub(in crate::store) fn carry_over(old: &File, new: &File) -> io::Result<Shortfall> {
    let before = old.metadata()?;
    drop_acl(new)?;
    let same_owner = set_owner(&before, new)?;
    let same_group = new.metadata()?.gid() == before.gid();

    let mode = before.mode() & 0o777;
    let given = match read(old, ACL) {
        Some(acl) if same_group && new.set_xattr(ACL, &acl).is_ok() => mode,
        // The group's bits of the mode are only the list's upper bound, and wrong without it.
        Some(_) => mode & 0o707,
        None if same_group => mode,
        // What the old group could do must not go to another one.
        None => only_what_others_may(mode),
    };
    new.set_permissions(fs::Permissions::from_mode(given))?;
    copy_attributes(old, new);
    Ok(Shortfall {
        owner_shut_out: !same_owner && given & 0o060 != 0o060,
        narrowed: given != mode || (!same_group && read(old, ACL).is_some()),
    })
}

/// Lets the owner read and write the file; the others may what they could.
pub(in crate::store) fn open_to_owner(file: &File) -> io::Result<()> {
    let mode = file.metadata()?.mode() & 0o777;
    file.set_permissions(fs::Permissions::from_mode(mode | 0o600))
}

/// Gives a file that is new in `folder` its rights: its owner alone, and where the folder is shared
/// with a group that group, but never all others.
pub(in crate::store) fn give_new(folder: &Path, new: &File) -> io::Result<()> {
    let mode = 0o600 | inherited(folder);
    new.set_permissions(fs::Permissions::from_mode(mode))
}

/// What the group of a shared folder may do with files in it; nothing in any other folder.
///
/// Shared is one whose files get its group (the set-group-id bit) or a list for new files.
pub(super) fn inherited(folder: &Path) -> u32 {
    let Ok(metadata) = fs::metadata(folder) else {
        return 0;
    };
    let has_list = || matches!(xattr::get_deref(folder, DEFAULT_ACL), Ok(Some(_)));
    if metadata.mode() & 0o2000 != 0 || has_list() {
        metadata.mode() & 0o060
    } else {
        0
    }
}

const fn only_what_others_may(mode: u32) -> u32 {
    let others = mode & 0o007;
    (mode & 0o707) | ((mode >> 3) & others) << 3
}

/// Takes away the list that the folder gave to the new file.
fn drop_acl(new: &File) -> io::Result<()> {
    if read(new, ACL).is_some() {
        new.remove_xattr(ACL)?;
    }
    Ok(())
}

/// Whether the file has its old owner; the group is set where that is allowed.
fn set_owner(before: &Metadata, new: &File) -> io::Result<bool> {
    let now = new.metadata()?;
    if now.uid() == before.uid() && now.gid() == before.gid() {
        return Ok(true);
    }
    let (owner, group) = (Uid::from_raw(before.uid()), Gid::from_raw(before.gid()));
    if rustix::fs::fchown(new, Some(owner), Some(group)).is_ok() {
        return Ok(true);
    }
    // A stranger's group is refused too; the caller looks at which group it is now.
    let _ = rustix::fs::fchown(new, None, Some(group));
    Ok(now.uid() == before.uid())
}

/// Copies what can be copied: labels and people's own attributes, without which all still works.
fn copy_attributes(old: &File, new: &File) {
    let Ok(names) = old.list_xattr() else {
        return;
    };
    for name in names {
        let decided_elsewhere = name == ACL || NOT_CARRIED.iter().any(|kept| name == *kept);
        if !decided_elsewhere && let Ok(Some(value)) = old.get_xattr(&name) {
            let _ = new.set_xattr(&name, &value);
        }
    }
}

fn read(file: &File, name: &str) -> Option<Vec<u8>> {
    file.get_xattr(name).ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strange_group_gets_no_more_than_all_others() {
        let cases = [
            (0o660, 0o600),
            (0o664, 0o644),
            (0o640, 0o600),
            (0o646, 0o646),
            (0o600, 0o600),
        ];
        for (mode, expected) in cases {
            assert_eq!(only_what_others_may(mode), expected, "{mode:o}");
        }
    }
}
