//! Starting `git` so that it neither asks nor decides anything by itself, and waiting for it.

use std::{
    ffi::{OsStr, OsString},
    io::{ErrorKind, Write},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::{Duration, Instant},
};

use super::{GitError, pipes, pipes::Heard};

/// How long `git` may say nothing before it is given up, unless a call says otherwise.
const PATIENCE: Duration = Duration::from_secs(30);
/// The most that is taken of what `git` puts out, unless a call says otherwise.
const LIMIT: usize = 16 << 20;
/// The most that is kept of its complaints; the newest count.
const COMPLAINTS: usize = 64 << 10;
/// How often is looked whether it was cancelled or has ended although its pipes are still open.
const LOOK: Duration = Duration::from_millis(100);
/// How long it may take to end when asked to.
const ENDING: Duration = Duration::from_secs(2);

/// Settings for every call: nothing that would start another program or change the form of what is
/// read, and no repository that is not one of the usual shape.
const SETTINGS: &[&str] = &[
    "core.fsmonitor=false",
    "core.quotePath=false",
    "color.ui=false",
    "log.showSignature=false",
    "safe.bareRepository=explicit",
];

/// Of the variables that begin with `GIT_`, those that say how to reach others and who one is; the
/// rest could lead to another repository or change what is printed, and is not passed on.
const KEPT: &[&str] = &[
    "GIT_ASKPASS",
    "GIT_ALLOW_PROTOCOL",
    "GIT_AUTHOR_",
    "GIT_COMMITTER_",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_SYSTEM",
    "GIT_EXEC_PATH",
    "GIT_HTTP_",
    "GIT_PROXY_",
    "GIT_SSH",
    "GIT_SSL_",
];

/// The `git` program, and what it is told of the world.
#[derive(Debug, Clone)]
pub struct Git {
    program: OsString,
    vars: Vec<(OsString, OsString)>,
}

impl Default for Git {
    /// The one that the `PATH` leads to.
    fn default() -> Self {
        Self {
            program: "git".into(),
            vars: Vec::new(),
        }
    }
}

impl Git {
    /// Another program in its place, with these variables.
    #[cfg(test)]
    pub(super) fn other(program: &OsStr, vars: &[(&str, &OsStr)]) -> Self {
        let vars = vars.iter().map(|(name, value)| (name.into(), value.into()));
        Self {
            program: program.to_owned(),
            vars: vars.collect(),
        }
    }

    /// Runs `git` in `folder`, which is not looked at: whose it is has to be known. An exit code
    /// other than 0 is no error here.
    pub fn run(&self, folder: &Path, call: &Call<'_>) -> Result<Output, GitError> {
        let mut child = self.command(folder, call).spawn().map_err(|error| {
            let missing = error.kind() == ErrorKind::NotFound && folder.is_dir();
            if missing {
                GitError::Missing
            } else {
                GitError::Start(error.to_string())
            }
        })?;
        if let (Some(mut stdin), Some(input)) = (child.stdin.take(), call.input.clone()) {
            // A `git` that ended early reads no more; its exit code says why.
            let write = move || drop(stdin.write_all(&input));
            thread::spawn(write);
        }
        Running::of(child, call).wait()
    }

    fn command(&self, folder: &Path, call: &Call<'_>) -> Command {
        let mut command = Command::new(&self.program);
        for (name, _) in std::env::vars_os() {
            if is_left_out(&name) {
                command.env_remove(&name);
            }
        }
        command
            .envs([
                ("LC_ALL", "C"),
                ("LANGUAGE", ""),
                ("GIT_TERMINAL_PROMPT", "0"),
                ("GIT_PAGER", "cat"),
                ("GIT_EDITOR", ":"),
                ("GIT_SEQUENCE_EDITOR", ":"),
                ("GIT_MERGE_AUTOEDIT", "no"),
                (
                    "GIT_NO_LAZY_FETCH",
                    if call.reaches_out { "0" } else { "1" },
                ),
            ])
            // So that a signing program does not write over the screen.
            .env_remove("GPG_TTY")
            .envs(call.vars.iter().cloned())
            .envs(self.vars.iter().cloned());
        // A damaged repository must not lead to one further up.
        if let Some(above) = folder.parent() {
            command.env("GIT_CEILING_DIRECTORIES", above);
        }
        command.arg("--no-pager");
        if call.paths {
            command.arg("--literal-pathspecs");
        }
        if !call.locks {
            command.arg("--no-optional-locks");
        }
        for setting in SETTINGS {
            command.args(["-c", setting]);
        }
        for setting in &call.settings {
            command.arg("-c").arg(setting);
        }
        command
            .args(&call.args)
            .current_dir(folder)
            .stdin(if call.input.is_some() {
                Stdio::piped()
            } else {
                Stdio::null()
            })
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        // A group of its own: a key meant for the app does not end it, and what it starts ends with
        // it.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command
    }
}

