//! A full disk during planning costs nothing: the failed save is shown, the work is kept, and it is
//! saved once there is room.

use std::{fs, path::PathBuf};

use attache::store;

use super::{done, figure, is_root, skipped, times};
use crate::harness::{Home, Term};

const VISIT: &str = "disk/duesseldorf-marrakesch-2024.ron";

/// A small disk, mounted for as long as this lives.
struct Disk {
    at: PathBuf,
}

impl Disk {
    fn new(at: PathBuf) -> Option<Self> {
        fs::create_dir_all(&at).unwrap();
        let path = at.to_str()?;
        let mounted = is_root()
            && done(
                "mount",
                &["-t", "tmpfs", "-o", "size=256k", "attache-test", path],
            );
        if !mounted {
            skipped("no small disk can be mounted here");
        }
        mounted.then_some(Self { at })
    }

    /// Leaves no room for one more byte.
    fn fill(&self) {
        // Writing ends with the error that is wanted here; what was written stays.
        let _ = fs::write(self.at.join("filler"), vec![b'x'; 1 << 20]);
        assert!(
            fs::write(self.at.join("more"), "x").is_err(),
            "there is room"
        );
        // Even an empty file may not be in the way of saving.
        let _ = fs::remove_file(self.at.join("more"));
    }

    fn free(&self) {
        fs::remove_file(self.at.join("filler")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let at = self.at.to_str().unwrap();
        let _ = done("umount", &[at]) || done("umount", &["-l", at]);
    }
}

#[test]
fn a_full_disk_while_planning_costs_nothing() {
    let tries = times(1, 10);
    for _ in 0..tries {
        if !planned_on_a_full_disk() {
            return;
        }
    }
    figure("the disk is full while planning", tries);
}

fn planned_on_a_full_disk() -> bool {
    let home = Home::new();
    let Some(disk) = Disk::new(home.path("disk")) else {
        return false;
    };
    let sample = home.copy("assets/samples/duesseldorf-marrakesch-2024.ron");
    fs::copy(sample, home.path(VISIT)).unwrap();
    let before = home.read(VISIT);
    let term = Term::spawn(&home, (120, 40), [VISIT]);
    term.see("Mon 11").keys("<Right>").see("10:00–10:45");
    disk.fill();
    term.keys("f+").see("10:15–11:00");
    term.see("not saved")
        .see("Please free some space. The program keeps trying")
        .see("recovery/");
    assert_eq!(home.read(VISIT), before, "LOST: the file as it was");
    // Planning goes on, and so does trying.
    term.keys("+").see("10:30–11:15");
    disk.free();
    term.see(" saved").keys("q");
    term.exit().ok();
    let visit = store::open(&home.path(VISIT)).unwrap().visit;
    let text = String::from_utf8(store::to_ron(&visit).unwrap()).unwrap();
    assert!(text.contains("At(\"10:30\")"), "LOST: what was planned");
    let names = fs::read_dir(&disk.at).unwrap().count();
    assert_eq!(names, 1, "nothing but the visit is left on the disk");
    true
}

#[test]
fn where_every_disk_is_full_quitting_asks_and_what_was_planned_can_still_be_saved() {
    let home = Home::new();
    let Some(disk) = Disk::new(home.path("disk")) else {
        return;
    };
    let sample = home.copy("assets/samples/duesseldorf-marrakesch-2024.ron");
    fs::copy(sample, home.path(VISIT)).unwrap();
    let home = {
        let state = home.path("disk/state").display().to_string();
        home.with("XDG_STATE_HOME", &state)
    };
    let term = Term::spawn(&home, (120, 40), [VISIT]);
    term.see("Mon 11").keys("<Right>").see("10:00–10:45");
    disk.fill();
    term.keys("f+").see("10:15–11:00");
    term.see("keeps trying by itself").see("could not be made");
    // Whoever quits all the same is asked, however long the key is held down.
    term.keys("qq").see("all the same and lose");
    term.keys("n").gone("all the same and lose");
    disk.free();
    term.gone("NOT SAVED").see("    saved").keys("q");
    term.exit().ok();
    assert!(home.read(VISIT).contains("At(\"10:15\")"), "LOST");
}
