//! A home folder for one test, and programs run in it that know nothing of the machine.

use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;
use std::{env, fs, thread};

use tempfile::TempDir;

/// How long a command may take on a busy machine before it counts as hung.
const PATIENCE: Duration = Duration::from_mins(1);

/// A home of one test's own: its folders, its language, its clock.
///
/// It is the working folder too, so that `attache(["show", "visit.ron"])` finds what
/// `write("visit.ron", …)` put there. It speaks English at 13:00 UTC on 11 November 2024, which is
/// 14:00 in Düsseldorf, where it stands.
pub(crate) struct Home {
    folder: TempDir,
    env: Vec<(String, String)>,
}

/// What a command left: its status and all that it printed.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) command: String,
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Home {
    pub(crate) fn new() -> Self {
        let folder = TempDir::with_prefix("attache-").expect("a temporary folder");
        let home = Self {
            folder,
            env: Vec::new(),
        };
        let at = |inside: &str| home.path(inside).display().to_string();
        let env = [
            ("PATH", env::var("PATH").unwrap_or_default()),
            ("HOME", at("")),
            ("XDG_CONFIG_HOME", at(".config")),
            ("XDG_DATA_HOME", at(".local/share")),
            ("XDG_STATE_HOME", at(".local/state")),
            ("XDG_CACHE_HOME", at(".cache")),
            ("SHELL", "/bin/sh".to_owned()),
            ("TERM", "xterm-256color".to_owned()),
            ("TZ", "Europe/Berlin".to_owned()),
        ];
        env.into_iter()
            .fold(home, |home, (key, value)| home.with(key, &value))
            .lang("en_GB")
            .at("2024-11-11T13:00:00Z")
    }

    /// Sets a variable for what is started from now on.
    pub(crate) fn with(mut self, key: &str, value: &str) -> Self {
        self.env.retain(|(name, _)| name != key);
        self.env.push((key.to_owned(), value.to_owned()));
        self
    }

    /// The language of the home, such as `de` or `de_DE`.
    pub(crate) fn lang(self, lang: &str) -> Self {
        let locale = format!("{lang}.UTF-8");
        self.with("LANG", &locale).with("LC_ALL", &locale)
    }

    /// What the clock says, in RFC 3339.
    pub(crate) fn at(self, now: &str) -> Self {
        self.with("ATTACHE_NOW", now)
    }

    pub(crate) fn env(&self) -> &[(String, String)] {
        &self.env
    }

    /// A path inside the home; `""` is the home itself.
    pub(crate) fn path(&self, inside: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(inside)
    }

    /// Writes a file of the home, and the folders that it stands in.
    pub(crate) fn write(&self, inside: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(inside);
        fs::create_dir_all(path.parent().expect("a file stands in a folder")).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    /// The text of a file of the home.
    #[track_caller]
    pub(crate) fn read(&self, inside: &str) -> String {
        fs::read_to_string(self.path(inside)).unwrap_or_else(|error| panic!("{inside}: {error}"))
    }

    /// Copies a file of the repository into the home, under its own name.
    #[track_caller]
    pub(crate) fn copy(&self, from_repository: &str) -> PathBuf {
        let name = Path::new(from_repository).file_name().expect("a file");
        self.copy_to(from_repository, name)
    }

    /// Copies a file of the repository to a place of the home, with the folders that it stands in.
    #[track_caller]
    pub(crate) fn copy_to(&self, from_repository: &str, inside: impl AsRef<Path>) -> PathBuf {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(from_repository);
        let target = self.path(inside);
        fs::create_dir_all(target.parent().expect("a file stands in a folder")).unwrap();
        fs::copy(&source, &target).unwrap_or_else(|error| panic!("{from_repository}: {error}"));
        target
    }

    /// Runs the real `attache`.
    #[track_caller]
    pub(crate) fn attache<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Run {
        self.run(env!("CARGO_BIN_EXE_attache"), args)
    }

    /// Runs any program in this home, with nothing to read from standard input.
    #[track_caller]
    pub(crate) fn run<A: AsRef<OsStr>>(
        &self,
        program: &str,
        args: impl IntoIterator<Item = A>,
    ) -> Run {
        let mut command = Command::new(program);
        command.args(args);
        let told = format!("{command:?}");
        command
            .env_clear()
            .envs(self.env.iter().cloned())
            .current_dir(self.path(""));
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = {
            let _alone = super::starting();
            command
                .spawn()
                .unwrap_or_else(|error| panic!("{told}: {error}"))
        };
        let stdout = read_all(child.stdout.take().expect("piped"));
        let stderr = read_all(child.stderr.take().expect("piped"));
        let all = (stdout.recv_timeout(PATIENCE), stderr.recv_timeout(PATIENCE));
        let (Ok(stdout), Ok(stderr)) = all else {
            child.kill().unwrap();
            panic!("{told} did not end");
        };
        Run {
            command: told,
            status: child.wait().unwrap().code(),
            stdout,
            stderr,
        }
    }
}

/// Reads to the end on a thread of its own, so that neither stream can block the other.
fn read_all(mut stream: impl Read + Send + 'static) -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let read = stream.read_to_end(&mut bytes);
        // Nobody listens any more when the test has given up.
        read.is_ok()
            .then(|| sender.send(String::from_utf8_lossy(&bytes).into_owned()))
    });
    receiver
}

