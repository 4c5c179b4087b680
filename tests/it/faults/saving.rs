//! Saving while the system fails or kills it at every step, and without the rights of root.

mod rights;

use std::{
    collections::BTreeMap,
    env, fs,
    os::unix::{
        fs::{MetadataExt, PermissionsExt, chown},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::Command,
};

use attache::store;
use rustix::fs::Mode;

use super::skipped;

const TARGET: &str = "ATTACHE_TEST_TARGET";
const UMASK: &str = "ATTACHE_TEST_UMASK";

pub(super) const OUTCOME: &str = "outcome: ";

/// Longer than one buffer, so that a torn file would show.
pub(super) const NEW: &str = "all of the new content ";
pub(super) const TIMES: usize = 1000;

const CHILD: [&str; 4] = [
    "faults::saving::child",
    "--exact",
    "--ignored",
    "--nocapture",
];

/// More system calls of a kind than the test program makes besides the child's thread. strace counts
/// them by thread, so a fault that comes later than this hits nobody but the child.
const HEAD_START: usize = 100;

/// What the tests below start in a process of its own: load the target if it exists, save, say.
#[test]
#[ignore = "the other tests run it in a process of its own"]
#[allow(clippy::print_stdout, reason = "that is how it answers")]
fn child() {
    if let Ok(mask) = env::var(UMASK) {
        rustix::process::umask(Mode::from_raw_mode(mask.parse().unwrap()));
    }
    for _ in 0..HEAD_START {
        fs::read("/dev/null").unwrap();
        fs::write("/dev/null", "x").unwrap();
    }
    let target = PathBuf::from(env::var_os(TARGET).expect("a target"));
    let loaded = match store::read(&target) {
        Ok(loaded) => Some(loaded.fingerprint),
        Err(store::ReadError::Missing { .. }) => None,
        Err(error) => return println!("\n{OUTCOME}unread: {error}"),
    };
    match store::save(&target, NEW.repeat(TIMES).as_bytes(), loaded.as_ref()) {
        Ok(saved) => println!("\n{OUTCOME}saved {:?}", saved.warnings),
        Err(store::SaveError::Unconfirmed { .. }) => println!("\n{OUTCOME}unconfirmed"),
        Err(error) => println!("\n{OUTCOME}refused: {error}"),
    }
}

/// A folder with the file that the child saves.
pub(super) struct Scene {
    folder: tempfile::TempDir,
}

impl Scene {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let scene = Self { folder };
        fs::write(scene.target(), "old").unwrap();
        scene
    }

    fn target(&self) -> PathBuf {
        self.folder.path().join("visit.ron")
    }

    /// Makes `command`, which may already be this program or one that runs it, run the child.
    fn child(&self, mut command: Command) -> Command {
        let program = env::current_exe().unwrap();
        if command.get_program() != program {
            command.arg(program);
        }
        command.args(CHILD).env(TARGET, self.target());
        command
    }

    /// Runs the child under strace with these options, and returns its outcome and the trace.
    pub(super) fn traced(&self, options: &[String]) -> (Option<String>, String) {
        let trace = tempfile::NamedTempFile::new().unwrap();
        let mut strace = Command::new("strace");
        strace.args(["-f", "-qq", "-y", "-o"]).arg(trace.path());
        strace.args(options);
        let output = self.child(strace).output().unwrap();
        let trace = fs::read_to_string(trace.path()).unwrap();
        (outcome(&output.stdout), trace)
    }

    pub(super) fn content(&self) -> String {
        fs::read_to_string(self.target()).unwrap()
    }

    pub(super) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn outcome(stdout: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(stdout);
    let line = text.lines().find_map(|line| line.strip_prefix(OUTCOME));
    line.map(str::to_owned)
}

pub(super) fn can_trace() -> bool {
    let run = Command::new("strace").args(["-qq", "true"]).output();
    let can = run.is_ok_and(|output| output.status.success());
    if !can {
        skipped("strace cannot be run here");
    }
    can
}

/// For each system call by name, which of its uses in the saving process are on our files.
pub(super) fn steps_on_our_files(scene: &Scene) -> BTreeMap<String, Vec<usize>> {
    let (outcome, trace) = scene.traced(&[]);
    assert_eq!(outcome.as_deref(), Some("saved []"));
    let folder = scene.folder.path().to_str().unwrap();
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut steps: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for line in trace.lines() {
        let Some((process, rest)) = line.split_once(' ') else {
            continue;
        };
        let Some((call, arguments)) = rest.trim_start().split_once('(') else {
            continue;
        };
        let count = counts.entry((process, call)).or_default();
        *count += 1;
        if arguments.contains(folder) {
            steps.entry(call.to_owned()).or_default().push(*count);
        }
    }
    steps
}

pub(super) fn inject(call: &str, what: &str, when: usize) -> Vec<String> {
    ["-e".to_owned(), format!("inject={call}:{what}:when={when}")].into()
}

#[test]
fn whatever_fails_the_old_file_or_the_new_one_is_there_whole() {
    if !can_trace() {
        return;
    }
    let new = NEW.repeat(TIMES);
    let steps = steps_on_our_files(&Scene::new());
    for needed in ["openat", "write", "fsync", "rename", "fchmod"] {
        assert!(
            steps.contains_key(needed),
            "{needed} is not among {steps:?}"
        );
    }
    let mut refused = 0;
    for (call, uses) in &steps {
        let errors: &[&str] = match call.as_str() {
            // Closing and removing are not where data is lost; mapping is the loader's.
            "close" | "unlink" | "mmap" => continue,
            "write" => &["ENOSPC", "EDQUOT", "EIO"],
            "fsync" => &["EIO", "ENOSPC", "EINVAL"],
            "openat" => &["EACCES", "EROFS", "EMFILE", "ESTALE"],
            "rename" | "renameat2" => &["EACCES", "EBUSY", "EIO"],
            "flock" => &["ENOLCK", "EOPNOTSUPP"],
            _ => &["EPERM"],
        };
        for (error, when) in errors
            .iter()
            .flat_map(|e| uses.iter().map(move |n| (e, *n)))
        {
            let scene = Scene::new();
            let options = inject(call, &format!("error={error}"), when);
            let (outcome, _) = scene.traced(&options);
            let outcome = outcome.unwrap_or_else(|| panic!("{call} {error} {when}: died"));
            let content = scene.content();
            if outcome.starts_with("saved") || outcome == "unconfirmed" {
                assert!(content == new, "{call} {error} {when}: {outcome}");
            } else {
                assert_eq!(content, "old", "{call} {error} {when}: {outcome}");
                refused += 1;
            }
            // A lock that cannot be looked at may lie around: nobody holds it, so it blocks nobody.
            let mut names = scene.names();
            names.retain(|name| name != ".visit.ron.lock");
            assert_eq!(names, ["visit.ron"], "{call} {error} {when}");
        }
    }
    assert!(refused > 10, "only {refused} of the faults hit a save");
}

#[test]
fn an_interrupted_call_is_made_again_and_a_folder_that_knows_no_fsync_is_no_failure() {
    if !can_trace() {
        return;
    }
    let steps = steps_on_our_files(&Scene::new());
    let last_of = |call: &str| *steps[call].last().unwrap();
    let cases = [
        ("write", "EINTR", last_of("write")),
        ("fsync", "EINTR", steps["fsync"][0]),
        // The last one is that of the folder.
        ("fsync", "EINVAL", last_of("fsync")),
    ];
    for (call, error, when) in cases {
        let scene = Scene::new();
        let options = inject(call, &format!("error={error}"), when);
        let (outcome, trace) = scene.traced(&options);
        assert!(trace.contains("INJECTED"), "{call} {error} {when}");
        assert_eq!(outcome.as_deref(), Some("saved []"), "{call} {error}");
        assert_eq!(scene.content(), NEW.repeat(TIMES), "{call} {error}");
    }
}

#[test]
fn killed_at_any_step_the_file_is_whole_and_the_next_save_works() {
    if !can_trace() {
        return;
    }
    let new = NEW.repeat(TIMES);
    let mut left_over = 0;
    for (call, uses) in steps_on_our_files(&Scene::new()) {
        for when in uses {
            let scene = Scene::new();
            scene.traced(&inject(&call, "signal=KILL", when));
            let content = scene.content();
            assert!(content == "old" || content == new, "{call} {when}");
            left_over += scene.names().len() - 1;

            let loaded = store::read(&scene.target()).unwrap().fingerprint;
            store::save(&scene.target(), b"next", Some(&loaded)).unwrap();
            assert_eq!(scene.content(), "next");
            let later = std::time::SystemTime::now() + std::time::Duration::from_hours(2);
            store::sweep(scene.folder.path(), later);
            assert_eq!(scene.names(), ["visit.ron"], "{call} {when}: swept");
        }
    }
    assert!(left_over > 0, "no kill hit a save");
}
