//! What the program survives: kills, failing system calls, power cuts, full disks, other writers.
//!
//! Each of these is tried a few times by `cargo test` and as often as promised by `.ci/faults`,
//! which sets `ATTACHE_FAULTS=full` and gathers the figures that the tests print.

mod each_call;
mod full_disk;
mod hanging;
mod kills;
mod panics;
mod power_cut;
mod saving;
mod typing;
mod writers;

use std::{env, process::Command};

/// How often something is tried: a few times, or as often as promised.
fn times(few: usize, promised: usize) -> usize {
    if is_full() { promised } else { few }
}

fn is_full() -> bool {
    env::var_os("ATTACHE_FAULTS").is_some_and(|scale| scale == "full")
}

/// Says what was tried how often without a loss; `.ci/faults` makes a table of these lines.
#[allow(
    clippy::print_stdout,
    reason = "a figure is for whoever runs the tests"
)]
fn figure(promise: &str, tried: usize) {
    println!("figure: {promise} | {tried} | 0");
}

#[allow(clippy::print_stderr, reason = "a skipped test says so")]
fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}

/// A number that nobody can foresee, below `limit`.
fn random(limit: u64) -> u64 {
    getrandom::u64().expect("random numbers") % limit
}

fn is_root() -> bool {
    let root = rustix::process::geteuid().is_root();
    if !root {
        skipped("only root can mount");
    }
    root
}

/// Whether a program did its work; what it says stays with it.
fn done(program: &str, args: &[&str]) -> bool {
    let output = Command::new(program).args(args).output();
    output.is_ok_and(|output| output.status.success())
}

/// Runs `work` on two threads until it has been done so many times; each turn has a number.
fn on_two_threads(times: usize, work: impl Fn(usize) + Sync) {
    std::thread::scope(|scope| {
        for first in 0..2 {
            let work = &work;
            scope.spawn(move || (first..times).step_by(2).for_each(work));
        }
    });
}

/// A child of this test program that saves one state of a visit after the other and says so.
mod saves_on {
    use std::{
        env, fs,
        io::{BufRead, BufReader, Write},
        path::{Path, PathBuf},
        process::{Child, ChildStdout, Command, Stdio},
    };

    use attache::store;
    use rustix::{
        event::{PollFd, PollFlags, Timespec, poll},
        process::{Pid, Signal, kill_process},
    };

    const TARGET: &str = "ATTACHE_TEST_FOLDER";
    const TITLE: &str = "Besuch einer Delegation der Stadt Marrakesch";
    const SAVED: &str = "saved ";
    /// Every so many saves there is a new visit, too.
    pub(super) const NEW_EVERY: usize = 8;

    /// The text of a visit in its `n`th state.
    pub(super) fn state(n: usize) -> String {
        let sample = include_str!("../../../assets/samples/duesseldorf-marrakesch-2024.ron");
        sample.replace(TITLE, &format!("Stand {n}."))
    }

    /// Which state the file holds; it opens, or there is a loss.
    pub(super) fn state_of(path: &Path) -> usize {
        let opened = store::open(path).unwrap_or_else(|error| panic!("LOST: {error}"));
        let text = store::to_ron(&opened.visit).unwrap();
        let text = String::from_utf8(text).unwrap();
        let (_, after) = text.split_once("Stand ").expect("a state");
        after.split_once('.').unwrap().0.parse().unwrap()
    }

    /// Puts the first state into a folder.
    pub(super) fn prepare(folder: &Path) {
        fs::write(folder.join("visit.ron"), state(0)).unwrap();
    }

    pub(super) struct Saving {
        child: Child,
        lines: BufReader<ChildStdout>,
        /// The last save that it said was done.
        last: usize,
    }

    impl Saving {
        /// Starts saving in a folder, from the state that is there; returns with the first save.
        pub(super) fn start(folder: &Path) -> Self {
            let mut command = Command::new(env::current_exe().unwrap());
            command
                .args([
                    "faults::saves_on::saves_on",
                    "--exact",
                    "--ignored",
                    "--nocapture",
                ])
                .env(TARGET, folder)
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null());
            let mut child = {
                let _alone = crate::harness::starting();
                command.spawn().unwrap()
            };
            let lines = BufReader::new(child.stdout.take().unwrap());
            let mut saving = Self {
                child,
                lines,
                last: 0,
            };
            saving.next();
            saving
        }

        /// Waits until it says that one more is saved; false once the child is gone.
        fn next(&mut self) -> bool {
            let mut line = String::new();
            while self.lines.read_line(&mut line).unwrap_or_default() > 0 {
                // A line that was cut short by the kill says nothing.
                let said = line.strip_suffix('\n').and_then(|l| l.strip_prefix(SAVED));
                if let Some(number) = said {
                    self.last = number.parse().unwrap();
                    return true;
                }
                line.clear();
            }
            false
        }

        /// The last save that it has said was done up to now.
        pub(super) fn said(&mut self) -> usize {
            let now = Timespec {
                tv_sec: 0,
                tv_nsec: 0,
            };
            loop {
                let mut ends = [PollFd::new(self.lines.get_ref(), PollFlags::IN)];
                let waits = poll(&mut ends, Some(&now)).unwrap() > 0;
                if self.lines.buffer().is_empty() && !waits || !self.next() {
                    return self.last;
                }
            }
        }

        /// Stops it or lets it go on.
        pub(super) fn signal(&self, signal: Signal) {
            let pid = Pid::from_raw(self.child.id().cast_signed()).unwrap();
            kill_process(pid, signal).unwrap();
        }

        /// Kills it and returns the last save that it had said was done.
        pub(super) fn kill(mut self) -> usize {
            self.child.kill().unwrap();
            while self.next() {}
            self.last
        }
    }

    impl Drop for Saving {
        fn drop(&mut self) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }

    #[test]
    #[ignore = "the other tests run it in a process of its own"]
    fn saves_on() {
        let folder = PathBuf::from(env::var_os(TARGET).expect("a folder"));
        let path = folder.join("visit.ron");
        let mut loaded = store::read(&path).unwrap().fingerprint;
        let mut n = state_of(&path);
        let mut out = std::io::stdout();
        loop {
            n += 1;
            let state = state(n);
            let saved = store::save(&path, state.as_bytes(), Some(&loaded)).unwrap();
            loaded = saved.fingerprint;
            if n.is_multiple_of(NEW_EVERY) {
                let new = folder.join(format!("new-{}.ron", n / NEW_EVERY % 4));
                let _ = fs::remove_file(&new);
                store::save(&new, state.as_bytes(), None).unwrap();
            }
            // In one piece: whoever is stopped half way through a line would be waited for for ever.
            out.write_all(format!("\n{SAVED}{n}\n").as_bytes()).unwrap();
            out.flush().unwrap();
        }
    }
}