pub(super) fn is_left_out(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let kept = KEPT.iter().any(|kept| name.starts_with(kept));
    name.starts_with("GIT_") && !kept
}

/// Stops a `git` that runs on another thread.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks for the end.
    pub fn now(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the end was asked for.
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Who waits for a `git` that takes its time.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Asks it to end.
    pub cancel: &'a Cancel,
    /// Hears each line of its progress.
    pub line: &'a dyn Fn(&str),
}

/// One call of `git`.
#[derive(Clone)]
pub struct Call<'a> {
    args: Vec<OsString>,
    settings: Vec<OsString>,
    vars: Vec<(OsString, OsString)>,
    input: Option<Vec<u8>>,
    patience: Duration,
    limit: usize,
    locks: bool,
    reaches_out: bool,
    paths: bool,
    watch: Option<Watch<'a>>,
}

impl<'a> Call<'a> {
    /// A call with these arguments, the name of the command first.
    pub fn new<A: Into<OsString>>(args: impl IntoIterator<Item = A>) -> Self {
        Self {
            args: args.into_iter().map(Into::into).collect(),
            settings: Vec::new(),
            vars: Vec::new(),
            input: None,
            patience: PATIENCE,
            limit: LIMIT,
            locks: true,
            reaches_out: false,
            paths: false,
            watch: None,
        }
    }

    /// Adds paths behind `--`; each means itself, whatever signs are in it.
    #[must_use]
    pub fn paths<P: AsRef<Path>>(mut self, paths: impl IntoIterator<Item = P>) -> Self {
        self.paths = true;
        self.args.push("--".into());
        let paths = paths.into_iter().map(|path| path.as_ref().into());
        self.args.extend(paths);
        self
    }

    /// Sets a value of the configuration for this call alone.
    #[must_use]
    pub fn set(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        let mut setting = OsString::from(key);
        setting.push("=");
        setting.push(value);
        self.settings.push(setting);
        self
    }

    /// Sets a variable for this call alone.
    #[must_use]
    pub fn var(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.vars.push((name.into(), value.into()));
        self
    }

    /// What it reads from its standard input.
    #[must_use]
    pub fn input(mut self, input: impl Into<Vec<u8>>) -> Self {
        self.input = Some(input.into());
        self
    }

    /// How long it may say nothing.
    #[must_use]
    pub const fn patient(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// The most that it may put out, in bytes.
    #[must_use]
    pub const fn at_most(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// It only looks: it writes nothing, not even what would make the next look quicker.
    #[must_use]
    pub const fn looking(mut self) -> Self {
        self.locks = false;
        self
    }

    /// It talks to another machine.
    #[must_use]
    pub const fn reaching_out(mut self) -> Self {
        self.reaches_out = true;
        self
    }

    /// Who waits for it.
    #[must_use]
    pub const fn watched(mut self, watch: Watch<'a>) -> Self {
        self.watch = Some(watch);
        self
    }
}

/// What `git` left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Its exit code; none if a signal ended it.
    pub code: Option<i32>,
    /// What it put out.
    pub out: Vec<u8>,
    /// What it complained about, and its progress.
    pub err: String,
}

impl Output {
    /// Whether it did what it was asked to.
    pub fn is_done(&self) -> bool {
        self.code == Some(0)
    }

