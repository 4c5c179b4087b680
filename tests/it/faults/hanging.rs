//! A file system that hangs, as a network drive does whose server is gone: a signal ends the program
//! all the same, and the work is kept.

use std::{
    fs,
    io::{BufRead, BufReader, Read},
    path::PathBuf,
    process::{Child, ChildStderr, Command, Stdio},
    time::Duration,
};

use rustix::process::Signal;

use super::{saving::can_trace, skipped};
use crate::harness::{Home, Term, starting};

const VISIT: &str = "visits/besuch.ron";
/// What hangs with the file system of the visit: opening a file and taking one away.
const CALLS: &str = "openat,unlink,unlinkat";
/// A second is promised. This is far more than a busy machine needs, and far less than the hour for
/// which each call hangs.
const PATIENCE: Duration = Duration::from_secs(20);

/// Holds up a program at some files, from outside, until it is dropped.
struct Holdup {
    strace: Child,
    /// Held, since strace ends where nobody can read what it says.
    _said: BufReader<ChildStderr>,
}

impl Holdup {
    /// From now on no call with these files returns; nothing where programs may not be traced.
    fn of(process: i32, files: &[PathBuf]) -> Option<Self> {
        let mut strace = Command::new("strace");
        strace.args(["-f", "-p", &process.to_string(), "-o", "/dev/null"]);
        for file in files {
            strace.arg("-P").arg(file);
        }
        strace.args(["-e", &format!("inject={CALLS}:delay_enter=3600s")]);
        strace.stdin(Stdio::null()).stderr(Stdio::piped());
        let mut child = {
            let _alone = starting();
            strace.spawn().ok()?
        };
        let mut said = BufReader::new(child.stderr.take()?);
        let is_attached = said
            .by_ref()
            .lines()
            .map_while(Result::ok)
            .any(|line| line.contains("attached"));
        if !is_attached {
            skipped("strace may not attach to a program here");
        }
        let holdup = Self {
            strace: child,
            _said: said,
        };
        is_attached.then_some(holdup)
    }
}

impl Drop for Holdup {
    fn drop(&mut self) {
        // It ends by itself with the program.
        let _ = self.strace.kill();
        let _ = self.strace.wait();
    }
}

/// The files that the program has to put in place or take away beside the visit.
fn files_beside(home: &Home) -> Vec<PathBuf> {
    let entries = fs::read_dir(home.path("visits")).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_signal_ends_a_program_whose_files_hang_and_what_was_not_saved_is_kept() {
    if !can_trace() {
        return;
    }
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let home = Home::new();
        home.copy_to("assets/samples/duesseldorf-marrakesch-2024.ron", VISIT);
        let found = home.read(VISIT);
        let term = Term::spawn(&home, (120, 40), [VISIT]).patient(PATIENCE);
        term.see("Mon 11").keys("<Right>").see("10:00–10:45");
        let files = files_beside(&home);
        assert_eq!(files.len(), 2, "the visit and who has it open: {files:?}");
        let Some(holdup) = Holdup::of(term.process(), &files) else {
            return;
        };
        term.keys("f+").see("10:15–11:00");
        // The last that it does is to say where the work is.
        term.signal(signal).see("recovery");
        assert!(home.read(VISIT) == found, "the file did not hang");
        let kept = fs::read_dir(home.path(".local/state/attache/recovery")).unwrap();
        let mut kept = kept.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
        assert!(
            kept.any(|text| text.contains("At(\"10:15\")")),
            "LOST: the shift"
        );
        // Whoever traces a program holds up its end, too.
        drop(holdup);
        let exit = term.exit();
        assert_eq!((exit.code, exit.left), (status, Vec::new()), "{signal:?}");
    }
}