impl Run {
    /// It was done without a word on standard error; returns what it printed.
    #[track_caller]
    pub(crate) fn ok(self) -> String {
        self.expect(Some(0));
        assert!(
            self.stderr.is_empty(),
            "nothing to say when all is well: {self}"
        );
        self.stdout
    }

    /// It was done, and said this on standard output and that on standard error.
    #[track_caller]
    pub(crate) fn told(self) -> (String, String) {
        self.expect(Some(0));
        (self.stdout, self.stderr)
    }

    /// It refused in one sentence and printed nothing else; returns the sentence.
    #[track_caller]
    pub(crate) fn refused(self) -> String {
        self.expect(Some(1));
        assert!(self.stdout.is_empty(), "a refusal prints nothing: {self}");
        let sentence = self.stderr.strip_suffix('\n').unwrap_or_default();
        assert!(
            !sentence.is_empty() && !sentence.contains('\n'),
            "one sentence: {self}"
        );
        sentence.to_owned()
    }

    /// The command line itself was wrong; returns what it said about it.
    #[track_caller]
    pub(crate) fn misused(self) -> String {
        self.expect(Some(2));
        assert!(self.stdout.is_empty(), "a misuse prints nothing: {self}");
        assert!(!self.stderr.is_empty(), "it says what is wrong: {self}");
        self.stderr
    }

    /// The status is this, and nothing printed steers the terminal or failed to be UTF-8.
    #[track_caller]
    fn expect(&self, status: Option<i32>) {
        assert_eq!(self.status, status, "{self}");
        let steers =
            |sign: char| (sign.is_control() && sign != '\n') || sign == char::REPLACEMENT_CHARACTER;
        let raw = [&self.stdout, &self.stderr]
            .into_iter()
            .any(|text| text.contains(steers));
        assert!(!raw, "a control or broken text was printed: {self:?}");
    }
}

impl std::fmt::Display for Run {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            command,
            status,
            stdout,
            stderr,
        } = self;
        write!(
            to,
            "{command}\nstatus {status:?}\n--- stdout\n{stdout}--- stderr\n{stderr}---"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{Home, Run};

    fn sh(script: &str) -> Run {
        Home::new().run("sh", ["-c", script])
    }

    #[test]
    fn a_home_is_its_own_and_inherits_nothing() {
        let home = Home::new()
            .lang("de")
            .at("2024-12-01T08:00:00Z")
            .with("NO_COLOR", "1");
        let env = home.run("env", [""; 0]).ok();
        let mut names: Vec<&str> = env
            .lines()
            .filter_map(|line| line.split('=').next())
            .collect();
        names.sort_unstable();
        let expected = "ATTACHE_NOW HOME LANG LC_ALL NO_COLOR PATH SHELL TERM TZ \
                        XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME";
        assert_eq!(names.join(" "), expected);
        assert!(
            env.contains("LC_ALL=de.UTF-8") && env.contains("ATTACHE_NOW=2024-12-01T08:00:00Z")
        );
        assert!(env.contains(&format!("HOME={}", home.path("").display())));
    }

    #[test]
    fn files_of_the_home_are_found_by_their_names() {
        let home = Home::new();
        home.write("a/b.txt", "Besuch\n");
        assert_eq!(home.run("cat", ["a/b.txt"]).ok(), "Besuch\n");
        home.copy("Cargo.toml");
        assert!(home.read("Cargo.toml").starts_with("[package]"));
    }

    #[test]
    fn both_streams_are_read_to_their_ends() {
        let run = sh("seq 50000; seq 50000 >&2");
        assert!(run.stdout.ends_with("50000\n") && run.stderr.ends_with("50000\n"));
        assert_eq!(run.status, Some(0));
    }

    #[test]
    fn the_three_ways_to_end_are_told_apart() {
        assert_eq!(sh("echo done").ok(), "done\n");
        assert_eq!(sh("echo No. >&2; exit 1").refused(), "No.");
        assert_eq!(sh("echo What? >&2; exit 2").misused(), "What?\n");
        let failing: [fn(); 8] = [
            || drop(sh("exit 1").ok()),
            || drop(sh("echo hm >&2").ok()),
            || drop(sh("printf '\\033[1m'").ok()),
            || drop(sh("printf '\\377'").ok()),
            || drop(sh("exit 0").refused()),
            || drop(sh("printf 'a\\nb\\n' >&2; exit 1").refused()),
            || drop(sh("echo out; echo No. >&2; exit 1").refused()),
            || drop(sh("exit 2").misused()),
        ];
        for (number, judge) in failing.into_iter().enumerate() {
            assert!(
                std::panic::catch_unwind(judge).is_err(),
                "case {number} passed"
            );
        }
    }
}