    /// What it put out, as text without the line's end.
    pub fn text(&self) -> String {
        let text = String::from_utf8_lossy(&self.out);
        text.trim_end_matches(['\n', '\r', '\0']).to_owned()
    }
}

/// A `git` that runs.
struct Running<'c, 'a> {
    child: Child,
    call: &'c Call<'a>,
    heard: mpsc::Receiver<Heard>,
    out: Vec<u8>,
    err: Vec<u8>,
    /// The line of the progress that has no end yet.
    line: Vec<u8>,
    last: Instant,
}

impl<'c, 'a> Running<'c, 'a> {
    fn of(mut child: Child, call: &'c Call<'a>) -> Self {
        let (tell, heard) = mpsc::channel();
        if let Some(pipe) = child.stdout.take() {
            pipes::listen(pipe, tell.clone(), Heard::Out);
        }
        if let Some(pipe) = child.stderr.take() {
            pipes::listen(pipe, tell, Heard::Err);
        }
        Self {
            child,
            call,
            heard,
            out: Vec::new(),
            err: Vec::new(),
            line: Vec::new(),
            last: Instant::now(),
        }
    }

    fn wait(mut self) -> Result<Output, GitError> {
        let status = match self.listen() {
            Ok(status) => status,
            Err(error) => {
                self.end();
                return Err(error);
            }
        };
        Ok(Output {
            code: status.code(),
            out: self.out,
            err: String::from_utf8_lossy(&self.err).into_owned(),
        })
    }

    /// Takes in what it says until it has ended.
    fn listen(&mut self) -> Result<ExitStatus, GitError> {
        loop {
            match self.heard.recv_timeout(LOOK) {
                Ok(heard) => self.take(heard)?,
                // What it started may hold its pipes open after it has ended.
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(status) = self.status()? {
                        return Ok(status);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => {
                    if let Some(status) = self.status()? {
                        return Ok(status);
                    }
                    thread::sleep(Duration::from_millis(1));
                }
            }
            if self.call.watch.is_some_and(|watch| watch.cancel.is_asked()) {
                return Err(GitError::Cancelled);
            }
            if self.last.elapsed() > self.call.patience {
                return Err(GitError::Silent(self.call.patience));
            }
        }
    }

    fn status(&mut self) -> Result<Option<ExitStatus>, GitError> {
        let status = self.child.try_wait();
        status.map_err(|error| GitError::Start(error.to_string()))
    }

    fn take(&mut self, heard: Heard) -> Result<(), GitError> {
        self.last = Instant::now();
        match heard {
            Heard::Out(piece) => {
                self.out.extend(piece);
                if self.out.len() > self.call.limit {
                    return Err(GitError::TooMuch);
                }
            }
            Heard::Err(piece) => {
                self.tell(&piece);
                self.err.extend(piece);
                let over = self.err.len().saturating_sub(COMPLAINTS);
                self.err.drain(..over);
            }
        }
        Ok(())
    }

    /// Tells of each line of the progress that has come to its end.
    fn tell(&mut self, piece: &[u8]) {
        let Some(watch) = self.call.watch else { return };
        for byte in piece {
            match byte {
                b'\r' | b'\n' => {
                    let line = std::mem::take(&mut self.line);
                    (watch.line)(&String::from_utf8_lossy(&line));
                }
                byte if self.line.len() < COMPLAINTS => self.line.push(*byte),
                _ => {}
            }
        }
    }

    /// Ends it: first it is asked, so that it takes its locks away.
    fn end(&mut self) {
        self.signal(false);
        let until = Instant::now() + ENDING;
        while Instant::now() < until {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
        self.signal(true);
        // Killed, it needs only to be taken note of.
        let _ = self.child.wait();
    }

    #[cfg(unix)]
    fn signal(&mut self, hard: bool) {
        use rustix::process::{Pid, Signal, kill_process_group};
        let signal = if hard { Signal::KILL } else { Signal::TERM };
        // It may have ended by itself.
        let _ = kill_process_group(Pid::from_child(&self.child), signal);
    }

    #[cfg(not(unix))]
    fn signal(&mut self, _hard: bool) {
        // It may have ended by itself.
        let _ = self.child.kill();
    }
}
