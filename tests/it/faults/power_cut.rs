//! Power cuts: the image of a file system is copied at one moment while a program saves in it, and
//! what the copy holds after its journal was read is what a machine would find after the cut.

use std::{
    fs, io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use rustix::process::Signal;

use super::{
    done, figure, is_root, random,
    saves_on::{NEW_EVERY, Saving, prepare, state_of},
    skipped, times,
};

/// A file system in a file, mounted for as long as this lives.
struct Mounted {
    at: PathBuf,
}

impl Mounted {
    fn new(image: &Path, at: PathBuf, options: &str) -> Option<Self> {
        fs::create_dir_all(&at).unwrap();
        let options = format!("loop,{options}");
        let (image, folder) = (image.to_str()?, at.to_str()?);
        done("mount", &["-o", &options, image, folder]).then_some(Self { at })
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let at = self.at.to_str().unwrap();
        // A copy that was just read may be looked at by the system for a moment.
        let _ = done("umount", &[at]) || done("umount", &["-l", at]);
    }
}

#[test]
fn after_a_power_cut_on_ext4_all_that_was_saved_is_there() {
    cut("ext4", "24M", &["-q", "-F"], "noatime");
}

#[test]
fn after_a_power_cut_on_xfs_all_that_was_saved_is_there() {
    // Of the same image, twice mounted, XFS would think that it is one.
    cut("xfs", "320M", &["-q", "-f"], "noatime,nouuid");
}

fn cut(kind: &str, size: &str, make: &[&str], options: &str) {
    if !is_root() {
        return;
    }
    let scene = tempfile::tempdir().unwrap();
    let at = |name: &str| scene.path().join(name);
    let image = at("image");
    let path = image.to_str().unwrap();
    let is_made = done("truncate", &["-s", size, path])
        && done(&format!("mkfs.{kind}"), &[make, &[path]].concat());
    let Some(mounted) = is_made
        .then(|| Mounted::new(&image, at("mounted"), options))
        .flatten()
    else {
        return skipped(&format!("no {kind} can be made and mounted here"));
    };
    prepare(&mounted.at);
    let mut saving = Saving::start(&mounted.at);
    let tries = times(3, 200);
    let mut new = 0;
    for _ in 0..tries {
        thread::sleep(Duration::from_micros(random(20_000)));
        saving.signal(Signal::STOP);
        let said = saving.said();
        let copy = at("copy");
        copy_at_once(&image, &copy).unwrap();
        // It may have gone on until the signal reached it.
        let until = saving.said();
        saving.signal(Signal::CONT);
        new += found_after_cut(&copy, at("after"), options, (said, until));
    }
    saving.kill();
    assert!(tries < 50 || new > 0, "no new file was looked for");
    figure(&format!("power cut while saving on {kind}"), tries);
}

/// Mounts the copy as a machine does that starts again, and looks for what was saved.
fn found_after_cut(
    copy: &Path,
    at: PathBuf,
    options: &str,
    (said, until): (usize, usize),
) -> usize {
    let after = Mounted::new(copy, at, options).expect("LOST: it cannot be mounted");
    let found = state_of(&after.at.join("visit.ron"));
    assert!(
        (said..=until + 1).contains(&found),
        "LOST: state {said} was saved, but {found} is there"
    );
    // The newest new file is older than what was said, unless it is being made anew.
    let number = said / NEW_EVERY;
    let is_sure = number > 0 && found / NEW_EVERY == number;
    if is_sure {
        let new = after.at.join(format!("new-{}.ron", number % 4));
        assert_eq!(
            state_of(&new),
            number * NEW_EVERY,
            "LOST: {}",
            new.display()
        );
    }
    is_sure.into()
}

/// Copies the image as it was at one moment: if anything was written meanwhile, once more.
fn copy_at_once(image: &Path, copy: &Path) -> io::Result<()> {
    let stamp = || {
        let now = fs::metadata(image)?;
        io::Result::Ok((now.mtime(), now.mtime_nsec(), now.ctime(), now.ctime_nsec()))
    };
    for _ in 0..100 {
        let before = stamp()?;
        let (from, to) = (image.to_str().unwrap(), copy.to_str().unwrap());
        assert!(done("cp", &["--sparse=always", from, to]));
        if stamp()? == before {
            return Ok(());
        }
    }
    Err(io::Error::other("the image never stood still"))
}
